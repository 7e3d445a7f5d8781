import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { Home, openSample } from "./plan";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
test("整合: 横断的な目標はそれとわかり、追加でき、後から切り替えられる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "整合");
  // The strategy of the nation: four goals and two cross-cutting ones.
  const nation = page.getByRole("main").locator("section").first();
  const items = nation.getByRole("listitem").filter({ has: page.getByRole("textbox", { name: "番号" }) });
  await expect(items).toHaveCount(6);
  await expect(nation.locator(".chip", { hasText: /^横断的な目標$/ })).toHaveCount(2);
  await nation.getByRole("button", { name: "横断的な目標を追加" }).click();
  await expect(items).toHaveCount(7);
  await expect(items.last().locator(":focus")).toHaveValue("");
  await page.keyboard.type("デジタルの力をいかす");
  await expect(items.last().locator(".chip", { hasText: /^横断的な目標$/ })).toBeVisible();
  await expect(items.last()).toContainText("結びつきなし");
  await items.last().getByRole("button", { name: "「デジタルの力をいかす」の操作" }).click();
  const mark = page.getByRole("menuitemcheckbox", { name: "横断的な目標" });
  await expect(mark).toHaveAttribute("aria-checked", "true");
  await expectAccessible(page);
  await mark.click();
  await expect(items.last().locator(".chip", { hasText: /^横断的な目標$/ })).toHaveCount(0);
});

test("整合: 見出しは結びつきのない項目の数を言い、結びつけると減る", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "整合");
  await expect(heading(page)).toHaveText("国の6目標はすべて対応済み、ほかの1項目が未対応です");
  const hole = page.locator(".framework-item", { hasText: "結びつきなし" });
  await expect(hole).toHaveCount(1);
  await hole.getByRole("combobox").selectOption({ index: 1 });
  await expect(heading(page)).toHaveText(/^国の目標など\d+項目すべてに結びつきがあります$/);
  await expect(page.getByRole("main")).not.toContainText("結びつきなし");
  const nation = page.locator(".framework-item").first();
  const ties = nation.getByRole("button", { name: /の結びつきを外す$/ });
  await expect(ties).not.toHaveCount(0);
  for (let left = await ties.count(); left > 0; left = await ties.count()) {
    await ties.first().click();
    await expect.poll(() => ties.count()).toBeLessThan(left);
  }
  await expect(heading(page)).toHaveText(/^\d+項目のうち1項目に、目標・施策との結びつきがありません$/);
});

test("日程: 見出しは次の予定を言い、きょうの旬に線がつく", async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2019-11-15T10:00:00+09:00"));
  const plan = await openSample(app, "木更津市", "日程");
  // 素案 began in October; next comes the meeting of this 旬.
  await expect(heading(page)).toHaveText("次：R1.11 中旬　第3回懇談会");
  const today = page.locator("tr.today");
  await expect(today).toHaveCount(1);
  await expect(today.getByRole("rowheader")).toContainText("きょう");
  await expect(today).toContainText("中旬");
  const line = (row: Element) => {
    const { borderTopColor, borderTopWidth } = getComputedStyle(row.querySelector("th.third")!);
    return `${borderTopWidth} ${borderTopColor}`;
  };
  const other = page.locator("tr:not(.today):has(th.third)").first();
  await expect(async () => expect(await today.evaluate(line)).not.toBe(await other.evaluate(line))).toPass();
  // 概況 shows the same.
  await plan.go("概況");
  await expect(heading(page)).toContainText("R1.11 中旬の「第3回懇談会」");
});

test("日程: 何もない計画の最初の予定は、きょうの旬から始まり、これから先を選べる", async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2026-11-25T10:00:00+09:00"));
  await app.open();
  const plan = await new Home(page).create("ためし町", "ためし総合戦略");
  await plan.go("日程");
  await page.getByRole("button", { name: "列を追加" }).press("Enter");
  await page.getByRole("button", { name: /に予定を追加$/ }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "予定" });
  const title = dialog.getByRole("textbox", { name: "件名" });
  await title.fill("推進本部");
  await expect(dialog.getByLabel("いつから", { exact: true }).locator("option:checked")).toHaveText("R8.11");
  await expect(dialog.getByLabel("いつからの旬").locator("option:checked")).toHaveText("下旬");
  const until = dialog.getByLabel("いつまで", { exact: true });
  await until.focus();
  await until.selectOption({ label: "R10.3" });
  // Escape restores the old text, and the dialog stays; the next one closes it.
  await title.fill("推進本部（仮）");
  await page.keyboard.press("Escape");
  await expect(title).toHaveValue("推進本部");
  await expect(title).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(heading(page)).toContainText("推進本部");
});

