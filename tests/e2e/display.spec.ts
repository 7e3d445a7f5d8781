import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { expectNoColumnOfLetters, expectNothingCut, expectToFit } from "./fitting";
import { Home, openSample, type Plan } from "./plan";

// Choices, each with its factor for text or for rows.
const TEXTS = [["小さめ", 0.875], ["標準", 1], ["大きめ", 1.15], ["最大", 1.3]] as const;
const DENSITIES = [["ゆったり", 1.2], ["標準", 1], ["詰める", 0.84]] as const;
const WIDTHS = [[360, 740], [1280, 720], [1920, 1080]] as const;

const choice = (page: Page | Locator, group: string, name: string) => page.getByRole("group", { name: group }).getByRole("button", { name, exact: true });

const rootSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

async function choose(page: Page | Locator, text: string, density: string) {
  await choice(page, "文字の大きさ", text).click();
  await choice(page, "表示の密度", density).click();
}

// Opens the panel over the current page.
async function panel(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "検索・操作" });
  await palette.getByRole("combobox").fill("表示の設定");
  await palette.getByRole("option", { name: /表示の設定/ }).first().click();
  return page.getByRole("dialog", { name: "表示の設定" });
}

// Expects that elements of a line or a row are beside each other, without overlap.
async function expectNoOverlap(page: Page, name: string) {
  const over = () =>
    page.evaluate(() => {
      const rows = document.querySelectorAll("main :is(.row, .page-head, .goal-rows li, .grid-row, .line, .measure-head, .initiative, .total-line, .tabs), header.bar");
      const pairs: string[] = [];
      for (const row of rows) {
        const shown = [...row.children].filter((one) => {
          const { position, visibility } = getComputedStyle(one);
          return position === "static" && visibility === "visible" && one.getClientRects().length > 0 && one.textContent!.trim() !== "";
        });
        const boxes = shown.map((one) => ({ one, box: one.getBoundingClientRect() }));
        for (const [at, { one, box }] of boxes.entries())
          for (const next of boxes.slice(at + 1)) {
            const across = Math.min(box.right, next.box.right) - Math.max(box.left, next.box.left);
            const down = Math.min(box.bottom, next.box.bottom) - Math.max(box.top, next.box.top);
            if (across > 1 && down > 1) pairs.push(`${one.textContent!.slice(0, 20)} / ${next.one.textContent!.slice(0, 20)}`);
          }
      }
      return pairs.slice(0, 5);
    });
  await expect.poll(over, { message: `${name}で重なったもの` }).toEqual([]);
}

// A row is as high as its scroll distance, and the field is over its cell, at the end of the table as well.
async function expectRows(page: Page, height: number) {
  const row = page.locator(".grid-row:not(.grid-head)");
  await expect.poll(async () => (await row.nth(2).boundingBox())?.height).toBe(height);
  const all = Number(await page.getByRole("grid").getAttribute("aria-rowcount"));
  const grid = page.getByRole("grid");
  const apart = () =>
    grid.evaluate((grid, { all, height }) => {
      const header = grid.querySelector(".grid-head")!.getBoundingClientRect().height;
      return Math.abs(grid.scrollHeight - header - all * height);
    }, { all, height });
  await expect.poll(apart).toBeLessThanOrEqual(1);
  await page.locator("#grid-input").focus();
  await expect(page.locator("#grid-input")).toBeFocused();
  await page.keyboard.press("Control+End");
  const selected = grid.locator('.grid-cell[aria-selected="true"]');
  await expect(selected).toBeInViewport({ ratio: 0.9 });
  const off = async () => {
    const [cell, field] = [await selected.boundingBox(), await page.locator("#grid-input").boundingBox()];
    // On a card the head of the cell is above the field.
    const below = (one: { y: number; height: number }) => one.y + one.height;
    return cell && field ? Math.max(Math.abs(cell.x - field.x), Math.abs(below(cell) - below(field)), Math.abs(cell.width - field.width)) : Infinity;
  };
  await expect.poll(off).toBeLessThanOrEqual(2);
  await page.keyboard.press("Control+Home");
}

async function expectFitting(page: Page, plan: Plan, name: string) {
  await plan.go(name);
  await expectToFit(page, name);
  await expectNothingCut(page, name);
  await expectNoColumnOfLetters(page, name);
  await expectNoOverlap(page, name);
}

// The largest text is checked in every width; the height of a row depends only on text and density.
for (const [width, height] of WIDTHS)
  test.describe(`文字の大きさ、幅 ${width}`, { tag: "@folder" }, () => {
    test.use({ viewport: { width, height } });

    test("どの密度でも、切れず、重ならず、行の高さは送る高さと同じ", async ({ app, page }) => {
      test.slow();
      const plan = await openSample(app, "みほん町");
      for (const [text, larger] of width === 1280 ? TEXTS : TEXTS.slice(-1))
        for (const [density, higher] of DENSITIES) {
          await plan.go("設定");
          await choose(page, text, density);
          await expect.poll(() => rootSize(page)).toBe(`${16 * larger}px`);
          for (const name of ["概況", "体系", "実施計画", "指標"]) await expectFitting(page, plan, name);
          // Half a card has half the line of names and two lines of three figures, in every density.
          await expectRows(page, Math.round(width === 360 ? 108 * larger : 36 * larger * higher));
        }
    });
  });

