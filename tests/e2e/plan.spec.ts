import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { openSample, paste, type Plan } from "./plan";

// Opens 実施計画 or 評価 with the sheet of one measure.
async function openSheet(page: Page, plan: Plan, name: string, measure: string): Promise<Locator> {
  await plan.go(name);
  const list = page.getByRole("navigation", { name: "施策", exact: true });
  await list.getByRole("link", { name: new RegExp(measure) }).click();
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toContainText(measure);
  return page.getByRole("article");
}

// A cell of money, by the work and the year.
const budget = (sheet: Locator, work: string, year: string) => sheet.getByRole("textbox", { name: `${work} ${year}の予算額`, exact: true });

async function copied(cell: Locator): Promise<string> {
  return cell.evaluate((input) => {
    const clipboardData = new DataTransfer();
    input.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
}

test("全事業の表は、事業を印で絞り、金額の順に並べ、施策のシートへ導き、もとのない再掲の額を言う", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北斗市 実施計画", "実施計画");
  await expect(page.getByRole("group", { name: "計と純計" }).first()).toContainText("純計489,010千円のうち118,176千円（");
  await page.getByText("全事業の表", { exact: true }).first().click();
  const works = page.getByRole("region", { name: "全事業の表" }).first();
  const table = works.getByRole("grid", { name: "全事業の表" });
  // A long table draws only the visible rows; it reports their number.
  const count = async () => Number(await table.getAttribute("aria-rowcount"));
  await expect.poll(count).toBeGreaterThan(50);
  const all = await still(page, count);
  await works.getByLabel("並び順").selectOption({ label: "R6 予算額の大きい順" });
  const amounts = async () =>
    Promise.all((await table.getByRole("textbox", { name: /令和6年度の予算額$/ }).all()).map(async (field) => Number((await field.inputValue()).replace(/\D/g, ""))));
  await expect.poll(async () => (await amounts()).slice(0, 3).every((amount, at, first) => at === 0 || first[at - 1] >= amount)).toBe(true);
  await expect.poll(async () => (await amounts())[0]).toBeGreaterThan(100_000);
  // The heads set the order, too: both ways, then the reading order of the plan.
  const head = table.getByRole("columnheader", { name: /R6 予算額/ });
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(works.getByLabel("並び順").locator("option:checked")).toHaveText("R6 予算額の小さい順");
  await head.getByRole("button").click();
  await expect(works.getByLabel("並び順").locator("option:checked")).toHaveText("計画の順");
  await works.getByRole("button", { name: "再掲", exact: true }).click();
  await expect.poll(count).toBeLessThan(all);
  const link = table.getByRole("link").first();
  const name = await still(page, () => link.innerText());
  await link.click();
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toContainText(name.replace(/^\S+\s+/, ""));
});

test("Excel の表を金額の欄に貼り付ける: 読めないものは文字のまま残り、一度で元に戻る", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const sheet = await openSheet(page, plan, "実施計画", "創業・事業承継");
  const before = await plan.export();
  const cell = (work: string, year: string) => budget(sheet, work, year);
  await paste(cell("創業・第二創業支援補助金", "令和7年度"), "5,100\t1,234千円\t未定\r\n△300\t-\t2億円\r\n");
  await expect(sheet.getByRole("status")).toHaveText("5か所に貼り付けました。1か所は金額として読めず、文字のまま欄に残しました（要確認）。");
  await expect(cell("創業・第二創業支援補助金", "令和7年度")).toHaveValue("5,100");
  await expect(cell("創業・第二創業支援補助金", "令和8年度")).toHaveValue("1,234");
  await expect(cell("創業・第二創業支援補助金", "令和9年度")).toHaveValue("未定");
  await expect(cell("創業・第二創業支援補助金", "令和9年度")).toHaveAttribute("aria-invalid", "true");
  await expect(sheet.getByRole("alert")).toContainText("「未定」は金額として読めません");
  await expect(cell("事業承継マッチング事業", "令和7年度")).toHaveValue("△300");
  await expect(sheet.getByText("マイナスの額です")).toBeVisible();
  await expect(cell("事業承継マッチング事業", "令和8年度")).toHaveValue("-");
  await expect(cell("事業承継マッチング事業", "令和9年度")).toHaveValue("200,000");
  await expectAccessible(page);
  await plan.undoButton.click();
  await expect(plan.undoButton).toBeDisabled();
  await plan.expectFile(before);
  // A text that could not be read never enters the plan; it stays in its cell until it is corrected.
  await expect(cell("創業・第二創業支援補助金", "令和9年度")).toHaveValue("未定");
  await cell("創業・第二創業支援補助金", "令和9年度").press("Escape");
  await expect(sheet.getByRole("alert")).toHaveCount(0);
});

