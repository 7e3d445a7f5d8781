import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { plain, printed } from "./pdf";
import { openSample, type Plan } from "./plan";

const ACTUAL = "2,489";
const RESULTS = "集いの場を三か所ふやし、参加者は延べ千二百人になった。";
const IMPROVEMENTS = "送迎を社会福祉協議会と分け合い、冬も開けるようにする。";

async function enterActual(page: Page, plan: Plan) {
  await plan.go("指標");
  await page.getByRole("button", { name: "一覧", exact: true }).click();
  await page.getByRole("listitem").getByRole("link", { name: /一人当たり町民所得/ }).click();
  const actual = plan.field("R6の実績値");
  await expect(actual).toHaveValue("未公表");
  await actual.fill(ACTUAL);
  await actual.press("Tab");
}

async function openReview(page: Page, plan: Plan, measure: RegExp) {
  await plan.go("評価");
  await page.getByRole("navigation", { name: "施策", exact: true }).getByRole("link", { name: measure }).click();
}

async function judgeAndWrite(page: Page, plan: Plan) {
  await openReview(page, plan, /健康づくりと支え合い.*評価 未入力/);
  const sheet = page.getByRole("article");
  // The judgement of the KPI for the year is beside it.
  await expect(sheet.getByRole("heading", { name: "この施策のKPI" })).toBeVisible();
  await expect(sheet.locator(".kpi").first()).toContainText(/[ABCD－−].*(達成|順調|遅れ|悪化|評価しない)/s);
  await sheet.getByRole("group", { name: "評価" }).getByRole("button", { name: "B", exact: true }).click();
  await sheet.getByRole("textbox", { name: "成果・課題" }).fill(RESULTS);
  await sheet.getByRole("textbox", { name: "改善点及び方向性" }).fill(IMPROVEMENTS);
  await expect(page.getByRole("navigation", { name: "施策", exact: true }).getByRole("link", { name: /健康づくりと支え合い/ })).toContainText("評価 B");
}

async function closeYear(page: Page) {
  await page.getByRole("button", { name: "年度の確定", exact: true }).click();
  const closing = page.getByRole("region", { name: "年度の確定" });
  await closing.getByLabel("確定する人・課").fill("企画財政課");
  await closing.getByRole("button", { name: "令和6年度を確定する" }).click();
  await expect(closing).toContainText("令和6年度は確定済みです");
  // Nothing of the closed year can be edited.
  await page.getByRole("button", { name: "施策の評価", exact: true }).click();
  await expect(page.getByRole("article").getByRole("textbox", { name: "成果・課題" })).toHaveAttribute("readonly", "");
}

async function roll(page: Page, plan: Plan) {
  await plan.go("実施計画");
  await page.getByRole("button", { name: "翌年度の計画をつくる" }).click();
  const dialog = page.getByRole("dialog", { name: "令和8年度の計画をつくる" });
  await expect(dialog).toContainText("続ける");
  await dialog.getByRole("button", { name: "この内容でつくる" }).click();
  await expect(page.getByLabel("計画の年度").locator("option:checked")).toHaveText(/^令和8年度（\d+シート）$/);
  await page.getByRole("button", { name: "前年度の計画との違い" }).click();
  await expect(page.getByText(/令和7年度の計画と比べて、/)).toBeVisible();
}

async function printSheet(page: Page, plan: Plan) {
  await plan.go("印刷");
  await page.getByLabel("印刷するもの").selectOption("施策評価シート");
  await page.getByLabel("評価する年度").selectOption({ label: "令和6年度（12シート）" });
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText(RESULTS);
  await expect(async () => {
    const leaves = await printed(page);
    const sheet = leaves.find(({ text }) => text.includes("施策4-2健康づくりと支え合い"));
    expect(sheet?.text).toContain(plain(RESULTS));
    expect(sheet?.text).toContain(plain(IMPROVEMENTS));
    expect(sheet?.text).toMatch(/評価B改善点|評価B.*KPI/);
  }).toPass();
  await page.getByLabel("印刷するもの").selectOption("指標一覧");
  await expect(async () => {
    const list = (await printed(page)).map(({ text }) => text).join("");
    expect(list).toMatch(new RegExp(`一人当たり町民所得.{0,80}${ACTUAL}`));
  }).toPass();
}

test("みほん町の一巡: 実績を入れ、評価し、シートを書き、年度を確定し、翌年度へ送り、刷り、はじめまで元に戻す", async ({ app, page }) => {
  test.slow();
  const plan = await openSample(app, "みほん町");
  const start = await plan.export();
  await enterActual(page, plan);
  await judgeAndWrite(page, plan);
  await closeYear(page);
  await roll(page, plan);
  await printSheet(page, plan);
  expect(await plan.export()).not.toEqual(start);
  await plan.undoAll();
  await plan.expectFile(start);
  await plan.go("版と比較");
  await expect(page.getByRole("main"), "確定した版は残る").toContainText("令和6年度 年度の確定");
});

test("確定した年度を解除するには理由が要り、跡が残る", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "評価");
  await page.getByRole("button", { name: "年度の確定", exact: true }).click();
  const closing = page.getByRole("region", { name: "年度の確定" });
  await closing.getByRole("button", { name: "令和6年度を確定する" }).click();
  await closing.getByRole("button", { name: "令和6年度の確定を解除する" }).click();
  const dialog = page.getByRole("dialog", { name: "令和6年度の確定を解除する" });
  await dialog.getByLabel("確定を解除する理由").fill("決算額を一つ直すため");
  await dialog.getByRole("button", { name: "令和6年度の確定を解除する" }).click();
  await expect(closing.getByRole("row", { name: /令和6年度.*確定を解除.*決算額を一つ直すため/ })).toBeVisible();
  await expect(closing.getByRole("button", { name: "令和6年度を確定する" })).toBeVisible();
});

test("評価の欄は印を選ぶだけで、書く欄は「その他の表記」で出る。年度の確定は別の面にある", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  await openReview(page, plan, /健康づくりと支え合い/);
  const rating = page.getByRole("article").getByRole("group", { name: "評価" });
  await rating.getByRole("button", { name: "B", exact: true }).click();
  await expect(rating.getByRole("button", { name: "B", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(rating.getByRole("textbox")).toHaveCount(0);
  await rating.getByRole("button", { name: "その他の表記" }).click();
  await expect(rating.getByRole("textbox")).toBeFocused();
  await rating.getByRole("textbox").fill("継続");
  await expect(rating.getByRole("button", { pressed: true })).toHaveText("継続");
  // Closing a year is not at the end of a sheet.
  await expect(page.getByRole("region", { name: "年度の確定" })).toHaveCount(0);
  await page.getByRole("button", { name: "年度の確定", exact: true }).click();
  await expect(page.getByRole("region", { name: "年度の確定" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(0);
});
