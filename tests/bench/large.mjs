// Plans of many indicators in the finished app: what the benches of long work begin with.
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { host } from "../../xtask/web/host.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

// The numbers of indicators to measure: those of `--sizes 1000,10000`, else these.
export function wanted(sizes) {
  const wish = process.argv.indexOf("--sizes");
  return wish < 0 ? sizes : process.argv[wish + 1].split(",").map(Number);
}

// Calls `measure(size, file, opened)` for each size: `file` is the plan, `opened(use)` opens it in a browser of its own, whose
// page is watched, and gives what `use(page)` gives.
export async function withLargePlans(sizes, measure) {
  const work = await mkdtemp(join(tmpdir(), "michishirube-large-"));
  const outfile = join(work, "large.mjs");
  await build({ entryPoints: [join(here, "..", "e2e", "large.ts")], outfile, format: "esm", bundle: true });
  const { largeStrategy } = await import(pathToFileURL(outfile));
  const app = await host(process.env.MICHISHIRUBE_DIST);
  const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined });
  try {
    for (const size of sizes) {
      const file = join(work, `${size}.json`);
      await writeFile(file, largeStrategy(size));
      await measure(size, file, (use) => opened(browser, app, file, use));
    }
  } finally {
    await browser.close();
    app.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function opened(browser, app, file, use) {
  const context = await browser.newContext({ locale: "ja-JP", serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  try {
    await context.addInitScript({ path: join(here, "watch.js") });
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(app.address);
    await page.getByLabel("ファイルを開く").first().setInputFiles(file);
    return await use(page);
  } finally {
    await context.close();
  }
}

// Clears the recorded tasks of the main thread.
export const watched = (page) => page.evaluate(() => (watch.tasks.length = 0));

// The longest task of the main thread since, in ms.
export async function longest(page) {
  return Math.round(await page.evaluate(() => watch.painted().then(() => Math.max(0, ...watch.tasks))));
}
