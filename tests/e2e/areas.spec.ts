import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./app";
import { downloaded } from "./plan";
import { unpacked } from "./zip";

const SAMPLES = join(import.meta.dirname, "../../public/samples");

// A plan of a sample, under the name of another town, without its code.
async function of(sample: string, town: string) {
  const plan = JSON.parse(await readFile(join(SAMPLES, sample), "utf8"));
  plan.town = { name: town };
  return { name: `${town}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(plan)) };
}

test("市町村を地域にまとめると、表が地域で絞れ、地域ごとの合計が出て、次に開いても残る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await page.getByRole("link", { name: "広域で見る" }).click();
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles([await of("mihon.json", "北海道北斗市"), await of("hokuto-2024.json", "伊達市"), await of("kitamoto-2022.json", "北本市")]);
  const table = page.getByRole("region", { name: "自治体ごとの計画と評価" }).first().getByRole("rowheader");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3");
  const section = page.getByRole("region", { name: "振興局などの地域" });
  await section.getByRole("heading", { name: "振興局などの地域" }).click();

  // Typed names: an unknown one, and one of two municipalities, are reported.
  await section.getByRole("button", { name: "地域を追加" }).click();
  await section.getByRole("textbox", { name: "地域の名前" }).fill("道南");
  const towns = section.getByRole("textbox", { name: /^市町村/ });
  await towns.fill("函館市、北斗市、伊達市、みほん町");
  await towns.blur();
  await expect(section.getByText("市町村の一覧にない名前：みほん町")).toBeVisible();
  await expect(section.getByText("都道府県名をつけてください：伊達市", { exact: false })).toBeVisible();
  await towns.fill("函館市、北斗市、北海道伊達市");
  await towns.blur();
  await expect(towns).toHaveValue("函館市、北斗市、伊達市");

  // The plan of 伊達市 may be of either of two: the user decides.
  const sums = section.getByRole("row").filter({ hasText: "道南" });
  await expect(sums).toContainText("1 / 3");
  await section.getByRole("listitem").filter({ hasText: "計画の「伊達市」はどちらですか" }).getByRole("button", { name: "北海道伊達市" }).click();
  await expect(sums).toContainText("2 / 3");

  // A measure of the area is tied to one of a town; the tie is one step to undo.
  await section.getByText("広域の施策（0）").click();
  await section.getByRole("button", { name: "広域の施策を追加" }).click();
  await page.keyboard.type("周遊観光");
  await page.keyboard.press("Tab");
  const choice = section.getByRole("combobox", { name: "結びつける市町村の施策を選ぶ" });
  const tied = section.getByRole("row").filter({ hasText: "周遊観光" });
  await choice.selectOption({ index: 1 });
  await expect(tied).toContainText("1自治体");
  await section.getByRole("button", { name: "地域の変更を元に戻す" }).click();
  await expect(tied).toContainText("結びつく施策はまだありません。");
  await section.getByRole("button", { name: "地域の変更をやり直す" }).click();
  await expect(tied).toContainText("北斗市「");
  await expectAccessible(page);

  // Only those of the area are visible.
  await page.getByRole("search").getByLabel("地域").selectOption({ label: "道南" });
  await expect(table.filter({ hasText: "北海道北斗市" })).toBeVisible();
  await expect(table.filter({ hasText: "伊達市" })).toBeVisible();
  await expect(table.filter({ hasText: "北本市" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "道南", exact: true }).getByRole("row").filter({ hasText: "周遊観光" })).toContainText("北斗市「");

  // They are stored on this device.
  await app.open("#/");
  await page.reload();
  await app.ready();
  await page.getByRole("link", { name: "広域で見る" }).click();
  await section.getByRole("heading", { name: "振興局などの地域" }).click();
  await expect(section.getByRole("textbox", { name: "地域の名前" })).toHaveValue("道南");
  await expect(section.getByRole("textbox", { name: /^市町村/ })).toHaveValue("函館市、北斗市、伊達市");
  await expect(section.getByRole("row").filter({ hasText: "周遊観光" })).toContainText("計画が届いていない");
});

test("広域を公表用フォルダにする。見ておくことを読むまで保存できず、ZIPに町の公表内容のページと表が入る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await page.getByRole("link", { name: "広域で見る" }).click();
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles([await of("mihon.json", "みほん町"), await of("mihon.json", "となり町"), await of("kitamoto-2022.json", "北本市")]);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3");
  await page.getByRole("textbox", { name: "広域の名前" }).fill("道南の市町村");
  await page.getByRole("button", { name: "公表する", exact: true }).click();
  const section = page.getByRole("region", { name: "広域の公表" });
  await section.getByLabel("問い合わせ先").fill("地域創生局 011-000-0000");
  await section.getByRole("button", { name: "確かめて、見本を見る" }).click();
  await expect(section.getByRole("listitem").filter({ hasText: "決定していない計画が1件あります（北本市）" })).toBeVisible();
  const shown = page.frameLocator('iframe[title="公表するページの見本"]');
  await expect(shown.getByRole("heading", { level: 1 })).toHaveText("自治体と計画");
  await shown.getByRole("link", { name: "いくつもの自治体にある指標" }).click();
  await shown.getByRole("link", { name: "出生数", exact: true }).click();
  await expect(shown.getByRole("row").filter({ hasText: "となり町" })).toContainText("36人（R6）");
  await expectAccessible(page);
  const write = section.getByRole("button", { name: "公表用フォルダを保存する" });
  await expect(write).toBeDisabled();
  await section.getByRole("checkbox", { name: /確かめました/ }).check();
  const { name, bytes } = await downloaded(page, () => write.click());
  expect(name).toMatch(/^道南の市町村.*公表用.*\.zip$/);
  const files = unpacked(bytes);
  expect(files.get("index.html")?.toString()).toContain("3自治体の3計画");
  expect(files.get("towns.csv")?.toString().trim().split("\r\n")).toHaveLength(4);
  expect([...files.keys()].filter((path) => path.startsWith("indicators/")).length).toBeGreaterThan(20);

  // A prepared folder belongs to these plans: for another list it is prepared again.
  await page.getByRole("button", { name: "となり町を外す" }).click();
  await expect(write).toHaveCount(0);
});
