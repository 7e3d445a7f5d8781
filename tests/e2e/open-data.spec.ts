import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { openSample, type Plan } from "./plan";

// Shift_JIS, from what a browser decodes for every pair of bytes.
const reader = new TextDecoder("shift_jis");
const pairs = new Map<string, number[]>();
for (let lead = 0x81; lead < 0xf0; lead++) {
  for (let trail = 0x40; trail < 0xfd; trail++) pairs.set(reader.decode(Uint8Array.of(lead, trail)), [lead, trail]);
}
const shiftJis = (text: string) =>
  Buffer.from([...text].flatMap((letter) => (letter < "\u0080" ? [letter.charCodeAt(0)] : pairs.get(letter)!)));

const HEAD = "団体コード,団体名,年度,出生数（人）,ふるさと納税（百件）";
const rows = (...lines: string[]) => `${[HEAD, "11232,となり市,令和4年度,1,1", ...lines, "11234,あちら市,令和5年度,2,2"].join("\r\n")}\r\n`;
const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: shiftJis(text) });
const FIRST = csv("統計_1.csv", rows("11233,北本市,令和4年度,310,39.5", "11233,北本市,令和5年度,X,41"));
const NEXT = csv("統計_2.csv", rows("11233,北本市,令和4年度,311,39.5", "11233,北本市,令和5年度,X,41", "11233,北本市,令和6年度,298,42.25"));
const TITLED = csv("統計.csv", "令和5年度の出生数,,\r\n団体コード,団体名,出生数（人）\r\n112330,北本市,305\r\n112321,となり市,1\r\n");
const OTHERS = csv("よその町.csv", rows());

async function opened(page: Page) {
  await page.getByRole("main").getByRole("button", { name: "そのほかの操作" }).click();
  await page.getByRole("menuitem", { name: "公表データから" }).click();
  const dialog = page.getByRole("dialog", { name: "公表データから実績を入れる" });
  await expect(dialog).toBeVisible();
  return dialog;
}

type Kept = { name: string; source?: string; series: { actuals?: Record<string, unknown>; published?: unknown; compared?: unknown }[] };

async function kept(plan: Plan, name: string): Promise<Kept> {
  const file = JSON.parse((await plan.export()).toString()) as { indicators: Kept[] };
  return file.indicators.find((one) => one.name === name)!;
}

test("公表データの自分の町の行が指標の実績になり、次の年のファイルは選んで押すだけで入る", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "指標");
  const before = await plan.export();
  let dialog = await opened(page);
  await expectAccessible(page);

  // A file without the own town yields nothing.
  await dialog.getByLabel("公表データのファイルを選ぶ").setInputFiles(OTHERS);
  await expect(dialog.getByRole("alert").filter({ hasText: "「よその町.csv」：自分の町の行がありません。" })).toBeVisible();

  // A year that only the title gives must be confirmed before anything is ticked.
  await dialog.getByLabel("公表データのファイルを選ぶ").setInputFiles(TITLED);
  const titled = dialog.getByRole("checkbox", { name: "R5の値305を入れる" });
  await expect(titled).not.toBeChecked();
  await dialog.getByRole("button", { name: "確かめた" }).press("Enter");
  await expect(titled).toBeChecked();

  await dialog.getByLabel("公表データのファイルを選ぶ").setInputFiles(FIRST);
  await expect(dialog.getByRole("status").filter({ hasText: "自分の町の2行、2項目を読み取りました" })).toBeVisible();
  await dialog.getByRole("textbox", { name: "出典（データの名称）" }).fill("県の統計");
  // A measure with the name of an indicator is matched to it; the user decides about the other one.
  await expect(dialog.getByText("出生数 → 出生数")).toBeVisible();
  await dialog.getByRole("combobox", { name: "公表データの項目" }).selectOption({ label: "ふるさと納税（R5：41百件）" });
  await dialog.getByRole("combobox", { name: "指標" }).selectOption({ label: "ふるさと納税寄附件数" });
  await dialog.getByRole("button", { name: "結びつける" }).press("Enter");
  const donations = dialog.getByRole("region", { name: "「ふるさと納税」の値" });
  await expect(donations.getByRole("row").nth(1)).toContainText("3,950");
  await expect(donations.getByRole("checkbox", { name: "R4の値3,950を入れる" })).toBeChecked();
  const births = dialog.getByRole("region", { name: "「出生数」の値" });
  await expect(births.getByRole("row").nth(2)).toContainText("X");
  // Another town of the file is compared, and shown beside ours.
  await dialog.getByLabel("比べる自治体を追加").selectOption({ label: "となり市（11232）" });
  await expect(dialog.getByText("比べる自治体：となり市（1年分）")).toHaveCount(2);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "4件の実績を入れる" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(plan.toast).toContainText("公表データから、実績4件と、比べる自治体の値（2件の行）を入れました。");
  const first = await kept(plan, "出生数");
  expect(first.series[0].actuals).toEqual({ 2022: "310", 2023: { text: "X", read_as: { missing: "unpublished" } } });
  expect(first.series[0].compared).toEqual([{ town: "となり市", code: "11232", figures: { 2022: "1" } }]);
  expect(first.source).toMatch(/^県の統計（.*取り込み）$/);
  expect((await kept(plan, "ふるさと納税寄附件数")).series[0].actuals).toEqual({ 2022: "3,950", 2023: "4,100" });

  // The next year: choose the file and press the button. A figure that differs is not ticked at first.
  await page.getByRole("button", { name: "実績入力" }).click();
  await page.getByRole("main").getByRole("button", { name: "公表データから" }).click();
  dialog = page.getByRole("dialog", { name: "公表データから実績を入れる" });
  await dialog.getByLabel("公表データのファイルを選ぶ").setInputFiles(NEXT);
  await expect(dialog.getByText("前に読んだ「県の統計」と同じ形の表です。")).toBeVisible();
  await expect(births.getByRole("row").nth(1)).toContainText(/310.*311.*計画と違う値/);
  await expect(births.getByRole("checkbox", { name: "R4の値311を入れる" })).not.toBeChecked();
  await expect(births.getByRole("checkbox", { name: "R6の値298を入れる" })).toBeChecked();
  await dialog.getByRole("button", { name: "2件の実績を入れる" }).press("Enter");
  await expect(plan.toast).toContainText("公表データから、実績2件と、比べる自治体の値（2件の行）を入れました。");
  const next = await kept(plan, "出生数");
  expect(Object.keys(next.series[0].actuals!)).toEqual(["2022", "2023", "2024"]);
  expect(next.series[0].actuals).toMatchObject({ 2022: "310", 2024: "298" });
  expect((await kept(plan, "ふるさと納税寄附件数")).series[0].actuals).toMatchObject({ 2024: "4,225" });

  // Bindings are listed, and can be removed; each act is one step to undo.
  await page.getByRole("main").getByRole("button", { name: "公表データから" }).click();
  await dialog.getByText("これまでに読んだ公表データ（1件）").click();
  await expect(dialog.getByText("ふるさと納税 → ふるさと納税寄附件数")).toBeVisible();
  await dialog.getByRole("button", { name: "「県の統計」の結びつきをすべて外す" }).press("Enter");
  await expect(dialog.getByText("これまでに読んだ公表データ")).toBeHidden();
  await page.keyboard.press("Escape");
  expect((await kept(plan, "出生数")).series[0].published).toBeUndefined();
  for (let step = 0; step < 3; step++) await plan.undoButton.click();
  await expect(plan.undoButton).toBeDisabled();
  await plan.expectFile(before);
});
