import type { Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { downloaded, Home, openSample, paste, type Plan } from "./plan";

async function openIndicator(page: Page, plan: Plan, name: string) {
  await plan.go("指標");
  await page.getByRole("button", { name: "一覧", exact: true }).click();
  await page.getByRole("searchbox", { name: "名称・単位・担当・出典で検索" }).fill(name);
  await page.getByRole("listitem").getByRole("link", { name }).click();
  await expect(plan.field("指標の名称")).toHaveValue(name);
}

const reading = (page: Page) => page.locator(".reading").filter({ hasText: /\S/ });

test("表に貼り付け、評価のわけを読み、区分を変え、すべて戻すと、同じバイト列になる", async ({ app, page }) => {
  const plan = await openSample(app, "北本市");
  const before = await plan.export();
  await plan.go("指標");
  await page.getByRole("button", { name: "実績のみ" }).click();
  const grid = page.getByRole("grid", { name: "指標の数値の表" });
  const cell = grid.getByRole("row").nth(1).getByRole("gridcell").nth(3);
  await cell.click();
  await expect(cell).toHaveAttribute("aria-selected", "true");
  await paste(page.locator("#grid-input"), "433.0\t434.9\r\n1.10\t1.20\r\n4,010\tたぶん多い\r\n");
  await expect(page.getByText("6か所に貼り付けました。1か所は数として読めず、文字のまま残しました（要確認）。")).toBeVisible();
  await expect(grid.getByRole("row").nth(3)).toContainText("たぶん多い");

  await openIndicator(page, plan, "就業者一人あたり市内純生産");
  const why = page.getByRole("complementary").filter({ hasText: "なぜ「" });
  await expect(why).toContainText("当初値 431.5万円（H30）から 438.3万円（R7）をめざすところ、R5の実績は 434.9万円");
  await expect(why).toContainText("(434.9−431.5)÷(438.3−431.5)＝50％");
  const first = await why.innerText();

  await plan.go("設定");
  await page.getByRole("button", { name: /ほかの区分/ }).click();
  const others = page.getByRole("table", { name: "ほかの区分ではどうなるか" });
  await expect(others.getByRole("row").nth(1)).toContainText("現在の区分");
  await others.getByRole("row").nth(2).getByRole("button").click();
  await openIndicator(page, plan, "就業者一人あたり市内純生産");
  await expect(why).toContainText("(434.9−431.5)÷(438.3−431.5)＝50％");
  await expect.poll(() => why.innerText()).not.toBe(first);

  await plan.undoAll();
  await plan.expectFile(before);
});

test("区分を町のものにして、追加し、ことばと境目を変え、削除できる", async ({ app, page }) => {
  const plan = await openSample(app, "北本市");
  const before = await plan.export();
  await plan.go("設定");
  const bands = page.getByRole("table", { name: /区分（上から/ }).getByRole("row");
  await expect(bands).not.toHaveCount(0);
  const count = await still(page, () => bands.count());
  await page.getByRole("button", { name: "2番目の下に区分を追加" }).click();
  await expect(bands).toHaveCount(count + 1);
  await plan.field("3番目の印").fill("B-");
  await plan.field("3番目の名称").fill("もう少し");
  await expect(page.getByText("をもとにした町の区分")).toBeVisible();
  await page.getByRole("button", { name: "3番目の区分を削除" }).click();
  await expect(bands).toHaveCount(count);
  await plan.undoAll();
  await plan.go("概況");
  await plan.expectFile(before);
});

test("決定した目標値は、日付・決めた人・理由を入れて変え、前の値も図と表に残る", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  await openIndicator(page, plan, "空き家バンクの成約件数");
  await page.getByRole("button", { name: /R7の目標値：45/ }).click();
  const dialog = page.getByRole("dialog", { name: "決定した目標値の変更" });
  await dialog.getByLabel("新しい目標値").fill("60件以上");
  await expect(reading(page)).toHaveText("読み取り：60 件以上");
  await dialog.getByRole("button", { name: "理由とともに変更" }).click();
  await expect(dialog.getByRole("alert")).toContainText("日付・決めた人や会議・理由");
  await dialog.getByLabel("変更した日").fill("2025-05-20");
  await dialog.getByLabel("決定者・会議").fill("推進会議");
  await dialog.getByLabel("理由").fill("成約が早く進んだため");
  await dialog.getByRole("button", { name: "理由とともに変更" }).click();
  await expect(dialog).toBeHidden();

  const chart = page.getByRole("figure", { name: /空き家バンクの成約件数の推移/ });
  await expect(chart.locator(".chart-place")).toContainText("変更前の目標");
  await expect(chart.locator(".chart-place")).toContainText("目標変更");
  await expect(chart).toContainText("令和7年5月20日に、R7の目標を 45 → 60件以上（推進会議、成約が早く進んだため）");
  const asTable = chart.getByRole("button", { name: "表で見る" });
  await expect(asTable.or(chart.getByRole("table")).first()).toBeVisible();
  if (await asTable.isVisible()) await asTable.click();
  const last = chart.getByRole("row").filter({ hasText: "令和7年度" });
  await expect(last.getByRole("cell").nth(0)).toHaveText("60件以上");
  await expect(last.getByRole("cell").nth(1)).toHaveText("45");
  const log = page.getByRole("table", { name: "目標値の変更の記録" });
  await expect(log.getByRole("row").nth(1)).toContainText(/令和7年5月20日.*R7.*45.*60件以上.*推進会議.*成約が早く進んだため/);
  await plan.undoAll();
  await expect(log).toBeHidden();
});

