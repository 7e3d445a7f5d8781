// The finished parts of the app in one folder, from which both editions are made: what index.html asks of Trunk,
// and the wasm, cut into chunks by wasm-split and optimised here. node assemble.mjs CUT READER BESIDE BUILT
import binaryen from "binaryen";
import { transform } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { shortened } from "./names.mjs";
import { withFunctionNames, withoutCustomSections } from "./custom_sections.mjs";
import { keptIn } from "./kept.mjs";

const [cut, reader, beside, built] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../", import.meta.url));

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });

const source = await readFile(join(root, "index.html"), "utf8");
const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];

// What stands in the page in the place of one of Trunk's links.
const made = {
  async css(tag) {
    const file = attribute(tag, "href");
    await cp(join(root, file), join(built, basename(file)));
    if (/ data-apart\b/.test(tag)) return "";
    return `<link rel="stylesheet" href="./${basename(file)}"${/ data-later\b/.test(tag) ? " data-later" : ""}>`;
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
      await optimise(reader);
      await shorten("reader_bg.wasm", "reader.js");
      return "";
    }
    if (attribute(tag, "data-bin") === "beside") {
      await optimise(beside, FAST);
      await shorten("beside_bg.wasm", "beside.js");
      const glue = join(built, "beside.js");
      await writeFile(glue, (await transform(await readFile(glue, "utf8"), { minify: true, charset: "utf8" })).code);
      return "";
    }
    await optimise(cut);
    await shorten("michishirube_bg.wasm", "michishirube.js");
    return [
      '<link rel="modulepreload" href="./michishirube.js" crossorigin="anonymous">',
      '<link rel="preload" href="./michishirube_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm">',
      '<script src="./boot.js" data-glue="michishirube.js" data-wasm="michishirube_bg.wasm" defer></script>',
    ].join("\n");
  },
};

async function optimise(folder, levels = SMALL) {
  for (const name of await readdir(folder)) {
    if (name.endsWith(".wasm")) await writeFile(join(built, name), await small(await readFile(join(folder, name)), levels));
    else await cp(join(folder, name), join(built, name), { recursive: true });
  }
}

// What every browser of the last years knows, and rustc uses.
const FEATURES = ["BulkMemory", "BulkMemoryOpt", "CallIndirectOverlong", "NontrappingFPToInt", "SignExt", "MutableGlobals", "ReferenceTypes", "Multivalue"]
  .reduce((all, name) => all | binaryen.Features[name], 0);

// As small as can be (-Oz); and as fast as can be (-O3), for what is fetched on first use only and works long.
const SMALL = [2, 2];
const FAST = [3, 0];

// How it is made small is what stands here, and which tool does it.
const recipe = ["xtask/web/assemble.mjs", "xtask/web/custom_sections.mjs", "package-lock.json"];
const kept = keptIn(join(built, "..", "optimised"), await Promise.all(recipe.map((name) => readFile(join(root, name)))));
const small = (bytes, levels) => kept.of(bytes, levels.join(), () => optimised(bytes, levels));

function optimised(bytes, [optimize, shrink]) {
  const module = binaryen.readBinary(withFunctionNames(bytes));
  module.setFeatures(FEATURES);
  binaryen.setOptimizeLevel(optimize);
  binaryen.setShrinkLevel(shrink);
  module.optimize();
  // In the order of their names, kindred functions stand together: that packs better than by how often they are called.
  module.runPasses(["reorder-functions-by-name"]);
  const small = withoutCustomSections(Buffer.from(module.emitBinary()));
  module.dispose();
  return small;
}

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
await writeFile(join(built, "index.html"), html);
await kept.tidy();
