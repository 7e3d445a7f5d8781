import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { Home, jsonFile, Plan } from "./plan";

// A plan that a file may hold, though nobody types it: endless names, and words without a break.
const KANJI = "総合戦略重要業績評価指標".repeat(850).slice(0, 10_000);
const WORD = "W".repeat(400);

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null;

// Every text of the plan under one of these names becomes longer; only the first of a kind becomes extremely long.
function stretched(value: Json, longest: Set<string>, of = ""): Json {
  if (Array.isArray(value)) return value.map((one) => stretched(one, longest, of));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (typeof one !== "string" || of === "funds" || !/^(title|name|subtitle|direction|text|owner|note|source|unit)$/.test(key)) return [key, stretched(one, longest, key)];
      const kind = `${of} ${key}`;
      const first = !longest.has(kind) && key !== "unit";
      longest.add(kind);
      return [key, first ? KANJI : `${one}${WORD}`];
    }),
  );
}

async function hostile(page: Page): Promise<Plan> {
  const sample = await readFile(join(process.env.MICHISHIRUBE_DIST!, "samples", "mihon.json"), "utf8");
  const plan = stretched(JSON.parse(sample), new Set());
  const home = new Home(page);
  await home.choose(jsonFile("長い.json", JSON.stringify(plan)));
  return home.opened();
}

// Expects that text typed while a page is being drawn appears at once: nothing blocks the browser.
async function answers(page: Page, name: string) {
  const search = page.getByRole("dialog").getByRole("combobox");
  await page.keyboard.press("Control+k");
  await expect(search, `${name}が開いて、キーに答える`).toBeFocused();
  await page.keyboard.type("概況");
  await expect(search, `${name}で打った文字が見える`).toHaveValue("概況");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
}

test.describe("名前がどんなに長くても", () => {
  test("広い画面でもせまい画面でも、どのページも開いてすぐに答え、横にはみ出さない", async ({ app, page }) => {
    test.slow();
    const show = (width: number) => page.setViewportSize({ width, height: 740 });
    const fits = (name: string) => expect.soft.poll(() => page.evaluate("document.documentElement.scrollWidth - innerWidth"), { message: `${name}の横幅` }).toBeLessThanOrEqual(0);
    await app.open();
    const plan = await hostile(page);
    await plan.saved();
    // Every other page is opened at 360; each is then redrawn in the other width.
    for (const [at, name] of (await plan.pages()).entries()) {
      const [first, second] = at % 2 === 0 ? [1280, 360] : [360, 1280];
      await show(first);
      await plan.go(name);
      await answers(page, name);
      await fits(`${name} ${first}`);
      await show(second);
      await answers(page, name);
      await fits(`${name} ${second}`);
    }
    const home = await plan.toHome();
    await expect(home.cards).toHaveCount(1);
    for (const width of [1280, 360]) {
      await show(width);
      await fits(`はじめに ${width}`);
    }
  });

  test("窓に出しても止まらず、名前は欠けずに残る", async ({ app, page }) => {
    test.slow();
    await app.open();
    const plan = await hostile(page);
    await plan.go("体系");
    await expect(plan.field("目標の名称")).toHaveValue(KANJI);
    await page.keyboard.press("Control+k");
    const search = page.getByRole("dialog").getByRole("combobox");
    await expect(search).toBeFocused();
    await page.keyboard.type("総合戦略");
    await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    const name = plan.field("目標の名称");
    await name.focus();
    await expect(name).toBeFocused();
    await name.press("Control+End");
    await name.pressSequentially("X");
    await expect(plan.field("目標の名称")).toHaveValue(`${KANJI}X`);
    await plan.saved();
    await page.reload();
    await expect(plan.field("目標の名称")).toHaveValue(`${KANJI}X`);
  });
});
