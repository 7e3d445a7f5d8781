// Makes the files that open by double-click, without a network: the whole app in one HTML file, and the reader's app in
// another. Both leave a place for a strategy that is handed over with them. node single-file.mjs BUILT DIST
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beginnings, boot, css, files, glue, isReaders, readPage, tidy } from "./page.mjs";

const [built, dist] = process.argv.slice(2);

// Placeholders for the packed parts and for a strategy; `src/app/one_file` and `src/output/export/one_file.rs` look
// for them.
const SHELF = "<!-- shelf -->";
const STRATEGY = "<!-- strategy.json -->";

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

// Every script is known by its hash, and there is nothing to connect to.
const policy = (scripts, style) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(allow).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${allow(style)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src data: blob:",
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

// Splits a page into a frame and its packed parts. They are at the end of its body; in its head if the app takes the
// whole body.
async function apart(page, later, { says = "", inHead = false } = {}) {
  const style = await css(built, page.styles);
  const starter = inline(await boot(built, page));
  const app = await glue(built, page, "iife");
  const contents = await Promise.all(later.map(({ content }) => content));
  const scripts = contents.filter((_, at) => later[at].name.endsWith(".js"));
  const shelf = [
    shelve(page.glue, app),
    shelve(page.wasm, await readFile(join(built, page.wasm))),
    ...later.map(({ name }, at) => shelve(name, contents[at])),
  ];
  const icon = await readFile(join(built, "icon.svg"));
  let html = page.html;
  for (const tag of page.preloads) html = swap(html, tag, "");
  for (const { tag } of page.styles.slice(1)) html = swap(html, tag, "");
  html = html.replace(/<link rel="manifest"[^>]*>/, "");
  html = swap(html, html.match(/(?<=Content-Security-Policy" content=")[^"]+/)[0], policy([starter, app, ...scripts], style));
  html = swap(html, html.match(/href="\.\.?\/icon\.svg"/)[0], `href="data:image/svg+xml;base64,${icon.toString("base64")}"`);
  html = swap(html, page.boot.tag, "");
  html = tidy(html);
  html = swap(html, page.styles[0].tag, `<style>${style}</style>`);
  const start =
    `<script data-edition="file" data-glue="${page.glue}" data-wasm="${page.wasm}"${says} data-build="${name(shelf)}">${starter}</script>`;
  html = swap(html, "</body>", `${start}\n</body>`);
  const place = inHead ? "</head>" : start;
  return { frame: swap(html, place, [SHELF, STRATEGY, place].join("\n")), shelf };
}

const whole = ({ frame, shelf }) => swap(frame, SHELF, shelf.join("\n"));
const carried = (names) => names.map((name) => ({ name, content: readFile(join(built, name)) }));
const all = await files(built);

const reader = await readPage(built, "reader/index.html");
const isRead = (name) => /^words\/\w+-readers\.txt$|^licenses\//.test(name);
const reading = whole(await apart(reader, carried(all.filter(isRead)), { says: ' data-words="readers"', inHead: true }));
await writeFile(join(dist, "reader.html"), reading);

const page = await readPage(built);
const isBeginning = beginnings(page);
const isFurniture = (name) => /^icon[^/]*\.svg$|\.webmanifest$/.test(name);
const later = carried(all.filter((name) => !isBeginning(name) && !isFurniture(name) && !isReaders(name)));
const app = await apart(page, [...later, { name: "reader.html", content: reading }]);
// It hands itself over: with its frame it can reassemble itself, however the browser has changed it meanwhile.
app.shelf.push(shelve("michishirube.html", app.frame));
await writeFile(join(dist, "michishirube.html"), whole(app));
