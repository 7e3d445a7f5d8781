import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { chooseFile, drop, Home, Plan } from "./plan";

// Texts of real plans as a converter gives them; their sentences are fillers.
const text = (name: string) => readFileSync(new URL(`../data/outlines/${name}.txt`, import.meta.url), "utf8");

const TITLE = "前の計画から目標・施策・取組・指標を取り込む";

async function begun(page: Page): Promise<Locator> {
  await new Home(page).create("ためし町", "ためし町総合戦略");
  await page.getByRole("region", { name: "はじめの5つの手順" }).getByRole("button", { name: "前の計画を貼り付ける" }).click();
  const dialog = page.getByRole("dialog", { name: TITLE });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  return dialog;
}

const goals = (page: Page) => page.getByRole("navigation", { name: "目標の一覧" }).getByRole("listitem");

test("白紙から、前の計画の全文を貼り付けて、4目標・13施策・38取組になるまで、5操作。一度で元に戻る", async ({ app, page }, info) => {
  await app.open();
  let acts = 0;
  const act = async (doing: Promise<void>) => {
    acts += 1;
    await doing;
  };
  await act(page.getByRole("button", { name: "新しくつくる" }).click());
  await expect(page.getByLabel("市町村の名前")).toBeFocused();
  await page.keyboard.type("ためし町");
  await act(page.keyboard.press("Enter"));
  const start = page.getByRole("region", { name: "はじめの5つの手順" });
  // The first button of the card.
  await expect(start.getByRole("button").nth(1)).toHaveAccessibleName("前の計画を貼り付ける");
  await act(start.getByRole("button", { name: "前の計画を貼り付ける" }).click());
  const dialog = page.getByRole("dialog", { name: TITLE });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  acts += 1;
  await page.keyboard.insertText(text("hokuto-2020"));
  await expect(dialog.getByRole("status")).toHaveText("目標4件・施策13件・取組38件・指標0件を選んでいます。");
  await expect(dialog.getByRole("checkbox", { name: "「企業立地の促進」を追加" })).toBeChecked();
  await expectAccessible(page);
  await act(dialog.getByRole("button", { name: "55件を追加" }).click());
  info.annotations.push({ type: "操作", description: `${acts}` });
  expect(acts, "クリックと命令キーと貼り付け").toBe(5);
  await expect(page.getByRole("heading", { level: 1, name: "体系" })).toBeVisible();
  const plan = new Plan(page);
  await expect(plan.toast).toContainText("体系に55件を追加しました。");
  await expect(goals(page)).toHaveCount(4);
  await expect(plan.field("目標の名称")).toHaveValue("北海道新幹線を活かした産業の振興と雇用の場をつくる");
  await expect(plan.field("施策の名称")).toHaveCount(3);
  await expect(page.getByText("施策 3 ・ 取組 10 ・ 数値目標 0").first()).toBeVisible();
  await plan.undoButton.click();
  await expect(goals(page)).toHaveCount(0);
  await expect(plan.undoButton).toBeDisabled();
});

test("確かでない行は選ばれず、キーだけで種類を変え、選んで取り込める", async ({ app, page }) => {
  await app.open();
  const dialog = await begun(page);
  await page.keyboard.insertText("まえがき\n基本目標1　働く\n1 産業\n(1) 農業\n① 相談\n(2) 商業\n① 融資\n\n5ページ\n");
  await expect(dialog.getByRole("status")).toHaveText("目標1件・施策0件・取組0件・指標0件を選んでいます。要確認の5行は選んでいません。");
  const row = (title: string) => dialog.getByRole("checkbox", { name: `「${title}」を追加` });
  const role = (title: string) => dialog.getByRole("combobox", { name: `「${title}」の種類` });
  await expect(row("産業")).not.toBeChecked();
  await expect(dialog.getByRole("listitem").filter({ hasText: "産業" })).toContainText("種類が不確か");
  // To the list by Tab alone.
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(row("働く")).toBeFocused({ timeout: 50 });
  }).toPass();
  await page.keyboard.press("ArrowDown");
  await expect(row("産業")).toBeFocused();
  // 見出し becomes 施策, and is selected.
  await page.keyboard.press("Alt+ArrowRight");
  await expect(role("産業")).toHaveValue("measure");
  await expect(row("産業")).toBeChecked();
  await expect(row("産業")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Alt+ArrowRight");
  await expect(role("農業")).toHaveValue("initiative");
  await page.keyboard.press("ArrowDown");
  await expect(row("相談")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(row("相談")).toBeChecked();
  await page.keyboard.press("Space");
  await expect(row("相談")).not.toBeChecked();
  await expect(dialog.getByRole("status")).toContainText("目標1件・施策1件・取組1件・指標0件");
  await expectAccessible(page);
  // The user can show skipped lines, each with its reason, and give them a role.
  await dialog.getByRole("checkbox", { name: "読み飛ばす行も表示（2行）" }).check();
  await expect(dialog.getByRole("listitem").filter({ hasText: "5ページ" })).toContainText("ページ番号");
  await expect(dialog.getByRole("listitem").filter({ hasText: "まえがき" })).toContainText("目標の外");
  // Deselecting a heading deselects everything under it.
  await row("働く").uncheck();
  await expect(row("農業")).not.toBeChecked();
  await expect(dialog.getByRole("button", { name: "0件を追加" })).toBeDisabled();
  await row("農業").check();
  await expect(row("働く")).toBeChecked();
  await dialog.getByRole("button", { name: "3件を追加" }).click();
  await expect(goals(page)).toHaveCount(1);
});

