// Optimises the wasm of a folder while the rest is compiled; assemble.mjs then finds the results in KEPT.
// node optimise.mjs FOLDER small|fast KEPT
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { LEVELS, optimiserIn } from "./optimiser.mjs";

const [folder, level, kept] = process.argv.slice(2);
const names = (await readdir(folder)).filter((name) => name.endsWith(".wasm"));
const modules = await Promise.all(
  names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)), levels: LEVELS[level] })),
);
await (await optimiserIn(kept)).each(modules, () => {});
