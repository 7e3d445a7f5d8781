// 振り返る with 40 tables of 200 ideas and 30 ballots each, gathered from files dropped together: until the board tells all of
// them, the longest task of the main thread while it gathers, while the board is turned round, and while an idea is looked
// for or merged, while one is added, a vote cast and the result opened. CHROME=… MICHISHIRUBE_DIST=… node workshop.mjs
import { chromium } from "@playwright/test";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { host } from "../../xtask/web/host.mjs";

const TABLES = 40;
const IDEAS = 200;
const BALLOTS = 30;
const AIM = 50;

const dist = process.env.MICHISHIRUBE_DIST;
const at = await host(dist);
const folder = await mkdtemp(join(tmpdir(), "michishirube-tables-"));
const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined });
try {
  const page = await (await browser.newContext({ locale: "ja-JP", viewport: { width: 1280, height: 800 } })).newPage();
  const main = page.getByRole("main");
  await page.goto(at.address);
  await page.locator("html[data-ready=true]").waitFor();
  await page.getByRole("button", { name: "みほん町" }).click();
  await page.getByRole("status", { name: "保存の状況" }).waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "対話" }).first().click();
  await main.getByRole("button", { name: "対話の会をつくる" }).click();
  for (let step = 2; step <= 4; step++) await main.getByRole("button", { name: "次へ" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), main.getByRole("button", { name: "テーブルAのファイル", exact: true }).click()]);
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  await part("振り返る");
  await page.waitForTimeout(2_000);

  const rows = [];
  const total = TABLES * IDEAS;
  // From a folder, as a browser has them: handed over as text, they would be read on the page by what drives it.
  const paths = Array.from({ length: TABLES }, (_, n) => join(folder, `卓${number(n)}.json`));
  for (const [n, path] of paths.entries()) await writeFile(path, table(file, n));
  rows.push(await measured("集める", async () => {
    await page.getByLabel("ファイルを選ぶ").setInputFiles(paths);
    await main.getByRole("heading", { name: `意見のボード　${total}件` }).waitFor({ timeout: 120_000 });
    await page.waitForTimeout(2_000);
  }));
  for (const way of ["目標ごと", "種類ごと", "テーブルごと", "手で集める"]) {
    rows.push(await measured(way, async () => {
      await main.getByRole("button", { name: way, exact: true }).click();
      await page.waitForTimeout(2_000);
    }));
  }
  const field = main.getByRole("searchbox");
  if (await field.count()) {
    rows.push(await measured("検索", async () => {
      await field.fill("17");
      await page.waitForTimeout(2_000);
      await field.fill("");
      await page.waitForTimeout(2_000);
    }));
  }
  rows.push(await measured("同じ意見をさがす", async () => {
    await main.getByRole("button", { name: /の操作$/ }).first().click();
    await page.getByRole("menuitem", { name: "同じ意見とまとめる" }).click();
    await page.getByRole("dialog", { name: "どの意見とまとめますか" }).getByRole("button", { name: /の考え/ }).first().click();
    await main.getByRole("heading", { name: `意見のボード　${total - 1}件` }).waitFor();
    await page.waitForTimeout(2_000);
  }));
  for (const name of ["出し合う", "選ぶ", "答える", "振り返る"]) {
    rows.push(await measured(name, async () => {
      await part(name);
      await page.waitForTimeout(3_000);
    }));
    if (name === "出し合う") {
      rows.push(await measured("意見を1つ入れる", async () => {
        await main.getByRole("textbox", { name: "意見", exact: true }).fill("もう1つの考え");
        await page.keyboard.press("Enter");
        await main.getByRole("heading", { name: `これまでの意見　${total + 1}件` }).waitFor();
        await page.waitForTimeout(2_000);
      }));
    }
    if (name === "選ぶ") {
      rows.push(await measured("1人が投票する", async () => {
        await main.getByRole("button", { name: /を増やす$/ }).first().click();
        await main.getByRole("button", { name: "この内容で投票する" }).click();
        await main.getByText(`n = ${TABLES * BALLOTS + 1}人`, { exact: true }).waitFor();
        await page.waitForTimeout(2_000);
      }));
      rows.push(await measured("結果を開く", async () => {
        await main.getByRole("button", { name: "結果を開く" }).click();
        await main.getByRole("table").first().waitFor();
        await page.waitForTimeout(2_000);
      }));
    }
  }
  console.log(`\n| ${TABLES}テーブル × 意見${IDEAS}件 | かかった時間 | いちばん長い処理 | 50 ms をこえた処理 |\n|---|---:|---:|---:|`);
  for (const { name, time, tasks } of rows) {
    const longest = Math.max(0, ...tasks);
    const over = tasks.filter((task) => task > AIM).length;
    console.log(`| ${name} | ${time.toFixed(0)} ms | ${longest ? `${longest.toFixed(0)} ms` : `${AIM} ms 未満`} | ${over} |`);
  }

  async function part(name) {
    await page.getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true }).click();
  }

  async function measured(name, act) {
    await page.evaluate(() => {
      globalThis.tasks = [];
      globalThis.watch?.disconnect();
      globalThis.watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
      watch.observe({ type: "longtask" });
    });
    const begun = performance.now();
    await act();
    return { name, time: performance.now() - begun, tasks: await page.evaluate(() => tasks) };
  }
} finally {
  await browser.close();
  at.close();
  await rm(folder, { recursive: true });
}

function number(n) {
  return String(n + 1).padStart(2, "0");
}

// The file of a table as it comes back. An id has 53 bits; those of one table lie beside each other.
function table(file, n) {
  const name = number(n);
  const [session] = file.sessions;
  const first = 1_000_000 + n * 10_000;
  const ideas = Array.from({ length: IDEAS }, (_, at) => ({
    id: `o${first + at}`,
    session: session.id,
    text: `テーブル${name}の考え${at + 1}：雨の日に子どもが遊べる場所`,
    goal: file.goals[at % file.goals.length].id,
    table: name,
    votes: at % 3,
    written: 1_764_000_000_000 + first + at,
  }));
  const ballots = Array.from({ length: BALLOTS }, (_, at) => ({
    id: `v${first + 5_000 + at}`,
    table: name,
    choices: [{ idea: ideas[at].id, dots: 2 }, { idea: ideas[at + 1].id, dots: 1 }],
  }));
  const tables = [{ name, people: BALLOTS }];
  return JSON.stringify({ ...file, sessions: [{ ...session, at_table: name, tables, ballots }], ideas });
}