test("整合: 替わった国の戦略は言われ、新しい枠組みを加えて、一項目ずつ付け替え、一度で戻せる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "整合");
  await page.getByText("新しい枠組みがあります（1件）").click();
  const notice = page.getByRole("status").filter({ hasText: "に替わっています" });
  await expect(notice).toContainText("国 地方創生に関する総合戦略");
  await notice.getByRole("button", { name: "新しい枠組みを追加" }).click();
  const added = page.locator("section", { has: page.getByRole("textbox").and(page.locator("[id^=title-]")) }).last();
  await expect(added).toContainText("一部の項目だけです");
  await notice.getByRole("button", { name: "付け替える" }).click();
  const dialog = page.getByRole("dialog", { name: "結びつきの付け替え" });
  await expect(dialog.getByRole("row")).toHaveCount(7);
  await expect(dialog.getByRole("row").nth(5)).toContainText("横1 多様な人材の活躍を推進する");
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expectAccessible(page);
  const apply = dialog.getByRole("button", { name: /項目を付け替える$/ });
  await expect(apply).toBeDisabled();
  const first = dialog.getByRole("combobox").first();
  await first.focus();
  await first.selectOption({ label: "1 「強い経済」" });
  await expect(apply).toHaveText("1項目を付け替える");
  const old = page.locator(".framework-item").first();
  await apply.click();
  await expect(dialog).toBeHidden();
  await expect(old).toContainText("結びつきなし");
  await plan.undoButton.click();
  await expect(old).not.toContainText("結びつきなし");
});

test("点検: 替わった枠組みへの結びつきは助言され、整合の付け替えへ行ける", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "点検");
  const told = page.getByRole("listitem").filter({ hasText: "に替わっています。現在の枠組みは「国 地方創生に関する総合戦略」です。" });
  await expect(told).toHaveCount(1);
  await told.locator("summary").click();
  await expect(told).toContainText("1項目ずつ確かめながら付け替えられます");
  await expectAccessible(page);
  await told.getByRole("link", { name: /^整合で付け替える：/ }).click();
  await page.getByText("新しい枠組みがあります（1件）").click();
  const notice = page.getByRole("status").filter({ hasText: "に替わっています" });
  await expect(notice).toContainText("令和4年12月23日");
  await expect(notice.getByRole("button", { name: "新しい枠組みを追加" })).toBeVisible();
});

test("整合: 何もない計画に、SDGsと国の枠組みを加えられる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "整合");
  const open = page.getByRole("button", { name: "国などの枠組みから追加" });
  const dialog = page.getByRole("dialog", { name: "国などの枠組みから追加" });
  await open.click();
  await expect(dialog.getByRole("listitem")).toHaveCount(8);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /「SDGs.*を追加/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(".framework-item")).toHaveCount(17);
  await open.click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "SDGs" })).toContainText("追加済み");
  await page.keyboard.press("Escape");

  // A list from an official page is added with its source, without items that are already there.
  await page.getByRole("button", { name: /^「SDGs.*に項目の一覧を貼り付け$/ }).press("Enter");
  const list = page.getByRole("dialog", { name: "項目の一覧を貼り付け" });
  await list.getByRole("textbox", { name: "項目の一覧" }).fill("1 貧困をなくそう\n18 町で足した目標");
  await list.getByRole("textbox", { name: "出典の名称" }).fill("国連のページ");
  await list.getByRole("button", { name: "追加", exact: true }).press("Enter");
  await expect(list).toBeHidden();
  await expect(page.locator(".framework-item")).toHaveCount(18);
  await expect(page.getByText(/^出典：.*国連のページ（/s)).toBeVisible();

  // The targets of a goal are under it, folded at first.
  const goal = page.locator(".framework-item").nth(2);
  await goal.getByText("下の項目13（結びつき0）").click();
  await expect(page.locator(".framework-item")).toHaveCount(31);
});

// The focused cell, as a screen reader announces it.
const current = async (page: Page) => {
  const id = await page.getByRole("grid").getAttribute("aria-activedescendant");
  return page.locator(`[id="${id}"]`);
};

