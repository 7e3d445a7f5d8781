// The places in the app that the handbook shows, in the order of its pages.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./app";
import { Home, Plan } from "./plan";

export type Picture = {
  // Path of its file from the top folder.
  name: string;
  // Goes there from the place of the picture before, and returns the elements to show.
  place: (page: Page) => Promise<Locator[]>;
  size?: { width: number; height: number };
  // Margin around the elements, in px.
  air?: number;
  // True to show the whole window.
  window?: boolean;
  // Number of its colours.
  colours?: number;
};

const main = (page: Page) => page.getByRole("main");

// Opens a page of the open plan.
async function to(page: Page, name: string): Promise<Locator> {
  await new Plan(page).go(name);
  return main(page);
}

const picture = (name: string, place: Picture["place"], more: Partial<Picture> = {}): Picture => ({ name: `public/handbook/${name}.webp`, place, ...more });

export const PICTURES: Picture[] = [
  picture("begin", async (page) => {
    await page.getByRole("button", { name: "新しくつくる" }).click();
    const dialog = page.getByRole("dialog", { name: "新しくつくる" });
    await dialog.getByLabel("市町村の名前").fill("ためし町");
    return [dialog];
  }, { air: 0 }),
  picture("first-steps", async (page) => {
    await page.getByRole("button", { name: "つくって開く" }).click();
    return [page.getByRole("region", { name: "はじめの5つの手順" })];
  }, { air: 0 }),
  picture("outline", async (page) => {
    await (await new Plan(page).toHome()).sample("みほん町");
    const place = await to(page, "体系");
    return [place.locator(".measure").nth(1)];
  }),
  picture("actuals", async (page) => {
    const place = await to(page, "指標");
    await place.getByRole("button", { name: "実績入力" }).click();
    const rows = place.locator(".entry-list").getByRole("listitem");
    return [place.getByLabel("入力する年度"), rows.nth(0), rows.nth(1), rows.nth(2)];
  }),
  picture("filter", async (page) => {
    const place = main(page);
    await place.getByRole("button", { name: "表", exact: true }).click();
    const order = place.getByLabel("並べ方");
    await order.selectOption({ label: "評価の低い順" });
    const rows = place.getByRole("grid").getByRole("row");
    return [place.getByRole("searchbox"), order, rows.nth(0), rows.nth(1), rows.nth(2)];
  }),
  picture("year", async (page) => {
    const steps = (await to(page, "一年の流れ")).getByRole("listitem");
    return [steps.nth(0), steps.nth(1)];
  }),
  picture("plan", async (page) => {
    const place = await to(page, "実施計画");
    const sheet = place.getByRole("article");
    return [sheet.getByRole("heading", { name: /^事業と/ }), sheet.getByRole("listitem").first()];
  }),
  picture("give", async (page) => {
    const place = (await to(page, "課と合流")).locator(".hands-give");
    return [place.getByText("書いてもらうこと"), place.getByText("R8", { exact: true }), place.getByRole("radio", { name: "Excelブック" }), place.getByRole("button", { name: "渡すファイルを保存" })];
  }),
  picture("review", async (page) => {
    const sheet = (await to(page, "評価")).getByRole("article");
    return [sheet.getByRole("heading", { name: "この施策のKPI" }), sheet.locator(".kpi").first(), sheet.getByRole("group", { name: "評価" })];
  }),
  picture("publish", async (page) => {
    const place = await to(page, "公表");
    const chosen = place.getByRole("region", { name: "公表するもの" });
    return [chosen.getByRole("heading", { name: "公表するもの" }), chosen.getByText("日程", { exact: true }), chosen.getByText("備考（事業）", { exact: true })];
  }),
  picture("print", async (page) => {
    const place = await to(page, "印刷");
    return [place.getByText("印刷するもの"), place.getByLabel("印刷するもの"), place.getByRole("button", { name: "印刷する" }), place.getByRole("button", { name: "Wordで保存する" })];
  }),
  picture("save", async (page) => {
    await page.getByRole("button", { name: "ファイルに保存" }).click();
    return [page.getByRole("banner"), page.getByRole("menu")];
  }, { air: 0 }),
  picture("align", async (page) => {
    await page.keyboard.press("Escape");
    const place = await to(page, "整合");
    await place.getByRole("button", { name: "表", exact: true }).click();
    const rows = place.getByRole("grid").getByRole("row");
    return [rows.nth(0), rows.nth(1), rows.nth(2)];
  }),
];

// The picture at the head of README.
export const SCREENSHOT: Picture = {
  name: "tests/e2e/screenshot.webp",
  size: { width: 1280, height: 900 },
  window: true,
  colours: 64,
  place: async (page) => {
    await to(page, "概況");
    await expect(main(page).getByRole("heading", { level: 1 })).toBeVisible();
    return [page.locator("body")];
  },
};
