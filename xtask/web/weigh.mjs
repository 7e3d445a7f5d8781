// Names the bytes of the finished wasm by crate, module or function. The modules of NAMED are those delivered, with the names
// of their functions; the first part still has the long names of its imports (names.mjs).
// node weigh.mjs NAMED [--part NAME]… [--by crate|module|function] [--against NAMED] [--most COUNT] [--emptied]
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { withoutCustomSections } from "./custom_sections.mjs";
import { functionsOf, plain } from "./functions.mjs";
import { leb, module, sections } from "./sections.mjs";

const CODE = 10;
// A body that does nothing.
const EMPTY = Buffer.from([0, 0, 11]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string", multiple: true },
    by: { type: "string", default: "crate" },
    against: { type: "string" },
    most: { type: "string", default: "40" },
    emptied: { type: "boolean", default: false },
  },
});

const KEYS = { crate: (name) => crateOf(name), module: (name) => moduleOf(name), function: (name) => name };
const keyOf = KEYS[values.by];
if (!keyOf) fails(`--by は ${Object.keys(KEYS).join("・")} のどれかです: ${values.by}`);
if (values.emptied && values.against) fails("--emptied と --against は、一度には使えません。");

const parts = await partsIn(positionals[0], values.part);
const rows = weights(parts);
if (values.against) printDifference(weights(await partsIn(values.against, values.part)), rows);
else printWeights(rows, values.emptied ? emptied(parts) : undefined);

function fails(sentence) {
  console.error(sentence);
  process.exit(1);
}

// The requested parts of a build, each with its bytes and its size after brotli.
async function partsIn(folder, wanted) {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".wasm"));
  if (!files.length) fails(`${folder} に、名前のついた部品がありません。先に cargo xtask dist で組み立ててください。`);
  const named = new Map(files.map((file) => [partName(file), file]));
  const unknown = wanted?.find((name) => !named.has(name));
  if (unknown) fails(`「${unknown}」という部品はありません。あるもの: ${[...named.keys()].sort().join(" ")}`);
  return Promise.all(
    (wanted ?? [...named.keys()]).map(async (name) => {
      const bytes = await readFile(join(folder, named.get(name)));
      const plainBytes = withoutCustomSections(bytes);
      return { bytes: plainBytes, packed: packed(plainBytes), functions: functionsOf(bytes) };
    }),
  );
}

function partName(file) {
  const name = file.replace(/\.wasm$/, "").replace(/^split_|_bg$/g, "");
  return name === "michishirube" ? "first" : name;
}

function packed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

// The size of each group over all parts. Bytes outside functions (data, tables, types) are a group of their own.
function weights(parts) {
  const groups = new Map();
  for (const { bytes, packed, functions } of parts) {
    const add = (key, raw, count) => {
      const group = groups.get(key) ?? { raw: 0, packed: 0, count: 0 };
      groups.set(key, group);
      group.raw += raw;
      // Its share of the packed part, in proportion: the real packed size of a group depends on its neighbours.
      group.packed += (raw * packed) / bytes.length;
      group.count += count;
    };
    let rest = bytes.length;
    for (const { name, body } of functions) {
      add(groupOf(name), body.length, 1);
      rest -= body.length;
    }
    add("（データ・表・型）", rest, 0);
  }
  return groups;
}

function groupOf(name) {
  return keyOf(plain(name).replace(/(::)?_?\{\{(closure|vtable\.shim)\}\}/g, "")) || "（名のない関数）";
}

// The crate of a function. A generic of the standard library counts for the crate whose type it is made for.
function crateOf(name) {
  const crates = [...name.matchAll(/(?<![\w:])([a-z]\w*)(?=::)/g)].map(([crate]) => crate);
  return crates.find((crate) => !["core", "alloc", "std"].includes(crate)) ?? crates[0] ?? "";
}

// The path above a function: its types begin with a capital letter.
function moduleOf(name) {
  const own = crateOf(name);
  if (!own) return "";
  const path = name.slice(name.search(new RegExp(`(?<![\\w:])${own}::`))).match(/^\w+(::[a-z_]\w*)*/)[0].split("::");
  const typeFollows = /^::[A-Z<]/.test(name.slice(name.indexOf(path.join("::")) + path.join("::").length));
  return path.length > 1 && !typeFollows ? path.slice(0, -1).join("::") : path.join("::");
}

// For each group the bytes that its parts save in packed form if its bodies are empty: slow, and closer to the truth.
function emptied(parts) {
  return (key) =>
    parts.reduce((sum, { bytes, packed: whole, functions }) => {
      if (!functions.some(({ name }) => groupOf(name) === key)) return sum;
      const bodies = functions.map(({ name, body }) => (groupOf(name) === key ? EMPTY : body));
      const code = Buffer.concat([leb(bodies.length), ...bodies.flatMap((body) => [leb(body.length), body])]);
      const without = sections(bytes).map(({ kind, content }) => ({ kind, content: kind === CODE ? code : content }));
      return sum + whole - packed(module(without));
    }, 0);
}

function printWeights(groups, measured) {
  const sum = { raw: 0, packed: 0, count: 0 };
  for (const group of groups.values()) for (const what of Object.keys(sum)) sum[what] += group[what];
  console.log(`  そのまま    brotli      個数  ${measured ? "空にした差  " : ""}（バイト。brotli は大きさの割合で分けた見積り）`);
  const heaviest = [...groups].sort(([, a], [, b]) => b.raw - a.raw).slice(0, Number(values.most));
  for (const [key, group] of heaviest) console.log(line(group, measured && group.count ? measured(key) : undefined, key));
  console.log(line(sum, undefined, "= 合計"));
}

function line({ raw, packed, count }, measured, label) {
  const cells = [raw, Math.round(packed), count].map((cell) => String(cell).padStart(10));
  if (values.emptied) cells.push(String(measured ?? "").padStart(10));
  return `${cells.join("")}  ${label}`;
}

function printDifference(before, after) {
  const none = { raw: 0, packed: 0, count: 0 };
  const signed = (number) => `${number > 0 ? "+" : ""}${Math.round(number)}`.padStart(10);
  const changes = [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [was, is] = [before.get(key) ?? none, after.get(key) ?? none];
    return { key, raw: is.raw - was.raw, packed: is.packed - was.packed, count: is.count - was.count };
  });
  const show = ({ raw, packed, count }, label) => console.log(`${signed(raw)}${signed(packed)}${signed(count)}  ${label}`);
  console.log("  そのまま    brotli      個数  （前との差、バイト。brotli は大きさの割合で分けた見積り）");
  const greatest = changes.filter(({ raw, count }) => raw || count).sort((a, b) => Math.abs(b.raw) - Math.abs(a.raw));
  for (const change of greatest.slice(0, Number(values.most))) show(change, change.key);
  const sum = (what) => changes.reduce((sum, change) => sum + change[what], 0);
  show({ raw: sum("raw"), packed: sum("packed"), count: sum("count") }, "= 合計");
}
