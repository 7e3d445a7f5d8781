import { expect, pictures, test } from "./app";
import { Home, openSample, Plan } from "./plan";

const PARTS = "**/part-*.wasm";

// The one-file edition fetches nothing.
test.describe("あとから読む部品", { tag: "@folder" }, () => {
  test("最初の画面は、ページの部品を読まない", async ({ app, page }) => {
    const parts: string[] = [];
    page.on("request", (request) => /part-[\w-]+\.wasm/.test(request.url()) && parts.push(request.url()));
    await app.open();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(parts).toEqual([]);
  });

  test("本文・支援は、めったに開かないページの部品がなくても、自分の見た目を持つ", async ({ app, page }) => {
    await app.open();
    await new Home(page).sample("みほん町");
    await new Plan(page).go("本文・支援");
    await expect(page.locator(".chapters").first()).toHaveCSS("display", "grid");
  });

  test("はじめにでも、キー操作の一覧とさがす窓が開く", async ({ app, page }) => {
    await app.open();
    await page.keyboard.press("F1");
    const help = page.getByRole("dialog", { name: "使い方" });
    await expect(help).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "検索・操作" }).getByRole("option").first()).toBeVisible();
  });

  test("検索・操作の窓が届く前に打った文字は、窓に入っている", async ({ app, page }) => {
    await app.open();
    await new Home(page).sample("みほん町");
    let arrive = () => {};
    const arrived = new Promise<void>((done) => (arrive = done));
    await page.route(PARTS, async (route) => {
      await arrived;
      await route.continue();
    });
    const asked = page.waitForRequest(/part-panels-[\w-]+\.wasm/);
    const place = page.getByRole("link", { name: "体系", exact: true });
    await place.focus();
    await page.keyboard.press("Control+k");
    await asked;
    const waiting = page.getByRole("searchbox", { name: "検索・操作" });
    await expect(waiting).toBeFocused();
    await page.keyboard.type("ふるさと");
    await expect(waiting).toHaveValue("ふるさと");
    arrive();
    const palette = page.getByRole("dialog", { name: "検索・操作" });
    const field = palette.getByRole("combobox");
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("ふるさと");
    await expect(palette.getByRole("option").filter({ hasText: "ふるさと" }).first()).toBeVisible();
    // Further text follows it.
    await page.keyboard.type("納税");
    await expect(field).toHaveValue("ふるさと納税");
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();
    // The focus is where it was before.
    await expect(place).toBeFocused();
    // The field is empty the next time.
    await page.keyboard.press("Control+k");
    await expect(field).toHaveValue("");
  });

  test("部品が届く前に離れても、何も壊れない", async ({ app, page }) => {
    // The requested page, with everything it shares with others, arrives after the user left it.
    const wanted = page.waitForRequest(/part-indicators-[\w-]+\.wasm/, { timeout: 60_000 });
    let leave = () => {};
    const left = new Promise<void>((done) => (leave = done));
    await page.route(PARTS, async (route) => {
      if (!/part-strategy-/.test(route.request().url())) await left;
      await route.continue();
    });
    const plan = await openSample(app, "みほん町");
    const indicators = plan.navigation.getByRole("link", { name: "指標", exact: true });
    await indicators.click();
    const asked = await wanted;
    const home = await plan.toHome();
    leave();
    expect(await (await asked.response())!.finished()).toBeNull();
    await expect(home.cards.first()).toBeVisible();
    // The part is used when the user goes there again.
    await home.cards.first().getByRole("link").click();
    await indicators.click();
    await expect(page.getByRole("heading", { level: 1, name: /指標/ })).toBeVisible();
    await plan.toHome();
    await expect(home.cards.first()).toBeVisible();
  });

  // A slow host: until the sample arrives はじめに stays, and its address is not that of a plan.
  test("見本が届くまでは、はじめにのままで、届けば開き、そのアドレスになる", async ({ app, page }) => {
    let arrive = () => {};
    const arrived = new Promise<void>((done) => (arrive = done));
    await page.route("**/samples/*.json", async (route) => {
      await arrived;
      await route.continue();
    });
    await app.open();
    const asked = page.waitForRequest("**/samples/*.json");
    await page.getByRole("button", { name: "みほん町" }).click();
    await asked;
    const plan = new Plan(page);
    let known = false;
    const address = plan.address().finally(() => (known = true));
    await expect(new Home(page).cards).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await pictures(page, 5);
    expect(known, "アドレスはまだない").toBe(false);
    arrive();
    expect(await address).toMatch(/#\/\w+$/);
    await page.goto(`${await address}/indicators`);
    await expect(page.getByRole("heading", { level: 1, name: /指標/ })).toBeVisible();
  });

  test("計画をひらく部品が届かなければ、そう言い、もう一度押せる", async ({ app, page }) => {
    app.expectError(/Failed to (load|fetch)/);
    await page.route(PARTS, (route) => route.abort());
    await app.open();
    const home = new Home(page);
    await page.getByRole("button", { name: "みほん町" }).click();
    await expect(home.alert.filter({ hasText: "アプリの部品を読み込めませんでした" })).toBeVisible();
    await page.unroute(PARTS);
    const plan = await home.sample("みほん町");
    await expect(plan.truth).toContainText("この端末に保存");

    await page.route(PARTS, (route) => route.abort());
    await page.reload();
    const alert = page.getByRole("alert").filter({ hasText: "このページの部品を読み込めませんでした" });
    await expect(alert).toBeVisible();
    await page.unroute(PARTS);
    await alert.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(plan.truth).toContainText("この端末に保存");
  });

  test("ページの部品が届かなければ、そう言い、もう一度読める", async ({ app, page }) => {
    app.expectError(/Failed to (load|fetch)/);
    const plan = await openSample(app, "みほん町");
    await expect(plan.truth).toContainText("この端末に保存");
    await page.route(PARTS, (route) => route.abort());
    await page.getByRole("navigation").getByRole("link", { name: "指標" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "このページの部品を読み込めませんでした" });
    await expect(alert).toBeVisible();
    await page.unroute(PARTS);
    await alert.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /指標/ })).toBeVisible();
  });

  test("置き場所が部品の代わりにページを返せば、できることを言い、直ればその場で開く", async ({ app, page }) => {
    app.expectError(/a page in its place|load/);
    const plan = await openSample(app, "みほん町");
    await expect(plan.truth).toContainText("この端末に保存");
    const startPage = { status: 200, contentType: "text/html", body: "<!doctype html><title>みちしるべ</title>" };
    await page.route(PARTS, (route) => route.fulfill({ ...startPage, headers: { "cache-control": "max-age=31536000" } }));
    await page.getByRole("navigation").getByRole("link", { name: "指標" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "部品の代わりに別の内容を返しました" });
    await expect(alert).toContainText("サイトを置いた担当者に");
    await expect(alert).toContainText("この端末に残っています");
    await page.unroute(PARTS);
    await alert.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /指標/ })).toBeVisible();
  });
});
