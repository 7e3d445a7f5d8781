import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { expectNoColumnOfLetters, expectNothingCut, expectToFit } from "./fitting";
import { downloaded, Home, openPasteTable, openSample, type Plan } from "./plan";

// A phone, an office laptop, a projector; and the samples whose every page is checked in that width: samples.spec
// covers the laptop.
const WIDTHS = [
  { width: 360, height: 740, samples: ["みほん町", "北斗市 実施計画", "北本市"] },
  { width: 1280, height: 720, samples: [] },
  { width: 1920, height: 1080, samples: ["みほん町"] },
];

async function expectFitting(page: Page, plan: Plan, name: string) {
  await plan.go(name);
  await expectToFit(page, name);
  await expectNothingCut(page, name);
  await expectNoColumnOfLetters(page, name);
}

test.describe("幅 1920の使い方", { tag: "@folder" }, () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test("画面の幅が使われ、右に空いたままの所がない", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町");
    for (const name of ["概況", "体系", "指標", "実施計画", "評価", "日程", "整合"]) {
      await plan.go(name);
      const right = () =>
        page.getByRole("main").evaluate((main) => Math.max(...[...main.querySelectorAll("section, table, article, ul")].map((one) => one.getBoundingClientRect().right)));
      await expect.poll(right, name).toBeGreaterThan(1700);
    }
    // 日程 scrolls with its page, not within it.
    await plan.go("日程");
    const within = page.getByRole("main").locator(".timetable");
    await expect.poll(() => within.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1);
  });
});

// An office laptop: the work begins at the top of the page, despite explanations and messages.
test.describe("1280×800では、仕事が上から始まる", { tag: "@folder" }, () => {
  test.use({ viewport: { width: 1280, height: 800 } });
  const TOP = 250;
  const top = (work: Locator) => work.evaluate((element) => element.getBoundingClientRect().top);
  const expectAtTop = async (work: Locator, name: string) => {
    await expect(work).toBeVisible();
    await expect.poll(() => top(work), name).toBeLessThanOrEqual(TOP);
  };

  test("整合の表と一覧、評価のシート、印刷のプレビュー", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町");
    const main = page.getByRole("main");
    await plan.go("整合");
    await expect(main.getByText("新しい枠組みがあります（1件）")).toBeVisible();
    await expectAtTop(main.getByRole("textbox").first(), "整合の一覧");
    await main.getByRole("button", { name: "表", exact: true }).click();
    await expectAtTop(main.getByRole("grid"), "整合の表");
    await main.getByText("このページについて").click();
    await expect(main.getByText("結びつきのない項目には印がつきます。")).toBeVisible();
    await plan.go("評価");
    await expectAtTop(main.getByRole("article").getByRole("textbox").first(), "評価のシート");
    await main.getByText("入力のしかた").click();
    await expect(main.getByText("Excel の表を、下の欄にそのまま貼り付けられます。")).toBeVisible();
    await plan.go("印刷");
    await expectAtTop(main.getByRole("region", { name: "プレビュー" }), "印刷のプレビュー");
  });

  test("貼り付けたものは、読み取った結果が文章より上に出る", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町");
    let dialog = await openPasteTable(page);
    let text = dialog.getByRole("textbox", { name: "指標の表" });
    await text.fill("指標\t単位\tR3\tR4\tR5\tR6\t目標R7\n朝市の出店者\t人\t46\t44\t38\t36\t50\n見守り協定の数\t件\t25\t26\t30\t31\t38\n");
    const table = dialog.getByRole("table", { name: "読み取った指標" });
    await expectAtTop(dialog.getByText(/^2件の指標（2項目）を読み取りました/), "読み取った指標");
    await expect(table).toBeVisible();
    expect(await top(text)).toBeGreaterThan(await top(table));
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await (await plan.toHome()).create("ためし町", "ためし町総合戦略");
    await page.getByRole("region", { name: "はじめの5つの手順" }).getByRole("button", { name: "前の計画を貼り付ける" }).click();
    dialog = page.getByRole("dialog", { name: "前の計画から目標・施策・取組・指標を取り込む" });
    text = dialog.getByRole("textbox", { name: "計画の文章" });
    await text.fill("基本目標1　しごとをつくる\n施策1-1　農業の担い手を育てる\n・就農相談\n・研修農場\n");
    const lines = dialog.getByRole("list", { name: "読み取った行" });
    await expectAtTop(dialog.getByText(/^目標1件・施策1件・取組2件/), "読み取った行");
    await expect(lines).toBeVisible();
    expect(await top(text)).toBeGreaterThan(await top(lines));
  });
});