test("行の足りない貼り付けは、事業を追加するか尋ね、追加しなければ入らなかったものを言う", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const sheet = await openSheet(page, plan, "実施計画", "創業・事業承継");
  const block = "10\t20\n30\t\n";
  const asked = page.getByRole("dialog", { name: "下に行を追加しますか" });
  const lines = sheet.getByRole("list", { name: "計画の事業" }).getByRole("listitem");
  const count = await still(page, () => lines.count());
  await paste(budget(sheet, "みほん地域ポイント事業", "令和9年度"), block);
  await expect(asked).toContainText("この表より1行長いです");
  await expectAccessible(page);
  await asked.getByRole("button", { name: "今ある行にだけ貼り付ける" }).click();
  await expect(sheet.getByRole("status")).toContainText("1か所に貼り付けました。");
  await expect(sheet.getByRole("status")).toContainText("2か所は、行や年度の欄が足りないので入れていません（「20」「30」）");
  await expect(budget(sheet, "みほん地域ポイント事業", "令和9年度")).toHaveValue("10");
  // Together with the row, in one step.
  await plan.undoButton.click();
  await paste(budget(sheet, "みほん地域ポイント事業", "令和9年度"), block);
  await asked.getByRole("button", { name: "1件追加して貼り付ける" }).click();
  await expect(sheet.getByRole("status")).toContainText("2か所に貼り付けました。");
  await expect(sheet.getByRole("status")).toContainText("事業を1件追加しました。");
  await expect(lines).toHaveCount(count + 1);
  await expect(lines.last().getByRole("textbox", { name: /令和9年度の予算額$/ })).toHaveValue("30");
  await plan.undoButton.click();
  await expect(lines).toHaveCount(count);
});

test("金額の欄は Excel のように動き、選び、写し、下へコピーし、消す", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const sheet = await openSheet(page, plan, "実施計画", "創業・事業承継");
  const first = budget(sheet, "創業・第二創業支援補助金", "令和7年度");
  const below = budget(sheet, "事業承継マッチング事業", "令和7年度");
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await expect(budget(sheet, "創業・第二創業支援補助金", "令和8年度")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(budget(sheet, "事業承継マッチング事業", "令和8年度")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(below).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  // In the text the arrow keys belong to the text.
  await page.keyboard.press("F2");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect(first).toBeFocused();
  await page.keyboard.press("Backspace");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(first).toHaveValue("4,509");
  await expect(below).toBeFocused();
  await plan.undoButton.click();
  await expect(first).toHaveValue("4,500");

  await first.focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => copied(first)).toBe("4,500\t4,500\r\n1,500\t1,500");
  await page.keyboard.press("Control+d");
  await expect(sheet.getByRole("status")).toHaveText("2か所へ下にコピーしました。");
  await expect(below).toHaveValue("4,500");
  await plan.undoButton.click();
  await expect(below).toHaveValue("1,500");

  // Ctrl+R fills to the right; the browser never reloads the page.
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await first.focus();
  await page.keyboard.type("4700");
  await page.keyboard.press("Enter");
  await expect(below).toBeFocused();
  await first.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+r");
  await expect(budget(sheet, "創業・第二創業支援補助金", "令和8年度")).toHaveValue("4,700");
  expect(await page.evaluate(() => "stayed" in window)).toBe(true);
  await plan.undoButton.click();
  await plan.undoButton.click();
  await expect(first).toHaveValue("4,500");

  await first.focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Delete");
  await expect(first).toHaveValue("");
  await expect(below).toHaveValue("");
  await plan.undoButton.click();
  await expect(first).toHaveValue("4,500");
  await expect(below).toHaveValue("1,500");
});

test("金額の欄を何度クリックしても、打った数は途中に入らず、置きかわる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const sheet = await openSheet(page, plan, "実施計画", "創業・事業承継");
  const cell = budget(sheet, "創業・第二創業支援補助金", "令和7年度");
  const { width, height } = (await still(page, () => cell.boundingBox()))!;
  for (const part of [0.9, 0.5, 0.75]) {
    // At different places, so that it is not a double click.
    await cell.click({ position: { x: width * part, y: height / 2 } });
  }
  await expect(cell).toBeFocused();
  await page.keyboard.type("5");
  await expect(cell).toHaveValue("5");
  await page.keyboard.press("Escape");
  await expect(cell).toHaveValue("4,500");
  // A double click enters the text.
  await cell.dblclick();
  await page.keyboard.type("5");
  await expect(cell).toHaveValue("4,5005");
  await page.keyboard.press("Escape");
});

