import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { Home, openSample, type Plan } from "./plan";

const grid = (page: Page) => page.getByRole("grid", { name: "指標の数値の表" });
const beside = (page: Page) => page.getByRole("complementary", { name: "選んだ指標" });
// A cell by the row of its indicator and its column after name, unit and kind: 0 is the baseline.
const cell = (page: Page, row: number, column: number) => grid(page).getByRole("row").nth(row).locator(".grid-cell").nth(column);
// Expects the focus in the table, at this cell.
async function expectAt(page: Page, row: number, column: number) {
  await expect(cell(page, row, column)).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("#grid-input")).toBeFocused();
}
const nameOf = (page: Page, name: string | RegExp) => grid(page).getByRole("rowheader", { name }).first();

async function openList(page: Page, plan: Plan, name: string) {
  await plan.go("指標");
  await page.getByRole("button", { name: "一覧", exact: true }).click();
  await page.getByRole("listitem").getByRole("link", { name }).click();
  await expect(plan.field("指標の名称")).toHaveValue(name);
}

test.describe("一画面", { tag: "@folder" }, () => {
  test.use({ viewport: { width: 1280, height: 860 } });

  test("指標は、表・評価・図・なぜ・くわしいことが一画面で、選んだ行に図がついてくる", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await nameOf(page, "新規就農・漁業就業者数").click();
    await expect(beside(page).getByRole("heading", { level: 2 })).toContainText("新規就農・漁業就業者数");
    await expect(beside(page).locator("figure svg").first()).toBeVisible();
    await expect(beside(page)).toContainText(/なぜ「.+」？/);
    for (const fact of ["種類", "出典", "担当課", "目標の変更", "使われる所"]) await expect(beside(page)).toContainText(fact);
    await expect(page).toHaveURL(/\/indicators$/);
    // The focus continues in the table, and the picture follows.
    await expect(page.locator("#grid-input")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(beside(page).getByRole("heading", { level: 2 })).not.toContainText("新規就農・漁業就業者数");
    // The effective rating is in the visible part of the table.
    const rating = grid(page).getByRole("row").nth(1).locator(".grid-rating");
    await expect(rating).toContainText(/順調/);
    await expect(async () => {
      const [own, table] = [(await rating.locator(".status").boundingBox())!, (await grid(page).boundingBox())!];
      expect(own.x + own.width).toBeLessThanOrEqual(table.x + table.width + 1);
    }).toPass();
    // The year of the baseline is below it.
    await expect(cell(page, 2, 0)).toHaveText("R2");
    await expectAccessible(page);
    await beside(page).getByRole("link", { name: "すべての項目を開く" }).click();
    await expect(plan.field("指標の名称")).toBeVisible();
    await page.getByRole("button", { name: "表へ戻る" }).click();
    await expect(grid(page)).toBeVisible();
  });

  test("幅1280で、数値・名称・評価が横へ送らずにすべて読める", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await expect(grid(page).locator(".grid-rating .status").first()).toBeVisible();
    const cut = () =>
      grid(page).evaluate((table) => {
        const room = table.getBoundingClientRect();
        const cells = [...table.querySelectorAll<HTMLElement>(".grid-row > *, .grid-rating .status, .grid-name .tall")];
        const tooWide = (cell: HTMLElement) =>
          cell.getBoundingClientRect().right > room.right + 1 || (cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0);
        const tooTall = (cell: HTMLElement) => cell.matches(".tall, .grid-cell") && cell.scrollHeight > cell.clientHeight + 2;
        return cells.filter((cell) => tooWide(cell) || tooTall(cell)).map((cell) => `${cell.className} ${cell.textContent}`);
      });
    await expect.poll(() => grid(page).evaluate((table) => table.scrollWidth - table.clientWidth)).toBe(0);
    for (const down of [0, 600, 1200, 5000]) {
      await grid(page).evaluate((table, top) => table.scrollTo(0, top), down);
      await expect.poll(cut, `${down}まで送ったとき切れているもの`).toEqual([]);
    }
  });

  test("一覧には資料の番号が名称の前にある", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await page.getByRole("button", { name: "一覧", exact: true }).click();
    const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "社会増減数（期間平均）" }) });
    await expect(row.locator(".indicator-name")).toHaveText(/^2\s*2-1\s*社会増減数（期間平均）$/);
  });

  for (const width of [1280, 360]) {
    test(`実績入力の欄のそばに、前の年度の実績と目標がある（幅 ${width}）`, async ({ app, page }) => {
      await page.setViewportSize({ width, height: 800 });
      const plan = await openSample(app, "みほん町", "指標");
      await page.getByRole("button", { name: "実績入力", exact: true }).click();
      const row = page.locator(".entry-row").filter({ has: plan.field("総人口 令和6年度の実績") });
      await expect(plan.field("総人口 令和6年度の実績")).toHaveValue("8,247");
      for (const beside of ["R5 8,318", "目標 8,200以上（R7）"]) {
        const text = row.getByText(beside, { exact: true });
        await expect(text).toBeVisible();
        await expect.poll(() => text.evaluate((element) => element.scrollWidth - element.clientWidth), beside).toBeLessThanOrEqual(1);
      }
    });
  }

  test("達成状況の図は悪い順で、棒の値は名称の指標のもの", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await page.getByRole("button", { name: "図", exact: true }).click();
    const chart = page.getByRole("figure", { name: /達成状況/ });
    await expect(chart.locator("svg").first()).toContainText(/△250[%％]/);
    const drawn = () =>
      chart.locator("svg text").evaluateAll((all) => all.map((text) => ({ words: text.textContent ?? "", y: text.getBoundingClientRect().y })));
    const texts = await still(page, drawn);
    const rates = texts.filter(({ words }) => /^[A-E] △?[\d.]+[%％]$/.test(words)).sort((one, other) => one.y - other.y);
    const values = rates.map(({ words }) => Number(words.replace("△", "-").replace(/[^\d.-]/g, "")));
    expect(values.length).toBeGreaterThan(10);
    expect(values).toEqual([...values].sort((one, other) => one - other));
    const beside = (name: string) => {
      const { y } = texts.find(({ words }) => words === name)!;
      return [...rates].sort((one, other) => Math.abs(one.y - y) - Math.abs(other.y - y))[0].words;
    };
    await chart.getByRole("button", { name: "表で見る" }).click();
    for (const name of ["出生数", "自主防災組織の活動カバー率", "新規就農・漁業就業者数"]) {
      await expect(chart.getByRole("row").filter({ hasText: name }).first()).toContainText(beside(name).split(" ")[1]!);
    }
  });

  test("内訳のある指標は評価が一つで、どの内訳によるかがわかる", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await page.getByRole("searchbox").fill("健康寿命");
    const ratings = grid(page).locator(".grid-rating .status");
    await expect(grid(page).getByRole("row")).toHaveCount(5);
    await expect(ratings).toHaveCount(1);
    const by = grid(page).locator(".grid-rating .by:visible");
    await expect(by).toHaveText(/女性/);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(grid(page).getByRole("columnheader")).toHaveCount(0);
    await expect(by).toHaveText(/女性/);
  });

  test("一つの指標のページでは、最後の年度の列がいつも見えている", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町");
    await openList(page, plan, "出生数");
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const last = page.locator(".figures thead th").last();
      await expect(last).toHaveText(/R7$/);
      await expect.poll(async () => {
        const box = await last.boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= width;
      }).toBe(true);
      await expect(plan.field("R7の実績値")).toBeInViewport();
    }
  });

  test("Ctrl+Rは右へコピーし、画面を読み直さない。Ctrl+Dは同じ種類の行へだけコピーする", async ({ app, page }) => {
    const plan = await openSample(app, "北本市", "指標");
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await cell(page, 2, 1).click();
    await expectAt(page, 2, 1);
    await page.keyboard.type("433.0");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+r");
    await page.keyboard.type("433.0");
    await page.keyboard.press("Enter");
    await expect(cell(page, 2, 1)).toHaveText("433.0");
    await page.keyboard.press("ArrowUp");
    await expectAt(page, 2, 1);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+r");
    await expect(cell(page, 2, 2)).toHaveText("433.0");
    expect(await page.evaluate(() => "stayed" in window)).toBe(true);

    // From 実績 of one indicator over 目標 and 実績 of the next: only the 実績 changes.
    await cell(page, 2, 1).click();
    await expectAt(page, 2, 1);
    const target = await cell(page, 3, 1).innerText();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+d");
    await expect(cell(page, 4, 1)).toHaveText("433.0");
    await expect(cell(page, 3, 1)).toHaveText(target);
  });

  test("Ctrl+A・Ctrl+Home・Ctrl+End・Ctrl+矢印が表計算と同じに働く", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await cell(page, 2, 1).click();
    await expectAt(page, 2, 1);
    await page.keyboard.press("Control+ArrowRight");
    await expect(cell(page, 2, 4)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Control+Home");
    await expect(nameOf(page, "総人口")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Control+a");
    await expect(cell(page, 4, 3)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Control+End");
    await expect(nameOf(page, "総人口")).toBeHidden();
  });

  test("マイナスは一つの画面で一つの書き方になり、打った欄だけが打ったとおり", async ({ app, page }) => {
    await app.open();
    const plan = await new Home(page).create("ためし町", "ためしの計画");
    await plan.go("指標");
    await page.getByRole("main").getByRole("button", { name: "指標を追加" }).first().click();
    await expect(plan.field("指標の名称")).toBeFocused();
    await expect(plan.field("指標の名称")).toHaveValue("");
    await page.keyboard.type("社会増減数");
    const fields = page.locator(".figures tbody tr");
    await plan.field("当初値").fill("−４０");
    await fields.nth(0).getByRole("textbox").last().fill("-20");
    await fields.nth(1).locator("td.number textarea").first().fill("−３１");
    await expect(fields.nth(1).locator("td.number textarea").first()).toHaveValue("−３１");
    await expect(page.getByRole("listitem").getByRole("link", { name: "社会増減数" })).toContainText(/△31（R\d+）.*△20/);
    await expect(page.locator("figure.chart figcaption")).toContainText("△31");
    await expect(page.locator("figure.chart svg").first()).toContainText("△31");
    await expect(page.getByRole("main")).not.toContainText(/[-−－]\s*[0-9０-９]/);
  });

  test("担当課と評価で絞り込み、評価の低い順に並べる。打った行は、適用し直すまで動かない", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    const choose = (name: string, option: string) => page.getByRole("combobox", { name }).selectOption(option);
    const stamps = grid(page).locator(".grid-rating .status");
    await choose("並べ方", "評価の低い順");
    await expect(stamps.first()).toContainText("D");
    await choose("並べ方", "評価の高い順");
    await expect(stamps.first()).toContainText("A");
    await choose("評価で絞り込む", "C 遅れ");
    const count = page.locator(".filter").getByRole("status");
    await expect(count).toHaveText(/^27件中 \d+件$/);
    const before = Number((await count.innerText()).match(/中 (\d+)/)![1]);
    for (const stamp of await stamps.allInnerTexts()) expect(stamp).toContain("C");
    const name = nameOf(page, "社会増減数");
    await name.click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("10");
    await page.keyboard.press("Enter");
    const again = page.getByRole("button", { name: "適用し直す" });
    await expect(again).toBeVisible();
    await expect(name).toBeVisible();
    await again.click();
    await expect(name).toHaveCount(0);
    await expect(count).toHaveText(`27件中 ${before - 1}件`);
    const owner = page.getByRole("combobox", { name: "担当課で絞り込む" });
    await owner.selectOption({ index: 1 });
    await choose("評価で絞り込む", "すべての評価");
    await expect(count).toHaveText(/^27件中 \d+件$/);
    await expectAccessible(page);
  });

  test("新しい指標は名称・単位・当初値・目標から書き、見せるものができてから図となぜが出る", async ({ app, page }) => {
    await app.open();
    const plan = await new Home(page).create("ためし町", "ためしの計画");
    await plan.go("指標");
    await expect(page.getByRole("main")).toContainText("指標はまだありません");
    await page.getByRole("main").getByRole("button", { name: "指標を追加" }).first().click();
    await expect(plan.field("指標の名称")).toBeFocused();
    await page.keyboard.type("出生数");
    await expect(page.locator("figure.chart")).toHaveCount(0);
    await expect(page.getByText(/^なぜ/)).toHaveCount(0);
    await plan.field("当初値").fill("40");
    await page.locator(".figures tbody tr").first().getByRole("textbox").last().fill("50");
    await expect(page.locator("figure.chart")).toBeVisible();
    await expect(page.getByText("自動判定：増やす（目標値が当初値より大きいため）。評価はこの向きで行っています。")).toBeVisible();
    await page.getByRole("button", { name: "この向きにする" }).click();
    await expect(page.getByText("自動判定も同じです（目標値が当初値より大きいため）")).toBeVisible();
    // The baseline is not called an actual figure.
    await expect(page.locator("figure.chart svg").first()).toContainText("当初値 40");
    await expect(page.locator("figure.chart svg").first()).not.toContainText("実績 40");
  });
});

