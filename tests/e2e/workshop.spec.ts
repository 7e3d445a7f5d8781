import type { Locator, Page } from "@playwright/test";
import { App, expect, expectAccessible, test } from "./app";
import { downloaded, Home, jsonFile, type Plan } from "./plan";
import { isTable, part, say } from "./talk";

// Opens the file of a table on a device of its own, enters ideas and votes by keyboard, and returns its file.
async function atTable(app: App, page: Page, file: Buffer, name: string, ideas: number, votes: number) {
  await app.open();
  const home = new Home(page);
  await home.choose(jsonFile(`${name}.json`, file));
  await home.opened();
  const main = page.getByRole("main");
  await isTable(page, name);
  await guess(page);
  await say(page, name, ideas);
  await part(page, "選ぶ");
  for (let n = 0; n < votes; n++) {
    const more = main.getByRole("button", { name: `「${name}の考え${(n % ideas) + 1}」を増やす` });
    for (let dot = 0; dot < 3; dot++) await more.press("Enter");
    await expect(more).toBeDisabled();
    await main.getByRole("button", { name: "この内容で投票する" }).press("Enter");
    await expect(main.getByText(`n = ${n + 1}人`, { exact: true })).toBeVisible();
  }
  await expect(main.getByText("結果は、進行役が開くまで見えません", { exact: false })).toBeVisible();
  return (await downloaded(page, () => main.getByRole("button", { name: "テーブルのファイルを保存" }).press("Enter"))).bytes;
}

// The first number: drawn by keyboard, one line for the next person, one with the answer and the reason for the
// difference.
async function guess(page: Page) {
  const main = page.getByRole("main");
  const field = main.getByRole("slider");
  await field.press("End");
  await expect(field).toHaveAttribute("aria-valuetext", /まだえがいていません/);
  await field.press("PageUp");
  await expect(field).toHaveAttribute("aria-valuetext", /約[\d,]+/);
  await main.getByRole("button", { name: "しまって、次の人がえがく" }).press("Enter");
  await expect(field).toHaveAttribute("aria-valuetext", /まだえがいていません/);
  await field.press("End");
  await field.press("ArrowDown");
  await main.getByRole("button", { name: "答えを見る", exact: true }).press("Enter");
  const came = main.getByRole("region", { name: /でした。$/ });
  await expect(came.getByRole("status")).toContainText("予想は2本です。");
  await came.getByRole("textbox").fill("仕事が増えたから");
  await came.getByRole("textbox").press("Enter");
  await expect(came.getByRole("listitem").filter({ hasText: "仕事が増えたから" })).toBeVisible();
  await expectAccessible(page);
}

// The parts of a table's file that the tests change.
interface TableFile {
  town: { name: string };
  sessions: Record<string, unknown>[];
  ideas?: Record<string, unknown>[];
}

function changed(file: Buffer, change: (file: TableFile) => object): Buffer {
  return Buffer.from(JSON.stringify(change(JSON.parse(file.toString()))));
}

async function gather(page: Page, files: ReturnType<typeof jsonFile>[]) {
  await page.getByLabel("ファイルを選ぶ").setInputFiles(files);
}

const count = (region: Locator) => region.getByRole("row").last().getByRole("cell").first();

