import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { downloaded, Home, openSample } from "./plan";

// The printed form of 木更津市: a row for each 旬, a column for each lane; each cell names the items that begin or
// continue then.
async function printedForm(): Promise<string[][]> {
  const text = await readFile(new URL("../data/timetables/kisarazu-2020.tsv", import.meta.url), "utf8");
  return text.trimEnd().split("\n").map((line) => line.split("\t"));
}

// Returns the table on the screen in the layout of the printed form: every cell is repeated in all the rows it
// covers.
const onScreen = (page: Page) =>
  page.locator(".timetable table").evaluate((table: HTMLTableElement) => {
    const rows = [...table.tBodies[0]!.rows];
    const grid: string[][] = rows.map(() => []);
    for (const [at, row] of rows.entries()) {
      for (const cell of row.cells) {
        const items = [...cell.querySelectorAll(".timetable-item")].map((item) =>
          [...item.querySelectorAll("b, .point")].map((part) => part.textContent).join("："),
        );
        const text = cell.tagName === "TH" ? (cell.firstChild?.textContent ?? "") : items.join("／");
        const column = [...Array(9).keys()].find((index) => grid[at]![index] === undefined)!;
        for (let down = 0; down < cell.rowSpan; down++) if (grid[at + down]) grid[at + down]![column] = text;
      }
    }
    return grid.map(([month, third, ...cells]) => [`${month} ${third}`, ...cells]);
  });

// Returns the same for the sheets of paper: an item that continues is a bar under its first cell.
const onPaper = (page: Page) =>
  page.locator(".timetable-form").evaluateAll((tables) => {
    const grid: string[][] = [];
    let month = "";
    for (const row of tables.flatMap((table) => [...(table as HTMLTableElement).tBodies[0]!.rows])) {
      const cells = [...row.cells];
      if (cells[0]!.rowSpan > 1) month = cells.shift()!.textContent!;
      const [third, ...lanes] = cells;
      const before = grid.at(-1);
      const said = lanes.map((cell, lane) => {
        const goesOn = /bar-(middle|end)/.test(cell.className);
        return goesOn ? before![lane + 1]! : (cell.textContent ?? "");
      });
      grid.push([`${month} ${third!.textContent}`, ...said]);
    }
    return grid;
  });

const bare = (grid: string[][]) => grid.map((row) => row.map((cell) => cell.replace(/[\s：／・]/g, "")));

test("白紙の計画は、ひな形から日程をつくり、キーでずらし、書き出せる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("日程町", "日程町総合戦略");
  await plan.go("日程");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "ひな形から作成" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "ひな形から作成" });
  await expect(dialog).toContainText("パブリックコメント");
  const choice = dialog.getByLabel("日程の形");
  await choice.selectOption({ label: "半年の形（パブリックコメント1回）" });
  await expect(dialog.getByRole("table")).toContainText("決定");
  await dialog.getByRole("button", { name: "この日程をつくる" }).press("Enter");
  await expect(dialog).toBeHidden();
  const items = main.locator(".timetable-item");
  await expect(items).toHaveCount(14);

  // Alt and the arrows: one 旬 later, announced, and the focus stays on it.
  const item = main.getByRole("button", { name: /^素案/ });
  const row = () => item.evaluate((button) => (button.closest("tr") as HTMLTableRowElement).rowIndex);
  const before = await row();
  await item.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(row).toBe(before + 1);
  await expect(item).toBeFocused();
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(row).toBe(before);

  // Later items move with it.
  await item.press("Enter");
  const open = page.getByRole("dialog", { name: "予定" });
  await open.getByLabel("ここから後をずらす").selectOption({ label: "2旬おそく" });
  await open.getByRole("button", { name: "ずらす", exact: true }).press("Enter");
  await expect.poll(row).toBe(before + 2);

  const file = await downloaded(page, () => main.getByRole("button", { name: /\.ics/ }).press("Enter"));
  const text = file.bytes.toString();
  expect(text.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(14);
  for (const line of file.bytes.toString("binary").split("\r\n")) expect(line.length).toBeLessThanOrEqual(75);
  await expectAccessible(page);
});

test("済んだ段階は、その名の版を残せる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "木更津市", "日程");
  await page.getByRole("main").getByRole("button", { name: /^骨子/ }).click();
  const open = page.getByRole("dialog", { name: "予定" });
  await open.getByRole("checkbox", { name: "済" }).check();
  await open.getByRole("button", { name: "「骨子」として版を残す" }).click();
  await plan.go("版と比較");
  await expect(page.getByRole("region", { name: "名前をつけた版" })).toContainText("骨子");
});

test("木更津市の日程は、画面でも紙でも、印刷された様式と升目ごとに同じ", { tag: "@folder" }, async ({ app, page }) => {
  const [head, ...rows] = await printedForm();
  const plan = await openSample(app, "木更津市", "日程");
  await expect.poll(() => onScreen(page)).toEqual(rows);
  const lanes = page.getByRole("textbox", { name: "列の見出し" });
  await expect(lanes).toHaveCount(3);
  for (const [at, name] of head!.slice(1).entries()) await expect(lanes.nth(at)).toHaveValue(name);
  await plan.go("印刷");
  await page.getByLabel("印刷するもの").selectOption("日程");
  await expect.poll(async () => bare(await onPaper(page))).toEqual(bare(rows));
});

