import { appendFile, cp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./app";
import { staticHost, SUB_PATH } from "./serve";

// A host for this test alone, with a copy of the app that can change, and that may lose a file: then it answers with
// the start page instead, and status 200. It records the requests.
type Host = { folder: string; address: string; lost: Set<string>; asked: Set<string>; stop(): void };

const test = base.extend<{ host: Host }>({
  serviceWorkers: "allow",
  host: async ({}, use, about) => {
    const folder = about.outputPath("dist");
    await cp(process.env.MICHISHIRUBE_DIST!, folder, { recursive: true });
    const [lost, asked] = [new Set<string>(), new Set<string>()];
    const server = staticHost(folder, (name) => (asked.add(name), lost.has(name)));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${SUB_PATH}`;
    const stop = () => (server.closeAllConnections(), server.close());
    await use({ folder, address, lost, asked, stop });
    stop();
  },
});

const ready = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-ready", "true");
const controlled = (page: Page) => page.evaluate("!!navigator.serviceWorker.controller");

// Asks the browser to look for a newer version; returns true if one was cached completely.
const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker) await new Promise((done) => (worker.onstatechange = () => worker.state !== "installing" && done(null)));
    return registration.waiting !== null;
  });

// Returns the names of cached entries that are a page, though they should not be.
const pagesKept = (page: Page) =>
  page.evaluate(async () => {
    const kept = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const type = (await cache.match(request))?.headers.get("content-type") ?? "";
        if (type.startsWith("text/html") && !request.url.endsWith("/")) kept.push(request.url);
      }
    }
    return kept;
  });

test.describe("電波のないところ", { tag: "@folder" }, () => {
  test("一度開けば、次は通信なしで開き、グラフも使える", async ({ app, page, context }) => {
    await app.open();
    await expect.poll(() => controlled(page)).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await app.ready();
    await page.evaluate("michishirube.script('echarts.js')");
    expect(await page.evaluate("typeof echarts.init")).toBe("function");
  });

  test("裏で働く部品は、使うまで取り置かず、一度使えば、次は通信なしで使える", async ({ app, page, context }) => {
    const kept = () =>
      page.evaluate(async () => {
        const all = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
        return (await Promise.all(all)).flat().filter(({ url }) => url.includes("/worker-")).length;
      });
    await app.open();
    await expect.poll(() => controlled(page)).toBe(true);
    expect(await kept()).toBe(0);
    await page.getByRole("link", { name: "広域で見る" }).click();
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    await expect.poll(kept).toBe(2);
    await context.setOffline(true);
    await page.reload();
    await app.ready();
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  });
});

test.describe("部品の代わりにページを返す置き場所", { tag: "@folder" }, () => {
  test("何も取り置かず、直れば、配り直さなくても通信なしで開けるようになる", async ({ host, page }) => {
    host.lost.add("echarts.js").add("samples/kitamoto-2022.json");
    await page.goto(host.address);
    await ready(page);
    await expect.poll(() => [...host.asked]).toEqual(expect.arrayContaining([...host.lost]));
    await expect.poll(() => page.evaluate("navigator.serviceWorker.getRegistration().then((one) => !one?.installing)")).toBe(true);
    expect(await controlled(page)).toBe(false);
    await expect.poll(() => pagesKept(page)).toEqual([]);

    host.lost.clear();
    await page.reload();
    await ready(page);
    await expect.poll(() => controlled(page)).toBe(true);
    host.stop();
    await page.reload();
    await ready(page);
    await page.getByRole("button", { name: "北本市" }).click();
    await expect(page.getByRole("status", { name: "保存の状況" })).toContainText("この端末に保存");
  });

  test("新しい版が半分だけ置かれても、前の版のまま使え、直れば届く", async ({ host, page }) => {
    await page.goto(host.address);
    await ready(page);
    await expect.poll(() => controlled(page)).toBe(true);

    await appendFile(join(host.folder, "sw.js"), "// newer");
    host.lost.add("echarts.js");
    expect(await update(page)).toBe(false);
    await page.reload();
    await ready(page);
    await expect.poll(() => pagesKept(page)).toEqual([]);
    await page.evaluate("michishirube.script('echarts.js')");
    expect(await page.evaluate("typeof echarts.init")).toBe("function");

    host.lost.clear();
    await expect.poll(() => update(page)).toBe(true);
  });

  test("取り置いたものが消えたり使えなかったりすれば、置き場所から取り直し、よそのものは取り置かない", async ({ host, page }) => {
    await page.goto(host.address);
    await ready(page);
    await expect.poll(() => controlled(page)).toBe(true);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete("samples/mihon.json");
    });

    host.lost.add("samples/mihon.json");
    await page.getByRole("button", { name: "みほん町" }).click();
    await expect(page.getByRole("alert")).toContainText("別の内容が届きました");
    await expect.poll(() => pagesKept(page)).toEqual([]);

    host.lost.clear();
    await page.getByRole("button", { name: "みほん町" }).click();
    await expect(page.getByRole("status", { name: "保存の状況" })).toContainText("この端末に保存");
  });
});

test.describe("新しい版", { tag: "@folder" }, () => {
  test("知らせるだけで勝手には替わらず、頼めば替わる", async ({ host, page }) => {
    const html = page.locator("html");
    await page.goto(host.address);
    await ready(page);
    await expect.poll(() => controlled(page)).toBe(true);
    await expect(html).not.toHaveAttribute("data-update");

    // Another copy of the app on the same host keeps its own files, in a cache of its own or in one that both shared.
    const others = await page.evaluate(async () => {
      const [own] = await caches.keys();
      const other = new URL("/b/", location.href).href;
      const names = [`${own.split(" ")[0]} ${other}`, own.split(" ")[0]];
      for (const name of names) await (await caches.open(name)).put(other, new Response("of another copy"));
      return names;
    });
    await appendFile(join(host.folder, "sw.js"), "// newer");
    await expect.poll(() => update(page)).toBe(true);
    await expect(html).toHaveAttribute("data-update", "waiting");

    await expect(page.getByText("新しい版が届いています")).toBeVisible();
    await page.getByRole("button", { name: "いま切り替える" }).click();
    await expect(html).not.toHaveAttribute("data-update");
    await ready(page);
    await expect(async () => {
      expect(await page.evaluate("navigator.serviceWorker.ready.then((registration) => !registration.waiting)")).toBe(true);
    }).toPass();
    expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(others));
  });
});
