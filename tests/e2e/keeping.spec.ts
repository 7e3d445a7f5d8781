import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "./app";
import { test } from "./own-browser";
import { Home, jsonFile, Plan } from "./plan";

const NET_PRODUCT = "就業者一人あたり市内純生産";
const TITLE = "第2期北本市まち・ひと・しごと創生総合戦略";

async function openKitamoto(page: Page): Promise<Plan> {
  const plan = await new Home(page).sample("北本市");
  await plan.saved();
  return plan;
}

test("指標の目標を変え、施策を加え、元に戻し、やり直せる", async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);

  await plan.go("指標");
  await page.getByRole("button", { name: "一覧", exact: true }).click();
  await page.getByRole("link", { name: NET_PRODUCT }).click();
  const target = plan.field("R7の目標値");
  await expect(target).toHaveValue("438.3万円");
  await target.fill("440.0万円");
  await target.press("Enter");
  await expect(page.getByRole("link", { name: NET_PRODUCT })).toContainText("440.0万円");

  await plan.go("体系");
  await page.getByRole("button", { name: "施策を追加" }).click();
  const measure = plan.field("施策の名称");
  await expect(measure).toBeFocused();
  await page.keyboard.type("空き店舗の活用");

  await plan.undoButton.click();
  await expect(measure).toHaveValue("");
  await plan.undoButton.click();
  await expect(measure).toHaveCount(0);
  await plan.undoButton.click();
  await expect(plan.undoButton).toBeDisabled();
  await plan.go("指標");
  await page.getByRole("button", { name: "一覧", exact: true }).click();
  await page.getByRole("link", { name: NET_PRODUCT }).click();
  await expect(target).toHaveValue("438.3万円");

  for (let step = 0; step < 3; step++) await plan.redoButton.click();
  await expect(plan.redoButton).toBeDisabled();
  await expect(target).toHaveValue("440.0万円");
  await plan.go("体系");
  await expect(measure).toHaveValue("空き店舗の活用");
});

test("目標の名前を変えると、どの画面でもその名前になり、履歴に残る", async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);
  await plan.go("体系");
  await plan.field("目標の名称").fill("働く場を増やす");
  await expect(page.getByRole("navigation", { name: "目標の一覧" })).toContainText("働く場を増やす");
  await plan.go("概況");
  await expect(page.getByRole("heading", { name: /働く場を増やす/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "最近の変更" })).toContainText("の名称を変更");
});

test("書き出し、ブラウザのデータを消し、読み込み、書き出すと、同じバイト列", async ({ app, page, context }) => {
  await app.open();
  const plan = await openKitamoto(page);
  await plan.go("体系");
  await plan.field("目標の名称").fill("働く場を増やす");
  await plan.field("目標の名称").blur();
  const written = await plan.export();
  expect(written.toString()).toContain("働く場を増やす");
  await expect(plan.truth).toContainText(/ファイル \d/);

  await page.goto("about:blank");
  const browser = await context.newCDPSession(page);
  const origin = app.address.startsWith("file:") ? "file://" : new URL(app.address).origin;
  await browser.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await app.open();
  const home = new Home(page);
  await expect(home.cards).toHaveCount(0);

  await home.choose(jsonFile("北本市.json", written));
  const again = await home.opened();
  expect(await again.export()).toEqual(written);
});

test("見本は、読み込んで書き出しても元のファイルのまま", async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);
  const original = await readFile(join(process.env.MICHISHIRUBE_DIST!, "samples", "kitamoto-2022.json"));
  expect(await plan.export()).toEqual(original);
});

