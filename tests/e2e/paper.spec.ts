import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, expectAccessible, pictures, still, test } from "./app";
import { plain, printed, type Leaf } from "./pdf";
import { largeStrategy } from "./large";
import { Home, jsonFile, openSample, type Plan, SAMPLES } from "./plan";

// Papers in landscape.
const WIDE = ["実施計画（一覧）", "指標一覧", "ロジックモデル"];

const A4 = [595, 842] as const;

const kinds = (page: Page) => page.getByLabel("印刷するもの");

// Number of pages of each paper of each sample. Look at a change before you write it here.
const PAGES: Record<string, Record<string, number>> = {
  mihon: { 概要版: 2, 計画書: 16, 本文: 1, 体系図: 2, ロジックモデル: 8, 指標一覧: 4, 議会答弁資料: 1, 整合: 7, 活用できる支援: 1, 日程: 2, 施策評価シート: 17, 実施計画: 13, "実施計画（一覧）": 7, いただいたご意見と反映: 2 },
  "hokuto-2020": { 概要版: 2, 計画書: 8, 本文: 3, 体系図: 2, ロジックモデル: 4, 整合: 5 },
  "kitamoto-2022": { 概要版: 2, 計画書: 3, 本文: 1, 体系図: 1, ロジックモデル: 6, 指標一覧: 2, 議会答弁資料: 1, 整合: 1 },
  "hokuto-2024": { 概要版: 2, 計画書: 3, 体系図: 2, ロジックモデル: 2, 施策評価シート: 27, 実施計画: 18, "実施計画（一覧）": 9 },
  hokkaido: { 概要版: 1, 計画書: 2, 本文: 1, 活用できる支援: 1 },
  "kisarazu-2020": { 概要版: 1, 計画書: 6, 本文: 1, 体系図: 1, ロジックモデル: 4, 整合: 3, 日程: 2 },
};

// Returns the names of the papers of this plan.
async function offered(page: Page): Promise<string[]> {
  await expect(kinds(page)).toBeVisible();
  return still(page, () => kinds(page).locator("option").allTextContents());
}

async function choose(page: Page, name: string) {
  await kinds(page).selectOption(name);
  await expect(page).toHaveTitle(new RegExp(`　${name}$`));
}

// Number of pages in the preview.
async function previewed(page: Page): Promise<number> {
  const status = page.getByRole("status").filter({ hasText: /^全\d+ページ・A4/ });
  // Counted once the pages are laid out.
  await pictures(page, 3);
  return Number(/全(\d+)ページ/.exec(await status.innerText())![1]);
}

// Expects A4, numbered pages, nothing of the app's frame, and as many pages as on the screen.
async function expectPaper(page: Page, name: string): Promise<Leaf[]> {
  await choose(page, name);
  let leaves: Leaf[] = [];
  await expect(async () => {
    leaves = await printedAsSeen(page, name);
  }).toPass();
  return leaves;
}