test("整合の表: 矢印キーで動き、Spaceで結びつけ、もう一度で外し、元に戻せる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "整合");
  await page.getByRole("button", { name: "表", exact: true }).click();
  const sentences = page.locator(".matrix-sentences");
  await expect(sentences).toContainText("「みほん県総合戦略（架空）」の5項目のうち1項目に結びつきがありません（5 空港と港をいかした世界との交流）。");
  const grid = page.getByRole("grid");
  await grid.focus();
  // The fifth item of the prefecture: the 17th column.
  await page.keyboard.press("Control+Home");
  for (let column = 0; column < 16; column++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const beside = page.getByRole("complementary", { name: "選んだマスの結びつき" });
  await expect(beside.getByRole("heading").first()).toHaveText("「5 空港と港をいかした世界との交流」に結びつくもの");
  await expect(beside).toContainText("まだありません。");
  const cell = await current(page);
  await expect(cell).toHaveAttribute("aria-label", "結びつきなし");
  await expect(cell).toBeInViewport();
  await page.keyboard.press("Space");
  await expect(cell).toHaveAttribute("aria-label", "結びつきあり");
  await expect(sentences).toContainText("「みほん県総合戦略（架空）」の5項目すべてに結びつきがあります。");
  await expect(beside.getByRole("link", { name: /^施策/ })).toHaveCount(1);
  await page.keyboard.press("Space");
  await expect(cell).toHaveAttribute("aria-label", "結びつきなし");
  // On and off again changes nothing; one undo removes a new tie.
  await page.keyboard.press("Space");
  await expect(cell).toHaveAttribute("aria-label", "結びつきあり");
  await plan.undoButton.click();
  await expect(cell).toHaveAttribute("aria-label", "結びつきなし");
  await plan.redoButton.click();
  await expect(cell).toHaveAttribute("aria-label", "結びつきあり");
  // From a row to its items, and from an item to its goals and measures.
  await expect(beside.getByRole("button", { name: "5 空港と港をいかした世界との交流" })).toBeVisible();
  await beside.getByRole("link", { name: /^施策/ }).click();
  await expect(heading(page)).toHaveText("体系");
});

test("整合の表: 横断的な目標が行にあり、一つの枠組みだけを見られる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "整合");
  await page.getByRole("button", { name: "表", exact: true }).click();
  const grid = page.getByRole("grid");
  await expect(grid.getByRole("rowheader", { name: /横1/ }).first()).toBeVisible();
  await page.getByLabel("表に出すもの").selectOption({ label: "SDGs（持続可能な開発目標）" });
  await expect(grid.locator("tfoot td")).toHaveCount(9);
  await expect(grid.locator(".sdg")).toHaveText(["2", "3", "4", "8", "9", "11", "13", "14", "17"]);
  // The same as bands, with their table: both show the same.
  await page.getByRole("button", { name: "流れの図でも見る" }).click();
  const chart = page.getByRole("figure", { name: "目標から項目への結びつき" });
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("svg text").filter({ hasText: "飢餓をゼロに" }).first()).toBeVisible();
  const jobs = grid.locator("tbody tr").first().getByRole("gridcell").first();
  await expect(jobs).toHaveAttribute("aria-label", "その下に3件");
  await chart.getByRole("button", { name: "表で見る" }).click();
  const row = chart.getByRole("row").filter({ hasText: "2 飢餓をゼロに" });
  await expect(row.getByRole("cell").last()).toHaveText("3");
  await expectAccessible(page);
});

test("整合の表: 何もない計画に枠組みを加え、キーだけで結びつけられる", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "ためし総合戦略");
  await plan.go("体系");
  await page.getByRole("button", { name: "基本目標", exact: true }).click();
  await page.keyboard.type("しごとをつくる");
  await plan.go("整合");
  await page.getByRole("button", { name: "国などの枠組みから追加" }).click();
  const dialog = page.getByRole("dialog", { name: "国などの枠組みから追加" });
  await dialog.getByRole("button", { name: /地方創生に関する総合戦略.*を追加/ }).click();
  await page.getByRole("button", { name: "表", exact: true }).click();
  const sentences = page.locator(".matrix-sentences");
  await expect(sentences).toContainText("の3項目には、まだ結びつきがありません。");
  await page.getByRole("grid").focus();
  await page.keyboard.press("Space");
  await expect(sentences).toContainText("の3項目のうち2項目に結びつきがありません（2 「豊かな生活環境」、3 「選ばれる地方」）。");
});

test("整合の表: Shiftと矢印で選び、Ctrl+AとCtrl+Cで見出しごとコピーする", { tag: "@folder" }, async ({ app, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const plan = await openSample(app, "みほん町", "整合");
  await page.getByRole("button", { name: "表", exact: true }).click();
  const matrix = page.getByRole("grid");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const selected = matrix.getByRole("gridcell", { selected: true });
  await matrix.focus();
  await expect(selected).toHaveCount(1);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(selected).toHaveCount(4);
  await expectAccessible(page);
  await page.keyboard.press("Control+c");
  await expect.poll(async () => (await copied()).split(/\r?\n/).map((row) => row.split("\t").length)).toEqual([2, 2]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await expect(selected).toHaveCount(1);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  // The names of the rows and of the items go along.
  await expect.poll(copied).toContain("農林水産業の担い手と稼ぐ力づくり");
  await expect.poll(copied).toContain("●");
});
