import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { grouped, hokuto, type Measure } from "./hokuto";
import { plain, printed, type Leaf } from "./pdf";
import { largeStrategy } from "./large";
import { Home, jsonFile, SAMPLES, type Plan } from "./plan";

// What can be printed, and whether it lies on its side.
const FORMS = [
  ["概要版", false],
  ["施策評価シート", false],
  ["実施計画", false],
  ["実施計画（一覧）", true],
  ["指標一覧", true],
  ["体系図", false],
] as const;

const A4 = [595, 842] as const;

async function choose(page: Page, name: string) {
  await page.getByRole("group", { name: "刷るもの" }).getByRole("radio").nth(FORMS.findIndex(([form]) => form === name)).check();
  await expect(page).toHaveTitle(new RegExp(`　${name}$`));
}

// How many pages the preview shows.
async function previewed(page: Page): Promise<number> {
  const status = page.getByRole("status").filter({ hasText: /^全\d+ページ・A4/ });
  // It is counted once the pages are laid out.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
  return Number(/全(\d+)ページ/.exec(await status.innerText())![1]);
}

// On A4, the pages numbered, nothing of the app's frame, as many pages as on the screen.
async function expectPaper(page: Page, name: string, wide: boolean): Promise<Leaf[]> {
  await choose(page, name);
  const count = await previewed(page);
  const leaves = await printed(page);
  expect(leaves.length, `${name}のページ数`).toBe(count);
  for (const [at, { text, width, height }] of leaves.entries()) {
    expect(text, `${name}のページ番号`).toContain(`${at + 1}/${count}`);
    expect(text, name).not.toMatch(/この端末に保存|ファイルに保存|刷るもの|undefined|NaN|Some\(/);
    expect(text.replace(/^.*?\d+\/\d+/, "").length, `${name}の${at + 1}ページの中身`).toBeGreaterThan(5);
    const sides = [width, height].sort((a, b) => a - b);
    expect(Math.abs(sides[0]! - A4[0]) + Math.abs(sides[1]! - A4[1]), `${name}の紙`).toBeLessThan(2);
    expect(width > height, `${name}の向き`).toBe(wide);
  }
  return leaves;
}

// No row stands half on one page and half on the next, unless it is longer than a page.
async function expectRowsWhole(page: Page, name: string) {
  const cut = await page.locator(".paper-text tbody tr").evaluateAll((rows) =>
    rows.filter((row) => row.getClientRects().length > 1 && row.getBoundingClientRect().height < 500).map((row) => row.textContent),
  );
  expect(cut, `${name}で切れている行`).toEqual([]);
}

for (const [button, file] of SAMPLES) {
  test(`見本 ${file}: どの紙も、見えているとおりのページ数で刷れる`, { tag: "@folder" }, async ({ app, page }) => {
    test.slow();
    await app.open();
    const plan = await new Home(page).sample(button);
    await plan.go("印刷");
    for (const [name, wide] of FORMS) {
      const leaves = await expectPaper(page, name, wide);
      if (name === "概要版") expect(leaves.length, "概要版のページ数").toBe(2);
      await expectRowsWhole(page, name);
      await expectAccessible(page);
    }
  });
}

// The text of each measure's sheet, from the page it begins on to the page before the next.
function bySheet(leaves: Leaf[], measures: Measure[]): string[] {
  const begins = measures.map(({ code, title }) => {
    const head = plain(`施策 ${code} ${title}`);
    const at = leaves.findIndex(({ text }) => text.slice(0, 200).includes(head));
    expect(at, `${head}のページ`).toBeGreaterThanOrEqual(0);
    return at;
  });
  expect(new Set(begins).size, "シートは、それぞれ新しいページから始まる").toBe(measures.length);
  return begins.map((from, at) => leaves.slice(from, begins[at + 1]).map(({ text }) => text).join(""));
}

test("北斗市の17シートを刷る: 34の計が印刷と一致し、純計は再掲を1回だけ数える", { tag: "@folder" }, async ({ app, page }) => {
  test.slow();
  await app.open();
  const plan = await new Home(page).sample("北斗市 実施計画");
  await plan.go("印刷");
  const leaves = await expectPaper(page, "施策評価シート", false);
  const measures = await hokuto();
  expect(measures.length).toBe(17);
  const [summary] = leaves;
  expect(summary!.text).toContain("全体526,586431,295892,032489,010");
  for (const [at, text] of bySheet(leaves, measures).entries()) {
    const { code, sheets } = measures[at]!;
    const [sheet] = sheets;
    const [done, planned] = text.split("令和6年度実施計画");
    expect(done, `${code}の決算額の計`).toMatch(new RegExp(`[^純]計${grouped(sheet.printed_settled)}\\D`));
    expect(planned, `${code}の予算額の計`).toMatch(new RegExp(`[^純]計${grouped(sheet.printed_budget)}\\D|[^純]計${grouped(sheet.printed_budget)}$`));
    for (const line of [...sheet.done, ...sheet.planned]) expect(text, code).toContain(plain(line.title));
    expect(done, `${code}の評価`).toContain(plain(`評価${sheet.rating}`));
    expect(done, `${code}の成果・課題`).toContain(plain(sheet.results).slice(0, 30));
    expect(text, code).not.toContain("とは違います");
  }
});

test("実施計画（一覧）は、どのページにも見出しの行があり、計と純計で終わる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("北斗市 実施計画");
  await plan.go("印刷");
  const leaves = await expectPaper(page, "実施計画（一覧）", true);
  for (const { text } of leaves) expect(text).toContain("内容区分R6予算額R7方向性R8方向性");
  const all = leaves.map(({ text }) => text).join("");
  expect(all).toContain("全体計892,032千円、純計489,010千円");
  for (const { code, sheets, title } of await hokuto()) {
    expect(all).toContain(plain(`${code} ${title}`));
    for (const line of sheets[0].planned) expect(all).toContain(plain(line.title));
  }
});

