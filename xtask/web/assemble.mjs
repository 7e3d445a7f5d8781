// The finished parts of the app in one folder, from which both editions are made: what index.html asks of Trunk,
// and the wasm, cut into chunks by wasm-split and optimised here. node assemble.mjs CUT BUILT
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const [cut, built] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../", import.meta.url));
const optimiser = join(root, "node_modules", "binaryen", "bin", "wasm-opt");

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });

const source = await readFile(join(root, "index.html"), "utf8");
const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];

// What stands in the page in the place of one of Trunk's links.
const made = {
  async css(tag) {
    const file = attribute(tag, "href");
    await cp(join(root, file), join(built, basename(file)));
    return `<link rel="stylesheet" href="./${basename(file)}">`;
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
    const flags = attribute(tag, "data-wasm-opt-params").split(" ");
    for (const name of await readdir(cut)) {
      if (name.endsWith(".wasm")) await optimise(name, flags);
      else await cp(join(cut, name), join(built, name), { recursive: true });
    }
    return [
      '<link rel="modulepreload" href="./michishirube.js" crossorigin="anonymous">',
      '<link rel="preload" href="./michishirube_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm">',
      '<script src="./boot.js" data-glue="michishirube.js" data-wasm="michishirube_bg.wasm" defer></script>',
    ].join("\n");
  },
};

// Names and notes of the linker go; only what the browser reads stays.
function optimise(name, flags) {
  const words = [join(cut, name), "-Oz", "--strip-debug", "--strip-producers", ...flags, "--output", join(built, name)];
  return promisify(execFile)(process.execPath, [optimiser, ...words]);
}

let html = source;
for (const [tag] of source.matchAll(/<link data-trunk [^>]*>/g)) {
  const replacement = await made[attribute(tag, "rel")](tag);
  html = html.replace(tag, () => replacement);
}
await writeFile(join(built, "index.html"), html);
