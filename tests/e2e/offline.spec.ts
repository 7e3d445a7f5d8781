import { appendFile, cp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "./app";
import { staticHost, SUB_PATH } from "./serve";

test.use({ serviceWorkers: "allow" });

test.describe("電波のないところ", { tag: "@folder" }, () => {
  test("一度開けば、次は通信なしで開き、グラフも使える", async ({ app, page, context }) => {
    await app.open();
    await expect.poll(() => page.evaluate("!!navigator.serviceWorker.controller")).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await app.ready();
    await page.evaluate("michishirube.script('echarts.js')");
    expect(await page.evaluate("typeof echarts.init")).toBe("function");
  });
});

test.describe("新しい版", { tag: "@folder" }, () => {
  test("知らせるだけで勝手には替わらず、頼めば替わる", async ({ page }, about) => {
    const folder = about.outputPath("dist");
    await cp(process.env.MICHISHIRUBE_DIST!, folder, { recursive: true });
    const host = staticHost(folder);
    await new Promise<void>((ready) => host.listen(0, "127.0.0.1", ready));
    const html = page.locator("html");

    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}${SUB_PATH}`);
    await expect(html).toHaveAttribute("data-ready", "true");
    await expect.poll(() => page.evaluate("!!navigator.serviceWorker.controller")).toBe(true);
    await expect(html).not.toHaveAttribute("data-update");

    await appendFile(join(folder, "sw.js"), "// newer");
    await page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())");
    await expect(html).toHaveAttribute("data-update", "waiting");

    await expect(page.getByText("新しい版が届いています")).toBeVisible();
    await page.getByRole("button", { name: "いま切り替える" }).click();
    await expect(html).not.toHaveAttribute("data-update");
    await expect(html).toHaveAttribute("data-ready", "true");
    expect(await page.evaluate("navigator.serviceWorker.ready.then((registration) => !registration.waiting)")).toBe(true);
    host.closeAllConnections();
    host.close();
  });
});
