// Drivers of the two pages.

const GRID = '[role="grid"][aria-label]';

// みちしるべ.
export const app = {
  cells: '[role="gridcell"]',
  scroller: GRID,
  started: (page) => page.locator("html[data-ready=true]").waitFor(),
  // Reading the file, without keeping and showing it, as the app itself notes it.
  async open(page, file) {
    const times = [];
    for (let run = 0; run < 3; run++) {
      await page.evaluate(() => (location.hash = "#/"));
      await this.take(page, file);
      times.push(await page.evaluate(() => performance.getEntriesByName("read-file").at(-1).duration));
    }
    await this.show(page);
    // Kept, and left alone for a while, so that a new start finds it with its cover.
    await page.getByText("この端末に保存").first().waitFor({ timeout: 120_000 });
    await page.evaluate(() => watch.kept("/cover"));
    return times.toSorted((a, b) => a - b)[1];
  },
  // Reads a file, and shows its figures, once. The plan that was read before is on this device: it is opened as another.
  async take(page, file) {
    await page.getByLabel("ファイルを開く").setInputFiles(file);
    const opened = page.getByRole("status", { name: "保存の状況" });
    const another = page.getByRole("dialog", { name: "同じ計画がすでにあります" }).getByRole("button", { name: "別の計画として開く" });
    await opened.or(another).first().waitFor({ timeout: 120_000 });
    if (await another.isVisible()) await another.click();
    await opened.waitFor({ timeout: 120_000 });
  },
  async show(page) {
    await page.getByRole("navigation").getByRole("link", { name: "指標" }).first().click();
    await page.locator(GRID).getByRole("rowheader").first().waitFor();
  },
  async again(page) {
    await page.reload();
    return page.evaluate(async () => ({
      seen: await watch.seen('[role="rowheader"]', /第1地区/),
      open: await watch.seen('[role="grid"] [role="rowheader"]', /第1地区/),
    }));
  },
  async toGrid(page) {
    await page.locator(GRID).waitFor();
    await page.locator("#grid-input").focus();
  },
  // Other work with a large strategy; only its longest tasks count.
  async tour(page, step) {
    const go = (name) => page.getByRole("navigation").getByRole("link", { name }).first().click();
    const heading = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
    await step("search", () => page.getByRole("searchbox").fill("第77地区"));
    await step("outline", async () => {
      await go("体系");
      await heading("体系");
    });
    await step("undo", () => page.getByRole("button", { name: /元に戻す/ }).first().click());
    await step("overview", async () => {
      await go("概況");
      await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
    });
  },
};

// The page by hand.
export const hand = {
  cells: ".row span",
  scroller: "#grid",
  started: (page) => page.getByLabel("ファイルを開く").waitFor(),
  async open(page, file) {
    await page.getByLabel("ファイルを開く").setInputFiles(file);
    await page.locator("html[data-kept=true]").waitFor();
  },
  take: (page, file) => hand.open(page, file),
  show: (page) => page.locator(".row").first().waitFor(),
  async again(page) {
    await page.reload();
    const seen = await page.evaluate(() => watch.seen(".row", /第1地区/));
    return { seen, open: seen };
  },
  toGrid: (page) => page.locator("#cell").focus(),
};
