import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

const SAMPLES = join(import.meta.dirname, "../../public/samples");

test("都道府県が提出依頼を保存し、町が2つの操作で回答し、提出状況に足りないものまで出る", async ({ app, page }) => {
  const plan = await openSample(app, "北本市");
  await plan.saved();
  const kitamoto = JSON.parse(await readFile(join(SAMPLES, "kitamoto-2022.json"), "utf8"));
  const own = kitamoto.indicators[0] as { name: string; unit: string };

  // The prefecture: recipients, indicators, deadline.
  await app.open();
  await page.getByRole("link", { name: "広域で見る" }).click();
  await page.getByLabel("広域の名前").fill("埼玉県");
  await page.getByLabel("広域の名前").press("Enter");
  const section = page.getByRole("region", { name: "提出依頼と提出状況" });
  await section.getByRole("heading", { name: "提出依頼と提出状況" }).click();
  await section.getByLabel("都道府県").selectOption("埼玉県");
  await expect(section.getByText("63自治体：提出済み0、一部不足0、未提出63")).toBeVisible();
  await section.getByText("提出依頼の内容").click();
  await section.getByLabel("締切").fill("2026-12-20");
  await section.getByLabel("提出先").fill("keikaku@example.lg.jp");
  await section.getByLabel("依頼する指標").fill(`${own.name}（${own.unit}）\nどこにもない指標（人）`);
  await section.getByLabel("提出先").focus();
  const requested = page.waitForEvent("download");
  await section.getByRole("button", { name: "提出依頼ファイルを保存" }).click();
  const request = await (await requested).path();
  await expectAccessible(page);

  // The town opens the request and saves its answer.
  await app.open();
  await page.getByLabel("ファイルを開く").setInputFiles({ name: "提出依頼.json", mimeType: "application/json", buffer: await readFile(request) });
  const card = page.getByRole("region", { name: "「提出依頼.json」は提出依頼です" });
  await expect(card).toContainText("依頼元：埼玉県");
  await expect(card).toContainText("締切：令和8年12月20日");
  await expect(card).toContainText("依頼された指標2件のうち1件に回答できます。");
  await expect(card).toContainText("指標なし：どこにもない指標（人）");
  await expectAccessible(page);
  const answered = page.waitForEvent("download");
  await card.getByRole("button", { name: "回答ファイルを保存" }).click();
  const answer = await readFile(await (await answered).path());
  await expect(card.getByRole("status")).toContainText("提出先へ送ってください。");

  // The list as it was left, with the answer; a second submission is the same.
  await page.getByRole("link", { name: "広域で見る" }).click();
  const file = { name: "北本市_回答.json", mimeType: "application/json", buffer: answer };
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles(file);
  await section.getByRole("heading", { name: "提出依頼と提出状況" }).click();
  await expect(section.getByText("63自治体：提出済み0、一部不足1、未提出62")).toBeVisible();
  const row = section.getByRole("row").filter({ hasText: "北本市" });
  await expect(row).toContainText("一部不足");
  await expect(row).toContainText("指標なし：どこにもない指標（人）");
  const csv = page.waitForEvent("download");
  await section.getByRole("button", { name: "「提出状況」をCSVで保存" }).click();
  const text = await readFile(await (await csv).path(), "utf8");
  expect(text.split("\n").filter((line) => line.includes("未提出"))).toHaveLength(62);
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles(file);
  await expect(page.getByText("すでにあります")).toBeVisible();
  await expectAccessible(page);
});
