// The folder edition: files that any static host can serve under any sub-path. node folder.mjs BUILT DIST
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beginnings, boot, chunks, css, files, glue, isReaders, readPage, tidy } from "./page.mjs";
import { transform } from "esbuild";

const [built, dist] = process.argv.slice(2);
const staging = `${built}-folder`;
const short = (content) => createHash("sha256").update(content).digest("hex").slice(0, 12);

await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });

// Returns a name made from the content: a browser may cache such a file for ever and still never shows a stale one.
async function put(kind, extension, content, folder = staging) {
  const name = `${kind}-${short(content)}.${extension}`;
  await writeFile(join(folder, name), content);
  return name;
}

// Puts the dictionaries into the folder: they are requested by their names in the build.
async function putWords(folder, isAsked) {
  const known = {};
  for (const name of (await files(built)).filter((name) => name.startsWith("words/") && isAsked(name))) {
    known[name] = await put(name.replace(/^words.(.*)\.txt$/, "words-$1"), "txt", await readFile(join(built, name)), folder);
  }
  return known;
}

// The readers' app, in a folder of its own: with a `strategy.json` in it, it can be published anywhere.
async function makeReader() {
  const folder = join(staging, "reader");
  await mkdir(folder);
  const page = await readPage(built, "reader/index.html");
  const style = await put("style", "css", await css(built, page.styles), folder);
  const starter = await put("boot", "js", await boot(built, page), folder);
  const app = await put("app", "js", await glue(built, page, "esm"), folder);
  const wasm = await put("app", "wasm", await readFile(join(built, page.wasm)), folder);
  const words = JSON.stringify(await putWords(folder, isReaders));
  await cp(join(built, "icon.svg"), join(folder, "icon.svg"));
  let html = page.html.replace("../icon.svg", "./icon.svg");
  for (const { tag } of page.styles.slice(1)) html = html.replace(tag, "");
  html = html.replace(page.styles[0].tag, `<link rel="stylesheet" href="./${style}">`);
  html = html.replace(
    page.boot.tag,
    `<link rel="modulepreload" href="./${app}" crossorigin="anonymous">
    <link rel="preload" href="./${wasm}" crossorigin="anonymous" as="fetch" type="application/wasm">
    <script src="./${starter}" data-glue="${app}" data-wasm="${wasm}" data-words="readers" data-names='${words}' defer></script>`,
  );
  await writeFile(join(folder, "index.html"), tidy(html));
}

const page = await readPage(built);
const putStyle = async (name, when) => put(name, "css", await css(built, page.styles.filter(({ fetched }) => fetched === when)));
const chunkNames = {};
for (const name of await chunks(built)) {
  const part = name.replace(/^split_|\.wasm$/g, "").replace("_", "-");
  chunkNames[name] = await put(`part-${part}`, "wasm", await readFile(join(built, name)));
}
const names = {
  style: await putStyle("style", "first"),
  styleLater: await putStyle("later", "later"),
  styleSeldom: await putStyle("seldom", "seldom"),
  boot: await put("boot", "js", await boot(built, page)),
  glue: await put("app", "js", await glue(built, page, "esm", chunkNames)),
  wasm: await put("app", "wasm", await readFile(join(built, page.wasm))),
};

const known = await putWords(staging, (name) => !isReaders(name));
// The parts of the worker are requested in the same way, later.
const worker = [
  (known["worker.js"] = await put("worker", "js", await readFile(join(built, "worker.js")))),
  (known["worker_bg.wasm"] = await put("worker", "wasm", await readFile(join(built, "worker_bg.wasm")))),
];
await makeReader();

const isBeginning = beginnings(page);
for (const name of (await files(built)).filter((name) => !isBeginning(name) && !isReaders(name) && !chunkNames[name] && !known[name])) {
  await mkdir(dirname(join(staging, name)), { recursive: true });
  await cp(join(built, name), join(staging, name));
}

let html = page.html;
for (const { tag } of page.styles.slice(1)) html = html.replace(tag, "");
html = html.replace(page.styles[0].tag, `<link rel="stylesheet" href="./${names.style}">`);
for (const tag of page.preloads) {
  html = html.replace(tag, tag.replace(page.glue, names.glue).replace(page.wasm, names.wasm));
}
html = html.replace(
  page.boot.tag,
  `<script src="./${names.boot}" data-glue="${names.glue}" data-wasm="${names.wasm}" data-strategy="${chunkNames["split_strategy.wasm"]}" data-cover="${chunkNames["split_cover.wasm"]}" data-style="${names.styleLater}" data-seldom="${names.styleSeldom}" data-names='${JSON.stringify(known)}' data-worker="sw.js" defer></script>`,
);
await writeFile(join(staging, "index.html"), tidy(html));

const kept = (await files(staging)).filter((name) => !name.startsWith("licenses/") && !isReaders(name));
const hash = (content) => createHash("sha256").update(content).digest("base64");
const hashes = await Promise.all(
  kept.map(async (name) => [name === "index.html" ? "" : name, hash(await readFile(join(staging, name)))]),
);
const template = await readFile(new URL("sw.js", import.meta.url), "utf8");
const { code } = await transform(template, {
  minify: true,
  charset: "utf8",
  define: {
    VERSION: JSON.stringify(short(JSON.stringify(hashes))),
    FILES: JSON.stringify(Object.fromEntries(hashes)),
    LATER: JSON.stringify(worker),
  },
});
await writeFile(join(staging, "sw.js"), code);

await rm(dist, { recursive: true, force: true });
await rename(staging, dist);
