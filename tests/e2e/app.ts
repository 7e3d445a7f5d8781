import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import axe from "axe-core";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

export type Edition = "folder" | "file";

// Opens the app and watches it: any error on the page and any request beyond its own address fails the test.
export class App {
  private errors: string[] = [];
  private strays: string[] = [];
  private expected: RegExp[] = [];

  constructor(
    readonly page: Page,
    readonly address: string,
  ) {}

  // Opens a route such as "#/indicators" and waits until the page is ready.
  async open(route = "") {
    await this.page.goto(this.address + route);
    await this.ready();
  }

  async ready() {
    await this.page.locator("html[data-ready=true]").waitFor();
  }

  // Allows an error that this test provokes on purpose.
  expectError(pattern: RegExp) {
    this.expected.push(pattern);
  }

  async watch(context: BrowserContext) {
    await context.route(
      (url) => !url.href.startsWith(this.address) && !["data:", "blob:"].includes(url.protocol),
      (route) => {
        this.strays.push(route.request().url());
        return route.abort();
      },
    );
    const watchPage = (page: Page) => {
      page.on("pageerror", (error) => this.errors.push(`${error.stack ?? error}`));
      page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
      page.on("websocket", (socket) => this.strays.push(socket.url()));
    };
    context.on("page", watchPage);
    context.pages().forEach(watchPage);
  }

  // Checks that nothing is visible whose texts are still missing.
  async saysAll() {
    const shown = await this.page.evaluate(() => document.body?.innerText ?? "").catch(() => "");
    expect(shown, "ことばのない所").not.toContain("⁇");
  }

  verify() {
    expect(this.strays, "外への通信").toEqual([]);
    const unexpected = this.errors.filter((error) => !this.expected.some((pattern) => pattern.test(error)));
    expect(unexpected, "ページの誤り").toEqual([]);
  }
}

export const test = base.extend<{ app: App; edition: Edition }>({
  edition: ["folder", { option: true }],
  app: async ({ page, context, edition }, use) => {
    const file = pathToFileURL(join(process.env.MICHISHIRUBE_DIST!, "michishirube.html")).href;
    const app = new App(page, edition === "file" ? file : process.env.MICHISHIRUBE_URL!);
    await app.watch(context);
    await context.setOffline(edition === "file");
    await use(app);
    await app.saysAll();
    app.verify();
  },
});

// Checks a page against WCAG 2.0 to 2.2, levels A and AA, and the order of its headings, once the page is stable.
export async function expectAccessible(page: Page, rules?: string[]) {
  await expect(async () => expect(await violations(page, rules), "axe").toEqual([])).toPass();
}

export const CRITERIA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// Rules about the look of a page. All others are about its markup, which is the same in every look.
export const DRAWN = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

// Returns a line for each fault that axe finds, by some criteria or by single rules. Injects axe into a document
// once: the injection takes as long as a check.
export async function violations(page: Page, values = CRITERIA): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  return page.evaluate(async ({ type, values }) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      // axe cannot run in a frame without scripts; the tests of publications check its content. There is no other
      // frame.
      { exclude: [["iframe[sandbox]"]] },
      {
        runOnly: { type, values },
        rules: type === "tag" ? { "heading-order": { enabled: true } } : {},
        resultTypes: ["violations"],
        iframes: false,
      },
    );
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`));
  }, { type: values === DRAWN ? "rule" as const : "tag" as const, values });
}

// Reads a page that is stable: the same twice, some frames apart. On a busy machine lists are drawn, and lines
// wrapped again, long after the first words are visible.
export async function still<T>(page: Page, read: () => Promise<T>): Promise<T> {
  let seen: T;
  await expect(async () => {
    seen = await read();
    await pictures(page, 5);
    expect(await read(), "動かなくなる").toEqual(seen);
  }).toPass();
  return seen!;
}

// Waits until the page was painted this many times.
export function pictures(page: Page, count: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let painted = 0; painted < count; painted++) await new Promise((done) => requestAnimationFrame(done));
  }, count);
}

export { expect };
