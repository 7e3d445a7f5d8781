import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { Counted } from "./counted";
import { Plan } from "./plan";

// An empty town gets a plan that responds to the nation, has its dates and its 概要版, in a limited number of acts:
// every click, every key that is not text, every paste.

// The full text of a real plan as a converter gives it; its sentences are fillers.
const TEXT = readFileSync(new URL("../data/outlines/hokuto-2020.txt", import.meta.url), "utf8");

async function indicators(hand: Counted, lines: string[]) {
  await hand.click("button", "数値目標をつくる");
  for (const line of lines) {
    await hand.write("指標の名称", line);
    await hand.key("Enter");
    await expect(hand.page.getByRole("link", { name: line.split(" ")[0]! })).toBeVisible();
  }
}

// Ties the first goal to the first of the nation's current goals, and checks what is still untied.
async function aligned(hand: Counted) {
  const { page } = hand;
  await hand.click("link", "整合", "nav");
  await hand.click("button", /^国などの枠組みから追加/);
  await hand.click("button", /地方創生に関する総合戦略.*を追加/, "dialog");
  await hand.click("button", "表");
  await page.getByRole("grid").focus();
  hand.keys += 1;
  await hand.key("Space");
  await expect(page.locator(".matrix-sentences")).toContainText("の3項目のうち2項目に結びつきがありません");
}

async function dated(hand: Counted) {
  await hand.click("link", "日程", "nav");
  await hand.click("button", /^ひな形から作成/);
  await hand.click("button", "この日程をつくる", "dialog");
  await expect(hand.page.locator(".timetable-item").filter({ hasText: "決定" })).not.toHaveCount(0);
}

// The 概要版 in print contains the typed texts.
async function summarised(hand: Counted, texts: string[]) {
  await hand.click("link", "印刷", "nav");
  const paper = hand.page.getByRole("main");
  for (const text of texts) await expect(paper).toContainText(text);
}

async function expectWhole(page: Page) {
  const plan = new Plan(page);
  // Of its five steps only the figures of a past year are left.
  await plan.go("概況");
  await expect(page.getByRole("region", { name: "はじめの5つの手順" }).getByRole("listitem").filter({ hasText: "済み" })).toHaveCount(4);
  await plan.go("日程");
  await expectAccessible(page);
  await plan.saved();
}

test("白紙から、目標・施策・KPI・整合・日程・概要版まで", async ({ app, page }, info) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open();
  const hand = new Counted(page);
  await hand.click("button", "新しくつくる");
  await hand.write("市町村の名前", "ためし町");
  await hand.key("Enter");
  await hand.focused("基本目標を書く");
  await hand.key("Enter");
  await hand.write("目標の名称", "若者が戻り、働けるまち");
  await hand.key("Enter");
  await hand.write("施策の名称", "農業の担い手を育てる");
  await hand.key("Tab");
  await hand.write("取組の名称", "就農相談");
  await indicators(hand, ["新規就農者数 8人→12人", "製造品出荷額 120億円→135億円"]);
  await aligned(hand);
  await dated(hand);
  await summarised(hand, ["若者が戻り、働けるまち", "新規就農者数", "135"]);
  info.annotations.push({ type: "操作", description: `${hand.acts}` });
  expect(hand.acts, "クリックと命令キー").toBeLessThanOrEqual(18);
  await expectWhole(page);
});

test("前の計画の全文から、目標・施策・KPI・整合・日程・概要版まで", async ({ app, page }, info) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open();
  const hand = new Counted(page);
  await hand.click("button", "新しくつくる");
  await hand.write("市町村の名前", "ためし町");
  await hand.key("Enter");
  await hand.click("button", "前の計画を貼り付ける", "main");
  const dialog = page.getByRole("dialog", { name: "前の計画から目標・施策・取組・指標を取り込む" });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  hand.keys += 1;
  await page.keyboard.insertText(TEXT);
  await hand.click("button", "55件を追加", "dialog");
  await indicators(hand, ["新規就農者数 8人→12人", "転入者数 1,204人→1,300人"]);
  await aligned(hand);
  await dated(hand);
  await summarised(hand, ["北海道新幹線を活かした産業の振興と雇用の場をつくる", "企業立地等による雇用創出と地域経済の活性化", "新規就農者数"]);
  info.annotations.push({ type: "操作", description: `${hand.acts}` });
  expect(hand.acts, "クリックと命令キーと貼り付け").toBeLessThanOrEqual(18);
  await expectWhole(page);
});
