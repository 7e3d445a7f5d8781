import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

test("ファイルに保存: どのページからも、2回の操作でExcelになり、矢印でも選べる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  await plan.saved();
  const button = page.getByRole("button", { name: "ファイルに保存" });
  await button.click();
  await expect(page.getByRole("menuitem")).toHaveCount(4);
  await expectAccessible(page);
  const workbook = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /^Excel/ }).click();
  expect((await workbook).suggestedFilename()).toMatch(/^みほん町.*\.xlsx$/);
  await expect(page.locator(".toast").filter({ hasText: ".xlsx" })).toBeVisible();
  await expect(plan.truth).toContainText("この端末に保存済み");

  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: /^みちしるべのファイル/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const document = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await document).suggestedFilename()).toMatch(/計画書.*\.docx$/);

  await button.click();
  await page.getByRole("menuitem", { name: /^そのほか/ }).click();
  await expect(page.getByRole("dialog", { name: /^ほかの形式で保存/ })).toBeVisible();
});

test("検索・操作: 何も打たずにEnterを押しても、何も起こらない。矢印で選べば動く", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  await plan.saved();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "検索・操作" });
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await field.press("Enter");
  await field.fill("　");
  await field.press("Enter");
  await expect(palette.getByRole("option").first()).toHaveAttribute("aria-selected", "false");
  await field.fill("");
  await field.press("ArrowDown");
  await expect(palette.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await field.fill("設定");
  await field.press("Enter");
  await expect(palette).toHaveCount(0);
});
