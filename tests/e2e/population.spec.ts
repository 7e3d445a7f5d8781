import { expect, expectAccessible, test } from "./app";
import { drop, Home } from "./plan";
import { madeTown, totals, workbook } from "./prefecture";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const OWN = madeTown("43902", "みほん町", 400);
const TOWNS = [madeTown("43000", "みほん県", 9000), madeTown("43901", "となり町", 700), OWN];
const prefecture = { name: "43.xlsx", mimeType: XLSX, buffer: workbook(TOWNS) };
// 「地域・年齢別人口」 of two areas and of another town, in Shift_JIS as many towns publish it.
function register(): Buffer {
  const ages = Array.from({ length: 18 }, (_, at) => (at < 17 ? `${at * 5}-${at * 5 + 4}歳` : "85歳以上"));
  const heads = ages.flatMap((age) => [`${age}の男性`, `${age}の女性`]);
  const row = (town: string, area: string, total: number) =>
    [town === "みほん町" ? "439029" : "439011", "", "みほん県", town, "2025/4/1", area, total, "", "", ...heads.map(() => 2), 30, ""].join(",");
  const head = ["都道府県コード又は市区町村コード", "地域コード", "都道府県名", "市区町村名", "調査年月日", "地域名", "総人口", "男性", "女性", ...heads, "世帯数", "備考"];
  const text = [head.join(","), row("みほん町", "南", 1000), row("みほん町", "北", 234), row("となり町", "西", 9)].join("\r\n");
  const decoder = new TextDecoder("shift_jis");
  const bytes = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xfd; lead++) for (let trail = 0x40; trail < 0xfd; trail++) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from([...text].flatMap((letter) => bytes.get(letter) ?? [letter.charCodeAt(0)]));
}

const shown = (persons: number) => persons.toLocaleString("en");

test("公表された推計から自分の町が1人単位で読まれ、試算の値が総人口の目標になる", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("みほん町", "みほん町総合戦略");
  await plan.go("人口の見通し");
  const main = page.getByRole("main");
  await expectAccessible(page);

  // A workbook without a sheet of the town is refused with a way out; nothing of another town is imported.
  const choose = main.getByLabel("ファイルを選ぶ（Excel・CSV）");
  await choose.setInputFiles({ ...prefecture, name: "44.xlsx", buffer: workbook(TOWNS.slice(0, 2)) });
  await expect(main.getByRole("alert").filter({ hasText: "「44.xlsx」：みほん町のシートがありません。" })).toBeVisible();
  await drop(main.locator(".population-file"), [prefecture]);
  await expect(main.getByRole("heading", { name: "読み込んだ推計：みほん町（43902）" })).toBeVisible();
  await expectAccessible(page);
  await main.getByRole("button", { name: "この推計を使う" }).press("Enter");

  const row = main.getByRole("table").last().getByRole("row", { name: /^総人口/ });
  const cells = row.getByRole("cell");
  await expect(cells).toHaveText(totals(OWN).map(shown));
  await expect(main.getByRole("heading", { level: 1 })).toContainText(`の総人口は${shown(totals(OWN)[6]!)}人の見込み`);

  // A 試算 without assumptions equals the projection. The effect of families that move in is shown at once.
  await main.getByRole("button", { name: "試算を追加" }).press("Enter");
  await expect(main.getByRole("radio", { name: "試算1" })).toBeChecked();
  await expect(cells).toHaveText(totals(OWN).map(shown));
  const families = main.getByRole("textbox", { name: "毎年転入する子育て世帯" });
  await families.fill("500");
  await families.press("Tab");
  await expect(main.getByRole("alert").filter({ hasText: "0から100までの整数を入れてください。" })).toBeVisible();
  await families.fill("5");
  await families.press("Tab");
  // 25 families within five years: two parents each, one child of 0–4 and half as many of 5–9, rounded by age and sex.
  await expect(cells.nth(2)).toHaveText(new RegExp(`^${shown(totals(OWN)[2]! + 88)}\\s*\\+88$`));
  const slider = main.getByRole("slider", { name: "15～24歳" });
  await slider.focus();
  await slider.press("ArrowRight");
  await expect(main.getByRole("textbox", { name: "15～24歳％" })).toHaveValue("1");
  await expect(main.getByRole("listitem").filter({ hasText: "人多くなります。" })).toBeVisible();
  await expect(main.getByRole("listitem").filter({ hasText: "小学生（6～11歳）はおよそ" })).toBeVisible();
  await expectAccessible(page);

  // The figure becomes the target of 総人口, with the expected value without policy and the reason.
  await main.getByRole("combobox", { name: "見る年" }).selectOption("R12");
  const persons = (await cells.nth(2).innerText()).split(/\s/)[0]!;
  await main.getByRole("button", { name: "総人口の目標にする" }).press("Enter");
  await expect(page.getByText(`「総人口」のR12の目標値を${persons}人にしました。`)).toBeVisible();
  await plan.undoButton.click();
  await expect(main.getByRole("combobox", { name: "書き込む指標" }).getByRole("option")).toHaveText(["新しい指標「総人口」"]);
  await page.keyboard.press("Control+y");
  await expect(main.getByRole("combobox", { name: "書き込む指標" }).getByRole("option")).toHaveCount(2);

  // It is stored: after a reload the same figures are there.
  await page.reload();
  await app.ready();
  await expect(cells).toHaveText(totals(OWN).map(shown));
  await expect(main.getByRole("radio", { name: "試算1" })).not.toBeChecked();

  // Residents by area, and their sum as the actual figure of the year that ended the day before.
  await main.getByLabel("CSVを選ぶ").setInputFiles({ name: "register.csv", mimeType: "text/csv", buffer: register() });
  await expect(main.getByRole("row", { name: /^町全体/ }).getByRole("cell").first()).toHaveText("1,234");
  await expect(main.getByRole("row", { name: /^南/ })).toBeVisible();
  await expect(main.getByRole("row", { name: /^西/ })).toHaveCount(0);
  await main.getByRole("button", { name: "1,234人を総人口の実績値にする" }).press("Enter");
  await expect(page.getByText("「総人口」のR6の実績値を1,234人にしました。")).toBeVisible();
  await expectAccessible(page);
});
