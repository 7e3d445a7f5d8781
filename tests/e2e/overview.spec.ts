import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { Home, openSample } from "./plan";

const cards = (page: Page) => page.locator(".goal-card");

// Expects that no part of a card reaches beyond it.
async function expectInside(card: Locator, what: string) {
  const own = (await card.boundingBox())!;
  for (const part of await card.locator("a, .status, .goal-figures, .goal-status, .status-bar").all()) {
    const box = await part.boundingBox();
    if (!box || box.width === 0) continue;
    const text = `${what}：${await part.innerText()}`;
    expect(box.x, text).toBeGreaterThanOrEqual(own.x);
    expect(box.x + box.width, text).toBeLessThanOrEqual(own.x + own.width + 0.5);
    expect(box.y + box.height, text).toBeLessThanOrEqual(own.y + own.height + 0.5);
  }
}

// Expects that no word of a figure is on a line of its own.
async function expectOneLine(parts: Locator, what: string) {
  const tall = () =>
    parts.evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height > 2 * parseFloat(getComputedStyle(one).fontSize)).map((one) => one.textContent),
    );
  await expect.poll(tall, what).toEqual([]);
}

test("1280では、目標が最初の画面にあり、評価の印はカードの中に収まる", async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open();
  for (const [sample, counts] of [["北本市", "目標6施策0取組0指標15"], ["みほん町", "目標5施策13取組35指標27"]] as const) {
    const home = new Home(page);
    const plan = await home.sample(sample);
    await plan.go("概況");
    await expect(page.getByRole("list", { name: "計画の概要" })).toContainText(counts);
    await expect(cards(page).first().getByRole("listitem").first()).toBeVisible();
    await expect.poll(async () => (await cards(page).first().boundingBox())?.y, `${sample}の最初の目標の高さ`).toBeLessThan(380);
    await expect(async () => {
      for (const card of await cards(page).all()) await expectInside(card, sample);
    }).toPass();
    await plan.toHome();
  }
});

test("360では、名前の下に実績と目標が一行に並び、評価の印はカードの中に収まる", async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const plan = await openSample(app, "みほん町", "概況");
  await expect(cards(page).first().getByRole("listitem").first()).toBeVisible();
  await expect(async () => {
    for (const card of await cards(page).all()) {
      await expectInside(card, "みほん町");
      for (const one of await card.getByRole("listitem").all()) {
        const [name, figures] = [(await one.locator(".goal-name").first().boundingBox())!, (await one.locator(".goal-figures").first().boundingBox())!];
        expect(figures.y, await one.innerText()).toBeGreaterThanOrEqual(name.y + name.height - 1);
      }
    }
  }).toPass();
  await expectOneLine(page.locator(".goal-figures b, .goal-figures .sub, .goal-status .status"), "図の数値");
  await expect.poll(() => page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
});

test("最近の変更は、日時・項目・前後の値が作業のまとまりごとに並び、開き直しても残る", async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "概況");
  const recent = page.getByRole("region", { name: "最近の変更" });
  await expect(recent).toContainText("変更は、まだありません。");
  await plan.go("体系");
  const name = plan.field("目標の名称").first();
  const before = await name.inputValue();
  await name.fill("働く場を増やす");
  await plan.saved();
  for (const again of [false, true]) {
    if (again) await page.reload();
    await plan.go("概況");
    await expect(recent.getByRole("heading", { level: 3 })).toHaveText(/^きょう \d+:\d\d（1件）$/);
    await expect(recent.getByRole("listitem")).toHaveText(new RegExp(`^\\d\\d:\\d\\d.*の名称を変更\\s*${before} → 働く場を増やす\\s*$`));
  }
  await expectAccessible(page);
});

test("はじめたばかりの計画で、次の一歩は一つだけ目立つ", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "計画");
  await plan.go("概況");
  const main = page.locator("main .btn.main");
  await expect(main).toHaveText("基本目標を書く");
  await page.getByRole("region", { name: "はじめの5つの手順" }).getByRole("button", { name: "この案内を閉じる" }).click();
  await expect(main).toHaveText("基本目標を書く");
});

test("概況の行で、小さな図は数値に重ならず、「実績なし」は評価の印だけが言う", async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await app.open();
  await new Home(page).sample("北本市");
  const rows = page.locator(".goal-rows li");
  await expect(rows.first().locator(".goal-status")).toContainText("実績なし");
  await expect(rows.first().locator(".goal-figures b").first()).toHaveClass(/visually-hidden/);
  const over = () =>
    rows.evaluateAll((all) =>
      all.flatMap((row) => {
        const sparks = [...row.querySelectorAll(".spark")].map((one) => one.getBoundingClientRect());
        const figures = [...row.querySelectorAll(".goal-figures")].map((one) => one.getBoundingClientRect());
        return sparks.some((spark) => figures.some((box) => spark.right > box.left && spark.top < box.bottom && box.top < spark.bottom)) ? [row.textContent] : [];
      }),
    );
  await expect.poll(over).toEqual([]);
});

test("「R6の実績を入力」は、その年度の未入力だけを並べ、最初の欄に入れる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "概況");
  const button = page.locator(".page-head").getByRole("button", { name: /^R\d+の実績を入力$/ });
  // The only main button of the page is that of the step that is due.
  await expect(page.locator("main .btn.main")).toHaveText(/^R\d+の実績を入力$/);
  const year = 2018 + Number((await button.innerText()).match(/\d+/)![0]);
  await button.click();
  await expect(page.getByRole("combobox", { name: "入力する年度" })).toHaveValue(`${year}`);
  await expect(page.getByRole("button", { name: "未入力のみ" })).toHaveAttribute("aria-pressed", "true");
  const fields = page.getByRole("textbox", { name: /の実績$/ });
  await expect(fields.first()).toBeFocused();
  // 未公表 and 集計中 still count as open; no field holds a figure.
  for (const field of await fields.all()) await expect(field).not.toHaveValue(/[0-9０-９]/);
  const before = await fields.count();
  // The figure is entered in that year, and the next field follows.
  const name = (await fields.first().getAttribute("aria-label")) ?? "";
  expect(name).not.toBe("");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("123");
  await page.keyboard.press("Tab");
  await plan.saved();
  await plan.go("概況");
  await button.click();
  await expect(fields).toHaveCount(before - 1);
  await expect(page.getByRole("textbox", { name, exact: true })).toHaveCount(0);
  await expect(fields.first()).toBeFocused();
});
