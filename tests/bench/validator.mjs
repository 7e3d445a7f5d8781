// The validator that a page by hand would use for our files: ajv, and our published schema.
import { build } from "esbuild";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

// Puts `validator.js` and `schema.json` into a folder.
export async function bundleValidator(folder) {
  const entry = `import Ajv from "ajv/dist/2020.js"; globalThis.validator = (schema) => new Ajv({ strict: false }).compile(schema);`;
  await build({
    stdin: { contents: entry, resolveDir: root },
    outfile: join(folder, "validator.js"),
    bundle: true,
    minify: true,
    logLevel: "warning",
  });
  await copyFile(join(root, "public", "schema", "michishirube-2.schema.json"), join(folder, "schema.json"));
}
