// A robot types figures into 指標の表, one cell under the other, beside the saving, and looks whether each key arrived, in its
// order, on the page and in what is kept.
// node typing.mjs [--seconds 60] [--rate 30] [--indicators 10000]   (MICHISHIRUBE_DIST: a folder of the app)
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL("./", import.meta.url));
const wish = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const [seconds, rate, indicators] = [wish("seconds", 60), wish("rate", 30), wish("indicators", 10_000)];
const PATIENCE = 600_000;
const TWO_FRAMES = 2000 / 60;

const work = await mkdtemp(join(tmpdir(), "michishirube-typing-"));
const bundled = async (name) => {
  const outfile = join(work, `${name}.mjs`);
  await build({ entryPoints: [join(here, "..", "e2e", `${name}.ts`)], outfile, bundle: true, platform: "node", format: "esm" });
  return import(pathToFileURL(outfile));
};
const [{ staticHost, SUB_PATH }, { largeStrategy }] = [await bundled("serve"), await bundled("large")];
const server = staticHost(process.env.MICHISHIRUBE_DIST);
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined, args: ["--no-sandbox"] });
try {
  process.exitCode = (await robot(`http://127.0.0.1:${server.address().port}${SUB_PATH}`)) ? 0 : 1;
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await rm(work, { recursive: true, force: true });
}

async function robot(address) {
  const context = await browser.newContext({ locale: "ja-JP", serviceWorkers: "block", permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(address);
  const file = join(work, "plan.json");
  await writeFile(file, largeStrategy(indicators));
  await page.getByLabel("ファイルを開く").first().setInputFiles(file);
  await saved(page);
  await page.getByRole("link", { name: /^指標/ }).first().click();
  await begin(page);

  const wanted = figures(Math.floor((seconds * rate) / 4));
  const late = await typed(page, wanted.flatMap((figure) => [...figure, "Enter"]));
  const shown = await column(page, wanted.length);
  await saved(page);
  await page.reload();
  await begin(page);
  const kept = await column(page, wanted.length);
  const ok = [told("画面", wanted, shown), told("保存", wanted, kept)];
  console.log(`1 打鍵から描くまで: p50 ${late.p50} ms、p95 ${late.p95} ms、最大 ${late.most} ms（${wanted.length * 4} 打鍵、1 秒に ${late.rate}）`);
  // A busy machine is late by itself: this is told, and fails nothing.
  console.log(`${late.over === 0 ? "✓" : "✗"} 2 フレーム（${TWO_FRAMES.toFixed(1)} ms）より遅い打鍵: ${late.over}`);
  await context.close();
  return ok.every(Boolean);
}

// Three digits each, so that a figure with a key too few, too many or exchanged is another one.
function figures(count) {
  return Array.from({ length: count }, (_, at) => String(100 + ((at * 389) % 900)));
}

function saved(page) {
  return page.waitForFunction(() => {
    const bar = document.querySelector('[role="status"][aria-label="保存の状況"]')?.textContent ?? "";
    return /この端末に保存(?:済み)? ?\d/.test(bar) && !/保存しています/.test(bar);
  });
}

function cell(page) {
  // A row that stands shows one row of the table after another: the first is known by its number.
  return page.getByRole("grid").locator('[role=row][aria-rowindex="1"] .grid-cell').nth(2);
}

// Puts the cursor on the first actual.
async function begin(page) {
  await page.getByRole("button", { name: "実績のみ" }).click();
  await cell(page).click();
  await page.waitForFunction(() => document.activeElement?.id === "grid-input");
}

// Types in time, however long the page takes; returns how late the page painted.
async function typed(page, keys) {
  await page.evaluate(() => {
    globalThis.late = [];
    const paint = (then) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
    addEventListener("keydown", (event) => paint(() => globalThis.late.push(performance.now() - event.timeStamp)), true);
  });
  const session = await page.context().newCDPSession(page);
  const sent = [];
  const begun = performance.now();
  for (const [at, key] of keys.entries()) {
    const wait = begun + (at * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((later) => setTimeout(later, wait));
    // The next key does not wait for the answer to this one.
    for (const type of ["keyDown", "keyUp"]) sent.push(session.send("Input.dispatchKeyEvent", { type, ...stroke(key) }));
  }
  await Promise.all(sent);
  const took = (performance.now() - begun) / 1000;
  const late = (await page.evaluate(() => globalThis.late)).map(Math.round).toSorted((a, b) => a - b);
  const share = (part) => late[Math.min(late.length - 1, Math.floor(late.length * part))];
  const over = late.filter((time) => time > TWO_FRAMES).length;
  return { over, p50: share(0.5), p95: share(0.95), most: late.at(-1), rate: (keys.length / took).toFixed(1) };
}

function stroke(key) {
  if (key === "Enter") return { key, code: key, text: "\r", windowsVirtualKeyCode: 13 };
  return { key, code: `Digit${key}`, text: key, windowsVirtualKeyCode: key.charCodeAt(0) };
}

// The first cells of the column, as they are copied.
async function column(page, count) {
  await page.keyboard.press("Control+Home");
  await cell(page).click();
  for (let row = 1; row < count; row++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  return text.split(/\r?\n/).slice(0, count);
}

function told(where, wanted, found) {
  const wrong = wanted.map((figure, at) => [at, figure, found[at]]).filter(([, figure, there]) => figure !== there);
  const first = wrong.slice(0, 3).map(([at, figure, there]) => `${at + 1}行目: ${figure} が ${there}`);
  console.log(`${where}: ${wanted.length} 欄のうち ${wrong.length} 欄が違います ${first.join("、")}`);
  return wrong.length === 0;
}
