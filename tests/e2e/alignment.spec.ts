import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { Home } from "./plan";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
test("整合: 横断的な目標はそれとわかり、追加でき、後から切り替えられる", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("整合");
  // The nation's strategy: four goals and two that cross them.
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

test("整合: 横断的な目標は、結びつける先の一覧でもそう呼ばれる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("整合");
  const choices = page.getByRole("main").getByRole("option");
  await expect(choices.filter({ hasText: "横断的な目標1 デジタルと多様な担い手の力をいかす" })).not.toHaveCount(0);
  await expect(choices.filter({ hasText: /横\d/ })).toHaveCount(0);
});

test("整合: 見出しは結びつきのない項目の数を言い、結びつけると減る", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("整合");
  await expect(heading(page)).toHaveText("国の6目標すべてに結びつきがあり、ほかの1項目にはありません");
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
  await app.open();
  const plan = await new Home(page).sample("木更津市");
  await plan.go("日程");
  // 素案 runs since October; what comes next is the meeting of this 旬.
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
  // 概況 says the same.
  await plan.go("概況");
  await expect(heading(page)).toContainText("R1.11 中旬の「第3回懇談会」");
});

test("日程: 始まる予定がなくなれば続いているものを、すべて過ぎれば予定がないことを言う", async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2020-03-25T10:00:00+09:00"));
  await app.open();
  const plan = await new Home(page).sample("木更津市");
  await plan.go("日程");
  await expect(heading(page)).toHaveText("R2.3 下旬まで：案");
  await page.clock.setFixedTime(new Date("2021-01-01T10:00:00+09:00"));
  await page.reload();
  await app.ready();
  await expect(heading(page)).toHaveText("日程：これからの予定はありません");
  await expect(page.locator("tr.today")).toHaveCount(0);
});

test("整合: 替わった国の戦略は言われ、新しい枠組みを加えて、一項目ずつ付け替え、一度で戻せる", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("整合");
  const notice = page.getByRole("status").filter({ hasText: "に替わっています" });
  await expect(notice).toContainText("国 地方創生に関する総合戦略");
  await notice.getByRole("button", { name: "新しい枠組みを追加" }).click();
  const added = page.locator("section", { has: page.getByRole("textbox").and(page.locator("[id^=title-]")) }).last();
  await expect(added).toContainText("一部の項目だけです");
  await notice.getByRole("button", { name: "付け替える" }).click();
  const dialog = page.getByRole("dialog", { name: "結びつきの付け替え" });
  await expect(dialog.getByRole("row")).toHaveCount(7);
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

test("整合: 何もない計画に、SDGsと国の枠組みを加えられる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("北本市");
  await plan.go("整合");
  const open = page.getByRole("button", { name: "国などの枠組みから加える" });
  const dialog = page.getByRole("dialog", { name: "国などの枠組みから加える" });
  await open.click();
  await expect(dialog.getByRole("listitem")).toHaveCount(8);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /「SDGs.*を加える/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(".framework-item")).toHaveCount(17);
  await open.click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "SDGs" })).toContainText("加えてあります");
});
