// The built app from the view of both editions: the page, the parts that it starts with, and everything else.
import { build, transform } from "esbuild";
import { readFile, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

// The parts of a first screen, by the names under which the build leaves them.
export async function readPage(built, file = "index.html") {
  const html = (await readFile(join(built, file), "utf8")).replace(/<!--[\s\S]*?-->/g, "");
  const styles = [...html.matchAll(/<link rel="stylesheet" href="\.\.?\/([^"]+)"[^>]*>/g)];
  const boot = html.match(/<script src="\.\.?\/([^"]+)" data-glue="(?:\.\.\/)?([^"]+)" data-wasm="(?:\.\.\/)?([^"]+)"(?: data-words="\w+" data-names='[^']*')? defer(?:="")?><\/script>/);
  const preloads = [...html.matchAll(/<link rel="(?:module)?preload"[^>]*>/g)];
  if (!styles.length || !boot) throw new Error("組み立てたページに、スタイルか boot.js が見つかりません: " + built);
  return {
    html,
    // Time at which a style sheet is fetched: `later` with an open strategy, `seldom` with rare tasks, otherwise at
    // once.
    styles: styles.map(([tag, name]) => ({ tag, name, fetched: tag.match(/ data-(later|seldom)\b/)?.[1] ?? "first" })),
    preloads: preloads.map(([tag]) => tag),
    boot: { tag: boot[0], name: boot[1] },
    glue: boot[2],
    wasm: boot[3],
  };
}

// True if a file belongs to the reader's app.
export const isReaders = (name) => /^reader(\/|\.js$|\.css$|_bg\.wasm$)|^words\/\w+-readers\.txt$/.test(name);

// Joins some style sheets to one, in the order of the page.
export async function css(built, styles) {
  const sheets = await Promise.all(styles.map(({ name }) => readFile(join(built, name), "utf8")));
  const { code } = await transform(sheets.join("\n"), { loader: "css", minify: true, charset: "utf8" });
  return code;
}

// The chunks of the app that are fetched on first use, by the names under which the build leaves them.
export const chunks = async (built) => (await readdir(built)).filter((name) => /^(split|chunk)_\w+\.wasm$/.test(name));

// wasm-split fetches its chunks by address; ours come through boot.js, which knows where they are in each edition.
const chunksThroughBoot = (names) => ({
  name: "chunks-through-boot",
  setup({ onLoad }) {
    onLoad({ filter: /__wasm_split\.js$/ }, async ({ path }) => {
      const fetched = /fetch\(new URL\("\.\/([^"]+)", import\.meta\.url\)\)/g;
      const text = await readFile(path, "utf8");
      return { contents: text.replace(fetched, (_, name) => `michishirube.chunk(${JSON.stringify(names[name] ?? name)})`) };
    });
  },
});

// Returns the wasm-bindgen glue with its imports, as a module or, for the file edition, as a plain script. `names`:
// the names of the chunks in an edition, if they differ.
export async function glue(built, page, format, names = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(built, page.glue)],
    bundle: true,
    write: false,
    minify: true,
    format,
    charset: "utf8",
    target: "es2022",
    logLevel: "warning",
    // wasm-bindgen names the module once for each function it takes from there.
    logOverride: { "duplicate-object-key": "silent" },
    plugins: [chunksThroughBoot(names)],
    ...(format === "iife" && { globalName: "michishirubeGlue", define: { "import.meta.url": "document.baseURI" } }),
  });
  return outputFiles[0].text;
}

export async function boot(built, page) {
  const text = await readFile(join(built, page.boot.name), "utf8");
  return (await transform(text, { minify: true, charset: "utf8", target: "es2020" })).code.trim();
}

// The names of all files below a folder, with forward slashes, in a stable order.
export async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

// Returns the parts that a page starts with, as opposed to those it requests later.
export function beginnings(page) {
  const snippets = (name) => name.startsWith("snippets/");
  const names = new Set(["index.html", "__wasm_split.js", page.boot.name, page.glue, page.wasm, ...page.styles.map(({ name }) => name)]);
  return (name) => names.has(name) || snippets(name);
}

export const tidy = (html) => html.replace(/^\s+/gm, "");