for (const [width, height] of WIDTHS)
  test.describe(`最大の文字、幅 ${width}`, { tag: "@folder" }, () => {
    test.use({ viewport: { width, height } });

    test("どの画面も収まり、誰にでも使える", async ({ app, page }) => {
      test.slow();
      await page.addInitScript(() => localStorage.setItem("michishirube/settings", JSON.stringify({ text: "largest" })));
      await app.open();
      await expectToFit(page, "はじめに");
      await expectAccessible(page);
      const plan = await new Home(page).sample("みほん町");
      for (const name of await plan.pages()) {
        await expectFitting(page, plan, name);
        // The closest targets are those on a phone.
        if (width === 360) await expectAccessible(page);
      }
    });
  });

test("文字の大きさと密度は、この端末に残り、計画には書かれない", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const before = await plan.export();
  await plan.go("設定");
  await choose(page, "大きめ", "詰める");
  await expect(choice(page, "文字の大きさ", "大きめ")).toHaveAttribute("aria-pressed", "true");
  await expect(choice(page, "文字の大きさ", "標準")).toHaveAttribute("aria-pressed", "false");
  // A choice by keyboard keeps the focus.
  await expect(choice(page, "表示の密度", "詰める")).toBeFocused();
  await plan.go("概況");
  expect(await plan.export()).toEqual(before);

  await page.reload();
  await app.ready();
  await expect(page.locator("html")).toHaveAttribute("data-text", "large");
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await plan.go("設定");
  await expect(choice(page, "文字の大きさ", "大きめ")).toHaveAttribute("aria-pressed", "true");
  await choose(page, "標準", "標準");
  await page.getByRole("button", { name: "−40", exact: true }).click();
  await page.reload();
  await app.ready();
  await expect.poll(() => rootSize(page)).toBe("16px");
});

test("文字の大きさは、アプリが届くまえから効いている", { tag: "@folder" }, async ({ app, page, context }) => {
  app.expectError(/./);
  await page.addInitScript(() => localStorage.setItem("michishirube/settings", JSON.stringify({ text: "largest", density: "compact", theme: "dark" })));
  await context.route(/\.wasm$/, (route) => route.abort());
  await page.goto(app.address);
  await expect(page.locator("html")).toHaveAttribute("data-text", "largest");
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(() => rootSize(page)).toBe("20.8px");
  await expect(page.getByRole("alert")).toBeVisible();
});

test("ブラウザの文字の大きさにも従い、その上に重ねる", { tag: "@folder" }, async ({ app, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const client = await page.context().newCDPSession(page);
  await client.send("Page.setFontSizes", { fontSizes: { standard: 20 } });
  await page.addInitScript(() => localStorage.setItem("michishirube/settings", JSON.stringify({ text: "large" })));
  await app.open();
  await expect.poll(() => rootSize(page)).toBe("23px");
  const plan = await new Home(page).sample("みほん町");
  await plan.go("指標");
  await expectRows(page, Math.round(36 * 1.25 * 1.15));
});

test("表を見ながら大きさを変えても、見ていた行も選んだセルもそのままで、図の文字も変わる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "指標");
  const grid = page.getByRole("grid");
  const top = () => grid.evaluate((grid) => grid.scrollTop / grid.querySelector<HTMLElement>(".grid-row:not(.grid-head)")!.offsetHeight);
  await page.locator("#grid-input").focus();
  for (let pages = 0; pages < 2; pages++) await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowRight");
  const field = page.locator("#grid-input");
  const [name, before] = await still(page, async () => [await field.getAttribute("aria-label"), await top()] as const);
  const type = page.locator("main figure svg text").first();
  await expect(type).toBeVisible();
  const size = () => type.evaluate((text) => text.getBoundingClientRect().height);
  const usual = await still(page, size);

  const dialog = await panel(page);
  await choose(dialog, "最大", "ゆったり");
  await page.keyboard.press("Escape");
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1);
  await expect(field).toHaveAttribute("aria-label", name!);
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator('.grid-cell[aria-selected="true"]')).toBeInViewport({ ratio: 0.9 });
  await expect.poll(async () => (await size()) / usual).toBeCloseTo(1.3, 1);
});

test("印刷にも効き、表は紙に収まる", { tag: "@folder" }, async ({ app, page }) => {
  test.slow();
  const plan = await openSample(app, "みほん町");
  const size = () => page.locator(".leaf").first().evaluate((leaf) => parseFloat(getComputedStyle(leaf).fontSize));
  await plan.go("印刷");
  const usual = await still(page, size);
  await plan.go("設定");
  await choice(page, "文字の大きさ", "最大").click();
  await plan.go("印刷");
  const kinds = page.getByLabel("印刷するもの");
  const forms = kinds.locator("option");
  await expect.poll(size).toBeCloseTo(usual * 1.1, 1);
  for (const name of await forms.allTextContents()) {
    await kinds.selectOption(name);
    await expect(page).toHaveTitle(new RegExp(`　${name}$`));
    const wide = () =>
      page.locator(".leaf").evaluateAll((leaves) =>
        leaves.flatMap((leaf) => [...leaf.querySelectorAll(".printed, .printed :is(th, td), .paper-strip")].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent!.slice(0, 30))),
      );
    await expect.poll(wide, { message: `${name}で紙からはみ出したもの` }).toEqual([]);
  }
});
