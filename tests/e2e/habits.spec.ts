import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./app";
import { type Plan, openSample } from "./plan";

// The habits of a spreadsheet by the keyboard, in every grid of fields. The table of 指標 has its own in grid.spec.ts.
type Grid = { open: (plan: Plan, main: Locator) => Promise<Locator>; columns?: number };

const GRIDS: Record<string, Grid> = {
  実績入力: {
    async open(plan, main) {
      await plan.go("指標");
      await main.getByRole("button", { name: "実績入力" }).click();
      await main.getByLabel("年度").first().selectOption({ label: "令和6年度" });
      return main.getByRole("list", { name: "実績の入力" }).getByRole("textbox");
    },
  },
  実施計画: {
    async open(plan, main) {
      await plan.go("実施計画");
      return main.getByRole("article").first().getByRole("textbox", { name: /年度の予算額$/ });
    },
    columns: 3,
  },
  全事業の表: {
    async open(_, main) {
      await main.getByText("全事業の表", { exact: true }).click();
      return main.getByRole("grid", { name: "全事業の表" }).getByRole("textbox", { name: /決算額$/ });
    },
  },
  評価: {
    async open(plan, main) {
      await plan.go("評価");
      await main.getByLabel("評価する年度").selectOption({ label: "令和6年度（12シート）" });
      return main.getByRole("article").first().getByRole("textbox", { name: /決算額$/ });
    },
  },
  紙の投票: {
    async open(plan, main) {
      await plan.go("対話");
      await main.getByRole("button", { name: "対話の会をつくる" }).click();
      const part = (name: string) => main.page().getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true }).click();
      await part("出し合う");
      await main.locator("summary").first().click();
      await main.getByRole("textbox", { name: "紙の意見をまとめて入れる" }).fill("夜も開く図書館\nバスの最終が早い\n畑を貸せます");
      await main.page().keyboard.press("Control+Enter");
      await part("選ぶ");
      await main.locator("summary").filter({ hasText: "紙の投票を数えて入れる" }).click();
      return main.getByRole("region", { name: "紙の投票を数えて入れる" }).getByRole("textbox");
    },
  },
};

const press = async (page: Page, keys: string) => {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
};

async function habits(page: Page, name: string, fields: Locator, columns: number) {
  // By their ids: a long list draws other rows when it is scrolled.
  const ids = await fields.evaluateAll((all) => all.map(({ id }) => id));
  const cell = (row: number, column = 0) => page.locator(`#${ids[row * columns + column]}`);
  const picked = page.locator(".cell-field.picked");
  const at = async (keys: string, row: number, column = 0) => {
    await press(page, keys);
    await expect(cell(row, column), `${name}: ${keys}`).toBeFocused();
  };
  const holds = async (keys: string, ...texts: string[]) => {
    await press(page, keys);
    for (const [row, text] of texts.entries()) await expect(cell(row), `${name}: ${keys}`).toHaveValue(text);
  };
  await cell(0).click();
  await at("ArrowDown", 1);
  await at("ArrowUp", 0);
  await at("Enter Enter Shift+Enter Shift+Enter", 0);
  await at("PageDown PageUp", 0);
  await at("Control+End Control+Home", 0);
  if (columns > 1) {
    await at("ArrowRight ArrowLeft Tab", 0, 1);
    await at("Enter", 1);
    await at("Control+Home End", 0, columns - 1);
    await at("Home", 0);
    await press(page, "Shift+Space");
    await expect(picked, name).toHaveCount(columns);
    await at("Control+Home", 0);
  }
  // Typed over; F2 goes on in the text; Escape puts back.
  await press(page, "4 Enter 5 Enter");
  const empty = name === "紙の投票" ? "0" : "";
  await at("ArrowUp ArrowUp", 0);
  await holds("F2 1", "41", "5");
  await holds("Escape", "4", "5");
  // An undo leaves the keyboard on the cell as a whole: the next key has all of it (g35).
  await holds("Delete Enter Shift+Enter", empty, "5");
  await holds("Control+z", "4", "5");
  await holds("Control+y", empty, "5");
  await holds("Control+z 7 Enter Shift+Enter", "7", "5");
  await holds("Shift+ArrowDown Control+d", "7", "7");
  await holds("Control+z", "7", "5");
  await holds("Shift+ArrowDown 6 Control+Enter", "6", "6");
  await holds("Control+c Delete", empty, empty);
  await at("Control+Home", 0);
  await holds("Control+v", "6", "6");
  // Ctrl+R copies into the column after it (g41).
  const beside = columns > 1 ? cell(0, 1) : name === "全事業の表" ? page.locator(`#${ids[0].replace(/-0$/, "-1")}`) : null;
  if (beside) {
    const before = await beside.inputValue();
    await press(page, "Control+Home 8 Enter Shift+Enter Shift+ArrowRight Control+r");
    await expect(beside, name).toHaveValue("8");
    await press(page, "Control+z");
    await expect(beside, name).toHaveValue(before);
    await at("Control+Home", 0);
  }
  // However far a selection goes, the keyboard stays on its first cell (g34).
  for (const keys of ["Shift+PageDown Shift+PageDown", "Control+Shift+End", "Control+a Control+a"]) {
    await at(keys, 0);
    await expect(picked.first(), `${name}: ${keys}`).toBeAttached();
    await expect(page.locator(".field-totals:visible"), name).toContainText("個数");
    await at("Control+Home", 0);
  }
}

