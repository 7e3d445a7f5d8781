import type { Browser, Locator, Page } from "@playwright/test";
import { App, expect, test } from "./app";
import { expectToFit } from "./fitting";
import { downloaded, Home, jsonFile } from "./plan";
import { isTable } from "./talk";

// A phone, and a tablet in landscape.
const DEVICES = [{ width: 360, height: 740 }, { width: 1024, height: 768 }] as const;

const part = (page: Page, name: string) => page.getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true }).tap();

// Draws with a finger through places of the field, each a share from left and from top.
async function draw(page: Page, field: Locator, places: [number, number][]) {
  await field.scrollIntoViewIfNeeded();
  const box = (await field.boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const at = ([x, y]: [number, number]) => [{ x: box.x + box.width * x, y: box.y + box.height * y }];
  const before = await page.evaluate(() => scrollY);
  for (const [n, place] of places.entries()) {
    await touch.send("Input.dispatchTouchEvent", { type: n === 0 ? "touchStart" : "touchMove", touchPoints: at(place) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  // The line goes through the finger's position, rounded to a step of the scale.
  const last = at(places.at(-1)!)[0]!;
  await expect(async () => {
    const hand = (await field.locator(".learn-hand").boundingBox())!;
    expect(Math.abs(hand.y + hand.height / 2 - last.y)).toBeLessThan(box.height * 0.04);
  }).toPass();
  await touch.detach();
  expect(await page.evaluate(() => scrollY), "えがくあいだ、ページは動かない").toBe(before);
}

// Taps again if nothing happened: a browser may take a tap right after a drag as the end of the drag.
async function tapUntil(button: Locator, outcome: Locator) {
  await expect(async () => {
    if (await button.isEnabled({ timeout: 1_000 }).catch(() => false)) await button.tap();
    await expect(outcome).toBeVisible({ timeout: 1_500 });
  }).toPass();
}

// Expects that no message covers a field or button of the part.
async function expectUncovered(page: Page) {
  const covered = () => page.evaluate(() => {
    const toasts = [...document.querySelectorAll(".toast")].map((one) => one.getBoundingClientRect());
    const all = [...document.querySelectorAll("main :is(button, input, textarea, select, [role=slider])")];
    const meets = (one: DOMRect, other: DOMRect) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    return all.filter((one) => toasts.some((toast) => meets(toast, one.getBoundingClientRect()))).map((one) => one.textContent || one.tagName);
  });
  await expect.poll(covered, "知らせの下に隠れているもの").toEqual([]);
}

async function atTable(browser: Browser, address: string, viewport: { width: number; height: number }, file: Buffer) {
  const context = await browser.newContext({ viewport, hasTouch: true, locale: "ja-JP", timezoneId: "Asia/Tokyo", reducedMotion: "reduce" });
  const page = await context.newPage();
  await new App(page, address).open();
  const home = new Home(page);
  await home.choose(jsonFile("A.json", file));
  await home.opened();
  await isTable(page, "A");
  await expectUncovered(page);
  const main = page.getByRole("main");

  // 知る: two people draw.
  const field = main.getByRole("slider");
  // The drawing begins at the finger's first position, and follows its moves.
  await draw(page, field, [[0.98, 0.7]]);
  await draw(page, field, [[0.6, 0.4], [0.8, 0.35], [0.98, 0.25]]);
  await expect(field).toHaveAttribute("aria-valuetext", /約/);
  await tapUntil(main.getByRole("button", { name: "しまって、次の人がえがく" }), main.getByText("予想をしまいました。", { exact: false }));
  await expectUncovered(page);
  await draw(page, field, [[0.98, 0.8]]);
  await tapUntil(main.getByRole("button", { name: "答えを見る", exact: true }), main.getByText("予想は2本です。", { exact: false }));

  // 出し合う: a phone number is detected while it is typed.
  await part(page, "出し合う");
  const idea = main.getByRole("textbox", { name: "意見", exact: true });
  const add = main.getByRole("button", { name: "入れる", exact: true });
  await idea.tap();
  await page.keyboard.type("バスのことは090-1234-5678へ");
  await expect(main.getByText("電話番号のように見えるところがあります", { exact: false })).toBeVisible();
  await idea.fill("");
  for (const [n, text] of ["夜のバス", "夜のバス。", "公園"].entries()) {
    await idea.tap();
    await page.keyboard.type(text);
    await add.tap();
    await expect(main.getByRole("heading", { name: `これまでの意見　${n + 1}件` })).toBeVisible();
    await expectUncovered(page);
  }

  // 選ぶ: no message covers the ballot of the next voter.
  await part(page, "選ぶ");
  for (const person of [1, 2]) {
    const more = main.getByRole("button", { name: "「公園」を増やす" });
    for (let dot = 0; dot < 3; dot++) await more.tap();
    await main.getByRole("button", { name: "この内容で投票する" }).tap();
    await expect(main.getByText(`n = ${person}人`, { exact: true })).toBeVisible();
    await expect(main.getByText("投票しました。次の人に替わってください。")).toBeVisible();
    await expectUncovered(page);
  }
  await expectToFit(page, "選ぶ");
  const own = await downloaded(page, () => main.getByRole("button", { name: "テーブルのファイルを保存" }).tap());
  await context.close();
  return jsonFile("卓A.json", own.bytes);
}

for (const viewport of DEVICES) {
  test.describe(`幅 ${viewport.width}`, { tag: "@folder" }, () => {
    test.use({ viewport, hasTouch: true });

    test("会の初めから答えまで、指だけで行える", async ({ app, page, browser }) => {
      await app.open();
      const home = new Home(page);
      await page.getByRole("button", { name: "みほん町" }).tap();
      const plan = await home.opened();
      await page.goto(`${await plan.address()}/workshop`);
      const main = page.getByRole("main");
      await main.getByRole("button", { name: "対話の会をつくる" }).tap();
      for (const step of ["2/4", "3/4", "4/4"]) {
        await main.getByRole("button", { name: "次へ" }).tap();
        await expect(main.getByRole("heading", { name: new RegExp(`^${step}`) })).toBeVisible();
      }
      const file = await downloaded(page, () => main.getByRole("button", { name: "テーブルAのファイル" }).tap());
      const brought = await atTable(browser, app.address, viewport, file.bytes);

      await part(page, "振り返る");
      await page.getByLabel("ファイルを選ぶ").setInputFiles([brought]);
      await expect(main.getByRole("heading", { name: "意見のボード　3件" })).toBeVisible();
      await main.getByRole("button", { name: "「夜のバス」の2件をまとめる" }).tap();
      await expect(main.getByRole("heading", { name: "意見のボード　2件" })).toBeVisible();
      await main.getByRole("button", { name: "「公園」の操作" }).tap();
      await page.getByRole("menuitem", { name: "新しいグループへ動かす" }).tap();
      await page.getByRole("textbox", { name: "グループの名前" }).fill("遊ぶ場");
      await page.getByRole("button", { name: "動かす", exact: true }).tap();
      await expect(main.getByRole("region", { name: "遊ぶ場" })).toContainText("公園");
      await expectToFit(page, "振り返る");

      await part(page, "選ぶ");
      await main.getByRole("button", { name: "結果を開く" }).tap();
      await expect(main.getByRole("group", { name: "結果（シール）" }).getByRole("row").last().getByRole("cell").first()).toHaveText("6");

      await part(page, "答える");
      await expect(main.getByRole("article")).toHaveCount(2);
      const one = main.getByRole("article", { name: "公園" });
      await one.getByLabel("「公園」への対応").selectOption({ label: "反映する" });
      await one.getByRole("textbox", { name: /への町の考え方$/ }).tap();
      await page.keyboard.type("来年度に直します。");
      await main.getByRole("checkbox", { name: "公表する" }).tap();
      await expectToFit(page, "答える");
      await main.getByRole("link", { name: "「公表」で見本を確かめる" }).tap();
      await expect(page.getByRole("checkbox", { name: /^内容（.*意見/ })).toBeChecked();
    });
  });
}