test("決定した目標値の上に表で打つと、打った値のまま理由をたずねる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "指標");
  await page.getByRole("searchbox").fill("空き家バンク");
  const cell = page.getByRole("grid").getByRole("row").nth(1).locator(".grid-cell").last();
  await expect(cell).toHaveText("45");
  await cell.click();
  await expect(cell).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("#grid-input")).toBeFocused();
  await page.keyboard.type("60");
  await expect(reading(page)).toHaveText("読み取り：60");
  await expect(cell).toHaveText("45");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "決定した目標値の変更" });
  await expect(dialog.getByLabel("新しい目標値")).toHaveValue("60");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(cell).toHaveText("45");
  await expect(plan.undoButton).toBeDisabled();
});

test("打っている数値の読み取りが、欄のそばに出て、並びは動かない", async ({ app, page }) => {
  const plan = await openSample(app, "北本市");
  await openIndicator(page, plan, "出生数");
  const field = plan.field("R4の実績値");
  await field.click();
  const height = () => page.getByRole("table", { name: /数値（/ }).evaluate((table) => table.getBoundingClientRect().height);
  const before = await still(page, height);
  for (const [typed, told] of [
    ["約3", "読み取り：約3"],
    ["集計中", "読み取り：値なし（集計中）"],
    ["↘", "読み取り：減らす方向（数値なし）"],
    ["未定か", "要確認：そのまま文字で残します"],
  ] as const) {
    await field.fill(typed);
    await expect(reading(page)).toHaveText(told);
    await expect.poll(height).toBe(before);
  }
  await expect(async () => {
    const [told, own] = [(await reading(page).boundingBox())!, (await field.boundingBox())!];
    expect(Math.abs(told.y - (own.y + own.height))).toBeLessThan(20);
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(reading(page)).toHaveCount(0);
  await expect(field).toHaveValue("");
  await plan.field("時点（例：R2）").fill("令和2年10月");
  await expect(reading(page)).toHaveText("読み取り：令和2年度");

  await page.getByRole("button", { name: "実績入力" }).click();
  await page.getByRole("list", { name: "実績の入力" }).getByRole("textbox").first().fill("２億396万円（速報値）");
  await expect(reading(page)).toHaveText("読み取り：203,960,000 円（速報値）");
  await plan.undoAll();
});

test("実績入力には列を、一つの指標にはまとまりを貼り付けられ、一度で戻せる", async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "指標");
  await page.getByRole("button", { name: "実績入力" }).click();
  const fields = page.getByRole("list", { name: "実績の入力" }).getByRole("textbox");
  await fields.first().click();
  await paste(fields.first(), "433万円\r\n1.10\r\n4千件くらいか\r\n");
  await expect(page.getByRole("status").filter({ hasText: "3か所に貼り付けました。1か所は数として読めず" })).toBeVisible();
  for (const [at, text] of ["433万円", "1.10", "4千件くらいか"].entries()) await expect(fields.nth(at)).toHaveValue(text);
  await plan.undoButton.click();
  await expect(fields.first()).toHaveValue("");

  await fields.first().click();
  await paste(fields.first(), "433万円\r\n");
  await expect(fields.first()).toHaveValue("433万円");
  await expect(reading(page)).toHaveText("読み取り：433 万円");
  await plan.undoAll();

  await openIndicator(page, plan, "出生数");
  await plan.field("R4の目標値").click();
  await paste(plan.field("R4の目標値"), "345\t350\t360\r\n331\t集計中\t\r\n");
  await expect(plan.field("R6の目標値")).toHaveValue("360");
  await expect(plan.field("R4の実績値")).toHaveValue("331");
  await expect(plan.field("R5の実績値")).toHaveValue("集計中");
  await plan.undoButton.click();
  await expect(plan.field("R4の目標値")).toHaveValue("");
  await expect(plan.undoButton).toBeDisabled();
});

