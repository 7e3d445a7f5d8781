import { readFileSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { Home, openSample, Plan, SAMPLES } from "./plan";

const PAGES = ["overview", "outline", "chapters", "indicators", "plan", "timetable", "alignment", "review", "briefing", "checks", "paper", "versions", "settings"];

// Opens the display settings on the first screen.
async function display(page: Page) {
  await page.getByRole("button", { name: /Language|Display/ }).click();
  return page.getByRole("dialog", { name: /表示の設定|Display settings/ });
}

async function inEnglish(page: Page) {
  const dialog = await display(page);
  await dialog.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/town/);
  await page.keyboard.press("Escape");
}

const JAPANESE = /[\u3001-\u3003\u3005-\u30ff\u3400-\u9fff\uff01-\uff60ー]+/g;
const BETWEEN = /[\s\d.,“”"、。・「」『』【】（）()：:／/～〜%％＋+−-]+/;

// Texts that a choice writes into a plan: the reviewers, and the marks of a sheet.
const CHOSEN = ["一次評価", "二次評価", "有識者会議（外部評価）", "Ａ", "Ｂ", "Ｃ", "Ｄ"];
// The preset rule sets are such texts, too.
const PRESETS = [...readFileSync(new URL("../../src/insight/presets.toml", import.meta.url), "utf8").matchAll(/"([^"]+)"/g)].map(([, text]) => text);
// So are the names of the frameworks that ship with the app: one is named where it was replaced by another.
const FRAMEWORKS = readdirSync(new URL("../../public/frameworks/", import.meta.url)).flatMap((name) => {
  const { title } = JSON.parse(readFileSync(new URL(`../../public/frameworks/${name}`, import.meta.url), "utf8"));
  return title === undefined ? [] : [title as string];
});

// Japanese texts of the town, to find those that are not of the town.
class Written {
  private readonly all: string;
  private readonly words: Set<string>;
  // Words with Latin letters among the Japanese: みほんGO.
  private readonly mixed: string[];

  constructor(file: string) {
    const texts = [...PRESETS, ...CHOSEN, ...FRAMEWORKS];
    JSON.parse(file, (_, value) => (typeof value === "string" ? texts.push(value) : value));
    this.all = texts.join("\n");
    this.words = new Set(texts.flatMap((text) => text.split(BETWEEN)));
    this.mixed = texts.filter((text) => /[A-Za-z]/.test(text) && text.length > 3).sort((one, other) => other.length - one.length);
  }

  foreign(text: string): string[] {
    const rest = this.mixed.reduce((rest, own) => rest.replaceAll(own, " "), text);
    const runs = rest.match(JAPANESE) ?? [];
    return runs.flatMap((run) => run.split(BETWEEN)).filter((run) => run !== "" && !this.has(run));
  }

  // A short run must be a whole word there: 「実績」 is part of many sentences.
  private has(run: string): boolean {
    return this.words.has(run) || (run.length > 4 && this.all.includes(run));
  }
}

// Returns every text of a page, visible or read aloud.
async function said(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement!;
      if (parent.closest("script, style, noscript, textarea, [lang=ja]")) continue;
      texts.push(node.textContent!);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
      if (!element.closest("[lang=ja]"))
        for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
    return texts;
  });
}

// One sample with something of every kind, and one with the sentences of real sheets.
for (const [button, file] of SAMPLES.filter(([, file]) => ["mihon", "hokuto-2024"].includes(file))) {
  test(`英語の画面には、まちが書いたもののほかに日本語がない（見本 ${file}）`, { tag: "@folder" }, async ({ app, page }) => {
    test.slow();
    const written = new Written(await readFile(join(process.env.MICHISHIRUBE_DIST!, "samples", `${file}.json`), "utf8"));
    await app.open();
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("status", { name: "保存の状況" }).waitFor();
    await page.evaluate(() => (location.hash = "#/"));
    await inEnglish(page);
    await page.getByRole("region", { name: "Plans on this device" }).getByRole("link").first().click();
    await expect(page.getByRole("status", { name: "Save status" })).toContainText("Saved on this device");
    const links = page.getByRole("navigation").getByRole("link", { includeHidden: true });
    const base = await new Plan(page).address();
    for (const name of PAGES) {
      await links.and(page.locator(`[href$="/${name}"]`)).click();
      await expect(page.locator(`a[href="${base.slice(base.indexOf("#"))}/${name}"][aria-current=page]`).first()).toBeAttached();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText("Opening…")).toHaveCount(0);
      await still(page, async () => (await said(page)).length);
      const found = async () => {
        const all = (await said(page)).flatMap((text) => written.foreign(text).map((run) => `${run} … ${text.trim().slice(0, 60)}`));
        return [...new Set(all)];
      };
      await expect.soft.poll(found, name).toEqual([]);
      if (file === "mihon") await expectAccessible(page);
    }
  });
}