for (const { width, height, samples } of WIDTHS) {
  test.describe(`幅 ${width}`, { tag: "@folder" }, () => {
    test.use({ viewport: { width, height } });

    test("はじめにと、その窓が収まる", async ({ app, page }) => {
      await app.open();
      await expectToFit(page, "はじめに");
      await page.getByRole("button", { name: "新しくつくる" }).click();
      const dialog = page.getByRole("dialog", { name: "新しくつくる" });
      await expect(dialog).toBeInViewport({ ratio: 1 });
      await expectToFit(page, "新しくつくる");
      await expectAccessible(page);
    });

    for (const sample of samples) {
      test(`${sample}: どの画面も収まり、切れたところがない`, async ({ app, page }) => {
        test.slow();
        const plan = await openSample(app, sample);
        for (const name of await plan.pages()) await expectFitting(page, plan, name);
        await plan.go("体系");
        await page.getByRole("button", { name: "体系図" }).click();
        await expectToFit(page, "体系図");
      });
    }

    test("版を比べる表も、翌年度の計画をつくる窓の表も、一字ずつの列にならない", async ({ app, page }) => {
      const plan = await openSample(app, "みほん町", "版と比較");
      await page.getByRole("button", { name: "現在の内容を版に保存" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "素案", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "この名前で保存" }).click();
      await expect(page.getByRole("table", { name: "名前をつけた版" }).getByRole("row").filter({ hasText: "素案" })).toBeVisible();
      await plan.go("体系");
      await plan.field("目標の名称").fill("海と里のしごとを次の世代に引き継ぐ");
      await plan.go("版と比較");
      await page.getByRole("button", { name: /現在と比較/ }).first().click();
      await expect(page.getByRole("region", { name: /からの違い/ }).first()).toBeVisible();
      await expectNoColumnOfLetters(page, "版と比較");
      await plan.go("実施計画");
      await page.getByRole("button", { name: "翌年度の計画をつくる" }).click();
      await expect(page.getByRole("dialog").getByRole("table")).toBeVisible();
      await expectNoColumnOfLetters(page, "翌年度の計画");
    });

    test("窓が収まり、誰にでも使える", async ({ app, page }) => {
      await app.open();
      await new Home(page).sample("みほん町");
      for (const [key, name] of [["F1", "使い方"], ["Control+k", "検索・操作"]] as const) {
        await page.keyboard.press(key);
        const dialog = page.getByRole("dialog", { name });
        await expect(dialog).toBeInViewport({ ratio: 1 });
        await expectToFit(page, name);
        await expectAccessible(page);
        await page.keyboard.press("Escape");
        await expect(dialog).toBeHidden();
      }
    });

    // A projector shows the same as a laptop.
    if (width < 1920) test("どの図にも表があり、図のボタンが働く", async ({ app, page }) => {
      const plan = await openSample(app, "みほん町", "指標");
      await page.getByRole("button", { name: "一覧", exact: true }).click();
      await page.getByRole("listitem").getByRole("link", { name: "総人口" }).click();
      await expectCharts(page, "指標");
      await plan.go("体系");
      await page.getByRole("button", { name: "体系図" }).click();
      await page.getByRole("button", { name: "円の図でも見る" }).click();
      await expectCharts(page, "体系図");
    });
  });
}

// Each chart has its sentence, its table with figures, and can be saved as both kinds of picture.
async function expectCharts(page: Page, name: string) {
  const charts = page.getByRole("main").locator("figure");
  await expect(charts.first(), `${name}の図`).toBeVisible();
  const count = await still(page, () => charts.count());
  for (let at = 0; at < count; at++) {
    const chart = charts.nth(at);
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator("svg").first()).toBeVisible();
    await expect(chart.locator("figcaption")).toHaveText(/\S.*。/s);
    await expectTable(chart);
    for (const kind of ["PNG", "SVG"] as const) {
      const file = await downloaded(page, () => chart.getByRole("button", { name: new RegExp(`図を${kind}で保存`) }).click());
      expect(file.name).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
      if (kind === "PNG") expect(file.bytes.subarray(0, 8)).toEqual(Buffer.from("89504e470d0a1a0a", "hex"));
      else expect(file.bytes.toString()).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^]*<text[^]*<\/svg>\s*$/);
      expect(file.bytes.length, `${name}の図（${kind}）`).toBeGreaterThan(2000);
    }
  }
}

async function expectTable(chart: Locator) {
  const table = chart.getByRole("table");
  const toggle = chart.getByRole("button", { name: "表で見る" });
  await expect(toggle.or(table).first()).toBeVisible();
  if (await toggle.isVisible()) {
    await expect(table).toBeHidden();
    await toggle.click();
    await expect(table).toBeVisible();
    await expect.poll(() => table.getByRole("row").count()).toBeGreaterThan(1);
    await toggle.click();
    await expect(table).toBeHidden();
  } else {
    await expect(table).toBeVisible();
    await expect.poll(() => table.getByRole("row").count()).toBeGreaterThan(1);
  }
}