test("会を準備し、テーブルと紙の意見を集め、選び、答えて、印刷まで、キーだけで行える", { tag: "@folder" }, async ({ app, page, browser }) => {
  await app.open();
  const plan: Plan = await new Home(page).sample("みほん町");
  await plan.go("対話");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "対話の会をつくる" }).press("Enter");
  await expect(main.getByRole("heading", { name: /^1\/4/ })).toBeFocused();

  // Four steps, filled in.
  await expect(plan.field("会の名称")).toHaveValue("まちのこれからを話す会");
  for (const step of ["2/4", "3/4", "4/4"]) {
    await main.getByRole("button", { name: "次へ" }).press("Enter");
    await expect(main.getByRole("heading", { name: new RegExp(`^${step}`) })).toBeVisible();
  }
  await expectAccessible(page);
  const files = new Map<string, Buffer>();
  for (const name of ["A", "B", "C"]) {
    const file = await downloaded(page, () => main.getByRole("button", { name: `テーブル${name}のファイル` }).press("Enter"));
    files.set(name, file.bytes);
  }

  // Each table on a device of its own.
  const brought = [];
  for (const [name, ideas, votes] of [["A", 4, 3], ["B", 3, 2]] as const) {
    const context = await browser.newContext({ locale: "ja-JP", timezoneId: "Asia/Tokyo" });
    const other = await context.newPage();
    const bytes = await atTable(new App(other, app.address), other, files.get(name) as Buffer, name, ideas, votes);
    brought.push(jsonFile(`卓${name}.json`, bytes));
    await context.close();
  }

  // Many notes from paper: twenty, each with a sticker.
  await part(page, "出し合う");
  await main.locator("summary").first().press("Enter");
  const paper = main.getByRole("textbox", { name: "紙の意見をまとめて入れる" });
  await paper.fill(Array.from({ length: 20 }, (_, n) => `@1 紙の考え${n + 1} ×1`).join("\n"));
  await expect(main.getByText("意見20件、シール20枚を読み取りました。")).toBeVisible();
  await paper.press("Control+Enter");
  await expect(main.getByRole("heading", { name: "これまでの意見　20件" })).toBeVisible();
  // The message about an undone import is gone.
  await expect(plan.toast).toContainText("紙の意見を20件入れました。");
  await plan.undoButton.press("Enter");
  await expect(main.getByRole("heading", { name: "これまでの意見　0件" })).toBeVisible();
  await expect(plan.toast).toBeHidden();
  await plan.redoButton.press("Enter");
  await expect(main.getByRole("heading", { name: "これまでの意見　20件" })).toBeVisible();

  // Merged; a second time nothing new arrives; a file of another sort is reported.
  await part(page, "振り返る");
  await gather(page, brought);
  const told = main.getByRole("region", { name: "テーブルのファイルを集める" });
  await expect(told).toContainText("卓A.json：テーブルAから意見4件、投票3件を集めました。");
  await expect(told).toContainText("卓B.json：テーブルBから意見3件、投票2件を集めました。予想は2本です。");
  await expect(main.getByRole("heading", { name: "意見のボード　27件" })).toBeVisible();
  // Ideas of another session, and a table's file written before version 1 of the app, in which a town was its name.
  const foreign = jsonFile("秋.json", changed(brought[0].buffer, ({ sessions: [session], ideas, ...file }) => ({
    ...file,
    sessions: [{ ...session, id: "w1", title: "秋の会" }],
    ideas: ideas?.map((idea) => ({ ...idea, session: "w1" })),
  })));
  const older = jsonFile("前.json", changed(brought[1].buffer, ({ town, ...file }) => ({ ...file, version: 0, town: town.name })));
  const edited = brought[0].buffer.toString().replace("Aの考え1", "Aの考え1改").replace(/"written": (\d+)/, (_, at) => `"written": ${Number(at) + 1}`);
  const damaged = brought[1].buffer.subarray(0, 900);
  await gather(page, [...brought, jsonFile("直した.json", edited), jsonFile("壊れた.json", damaged), jsonFile("計画.json", await plan.export()), foreign, older]);
  await expect(told).toContainText("卓A.json：すべて集めたものでした。");
  await expect(told).toContainText("書き方が変わった意見1件は、両方の書き方を残しました。");
  await expect(told).toContainText("壊れた.json");
  await expect(told).toContainText("秋.json：別の会「秋の会」のファイルです。何も取り込んでいません。");
  await expect(told).toContainText("前.json：すべて集めたものでした。");
  await expect(main.getByRole("heading", { name: "意見のボード　27件" })).toBeVisible();

  // All guesses are drawn over each other.
  await part(page, "知る");
  await main.getByRole("button", { name: "えがかずに答えを見る" }).press("Enter");
  await expect(main.getByText("予想は4本です。", { exact: false })).toBeVisible();
  await expect(main.getByText("仕事が増えたから", { exact: false })).toHaveCount(2);

  // The room's window shows it, without the presenter's controls.
  const [room] = await Promise.all([page.waitForEvent("popup"), main.getByRole("button", { name: "別の窓に映す" }).press("Enter")]);
  await expect(room.getByText("予想は4本です。", { exact: false })).toBeVisible();
  const presenter = main.getByRole("region", { name: "進行役の画面" });
  await expect(presenter).toContainText("次：出し合う（30分）");
  await expect(room.locator("body")).not.toContainText("次：出し合う");
  await presenter.getByRole("button", { name: "次へ進む" }).press("Enter");
  await expect(room.getByText("30:00")).toBeVisible();
  await presenter.getByRole("button", { name: "始める" }).press("Enter");
  await expect(room.getByText("29:59")).toBeVisible();
  await expect(room.getByRole("heading")).toContainText("5年後もこのまちで");
  await presenter.getByRole("button", { name: "映す窓を閉じる" }).press("Enter");
  await expect.poll(() => room.isClosed()).toBe(true);
  // The screen for the room is readable from the last row.
  await main.getByRole("button", { name: "大きく映す" }).press("Enter");
  const screen = page.getByRole("dialog", { name: "大きく映す" });
  await expect(async () => {
    const small = await screen.locator("*").evaluateAll((all) => {
      const says = (one: Element) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      return all.filter((one) => says(one) && parseFloat(getComputedStyle(one).fontSize) < 24).map((one) => one.outerHTML);
    });
    expect(small).toEqual([]);
  }).toPass();
  await screen.getByRole("button", { name: "閉じる" }).press("Enter");
  await part(page, "振り返る");

  // Grouped and merged from the menu of a card.
  await main.getByRole("button", { name: "「Bの考え1」の操作" }).press("Enter");
  await page.getByRole("menuitem", { name: "新しいグループへ動かす" }).press("Enter");
  const naming = page.getByRole("dialog", { name: "新しいグループへ動かす" });
  await naming.getByLabel("グループの名前").fill("足の確保");
  await page.keyboard.press("Enter");
  await expect(main.getByRole("region", { name: "足の確保" })).toContainText("Bの考え1");
  await main.getByRole("button", { name: "「Bの考え2」の操作" }).press("Enter");
  await page.getByRole("menuitem", { name: "同じ意見とまとめる" }).press("Enter");
  await page.getByRole("dialog", { name: "どの意見とまとめますか" }).getByRole("button", { name: "Bの考え1" }).press("Enter");
  await expect(main.getByRole("heading", { name: "意見のボード　26件" })).toBeVisible();
  await expectAccessible(page);

  // 5 ballots of three dots and 20 stickers.
  await part(page, "選ぶ");
  await main.getByRole("button", { name: "結果を開く" }).press("Enter");
  await expect(count(main.getByRole("group", { name: "結果（シール）" }))).toHaveText("15");
  await expect(count(main.getByRole("group", { name: "結果（紙のシール）" }))).toHaveText("20");
  await expect(main.getByText("n = 5人、ほかに紙のシール 20枚（人数は数えていません）", { exact: true })).toBeVisible();

  // Answered, linked to the changed goal, shown in 点検 and on the goal.
  await part(page, "答える");
  await expect(main.getByRole("heading", { name: /^意見26件のうち、答えていないもの 26件$/ })).toBeVisible();
  const one = main.getByRole("article", { name: "Bの考え1" });
  await one.getByLabel("「Bの考え1」への対応").selectOption({ label: "反映する" });
  await one.getByRole("textbox", { name: "「Bの考え1」への町の考え方" }).fill("来年度から始めます。");
  await one.getByLabel("変えた目標・施策・指標を選ぶ").selectOption({ index: 1 });
  await one.getByRole("button", { name: "結ぶ", exact: true }).press("Enter");
  await expect(one.getByRole("link")).toHaveCount(1);
  await expect(main.getByRole("heading", { name: /答えていないもの 25件$/ })).toBeVisible();
  await expectAccessible(page);
  // Ideas without a session, those of the sample, are listed on request.
  await main.getByLabel("どの意見か").selectOption({ label: "会のない意見" });
  await expect(main.getByRole("heading", { name: /^意見16件のうち/ })).toBeVisible();
  await main.getByLabel("どの意見か").selectOption({ label: "すべての意見" });
  await expect(main.getByRole("heading", { name: /^意見42件のうち/ })).toBeVisible();
  const csv = await downloaded(page, () => main.getByRole("button", { name: "表（CSV）で保存" }).press("Enter"));
  const text = csv.bytes.toString();
  for (const said of ["Aの考え4", "Bの考え3", "紙の考え20", "来年度から始めます。"]) expect(text.split(said)).toHaveLength(2);

  // On paper.
  await main.getByRole("link", { name: "「ご意見と反映」を印刷" }).press("Enter");
  await page.getByLabel("印刷するもの").selectOption("いただいたご意見と反映");
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText("来年度から始めます。");
  await plan.go("体系");
  await expect(page.getByRole("main")).toContainText("きっかけになって変えたもの1件");
});