test.describe("突然閉じても", () => {
  // Types one more letter into the first goal's name; gives the whole name.
  async function typeLetter(plan: Plan): Promise<string> {
    await plan.go("体系");
    const name = plan.field("目標の名称");
    await name.focus();
    await name.press("End");
    await plan.page.keyboard.press("X");
    return "稼ぐ産業と安定した雇用を創出するX";
  }

  async function expectKept(plan: Plan, name: string) {
    await expect(plan.field("目標の名称")).toHaveValue(name);
    await plan.saved();
    const home = await plan.toHome();
    await expect(home.cards).toHaveCount(1);
  }

  test("文字を打った直後にタブを閉じる", async ({ app, page, context }) => {
    await app.open();
    const plan = await openKitamoto(page);
    const name = await typeLetter(plan);
    const address = page.url();
    await page.close();

    const next = await context.newPage();
    await next.goto(address);
    await expectKept(new Plan(next), name);
  });

  test("文字を打った直後にタブが落ちる", async ({ app, page, context }) => {
    await app.open();
    const plan = await openKitamoto(page);
    const tab = await context.newCDPSession(page);
    const name = await typeLetter(plan);
    const address = page.url();
    await crash(page, tab);

    const next = await context.newPage();
    await next.goto(address);
    await expectKept(new Plan(next), name);
  });

  test("データベースに入る前に落ちた変更は、書きとめから戻り、そう言われる", async ({ app, page, context }) => {
    await app.open();
    const plan = await openKitamoto(page);
    await plan.go("体系");
    const tab = await context.newCDPSession(page);
    // No timer rings from here on: what is typed reaches the journal, never the database.
    await page.evaluate("window.setTimeout = () => 0");
    const name = plan.field("目標の名称");
    await name.focus();
    await name.press("End");
    await page.keyboard.type("ABC");
    await expect(plan.truth).toContainText("保存しています");
    const address = page.url();
    await crash(page, tab);

    const next = await context.newPage();
    await next.goto(address);
    const found = new Plan(next);
    await expect(found.toast).toContainText("書きとめから戻しました");
    await expectKept(found, "稼ぐ産業と安定した雇用を創出するABC");
  });

  test("保存したと言われた後なら、ブラウザごと落ちても残る", { tag: "@folder" }, async ({ app, startBrowser }) => {
    const before = await startBrowser();
    const page = await before.context().newPage();
    await page.goto(app.address);
    const plan = await openKitamoto(page);
    const name = await typeLetter(plan);
    await expect(plan.field("目標の名称")).toHaveValue(name);
    await plan.saved();
    const address = page.url();
    await before.kill();

    const after = await startBrowser();
    const next = await after.context().newPage();
    await next.goto(address);
    await expectKept(new Plan(next), name);
  });
});

// Kills the process of a tab: no event tells the page.
async function crash(page: Page, tab: { send(method: "Page.crash"): Promise<unknown> }) {
  const crashed = page.waitForEvent("crash");
  void tab.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

test.describe("二つのタブ", () => {
  test("二つ目は見るだけで、変更はすぐ映り、引き継げる", async ({ app, page, context }) => {
    await app.open();
    const first = await openKitamoto(page);
    await first.go("体系");

    const second = new Plan(await context.newPage());
    await second.page.goto(page.url());
    await expect(second.takeOver).toBeVisible();
    await first.field("目標の名称").fill("一つ目のタブで");
    await expect(second.field("目標の名称")).toHaveValue("一つ目のタブで");

    await second.page.getByRole("button", { name: "施策を追加" }).click();
    await expect(second.toast).toContainText("別の画面で編集中");
    await expect(second.field("施策の名称")).toHaveCount(0);
    await expect(second.undoButton).toBeDisabled();

    await second.takeOver.click();
    await expect(first.takeOver).toBeVisible();
    await expect(second.takeOver).toHaveCount(0);
    await second.field("目標の名称").fill("二つ目のタブで");
    await expect(first.field("目標の名称")).toHaveValue("二つ目のタブで");
    await second.saved();

    // With the writer gone, the one who waits writes.
    await second.page.close();
    await expect(first.takeOver).toHaveCount(0);
    await expect(first.field("目標の名称")).toHaveValue("二つ目のタブで");
    await first.field("目標の名称").fill("また一つ目のタブで");
    await first.saved();
    await page.reload();
    await expect(first.field("目標の名称")).toHaveValue("また一つ目のタブで");
  });
});

test("一覧には、名前と期間と最後の変更がある", async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);
  const home = await plan.toHome();
  const card = home.card(TITLE);
  await expect(card).toContainText("北本市");
  await expect(card).toContainText("令和4〜7年度");
  await expect(card).toContainText(/\d+月\d+日 \d+:\d\d に変更|\d{4}.*に変更/);
  await card.getByRole("link", { name: TITLE }).click();
  await expect(plan.truth).toBeVisible();
});