test("ことばを変えても、書きかけの計画も履歴もそのままで、開き直しても続く", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "体系");
  const title = page.getByRole("main").getByRole("textbox").first();
  await title.fill("変えたことば");
  await plan.saved();
  await plan.go("設定");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Settings");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Outline", exact: true }).click();
  await expect(title).toHaveValue("変えたことば");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(title).not.toHaveValue("変えたことば");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(title).toHaveValue("変えたことば");
  await expect(page.getByRole("status", { name: "Save status" })).toContainText("Saved on this device");

  await page.reload();
  await app.ready();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Outline");
  await expect(title).toHaveValue("変えたことば");
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: "日本語", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("設定");
  await plan.go("体系");
  await expect(title).toHaveValue("変えたことば");
});

test("年とマイナスの書き方は、画面にも図にも紙にも出て、計画には書かれない", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const before = await plan.export();
  await plan.go("設定");
  await page.getByRole("button", { name: "西暦（2024年度）" }).click();
  await page.getByRole("button", { name: "−40", exact: true }).click();
  await plan.go("概況");
  await expect(page.getByRole("main")).toContainText("2024年度");
  await expect(page.getByRole("main")).toContainText("−35");
  await expect(page.getByRole("main")).not.toContainText(/令和|△/);
  await plan.go("指標");
  await expect(page.getByRole("columnheader", { name: /2024/ }).first()).toBeVisible();
  await expect(page.locator("main figure svg").first()).toContainText("2024");
  await page.getByRole("rowheader", { name: "社会増減数（期間平均）" }).first().click();
  const chart = page.locator("main figure svg").filter({ hasText: "−40" });
  await expect(chart.first()).toBeVisible();
  await expect(chart.first()).not.toContainText("△");
  await plan.go("印刷");
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText("2021〜2025年度");
  expect(await plan.export()).toEqual(before);

  await page.reload();
  await app.ready();
  await plan.go("設定");
  await expect(page.getByRole("button", { name: "西暦（2024年度）" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "両方（令和6（2024）年度）" }).click();
  await plan.go("概況");
  await expect(page.getByRole("main")).toContainText("令和6（2024）年度");
});

// The one-file edition fetches nothing.
test("ことばが届かなければ、いまのことばのままで、そう言う", { tag: "@folder" }, async ({ app, page }) => {
  app.expectError(/Failed to (load|fetch)/);
  await page.route("**/words-en-*.txt", (route) => route.abort());
  await app.open();
  const dialog = await display(page);
  await dialog.getByRole("button", { name: "English" }).click();
  await expect(page.getByText("ことばのファイルを読み込めませんでした").first()).toBeVisible();
  await page.unroute("**/words-en-*.txt");
  await dialog.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/town/);
});

test("起動できないときも、選んだことばで言う", { tag: "@folder" }, async ({ app, page, context }) => {
  app.expectError(/./);
  await page.addInitScript(() => localStorage.setItem("michishirube/settings", JSON.stringify({ language: "en" })));
  await context.route(/\.wasm$/, (route) => route.abort());
  await page.goto(app.address);
  const alert = page.getByRole("alert");
  await expect(alert.getByRole("heading", { name: "Michishirube could not be opened" })).toBeVisible();
  await expect(alert.getByRole("button", { name: "Reload" })).toBeVisible();
});

test("やさしい日本語は、住民が見る画面で、短く言い、誰にでも使える", async ({ app, page }) => {
  await app.open();
  const dialog = await display(page);
  await dialog.getByRole("button", { name: "やさしい日本語" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ja");
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  const plan = await new Home(page).sample("みほん町");
  const heading = page.getByRole("main").getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/[\u3040-\u30ff]/);
  await expectAccessible(page);
  const base = await plan.address();
  await page.goto(`${base}/indicators`);
  await expect(page.locator("main figure svg").first()).toBeVisible();
  await expectAccessible(page);
  // The pages of the office stay in plain Japanese.
  await page.goto(`${base}/paper`);
  await expect(heading).toHaveText("印刷");
});
