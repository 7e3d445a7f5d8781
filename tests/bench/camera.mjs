// 振り返る taking in a table's sixty ideas by the camera, in pictures of 1280 × 720: how long the page is held by a picture at
// most and at the median, from a film of the codes with a third of them left out. EDITION=file: the one-file edition.
// CHROME=… MICHISHIRUBE_DIST=… node camera.mjs
import { chromium } from "@playwright/test";
import { open, readFile, rm, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { host } from "../../xtask/web/host.mjs";

const [WIDE, HIGH] = [1280, 720];
const IDEAS = 60;

const dist = process.env.MICHISHIRUBE_DIST;
const at = await host(dist);
const address = process.env.EDITION === "file" ? pathToFileURL(join(dist, "michishirube.html")).href : at.address;
const folder = await mkdtemp(join(tmpdir(), "michishirube-camera-"));
const executablePath = process.env.CHROME || undefined;
try {
  const film = join(folder, "camera.y4m");
  const plan = await filmed(film);
  const args = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch({ executablePath, args });
  const page = await opened(browser);
  await page.getByLabel("ファイルを開く").setInputFiles({ name: "計画.json", mimeType: "application/json", buffer: plan });
  await toSession(page);
  const main = page.getByRole("main");
  await part(page, "振り返る");
  await main.getByRole("button", { name: "カメラで受け取る" }).click();
  await main.getByRole("button", { name: "カメラを使う" }).waitFor();
  const client = await browser.newBrowserCDPSession();
  const events = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await client.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline", "toplevel"] } });
  const begun = performance.now();
  await main.getByRole("button", { name: "カメラを使う" }).click();
  await main.getByRole("heading", { name: `意見のボード　${IDEAS}件` }).waitFor({ timeout: 120_000 });
  const taken = performance.now() - begun;
  const done = new Promise((ok) => client.once("Tracing.tracingComplete", ok));
  await client.send("Tracing.end");
  await done;
  const names = new Map(events.filter(({ name }) => name === "thread_name").map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name]));
  const isMain = ({ pid, tid }) => names.get(`${pid} ${tid}`) === "CrRendererMain";
  // A look is what a timer begins that reads a picture: the longest timers there are.
  const looks = events.filter((event) => event.name === "FireAnimationFrame" || event.name === "TimerFire" || event.name === "RunMicrotasks");
  const times = looks.filter(isMain).map(({ dur }) => (dur ?? 0) / 1_000).filter((time) => time > 2).sort((a, b) => a - b);
  const tasks = events.filter((event) => /RunTask$/.test(event.name) && isMain(event)).map(({ dur }) => (dur ?? 0) / 1_000);
  console.log(`\n| ${WIDE} × ${HIGH} | |\n|---|---:|`);
  console.log(`| 意見${IDEAS}件が届くまで | ${(taken / 1_000).toFixed(1)} s |`);
  console.log(`| 1枚を読む（中央） | ${(times[times.length >> 1] ?? 0).toFixed(0)} ms |`);
  console.log(`| いちばん長い処理 | ${Math.max(0, ...tasks).toFixed(0)} ms |`);
  console.log(`| 50 ms をこえた処理 | ${new Set(tasks.filter((task) => task > 50)).size} |`);
  await browser.close();
} finally {
  at.close();
  await rm(folder, { recursive: true });
}

async function opened(browser) {
  const page = await (await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 800 }, permissions: ["camera"] })).newPage();
  await page.goto(address);
  await page.locator("html[data-ready=true]").waitFor();
  return page;
}

async function toSession(page) {
  await page.getByRole("status", { name: "保存の状況" }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "対話" }).first().click();
}

async function part(page, name) {
  await page.getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true }).click();
}

async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return readFile(await download.path());
}

// Writes what a camera sees of a table's codes; gives the facilitator's plan.
async function filmed(path) {
  const browser = await chromium.launch({ executablePath });
  const page = await opened(browser);
  const main = page.getByRole("main");
  await page.getByRole("button", { name: "みほん町" }).click();
  await toSession(page);
  await main.getByRole("button", { name: "対話の会をつくる" }).click();
  for (let step = 2; step <= 4; step++) await main.getByRole("button", { name: "次へ" }).click();
  const file = await saved(page, () => main.getByRole("button", { name: "テーブルAのファイル", exact: true }).click());
  await page.getByRole("button", { name: "ファイルに保存" }).click();
  const plan = await saved(page, () => page.getByRole("menuitem", { name: "みちしるべのファイル" }).click());
  const table = await opened(browser);
  await table.getByLabel("ファイルを開く").setInputFiles({ name: "A.json", mimeType: "application/json", buffer: file });
  await part(table, "出し合う");
  const there = table.getByRole("main");
  await there.locator("summary").first().click();
  const lines = Array.from({ length: IDEAS }, (_, n) => `テーブルAの意見その${n + 1} ×${n % 4}`);
  await there.getByRole("textbox", { name: "紙の意見をまとめて入れる" }).fill(lines.join("\n"));
  await there.getByRole("button", { name: `${IDEAS}件を入れる` }).click();
  await there.getByRole("button", { name: "QRで渡す" }).click();
  await table.getByRole("button", { name: "見せ始める" }).click();
  const codes = await table.locator(".codes-shown").evaluate(async (place) => {
    const seen = new Map();
    while (seen.size < 60) {
      const code = place.querySelector("svg.qr");
      const path = code?.querySelector("path")?.getAttribute("d");
      if (path) seen.set(path, Number(code.getAttribute("viewBox").split(" ")[3]));
      await new Promise((painted) => requestAnimationFrame(painted));
    }
    return [...seen];
  });
  await browser.close();
  const out = await open(path, "w");
  await out.write(`YUV4MPEG2 W${WIDE} H${HIGH} F10:1 Ip A1:1 C420jpeg\n`);
  const colour = Buffer.alloc((WIDE * HIGH) / 2, 128);
  for (const [drawn, side] of codes.filter((_, at) => at % 3 !== 0)) {
    const light = Buffer.alloc(WIDE * HIGH, 225);
    const scale = Math.floor(HIGH / side);
    const [left, top] = [(WIDE - side * scale) >> 1, (HIGH - side * scale) >> 1];
    for (const [, x, y, run] of drawn.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
        const from = (top + row) * WIDE + left + Number(x) * scale;
        light.fill(35, from, from + Number(run) * scale);
      }
    }
    for (let times = 0; times < 2; times++) for (const part of ["FRAME\n", light, colour]) await out.write(part);
  }
  await out.close();
  return plan;
}
