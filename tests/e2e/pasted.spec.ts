import { expect, expectAccessible, test } from "./app";
import { chooseFile, Home, jsonFile, openPasteTable, openSample } from "./plan";

// A table of a town whose heads are in no dictionary.
const UNKNOWN = "町の姿\t出だし\tむかう先\tひとこと\n朝市の出店者\t62人\t70人\tよい\n見守り協定の数\t28件\t32件\tまあまあ\n";

test("知らない見出しの表は、列の意味をキーで選ぶと読め、一度で戻せ、次からは覚えている", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const home = new Home(page);
  const plan = await home.sample("みほん町");
  const before = await plan.export();
  let dialog = await openPasteTable(page);
  const text = dialog.getByRole("textbox", { name: "指標の表" });
  await expect(text).toBeFocused();
  await text.fill(UNKNOWN);
  await expect(dialog.getByRole("status")).toContainText("下の「列の意味」で、指標名・当初値・目標値の列を選んでください");
  await expect(dialog.getByRole("button", { name: "0件の指標を追加" })).toBeDisabled();

  // By keyboard alone: to the heading of the columns, the line of heads, and the choices.
  const choice = (head: string) => dialog.getByRole("combobox", { name: `${head}の意味` });
  await text.press("Tab");
  await expect(dialog.getByText(/^列の意味（4列、うち\d列は確認が必要）$/)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("combobox", { name: "見出しの行" })).toBeFocused();
  for (const [head, steps, value] of [["町の姿", 1, "name"], ["出だし", 5, "baseline"], ["むかう先", 7, "target"]] as const) {
    await page.keyboard.press("Tab");
    await expect(choice(head)).toBeFocused();
    for (let step = 0; step < steps; step++) {
      const before = await choice(head).inputValue();
      await page.keyboard.press("ArrowDown");
      await expect(choice(head)).not.toHaveValue(before);
      await expect(choice(head)).toBeFocused();
    }
    await expect(choice(head)).toHaveValue(value);
    await expect(choice(head)).toBeFocused();
    // Once named, they are shown; while a column is only guessed, none is chosen.
    if (head === "町の姿") {
      await expect(dialog.getByRole("status")).toContainText("2件は確認が必要なため、選んでいません。");
      await expect(dialog.getByRole("checkbox", { name: "「朝市の出店者」を追加" })).not.toBeChecked();
    }
  }
  await expect(dialog.getByRole("checkbox", { name: "「朝市の出店者」を追加" })).toBeChecked();
  await expect(dialog.getByRole("table", { name: "読み取った指標" }).getByRole("row").nth(1)).toContainText(/朝市の出店者.*ひとこと：よい.*62人.*70人/s);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "2件の指標を追加" }).click();
  await expect(dialog).toBeHidden();
  await expect(plan.toast).toContainText("2件の指標を追加しました");
  await plan.undoButton.click();
  await expect(plan.undoButton).toBeDisabled();
  await plan.expectFile(before);

  // The next table of a town with these heads is read at once, also after a reload.
  await page.reload();
  // Its cover has an undo button, too: wait until the plan is open.
  await expect(plan.truth).toBeVisible();
  dialog = await openPasteTable(page);
  await dialog.getByRole("textbox", { name: "指標の表" }).fill("町の姿\t出だし\tむかう先\n見守りの協力者\t214人\t260人\n");
  await expect(dialog.getByRole("checkbox", { name: "「見守りの協力者」を追加" })).toBeChecked();
  await dialog.getByText("列の意味（3列）").click();
  await expect(choice("むかう先")).toHaveValue("target");
});

