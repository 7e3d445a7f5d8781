// 広域 with 179 towns, made out of the samples, beside a page by hand that reads the same files, rates the plain cases and shows
// the same table: reading one file after the other, all together, and one after the other with our schema checked by ajv, for
// the app refuses files that do not hold to it. From the files to the table of all towns, the longest task until everything is
// drawn, the memory of the page's process. node region.mjs [--towns 1741] [--runs 3]
import { chromium } from "@playwright/test";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { host } from "../../xtask/web/host.mjs";
import { bundleValidator } from "./validator.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const samples = join(here, "..", "..", "public", "samples");
const { values } = parseArgs({ options: { towns: { type: "string" }, runs: { type: "string" } } });
// The municipalities of 北海道; 1741 are those of Japan.
const TOWNS = Number(values.towns ?? 179);
const RUNS = Number(values.runs ?? 5);
// A person takes longer than this to choose files: by then a page has done what it prepares.
const CHOOSING = 2_000;
const SETTLED = 1_500;

const work = await mkdtemp(join(tmpdir(), "michishirube-region-"));
const files = await townFiles();
await cp(join(here, "page"), join(work, "page"), { recursive: true });
await bundleValidator(join(work, "page"));
const hosts = { app: await host(process.env.MICHISHIRUBE_DIST), hand: await host(join(work, "page")) };
const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined });
const PAGES = {
  app: [`${hosts.app.address}#/region`, "section[aria-labelledby=region-towns] tbody tr"],
  hand: [`${hosts.hand.address}region.html`, "tbody tr"],
  together: [`${hosts.hand.address}region.html#together`, "tbody tr"],
  checked: [`${hosts.hand.address}region.html#checked`, "tbody tr"],
};
try {
  // In turns, so that what else the machine does falls on all of them.
  const runs = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
  for (let n = 0; n < RUNS; n++) for (const [name, page] of Object.entries(PAGES)) runs[name].push(await measure(...page));
  const [app, hand, together, checked] = Object.values(runs).map(told);
  console.log(`\n| 広域 ${TOWNS}町 | みちしるべ | 手書き（1つずつ読む） | 倍 | 手書き（まとめて読む） | 倍 | 手書き（ajvで確かめる） | 倍 |\n|---|---:|---:|---:|---:|---:|---:|---:|`);
  row("ファイルから表まで（いちばん速い回）", "best", "ms");
  row("ファイルから表まで（中央の回）", "middle", "ms");
  row("いちばん長い処理", "longest", "ms");
  row("ふえたメモリ（ページのプロセス全体）", "memory", "MB");

  function row(name, of, unit) {
    const one = (page) => (Number.isNaN(page[of]) ? "—" : `${page[of].toFixed(0)} ${unit}`);
    const times = (page) => (page[of] > 0 ? (app[of] / page[of]).toFixed(2) : "—");
    console.log(`| ${[name, one(app), one(hand), times(hand), one(together), times(together), one(checked), times(checked)].join(" | ")} |`);
  }
} finally {
  await browser.close();
  Object.values(hosts).forEach((one) => one.close());
  await rm(work, { recursive: true, force: true });
}

// Of several runs.
function told(runs) {
  const times = runs.map(({ time }) => time).sort((a, b) => a - b);
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    best: times[0],
    middle: middle(times),
    longest: middle(runs.map(({ longest }) => longest)),
    memory: middle(runs.map(({ memory }) => memory)) / 1e6,
  };
}

async function townFiles() {
  const names = (await readdir(samples)).sort();
  const plans = await Promise.all(names.map((name) => readFile(join(samples, name), "utf8")));
  const files = [];
  for (let n = 0; n < TOWNS; n++) {
    const plan = JSON.parse(plans[n % plans.length]);
    plan.town = { name: `第${n + 1}町` };
    files.push(join(work, `${n + 1}.json`));
    await writeFile(files.at(-1), JSON.stringify(plan));
  }
  return files;
}

async function measure(address, rows) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await page.goto(address, { timeout: 180_000 });
  const input = page.locator("input[type=file][multiple]");
  // At the first visit the host packs what it gives.
  await input.waitFor({ state: "attached", timeout: 180_000 });
  await page.waitForTimeout(CHOOSING);
  await page.evaluate(
    ({ rows, towns }) => {
      globalThis.shown = new Promise((done) => {
        const begin = (event) => {
          if (event.target.type !== "file") return;
          const start = performance.now();
          globalThis.longest = 0;
          const look = () =>
            document.querySelectorAll(rows).length >= towns ? done(performance.now() - start) : requestAnimationFrame(look);
          look();
        };
        addEventListener("change", begin, { capture: true });
      });
    },
    { rows, towns: TOWNS },
  );
  const before = await resident();
  await input.setInputFiles(files);
  const time = await page.evaluate(() => globalThis.shown);
  await page.waitForTimeout(SETTLED);
  const memory = (await resident()) - before;
  const longest = await page.evaluate(() => globalThis.longest);
  await context.close();
  return { time, longest, memory };
}

// Returns the memory of the pages' processes, with WebAssembly and workers, in bytes; on Linux only.
async function resident() {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    const held = await Promise.all(pages.map(({ id }) => readFile(`/proc/${id}/status`, "utf8")));
    return held.reduce((sum, status) => sum + Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1024, 0);
  } catch {
    return NaN;
  } finally {
    await session.detach();
  }
}