test("打った数値から、向きと数え方の自動判定とそのわけが出て、一度で取れる", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "ためしの計画");
  await plan.go("指標");
  await page.getByRole("button", { name: "指標を追加" }).first().click();
  await expect(plan.field("指標の名称")).toBeFocused();
  await page.keyboard.type("苦情の累計");
  await plan.field("当初値").fill("30件");
  await page.locator(".figures tbody tr").first().getByRole("textbox").last().fill("10件");
  await expect(page.getByText("自動判定：減らす（目標値が当初値より小さいため）")).toBeVisible();
  await expect(page.getByText("自動判定：累計（名称に「累計」とあるため）")).toBeVisible();
  await page.getByRole("button", { name: "この向きにする" }).click();
  await expect(page.getByRole("combobox", { name: "めざす向き" })).toHaveValue("decrease");
  await page.getByRole("button", { name: "この数え方にする" }).click();
  await expect(page.getByRole("combobox", { name: "数え方" })).toHaveValue("cumulative");
  await page.getByRole("combobox", { name: "めざす向き" }).selectOption("increase");
  await expect(page.getByText("自動判定：減らす（目標値が当初値より小さいため）")).toBeVisible();
});

test("図で、達成状況と目標ごとの小さな図が見わたせ、表と画像もある", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "指標");
  await page.getByRole("button", { name: "図", exact: true }).click();
  const achieved = page.getByRole("figure", { name: /令和6年度の達成状況/ });
  await expect(achieved.locator("figcaption")).toContainText(/29項目のうち、.*進捗率を出せるのは\d+項目です（出せない\d+項目は、下に理由を書いています）。/);
  await expect(achieved.locator("svg").first()).toBeVisible();
  await achieved.getByRole("button", { name: "表で見る" }).click();
  await expect(achieved.getByRole("row").filter({ hasText: "特定健康診査の受診率" })).toContainText("集計中");
  await expect(achieved.getByRole("row").filter({ hasText: "総人口" })).toContainText("保てている");

  const second = page.getByRole("figure", { name: /^2 / });
  const links = second.getByRole("list").getByRole("link");
  await expect(links).toHaveCount(7);
  await second.getByRole("button", { name: "表で見る" }).click();
  await expect(second.getByRole("row").filter({ hasText: "総人口" })).toContainText(/8,247人（R6）.*目標 8,200人以上（R7）/);
  for (const kind of ["PNG", "SVG"]) {
    const file = await downloaded(page, () => second.getByRole("button", { name: new RegExp(`図を${kind}で保存`) }).click());
    expect(file.bytes.length).toBeGreaterThan(2000);
    if (kind === "SVG") expect(file.bytes.toString()).toContain("総人口");
  }
  await expectAccessible(page);
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  }
  await links.first().focus();
  await page.keyboard.press("Enter");
  await expect(plan.field("指標の名称")).toHaveValue("総人口");
});
