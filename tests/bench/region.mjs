// 広域 with 179 towns, made out of the samples, beside a naive page in JavaScript that reads the same files and counts without
// judging: from files to table, the longest task, the memory held. node region.mjs
import { chromium } from "@playwright/test";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { host } from "../../xtask/web/host.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const samples = join(here, "..", "..", "public", "samples");
const TOWNS = 179;
const RUNS = 5;

const work = await mkdtemp(join(tmpdir(), "michishirube-region-"));
const files = await townFiles();
const hosts = { app: await host(process.env.MICHISHIRUBE_DIST), hand: await host(join(here, "page")) };
const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined });
try {
  const app = await best(() => measure(`${hosts.app.address}#/region`, "section[aria-labelledby=region-towns] tbody tr"));
  const hand = await best(() => measure(`${hosts.hand.address}region.html`, "tbody tr"));
  console.log("\n| 広域 179町 | みちしるべ | 手書きの JS | 倍 |\n|---|---:|---:|---:|");
  row("ファイルから表まで", app.time, hand.time, "ms");
  row("いちばん長い処理", app.longest, hand.longest, "ms");
  row("ためたメモリ（JS）", app.memory / 1e6, hand.memory / 1e6, "MB");
} finally {
  await browser.close();
  Object.values(hosts).forEach((one) => one.close());
  await rm(work, { recursive: true, force: true });
}

function row(name, app, hand, unit) {
  const ratio = hand > 0 ? (app / hand).toFixed(2) : "—";
  console.log(`| ${name} | ${app.toFixed(0)} ${unit} | ${hand.toFixed(0)} ${unit} | ${ratio} |`);
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

async function best(run) {
  let best;
  for (let n = 0; n < RUNS; n++) {
    const one = await run();
    if (!best || one.time < best.time) best = one;
  }
  return best;
}

async function measure(address, rows) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await page.goto(address);
  const input = page.locator("input[type=file]");
  await input.waitFor({ state: "attached" });
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
  await input.setInputFiles(files);
  const time = await page.evaluate(() => globalThis.shown);
  const seen = await page.evaluate(() => ({ longest: globalThis.longest, memory: performance.memory?.usedJSHeapSize ?? 0 }));
  await context.close();
  return { time, ...seen };
}
