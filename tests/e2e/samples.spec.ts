import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { DRAWN, expect, expectAccessible, still, test } from "./app";
import { expectNoColumnOfLetters, expectNothingCut, expectToFit } from "./fitting";
import { Home, jsonFile, SAMPLES } from "./plan";

// Texts that a page must never show.
const BROKEN = /undefined|NaN|null|\[object|Some\(|None\b|Infinity|(?<![\d.,])-0(?![\d.,])/;

// A sample as a saved file has it; dist/ has it without blanks.
const written = (file: string) => readFile(join(import.meta.dirname, "../../public/samples", `${file}.json`));

async function expectWhole(page: Page, name: string) {
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 }), name).toHaveText(/\S/);
  await expect(page.getByRole("heading", { level: 1 }), `${name}の見出しの数`).toHaveCount(1);
  await expect(async () => {
    const text = await main.innerText();
    expect(text, name).not.toMatch(BROKEN);
    const rest = text.replace((await main.getByRole("heading", { level: 1 }).innerText()).trim(), "");
    expect(rest.trim().length, `${name}の中身`).toBeGreaterThan(10);
    const values = await main.locator("input, textarea").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    for (const value of values) expect(value, name).not.toMatch(BROKEN);
  }).toPass();
}

// Expects that every chart of the page is drawn, without an error message. Scrolls back to the top afterwards:
// elements half covered by the bar would be measured as too small.
async function expectDrawn(page: Page, name: string) {
  const charts = page.getByRole("main").locator("figure");
  const count = await still(page, () => charts.count());
  for (let at = 0; at < count; at++) {
    await charts.nth(at).scrollIntoViewIfNeeded();
    await expect(charts.nth(at).locator("svg").first(), `${name}の図`).toBeVisible();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
}

// With something of every kind, and with the sheets of a real year: every page of these is checked for accessibility.
const WITH_AXE = ["mihon", "hokuto-2024"];

// On a light screen the whole page; on a dark one, for the sample with something of every kind, the colours.
async function expectUsable(page: Page, file: string) {
  if (!WITH_AXE.includes(file)) return;
  await expectAccessible(page);
  if (file !== "mihon") return;
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, DRAWN);
  await page.emulateMedia({ colorScheme: "light" });
}

for (const [button, file] of SAMPLES) {
  // The file edition has the same pages: there the pages of one sample are enough.
  test(`見本 ${file}: どの画面も、欠けたところなく、収まり、誰にでも使える`, { tag: file === "mihon" ? [] : "@folder" }, async ({ app, page, edition }) => {
    test.slow();
    const usable = async () => edition === "folder" && expectUsable(page, file);
    await app.open();
    await usable();
    const plan = await new Home(page).sample(button);
    for (const name of await plan.pages()) {
      await plan.go(name);
      await expectWhole(page, name);
      await expectDrawn(page, name);
      await usable();
      if (edition === "folder" && file === "mihon") {
        await expectToFit(page, name);
        await expectNothingCut(page, name);
        await expectNoColumnOfLetters(page, name);
      }
    }
    await plan.go("体系");
    await page.getByRole("button", { name: "体系図" }).click();
    await expectWhole(page, "体系図");
    await expectDrawn(page, "体系図");
    await expectToFit(page, "体系図");
    await usable();
  });
}

// The native tests of the format check that every sample is written as it was read; this test, that the app does so.
for (const [button, file] of SAMPLES.slice(0, 1)) {
  test(`見本 ${file}: 書き出すと同じバイト列で、そのファイルを開くと、同じ計画があると言われる`, async ({ app, page }) => {
    const original = await written(file);
    await app.open();
    const home = new Home(page);
    const plan = await home.sample(button);
    expect(await plan.export()).toEqual(original);
    const asked = page.getByRole("dialog", { name: "同じ計画がすでにあります" });
    await plan.toHome();
    await home.choose(jsonFile(`${file}.json`, original));
    await asked.getByRole("button", { name: "この端末の計画を開く" }).click();
    await home.opened();
    expect(await plan.export()).toEqual(original);
    await plan.toHome();
    await expect(home.cards).toHaveCount(1);
    await home.choose(jsonFile(`${file}.json`, original));
    await asked.getByRole("button", { name: "別の計画として開く" }).click();
    await home.opened();
    await plan.toHome();
    await expect(home.cards).toHaveCount(2);
    const { title } = JSON.parse(original.toString());
    for (const name of [title, `${title}（2）`]) await expect(home.card(name)).toBeVisible();
  });
}

test("開くファイルが端末の計画と違うときは、違うと言われ、端末の計画は変わらない", { tag: "@folder" }, async ({ app, page }) => {
  const original = await written("mihon");
  const other = JSON.parse(original.toString());
  other.goals[0].title = "別の人が書いた目標";
  const file = jsonFile("直した計画.json", JSON.stringify(other));
  await app.open();
  const home = new Home(page);
  const plan = await home.sample("みほん町");
  await plan.toHome();
  const asked = page.getByRole("dialog", { name: "同じ名称の計画がすでにあります" });
  await home.drop(file);
  await expect(asked).toContainText("ファイルの内容とは違います");
  await expectAccessible(page);
  await asked.getByRole("button", { name: "開かない" }).click();
  await expect(asked).toBeHidden();
  await expect(home.cards).toHaveCount(1);
  await home.choose(file);
  await asked.getByRole("button", { name: "この端末の計画を開く" }).click();
  await home.opened();
  expect(await plan.export()).toEqual(original);
  await plan.toHome();
  await home.choose(file);
  await asked.getByRole("button", { name: "別の計画として開く" }).click();
  await home.opened();
  const apart = JSON.parse((await plan.export()).toString());
  expect(apart.goals[0].title).toBe("別の人が書いた目標");
  expect(apart.title).toBe(`${other.title}（2）`);
  await plan.toHome();
  await expect(home.cards).toHaveCount(2);
});

test("見本の代わりにページが届いたら、担当者に何を頼むかを言い、直れば開く", { tag: "@folder" }, async ({ app, page }) => {
  app.expectError(/a page in its place/);
  await app.open();
  const home = new Home(page);
  for (const contentType of ["text/html", "application/json"]) {
    await page.route("**/samples/*.json", (route) => route.fulfill({ status: 200, contentType, body: "<!doctype html><title>みちしるべ</title>" }));
    const answered = page.waitForResponse("**/samples/*.json");
    await page.getByRole("button", { name: "北本市" }).click();
    // The message about the first may still be shown.
    await answered;
    await expect(home.alert).toContainText("見本の代わりに、別の内容が届きました");
    await expect(home.alert).toContainText("サイトを置いた担当者に");
    await expect(home.alert).not.toContainText("JSON");
    await page.unroute("**/samples/*.json");
  }
  const plan = await home.sample("北本市");
  await plan.saved();
});
