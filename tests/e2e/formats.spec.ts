import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./app";
import { Home } from "./plan";
import { unpacked } from "./zip";

test("ほかの形式で保存: Excelブックにすると、何が入らないかが先に言われ、指標の表が入る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("みほん町");
  await page.getByRole("status", { name: "保存のようす" }).getByRole("button").click();
  await page.getByRole("dialog", { name: "保存のようす" }).getByRole("button", { name: "ほかの形式で保存" }).click();
  const dialog = page.getByRole("dialog", { name: "ほかの形式で保存" });
  await expect(dialog.getByRole("radio", { name: /Excelブック/ })).toBeChecked();
  await expect(dialog).toContainText("入らないもの");
  await expectAccessible(page);

  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "ファイルに保存する" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^みほん町.*\.xlsx$/);
  await expect(dialog.getByRole("status")).toContainText(".xlsx");
  const parts = unpacked(await readFile(await file.path()));
  expect(String(parts.get("xl/workbook.xml"))).toContain("指標一覧");

  await dialog.getByRole("radio", { name: /CSV/ }).check();
  const table = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "ファイルに保存する" }).click();
  expect((await table).suggestedFilename()).toMatch(/\.csv$/);
});