test.describe("表計算の習慣は、どの表でも同じ", { tag: "@folder" }, () => {
  test("欄の表：移動、入力、取り消し、選択、コピー", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const plan = await openSample(app, "みほん町");
    const main = page.getByRole("main");
    for (const [name, { open, columns = 1 }] of Object.entries(GRIDS)) {
      const fields = await open(plan, main);
      await expect(fields.first()).toBeVisible();
      await habits(page, name, fields, columns);
    }
    // Scrolled out of sight by the wheel, a cell has the keyboard all the same (g34).
    const fields = await GRIDS.実績入力.open(plan, main);
    await fields.first().click();
    const list = main.getByRole("list", { name: "実績の入力" });
    await list.evaluate((one) => one.scrollTo(0, one.scrollHeight));
    await expect(fields.first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(fields.nth(1)).toBeFocused();
    await expect.poll(() => list.evaluate((one) => one.scrollTop)).toBeLessThan(200);
  });

  test("整合の表：Space は選んだマスをまとめて結び、Delete は外し、一度で戻る", async ({ app, page }) => {
    await openSample(app, "みほん町", "整合");
    await page.getByRole("button", { name: "表", exact: true }).click();
    const matrix = page.getByRole("grid");
    const ties = () => matrix.getByText("●").count();
    await matrix.focus();
    await press(page, "Control+Home Shift+ArrowRight Shift+ArrowDown Shift+ArrowDown");
    const before = await ties();
    await press(page, "Space");
    await expect.poll(ties).toBeGreaterThan(before);
    const all = await ties();
    await press(page, "Delete");
    await expect.poll(ties).toBe(all - 6);
    await press(page, "Control+z");
    await expect.poll(ties).toBe(all);
    await press(page, "Control+z");
    await expect.poll(ties).toBe(before);
  });

  test("整合の表：●を貼り付け、Ctrl+D・R・Enter、切り取り、操作の一覧と検索、マウスの範囲", async ({ app, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openSample(app, "みほん町", "整合");
    await page.getByRole("button", { name: "表", exact: true }).click();
    const matrix = page.getByRole("grid");
    const said = page.locator(".matrix-foot").getByRole("status");
    const cell = (row: number, column: number) => page.locator(`#cell-${row}-${column}`);
    const shows = async (tied: string) => {
      const marks = () => Promise.all([0, 1, 2].flatMap((row) => [0, 1].map((column) => cell(row, column).innerText())));
      await expect.poll(async () => (await marks()).map((text) => (text.includes("●") ? "●" : "・")).join("")).toBe(tied);
    };
    const clipboard = (text: string) => page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await matrix.focus();
    await press(page, "Control+Home Enter Enter");
    await expect(matrix).toHaveAttribute("aria-activedescendant", "cell-2-0");
    await press(page, "Shift+Enter Control+Home Shift+ArrowRight Shift+ArrowDown Shift+ArrowDown Delete");
    await shows("・・・・・・");
    // Heads of the pasted table are no cells, and another word ties nothing.
    await clipboard("\tア\tイ\n一\t●\t\n二\t検討\t○");
    await press(page, "Control+Home Control+v");
    await shows("●・・●・・");
    await expect(said).toHaveText("2か所の結びつきを変えました。1か所は、表の外か、● などの印でないため入れていません（検討）。");
    await press(page, "Control+Home Shift+ArrowDown Shift+ArrowDown Control+d");
    await shows("●・●●●・");
    await press(page, "Control+Home Shift+ArrowRight Control+r");
    await shows("●●●●●・");
    await expect(said).toHaveText("1か所の結びつきを変えました。");
    await press(page, "Control+z Control+z");
    await expect(said).toHaveText("");
    await press(page, "Control+Home Shift+ArrowRight Control+Enter");
    await shows("●●・●・・");
    await press(page, "Control+x");
    await shows("・・・●・・");
    await press(page, "ArrowDown Control+v");
    await shows("・・●●・・");
    // The mouse selects, and ties nothing while it does.
    await cell(0, 0).hover();
    await page.mouse.down();
    await cell(2, 1).hover();
    await page.mouse.up();
    await expect(matrix.locator("td.picked")).toHaveCount(6);
    await expect(page.locator(".matrix-foot .grid-totals")).toHaveText("選択 6、結びつき 2");
    await cell(1, 1).click({ button: "right" });
    await page.getByRole("menuitem", { name: "空にする" }).click();
    await shows("・・・・・・");
    await press(page, "Shift+F10");
    await expect(page.getByRole("menuitem", { name: "連続データで埋める" })).toHaveCount(0);
    await page.getByRole("menuitem", { name: /^検索(?!と置換)/ }).click();
    // A row is found by the name of its goal or measure.
    const name = (await matrix.locator(".matrix-name").nth(1).getAttribute("title")) ?? "";
    await page.getByRole("textbox", { name: "表の中を探す" }).fill(name);
    await press(page, "Enter Escape");
    await expect(matrix).toBeFocused();
    await expect(matrix).toHaveAttribute("aria-activedescendant", "cell-1-0");
  });
});
