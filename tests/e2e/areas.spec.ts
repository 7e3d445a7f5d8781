import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./app";

const SAMPLES = join(import.meta.dirname, "../../public/samples");

// A plan of a sample under the name of another town, without its code.
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

  // Typed: a name that means none, and one of two municipalities, are told.
  await section.getByRole("button", { name: "地域を加える" }).click();
  await section.getByRole("textbox", { name: "地域の名前" }).fill("道南");
  const towns = section.getByRole("textbox", { name: /^市町村/ });
  await towns.fill("函館市、北斗市、伊達市、みほん町");
  await towns.blur();
  await expect(section.getByText("市町村の一覧にない名前：みほん町")).toBeVisible();
  await expect(section.getByText("都道府県名をつけてください：伊達市", { exact: false })).toBeVisible();
  await towns.fill("函館市、北斗市、北海道伊達市");
  await towns.blur();
  await expect(towns).toHaveValue("函館市、北斗市、伊達市");

  // The plan of 伊達市 is of one of two: asked.
  const sums = section.getByRole("row").filter({ hasText: "道南" });
  await expect(sums).toContainText("1 / 3");
  await section.getByRole("listitem").filter({ hasText: "計画の「伊達市」はどちらですか" }).getByRole("button", { name: "北海道伊達市" }).click();
  await expect(sums).toContainText("2 / 3");
  await expectAccessible(page);

  // In sight are those of the area.
  await page.getByRole("search").getByLabel("地域").selectOption({ label: "道南" });
  await expect(table.filter({ hasText: "北海道北斗市" })).toBeVisible();
  await expect(table.filter({ hasText: "伊達市" })).toBeVisible();
  await expect(table.filter({ hasText: "北本市" })).toHaveCount(0);

  // Kept on this device.
  await app.open("#/");
  await page.reload();
  await app.ready();
  await page.getByRole("link", { name: "広域で見る" }).click();
  await section.getByRole("heading", { name: "振興局などの地域" }).click();
  await expect(section.getByRole("textbox", { name: "地域の名前" })).toHaveValue("道南");
  await expect(section.getByRole("textbox", { name: /^市町村/ })).toHaveValue("函館市、北斗市、伊達市");
});
