import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { Home, openSample } from "./plan";

// The same habits where each cell is a field of its own.
test.describe("欄が並ぶ表でも同じ習慣", { tag: "@folder" }, () => {
  const keys = async (page: Page, ...all: string[]) => {
    for (const key of all) await page.keyboard.press(key);
  };

  test("実績入力は矢印・Enterで動き、下へコピーし、範囲をコピーして貼り付け、一度で戻る", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const plan = await openSample(app, "北本市", "指標");
    await page.getByRole("button", { name: "実績入力" }).click();
    const fields = page.getByRole("list", { name: "実績の入力" }).getByRole("textbox");
    const values = (count: number) => Promise.all(Array.from({ length: count }, (_, at) => fields.nth(at).inputValue()));
    await fields.first().click();
    await page.keyboard.type("11");
    await keys(page, "Enter");
    await expect(fields.nth(1)).toBeFocused();
    await page.keyboard.type("12");
    await keys(page, "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
    await page.keyboard.type("7");
    await keys(page, "Control+Enter");
    expect(await values(5)).toEqual(["11", "12", "7", "7", "7"]);
    await keys(page, "Delete");
    expect(await values(5)).toEqual(["11", "12", "", "", ""]);
    await plan.undoButton.click();
    expect(await values(5)).toEqual(["11", "12", "7", "7", "7"]);
    // A block goes on to the clipboard and comes back lower down.
    await fields.first().click();
    await keys(page, "Shift+ArrowDown", "Control+c");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^11\r?\n12$/);
    await fields.nth(2).click();
    await keys(page, "Control+v");
    expect(await values(5)).toEqual(["11", "12", "11", "12", "7"]);
    await expect(page.getByRole("status").filter({ hasText: "2か所に貼り付けました。" })).toBeVisible();
    await fields.nth(3).click();
    await keys(page, "Shift+ArrowDown", "Control+d");
    expect(await values(5)).toEqual(["11", "12", "11", "12", "12"]);
    // Letter by letter it is kept, and Escape puts back what was there; the end of the list is drawn when the keyboard goes there.
    await keys(page, "F2");
    await page.keyboard.type("9");
    await expect(fields.nth(3)).toHaveValue("129");
    await keys(page, "Escape");
    await expect(fields.nth(3)).toHaveValue("12");
    await keys(page, "Control+End");
    await expect(fields.last()).toBeFocused();
    await keys(page, "Control+Home");
    await expect(fields.first()).toBeFocused();
    await expectAccessible(page);
  });

  test("紙の投票の表に Excel から貼り付け、一度で戻る", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const plan = await openSample(app, "みほん町", "対話");
    const main = page.getByRole("main");
    await main.getByRole("button", { name: "対話の会をつくる" }).click();
    const part = (name: string) => page.getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true }).click();
    await part("出し合う");
    await main.locator("summary").first().click();
    await main.getByRole("textbox", { name: "紙の意見をまとめて入れる" }).fill("夜も開く図書館\nバスの最終が早い\n畑を貸せます");
    await keys(page, "Control+Enter");
    await expect(main.getByRole("heading", { name: "これまでの意見　3件" })).toBeVisible();
    await part("選ぶ");
    await main.locator("summary").filter({ hasText: "紙の投票を数えて入れる" }).click();
    const counts = main.getByRole("region", { name: "紙の投票を数えて入れる" }).getByRole("textbox");
    await expect(counts).toHaveCount(3);
    const values = async () => Promise.all([0, 1, 2].map((at) => counts.nth(at).inputValue()));
    await counts.first().click();
    await page.evaluate(() => navigator.clipboard.writeText("５\n多い\n12\n3"));
    await keys(page, "Control+v");
    await expect(main.getByText("2か所に入れました。2か所は、数でないか表の外のため入れていません。")).toBeVisible();
    expect(await values()).toEqual(["5", "0", "12"]);
    await keys(page, "Enter");
    await expect(counts.nth(1)).toBeFocused();
    await page.keyboard.type("4");
    await keys(page, "Enter");
    expect(await values()).toEqual(["5", "4", "12"]);
    await plan.undoButton.click();
    await plan.undoButton.click();
    expect(await values()).toEqual(["0", "0", "0"]);
    await expectAccessible(page);
  });

  // Opens 全事業の表 of みほん町 from the first screen.
  async function allWorks(page: Page) {
    const plan = await new Home(page).sample("みほん町");
    await plan.go("実施計画");
    await page.getByText("全事業の表", { exact: true }).click();
    const works = page.getByRole("region", { name: "全事業の表" });
    return { plan, works, table: works.getByRole("grid", { name: "全事業の表" }) };
  }

  test("全事業の表は施策をまたいで入力し、決算・予算・方向性・財源に貼り付け、一度で戻り、シートと同じ額になる", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.open();
    const { plan, works, table } = await allWorks(page);
    const field = (name: string) => table.getByLabel(name, { exact: true });
    const values = (...names: string[]) => Promise.all(names.map((name) => field(name).inputValue()));
    const first = "創業・第二創業支援補助金";
    const total = works.getByRole("status").first();
    const before = await total.innerText();
    await field(`${first} 令和7年度の予算額`).click();
    await page.keyboard.type("5,100");
    await keys(page, "Enter");
    await expect(total).not.toHaveText(before);
    await keys(page, "ArrowUp");
    await expect(field(`${first} 令和7年度の予算額`)).toBeFocused();
    await expect(field(`${first} 令和7年度の予算額`)).toHaveValue("5,100");
    // A block over a budget, 方向性 and the settled amount of two works.
    const second = "事業承継マッチング事業";
    const names = [first, second].flatMap((work) => [`${work} 令和9年度の予算額`, `${work} 令和7年度の方向性`, `${work} 令和8年度の方向性`]);
    const old = await values(...names);
    await field(names[0]).click();
    await page.evaluate(() => navigator.clipboard.writeText("１，２００千円\t拡充\t維持\n△30\t見直し\t\n"));
    await keys(page, "Control+v");
    await expect(works.getByText("か所に貼り付けました。")).toBeVisible();
    await expect.poll(() => values(...names)).toEqual(["1,200", "拡充", "維持", "△30", "見直し", ""]);
    await expectAccessible(page);
    await plan.undoButton.click();
    await expect.poll(() => values(...names)).toEqual(old);
    // The whole block is emptied by one key, and the same text goes into all of it.
    await field(`${first} 財源内訳（国）`).click();
    await keys(page, "Shift+ArrowRight", "Shift+ArrowDown");
    await page.keyboard.type("300");
    await keys(page, "Control+Enter");
    const funds = [first, second].flatMap((work) => ["国", "県"].map((fund) => `${work} 財源内訳（${fund}）`));
    await expect.poll(() => values(...funds)).toEqual(["300", "300", "300", "300"]);
    await keys(page, "Delete");
    await expect.poll(() => values(...funds)).toEqual(["", "", "", ""]);
    await plan.undoButton.click();
    await expect.poll(() => values(...funds)).toEqual(["300", "300", "300", "300"]);
    // A text that is no amount stays as typed, with the reason.
    await field(`${first} 令和8年度の予算額`).click();
    await page.keyboard.type("未定");
    await keys(page, "Enter");
    await expect(works.getByRole("alert")).toContainText("「未定」は金額として読めません");
    await field(`${first} 令和8年度の予算額`).press("Escape");
    await expect(works.getByRole("alert")).toHaveCount(0);
    // The end of the table is drawn when the keyboard goes there; the sheet has the same figures.
    await keys(page, "Control+End");
    await expect(table.getByRole("textbox").last()).toBeFocused();
    await keys(page, "Control+Home");
    await table.getByRole("link", { name: /創業・事業承継/ }).first().click();
    const sheet = page.getByRole("article");
    await expect(sheet.getByRole("textbox", { name: `${first} 令和7年度の予算額`, exact: true })).toHaveValue("5,100");
    await expect(sheet.getByText("国 300・県 300").first()).toBeVisible();
  });

  test("全事業の表の列も隠し、引くかメニューで幅を変え、開き直しても同じ", async ({ app, page }) => {
    await app.open();
    const { works, table } = await allWorks(page);
    const heads = table.getByRole("columnheader");
    const width = async (at: number) => Math.round((await heads.nth(at).boundingBox())!.width);
    await expect(heads).toHaveCount(15);
    await works.getByRole("button", { name: "表示する列" }).click();
    await expectAccessible(page);
    await page.getByRole("menuitemcheckbox", { name: "単独・補助" }).click();
    await expect(heads).toHaveCount(14);
    const [name, budget] = [await width(0), await width(3)];
    const edge = (await heads.first().locator(".column-edge").boundingBox())!;
    await page.mouse.move(edge.x + 3, edge.y + 10);
    await page.mouse.down();
    await page.mouse.move(edge.x + 43, edge.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => width(0)).toBe(name + 40);
    const amount = table.getByRole("textbox", { name: /令和8年度の予算額$/ }).first();
    await amount.click({ button: "right" });
    await menuOf(page).getByRole("menuitem", { name: "列を広く" }).click();
    await expect.poll(() => width(3)).toBe(budget + 16);
    await expect(amount).toBeFocused();
    await page.reload();
    await page.getByText("全事業の表", { exact: true }).click();
    await expect(heads).toHaveCount(14);
    expect([await width(0), await width(3)]).toEqual([name + 40, budget + 16]);
    await works.getByRole("button", { name: "表示する列" }).click();
    await page.getByRole("menuitem", { name: "列の幅を元に戻す" }).click();
    await expect.poll(() => width(0)).toBe(name);
    // On a phone each work is a card, its fields below their heads, and nothing is wider than the page.
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(heads).toHaveCount(0);
    await amount.click();
    await page.keyboard.press("ArrowDown");
    await expect(table.getByRole("textbox", { name: /令和8年度の予算額$/ }).nth(1)).toBeFocused();
    await expect.poll(() => table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await expectAccessible(page);
  });

  const menuOf = (page: Page) => page.getByRole("menu", { name: "選んだ範囲の操作" });
  const bar = (page: Page) => page.getByRole("search", { name: /^検索/ });

  test("右クリックとShift+F10のメニュー、マウスで引いた範囲、Ctrl+FとCtrl+H、個数・合計・平均", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.open();
    const { plan, works, table } = await allWorks(page);
    const amounts = table.getByRole("textbox", { name: /令和8年度の予算額$/ });
    const values = (count: number) => Promise.all(Array.from({ length: count }, (_, at) => amounts.nth(at).inputValue()));
    const menu = menuOf(page);
    const choose = (name: string) => menu.getByRole("menuitem", { name }).click();
    await amounts.first().click();
    for (const text of ["1,200", "300", "5", "6"]) {
      await page.keyboard.type(text);
      await keys(page, "Enter");
    }
    await expect.poll(() => values(4)).toEqual(["1,200", "300", "5", "6"]);
    // A mouse drawn over two cells selects them; a right click among them keeps them.
    const [from, to] = [(await amounts.first().boundingBox())!, (await amounts.nth(1).boundingBox())!];
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect(works.getByText("個数 2、合計 1,500、平均 750")).toBeVisible();
    await amounts.nth(1).click({ button: "right" });
    await expect(menu.getByRole("menuitem", { name: "切り取り" })).toBeFocused();
    await expect(menu.getByRole("menuitem", { name: "すべて選ぶ" })).toContainText("Ctrl+A");
    await expectAccessible(page);
    await choose("切り取り");
    await expect.poll(() => values(4)).toEqual(["", "", "5", "6"]);
    // The same menu by the keyboard; the cell has it again.
    await amounts.nth(2).click();
    await keys(page, "Shift+F10");
    await choose("貼り付け");
    await expect.poll(() => values(4)).toEqual(["", "", "1,200", "300"]);
    await expect(amounts.nth(2)).toBeFocused();
    await keys(page, "ArrowUp", "ArrowDown", "Shift+F10");
    await choose("空にする");
    await expect.poll(() => values(4)).toEqual(["", "", "", "300"]);
    await plan.undoButton.click();
    await expect.poll(() => values(4)).toEqual(["", "", "1,200", "300"]);
    // Amounts are found whatever the width of letters and the commas, and are not replaced letter by letter.
    await amounts.first().click();
    await keys(page, "Control+f");
    await bar(page).getByRole("textbox", { name: "表の中を探す" }).fill("１２００");
    await keys(page, "Enter");
    await expect(works.getByText("令和7年度の予算額：12,000")).toBeVisible();
    await keys(page, "Enter");
    await expect(works.getByText("令和8年度の予算額：1,200")).toBeVisible();
    await expect(bar(page).getByRole("button", { name: "すべて置き換え" })).toHaveCount(0);
    await keys(page, "Escape");
    await expect(amounts.nth(2)).toBeFocused();
    // 方向性 is a text.
    const courses = table.getByRole("combobox", { name: /令和8年度の方向性$/ });
    const words = () => Promise.all([0, 1].map((at) => courses.nth(at).inputValue()));
    await courses.first().click();
    await page.keyboard.type("要検討");
    await keys(page, "Enter");
    await page.keyboard.type("検討");
    await keys(page, "Enter", "Control+h");
    await bar(page).getByRole("textbox", { name: "表の中を探す" }).fill("検討");
    await bar(page).getByRole("textbox", { name: "置き換えた後の文字" }).fill("見直し");
    await expectAccessible(page);
    await bar(page).getByRole("button", { name: "すべて置き換え" }).click();
    await expect.poll(words).toEqual(["要見直し", "見直し"]);
    await plan.undoButton.click();
    await expect.poll(words).toEqual(["要検討", "検討"]);
  });

  test("角の印を引くかメニューで、欄の表も続きの値で埋まり、一度で戻る", async ({ app, page }) => {
    await app.open();
    const { plan, works, table } = await allWorks(page);
    const amounts = table.getByRole("textbox", { name: /令和8年度の予算額$/ });
    const values = () => Promise.all([0, 1, 2, 3].map((at) => amounts.nth(at).inputValue()));
    const handle = page.locator(".fill-handle:visible");
    await amounts.first().click();
    await page.keyboard.type("1,000");
    await keys(page, "Enter");
    await page.keyboard.type("1,100");
    await keys(page, "Enter");
    const before = await values();
    await keys(page, "ArrowUp", "Shift+ArrowUp");
    await expect(handle).toHaveCount(1);
    const [from, to] = [(await handle.boundingBox())!, (await amounts.nth(3).boundingBox())!];
    const corner = (await amounts.nth(1).boundingBox())!;
    expect(Math.abs(from.x + from.width / 2 - corner.x - corner.width)).toBeLessThan(6);
    expect(Math.abs(from.y + from.height / 2 - corner.y - corner.height)).toBeLessThan(6);
    await page.mouse.move(from.x + 4, from.y + 4);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await expect(amounts.nth(3)).toHaveClass(/picked/);
    await page.mouse.up();
    await expect.poll(values).toEqual(["1,000", "1,100", "1,200", "1,300"]);
    await expect(works.getByText("2か所に入れました。")).toBeVisible();
    await expectAccessible(page);
    await plan.undoButton.click();
    await expect.poll(values).toEqual(before);
    // The same by the keyboard; where there is nothing to fill, that is said.
    await amounts.first().click();
    await keys(page, "Shift+ArrowDown", "Shift+F10");
    await menuOf(page).getByRole("menuitem", { name: "連続データで埋める" }).click();
    await expect(works.getByText("連続データのもとになる値から、埋める欄までを選んでください。")).toBeVisible();
    await amounts.nth(2).click();
    await keys(page, "Shift+ArrowDown", "Delete");
    await amounts.first().click();
    await keys(page, "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+F10");
    await menuOf(page).getByRole("menuitem", { name: "連続データで埋める" }).click();
    await expect.poll(values).toEqual(["1,000", "1,100", "1,200", "1,300"]);
    await expect(amounts.first()).toBeFocused();
    // Enter goes back to where Tab began.
    await amounts.first().click();
    await keys(page, "Tab", "Tab", "Enter");
    await expect(amounts.nth(1)).toBeFocused();
    // By goal, by 担当課 and by what is blank.
    const count = async () => Number(await table.getAttribute("aria-rowcount"));
    const all = await count();
    for (const label of ["目標で絞り込む", "担当課で絞り込む", "未入力の欄で絞り込む"]) {
      await works.getByLabel(label).selectOption({ index: 1 });
      await expect.poll(count, label).toBeLessThan(all);
      await works.getByLabel(label).selectOption({ index: 0 });
      await expect.poll(count, label).toBe(all);
    }
    // Space goes through the usual words of 方向性.
    const course = table.getByRole("combobox", { name: /令和9年度の方向性$/ }).first();
    await course.fill("検討");
    await keys(page, "Enter", "ArrowUp", "Space");
    await expect(course).toHaveValue("見直し");
    await expect(works.getByText(/令和9年度の方向性：見直し$/)).toBeVisible();
    await keys(page, "Control+z");
    await expect(course).toHaveValue("検討");
    // If a choice leaves works out, that is said.
    await works.getByRole("combobox", { name: "方向性" }).first().selectOption("維持");
    await expect(table.getByText("スマート農業・漁業実証事業")).toBeHidden();
    await amounts.first().click();
    await keys(page, "Shift+ArrowDown");
    await page.keyboard.type("5");
    await keys(page, "Control+Enter");
    await expect(works.getByText("2か所に入れました。絞り込みで見えている行にだけ入れました。")).toBeVisible();
    await works.getByRole("combobox", { name: "方向性" }).first().selectOption({ index: 0 });
    await expect.poll(count).toBe(all);
    // The handle scrolls the table at its edge.
    await amounts.first().click();
    const start = (await handle.boundingBox())!;
    const frame = (await table.boundingBox())!;
    await page.mouse.move(start.x + 4, start.y + 4);
    await page.mouse.down();
    await page.mouse.move(start.x + 4, frame.y + frame.height - 2, { steps: 3 });
    await expect.poll(() => table.evaluate((one) => one.scrollTop)).toBeGreaterThan(200);
    await page.mouse.up();
  });

  test("どの欄の表でも同じメニューと検索が開き、キーボードは欄へ戻る", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町");
    const same = async (field: Locator, onward: string) => {
      await field.click();
      await field.click({ button: "right" });
      await expect(menuOf(page).getByRole("menuitem", { name: "下へコピー" })).toBeVisible();
      await keys(page, "Escape");
      await expect(menuOf(page)).toHaveCount(0);
      await expect(field).toBeFocused();
      await keys(page, "Control+f");
      await expect(bar(page).getByRole("textbox").first()).toBeFocused();
      await keys(page, "Escape");
      await expect(bar(page)).toHaveCount(0);
      await expect(field).toBeFocused();
      await field.fill("4");
      await keys(page, "Enter", "ArrowUp");
      const apart = async () => {
        const [handle, corner] = await Promise.all([page.locator(".fill-handle:visible"), field].map((one) => one.boundingBox()));
        return Math.hypot(handle!.x + 4 - corner!.x - corner!.width, handle!.y + 4 - corner!.y - corner!.height);
      };
      await expect.poll(apart, "the handle stands at the corner").toBeLessThan(8);
      await keys(page, onward);
      await expect(page.locator(".field-totals:visible")).toContainText("個数");
      // The corner of the selection has its handle; one text goes into all that is selected, one step takes it back.
      await expect(page.locator(".fill-handle:visible")).toHaveCount(1);
      await page.keyboard.type("6");
      await keys(page, "Control+Enter");
      await expect(field).toHaveValue("6");
      await keys(page, "Control+z");
      await expect(field).toHaveValue("4");
      await field.click();
      await keys(page, "Control+a", "Control+a");
      await expect.poll(() => page.locator(".cell-field.picked").count()).toBeGreaterThan(1);
      await field.click();
      await expect(page.locator(".cell-field.picked")).toHaveCount(0);
    };
    const main = page.getByRole("main");
    await plan.go("指標");
    await main.getByRole("button", { name: "実績入力" }).click();
    await main.getByLabel("年度").first().selectOption({ label: "令和6年度" });
    await same(main.getByRole("list", { name: "実績の入力" }).getByRole("textbox").nth(1), "Shift+ArrowUp");
    await plan.go("実施計画");
    await same(main.getByRole("article").getByRole("textbox", { name: /令和8年度の予算額$/ }).first(), "Shift+ArrowLeft");
    await plan.go("評価");
    await main.getByLabel("評価する年度").selectOption({ label: "令和6年度（12シート）" });
    await same(main.getByRole("article").getByRole("textbox", { name: /決算額$/ }).nth(1), "Shift+ArrowUp");
    await plan.go("対話");
    await main.getByRole("button", { name: "対話の会をつくる" }).click();
    const part = (name: string) => page.getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true }).click();
    await part("出し合う");
    await main.locator("summary").first().click();
    await main.getByRole("textbox", { name: "紙の意見をまとめて入れる" }).fill("夜も開く図書館\nバスの最終が早い\n畑を貸せます");
    await keys(page, "Control+Enter");
    await part("選ぶ");
    await main.locator("summary").filter({ hasText: "紙の投票を数えて入れる" }).click();
    await same(main.getByRole("region", { name: "紙の投票を数えて入れる" }).getByRole("textbox").nth(1), "Shift+ArrowUp");
  });
});
