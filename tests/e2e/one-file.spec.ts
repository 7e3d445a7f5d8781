import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page, TestInfo } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { downloaded, Home, jsonFile, openSample, Plan } from "./plan";

const TITLE = "この計画を1ファイルで渡す";
const dist = (name: string) => readFile(join(process.env.MICHISHIRUBE_DIST!, name));
const dialog = (page: Page) => page.getByRole("dialog", { name: TITLE });
const carried = (page: Page) => page.getByRole("region", { name: "このファイルに入っている計画" });
const ways = { read: "読んでもらう", write: "書き込んでもらう" };

// Opens the panel from the palette.
async function ask(page: Page) {
  await page.getByRole("button", { name: "検索・操作" }).first().click();
  await page.getByRole("combobox", { name: /操作の名前/ }).fill("1ファイル");
  await page.getByRole("option", { name: /1ファイルで渡す/ }).first().click();
  await expect(dialog(page)).toBeVisible();
}

async function handOver(page: Page, way: keyof typeof ways, all?: boolean) {
  await dialog(page).getByRole("radio", { name: ways[way] }).check();
  if (all !== undefined) await dialog(page).getByRole("radio", { name: all ? /^すべて/ : /^公表するものだけ/ }).check();
  const file = await downloaded(page, () => dialog(page).getByRole("button", { name: "ファイルに保存する" }).click());
  await expect(dialog(page).getByRole("status")).toContainText(`「${file.name}」をダウンロードしました。`);
  await dialog(page).getByRole("button", { name: "閉じる" }).click();
  return file;
}

// The device of the recipient of a file: the file is opened by double-click, without a network; any error fails the
// test.
class Receiver {
  private errors: string[] = [];
  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly address: string,
  ) {
    context.on("page", (page) => this.watch(page));
    this.watch(page);
  }

  static async of(browser: Browser, info: TestInfo, bytes: Buffer, name = "渡された計画.html") {
    const path = info.outputPath(name);
    await writeFile(path, bytes);
    const context = await browser.newContext({ offline: true, locale: "ja-JP", timezoneId: "Asia/Tokyo", reducedMotion: "reduce" });
    return new Receiver(context, await context.newPage(), pathToFileURL(path).href);
  }

  private watch(page: Page) {
    page.on("pageerror", (error) => this.errors.push(`${error}`));
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
  }

  async open(page = this.page) {
    // The same address without a part behind `#` would not be reloaded.
    await page.goto("about:blank");
    await page.goto(this.address);
    await page.locator("html[data-ready=true]").waitFor();
  }

  async close() {
    expect(this.errors).toEqual([]);
    await this.context.close();
  }
}

// Splits a page that carries a strategy into the page without it and the strategy.
function split(bytes: Buffer): { page: Buffer; data: string } {
  const begin = bytes.indexOf('<script type="application/json" data-asset="strategy.json"');
  const end = bytes.indexOf("</script>", begin) + "</script>".length;
  const data = bytes.toString("utf8", bytes.indexOf(">", begin) + 1, end - "</script>".length);
  return { page: Buffer.concat([bytes.subarray(0, begin), Buffer.from("<!-- strategy.json -->"), bytes.subarray(end)]), data };
}

const HOSTILE = "</script><script>globalThis.broken = 1</script><!--<script>";

// みほん町 with a title that would break out of its element, and a private memo.
async function hostile(): Promise<string> {
  const strategy = JSON.parse((await dist("samples/mihon.json")).toString("utf8"));
  strategy.title = HOSTILE;
  strategy.goals[0].note = "内緒の備考";
  return JSON.stringify(strategy);
}

async function openHostile(page: Page): Promise<Plan> {
  const home = new Home(page);
  await home.choose(jsonFile("町の計画.json", await hostile()));
  return home.opened();
}

