// Joins what wasm-split cut too small. It knows no order among its parts, and makes a chunk for every set of parts that
// share something; but a page is opened in an open strategy only. So what is shared with the part `strategy` becomes of
// that part, which every other part waits for: one file instead of fifty. node join.mjs CUT
import binaryen from "binaryen";
import { execFileSync } from "node:child_process";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withoutNotes } from "./notes.mjs";

const FIRST = "strategy";

// A chunk of fewer bytes is not worth a request of its own.
const SMALL = 5_000;

// What rustc uses of WebAssembly, and several memories, until they are known to be one.
const FEATURES = ["bulk-memory", "multimemory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const [cut] = process.argv.slice(2);
const loader = join(cut, "__wasm_split.js");
const source = await readFile(loader, "utf8");

// The loader's statements, as wasm-split-cli writes them.
const PART = /^export const __wasm_split_load_(\w+) = wrapAsyncCb\((makeLoad\([^]*?\n), \[(.*)\]\)\);\n/gm;
const CHUNK = /^(?:\/\*.*\*\/\n)?const (__(chunk_\d+)) = makeLoad\([^]*?\n, \[\]\);\n/gm;
const parts = [...source.matchAll(PART)].map(([, name, , chunks]) => ({ name, chunks: new Set(chunks.split(/, */)) }));
const first = parts.find(({ name }) => name === FIRST);

const joined = new Map();
for (const [, constant, name] of source.matchAll(CHUNK)) {
  const { size } = await stat(join(cut, `${name}.wasm`));
  if (first.chunks.has(constant) || size < SMALL) joined.set(constant, join(cut, `${name}.wasm`));
}

const whole = join(cut, `split_${FIRST}.wasm`);
await merge([whole, ...joined.values()], whole);
for (const file of joined.values()) await rm(file);

const load = `const __first = makeLoad(() => {
    const src = fetch(new URL("./split_${FIRST}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, { main: imports.__wasm_split }));
}
, []);
`;
const chunks = source.replace(CHUNK, (statement, constant) => (joined.has(constant) ? "" : statement));
const rewritten = chunks.replace(PART, (_, name, made, needed) => {
  const left = ["__first", ...needed.split(/, */).filter((constant) => constant && !joined.has(constant))];
  return `export const __wasm_split_load_${name} = wrapAsyncCb(${name === FIRST ? "__first" : `${made}, [${left.join(", ")}])`});\n`;
});
await writeFile(loader, rewritten.replace(/^(?=\/\*|const __chunk|export const)/m, () => load));

// wasm-merge takes equal imports of two modules for two different ones: so all import them from one module in between.
async function merge(files, into) {
  const between = `${into}.between`;
  await writeFile(between, await modulePassingOn(files[0]));
  const named = [between, "__wasm_split", ...files.flatMap((file, index) => [file, `part_${index}`])];
  const tool = fileURLToPath(new URL("../../node_modules/binaryen/bin/wasm-merge", import.meta.url));
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  execFileSync(process.execPath, [tool, ...named, "-o", into, ...features], { stdio: ["ignore", "ignore", "pipe"] });
  await rm(between);
}

async function modulePassingOn(file) {
  const module = binaryen.readBinary(withoutNotes(await readFile(file)));
  const pages = module.getMemoryInfo().initial;
  const { initial } = binaryen.getTableInfo(module.getTableByIndex(0));
  module.dispose();
  const passed = binaryen.parseText(`(module
    (import "main" "memory" (memory ${pages}))
    (import "main" "__indirect_function_table" (table ${initial} funcref))
    (import "main" "__wasm_split_shared0" (global (mut i32)))
    (export "memory" (memory 0))
    (export "__indirect_function_table" (table 0))
    (export "__wasm_split_shared0" (global 0)))`);
  const bytes = passed.emitBinary();
  passed.dispose();
  return bytes;
}