async function printedAsSeen(page: Page, name: string): Promise<Leaf[]> {
  const count = await previewed(page);
  const leaves = await printed(page);
  expect(leaves.length, `${name}のページ数`).toBe(count);
  for (const [at, { text, width, height }] of leaves.entries()) {
    expect(text, `${name}のページ番号`).toContain(`${at + 1}/${count}`);
    expect(text, name).not.toMatch(/この端末に保存|ファイルに保存|印刷するもの|undefined|NaN|Some\(/);
    expect(text.replace(/^.*?\d+\/\d+/, "").length, `${name}の${at + 1}ページの中身`).toBeGreaterThan(60);
    const sides = [width, height].sort((a, b) => a - b);
    expect(Math.abs(sides[0]! - A4[0]) + Math.abs(sides[1]! - A4[1]), `${name}の紙`).toBeLessThan(2);
    expect(width > height, `${name}の向き`).toBe(WIDE.includes(name));
  }
  return leaves;
}

// Every page is laid out by the app: it holds more than one row, names what it continues, and has the same font sizes
// as all.
async function expectWellDivided(page: Page, name: string) {
  await expect(() => wellDivided(page, name)).toPass();
}

async function wellDivided(page: Page, name: string) {
  const leaves = await page.locator(".leaf").evaluateAll((all) =>
    all.map((leaf) => ({
      begins: leaf.firstElementChild!.className || leaf.firstElementChild!.tagName,
      headsNothing: leaf.lastElementChild!.matches("h2, .leaf-above"),
      introduces: [...leaf.querySelectorAll("h3:last-child, h3 + .leaf-text:last-child")].map((text) => text.textContent!.length),
      tableFirst: leaf.querySelector(".leaf-continued + table") !== null,
      goesOn: leaf.querySelector(".leaf-continued")?.textContent ?? null,
      titles: leaf.querySelectorAll("h2").length,
      rows: leaf.querySelectorAll("tbody tr").length,
      letters: leaf.textContent!.length,
      size: getComputedStyle(leaf).fontSize,
    })),
  );
  for (const [at, { goesOn, titles, rows, letters, headsNothing, introduces }] of leaves.entries()) {
    const where = `${name}の${at + 1}ページ`;
    expect(headsNothing, `${where}の終わりに見出しだけ`).toBe(false);
    const parted = introduces.some((length) => length < 80) && (leaves[at + 1]?.tableFirst ?? false);
    expect(parted, `${where}の終わりの見出しと、次のページの表`).toBe(false);
    expect(rows !== 1 || letters > 150, `${where}に一行だけ`).toBe(true);
    if (goesOn === null) expect(titles, `${where}の表題`).toBeGreaterThan(0);
    else expect(goesOn, where).toMatch(/.（続き）$/);
  }
  expect(new Set(leaves.map(({ size }) => size)).size, `${name}の文字の大きさ`).toBe(1);
  expect(await sizes(page), `${name}で一つの役の文字が二つの大きさ`).toEqual([]);
  const broken = await page.locator(".leaf thead th").evaluateAll((heads) =>
    heads.flatMap((head) => {
      const text = head.firstChild;
      const at = /（[^）]*）/.exec(text?.textContent ?? "");
      if (!text || !at) return [];
      const range = document.createRange();
      range.setStart(text, at.index);
      range.setEnd(text, at.index + at[0].length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1 ? [at[0]] : [];
    }),
  );
  expect(broken, `${name}で括弧の中で折れる見出し`).toEqual([]);
}

// Returns the parts of a paper (titles, heads of tables, cells, notes in them, text) whose letters differ in size.
async function sizes(page: Page): Promise<string[]> {
  return page.locator(".leaf").evaluateAll((leaves) => {
    const parts = ["h2", "h3", ".leaf-above", ".leaf-continued", ".leaf-label", ".leaf-text", "thead th", "tbody th, tbody td", ".form-note", ".paper-strip"];
    return parts.flatMap((part) => {
      const all = leaves.flatMap((leaf) => [...leaf.querySelectorAll(part)]);
      const found = new Set(all.map((one) => getComputedStyle(one).fontSize));
      return found.size > 1 ? [`${part}: ${[...found].join("、")}`] : [];
    });
  });
}

for (const [button, file] of SAMPLES) {
  test(`見本 ${file}: どの紙も、見えているとおりのページ数で、一行だけや白紙のページなしに印刷できる`, { tag: "@folder" }, async ({ app, page }) => {
    test.slow();
    const plan = await openSample(app, button, "印刷");
    const counts: Record<string, number> = {};
    for (const name of await offered(page)) {
      counts[name] = (await expectPaper(page, name)).length;
      await expectWellDivided(page, name);
    }
    expect(counts, "紙ごとのページ数").toEqual(PAGES[file]);
    await expectAccessible(page);
  });
}

test("議会答弁資料は、指標の画面からその指標のA4の1枚で開き、数値は表と同じで、ほかの指標も選べる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "指標");
  const beside = page.getByRole("complementary", { name: "選んだ指標" });
  await page.getByRole("grid", { name: "指標の数値の表" }).getByRole("rowheader", { name: "新規就農・漁業就業者数" }).first().click();
  await expect(beside.getByRole("heading", { level: 2 })).toContainText("新規就農・漁業就業者数");
  await beside.getByRole("link", { name: "議会答弁資料" }).click();
  const preview = page.getByRole("region", { name: "プレビュー" });
  const title = preview.locator(".leaf h2").first();
  await expect(title).toHaveText("新規就農・漁業就業者数（人）");
  await expect(preview.locator(".leaf")).toHaveCount(1);
  for (const heading of ["現状と目標（令和6年度の実績）", "要因（施策評価シートの成果・課題）", "施策と金額（千円）", "今後の対応"]) await expect(preview.getByText(heading, { exact: true })).toBeVisible();
  const leaves = await expectPaper(page, "議会答弁資料");
  expect(leaves).toHaveLength(1);
  await page.getByRole("combobox", { name: "どの指標" }).selectOption({ label: "出生数（人）" });
  await expect(title).toHaveText("出生数（人）");
  const row = (name: string) => preview.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await expect(row("実績").getByRole("cell")).toHaveText(["44", "41", "38", "36", ""]);
  await expect(row("目標").getByRole("cell")).toHaveText(["", "", "", "", "50"]);
  await expectAccessible(page);
  await plan.go("首長説明");
  await page.getByRole("region", { name: "判断が要ること" }).getByRole("link", { name: "議会答弁資料" }).first().click();
  await expect(title).toHaveText(/（.+）$/);
  await expect(page).toHaveTitle(/　議会答弁資料$/);
});

test("印刷の媒体で開いても、印刷の画面は動きつづける", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "印刷");
  await plan.saved();
  await page.emulateMedia({ media: "print" });
  await page.reload();
  await app.ready();
  await expect(page.locator(".leaf h2").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await choose(page, "体系図");
  await expect(page.getByRole("status").filter({ hasText: /^全\d+ページ・A4/ })).toHaveText(/^全\d{1,2}ページ/);
});

