// Joins what wasm-split cut too small. It makes a chunk for every set of parts that share something: fifty files, which
// cost a request each and, packed one by one, a sixth more than as a few. node join.mjs CUT
import binaryen from "binaryen";
import { execFileSync } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withoutCustomSections } from "./custom_sections.mjs";

// Chunks that are fetched together: a chunk goes to the first of these that holds all its users. Every part waits for
// `strategy`, because a page is opened in an open strategy only.
const TOGETHER = [
  { name: "strategy", holds: (sharers) => sharers.includes("strategy") },
  { name: "pages", holds: (sharers) => ["overview", "checks", "outline"].some((part) => sharers.includes(part)) },
  { name: "indicators", holds: (sharers) => sharers.every((part) => ["indicators", "views", "windows"].includes(part)) },
  { name: "figures", holds: (sharers) => ["indicators", "charts"].some((part) => sharers.includes(part)) },
  { name: "others", holds: () => true },
];

// WebAssembly features that rustc uses, and several memories, until they are known to be one.
const FEATURES = ["bulk-memory", "multimemory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

const [cut] = process.argv.slice(2);
const loader = join(cut, "__wasm_split.js");
const source = await readFile(loader, "utf8");

// The loader's statements, as wasm-split-cli writes them.
const PART = /^export const __wasm_split_load_(\w+) = wrapAsyncCb\((makeLoad\([^]*?\n), \[(.*)\]\)\);\n/gm;
const CHUNK = /^(?:\/\*.*\*\/\n)?const (__chunk_\d+) = makeLoad\([^]*?\n, \[\]\);\n/gm;
const parts = [...source.matchAll(PART)].map(([, name, , chunks]) => ({ name, chunks: new Set(chunks.split(/, */).filter(Boolean)) }));
const chunks = [...source.matchAll(CHUNK)].map(([, constant]) => constant);

// Another version of wasm-split-cli may write them in another way: then the app would wait for chunks that are gone.
for (const [found, start] of [[parts, /^export const __wasm_split_load_/gm], [chunks, /^const __chunk_/gm]]) {
  const expected = source.match(start)?.length ?? 0;
  if (found.length && found.length === expected) continue;
  throw new Error(`${loader} の文を読み取れません（${start.source}: ${expected} 個のうち ${found.length} 個）。wasm-split の版と join.mjs を合わせてください。`);
}

const groupOf = new Map(
  chunks.map((constant) => {
    const sharers = parts.filter((part) => part.chunks.has(constant)).map(({ name }) => name);
    return [constant, TOGETHER.find(({ holds }) => holds(sharers)).name];
  }),
);

const file = (name) => join(cut, `${name}.wasm`);
const isGroup = (name) => TOGETHER.some((group) => group.name === name);

// The groups that a part waits for, as the loader names them; it may be told before they are.
function waits(name) {
  const part = parts.find((part) => part.name === name);
  const groups = new Set(name === "strategy" ? [] : ["strategy", ...[...(part?.chunks ?? [])].map((constant) => groupOf.get(constant))]);
  groups.delete(name);
  return [...groups].map((group) => `() => __${group}()`).join(", ");
}

const loads = [];
for (const { name } of TOGETHER) {
  const shared = chunks.filter((constant) => groupOf.get(constant) === name).map((constant) => file(constant.slice(2)));
  const own = parts.some((part) => part.name === name) ? [file(`split_${name}`)] : [];
  if (!own.length && !shared.length) continue;
  await merge([...own, ...shared], file(`split_${name}`));
  for (const joined of shared) await rm(joined);
  loads.push(`const __${name} = makeLoad(() => {
    const src = fetch(new URL("./split_${name}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, { main: imports.__wasm_split }));
}
, [${own.length ? waits(name) : ""}]);
`);
}

const rewritten = source.replace(CHUNK, "").replace(PART, (_, name, made) => {
  const load = isGroup(name) ? `__${name}` : `${made}, [${waits(name)}])`;
  return `export const __wasm_split_load_${name} = wrapAsyncCb(${load});\n`;
});
await writeFile(loader, rewritten.replace(/^(?=export const)/m, () => loads.join("")));

// wasm-merge takes equal imports of two modules for two different ones: so all import them from one module in between.
async function merge(files, into) {
  const between = `${into}.between`;
  const made = `${into}.made`;
  await writeFile(between, await modulePassingOn(files[0]));
  const named = [between, "__wasm_split", ...files.flatMap((file, index) => [file, `part_${index}`])];
  const tool = fileURLToPath(new URL("../../node_modules/binaryen/bin/wasm-merge", import.meta.url));
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  execFileSync(process.execPath, [tool, ...named, "-g", "-o", made, ...features], { stdio: ["ignore", "ignore", "pipe"] });
  await rm(between);
  await rename(made, into);
}

async function modulePassingOn(file) {
  const module = binaryen.readBinary(withoutCustomSections(await readFile(file)));
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