test("体系から開いた指標には、体系へ戻る道がある", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "体系");
  await page.locator(".use a").first().click();
  await expect(plan.field("指標の名称")).not.toHaveValue("");
  await page.getByRole("link", { name: "体系へ戻る" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "体系" })).toBeVisible();
});

test.describe("幅 768の指標", { tag: "@folder" }, () => {
  test.use({ viewport: { width: 768, height: 1000 } });

  test("名称からすべての年度と評価までが並び、長い数値は、ふれると全部読める", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await expect(nameOf(page, "総人口")).toBeInViewport();
    await expect.poll(() => grid(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
    const long = grid(page).getByRole("gridcell", { name: "3,200人以上" });
    await expect(long).toHaveAttribute("title", "3,200人以上");
  });
});

test.describe("幅 360の指標", { tag: "@folder" }, () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("行はカードになり、数値は見出しの下で打て、名称にふれるとその指標の画面になる", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町", "指標");
    await expect.poll(async () => (await grid(page).boundingBox())?.y).toBeLessThan(400);
    const name = nameOf(page, "総人口");
    await expect(grid(page).getByRole("columnheader")).toHaveCount(0);
    await expect.poll(() => grid(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    // Targets and actuals make one card, with one name; the actuals begin where the targets end (g33).
    const [upper, lower] = [0, 1].map((row) => grid(page).getByRole("row").nth(row));
    const box = async (one: Locator) => (await one.boundingBox())!;
    expect((await box(lower.getByRole("rowheader"))).width).toBeLessThan(2);
    const last = await box(upper.locator(".grid-cell").last());
    expect(Math.abs(last.y + last.height - (await box(lower.locator(".grid-cell").first())).y)).toBeLessThan(2);
    // The field stands on the figure, below its head.
    const figure = grid(page).getByRole("row").nth(1).getByRole("gridcell").nth(5);
    await expect(figure).toHaveAttribute("data-head", "R6");
    await figure.click();
    const input = page.locator("#grid-input");
    await expect(input).toHaveAccessibleName(/^総人口 R6の実績/);
    const [over, under] = [(await still(page, () => input.boundingBox()))!, (await figure.boundingBox())!];
    expect(Math.abs(over.x - under.x)).toBeLessThan(2);
    expect(Math.abs(over.y + over.height - under.y - under.height)).toBeLessThan(2);
    await page.keyboard.type("9,876");
    await page.keyboard.press("Enter");
    await expect(figure).toHaveText("9,876");
    // A right click selects the cell below the pointer.
    await grid(page).getByRole("row").nth(2).getByRole("gridcell").nth(2).click({ button: "right" });
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(input).toHaveAccessibleName(/R3の/);
    await page.getByRole("button", { name: /絞り込み/ }).click();
    await expect(page.getByRole("combobox", { name: "目標で絞り込む" })).toBeVisible();
    await page.getByRole("button", { name: /絞り込み/ }).click();
    await expectAccessible(page);
    await name.click();
    await expect(plan.field("指標の名称")).toHaveValue("総人口");
    await page.getByRole("button", { name: "表へ戻る" }).click();
    await expect(grid(page)).toBeVisible();
  });
});
