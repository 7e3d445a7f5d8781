// The finished app beside a page written by hand in JavaScript that does the same minimal work (page/), in one browser,
// in one run, on strategies of 100, 1,000 and 10,000 indicators. Prints a table; the ratios are what counts.
// node run.mjs [--sizes 100,1000]   (cargo xtask bench builds the app first)
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { host } from "../../xtask/web/host.mjs";
import { app, hand } from "./pages.mjs";
import { print } from "./table.mjs";
import { bundleValidator } from "./validator.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const root = join(here, "..", "..");
const wish = process.argv.indexOf("--sizes");
const sizes = wish < 0 ? [100, 1000, 10000] : process.argv[wish + 1].split(",").map(Number);
const RUNS = 5;

const work = await mkdtemp(join(tmpdir(), "michishirube-bench-"));
const strategies = await largeStrategies();
await cp(join(here, "page"), join(work, "page"), { recursive: true });
await bundleValidator(join(work, "page"));
const hosts = { app: await host(process.env.MICHISHIRUBE_DIST), hand: await host(join(work, "page")) };
const browser = await chromium.launch({
  executablePath: process.env.CHROME || undefined,
  // Without a frame rate a time to the next paint is work, and not waiting for the screen.
  args: ["--disable-frame-rate-limit", "--disable-gpu-vsync", "--enable-blink-features=ForceEagerMeasureMemory"],
});

const results = [];
try {
  for (const size of sizes) {
    const file = join(work, `${size}.json`);
    await writeFile(file, strategies(size));
    console.log(`▸ 指標 ${size} 件（${((await readFile(file)).length / 1e6).toFixed(1)} MB）を測っています`);
    const result = { size, app: await measure(app, hosts.app, file, size), hand: await measure(hand, hosts.hand, file, size) };
    result.parse = await withPage(hosts.hand, (page) => parsing(page, file));
    results.push(result);
  }
  print(results);
} finally {
  await browser.close();
  Object.values(hosts).forEach((one) => one.close());
  await rm(work, { recursive: true, force: true });
}

// The generator of the end-to-end tests is TypeScript.
async function largeStrategies() {
  const outfile = join(work, "large.mjs");
  await build({ entryPoints: [join(root, "tests", "e2e", "large.ts")], outfile, format: "esm", bundle: true });
  return (await import(pathToFileURL(outfile))).largeStrategy;
}

// A new profile, so that nothing is cached or kept.
async function withPage(at, act) {
  const context = await browser.newContext({ locale: "ja-JP", serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  await context.addInitScript({ path: join(here, "watch.js") });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  try {
    at.given.length = 0;
    await page.goto(at.address);
    return await act(page);
  } finally {
    await context.close();
  }
}

// All figures of one page and one file. Times in ms, sizes in bytes.
async function measure(kind, at, file, size) {
  const memory = [];
  const tasks = {};
  return withPage(at, async (page) => {
    const step = async (name, act) => {
      await page.evaluate(() => (watch.tasks.length = 0));
      const outcome = await act();
      tasks[name] = await page.evaluate(() => watch.painted().then(() => Math.max(0, ...watch.tasks)));
      // Memory that a page has just freed counts until the browser collects it.
      await page.waitForTimeout(1000);
      memory.push(await page.evaluate(() => performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)));
      return outcome;
    };
    await kind.started(page);
    const firstBytes = weight(at.given);
    const imported = await step("import", () => kind.open(page, file));
    const starts = [];
    let editorBytes;
    for (let run = 0; run < RUNS; run++) {
      at.given.length = 0;
      starts.push(await step("start", () => kind.again(page).finally(() => (editorBytes ??= weight(at.given)))));
    }
    await kind.toGrid(page);
    const keys = await step("keys", () => typed(page));
    const paste = await step("paste", () => pasted(page, kind, size));
    const scroll = await step("scroll", () => page.evaluate(([selector]) => watch.scroll(document.querySelector(selector), 150, 700), [kind.scroller]));
    await kind.tour?.(page, step);
    return { firstBytes, editorBytes, imported, start: median(starts.map(({ seen }) => seen)), open: median(starts.map(({ open }) => open)), keys, paste, scroll, memory: Math.max(...memory), tasks };
  });
}

function weight(parts) {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

// 30 cells of four letters, as by hand: each key when the one before is on the screen.
async function typed(page) {
  await page.evaluate(() => (watch.keys.length = 0));
  for (let cell = 0; cell < 30; cell++) {
    for (const key of ["4", "8", ".", String(cell % 10), "Enter"]) await page.keyboard.press(key);
  }
  return page.evaluate(() => watch.painted().then(() => watch.keys));
}

// As many rows as there are: of a longer block the app would ask whether to add some.
function pasted(page, kind, size) {
  const block = Array.from({ length: Math.min(1000, size * 2) }, (_, row) => Array.from({ length: 6 }, (_, column) => 70_000 + row * 6 + column).join("\t"));
  return page.evaluate(([selector, text]) => watch.paste(selector, text, /^7[0-5]\d{3}$/), [kind.cells, block.join("\n")]);
}

// Bare JSON.parse of the same bytes, and JSON.parse with our schema checked by ajv.
async function parsing(page, file) {
  const schema = await readFile(join(work, "page", "schema.json"), "utf8");
  await page.addScriptTag({ url: "validator.js" });
  await page.getByLabel("ファイルを開く").setInputFiles(file);
  const times = await page.evaluate(
    async ([schema, runs]) => {
      const bytes = await document.getElementById("file").files[0].arrayBuffer();
      const validate = validator(JSON.parse(schema));
      const bare = [];
      const checked = [];
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        const strategy = JSON.parse(new TextDecoder().decode(bytes));
        const parsed = performance.now();
        if (!validate(strategy)) throw new Error(JSON.stringify(validate.errors[0]));
        bare.push(parsed - start);
        checked.push(performance.now() - start);
      }
      return { bare, checked };
    },
    [schema, RUNS],
  );
  return { bare: median(times.bare), checked: median(times.checked) };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
