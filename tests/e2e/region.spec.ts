import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { plain, printed } from "./pdf";
import { Home } from "./plan";

const SAMPLES = join(import.meta.dirname, "../../public/samples");

type File = { name: string; mimeType: string; buffer: Buffer };
type Town = { indicators?: unknown[] };

// Plans of many towns, made of the samples, each under a name of its own.
async function towns(count: number): Promise<{ files: File[]; indicators: number }> {
  const names = (await readdir(SAMPLES)).sort();
  const plans = await Promise.all(names.map((name) => readFile(join(SAMPLES, name), "utf8")));
  let indicators = 0;
  const files = Array.from({ length: count }, (_, n) => {
    const plan = JSON.parse(plans[n % plans.length]!) as Town;
    indicators += plan.indicators?.length ?? 0;
    const named = { ...plan, town: { name: `第${n + 1}町` } };
    return { name: `${n + 1}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(named)) };
  });
  return { files, indicators };
}

const rows = (page: Page) => page.getByRole("region", { name: "自治体ごとの計画と評価" }).locator("tbody tr");

async function open(page: Page, app: { open(route?: string): Promise<void> }) {
  await app.open();
  await page.getByRole("link", { name: "広域で見る" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("いくつもの自治体の計画を、ならべて見ます");
}

test("179の町のファイルをまとめて選ぶと、ならび、数は足した数と同じで、行から町ごとの値と計画へ行ける", async ({ app, page }) => {
  const { files, indicators } = await towns(179);
  await open(page, app);
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles(files);
  await expect(rows(page)).toHaveCount(179);
  // Invisible rows are laid out soon after, for search and screen readers.
  await expect(page.locator(".towns .far")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`179自治体の計画の指標${indicators}件のうち`);
  const total = page.getByRole("region", { name: "自治体ごとの計画と評価" }).locator("tfoot tr");
  await expect(total).toContainText("計（179自治体）");
  await expect(total).toContainText(String(indicators));

  // A count leads to the counted records, and from there on.
  const behind = page.getByRole("dialog");
  await rows(page).nth(5).getByRole("button", { name: "第6町 注意の段階：7" }).click();
  await expect(behind.getByRole("listitem")).toHaveCount(7);
  await expect(behind.getByRole("button", { name: "「6.json」を計画として開く" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(behind).toBeHidden();
  await expect(page.getByRole("figure", { name: "自治体ごとの評価の件数" })).toContainText("悪い段階");
  await expect(page.getByRole("region", { name: "自治体ごとの計画と評価" }).getByRole("listitem").filter({ hasText: "注意の段階：" })).toContainText("C 遅れ");

  const births = page.getByRole("button", { name: "出生数", exact: true });
  await births.focus();
  await page.keyboard.press("Enter");
  await expect(births).toHaveAttribute("aria-expanded", "true");
  const town = page.getByRole("button", { name: "第6町" });
  await expect(town.last()).toBeVisible();
  await expect(page.locator(".made-of")).toContainText("R6 36");

  // A plan from a file is imported, and opens at the figure.
  await births.press("Tab");
  await page.locator(".made-of").getByRole("button", { name: "第6町" }).click();
  await expect(page).toHaveURL(/\/indicators\/k/);
  await expect(page.getByLabel("指標の名称").or(page.getByLabel("指標名")).first()).toHaveValue("出生数");
});

test("この端末の計画をならべ、同じものかを人が決め、それは覚えている", async ({ app, page }) => {
  await app.open();
  for (const sample of ["みほん町", "北本市"]) {
    const plan = await new Home(page).sample(sample);
    await plan.saved();
    await app.open();
  }
  await page.getByRole("link", { name: "広域で見る" }).click();
  await page.getByRole("button", { name: "この端末の計画2件を追加" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel("広域の名前").fill("みほん広域");
  await page.getByLabel("広域の名前").press("Enter");
  await expect.poll(() => page.title()).toBe("みほん広域 - 広域");
  await expectAccessible(page);

  const framework = page.getByRole("region", { name: "整合：国や道県の目標への結びつき" }).locator("details.framework").first();
  await framework.locator("summary").click();
  await expect(framework.getByRole("table").first()).toBeVisible();
  await framework.getByRole("button", { expanded: false }).first().click();
  await framework.locator(".made-of").getByRole("button", { name: /件$/ }).first().click();
  await expect(page.getByRole("dialog").getByRole("link").first()).toHaveAttribute("href", /#\/\w+\/(outline|plan)/);
  await page.keyboard.press("Escape");
  await expectAccessible(page);

  // On landscape paper: the name of the region, each count, and every chart with its table.
  const counted = await rows(page).first().locator("td").allInnerTexts();
  const leaves = await printed(page);
  for (const { width, height } of leaves) expect(width).toBeGreaterThan(height);
  const paper = leaves.map(({ text }) => text).join("");
  for (const shows of ["みほん広域", "自治体ごとの評価の件数(表)", "に結びつく自治体の数(表)", plain(counted.slice(0, -1).join(""))]) expect(paper).toContain(shows);

  // One of the plans again, as a file of another town and with another unit.
  const kitamoto = JSON.parse(await readFile(join(SAMPLES, "kitamoto-2022.json"), "utf8"));
  kitamoto.town.name = "となり町";
  for (const indicator of kitamoto.indicators) indicator.name += "（市民意識調査）";
  const buffer = Buffer.from(JSON.stringify(kitamoto));
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles({ name: "となり町.json", mimeType: "application/json", buffer });
  await expect(rows(page)).toHaveCount(3);
  const doubts = page.locator("details.doubts").first();
  await doubts.locator("summary").click();
  const shared = page.getByRole("region", { name: "いくつもの自治体にある指標" }).locator("tbody tr");
  const before = await shared.count();
  await doubts.getByRole("button", { name: "を同じものとする" }).first().click();
  await expect(page.getByText(/同じものとした指標 1組/)).toBeVisible();
  await expect.poll(() => shared.count()).toBeGreaterThan(before - 1);
  await page.reload();
  await app.ready();
  await expect(page.getByLabel("広域の名前")).toHaveValue("みほん広域");
  await expect(page.getByText(/同じものとした指標 1組/)).toHaveCount(0);
  await page.getByRole("button", { name: "この端末の計画2件を追加" }).click();
  await expect(page.getByText(/同じものとした指標 1組/)).toBeVisible();
});

test("ワーカーのないブラウザでは、画面が自分で読み、同じ表になる", async ({ app, page }) => {
  const { files } = await towns(18);
  const laid = async () => {
    await page.getByLabel("計画のファイルを選ぶ").setInputFiles(files);
    await expect(rows(page)).toHaveCount(18);
    const total = page.getByRole("region", { name: "自治体ごとの計画と評価" }).locator("tfoot tr");
    await expect(total).toContainText("計（18自治体）");
    await expect(page.getByRole("heading", { name: "いくつもの自治体にある施策" })).toBeVisible();
    return page.getByRole("main").getByRole("table").allInnerTexts();
  };
  await open(page, app);
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  const beside = await laid();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  await page.reload();
  await app.ready();
  expect(await laid()).toEqual(beside);
  expect(page.workers()).toHaveLength(0);
});

test("読めないファイルは名前と理由が言われ、ほかの町はならぶ", async ({ app, page }) => {
  const { files } = await towns(2);
  await open(page, app);
  const broken = { name: "こわれた.json", mimeType: "application/json", buffer: Buffer.from('{"format":') };
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles([files[0]!, broken, files[1]!, files[0]!]);
  await expect(rows(page)).toHaveCount(2);
  const alert = page.getByRole("alert").filter({ hasText: "こわれた.json" });
  await expect(alert).toBeVisible();
  await expect(alert).toContainText("すでにあります");
  await expectAccessible(page);
});

test("ならべたあとで読めなくなったファイルを開こうとすると、その名前と理由が言われ、閉じられる", async ({ app, page }, info) => {
  const { files } = await towns(1);
  const path = info.outputPath("きえる.json");
  await writeFile(path, files[0]!.buffer);
  await open(page, app);
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles(path);
  await expect(rows(page)).toHaveCount(1);
  await rm(path);
  await rows(page).getByRole("button", { name: "第1町", exact: true }).click();
  const alert = page.getByRole("alert").filter({ hasText: "きえる.json" });
  await expect(alert).toBeVisible();
  await expectAccessible(page);
  await alert.getByRole("button", { name: "閉じる" }).click();
  await expect(alert).toHaveCount(0);
  await expect(rows(page)).toHaveCount(1);
});

test("列の見出しで並べ替え、自治体をしぼり、表をCSVとExcelで保存できる", async ({ app, page }) => {
  const { files } = await towns(12);
  await open(page, app);
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles(files);
  await expect(rows(page)).toHaveCount(12);
  await expect(page.getByRole("heading", { name: "未対応の項目" })).toBeVisible();
  const table = page.getByRole("region", { name: "自治体ごとの計画と評価" });
  const head = table.getByRole("columnheader", { name: "自治体・計画" });
  await head.getByRole("button").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page).first()).toContainText("第10町");
  await head.getByRole("button").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(rows(page).first()).toContainText("第9町");

  await page.getByLabel("自治体名・コード・計画の名称").fill("第1");
  await page.getByLabel("自治体名・コード・計画の名称").press("Enter");
  await expect(rows(page)).toHaveCount(4);
  await expect(table.locator("tfoot")).toContainText("4自治体");
  await expect(page.getByText("12自治体のうち4自治体を表示し")).toBeVisible();
  await expectAccessible(page);

  const saved = async (name: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    return readFile(await (await download).path());
  };
  const csv = (await saved("「自治体ごとの計画と評価」をCSVで保存")).toString("utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(5);
  expect(csv).toContain("第12町");
  const book = await saved("「自治体ごとの計画と評価」をExcelで保存");
  expect(book.subarray(0, 2).toString()).toBe("PK");

  await page.getByRole("button", { name: "しぼり込みを解除" }).click();
  await expect(rows(page)).toHaveCount(12);
});

test("同じ計画の新しいファイルは前のものと入れ替わり、一つの自治体の計画が二つあれば、集計に使うものを選べる", async ({ app, page }) => {
  const { files } = await towns(6);
  await open(page, app);
  const choose = page.getByLabel("計画のファイルを選ぶ");
  await choose.setInputFiles(files);
  await expect(rows(page)).toHaveCount(6);
  // One actual figure differs.
  const changed = files[5]!.buffer.toString("utf8").replace('"8,247"', '"8,100"');
  const again = { name: "新しい.json", mimeType: "application/json", buffer: Buffer.from(changed) };
  await choose.setInputFiles(again);
  await expect(page.getByText("新しいファイル「新しい.json」に入れ替えました。")).toBeVisible();
  await expect(rows(page)).toHaveCount(6);

  const plan = JSON.parse(changed);
  plan.title = "次の計画";
  plan.period = { first: 2040, last: 2044 };
  await choose.setInputFiles({ name: "次.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(plan)) });
  await expect(rows(page)).toHaveCount(7);
  const other = rows(page).filter({ hasText: "集計していません" });
  await expect(other).toHaveCount(1);
  await other.getByRole("button", { name: /^この計画で集計：第6町/ }).click();
  await expect(rows(page).filter({ hasText: "次の計画" })).not.toContainText("集計していません".repeat(2));
  await expect(rows(page).filter({ hasText: "集計に使用中の計画" })).toHaveCount(1);
  await expectAccessible(page);
});

test("自治体の表はマウスと矢印で選び、Ctrl+Cで表計算ソフトへコピーできる", { tag: "@folder" }, async ({ app, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { files } = await towns(2);
  await open(page, app);
  await page.getByLabel("計画のファイルを選ぶ").setInputFiles(files);
  await expect(rows(page)).toHaveCount(2);
  const table = page.locator(".selectable").filter({ has: page.locator(".towns") });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await rows(page).first().locator("td").nth(1).click();
  await expect(table).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(table.locator(".picked")).toHaveCount(2);
  await page.keyboard.press("Control+c");
  await expect.poll(copied).toMatch(/^(令和|R)[^\t]*\r?\n(令和|R)[^\t]*$/);
  // The whole table, including its heads.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect.poll(copied).toContain("第1町");
  await expect.poll(copied).toContain("計画期間");
  await expectAccessible(page);
});
