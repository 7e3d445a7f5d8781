import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Browser, Page, TestInfo } from "@playwright/test";
import { expect, test } from "./app";
import { downloaded, Home, jsonFile, type Plan } from "./plan";
import { isTable, part, say } from "./talk";
import { unpacked } from "./zip";

// Three tables: numbers of ideas and of voters at each; each person has three dots.
const TABLES = [["A", 13, 66], ["B", 13, 67], ["C", 14, 67]] as const;
const PAPER = Array.from({ length: 20 }, (_, n) => `紙の考え${n + 1}`);
const said = [...TABLES.flatMap(([name, ideas]) => Array.from({ length: ideas }, (_, n) => `${name}の考え${n + 1}`)), ...PAPER];

async function paper(page: Page, lines: string[]) {
  const main = page.getByRole("main");
  await main.locator("summary").first().press("Enter");
  const field = main.getByRole("textbox", { name: "紙の意見をまとめて入れる" });
  await field.fill(lines.join("\n"));
  await field.press("Control+Enter");
  await expect(main.getByRole("heading", { name: `これまでの意見　${lines.length}件` })).toBeVisible();
}

// Lets a number of people vote with the buttons of the page: each gives an idea three dots and hands over to the
// next.
function vote(page: Page, people: number) {
  return page.getByRole("main").evaluate(async (main, people) => {
    const until = (is: () => boolean) =>
      new Promise<void>((done) => {
        const look = () => (is() ? done() : requestAnimationFrame(look));
        look();
      });
    const rows = [...main.querySelectorAll(".ballot-rows > li")];
    const cast = main.querySelector<HTMLButtonElement>(".ballot-act .btn.main")!;
    const told = main.querySelector("[aria-labelledby=result] > [role=status]")!;
    for (let person = 1; person <= people; person++) {
      const row = rows[person % rows.length]!;
      for (let dot = 1; dot <= 3; dot++) {
        row.querySelector<HTMLButtonElement>("button:last-of-type")!.click();
        await until(() => row.querySelector("output")!.textContent === `${dot}`);
      }
      await until(() => !cast.disabled);
      cast.click();
      await until(() => told.textContent === `n = ${person}人`);
    }
  }, people);
}

// The device of a table: the app with the table's file inside, opened by double-click, without a network.
async function atTable(browser: Browser, info: TestInfo, app: Buffer, name: string, ideas: number, votes: number) {
  const path = info.outputPath(`テーブル${name}.html`);
  await writeFile(path, app);
  const context = await browser.newContext({ offline: true, locale: "ja-JP", timezoneId: "Asia/Tokyo", reducedMotion: "reduce" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`${error}`));
  await page.goto(pathToFileURL(path).href);
  const main = page.getByRole("main");
  await isTable(page, name);
  await say(page, name, ideas);
  await part(page, "選ぶ");
  await vote(page, votes);
  const file = await downloaded(page, () => main.getByRole("button", { name: "テーブルのファイルを保存" }).press("Enter"));
  await context.close();
  expect(errors).toEqual([]);
  return jsonFile(`卓${name}.json`, file.bytes);
}