// A browser inserts a text line by line if it was not pasted but filled in: each line triggered a new reading of all
// lines before it.
test("千行の表は、すぐに読み取りを見せ、行を選び直して一度に追加でき、一度で戻せる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const before = await plan.export();
  const dialog = await openPasteTable(page);
  const rows = Array.from({ length: 1000 }, (_, n) => `見守り${n + 1}\t${n}人\t${n + 10}人`);
  const text = dialog.getByRole("textbox", { name: "指標の表" });
  await text.fill(["指標\t当初値（R2）\t目標値（R7）", ...rows].join("\n"));
  await expect(dialog.getByRole("status")).toContainText("1000件の指標（1000項目）を読み取りました。");
  const box = (n: number) => dialog.getByRole("checkbox", { name: `「見守り${n}」を追加` });
  await box(2).uncheck();
  await expect(dialog.getByRole("button", { name: "999件の指標を追加" })).toBeEnabled();
  // Two hundred are shown, the rest on request.
  for (const left of [800, 600, 400, 200]) await dialog.getByRole("button", { name: `続きを表示（残り${left}件）` }).click();
  await expect(box(1000)).toBeChecked();
  // A row that was read before keeps its tick.
  await text.press("Control+End");
  await page.keyboard.insertText("\n見守り1001\t5人\t6人");
  await expect(dialog.getByRole("button", { name: "1000件の指標を追加" })).toBeEnabled();
  await dialog.getByRole("button", { name: "続きを表示（残り1件）" }).click();
  await expect(box(1001)).toBeChecked();
  await expect(box(2)).not.toBeChecked();
  await dialog.getByRole("button", { name: "1000件の指標を追加" }).click();
  await expect(dialog).toBeHidden();
  await expect(plan.toast).toContainText("1000件の指標を追加しました");
  await plan.undoButton.click();
  await expect(plan.undoButton).toBeDisabled();
  await plan.expectFile(before);
});

test("長い表は、はじめだけを欄に見せ、全部を読み、消して貼り直せる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("みほん町");
  const dialog = await openPasteTable(page);
  const rows = Array.from({ length: 4000 }, (_, n) => `見守り${n + 1},${n},${n + 10}`);
  await chooseFile(dialog, jsonFile("見守り.csv", ["指標,当初値（R2）,目標値（R7）", ...rows].join("\n")));
  await expect(dialog.getByRole("status")).toContainText("4000件の指標");
  const text = dialog.getByRole("textbox", { name: "指標の表" });
  await expect(text).toHaveJSProperty("readOnly", true);
  expect((await text.inputValue()).length).toBeLessThan(51_000);
  await expect(dialog).toContainText("全部で4001行を読みます。");
  await dialog.getByRole("button", { name: "消して、ほかを貼り付ける" }).click();
  await expect(text).toHaveValue("");
  await text.fill("指標,当初値,目標値\n朝市の出店者,62,70\n");
  await expect(dialog.getByRole("button", { name: "1件の指標を追加" })).toBeEnabled();
});

test("CSVの表も貼り付けられ、確かでない指標には、そのわけが書いてある", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("みほん町");
  const dialog = await openPasteTable(page);
  const text = dialog.getByRole("textbox", { name: "指標の表" });
  await text.fill('指標名,単位,基準値(R2),目標値(R7)\n観光消費額,百万円,"1,204","1,500"\n満足度,％,かなり高い,80\n宿泊者数,人,"2,130","250,000"\n');
  const row = (name: string) => dialog.getByRole("row").filter({ hasText: name });
  await expect(dialog.getByRole("checkbox", { name: "「観光消費額」を追加" })).toBeChecked();
  await expect(row("満足度")).toContainText("数として読めない欄あり");
  await expect(row("宿泊者数")).toContainText("当初値と目標値の桁が違う");
  await expect(dialog.getByRole("button", { name: "1件の指標を追加" })).toBeEnabled();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(row("観光消費額")).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});

test("表のファイルを開くと、どの計画に取り込むかを聞き、やめれば何もしない", async ({ app, page }) => {
  await app.open();
  const home = new Home(page);
  await home.choose(jsonFile("指標.csv", "指標,当初値,目標値\n出生数,340,380\n"));
  const card = page.getByRole("region", { name: "「指標.csv」を計画に取り込みます" });
  await card.getByRole("button", { name: "取り込まない" }).click();
  await expect(card).toBeHidden();
});