test("読めない金額のわけは行の幅いっぱいに出て、前の言葉は残らない", { tag: "@folder" }, async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const plan = await openSample(app, "みほん町");
  const sheet = await openSheet(page, plan, "実施計画", "創業・事業承継");
  const cell = budget(sheet, "創業・第二創業支援補助金", "令和7年度");
  await paste(cell, "5,100\t5,200\r\n1,600\t1,700");
  await expect(sheet.getByRole("status")).toHaveText("4か所に貼り付けました。");
  const line = sheet.getByRole("listitem", { name: "創業・第二創業支援補助金" });
  const tall = (await still(page, () => line.boundingBox()))!.height;
  await cell.fill("二千三百");
  await cell.press("Tab");
  const why = sheet.getByRole("alert");
  await expect(why).toContainText("「二千三百」は金額として読めません");
  await expect(sheet.getByText("4か所に貼り付けました。")).toHaveCount(0);
  await expect(async () => {
    const [grown, said] = [(await line.boundingBox())!, (await why.boundingBox())!];
    expect(grown.height - tall, "行の高さの増え").toBeLessThan(60);
    expect(said.width, "わけの幅").toBeGreaterThan(grown.width * 0.8);
  }).toPass();
});

// Possible typing errors: each is reported in words, and nothing is lost.
test("誤った金額と、合わない計と、もとの消えた再掲は、ことばで言われ、何も失われない", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北斗市 実施計画");
  const sheet = await openSheet(page, plan, "実施計画", "町内会等への加入促進");
  const cell = budget(sheet, "町会連合会補助金", "令和6年度");

  await cell.fill("二千三百");
  await cell.press("Enter");
  await expect(sheet.getByRole("alert")).toContainText("「二千三百」は金額として読めません");
  await expect(cell).toHaveValue("二千三百");
  await plan.go("体系");
  await openSheet(page, plan, "実施計画", "町内会等への加入促進");
  await expect(cell, "ほかの画面から戻っても残る").toHaveValue("二千三百");

  await cell.fill("1,234千円");
  await cell.press("Enter");
  await expect(cell).toHaveValue("1,234");
  await expect(sheet.getByRole("alert")).toHaveCount(0);
  const total = sheet.getByRole("group", { name: "計と純計" });
  await expect(total).toContainText("不一致：原資料 2,300、計算 1,234（差 1,066）");
  await plan.go("印刷");
  await page.getByLabel("印刷するもの").selectOption("実施計画");
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText("原資料の計 2,300 と不一致");
  await openSheet(page, plan, "実施計画", "町内会等への加入促進");
  await cell.fill("-500");
  await cell.press("Enter");
  await expect(cell).toHaveValue("△500");
  await expect(sheet.getByText("マイナスの額です")).toBeVisible();
  await plan.undoButton.click();
  await plan.undoButton.click();
  await expect(cell).toHaveValue("2,300");
  await expect(total).toContainText("原資料の計と一致");
});

test("再掲のもとの事業を消しても、行と金額は残り、ここで数えると言う", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北斗市 実施計画");
  const before = await plan.export();
  const sheet = await openSheet(page, plan, "実施計画", "市民協働の推進と市民満足度の向上");
  const work = "地域協働事業対策補助金";
  const line = sheet.getByRole("listitem", { name: work });
  await expect(line).toContainText("もと：");
  await line.getByText("もと：").getByRole("link").click();
  const original = page.getByRole("article");
  await expect(original.getByRole("heading", { level: 2 })).toContainText("地域コミュニティ活動の推進");
  const amount = await budget(original, work, "令和6年度").inputValue();

  await plan.go("体系");
  await page.getByRole("button", { name: new RegExp(`${work}.*の操作`) }).first().click();
  await page.getByRole("menuitem", { name: "削除" }).click();
  await openSheet(page, plan, "実施計画", "市民協働の推進と市民満足度の向上");
  await expect(line).toContainText("ここで1回数えます");
  await expect(budget(sheet, work, "令和6年度")).toHaveValue(amount);
  await plan.undoAll();
  await plan.expectFile(before);
});
