import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { Home, paste, type Plan } from "./plan";

// みほん町 has closed 令和3, 4 and 5年度; 令和6年度 is open.
async function opened(page: Page, name: string): Promise<Plan> {
  const plan = await new Home(page).sample("みほん町");
  await plan.go(name);
  return plan;
}

const reopen = (year: string) => `${year}の確定を解除する`;

async function expectRefused(plan: Plan, year: string) {
  await expect(plan.toast).toContainText(`${year}は確定済みのため、変えられません。`);
  await expect(plan.toast.getByRole("button", { name: reopen(year) })).toBeVisible();
}

test("表: 確定した年度は鍵つきで、Delete も文字も貼り付けも断り、したとは言わない", async ({ app, page }) => {
  await app.open();
  const plan = await opened(page, "指標");
  await page.getByRole("button", { name: "表", exact: true }).click();
  const grid = page.getByRole("grid", { name: "指標の数値の表" });
  await expect(grid.getByRole("columnheader", { name: /確定\s*R3/ })).toBeVisible();
  await expect(grid.getByRole("columnheader", { name: "R6", exact: true })).toBeVisible();
  const cell = grid.getByRole("gridcell", { name: "8,503", exact: true });
  await expect(cell).toHaveAttribute("aria-readonly", "true");
  const input = page.locator("#grid-input");

  for (const key of ["Delete", "1", "F2"]) {
    await cell.click();
    await expect(cell).toHaveAttribute("aria-selected", "true");
    await expect(input).toBeFocused();
    await page.keyboard.press(key);
    await expectRefused(plan, "令和3年度");
    await expect(page.getByText("か所を空にしました")).toHaveCount(0);
    await expect(input).toHaveValue("");
    await expect(cell).toHaveText("8,503");
    await plan.toast.getByRole("button", { name: "閉じる" }).click();
    await expect(plan.toast).toHaveCount(0);
  }

  // A block over closed and open years: the open year is written, and a message names the closed ones.
  await cell.click();
  await expect(cell).toHaveAttribute("aria-selected", "true");
  await paste(input, "1\t2\t3\t4");
  await expect(page.getByRole("status").filter({ hasText: "1か所に貼り付けました。3か所は、令和3年度・令和4年度・令和5年度が確定済みのため変えていません。" })).toBeVisible();
  await expect(cell).toHaveText("8,503");
  await expectRefused(plan, "令和3年度");
  await expectAccessible(page);

  // The button leads to the reopening, and then the year can be edited.
  await plan.toast.getByRole("button", { name: reopen("令和3年度") }).click();
  const dialog = page.getByRole("dialog", { name: reopen("令和3年度") });
  await dialog.getByRole("button", { name: reopen("令和3年度") }).click();
  await expect(dialog.getByRole("alert")).toContainText("理由");
  await dialog.getByLabel("確定を解除する理由").fill("総人口の訂正");
  await dialog.getByRole("button", { name: reopen("令和3年度") }).click();
  await expect(plan.toast).toContainText("令和3年度の確定を解除しました");
  await expect(cell).not.toHaveAttribute("aria-readonly");
  await cell.click();
  await expect(input).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("status").filter({ hasText: "1か所を空にしました。" })).toBeVisible();
});

test("知らせは、読む間があれば自分で消え、指している間は残る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await opened(page, "指標");
  await page.getByRole("grid", { name: "指標の数値の表" }).getByRole("gridcell", { name: "8,503", exact: true }).click();
  await page.keyboard.press("Delete");
  await expectRefused(plan, "令和3年度");
  await page.locator(".toast").hover();
  // From here on a notice lasts half a second instead of ten.
  await page.evaluate(() => {
    const later = window.setTimeout;
    Object.assign(window, { setTimeout: (run: () => void, ms = 0) => later(run, ms / 20) });
  });
  await page.mouse.move(5, 5);
  await expect(plan.toast).toHaveCount(0);
});

test("実績入力と指標の欄: 確定した年度は読むだけで、打つと断る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await opened(page, "指標");
  await page.getByRole("button", { name: "一覧", exact: true }).click();
  const past = plan.field("R4の実績値");
  await expect(past).not.toBeEditable();
  await past.press("5");
  await expectRefused(plan, "令和4年度");
  await expect(plan.field("R6の実績値")).toBeEditable();

  await page.getByRole("button", { name: /^(年度の入力|実績入力)$/ }).click();
  await page.getByLabel("入力する年度").selectOption({ label: "令和5年度" });
  await expect(page.getByText("令和5年度は確定済みのため、見るだけです。")).toBeVisible();
  await expect(page.getByRole("button", { name: reopen("令和5年度") })).toBeVisible();
  const field = plan.field(/総人口 令和5年度の実績/);
  await expect(field).not.toBeEditable();
  await paste(field, "1\n2");
  await expectRefused(plan, "令和5年度");
  await expect(field).toHaveValue("8,318");
});

test("評価シートと体系: 確定した年度は断られ、そこから解除へ行ける", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await opened(page, "評価");
  await page.getByLabel("評価する年度").selectOption({ label: "令和5年度（12シート）" });
  const sheet = page.getByRole("article");
  const amount = sheet.getByRole("textbox", { name: "新規就農・漁業就業支援事業 決算額" });
  await expect(amount).not.toBeEditable();
  await amount.press("Delete");
  await expectRefused(plan, "令和5年度");
  await expect(amount).toHaveValue("14,200");
  await sheet.getByRole("textbox", { name: "成果・課題" }).press("a");
  await expectRefused(plan, "令和5年度");
  await expect(sheet.getByRole("button", { name: reopen("令和5年度") })).toBeVisible();

  await plan.go("体系");
  await page.getByRole("button", { name: /新規就農・漁業就業支援事業.*の操作/ }).first().click();
  await page.getByRole("menuitem", { name: "削除" }).click();
  await expect(plan.toast.getByRole("button", { name: /年度の確定を解除する/ })).toBeVisible();
});

test("全事業の表: 確定した年度の決算額は読むだけで、範囲を空にしても残り、そう言う", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await opened(page, "実施計画");
  await page.getByLabel("計画の年度").selectOption({ label: "令和6年度（12シート）" });
  await page.getByText("全事業の表", { exact: true }).click();
  const works = page.getByRole("region", { name: "全事業の表" });
  const field = (what: string) => works.getByLabel(`新規就農・漁業就業支援事業 ${what}`, { exact: true });
  await expect(works.getByText("令和5年度")).not.toHaveCount(0);
  await expect(field("決算額")).not.toBeEditable();
  await field("決算額").press("Delete");
  await expectRefused(plan, "令和5年度");
  await field("令和6年度の予算額").click();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Delete");
  await expect(field("令和6年度の予算額")).toHaveValue("");
  await expect(field("決算額")).toHaveValue("14,200");
  await expect(works.getByText("1か所を空にしました。1か所は、令和5年度が確定済みのため変えていません。")).toBeVisible();
});