test("予定をつかんで動かすと、旬と列を単位に動き、長さは変わらない", { tag: "@folder" }, async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  const plan = await openSample(app, "木更津市", "日程");
  const row = (jun: string) => {
    const [month, third] = jun.split(" ");
    const body = page.locator(".timetable tbody tr");
    return body.nth(["R1.8", "R1.9", "R1.10", "R1.11"].indexOf(month!) * 3 + ["上旬", "中旬", "下旬"].indexOf(third!));
  };
  const middle = async (jun: string) => {
    const { y, height } = (await row(jun).locator(".third").boundingBox())!;
    return y + height / 2;
  };
  // Drags from the 旬 where the item is grabbed to another, in the lane of that item or under the head of another.
  const drag = async (name: RegExp, from: string, to: string, lane?: string) => {
    const item = page.locator(".timetable-item").filter({ hasText: name }).first();
    const { x, width } = (await item.boundingBox())!;
    const heads = page.locator(".timetable thead th");
    const names = page.getByRole("textbox", { name: "列の見出し" });
    const columns = await names.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const head = lane === undefined ? undefined : (await heads.nth(1 + columns.indexOf(lane)).boundingBox())!;
    await page.mouse.move(x + width / 2, await middle(from));
    await page.mouse.down();
    const there = head ? head.x + head.width / 2 : x + width / 2;
    await page.mouse.move(there, (await middle(to)) - 4, { steps: 4 });
    await page.mouse.move(there, await middle(to), { steps: 2 });
    await page.mouse.up();
  };
  const at = async (jun: string, lane: string) => {
    const columns = ["事務スケジュール", "懇談会", "段階"];
    const found = (await onScreen(page)).find(([when]) => when === jun);
    return found?.[1 + columns.indexOf(lane)];
  };
  await expect.poll(() => at("R1.11 中旬", "懇談会")).toContain("第3回懇談会");

  // Three 旬 earlier; then into another lane, which has another item there.
  await drag(/^第3回懇談会/, "R1.11 中旬", "R1.10 中旬");
  await expect.poll(() => at("R1.10 中旬", "懇談会")).toContain("第3回懇談会");
  await expect.poll(() => at("R1.11 中旬", "懇談会")).toBe("");
  await drag(/^第3回懇談会/, "R1.10 中旬", "R1.9 下旬", "事務スケジュール");
  await expect.poll(() => at("R1.9 下旬", "事務スケジュール")).toContain("第3回懇談会");

  // A bar moves by the same distance as the pointer, wherever it is grabbed, even over itself.
  await drag(/^骨子/, "R1.9 中旬", "R1.9 下旬");
  await expect.poll(() => at("R1.10 上旬", "段階")).toContain("骨子");
  await expect.poll(() => at("R1.8 下旬", "段階")).toBe("");
  await plan.undoButton.click();
  await expect.poll(() => at("R1.8 下旬", "段階")).toBe("骨子");
  await plan.undoAll();
  await expect.poll(() => onScreen(page)).toEqual((await printedForm()).slice(1));
});

test("予定に資料を、キーだけで書き、並べ替え、升目と紙に出せる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "木更津市", "日程");
  const item = page.getByRole("button", { name: /^第2回懇談会/ });
  await item.press("Enter");
  const dialog = page.getByRole("dialog", { name: "予定" });
  await dialog.getByRole("button", { name: "資料を追加" }).press("Enter");
  const titles = dialog.getByRole("textbox", { name: "資料名" });
  await expect(titles).toBeFocused();
  await page.keyboard.type("骨子案");
  await page.keyboard.press("Tab");
  await page.keyboard.type("https://www.example.jp/kosshi.pdf");
  await page.keyboard.press("Enter");
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.type("第1期の検証");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(titles.first()).toHaveValue("第1期の検証");
  // The address is opened only when the user presses it.
  const link = dialog.getByRole("link", { name: /^「骨子案」を開く/ });
  await expect(link).toHaveAttribute("href", "https://www.example.jp/kosshi.pdf");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "「第1期の検証」を削除" }).press("Enter");
  await expect(titles).toHaveCount(1);
  await expect(titles).toBeFocused();
  const owner = dialog.getByRole("combobox", { name: "担当" });
  await owner.fill("企画課");
  await owner.press("Enter");
  await page.keyboard.press("Escape");
  await expect(item).toContainText("担当：企画課");
  // The filter shows the items of one section.
  await page.getByLabel("担当で絞り込む").selectOption("企画課");
  await expect(page.locator(".timetable-item")).toHaveCount(1);
  await page.getByLabel("担当で絞り込む").selectOption("すべての担当");
  await expect(item).toContainText("資料：骨子案");
  await plan.undoButton.click();
  await plan.undoButton.click();
  await expect(item).not.toContainText("担当");
  await expect(item).toContainText("資料：第1期の検証、骨子案");
  await plan.go("印刷");
  await page.getByLabel("印刷するもの").selectOption("日程");
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText("資料：第1期の検証、骨子案");
});
