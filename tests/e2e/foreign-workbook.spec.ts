import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "./app";
import { chooseFile, Home, openPasteTable, Plan } from "./plan";
import { packed } from "./zip";

// Written by LibreOffice: a cover, a table under merged heads with a hidden row, an empty sheet, a hidden one.
const book = (name: string) => ({
  name,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: readFileSync(new URL(`../data/workbooks/${name}`, import.meta.url)),
});

test("はじめにで開いた Excel は、シートを選んで新しい計画の指標になり、古い形式は何をするかが出る", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const home = new Home(page);
  await home.choose(book("town.xls"));
  await expect(home.alert).toContainText("「town.xls」は古い形式（.xls）です。");
  await home.drop(book("town.xlsx"));
  const card = page.getByRole("region", { name: "「town.xlsx」を計画に取り込みます" });
  await expect(card.getByRole("radio", { name: "指標の表として" })).toBeChecked();
  await expect(home.alert).toBeHidden();
  await expectAccessible(page);
  await card.getByRole("button", { name: "新しい計画をつくって取り込む" }).click();
  await page.getByLabel("市町村の名前").fill("ためし町");
  await page.keyboard.press("Enter");

  const dialog = page.getByRole("dialog", { name: "指標の表を貼り付ける" });
  const sheets = dialog.getByRole("group", { name: "「town.xlsx」のどのシートを読み込みますか" });
  await expect(sheets.getByRole("radio")).toHaveCount(3);
  await expect(sheets).toContainText("非表示");
  await sheets.getByRole("radio", { name: /^指標/ }).check();
  await expect(dialog.getByRole("status")).toContainText("4件の指標（4項目）を読み取りました。");
  await expect(dialog.getByRole("row").filter({ hasText: "転入超過数" })).toContainText("△1,234（R5）");
  await dialog.getByRole("checkbox", { name: "非表示の行と列も読み込む" }).check();
  await expect(dialog.getByRole("status")).toContainText("5件の指標（5項目）を読み取りました。");
  await dialog.getByRole("checkbox", { name: "非表示の行と列も読み込む" }).uncheck();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "4件の指標を追加" }).click();
  const plan = new Plan(page);
  await expect(plan.toast).toContainText("4件の指標を追加しました");
  await plan.undoButton.click();
  await expect(plan.undoButton).toBeDisabled();
});

test("Shift_JIS の CSV は指標の表に、シートの多いブックは計画の文章になる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "ためし町総合戦略");
  await page.getByRole("region", { name: "はじめの5つの手順" }).getByRole("button", { name: "前の計画を貼り付ける" }).click();
  let dialog = page.getByRole("dialog", { name: "前の計画から目標・施策・取組・指標を取り込む" });
  await chooseFile(dialog, book("town.xlsx"));
  // Hidden rows and columns are not imported until the user chooses them.
  const sheets = dialog.getByRole("group", { name: "「town.xlsx」から読み込むシート" });
  await expect(sheets.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await expect(dialog.getByRole("textbox")).toHaveValue(/令和6年4月1日[\s\S]*観光入込客数\t人\t272,000/);
  // A title stands over the table, and cells are joined over its rows.
  await chooseFile(dialog, book("outline.xlsx"));
  await expect(sheets).toBeHidden();
  await dialog.getByRole("button", { name: "10件を追加" }).click();
  await expect(plan.toast).toContainText("体系に10件を追加しました。");

  await plan.go("指標");
  dialog = await openPasteTable(page);
  // 指標,目標値 / 出生数,380人
  const buffer = Buffer.from("8e7795572c96da9557926c0d0a8f6f90b690942c333830906c0d0a", "hex");
  await chooseFile(dialog, { name: "指標.csv", mimeType: "text/csv", buffer });
  await expect(dialog.getByRole("textbox", { name: "指標の表" })).toHaveValue("指標,目標値\n出生数,380人\n");
  await expect(dialog.getByRole("status")).toContainText("1件の指標（1項目）を読み取りました。");
});

