// The file edition: the whole app in one HTML file that opens by double-click, without a network.
// node single-file.mjs BUILT DIST
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beginnings, boot, css, files, glue, isReaders, readPage, tidy } from "./page.mjs";

const [built, dist] = process.argv.slice(2);
const page = await readPage(built);
const isBeginning = beginnings(page);
const isFurniture = (name) => /^icon[^/]*\.svg$|^screenshot\.png$|\.webmanifest$/.test(name);

// A replacement given as a function is taken as it is: `$` in minified code means nothing special.
const swap = (html, tag, content) => {
  if (!html.includes(tag)) throw new Error("ページに見つかりません: " + tag);
  return html.replace(tag, () => content);
};
const inline = (script) => script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
const allow = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
const name = (contents) => createHash("sha256").update(contents.join("")).digest("hex").slice(0, 12);
const shelve = (name, content) =>
  `<script type="application/gzip" data-asset="${name}">${gzipSync(content, { level: 9 }).toString("base64")}</script>`;

const style = await css(built, page.styles);
const starter = inline(await boot(built, page));
const app = await glue(built, page, "iife");
const later = (await files(built)).filter((name) => !isBeginning(name) && !isFurniture(name) && !isReaders(name));
const contents = await Promise.all(later.map((name) => readFile(join(built, name))));
const scripts = contents.filter((_, at) => later[at].endsWith(".js"));

// Every script is known by its hash, and there is nothing to connect to.
const policy = [
  "default-src 'none'",
  `script-src ${[starter, app, ...scripts].map(allow).join(" ")} 'wasm-unsafe-eval'`,
  `style-src ${allow(style)}`,
  "style-src-attr 'unsafe-inline'",
  "img-src data: blob:",
  "worker-src blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const icon = await readFile(join(built, "icon.svg"));
let html = page.html;
for (const tag of page.preloads) html = swap(html, tag, "");
for (const { tag } of page.styles.slice(1)) html = swap(html, tag, "");
html = swap(html, html.match(/<link rel="manifest"[^>]*>/)[0], "");
html = swap(html, html.match(/(?<=Content-Security-Policy" content=")[^"]+/)[0], policy);
html = swap(html, 'href="./icon.svg"', `href="data:image/svg+xml;base64,${icon.toString("base64")}"`);
html = swap(html, page.boot.tag, "");
html = tidy(html);
html = swap(html, page.styles[0].tag, `<style>${style}</style>`);
const shelf = [
  shelve(page.glue, app),
  shelve(page.wasm, await readFile(join(built, page.wasm))),
  ...later.map((name, at) => shelve(name, contents[at])),
];
const start =
  `<script data-edition="file" data-glue="${page.glue}" data-wasm="${page.wasm}" data-build="${name(shelf)}">${starter}</script>`;
html = swap(html, "</body>", [...shelf, start, "</body>"].join("\n"));

await writeFile(join(dist, "michishirube.html"), html);
