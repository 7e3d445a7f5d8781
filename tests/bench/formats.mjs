// How long it takes to save 10,000 indicators in each of the other formats: the finished app in a browser, from 「ファイルに保存する」
// to the file, with the longest task of the main thread meanwhile, and how large the file is.
// node formats.mjs [--sizes 1000,10000]   (cargo xtask bench builds the app first)
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { host } from "../../xtask/web/host.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const wish = process.argv.indexOf("--sizes");
const sizes = wish < 0 ? [10000] : process.argv[wish + 1].split(",").map(Number);

const work = await mkdtemp(join(tmpdir(), "michishirube-formats-"));
const outfile = join(work, "large.mjs");
await build({ entryPoints: [join(here, "..", "e2e", "large.ts")], outfile, format: "esm", bundle: true });
const { largeStrategy } = await import(pathToFileURL(outfile));
const app = await host(process.env.MICHISHIRUBE_DIST);
const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined });

try {
  for (const size of sizes) {
    const file = join(work, `${size}.json`);
    await writeFile(file, largeStrategy(size));
    console.log(`指標 ${size}`);
    console.log("    書き出し ms  最長のタスク ms        KB  形式");
    await saved(file);
  }
} finally {
  await browser.close();
  app.close();
  await rm(work, { recursive: true, force: true });
}

// Every format but our own, one after another, as a person saves them.
async function saved(file) {
  const context = await browser.newContext({ locale: "ja-JP", serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  await context.addInitScript({ path: join(here, "watch.js") });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  try {
    await page.goto(app.address);
    await page.getByLabel("ファイルを開く").first().setInputFiles(file);
    await page.getByRole("status", { name: "保存のようす" }).getByRole("button").click();
    await page.getByRole("dialog", { name: "保存のようす" }).getByRole("button", { name: "ほかの形式で保存" }).click();
    const dialog = page.getByRole("dialog", { name: "ほかの形式で保存" });
    const radios = dialog.getByRole("radio");
    await radios.first().waitFor();
    for (let at = 1; at < (await radios.count()); at += 1) {
      await radios.nth(at).check();
      const name = (await radios.nth(at).locator("xpath=following-sibling::span/b").innerText()).trim();
      await page.evaluate(() => (watch.tasks.length = 0));
      const start = performance.now();
      const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "ファイルに保存する" }).click()]);
      const written = Math.round(performance.now() - start);
      const { size } = await stat(await download.path());
      const longest = Math.round(await page.evaluate(() => watch.painted().then(() => Math.max(0, ...watch.tasks))));
      console.log([String(written).padStart(15), String(longest).padStart(16), String(Math.round(size / 1024)).padStart(9), ` ${name}`].join(" "));
    }
  } finally {
    await context.close();
  }
}