test("シートの画面から、その施策だけを刷る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("北斗市 実施計画");
  await plan.go("評価");
  await page.getByRole("link", { name: /人権尊重社会の形成/ }).click();
  await page.getByRole("link", { name: "このシートを印刷" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("印刷");
  expect(await previewed(page)).toBe(1);
  const [leaf] = await printed(page);
  expect(leaf!.text).toContain("施策33-5人権尊重社会の形成");
  await page.getByLabel("翌年度の実施計画も同じ紙に載せる").uncheck();
  await expect(page.getByRole("region", { name: "刷り上がり" })).not.toContainText("令和6年度　実施計画");
  await page.evaluate(() => (window.print = () => document.body.setAttribute("data-printing", "")));
  await page.getByRole("button", { name: "印刷する" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printing", "");
});

test("印刷の画面は、暗い画面でも白い紙に刷る", { tag: "@folder" }, async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("印刷");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  const colours = await page.locator(".leaf").first().evaluate((leaf) => [getComputedStyle(leaf).color, getComputedStyle(document.documentElement).backgroundColor]);
  expect(colours).toEqual(["rgb(26, 26, 26)", "rgb(255, 255, 255)"]);
});

async function expectBare(page: Page, plan: Plan, name: string) {
  await plan.go(name);
  const leaves = await printed(page);
  const all = leaves.map(({ text }) => text).join("");
  expect(all, name).not.toMatch(/この端末に保存|ファイルに保存|つくるふりかえる|版と比較設定/);
  expect(all.length, `${name}の中身`).toBeGreaterThan(30);
  expect(leaves[0]!.text, `${name}の柱`).toContain("第2期みほん町まち・ひと・しごと創生総合戦略");
}

test("ほかの画面も、枠とボタンを除いて刷れる", { tag: "@folder" }, async ({ app, page }) => {
  test.slow();
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  for (const name of await plan.pages()) await expectBare(page, plan, name);
});

test("一つの目標の指標だけを刷る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("印刷");
  await choose(page, "指標一覧");
  await page.getByLabel("どの目標").selectOption({ index: 2 });
  const preview = page.getByRole("region", { name: "刷り上がり" });
  await expect(preview.getByRole("heading", { level: 2 })).toHaveCount(1);
  await expect(preview).toContainText("総人口");
  expect((await printed(page)).length).toBe(await previewed(page));
});

test("一万の指標があっても概要版は2ページで、指標一覧は目標ごとに刷る", { tag: "@folder" }, async ({ app, page }) => {
  test.slow();
  await app.open();
  const home = new Home(page);
  await home.choose(jsonFile("large.json", largeStrategy()));
  const plan = await home.opened();
  await plan.go("印刷");
  const leaves = await expectPaper(page, "概要版", false);
  expect(leaves.length).toBe(2);
  await choose(page, "指標一覧");
  await expect(page.getByLabel("どの目標").locator("option:checked")).toHaveText("1 基本目標その1");
  const preview = page.getByRole("region", { name: "刷り上がり" });
  await expect(preview.getByRole("heading", { level: 2 })).toHaveText(["基本目標 1　基本目標その1"]);
});