test("前の年度のシートから続く事業の行に、前の年度の財源は付かない", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "印刷");
  await choose(page, "実施計画（一覧）");
  const row = page.getByRole("region", { name: "プレビュー" }).getByRole("row").filter({ hasText: "サテライトオフィス整備・誘致事業" });
  const year = page.getByLabel("計画の年度");
  await year.selectOption({ label: "令和6年度（12シート）" });
  await expect(row).toContainText("6,200");
  await expect(row).toContainText("国 1,860");
  // Its sheet is of 令和6年度: for 令和7年度 there is 方向性, but neither an amount nor its source.
  await year.selectOption({ label: "令和7年度（12シート）" });
  await expect(row).not.toContainText("6,200");
  await expect(row).toContainText("維持");
  await expect(row).not.toContainText("1,860");
});

test("シートの画面から、その施策だけを印刷する", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北斗市 実施計画", "評価");
  await page.getByRole("link", { name: /人権尊重社会の形成/ }).click();
  await page.getByRole("link", { name: "このシートを印刷" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("印刷");
  await expect.poll(() => previewed(page)).toBe(1);
  await expect(async () => expect((await printed(page))[0]!.text).toContain("施策33-5人権尊重社会の形成")).toPass();
  await page.getByLabel("翌年度の実施計画も同じ紙に載せる").uncheck();
  await expect(page.getByRole("region", { name: "プレビュー" })).not.toContainText("令和6年度　実施計画");
  await page.evaluate(() => (window.print = () => document.body.setAttribute("data-printing", "")));
  await page.getByRole("button", { name: "印刷する" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printing", "");
});

test("印刷の画面は、暗い画面でも白い紙に印刷する", { tag: "@folder" }, async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const plan = await openSample(app, "みほん町", "印刷");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  const colours = () => page.locator(".leaf").first().evaluate((leaf) => [getComputedStyle(leaf).color, getComputedStyle(document.documentElement).backgroundColor]);
  await expect.poll(colours).toEqual(["rgb(26, 26, 26)", "rgb(255, 255, 255)"]);
});

async function expectBare(page: Page, plan: Plan, name: string) {
  await plan.go(name);
  await expect(async () => {
    const leaves = await printed(page);
    const all = leaves.map(({ text }) => text).join("");
    expect(all, name).not.toMatch(/この端末に保存済み|ファイルに保存(?!し)|つくるふりかえる|版と比較設定/);
    expect(all.length, `${name}の中身`).toBeGreaterThan(30);
    expect(leaves[0]!.text, `${name}の柱`).toContain("第2期みほん町まち・ひと・しごと創生総合戦略");
  }).toPass();
}

test("印刷のとき、図は紙の幅に描き直され、評価の帯は色のまま残る", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "指標");
  await page.getByRole("button", { name: "図", exact: true }).click();
  const chart = page.getByRole("figure", { name: /達成状況/ }).locator("svg").first();
  await expect(chart).toBeVisible();
  const wide = await still(page, () => chart.evaluate((svg) => svg.getBoundingClientRect().width));
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(async () => {
    const printing = await chart.evaluate((svg) => ({ svg: svg.getBoundingClientRect().width, page: document.querySelector(".page")!.getBoundingClientRect().width }));
    expect(printing.page).toBeLessThan(682);
    expect(printing.svg).toBeLessThanOrEqual(printing.page);
  }).toPass();
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect.poll(() => chart.evaluate((svg) => svg.getBoundingClientRect().width)).toBe(wide);
  await page.emulateMedia({ media: "print" });
  const buttons = page.getByRole("button").and(page.locator(":visible"));
  await expect(buttons).toHaveCount(0);
  await expect.poll(() => page.locator("body").evaluate((body) => getComputedStyle(body).printColorAdjust)).toBe("exact");
});

