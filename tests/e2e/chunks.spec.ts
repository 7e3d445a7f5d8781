import { expect, test } from "./app";
import { Home } from "./plan";

const PARTS = "**/part-*.wasm";

// In the one-file edition nothing is fetched.
test.describe("あとから読む部品", { tag: "@folder" }, () => {
  test("最初の画面は、ページの部品を読まない", async ({ app, page }) => {
    const parts: string[] = [];
    page.on("request", (request) => /part-\w+\.wasm/.test(request.url()) && parts.push(request.url()));
    await app.open();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(parts).toEqual([]);
  });

  test("部品が届く前に離れても、何も壊れない", async ({ app, page }) => {
    await page.route(PARTS, async (route) => {
      await new Promise((late) => setTimeout(late, 1_500));
      await route.continue();
    });
    await app.open();
    const plan = await new Home(page).sample("みほん町");
    // The findings are counted a moment after the opening; their rules come after this page is left.
    await page.waitForTimeout(900);
    const home = await plan.toHome();
    await page.waitForTimeout(3_000);
    await expect(home.cards.first()).toBeVisible();
  });

  test("部品が届かなければ、そう言い、もう一度読める", async ({ app, page }) => {
    app.expectError(/Failed to (load|fetch)/);
    await page.route(PARTS, (route) => route.abort());
    await app.open();
    const plan = await new Home(page).sample("みほん町");
    const alert = page.getByRole("alert").filter({ hasText: "このページの部品を読み込めませんでした" });
    await expect(alert).toBeVisible();
    await expect(plan.truth).toContainText("この端末に保存");
    await page.unroute(PARTS);
    await alert.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /めざす向きに進んでいます/ })).toBeVisible();
  });
});
