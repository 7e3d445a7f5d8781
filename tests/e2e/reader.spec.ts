import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { jsonFile, SAMPLES } from "./plan";

const file = (name: string) => readFile(join(import.meta.dirname, "../../public/samples", `${name}.json`), "utf8");

// Serves this as the strategy.json beside the page.
async function beside(page: Page, body: string) {
  await page.route("**/reader/strategy.json", (route) => route.fulfill({ body, contentType: "application/json" }));
}

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("読むだけのページは、はじめにから開け、置かれたstrategy.jsonの目標と指標を見せる", async ({ app, page }) => {
  await beside(page, await file("mihon"));
  await app.open();
  await page.getByRole("link", { name: "読むだけのページを開く" }).click();
  await expect(heading(page)).toContainText("総合戦略");
  await expect(page.getByRole("banner")).toContainText("みほん町");
  await expect(page.getByRole("status", { name: "保存の状況" })).toHaveCount(0);
  await expectAccessible(page);
  const goal = main(page).getByRole("heading", { level: 2 }).getByRole("link").first();
  const name = await goal.innerText();
  await goal.click();
  await expect(heading(page)).toContainText(name);
  await expect(main(page)).toBeFocused();
  await expect(main(page).getByRole("heading", { name: "施策", exact: true })).toBeVisible();
  await expectAccessible(page);
  const indicator = main(page).getByRole("table").first().getByRole("link").first();
  const named = await indicator.innerText();
  await indicator.click();
  await expect(heading(page)).toContainText(named.replace(/（.*/, ""));
  await expect(main(page).getByRole("figure").first()).toBeVisible();
  await expect(main(page).getByRole("table", { name: /年度ごとの数値/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(heading(page)).toContainText(name);
  await page.getByRole("link", { name: "指標", exact: true }).click();
  await expect(heading(page)).toHaveText("指標");
  await expectAccessible(page);
});

const LANGUAGES = ["English", "やさしい日本語", "日本語"];

test("どの見本も、すべてのページが読める", async ({ app, page }) => {
  for (const [at, [, name]] of SAMPLES.entries()) {
    await page.unrouteAll();
    await beside(page, await file(name));
    await page.goto(`${app.address}reader/index.html`);
    await app.ready();
    // The sample with something of every kind in all languages, the others in one each.
    for (const language of name === "mihon" ? LANGUAGES : [LANGUAGES[at % 3]!]) {
      const button = page.getByRole("button", { name: language, exact: true });
      await button.click();
      await expect(button).toHaveAttribute("aria-pressed", "true");
      await expect(button).toBeFocused();
      await page.goto(`${app.address}reader/index.html#/`);
      await expect(heading(page)).toBeVisible();
      const links = main(page).getByRole("heading", { level: 2 }).getByRole("link");
      const goals = await still(page, () => links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!)));
      await page.goto(`${app.address}reader/index.html#/indicators`);
      const rows = main(page).getByRole("table").getByRole("link");
      const indicators = await still(page, () => rows.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute("href")!))]));
      for (const to of [...goals, ...indicators.slice(0, 3)]) {
        await page.goto(`${app.address}reader/index.html${to}`);
        await expect(page.locator("main h1")).toBeVisible();
        await app.saysAll();
      }
      await app.saysAll();
    }
    await expectAccessible(page);
  }
});

test("選んだことばは、次に開いたときも続く", async ({ app, page }) => {
  await beside(page, await file("mihon"));
  await page.goto(`${app.address}reader/index.html#/indicators`);
  await page.getByRole("button", { name: "English" }).click();
  await expect(heading(page)).toHaveText("Indicators");
  await page.reload();
  await expect(heading(page)).toHaveText("Indicators");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("strategy.jsonがなければ、そう言い、ファイルを選んで読める", async ({ app, page }) => {
  app.expectError(/404/);
  await page.goto(`${app.address}reader/index.html`);
  await expect(page.getByRole("alert")).toContainText("strategy.json");
  await expectAccessible(page);
  await page.getByLabel("ファイルを選ぶ").setInputFiles(jsonFile("町の計画.json", await file("kitamoto-2022")));
  await expect(page.getByRole("banner")).toContainText("北本市");
  await expect(page.getByRole("region", { name: "計画の段階" })).toContainText("これは案です。決定したものではありません。");
});

test("新しい版のファイルは、そう言って開かない。壊れたファイルは、どこが悪いかを言う", async ({ app, page }) => {
  const newer = { ...JSON.parse(await file("mihon")), version: 99 };
  await beside(page, JSON.stringify(newer));
  await page.goto(`${app.address}reader/index.html`);
  await expect(page.getByRole("alert")).toContainText("新しい");
  await expect(main(page)).toContainText("公開した町に");
  await page.getByLabel("ファイルを選ぶ").setInputFiles(jsonFile("壊れた.json", (await file("mihon")).replace('"goals": [', '"goals": [}')));
  await expect(page.getByRole("alert")).toContainText("「壊れた.json」を読めません");
  await expect(page.getByRole("alert")).toContainText(/行/);
});

for (const width of [360, 1280, 1920]) {
  test(`幅 ${width} でも、読むだけのページは横へはみ出さない`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await beside(page, await file("mihon"));
    for (const at of ["#/", "#/indicators", "#/goals/g1", "#/indicators/k1"]) {
      await page.goto(`${app.address}reader/index.html${at}`);
      await expect(heading(page)).toBeVisible();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test("指標を目標と年度でさがし、2つをくらべられる。選んだところにキーが残る", async ({ app, page }) => {
  await beside(page, await file("mihon"));
  await page.goto(`${app.address}reader/index.html#/indicators`);
  const rows = main(page).getByRole("table").getByRole("row");
  await expect(rows.filter({ hasText: "出生数" })).toHaveCount(1);
  await page.getByLabel("目標").selectOption({ label: "3 安心して生み、のびのび育つ町をつくる" });
  await expect(rows.filter({ hasText: "総人口" })).toHaveCount(0);
  await expect(rows.filter({ hasText: "出生数" })).toContainText("36人");
  await expect(page.getByLabel("目標")).toBeFocused();
  await page.getByLabel("年度").selectOption({ label: "令和4年度" });
  await expect(rows.filter({ hasText: "出生数" })).toContainText("41人（R4）");
  await expectAccessible(page);
  // Search words match indicators, measures and initiatives, within the goal and the year.
  const words = page.getByLabel("ことばで検索");
  await words.fill("出生");
  await words.press("Enter");
  await expect(words).toHaveValue("出生");
  await expect(words).toBeFocused();
  await expect(rows).toHaveCount(2);
  await words.fill("子育て 支援");
  await words.press("Enter");
  await expect(main(page).getByRole("heading", { name: /^目標・施策・取組 [1-9]/ })).toBeVisible();
  await expectAccessible(page);
  await words.fill("");
  await words.press("Enter");
  await main(page).getByRole("link", { name: "出生数", exact: true }).click();
  await page.getByLabel("ほかの指標とくらべる").selectOption({ label: "総人口" });
  await expect(heading(page)).toHaveText("「出生数」と「総人口」をくらべる");
  await expect(main(page).getByRole("figure")).toHaveCount(2);
  await expectAccessible(page);
});
