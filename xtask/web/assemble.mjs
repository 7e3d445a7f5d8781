// Collects the finished parts of the app in one folder, from which both editions are made: the files that index.html
// requests from Trunk, and the wasm, split into chunks by wasm-split and optimised.
// node assemble.mjs CUT READER WORKER KEPT BUILT NAMED   (NAMED: the same modules with the names of their functions,
// for the bench)
import { transform } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withoutCustomSections } from "./custom_sections.mjs";
import { shortened } from "./names.mjs";
import { LEVELS, optimiserIn } from "./optimiser.mjs";

const [cut, reader, worker, kept, built, named] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../", import.meta.url));

for (const folder of [built, named]) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

const optimiser = await optimiserIn(kept);
const modules = [];
for (const [folder, levels] of [[cut, LEVELS.small], [reader, LEVELS.small], [worker, LEVELS.fast]]) {
  for (const name of await readdir(folder)) {
    if (name.endsWith(".wasm")) modules.push({ name, bytes: await readFile(join(folder, name)), levels });
    else await cp(join(folder, name), join(built, name), { recursive: true });
  }
}
await optimiser.each(modules, async ({ name }, bytes) => {
  await writeFile(join(named, name), bytes);
  await writeFile(join(built, name), withoutCustomSections(bytes));
});
await optimiser.tidy();

const source = await readFile(join(root, "index.html"), "utf8");
const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];

// Replacements of Trunk's links in the page.
const made = {
  async css(tag) {
    const file = attribute(tag, "href");
    await cp(join(root, file), join(built, basename(file)));
    if (/ data-apart\b/.test(tag)) return "";
    return `<link rel="stylesheet" href="./${basename(file)}"${tag.match(/ data-(later|seldom)\b/)?.[0] ?? ""}>`;
  },
  async "copy-file"(tag) {
    const file = attribute(tag, "href");
    await cp(join(root, file), join(built, basename(file)));
    return "";
  },
  async "copy-dir"(tag) {
    const folder = attribute(tag, "href");
    await cp(join(root, folder), join(built, attribute(tag, "data-target-path") ?? basename(folder)), { recursive: true });
    return "";
  },
  async rust(tag) {
    if (attribute(tag, "data-bin") === "reader") {
      await shorten("reader_bg.wasm", "reader.js");
      return "";
    }
    if (attribute(tag, "data-bin") === "worker") {
      await shorten("worker_bg.wasm", "worker.js");
      const glue = join(built, "worker.js");
      await writeFile(glue, (await transform(await readFile(glue, "utf8"), { minify: true, charset: "utf8" })).code);
      return "";
    }
    await shorten("michishirube_bg.wasm", "michishirube.js");
    return [
      '<link rel="modulepreload" href="./michishirube.js" crossorigin="anonymous">',
      '<link rel="preload" href="./michishirube_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm">',
      '<script src="./boot.js" data-glue="michishirube.js" data-wasm="michishirube_bg.wasm" defer></script>',
    ].join("\n");
  },
};

async function shorten(wasm, glue) {
  const short = shortened(await readFile(join(built, wasm)), await readFile(join(built, glue), "utf8"));
  await writeFile(join(built, wasm), short.wasm);
  await writeFile(join(built, glue), short.glue);
}

let html = source;
for (const [tag] of source.matchAll(/<link data-trunk [^>]*>/g)) {
  const replacement = await made[attribute(tag, "rel")](tag);
  html = html.replace(tag, () => replacement);
}

// The samples are written to be read: without the blanks a tenth less is loaded.
for (const name of await readdir(join(built, "samples"))) {
  const file = join(built, "samples", name);
  await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, "utf8"))));
}
await writeFile(join(built, "index.html"), html);
