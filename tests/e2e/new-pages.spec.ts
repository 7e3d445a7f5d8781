import { expect, test } from "./app";
import { Counted } from "./counted";
import { Home } from "./plan";

// Pages on special subjects, each with the label of its first act.
const PAGES = [
  ["人口の見通し", "ファイルを選ぶ（Excel・CSV）"],
  ["ロジックモデル", "表示する基本目標"],
  ["交付金・提出", "事業を追加"],
  ["延長・見直し", "計画期間を延長する"],
] as const;

test("初めての人は、はじめにからクリック2回で新しいページに着き、最初の操作がスクロールなしで見える", { tag: "@folder" }, async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  for (const [name, first] of PAGES) {
    const hand = new Counted(page);
    await hand.click("link", name, "nav");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const main = page.getByRole("main");
    await expect(main.getByText(first, { exact: true }).or(main.getByLabel(first)).first(), name).toBeInViewport();
    expect(1 + hand.acts, name).toBe(2);
  }
  await plan.go("指標");
  const hand = new Counted(page);
  await hand.click("button", "そのほかの操作", "main");
  await hand.click("menuitem", "公表データから");
  await expect(page.getByRole("dialog", { name: "公表データから実績を入れる" })).toBeVisible();
  expect(2 + hand.acts, "公表データから").toBe(4);
});