test("Excel が保存し直した指標の CSV は、Unicode テキストでも同じに読める", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).create("ためし町", "ためし町総合戦略");
  const dialog = await openPasteTable(page);
  const heads = ["コード", "名称", "内訳", "単位", "めざす向き", "数え方", "当初値", "当初値の時点", "R6(2024) 実績", "R7(2025) 目標", "", ""];
  const cells = ["1-1", "出生数", "", "人", "増やす", "その年度", "340人", "R5", "351人", '"1,380人"', "", ""];
  const text = [heads, cells].map((row) => `${row.join("\t")}\r\n`).join("");
  const buffer = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  await chooseFile(dialog, { name: "指標.txt", mimeType: "text/plain", buffer });
  await expect(dialog.getByRole("status")).toContainText("1件の指標（1項目）を読み取りました。");
  const row = dialog.getByRole("row").filter({ hasText: "出生数" });
  await expect(row).toContainText(/340人（R5）.*1,380人.*351人/s);
});

// Makes a workbook of these sheets, each of rows of cells.
function workbook(sheets: Record<string, string[][]>): Buffer {
  const names = Object.keys(sheets);
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = (all: string[][]) => all.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  const parts = names.map((name, at) => [`xl/s${at}.xml`, `<worksheet><sheetData>${rows(sheets[name])}</sheetData></worksheet>`]);
  const list = names.map((name, at) => `<sheet name="${name}" id="r${at}"/>`).join("");
  const relations = names.map((_, at) => `<Relationship Id="r${at}" Type="x/worksheet" Target="s${at}.xml"/>`).join("");
  parts.push(["xl/workbook.xml", `<workbook><sheets>${list}</sheets></workbook>`]);
  parts.push(["xl/_rels/workbook.xml.rels", `<Relationships>${relations}</Relationships>`]);
  return packed(new Map(parts.map(([path, xml]) => [path, Buffer.from(xml)])));
}

test("大きなブックは画面の横で読まれ、読むのをやめられる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "ためし町総合戦略");
  await plan.go("指標");
  const dialog = await openPasteTable(page);
  const numbers = Array.from({ length: 2_000 }, (_, row) => Array.from({ length: 10 }, (_, at) => `${row * at}`));
  const buffer = workbook({ 指標: [["指標", "目標値"], ["出生数", "380人"]], 台帳: numbers });
  const choose = () => chooseFile(dialog, { name: "台帳.xlsx", mimeType: "application/octet-stream", buffer });
  // As long as its code does not come, the worker has not begun.
  let come = () => {};
  const held = new Promise<void>((done) => (come = done));
  await page.route(/worker[^/]*\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await choose();
  await expect(dialog.getByRole("status").first()).toHaveText("「台帳.xlsx」を読んでいます…");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "読むのをやめる" }).click();
  await expect(dialog.getByText("読んでいます")).toBeHidden();
  await choose();
  await expect(dialog.getByRole("button", { name: "読むのをやめる" })).toBeVisible();
  come();
  const sheets = dialog.getByRole("group", { name: "「台帳.xlsx」のどのシートを読み込みますか" });
  await expect(sheets).toContainText("2000行・10列");
  await expect(dialog.getByText("読んでいます")).toBeHidden();
  await sheets.getByRole("radio", { name: /^指標/ }).check();
  await expect(dialog.getByRole("status")).toContainText("1件の指標（1項目）を読み取りました。");
});

test("はじめにで開いたファイルは、一度だけ読まれて計画に入る", { tag: "@folder" }, async ({ app, page }) => {
  // Each read takes the whole file.
  await page.addInitScript(() => {
    const read: number[] = [];
    Object.assign(window, { read });
    const bytes = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function (this: Blob) {
      read.push(this.size);
      return bytes.call(this);
    };
  });
  await app.open();
  const home = new Home(page);
  const file = book("town.xlsx");
  const times = () => page.evaluate<number>(`read.filter((size) => size === ${file.buffer.length}).length`);
  await home.drop(file);
  const card = page.getByRole("region", { name: "「town.xlsx」を計画に取り込みます" });
  await expect.poll(times).toBe(1);
  // The user chooses another kind of reading; the file is not read again.
  await card.getByRole("radio", { name: "計画の文章や体系として" }).check();
  await card.getByRole("radio", { name: "指標の表として" }).check();
  await card.getByRole("button", { name: "新しい計画をつくって取り込む" }).click();
  await page.getByLabel("市町村の名前").fill("ためし町");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "指標の表を貼り付ける" });
  await dialog.getByRole("radio", { name: /^指標/ }).check();
  await expect(dialog.getByRole("status")).toContainText("4件の指標（4項目）を読み取りました。");
  expect(await times()).toBe(1);
});
