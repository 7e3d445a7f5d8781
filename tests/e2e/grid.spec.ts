import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { Home, openSample } from "./plan";

const grid = (page: Page) => page.getByRole("grid", { name: "指標の数値の表" });
// A cell by its row and its column after name, unit and kind: 0 is the baseline. Row 0 is the head.
const cell = (page: Page, row: number, column: number) => grid(page).getByRole("row").nth(row).locator(".grid-cell").nth(column);
const texts = (page: Page, row: number, columns: number[]) => Promise.all(columns.map((column) => cell(page, row, column).innerText()));

async function opened(page: Page) {
  const plan = await new Home(page).sample("北本市");
  await plan.go("指標");
  await page.getByRole("button", { name: "実績のみ" }).click();
  await cell(page, 1, 2).click();
  await expect(page.locator("#grid-input")).toBeFocused();
  return plan;
}

test.describe("表計算の習慣", { tag: "@folder" }, () => {
  test.use({ viewport: { width: 1280, height: 860 } });

  test("Shift+F2で数値に備考がつき、印と読み上げに出て、取り消せる", async ({ app, page }) => {
    await app.open();
    await opened(page);
    await page.keyboard.press("Shift+F2");
    const dialog = page.getByRole("dialog", { name: /の備考$/ });
    await dialog.getByRole("textbox").fill("速報値");
    await dialog.getByRole("button", { name: "備考を保存" }).click();
    const input = page.locator("#grid-input");
    await expect(input).toBeFocused();
    await expect(input).toHaveAccessibleName(/備考：速報値$/);
    await expect(cell(page, 1, 2)).toHaveClass(/noted/);
    await expect(cell(page, 1, 2)).toHaveAttribute("title", /速報値/);
    await page.keyboard.press("Control+z");
    await expect(cell(page, 1, 2)).not.toHaveClass(/noted/);
  });

  test("Tabで横に打ちEnterで次の行の初めへ、Ctrl+Enterで範囲に、Escで戻し、EscのあとのTabで表を出る", async ({ app, page }) => {
    await app.open();
    await opened(page);
    const keys = page.keyboard;
    for (const [text, key] of [["11", "Tab"], ["12", "Tab"], ["13", "Enter"], ["21", "Enter"]]) {
      await keys.type(text);
      await keys.press(key);
    }
    expect(await texts(page, 1, [2, 3, 4])).toEqual(["11", "12", "13"]);
    expect(await texts(page, 2, [2])).toEqual(["21"]);
    // Back up, and one text into a block, which one step undoes.
    await keys.press("Shift+Enter");
    await keys.press("Shift+Enter");
    await keys.press("Shift+ArrowDown");
    await keys.press("Shift+ArrowRight");
    await keys.type("7");
    await keys.press("Control+Enter");
    for (const row of [1, 2]) expect(await texts(page, row, [2, 3])).toEqual(["7", "7"]);
    await keys.press("Control+z");
    expect(await texts(page, 1, [2, 3])).toEqual(["11", "12"]);
    // Backspace clears the cell for a new text; Escape restores it.
    await cell(page, 1, 2).click();
    await keys.press("Backspace");
    await keys.type("9");
    await expect(cell(page, 1, 2)).toHaveText("9");
    await keys.press("Escape");
    await expect(cell(page, 1, 2)).toHaveText("11");
    // Whole rows and columns.
    await keys.press("Shift+Space");
    await expect(cell(page, 1, 4)).toHaveAttribute("aria-selected", "true");
    await expect(cell(page, 2, 2)).toHaveAttribute("aria-selected", "false");
    await cell(page, 1, 2).click();
    await keys.press("Control+Space");
    await expect(cell(page, 4, 2)).toHaveAttribute("aria-selected", "true");
    await expect(cell(page, 4, 3)).toHaveAttribute("aria-selected", "false");
    await keys.press("Escape");
    await expect(page.getByText("Tabで表の外へ移ります。")).toBeVisible();
    await keys.press("Tab");
    await expect(page.locator("#grid-input")).not.toBeFocused();
  });

  test("見出しで列を選び、個数・合計・平均を読み、角の印を引いて連続した値で埋める", async ({ app, page }) => {
    await app.open();
    const plan = await opened(page);
    for (const [text, key] of [["10", "Tab"], ["20", "Tab"]]) {
      await page.keyboard.type(text);
      await page.keyboard.press(key);
    }
    await cell(page, 1, 2).click();
    await cell(page, 1, 3).click({ modifiers: ["Shift"] });
    await expect(page.locator(".grid-totals")).toHaveText("個数 2、合計 30、平均 15");
    const handle = (await page.locator(".fill-handle").boundingBox())!;
    const to = (await cell(page, 1, 4).boundingBox())!;
    await page.mouse.move(handle.x + 4, handle.y + 4);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await expect(page.locator(".fill-area")).toBeVisible();
    await page.mouse.up();
    await expect(cell(page, 1, 4)).toHaveText("30");
    expect(await texts(page, 1, [2, 3, 4])).toEqual(["10", "20", "30"]);
    await expect(page.locator(".grid-totals")).toHaveText("個数 3、合計 60、平均 20");
    await expectAccessible(page);
    await plan.undoButton.click();
    await expect(cell(page, 1, 4)).not.toHaveText("30");
    // The same by keyboard, over the selection; each row continues by itself.
    await cell(page, 1, 2).click();
    await cell(page, 1, 4).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Delete");
    await cell(page, 1, 2).click();
    await page.keyboard.type("R6");
    await page.keyboard.press("Enter");
    await cell(page, 1, 2).click();
    await cell(page, 1, 4).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "連続データで埋める" }).click();
    await expect(cell(page, 1, 4)).toHaveText("R8");
    expect(await texts(page, 1, [2, 3, 4])).toEqual(["R6", "R7", "R8"]);
    await expect(page.locator("#grid-input")).toBeFocused();
    // A column by its head, over rows of several units.
    await grid(page).getByRole("columnheader").nth(3).click();
    await expect(cell(page, 4, 0)).toHaveAttribute("aria-selected", "true");
    await expect(page.locator(".grid-totals")).toContainText("単位がまちまちなので、合計しません");
  });

  test("右クリックのメニューから切り取り・貼り付け、Ctrl+Hで探して置き換える", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.open();
    const plan = await opened(page);
    const menu = page.getByRole("menu", { name: "選んだ範囲の操作" });
    const choose = (name: string) => menu.getByRole("menuitem", { name }).click();
    await page.keyboard.type("1,200");
    await page.keyboard.press("Enter");
    await page.keyboard.type("集計中");
    await page.keyboard.press("Enter");
    // The pointer selects the cell; the menu stays inside the window and every entry shows its key.
    await cell(page, 1, 2).click({ button: "right" });
    await expect(menu.getByRole("menuitem", { name: "切り取り" })).toBeFocused();
    await expect(menu.getByRole("menuitem", { name: "コピー", exact: false }).first()).toContainText("Ctrl+C");
    await expectAccessible(page);
    await choose("切り取り");
    await expect(cell(page, 1, 2)).toHaveText("");
    await cell(page, 1, 3).click();
    // The same menu by the keyboard.
    await page.keyboard.press("Shift+F10");
    await choose("貼り付け");
    await expect(cell(page, 1, 3)).toHaveText("1,200");
    await expect(page.locator("#grid-input")).toBeFocused();
    // Found regardless of the width of letters and of commas.
    await page.keyboard.press("Control+h");
    await page.getByRole("textbox", { name: "表の中を探す" }).fill("１２００");
    await expect(page.locator(".find-bar")).toContainText("1か所");
    await page.getByRole("textbox", { name: "表の中を探す" }).fill("集計");
    await page.keyboard.press("Enter");
    await expect(cell(page, 2, 2)).toHaveAttribute("aria-selected", "true");
    await page.getByRole("textbox", { name: "置き換えた後の文字" }).fill("未公表・");
    await expectAccessible(page);
    await page.getByRole("button", { name: "すべて置き換え" }).click();
    await expect(cell(page, 2, 2)).toHaveText("未公表・中");
    await expect(page.locator(".grid-tools")).toContainText("1か所を置き換えました。");
    await plan.undoButton.click();
    await expect(cell(page, 2, 2)).toHaveText("集計中");
    await page.getByRole("button", { name: "検索を閉じる" }).click();
    await expect(page.locator("#grid-input")).toBeFocused();
  });

  test("名称と単位も表で直し、2回押して書き、名称ごとコピーする", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const plan = await openSample(app, "みほん町", "指標");
    const name = (text: string) => grid(page).getByRole("rowheader", { name: text }).first();
    await name("総人口").dblclick();
    await expect(page.locator("#grid-input")).toHaveValue("総人口");
    await page.keyboard.type("（住民基本台帳）");
    await page.keyboard.press("Tab");
    await expect(name("総人口（住民基本台帳）")).toBeVisible();
    await page.keyboard.type("世帯");
    await page.keyboard.press("Escape");
    await page.keyboard.press("F2");
    await expect(page.locator("#grid-input")).toHaveValue("人");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+c");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("総人口（住民基本台帳）\t人\t8,612");
    // Excel and Word get the same as a table.
    const html = async () => (await (await navigator.clipboard.read())[0].getType("text/html")).text();
    expect((await page.evaluate(html)).match(/<td/g)).toHaveLength(3);
    // A block with a name goes where the names are, in one step.
    await page.evaluate(() => navigator.clipboard.writeText("人口\t名\t8,600"));
    await page.keyboard.press("Control+v");
    await expect(name("人口")).toBeVisible();
    await expect(page.locator(".grid-tools")).toContainText("3か所に貼り付けました。");
    await plan.undoButton.click();
    await expect(name("総人口（住民基本台帳）")).toBeVisible();
    await expectAccessible(page);
    // A row below, with the focus in its name; the same menu removes it.
    const rows = page.locator(".filter").getByRole("status");
    await name("総人口").click({ button: "right" });
    await page.getByRole("menuitem", { name: "この下に指標を追加" }).click();
    await expect(rows).toHaveText("28件");
    await page.keyboard.type("昼間人口");
    await page.keyboard.press("Enter");
    await expect(grid(page).getByRole("rowheader").nth(2)).toContainText("昼間人口");
    await name("昼間人口").click({ button: "right" });
    await page.getByRole("menuitem", { name: "指標「昼間人口」を削除" }).click();
    await expect(rows).toHaveText("27件");
  });

  test("表より長い表を貼り付けると、指標を追加するか尋ね、追加も貼り付けも一度で戻る", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await app.open();
    const plan = await opened(page);
    const found = page.locator(".filter").getByRole("status");
    const before = await found.innerText();
    const count = Number.parseInt(before);
    const asked = page.getByRole("dialog", { name: "下に行を追加しますか" });
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Control+End");
    await page.evaluate(() => navigator.clipboard.writeText("1\r\n2\r\n3\r\n"));
    await page.keyboard.press("Control+v");
    await expect(asked).toContainText("この表より2行長いです。指標を2件追加すると");
    await expectAccessible(page);
    // Closing the dialog pastes nothing.
    await page.keyboard.press("Escape");
    await expect(asked).toHaveCount(0);
    await expect(page.locator("#grid-input")).toBeFocused();
    await page.keyboard.press("Control+v");
    await asked.getByRole("button", { name: "今ある行にだけ貼り付ける" }).click();
    await expect(page.locator(".grid-tools")).toContainText("1か所に貼り付けました。2か所は、表の外");
    await expect(page.locator("#grid-input")).toBeFocused();
    await page.keyboard.press("Control+v");
    await asked.getByRole("button", { name: "2件追加して貼り付ける" }).click();
    await expect(page.locator(".grid-tools")).toContainText("指標を2件追加しました。");
    await expect(found).toHaveText(`${count + 2}件`);
    const last = grid(page).getByRole("row").last().locator(".grid-cell").last();
    await expect(last).toHaveText("3");
    await plan.undoButton.click();
    await expect(found).toHaveText(before);
  });

  test("担当課の列を出して書き、列の幅を引いて変え、開き直しても同じ", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    const heads = grid(page).getByRole("columnheader");
    await expect(heads).toHaveCount(10);
    await page.getByRole("button", { name: "表示する列" }).click();
    await expectAccessible(page);
    await page.getByRole("menuitemcheckbox", { name: "担当課" }).click();
    await expect(heads.nth(2)).toHaveText("担当課");
    const owner = grid(page).getByRole("row").nth(1).locator(".grid-owner");
    await owner.click();
    await page.keyboard.type("総務課");
    await page.keyboard.press("Enter");
    await expect(owner).toHaveText("総務課");
    const width = async () => (await heads.nth(2).boundingBox())!.width;
    const before = await width();
    const edge = (await heads.nth(2).locator(".column-edge").boundingBox())!;
    await page.mouse.move(edge.x + 3, edge.y + 10);
    await page.mouse.down();
    await page.mouse.move(edge.x + 63, edge.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBeCloseTo(before + 60, 0);
    await page.reload();
    await expect(owner).toHaveText("総務課");
    await expect.poll(width).toBeCloseTo(before + 60, 0);
    // The same by the menu of a cell.
    await owner.click({ button: "right" });
    await page.getByRole("menuitem", { name: "列を狭く" }).click();
    await expect.poll(width).toBeCloseTo(before + 44, 0);
    // A double click on its border fits the column to the longest text.
    await heads.nth(2).locator(".column-edge").dblclick();
    await expect.poll(width).not.toBeCloseTo(before + 44, 0);
    expect(await owner.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    await owner.click({ button: "right" });
    await page.getByRole("menuitem", { name: "この列を隠す" }).click();
    await expect(heads).toHaveCount(10);
  });
});
