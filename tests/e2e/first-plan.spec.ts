import { expect, expectAccessible, test } from "./app";
import { Counted } from "./counted";
import { Home, openSample, Plan } from "./plan";

test("白紙から概要版まで: 2目標・3施策・5取組・3指標を、24操作以内で", async ({ app, page }, info) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open();
  const hand = new Counted(page);
  await hand.click("button", "新しくつくる");
  await hand.write("市町村の名前", "ためし町");
  await hand.key("Enter");
  // The plan opens with the focus on the next task.
  await hand.focused("基本目標を書く");
  await expect(page.getByRole("region", { name: "はじめの5つの手順" })).toBeVisible();
  await hand.key("Enter");

  await hand.write("目標の名称", "若者が戻り、働けるまち");
  await hand.key("Enter");
  await hand.write("施策の名称", "農業の担い手を育てる");
  await hand.key("Tab");
  await hand.write("取組の名称", "就農相談");
  await hand.key("Enter");
  await expect(page.getByRole("textbox", { name: "取組の名称" })).toHaveCount(2);
  await hand.write("取組の名称", "研修農場");
  await hand.click("button", "施策を追加");
  await hand.write("施策の名称", "商いを支える");
  await hand.key("Tab");
  await hand.write("取組の名称", "空き店舗の活用");
  await hand.click("button", "基本目標");
  await hand.write("目標の名称", "安心して子育てできるまち");
  await hand.key("Enter");
  await hand.write("施策の名称", "保育を整える");
  await hand.key("Tab");
  await hand.write("取組の名称", "一時預かり");
  await hand.key("Enter");
  await expect(page.getByRole("textbox", { name: "取組の名称" })).toHaveCount(2);
  await hand.write("取組の名称", "病児保育");

  await hand.click("button", "数値目標をつくる");
  for (const line of ["合計特殊出生率 1.20→1.45", "待機児童数 8人→0人", "子育て満足度 62.5%→75%"]) {
    await expect(page.getByRole("textbox", { name: "指標の名称" })).toHaveValue("");
    await hand.write("指標の名称", line);
    await hand.key("Enter");
    await expect(page.getByRole("link", { name: line.split(" ")[0]! })).toBeVisible();
  }

  await hand.click("link", "概況", "nav");
  const start = page.getByRole("region", { name: "はじめの5つの手順" });
  await expect(start.getByRole("listitem").filter({ hasText: "済み" })).toHaveCount(3);
  await hand.click("button", "実績を入力");
  for (const [name, actual] of [["合計特殊出生率", "1.26"], ["待機児童数", "3"], ["子育て満足度", "66.0"]] as const) {
    await hand.write(new RegExp(`${name}.*令和9年度`), actual);
    if (name !== "子育て満足度") await hand.key("Enter");
  }
  await hand.click("button", "図");
  await expect(page.getByRole("main").locator("svg[role], figure, .chart").first()).toBeVisible();
  await hand.click("link", "印刷", "nav");
  const paper = page.getByRole("main");
  for (const text of ["若者が戻り、働けるまち", "待機児童数", "1.45"]) await expect(paper).toContainText(text);

  info.annotations.push({ type: "操作", description: `${hand.acts}` });
  expect(hand.acts, "クリックと命令キー").toBeLessThanOrEqual(24);

  // No blank record is left behind, and nothing has to be entered again.
  const plan = new Plan(page);
  await plan.go("体系");
  await expect(page.getByText("施策 2 ・ 取組 3 ・ 数値目標 0")).toBeVisible();
  await expect(page.getByText("施策 1 ・ 取組 2 ・ 数値目標 3")).toBeVisible();
  await plan.go("概況");
  await expect(start).toHaveCount(0);
});

