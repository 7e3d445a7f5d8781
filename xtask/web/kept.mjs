// Cache of build results, by the same bytes and the same recipe: making them takes minutes.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

// Opens a folder that stores results by their inputs. `recipe`: everything that determines a result, as texts or
// bytes.
export function keptIn(folder, recipe) {
  const used = new Set();
  return {
    // Returns the result of `make` for the bytes, from now or before. `how`: the part of the recipe that differs
    // between calls.
    async of(bytes, how, make) {
      const name = nameOf([...recipe, how, bytes]);
      used.add(name);
      const before = await readFile(join(folder, name)).catch(() => undefined);
      if (before) return before;
      const made = await make();
      await mkdir(folder, { recursive: true });
      // Rename a finished file, because a build may be stopped; its name is unique, because two threads may make the same.
      const part = join(folder, `${randomUUID()}.part`);
      await writeFile(part, made);
      await rename(part, join(folder, name));
      return made;
    },
    // Deletes results that this build did not request.
    async tidy() {
      const names = await readdir(folder).catch(() => []);
      await Promise.all(names.filter((name) => !used.has(name)).map((name) => rm(join(folder, name))));
    },
  };
}

// Each part with its length before it: no two lists of parts have the same bytes.
function nameOf(parts) {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part);
    hash.update(`${bytes.length} `).update(bytes);
  }
  return hash.digest("hex");
}
