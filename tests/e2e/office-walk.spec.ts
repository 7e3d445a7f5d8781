// The office's work in spring, and handing out to sections, with the clicks of the user counted.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./app";
import { Counted } from "./counted";
import { downloaded, Home, jsonFile, Plan } from "./plan";
import { unpacked } from "./zip";

type Series = { actuals?: Record<string, unknown> };
type File = { indicators: { series: Series[] }[] };

// みほん町 before the figures of the past year are entered.
async function inSpring() {
  const file: File = JSON.parse(await readFile(join(process.env.MICHISHIRUBE_DIST!, "samples", "mihon.json"), "utf8"));
  for (const { actuals } of file.indicators.flatMap(({ series }) => series)) delete actuals?.["2024"];
  return jsonFile("みほん町.json", JSON.stringify(file));
}

test("春の仕事: 実績10件・シート2枚・確定・翌年度の計画を、クリック10回以内で", { tag: "@folder" }, async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2025-05-12T10:00:00+09:00"));
  await app.open();
  const home = new Home(page);
  await home.choose(await inSpring());
  const plan = await home.opened();
  const hand = new Counted(page);
  await hand.click("button", /の実績を入力$/, ".next-in-year");
  const field = page.locator(".entry-list :focus");
  await expect(field).toBeVisible();
  for (let nth = 1; nth <= 10; nth++) {
    const name = await field.getAttribute("id");
    await expect(field).toHaveValue("");
    await page.keyboard.type(`${nth}`);
    await hand.key("Enter");
    await expect(field).not.toHaveAttribute("id", name!);
  }
  await hand.click("link", "評価", "nav");
  const main = page.getByRole("main");
  const sheet = main.getByRole("article");
  const heading = sheet.getByRole("heading").first();
  const first = await heading.textContent();
  const b = sheet.getByRole("group", { name: "評価" }).getByRole("button", { name: "B", exact: true });
  await hand.click("button", "B", "article");
  await expect(b).toHaveAttribute("aria-pressed", "true");
  await hand.click("textbox", "成果・課題", "article");
  await page.keyboard.press("End");
  await page.keyboard.type("担い手が増えた。");
  await main.getByRole("navigation", { name: "施策", exact: true }).getByRole("link").nth(1).click();
  hand.clicks += 1;
  await expect(heading).not.toHaveText(first!);
  await hand.click("button", "B", "article");
  await expect(b).toHaveAttribute("aria-pressed", "true");
  await hand.click("button", "年度の確定");
  await hand.click("button", "令和6年度を確定する");
  await expect(main.getByRole("region", { name: "年度の確定" })).toContainText("令和6年度は確定済みです");
  // The next act of the office is offered where the year was closed.
  await hand.click("button", "令和8年度の計画をつくる");
  await hand.click("button", "この内容でつくる");
  await expect(main.getByLabel("計画の年度").locator("option:checked")).toHaveText(/^令和8年度（\d+シート）$/);
  expect(hand.clicks).toBeLessThanOrEqual(10);
  await plan.saved();
});

test("三つ以上の課へ、締切と年度を決めたExcelブックを、クリック6回以内で渡せる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("みほん町");
  const hand = new Counted(page);
  await hand.click("link", "課と合流", "nav");
  await hand.click("button", /^全部の課（\d+）$/);
  await page.getByRole("main").getByLabel("締切").fill("2026-06-30");
  hand.clicks += 1;
  await hand.click("checkbox", "R6");
  await hand.click("radio", /^Excelブック/);
  const zip = await downloaded(page, () => hand.click("button", "渡すファイルを保存"));
  expect([...unpacked(zip.bytes).keys()].length).toBeGreaterThan(2);
  expect(hand.clicks).toBeLessThanOrEqual(6);
});