test("行頭記号の種類を、まとめて変えられる", async ({ app, page }) => {
  await app.open();
  const dialog = await begun(page);
  await page.keyboard.insertText("基本目標1　働く\n1 産業\n(1) 農業\n① 相談\n(2) 商業\n① 融資\n");
  await dialog.getByText("行頭記号（3種類、うち3種類は確認が必要）").click();
  for (const [mark, kind] of [["1", "施策"], ["(1)", "取組"], ["①", "読み飛ばす"]] as const) {
    await dialog.getByRole("combobox", { name: `「${mark}」の行の種類` }).selectOption({ label: kind });
  }
  await expect(dialog.getByRole("status")).toHaveText("目標1件・施策1件・取組2件・指標0件を選んでいます。");
  await dialog.getByRole("button", { name: "4件を追加" }).click();
  await expect(page.getByText("施策 1 ・ 取組 2 ・ 数値目標 0")).toBeVisible();
});

// 基本目標1 働く, in Shift_JIS.
const SHIFT_JIS = Buffer.from([0x8a, 0xee, 0x96, 0x7b, 0x96, 0xda, 0x95, 0x57, 0x31, 0x20, 0x93, 0xad, 0x82, 0xad, 0x0a]);

test("文字のファイルは、選んでもドラッグしても読め、読めないものはわけを言う", async ({ app, page }) => {
  await app.open();
  const dialog = await begun(page);
  const choose = (name: string, buffer: Buffer) => chooseFile(dialog, { name, mimeType: "text/plain", buffer });
  await choose("計画.txt", SHIFT_JIS);
  await expect(dialog.getByRole("status")).toContainText("目標1件");
  await expect(dialog.getByRole("textbox")).toHaveValue("基本目標1 働く\n");
  await choose("計画.txt", Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0xfe, 0x00]));
  await expect(dialog.getByRole("alert")).toContainText("「計画.txt」は文字だけのファイルでも Excel ブックでもないため");
  // The result of the reading stays.
  await expect(dialog.getByRole("status")).toContainText("目標1件");
  await choose("大きな計画.txt", Buffer.alloc(9 << 20, "あ"));
  await expect(dialog.getByRole("alert")).toContainText("「大きな計画.txt」は8MBを超えるため");
  await choose("空.txt", Buffer.from("\n"));
  await expect(dialog.getByRole("alert")).toContainText("「空.txt」には文字がありません");
  await drop(dialog.getByRole("textbox"), [{ name: "計画.md", mimeType: "text/markdown", buffer: Buffer.from("基本目標1 住む\n基本目標2 学ぶ\n") }]);
  await expect(dialog.getByRole("status")).toContainText("目標2件");
  await expect(dialog.getByRole("alert")).toHaveCount(0);
});

test("2500行の全文も、狭い窓で、はみ出さずに見られる", async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open();
  const dialog = await begun(page);
  await chooseFile(dialog, { name: "計画.txt", mimeType: "text/plain", buffer: Buffer.from(text("hokuto-2024")) });
  await expect(dialog.getByRole("status")).toContainText("目標1件・施策17件・取組60件");
  await expect(dialog.getByRole("checkbox", { name: "「町会連合会補助金」を追加" })).toBeChecked();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect.poll(() => dialog.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
