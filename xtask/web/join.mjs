// Joins the small chunks of wasm-split. It makes a chunk for every set of parts that share code: fifty files, which
// cost a request each and, packed one by one, a sixth more than as a few. node join.mjs CUT
import binaryen from "binaryen";
import { execFileSync } from "node:child_process";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withoutCustomSections } from "./custom_sections.mjs";
import { withTidyTables } from "./tables.mjs";

// Files of the finished app, each with the parts that it contains completely (`parts`) and the chunks it takes: a
// chunk goes to the first that holds all its users. Every part waits for `strategy`, because a page is opened in an
// open strategy only. A strategy opens with 概況, which needs the count of 点検: one file of these packs a tenth
// better than four. The rows that 体系 and 指標 share are there too, because one of both is opened next. `texts` is
// shared by the page of chapters and rarely opened pages.
const TOGETHER = [
  {
    name: "strategy",
    parts: ["strategy", "overview", "checks"],
    holds: (users) => ["strategy", "overview", "checks"].some((part) => users.includes(part)) || ["outline", "indicators"].every((part) => users.includes(part)),
  },
  { name: "pages", parts: [], holds: (users) => users.includes("outline") },
  { name: "indicators", parts: ["indicators"], holds: (users) => users.every((part) => ["indicators", "views", "windows"].includes(part)) },
  { name: "figures", parts: [], holds: (users) => ["indicators", "charts"].some((part) => users.includes(part)) },
  { name: "cover", parts: ["cover"], holds: (users) => users.includes("cover") },
  { name: "texts", parts: [], holds: (users) => users.includes("chapters") },
  { name: "others", parts: [], holds: () => true },
];

// WebAssembly features that rustc uses, and several memories, until they are known to be one.
const FEATURES = ["bulk-memory", "multimemory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

// Parts that are needed when a strategy is opened and edited, with the cover of a stored one. All the others wait for
// `others`, which brings the style and the texts for rare tasks (public/boot.js).
const OFTEN = ["strategy", "cover", "overview", "checks", "outline", "indicators", "charts", "chapters"];

const [cut] = process.argv.slice(2);
const loader = join(cut, "__wasm_split.js");
const source = await readFile(loader, "utf8");

// The loader's statements, as wasm-split-cli writes them.
const PART = /^export const __wasm_split_load_(\w+) = wrapAsyncCb\((makeLoad\([^]*?\n), \[(.*)\]\)\);\n/gm;
const CHUNK = /^(?:\/\*.*\*\/\n)?const (__chunk_\d+) = makeLoad\([^]*?\n, \[\]\);\n/gm;
const parts = [...source.matchAll(PART)].map(([, name, , chunks]) => ({ name, chunks: new Set(chunks.split(/, */).filter(Boolean)) }));
const chunks = [...source.matchAll(CHUNK)].map(([, constant]) => constant);

// Another version of wasm-split-cli may write them differently: then the app would wait for chunks that no longer
// exist.
for (const [found, start] of [[parts, /^export const __wasm_split_load_/gm], [chunks, /^const __chunk_/gm]]) {
  const expected = source.match(start)?.length ?? 0;
  if (found.length && found.length === expected) continue;
  throw new Error(`${loader} の文を読み取れません（${start.source}: ${expected} 個のうち ${found.length} 個）。wasm-split の版と join.mjs を合わせてください。`);
}

const groupOf = new Map(
  chunks.map((constant) => {
    const users = parts.filter((part) => part.chunks.has(constant)).map(({ name }) => name);
    return [constant, TOGETHER.find(({ holds }) => holds(users)).name];
  }),
);

const file = (name) => join(cut, `${name}.wasm`);
const groupOfPart = (name) => TOGETHER.find((group) => group.parts.includes(name))?.name;

// The groups that parts wait for, by their names in the loader; they may be named before they exist.
function waits(names, own) {
  const needed = parts.filter(({ name }) => names.includes(name)).flatMap((part) => [...part.chunks]);
  const groups = new Set(own === "strategy" ? [] : ["strategy", ...needed.map((constant) => groupOf.get(constant))]);
  if (names.some((name) => !OFTEN.includes(name))) groups.add("others");
  groups.delete(own);
  return [...groups].map((group) => `() => __${group}()`).join(", ");
}

const loads = [];
for (const { name, parts: whole } of TOGETHER) {
  const shared = chunks.filter((constant) => groupOf.get(constant) === name).map((constant) => constant.slice(2));
  const joined = [...whole.map((part) => `split_${part}`), ...shared];
  if (!joined.length) continue;
  await merge(joined.map(file), file(`split_${name}`));
  for (const one of joined.filter((one) => one !== `split_${name}`)) await rm(file(one));
  loads.push(`const __${name} = makeLoad(() => {
    const src = fetch(new URL("./split_${name}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, { main: imports.__wasm_split }));
}
, [${waits(whole, name)}]);
`);
}

await tidyTables();

// The texts for rare tasks come with `others`. Only it may contain the code that looks them up, and it contains a
// chunk if no part of `OFTEN` uses it: any code that shows one of these texts has waited for them.
if (!/text_said_seldom17h[0-9a-f]{16}E(?! indirect)/.test(await readFile(file("split_others"), "latin1"))) {
  throw new Error("計画を開く部品が、あとから届くことばを使っています。src/words/pack.rs の SELDOM から、そのページを外してください。");
}

const rewritten = source.replace(CHUNK, "").replace(PART, (_, name, made) => {
  const group = groupOfPart(name);
  const load = group ? `__${group}` : `${made}, [${waits([name])}])`;
  return `export const __wasm_split_load_${name} = wrapAsyncCb(${load});\n`;
});
await writeFile(loader, rewritten.replace(/^(?=export const)/m, () => loads.join("")));

// The first part contains the whole table, with empty places for the others: it stays unchanged.
async function tidyTables() {
  const names = (await readdir(cut)).filter((name) => name.endsWith(".wasm"));
  const parts = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(cut, name))])));
  for (const [name, bytes] of withTidyTables(parts, names.filter((name) => !name.startsWith("split_")))) await writeFile(join(cut, name), bytes);
}

// wasm-merge treats equal imports of two modules as two different ones: so all import them from one module in
// between.
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