test("会の初めから公表まで、つながない1つのファイルのアプリだけで、どの合計も合い、どの意見も1度だけある", async ({ app, page, browser, edition }, info) => {
  test.skip(edition !== "file", "端末ごとのアプリは、1ファイルの版から渡す");
  test.setTimeout(300_000);
  await app.open();
  const plan: Plan = await new Home(page).sample("みほん町");
  await plan.go("対話");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "対話の会をつくる" }).press("Enter");
  for (const _ of [2, 3, 4]) await main.getByRole("button", { name: "次へ" }).press("Enter");

  // Files for the tables: the app with the table's file inside, and all files as one.
  const apps = new Map<string, Buffer>();
  for (const [name] of TABLES) {
    const file = await downloaded(page, () => main.getByRole("button", { name: `テーブル${name}のアプリごと1ファイル` }).press("Enter"));
    expect(file.name).toMatch(/\.html$/);
    apps.set(name, file.bytes);
  }
  const zip = await downloaded(page, () => main.getByRole("button", { name: "全テーブルのファイルを保存" }).press("Enter"));
  const files = [...unpacked(zip.bytes)];
  expect(files.map(([path]) => path.match(/テーブル./)?.[0])).toEqual(["テーブルA", "テーブルB", "テーブルC"]);
  for (const [, bytes] of files) expect(JSON.parse(bytes.toString()).sessions).toHaveLength(1);

  const tables = TABLES.map(([name, ideas, votes]) => atTable(browser, info, apps.get(name) as Buffer, name, ideas, votes));
  const brought = await Promise.all(tables);

  // Back: many notes from paper, then all files together, one of them twice.
  await part(page, "出し合う");
  await paper(page, PAPER.map((text) => `${text} ×1`));
  await part(page, "振り返る");
  await page.getByLabel("ファイルを選ぶ").setInputFiles([...brought, jsonFile("卓A (1).json", brought[0]!.buffer)]);
  const told = main.getByRole("region", { name: "テーブルのファイルを集める" });
  for (const [name, ideas, votes] of TABLES) await expect(told).toContainText(`卓${name}.json：テーブル${name}から意見${ideas}件、投票${votes}件を集めました。`);
  await expect(told).toContainText("卓A (1).json：すべて集めたものでした。");
  await expect(main.getByRole("heading", { name: "意見のボード　60件" })).toBeVisible();

  // Grouped.
  await main.getByRole("button", { name: "「紙の考え1」の操作" }).press("Enter");
  await page.getByRole("menuitem", { name: "新しいグループへ動かす" }).press("Enter");
  await page.getByRole("dialog", { name: "新しいグループへ動かす" }).getByLabel("グループの名前").fill("足の確保");
  await page.keyboard.press("Enter");
  await expect(main.getByRole("region", { name: "足の確保" })).toContainText("紙の考え1");

  // 200 people with three dots, and twenty stickers; the room's window shows it.
  await part(page, "選ぶ");
  await main.getByRole("button", { name: "結果を開く" }).press("Enter");
  await expect(main.getByText("n = 200人、ほかに紙のシール 20枚（人数は数えていません）", { exact: true })).toBeVisible();
  const sum = (kind: string) => main.getByRole("group", { name: `結果（${kind}）` }).getByRole("row").last().getByRole("cell").first();
  await expect(sum("シール")).toHaveText("600");
  await expect(sum("紙のシール")).toHaveText("20");
  const [room] = await Promise.all([page.waitForEvent("popup"), main.getByRole("button", { name: "別の窓に映す" }).press("Enter")]);
  await expect(room.getByText("n = 200人、ほかに紙のシール 20枚（人数は数えていません）", { exact: true })).toBeVisible();
  await main.getByRole("button", { name: "映す窓を閉じる" }).press("Enter");

  // Ten are answered.
  await part(page, "答える");
  const heading = main.getByRole("heading", { name: /^意見60件のうち、答えていないもの \d+件$/ });
  const open = Number((await heading.textContent())?.match(/(\d+)件$/)?.[1]);
  expect(open).toBe(60);
  const own = main.getByRole("article").filter({ hasText: /の考え\d/ });
  for (let at = 0; at < 10; at++) {
    const one = own.nth(at);
    await one.getByRole("combobox", { name: /への対応$/ }).selectOption({ label: "反映する" });
    const field = one.getByRole("textbox", { name: /への町の考え方$/ });
    await field.fill(`町の答え${at + 1}です。`);
    await field.blur();
  }
  await expect(main.getByRole("heading", { name: `意見60件のうち、答えていないもの ${open - 10}件` })).toBeVisible();
  const csv = (await downloaded(page, () => main.getByRole("button", { name: "表（CSV）で保存" }).press("Enter"))).bytes.toString();
  for (const text of said) expect(csv.split(`,${text},`), text).toHaveLength(2);

  // On paper.
  await main.getByRole("link", { name: "「ご意見と反映」を印刷" }).press("Enter");
  await page.getByLabel("印刷するもの").selectOption("いただいたご意見と反映");
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText("町の答え10です。");

  // Published: every idea once, every vote, ten answers.
  app.expectError(/^Blocked script execution in 'about:srcdoc'/);
  await plan.go("公表");
  await page.getByRole("checkbox", { name: /^内容（.*意見/ }).check();
  await page.getByRole("button", { name: "確かめて、見本を見る" }).click();
  await expect(page.getByRole("button", { name: "公表用フォルダを保存する" })).toBeVisible();
  const seen = page.getByRole("checkbox", { name: /公表してよいことを確かめました/ });
  if (await seen.isVisible()) await seen.check();
  const published = await downloaded(page, () => page.getByRole("button", { name: "公表用フォルダを保存する" }).click());
  const { ideas } = JSON.parse(unpacked(published.bytes).get("strategy.json")!.toString()) as {
    ideas: { text: string; results?: { kind: string; votes: number; people?: number }[]; answer?: string }[];
  };
  const ours = ideas.filter(({ text }) => said.includes(text));
  expect(ours.map(({ text }) => text).sort()).toEqual([...said].sort());
  const results = ours.flatMap(({ results }) => results ?? []);
  const given = (kind: string) => results.filter((one) => one.kind === kind).reduce((sum, { votes }) => sum + votes, 0);
  expect([given("dots"), given("paper-stickers")]).toEqual([600, 20]);
  expect(results.filter(({ kind, people }) => kind === "dots" && people !== 200)).toEqual([]);
  expect(ours.filter(({ answer }) => answer?.startsWith("町の答え"))).toHaveLength(10);
});
