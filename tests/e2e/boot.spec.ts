import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

test.describe("起動", () => {
  test("見出しのある画面が開き、外と通信せず、誰にでも使える", async ({ app, page, edition }) => {
    await app.open();
    await expect(page).toHaveTitle(/みちしるべ/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#boot")).toHaveCount(0);
    // Only the folder edition has the readers' pages.
    await expect(page.getByRole("link", { name: "読むだけのページを開く" })).toHaveCount(edition === "folder" ? 1 : 0);
    await expectAccessible(page);
  });

  test("知らせが消える前にその画面を離れても、アプリは動き続ける", { tag: "@folder" }, async ({ app, page }) => {
    await page.clock.install();
    const plan = await openSample(app, "みほん町");
    await page.clock.fastForward("01:00");
    await plan.go("指標");
  });

  test("グラフの部品は、使うまで読み込まず、頼めば動く", async ({ app, page }) => {
    await app.open();
    await expect.poll(() => page.evaluate("typeof echarts")).toBe("undefined");
    await page.evaluate("Promise.all([michishirube.script('echarts.js'), michishirube.script('echarts.js')])");
    const drawn = await page.evaluate(`(() => {
      const place = document.body.appendChild(document.createElement("div"));
      const chart = echarts.init(place, null, { renderer: "svg", locale: "JA", width: 300, height: 200 });
      const data = [1, 2, 3];
      chart.setOption({ animation: false, xAxis: { data: ["あ", "い", "う"] }, yAxis: {}, tooltip: {}, series: [{ type: "bar", data }] });
      const text = place.querySelector("svg").textContent;
      chart.dispose();
      place.remove();
      return text;
    })()`);
    expect(drawn).toContain("あいう");
    await expect.poll(() => page.evaluate("document.querySelectorAll('script[src$=\"echarts.js\"]').length")).toBeLessThanOrEqual(1);
  });

  test("よその宛先への通信は、ブラウザが止める", async ({ app, page }) => {
    app.expectError(/Content Security Policy|violates/i);
    await app.open();
    const tried = await page.evaluate("fetch('https://example.com/').then(() => 'sent', () => 'stopped')");
    expect(tried).toBe("stopped");
  });
});

test("保存のしくみが整う前に押しても、待ってから開く", async ({ app, page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...words) {
      const request = open.apply(this, words);
      const late = (event: Event) => {
        event.stopImmediatePropagation();
        request.removeEventListener("success", late);
        setTimeout(() => request.dispatchEvent(new Event("success")), 2_000);
      };
      request.addEventListener("success", late);
      return request;
    };
  });
  const plan = await openSample(app, "北本市");
  await expect(plan.truth).toContainText("この端末に保存");
});

test("アプリが止まったら、黙っていずに、再読み込みを勧める", async ({ app, page }) => {
  await app.open();
  await page.evaluate("dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))");
  const alert = page.getByRole("alert").filter({ hasText: "止まりました" });
  await expect(alert).toBeVisible();
  await expectAccessible(page);
  await alert.getByRole("button", { name: "再読み込み" }).click();
  await app.ready();
  await expect(alert).toHaveCount(0);
});

// The file edition has no part that could fail to load.
test.describe("起動できないとき", { tag: "@folder" }, () => {
  test("何をすればよいかを日本語で言う", async ({ app, page, context }) => {
    app.expectError(/./);
    await context.route(/\.wasm$/, (route) => route.abort());
    await page.goto(app.address);
    const alert = page.getByRole("alert");
    await expect(alert.getByRole("heading", { name: "みちしるべを開けませんでした" })).toBeVisible();
    await expect(alert.getByText("再読み込みしてください")).toBeVisible();
    await context.unroute(/\.wasm$/);
    await alert.getByRole("button", { name: "再読み込み" }).click();
    await app.ready();
  });

  test("置き場所が部品の代わりにページを返せば、再読み込みでは直らないと言い、直れば開く", async ({ app, page, context }) => {
    app.expectError(/./);
    await context.route(/\.wasm$/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>みちしるべ</title>" }));
    await page.goto(app.address);
    const alert = page.getByRole("alert");
    await expect(alert.getByText("アプリの部品の代わりに別の内容を返しています")).toBeVisible();
    await expect(alert.getByText("この端末に残っています")).toBeVisible();
    await context.unroute(/\.wasm$/);
    await alert.getByRole("button", { name: "再読み込み" }).click();
    await app.ready();
  });

  test("前に届いた使えない部品がブラウザに残っていても、取り直して開く", async ({ app, page, context }) => {
    app.expectError(/./);
    let first = true;
    await context.route(/\.wasm$/, (route) => {
      if (!first) return route.continue();
      first = false;
      return route.fulfill({ status: 200, contentType: "text/html", body: "<title>みちしるべ</title>" });
    });
    await app.open();
    await expect(page.getByRole("heading", { name: "みちしるべを開けませんでした" })).toHaveCount(0);
  });

  test("フォルダ版をファイルとして開いたら、1ファイル版を案内する", async ({ page }) => {
    await page.goto(pathToFileURL(join(process.env.MICHISHIRUBE_DIST!, "index.html")).href);
    await expect(page.getByRole("alert").getByText("michishirube.html")).toBeVisible();
  });
});