test("渡す相手と入れるものを選び、公表・保存の状況・はじめにのどこからでも渡せる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "公表");
  await page.getByRole("button", { name: TITLE }).click();
  await expect(dialog(page).getByRole("radio", { name: "読んでもらう" })).toBeChecked();
  await expect(dialog(page).getByRole("radio", { name: /^公表するものだけ/ })).toBeChecked();
  await dialog(page).getByRole("radio", { name: "書き込んでもらう" }).check();
  await expect(dialog(page).getByRole("radio", { name: /^すべて/ })).toBeChecked();
  await expectAccessible(page);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => dialog(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
  }
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await plan.truth.getByRole("button").click();
  await page.getByRole("dialog", { name: "保存の状況" }).getByRole("button", { name: TITLE }).click();
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.goto(`${app.address}#/`);
  await new Home(page).cards.getByRole("button", { name: /1ファイルで渡す/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("公表");
  await expect(page.getByRole("button", { name: TITLE })).toBeVisible();
});

test("渡すページは届いたままで、計画のほかは1バイトも違わない", async ({ app, page }) => {
  await app.open();
  await openHostile(page);
  await ask(page);
  const toWrite = await handOver(page, "write");
  expect(toWrite.name).toMatch(/_編集用_\d{8}-\d{4}\.html$/);
  const written = split(toWrite.bytes);
  expect(written.page.equals(await dist("michishirube.html"))).toBe(true);
  expect(JSON.parse(written.data).title).toBe(HOSTILE);
  expect(written.data).toContain("内緒の備考");
  await ask(page);
  const toRead = await handOver(page, "read");
  expect(toRead.name).toMatch(/_閲覧用_\d{8}-\d{4}\.html$/);
  const read = split(toRead.bytes);
  expect(read.page.equals(await dist("reader.html"))).toBe(true);
  expect(toRead.bytes.toString("utf8")).not.toContain("内緒の備考");
  await ask(page);
  expect(split((await handOver(page, "read", true)).bytes).data).toContain("内緒の備考");
});

// Both editions hand over the same bytes, as the test above shows: the view of the recipient is tested once.
test("読むためのファイルは、ダブルクリックで計画を見せ、いつのものかを言い、何も編集しない", { tag: "@folder" }, async ({ app, page, browser }, info) => {
  await app.open();
  await openHostile(page);
  await ask(page);
  const reader = await Receiver.of(browser, info, (await handOver(page, "read")).bytes);
  await reader.open();
  await expect(reader.page.getByRole("heading", { level: 1 })).toContainText("</script>");
  await expect(reader.page.getByRole("banner")).toContainText(/\d{4}年\d+月\d+日 \d\d:\d\d の内容です。/);
  await expect(reader.page.getByRole("textbox")).toHaveCount(0);
  expect(await reader.page.evaluate("globalThis.broken")).toBeUndefined();
  await expectAccessible(reader.page);
  await reader.page.getByRole("link", { name: "指標", exact: true }).click();
  await expect(reader.page.getByRole("heading", { level: 1 })).toHaveText("指標");
  for (const language of ["English", "やさしい日本語"]) {
    await reader.page.getByRole("button", { name: language }).click();
    await expect(reader.page.getByRole("button", { name: language })).toHaveAttribute("aria-pressed", "true");
  }
  for (const width of [360, 1280]) {
    await reader.page.setViewportSize({ width, height: 800 });
    await expect.poll(() => reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await reader.close();
});

test("書き込むためのファイルは、開いた人の複製になり、次は続きもファイルの計画も選べて、どちらも失われない", { tag: "@folder" }, async ({ app, page, browser }, info) => {
  await app.open();
  await new Home(page).sample("みほん町");
  await ask(page);
  const receiver = await Receiver.of(browser, info, (await handOver(page, "write")).bytes);
  await receiver.open();
  const plan = await new Home(receiver.page).opened();
  await expect(plan.toast).toContainText(/\d{4}年\d+月\d+日 \d\d:\d\d の内容）の複製を、この端末に保存しました。/);
  await plan.go("体系");
  const title = receiver.page.getByRole("main").getByRole("textbox").first();
  await title.fill("受け取った人が書いた目標");
  await title.blur();
  await plan.saved();
  // The second time both are offered, and neither is opened automatically.
  await receiver.open();
  const home = new Home(receiver.page);
  await expect(carried(receiver.page)).toContainText(/\d{4}年\d+月\d+日 \d\d:\d\d の内容です。/);
  await expect(home.cards).toHaveCount(1);
  await expectAccessible(receiver.page);
  for (const width of [360, 1280]) {
    await receiver.page.setViewportSize({ width, height: 800 });
    await expect.poll(() => receiver.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await carried(receiver.page).getByRole("link", { name: /の続きを開く/ }).click();
  await home.opened();
  await plan.go("体系");
  await expect(receiver.page.getByRole("main").getByRole("textbox").first()).toHaveValue("受け取った人が書いた目標");
  await receiver.open();
  await carried(receiver.page).getByRole("button", { name: /新しい複製として開く/ }).click();
  await home.opened();
  await plan.go("体系");
  await expect(receiver.page.getByRole("main").getByRole("textbox").first()).not.toHaveValue("受け取った人が書いた目標");
  await receiver.open();
  await expect(home.cards).toHaveCount(2);
  await expect(carried(receiver.page).getByRole("link", { name: /の続きを開く/ })).toHaveCount(2);
  await receiver.close();
});

test("どんな題名の計画も、渡したファイルの中で字のままで、受け取った人からまた渡せる", { tag: "@folder" }, async ({ app, page, browser }, info) => {
  await app.open();
  await openHostile(page);
  await ask(page);
  const first = await Receiver.of(browser, info, (await handOver(page, "write")).bytes);
  await first.open();
  const plan = await new Home(first.page).opened();
  await plan.saved();
  expect(await first.page.evaluate("globalThis.broken")).toBeUndefined();
  await plan.go("設定");
  await ask(first.page);
  const again = await handOver(first.page, "write");
  // One strategy and the page as it was delivered: nothing of the earlier file.
  expect(split(again.bytes).page.equals(await dist("michishirube.html"))).toBe(true);
  await ask(first.page);
  const toRead = await handOver(first.page, "read");
  await first.close();
  const second = await Receiver.of(browser, info, toRead.bytes, "また渡された計画.html");
  await second.open();
  await expect(second.page.getByRole("heading", { level: 1 })).toContainText("</script>");
  await second.close();
});

test("壊れた計画の入ったファイルは、そう言い、ほかのことはできる", { tag: "@folder" }, async ({ app, page, browser }, info) => {
  await app.open();
  await new Home(page).sample("北本市");
  await ask(page);
  const { bytes } = await handOver(page, "write");
  const text = bytes.toString("utf8").replace(/(data-asset="strategy\.json"[^>]*>)\{/, "$1");
  const receiver = await Receiver.of(browser, info, Buffer.from(text));
  await receiver.open();
  await expect(carried(receiver.page).getByRole("alert")).toContainText("開けませんでした");
  await new Home(receiver.page).sample("北本市");
  await receiver.close();
});

test("渡すもとのファイルが置かれていなければ、どうすればよいかを言う", { tag: "@folder" }, async ({ app, page, context }) => {
  app.expectError(/404/);
  await context.route(/\/michishirube\.html/, (route) => route.fulfill({ status: 404, body: "" }));
  await app.open();
  await new Home(page).sample("北本市");
  await ask(page);
  await dialog(page).getByRole("radio", { name: "書き込んでもらう" }).check();
  await dialog(page).getByRole("button", { name: "ファイルに保存する" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("「michishirube.html」を読み込めませんでした。");
  await expectAccessible(page);
  // Some hosts answer with their own page.
  await context.route(/\/michishirube\.html/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>よそのページ</title>" }));
  await dialog(page).getByRole("button", { name: "ファイルに保存する" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("別の内容か、古い版が届きました。");
});