test("何も書かずに離れた行は消え、履歴にも数にも残らない", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "計画");
  await plan.go("体系");
  await page.getByRole("button", { name: "基本目標", exact: true }).click();
  await expect(plan.field("目標の名称")).toBeFocused();
  await page.keyboard.type("目標");
  await page.keyboard.press("Enter");
  await expect(plan.field("施策の名称")).toBeFocused();
  await page.keyboard.type("施策");
  await page.keyboard.press("Tab");
  await expect(plan.field("取組の名称")).toBeFocused();
  await page.keyboard.type("取組");
  await page.keyboard.press("Enter");
  await expect(plan.field("取組の名称")).toHaveCount(2);
  await expect(plan.field("取組の名称").nth(1)).toBeFocused();
  // An empty row ends the list: the focus moves to the button that adds one a level up, and the row is gone.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "施策を追加" })).toBeFocused();
  await expect(plan.field("取組の名称")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(plan.field("施策の名称")).toHaveCount(2);
  await expect(plan.field("施策の名称").nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "基本目標", exact: true })).toBeFocused();
  await expect(plan.field("施策の名称")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(plan.field("目標の名称")).toBeFocused();
  await expect(plan.field("目標の名称")).toHaveValue("");
  await page.getByRole("link", { name: /^1 ?目標/ }).click();
  await expect(page.getByRole("navigation", { name: "目標の一覧" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByText("施策 1 ・ 取組 1 ・ 数値目標 0")).toBeVisible();
  // No mark that nobody set.
  await expect(page.locator(".measure")).not.toContainText(/重点|新規/);
});

test("削除すると、キーボードは隣の行へ行く", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北斗市 総合戦略", "体系");
  const rows = plan.field("取組の名称");
  const second = await rows.nth(1).inputValue();
  await rows.first().focus();
  await page.getByRole("button", { name: /の操作$/ }).and(page.locator(".initiative button")).first().click();
  await expect(page.getByRole("menuitemcheckbox", { name: "新規の印" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(plan.field("取組の名称").and(page.locator(":focus"))).toHaveValue(second);
  await plan.undoButton.click();
  await expect(rows.nth(1)).toHaveValue(second);
  await expectAccessible(page);
});

test("前の計画を貼り付けると、目標・施策・取組になり、一度で元に戻る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await page.getByRole("button", { name: "新しくつくる" }).click();
  await expect(page.getByLabel("市町村の名前")).toBeFocused();
  await page.keyboard.type("ためし町");
  await page.getByRole("radio", { name: /前の計画を貼り付ける/ }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "つくって開く" }).click();
  const dialog = page.getByRole("dialog", { name: "前の計画から目標・施策・取組・指標を取り込む" });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await page.keyboard.insertText("まえがき\n基本目標1　働くまち\n施策1-1　農業\n・相談\n・研修\n基本目標2　子育て\n");
  await expect(dialog.getByRole("status")).toHaveText("目標2件・施策1件・取組2件・指標0件を選んでいます。");
  await expect(dialog.getByRole("checkbox", { name: "読み飛ばす行も表示（1行）" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "5件を追加" }).click();
  const plan = new Plan(page);
  await expect(page.getByRole("heading", { level: 1, name: "体系" })).toBeVisible();
  await expect(plan.field("取組の名称")).toHaveCount(2);
  await plan.undoButton.click();
  await expect(page.getByRole("navigation", { name: "目標の一覧" }).getByRole("listitem")).toHaveCount(0);
});

test("見本の骨組みからも始められ、手順は自分で済みになる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await page.getByRole("button", { name: "新しくつくる" }).click();
  await expect(page.getByLabel("市町村の名前")).toBeFocused();
  await page.keyboard.type("ためし町");
  await page.getByRole("radio", { name: /見本の骨組み/ }).check();
  await page.getByRole("button", { name: "つくって開く" }).click();
  const start = page.getByRole("region", { name: "はじめの5つの手順" });
  await expect(start.getByRole("listitem").filter({ hasText: "済み" })).toHaveCount(1);
  await expect(start.getByRole("link", { name: "体系を開く" })).toBeVisible();
  await expectAccessible(page);
  await start.getByRole("button", { name: "この案内を閉じる" }).click();
  await expect(start).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
});
