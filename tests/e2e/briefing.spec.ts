import { expect, expectAccessible, test } from "./app";
import { plain, printed } from "./pdf";
import { Home } from "./plan";

test.beforeEach(async ({ app }) => app.open());

// Questions of a mayor about みほん町: worse ratings, targets that will be missed, money beside results, the section
// in charge.
test("首長説明: 悪くなった指標、届かない見込み、金額、担当課が、1枚で分かる", async ({ page }) => {
  const plan = await new Home(page).sample("みほん町");
  await plan.go("首長説明");
  const sheet = page.getByRole("article", { name: /^指標27件のうち\d+件が、このままでは目標に届かない見込みです$/ });
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText("町長説明資料");

  const worse = sheet.getByRole("region", { name: "前の年度より悪くなった指標" });
  await expect(worse.getByRole("row", { name: /出生数/ })).toContainText("41 → 38 → 36人");

  // Every forecast shown is one of a target that will be missed.
  const misses = sheet.getByRole("region", { name: "目標に届かない見込みの指標" }).getByRole("row");
  await expect(misses.filter({ hasText: "出生数" })).toContainText("50人");
  await expect(misses.filter({ hasText: "社会増減数" })).toContainText("R3～R6平均 △44人");
  await expect(misses.filter({ hasText: "総人口" })).toContainText("8,200人以上");
  await expect(async () => {
    const count = Number(/のうち(\d+)件/.exec(await sheet.getByRole("heading", { level: 2 }).innerText())![1]);
    expect(await misses.count()).toBe(count + 1);
  }).toPass();

  await expect(sheet.getByRole("region", { name: "予算・決算と評価" }).getByRole("row", { name: /訪れる人/ })).toContainText("167,020");
  await expect(sheet.getByRole("region", { name: "担当課別の評価" }).getByRole("row").nth(1)).toContainText("健康こども課");
  await expectAccessible(page);
});

test("首長説明: 印刷はA4の1枚で、選んだ判断だけが載る", { tag: "@folder" }, async ({ page }) => {
  const plan = await new Home(page).sample("みほん町");
  await plan.go("首長説明");
  const decisions = page.getByRole("region", { name: "判断が要ること" });
  const boxes = decisions.getByRole("checkbox");
  await expect(boxes.first()).toBeChecked();
  await expect(boxes.nth(3)).not.toBeChecked();
  const left = await decisions.getByRole("listitem").nth(3).locator("b").innerText();
  await expect(async () => {
    const leaves = await printed(page);
    expect(leaves).toHaveLength(1);
    expect(leaves[0]!.text).toContain("町長説明資料");
    expect(leaves[0]!.text).not.toMatch(/A4で印刷する|印刷する項目|この端末に保存/);
    expect(leaves[0]!.text).not.toContain(plain(left));
  }).toPass();

  await boxes.first().press(" ");
  await expect(boxes.first()).not.toBeChecked();
  await boxes.nth(3).press(" ");
  await expect(boxes.nth(3)).toBeChecked();
  await expect(async () => {
    const leaves = await printed(page);
    expect(leaves).toHaveLength(1);
    expect(leaves[0]!.text).toContain(plain(left));
  }).toPass();
});

test("首長説明: 指標のない計画では、何をすればよいかを言う", async ({ page }) => {
  const plan = await new Home(page).create("あたらし町", "第1期戦略");
  await plan.go("首長説明");
  await expect(page.getByRole("main")).toContainText("指標がまだありません");
});

test("首長説明: 説明済みにすると、そこから変わったことが1文ずつ並ぶ", async ({ page }) => {
  const plan = await new Home(page).sample("みほん町");
  await plan.go("首長説明");
  const since = page.getByRole("region", { name: /変更$/ });
  await expect(since).toContainText("説明が済んだら");
  await since.getByRole("button", { name: "説明済みにする" }).click();
  await expect(since).toContainText("変更はありません。");
  await plan.go("体系");
  const field = page.getByRole("textbox", { name: "目標の名称", exact: true }).first();
  await field.fill("仕事をつくり、働き続けられる町");
  await field.press("Enter");
  await plan.go("首長説明");
  await expect(since.getByRole("listitem")).toHaveText([/名称が.*「仕事をつくり、働き続けられる町」に変わりました。|名称が書き直されました。/]);
});