test("ほかの画面も、枠とボタンを除いて印刷できる", { tag: "@folder" }, async ({ app, page }) => {
  test.slow();
  const plan = await openSample(app, "みほん町");
  for (const name of await plan.pages()) await expectBare(page, plan, name);
});

test("印刷すると、点検の文・表のすべての指標・日程の列の名が紙に載り、空の欄は場所をとらない", { tag: "@folder" }, async ({ app, page }) => {
  test.slow();
  const plan = await openSample(app, "みほん町");
  const onPaper = async (name: string, shows: string) => {
    await plan.go(name);
    await expect(page.locator(shows).first()).toBeVisible();
    return async () => (await printed(page)).map(({ text }) => text.replace(/\d+\/\d+$/, ""));
  };
  const ofChecks = await onPaper("点検", ".finding summary");
  await expect(async () => {
    const findings = (await ofChecks()).join("");
    const told = await page.locator(".finding summary").allInnerTexts();
    expect(told.length).toBeGreaterThan(10);
    for (const one of told) expect(findings).toContain(plain(one));
  }).toPass();

  const ofTable = await onPaper("指標", ".grid-row.top");
  const { indicators }: { indicators: { name: string }[] } = JSON.parse(await readFile(join(process.env.MICHISHIRUBE_DIST!, "samples", "mihon.json"), "utf8"));
  await expect(async () => {
    const table = await ofTable();
    for (const text of table) expect(text.length, "表のページ").toBeGreaterThan(100);
    // A long name is shown as far as its two rows allow.
    for (const { name } of indicators) expect(table.join("")).toContain(plain(name).slice(0, 12));
  }).toPass();

  const ofTimetable = await onPaper("日程", ".timetable-item");
  await expect(async () => {
    for (const text of await ofTimetable()) if (text.includes("上旬")) expect(text).toContain("庁内有識者会議・町民議会");
  }).toPass();

  const ofPlan = await onPaper("実施計画", ".line");
  await expect(async () => {
    const sheet = (await ofPlan()).join("");
    expect(sheet).toContain("施策の概要");
    expect(sheet).not.toMatch(/原資料の計|補足/);
  }).toPass();
  const ofAlignment = await onPaper("整合", ".framework-item");
  await expect(async () => expect((await ofAlignment()).join("")).not.toContain("結びつける")).toPass();
});

test("一つの目標の指標だけを印刷する", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "印刷");
  await choose(page, "指標一覧");
  await page.getByLabel("どの目標").selectOption({ index: 2 });
  const preview = page.getByRole("region", { name: "プレビュー" });
  await expect(preview.locator("tr.group")).toHaveCount(1);
  await expect(preview).toContainText("総人口");
  await expect(async () => expect((await printed(page)).length).toBe(await previewed(page))).toPass();
});

// From 2,000 indicators on the list is printed goal by goal.
test("数千の指標があっても概要版は2ページで、指標一覧は目標ごとに印刷する", { tag: "@folder" }, async ({ app, page }) => {
  test.slow();
  await app.open();
  const home = new Home(page);
  await home.choose(jsonFile("large.json", largeStrategy(2_010)));
  const plan = await home.opened();
  await plan.go("印刷");
  const leaves = await expectPaper(page, "概要版");
  expect(leaves.length).toBeLessThanOrEqual(2);
  await choose(page, "指標一覧");
  await expect(page.getByLabel("どの目標").locator("option:checked")).toHaveText("1 基本目標その1");
  const preview = page.getByRole("region", { name: "プレビュー" });
  const groups = async () => new Set((await preview.locator("tr.group").allInnerTexts()).map((name) => name.replace("（続き）", "")));
  await expect.poll(groups).toEqual(new Set(["基本目標 1　基本目標その1"]));
});
