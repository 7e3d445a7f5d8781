import { expect, expectAccessible, test } from "./app";
import { downloaded, openSample } from "./plan";
import { unpacked } from "./zip";

const sheets = (file: Buffer) =>
  [...unpacked(file)].filter(([path]) => path.includes("worksheets/")).map(([, xml]) => xml.toString()).join("");

test("交付金の事業のKPIの表をつくり、様式のセルを一度決めると、次からは選ぶだけで埋まる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "交付金・提出");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "事業を追加" }).click();
  await main.getByRole("textbox", { name: "事業名" }).fill("移住の窓口");
  await main.getByRole("combobox", { name: "取組を追加" }).selectOption({ index: 1 });
  await main.getByRole("combobox", { name: "KPIを追加" }).selectOption({ index: 1 });
  const table = main.getByRole("region", { name: /^KPIの表/ }).getByRole("table");
  await expect(table.getByRole("cell", { name: "目標", exact: true })).toBeVisible();

  await main.getByRole("textbox", { name: "要因" }).fill("相談の日を増やした");
  await main.getByRole("button", { name: "提出物を追加" }).click();
  await main.getByRole("textbox", { name: "提出物" }).fill("実績報告書");
  await main.getByLabel("期限", { exact: true }).fill("2026-04-30");
  await main.getByRole("button", { name: "日程に入れる" }).click();
  await expect(plan.toast).toContainText("「交付金・寄附」に入れました");
  await expectAccessible(page);

  // A workbook of ours serves as a form: the cause is assigned to a cell, by keyboard.
  const form = await downloaded(page, () => main.getByRole("button", { name: "Excelで保存" }).click());
  const file = { name: "様式.xlsx", mimeType: "application/octet-stream", buffer: form.bytes };
  const choose = main.getByLabel("様式を選ぶ");
  await choose.setInputFiles(file);
  await expect(main.getByText(/^はじめての様式です/)).toBeVisible();
  const grid = main.getByRole("grid");
  await grid.press("ArrowRight");
  await grid.press("ArrowDown");
  await grid.press("ArrowDown");
  await grid.press("ArrowDown");
  await main.getByRole("combobox", { name: /に入れる値$/ }).selectOption({ label: "要因" });
  await expectAccessible(page);
  const filled = await downloaded(page, () => main.getByRole("button", { name: "埋めた様式を保存" }).click());
  expect(filled.name).toBe("様式_移住の窓口.xlsx");
  expect(sheets(form.bytes).match(/相談の日を増やした/g)).toHaveLength(1);
  expect(sheets(filled.bytes).match(/相談の日を増やした/g)).toHaveLength(2);

  // The filled form has the same shape: the app recognises it after a reload.
  await plan.saved();
  await page.reload();
  await choose.setInputFiles({ ...file, buffer: filled.bytes });
  await expect(main.getByText(/と同じ形の様式です。1個のセルに入れます。$/)).toBeVisible();
});
