// The time of a digit, Enter, a step of scrolling and a paste by its parts: script, style, layout, paint and layers for each
// of the two pages, and the functions of the app by name.
// node why.mjs [--size 10000]   (cargo xtask bench --why builds the app first)
//   MICHISHIRUBE_NAMED: the folder with the names of the functions; a build that has them itself needs none.
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { plain } from "../../xtask/web/functions.mjs";
import { namesOf } from "./functions.mjs";
import { app, hand } from "./pages.mjs";
import { timeline } from "./timeline.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const wish = process.argv.indexOf("--size");
const size = wish < 0 ? 10_000 : Number(process.argv[wish + 1]);
// Functions told of each act.
const FUNCTIONS = 12;

const work = await mkdtemp(join(tmpdir(), "michishirube-why-"));
const [{ largeStrategy }, { staticHost, SUB_PATH }] = [await bundled("large"), await bundled("serve")];
const file = join(work, "plan.json");
await writeFile(file, largeStrategy(size));
const hosts = [process.env.MICHISHIRUBE_DIST, join(here, "page")].map((folder) => staticHost(folder));
const browser = await chromium.launch({
  executablePath: process.env.CHROME || undefined,
  args: ["--no-sandbox", "--disable-frame-rate-limit", "--disable-gpu-vsync", "--enable-blink-features=ForceEagerMeasureMemory"],
});
try {
  const [ours, theirs] = [await measure(app, hosts[0]), await measure(hand, hosts[1])];
  print(ours, theirs);
} finally {
  await browser.close();
  for (const host of hosts) {
    host.closeAllConnections();
    host.close();
  }
  await rm(work, { recursive: true, force: true });
}

// A module of the end-to-end tests, which are TypeScript.
async function bundled(name) {
  const outfile = join(work, `${name}.mjs`);
  await build({ entryPoints: [join(here, "..", "e2e", `${name}.ts`)], outfile, bundle: true, platform: "node", format: "esm" });
  return import(pathToFileURL(outfile));
}

// The acts, each so often; a paste is done once.
function acts(page, kind) {
  const press = async (key) => {
    await page.keyboard.press(key);
    await page.evaluate(() => watch.painted());
  };
  // Each turn pastes other figures: those of the turn before are there already.
  let turn = 6;
  const paste = () => {
    turn += 1;
    const figure = (row, column) => turn * 10_000 + row * 6 + column;
    const block = Array.from({ length: Math.min(1000, size) }, (_, row) => Array.from({ length: 6 }, (_, column) => figure(row, column)).join("\t"));
    const seen = ([selector, text, first]) => {
      // The page by hand leaves the cursor out of sight.
      document.activeElement.scrollIntoView({ block: "nearest" });
      return watch.paste(selector, text, new RegExp(`^${first}[0-5]\\d{3}$`));
    };
    return page.evaluate(seen, [kind.cells, block.join("\n"), turn]);
  };
  return {
    数字: [60, (at) => press(String(at % 10))],
    Enter: [40, () => press("Enter")],
    貼り付け: [1, paste],
    スクロール: [60, (at) => page.evaluate(([selector, at]) => {
      const scroller = document.querySelector(selector);
      // Each turn begins at the top.
      if (at === 0) scroller.scrollTop = 0;
      return watch.scroll(scroller, 1, 700);
    }, [kind.scroller, at])],
  };
}

// Each act three times over: the time of the processor, the tasks of the browser, the functions. Each has its own turn,
// because to look costs time, too.
async function measure(kind, host) {
  await new Promise((ready) => host.listen(0, "127.0.0.1", ready));
  const context = await browser.newContext({ locale: "ja-JP", serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  await context.addInitScript({ path: join(here, "watch.js") });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`http://127.0.0.1:${host.address().port}${SUB_PATH}`);
  await kind.started(page);
  await kind.take(page, file);
  await kind.show(page);
  await kind.toGrid(page);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  for (let at = 0; at < 20; at++) await page.keyboard.press("4");
  const measured = {};
  for (const [name, [times, act]] of Object.entries(acts(page, kind))) {
    await page.waitForTimeout(2500);
    const each = async () => {
      for (let at = 0; at < times; at++) await act(at);
    };
    console.log(`▸ ${name} を測っています`);
    measured[name] = {
      ...(await processor(session, times, each)),
      ...(await timeline(session, times, each)),
      functions: await functions(session, times, each),
    };
  }
  const named = await namesOf(session, process.env.MICHISHIRUBE_NAMED);
  for (const one of Object.values(measured)) one.functions = summed(one.functions, named);
  await context.close();
  return measured;
}

// Milliseconds of the main thread for each act.
async function processor(session, times, act) {
  const now = async () => Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  const before = await now();
  await act();
  const after = await now();
  const spent = (name) => ((after[name] - before[name]) * 1000) / times;
  return { task: spent("TaskDuration"), script: spent("ScriptDuration"), style: spent("RecalcStyleDuration"), layout: spent("LayoutDuration") };
}

// The functions in which the samples of a profile lie, each with its milliseconds for each act.
async function functions(session, times, act) {
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 200 });
  await session.send("Profiler.start");
  await act();
  const { profile } = await session.send("Profiler.stop");
  await session.send("Profiler.disable");
  const spent = new Map();
  profile.samples.forEach((node, at) => spent.set(node, (spent.get(node) ?? 0) + profile.timeDeltas[at]));
  return profile.nodes.map(({ id, callFrame }) => ({ callFrame, ms: (spent.get(id) ?? 0) / 1000 / times }));
}

function summed(frames, named) {
  const all = new Map();
  for (const { callFrame, ms } of frames) {
    const name = plain(named(callFrame));
    if (ms > 0 && !/^\((idle|program|root)\)$/.test(name)) all.set(name, (all.get(name) ?? 0) + ms);
  }
  return [...all].sort(([, a], [, b]) => b - a).slice(0, FUNCTIONS);
}

function print(ours, theirs) {
  const figure = (number) => number.toFixed(2);
  console.log(`\n指標 ${size} 件。1 回あたり、主スレッドの ms（「塗り直し」は要素の数）\n`);
  const columns = { task: "処理", script: "スクリプト", style: "スタイル", layout: "配置", paint: "描画", layers: "レイヤー", restyled: "塗り直し" };
  console.log(`| 操作 | 画面 | ${Object.values(columns).join(" | ")} |\n|---|---|${"---:|".repeat(Object.keys(columns).length)}`);
  for (const act of Object.keys(ours)) {
    for (const [page, measured] of [["みちしるべ", ours], ["手書きの JS", theirs]]) {
      console.log(`| ${act} | ${page} | ${Object.keys(columns).map((name) => figure(measured[act][name])).join(" | ")} |`);
    }
  }
  for (const [act, { functions }] of Object.entries(ours)) {
    console.log(`\n${act}: 時間のかかる関数（1 回あたり ms）`);
    for (const [name, ms] of functions) console.log(`  ${figure(ms).padStart(7)}  ${name}`);
  }
}
