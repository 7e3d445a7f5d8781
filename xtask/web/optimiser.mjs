// Optimises wasm modules, two at a time: Binaryen in JavaScript uses one processor only.
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { keptIn } from "./kept.mjs";

// The optimise and shrink levels: `small` is -Oz; `fast` is -O1, for parts that are fetched on first use only,
// compute long and are compiled for speed already: -O3 takes eight times as long, and packs no better.
export const LEVELS = { small: [2, 2], fast: [1, 0] };

// Parts that nearly every visit fetches. They are rebuilt as well (passes.mjs), which takes three times as long.
const EVERYBODYS = /^(michishirube_bg|reader_bg|split_(strategy|pages|outline|indicators|figures))\.wasm$/;

// More threads would need more memory than a small machine has.
const AT_ONCE = Math.min(2, availableParallelism());

// Everything that decides the bytes of a result, besides the module and its levels.
const RECIPE = [
  "passes.mjs",
  "custom_sections.mjs",
  "functions.mjs",
  "instructions.mjs",
  "order.mjs",
  "reordered.mjs",
  "sections.mjs",
  "../../package-lock.json",
];

// Makes an optimiser that stores its results in `folder`.
export async function optimiserIn(folder) {
  const kept = keptIn(folder, await Promise.all(RECIPE.map((name) => readFile(new URL(name, import.meta.url)))));
  return {
    // Optimises modules of the form { name, bytes, levels } and passes each with its result to `take`.
    async each(modules, take) {
      // The biggest first, so that the last threads end at about the same time.
      const queue = [...modules].sort((a, b) => b.bytes.length - a.bytes.length);
      const work = async () => {
        for (let module = queue.shift(); module; module = queue.shift()) {
          const rebuilt = EVERYBODYS.test(module.name);
          const recipe = [...module.levels, rebuilt].join();
          await take(module, await kept.of(module.bytes, recipe, () => inThread({ ...module, rebuilt })));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    tidy: kept.tidy,
  };
}

// Each module has a thread of its own, so that its memory is free again before the next.
async function inThread({ name, bytes, levels, rebuilt }) {
  const start = performance.now();
  const made = await new Promise((done, failed) => {
    const thread = new Worker(new URL("passes.mjs", import.meta.url), { workerData: { bytes, levels, rebuilt } });
    thread.once("message", done).once("error", failed);
    thread.once("exit", (code) => failed(new Error(`${name} の最適化が途中で終わりました（終了コード ${code}）。`)));
  });
  console.log(`  ${name}: ${((performance.now() - start) / 1000).toFixed(1)} 秒`);
  return made;
}
