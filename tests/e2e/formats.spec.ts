import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { expect, expectAccessible, test } from "./app";
import { largeStrategy } from "./large";
import { Home } from "./plan";
import { unpacked } from "./zip";

test("ほかの形式で保存: WordやExcelにすると、何が入らないかが先に言われ、見出しや指標の表が入る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("みほん町");
  // A search for Excel finds the command, in any spelling.
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "検索・操作" }).getByRole("combobox").fill("ｅｘｃｅｌ");
  await page.getByRole("option", { name: /^ほかの形式で保存/ }).click();
  const dialog = page.getByRole("dialog", { name: "ほかの形式で保存" });
  await expect(dialog.getByRole("radio", { name: /Word：計画書/ })).toBeChecked();
  await expect(dialog).toContainText("入らないもの");
  await expectAccessible(page);
  const written = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "ファイルに保存する" }).click();
  const document = await written;
  expect(document.suggestedFilename()).toMatch(/^みほん町.*計画書.*\.docx$/);
  const body = String(unpacked(await readFile(await document.path())).get("word/document.xml"));
  expect(body).toContain('<w:pStyle w:val="Heading1"/>');
  await dialog.getByRole("radio", { name: /Excelブック/ }).check();

  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "ファイルに保存する" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^みほん町.*\.xlsx$/);
  await expect(dialog.getByRole("status")).toContainText(".xlsx");
  const parts = unpacked(await readFile(await file.path()));
  expect(String(parts.get("xl/workbook.xml"))).toContain("指標一覧");

  // Before saving, nothing is said about another format.
  await dialog.getByRole("radio", { name: /みちしるべのファイル/ }).check();
  const ours = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "ファイルに保存する" }).click();
  expect((await ours).suggestedFilename()).toMatch(/\.json$/);
  await expect(dialog.getByRole("status")).toBeEmpty();

  await dialog.getByRole("radio", { name: /予算と決算のCSV/ }).check();
  const table = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "ファイルに保存する" }).click();
  expect((await table).suggestedFilename()).toMatch(/\.csv$/);
});

test("ほかの形式で保存: 大きな計画は、画面の横で書き出され、進みぐあいが見え、やめられる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).choose({ name: "large.json", mimeType: "application/json", buffer: Buffer.from(largeStrategy(4000)) });
  await page.getByRole("status", { name: "保存の状況" }).getByRole("button").click();
  await page.getByRole("dialog", { name: "保存の状況" }).getByRole("button", { name: "ほかの形式で保存" }).click();
  const dialog = page.getByRole("dialog", { name: "ほかの形式で保存" });
  await dialog.getByRole("radio", { name: /Excelブック/ }).check();
  const save = dialog.getByRole("button", { name: "ファイルに保存する" });
  await save.click();
  await expect(dialog.getByRole("status")).toContainText("書き出しています");
  await dialog.getByRole("button", { name: "やめる" }).click();
  await expect(save).toBeEnabled();
  const saved = page.waitForEvent("download");
  await save.click();
  const parts = unpacked(await readFile(await (await saved).path()));
  expect(String(parts.get("xl/workbook.xml"))).toContain("指標一覧");
});

const data = (name: string) => join(import.meta.dirname, "../data/stratml", name);
// Written by the native tests, for every sample.
const written = join(import.meta.dirname, "../../target/tmp/stratml");

async function faults(xml: string, part: 1 | 2) {
  const schema = await readFile(data(`part-${part}.xsd`), "utf8");
  const { errors } = await validateXML({ xml: [{ fileName: "plan.xml", contents: xml }], schema: [schema] });
  return errors.map((error) => error.message);
}

test("StratML: 見本のどれも規格の形で、書き出したものを開けば計画にもどり、何が入らないかが言われる", { tag: "@folder" }, async ({ app, page }) => {
  const names = (await readdir(written)).filter((name) => name.endsWith(".xml"));
  expect(names.length).toBeGreaterThanOrEqual(12);
  for (const name of names) {
    expect(await faults(await readFile(join(written, name), "utf8"), name.endsWith("-1.xml") ? 1 : 2), name).toEqual([]);
  }
  expect(await faults("<StrategicPlan/>", 1), "何でも通るのではない").not.toEqual([]);

  await app.open();
  await new Home(page).sample("みほん町");
  await page.getByRole("status", { name: "保存の状況" }).getByRole("button").click();
  await page.getByRole("dialog", { name: "保存の状況" }).getByRole("button", { name: "ほかの形式で保存" }).click();
  const dialog = page.getByRole("dialog", { name: "ほかの形式で保存" });
  await dialog.getByRole("radio", { name: /StratML 第2部/ }).check();
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "ファイルに保存する" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^みほん町.*\.xml$/);
  const xml = await readFile(await file.path(), "utf8");
  expect(await faults(xml, 2)).toEqual([]);

  // For a plan of another program, the parts left out are listed.
  const foreign = xml.replace("</Organization>", "</Organization><Organization><Name>となり町</Name></Organization>");
  await app.open();
  const home = new Home(page);
  const named = (name: string, text: string) => ({ name, mimeType: "application/xml", buffer: Buffer.from(text) });
  await home.choose(named("broken.xml", xml.slice(0, 3000)));
  await expect(home.alert).toContainText(/broken\.xml[\s\S]*行目/);
  await home.choose(named("plan.xml", foreign));
  // The plan it was made from is on this device.
  await page.getByRole("dialog").getByRole("button", { name: "別の計画として開く" }).click();
  await expect(page.getByText("取り込まなかったもの：Organization 1")).toBeVisible();
  await expect(page.getByText("海と里のしごとを育て、働き続けられる町をつくる").first()).toBeVisible();
  // A large file is read in a worker, and the user can cancel it.
  const goals = Array.from({ length: 12_000 }, (_, at) => `<Goal><Name>目標${at}</Name><Objective><Name>施策${at}</Name></Objective></Goal>`);
  const large = xml.replace(/<Goal[\s\S]*<\/Goal>/, goals.join(""));
  await app.open();
  await home.choose(named("large.xml", large));
  await page.getByRole("button", { name: "読むのをやめる" }).click();
  await expect(page.getByText("「large.xml」を読んでいます")).toBeHidden();
  await home.choose(named("large.xml", large));
  await expect(page.getByText("「large.xml」を読んでいます")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "別の計画として開く" }).click();
  await expect(page.locator("header.bar")).toContainText("総合戦略");
  // A long name of the plan leaves space for the elements beside it.
  const bar = page.locator("header.bar");
  const longest = xml.replace(/<Name>/, `<Name>${"長い名前の".repeat(20)}`);
  await app.open();
  await home.choose(named("long.xml", longest));
  await expect(bar).toContainText("長い名前の");
  for (const width of [1280, 1024, 700]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => bar.evaluate((one) => one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth), `${width}`).toBe(true);
  }
});
