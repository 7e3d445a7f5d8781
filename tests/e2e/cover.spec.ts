import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { Home, Plan } from "./plan";

// Returns all covers stored in this browser.
async function covers(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done) => {
        const opening = indexedDB.open("michishirube");
        opening.onsuccess = () => {
          const range = IDBKeyRange.bound([""], [[]]);
          const texts: string[] = [];
          const reading = opening.result.transaction("edits").objectStore("edits").openCursor(range);
          reading.onsuccess = () => {
            const cursor = reading.result;
            if (!cursor) {
              opening.result.close();
              return done(texts.join());
            }
            if (String((cursor.key as unknown[])[0]).endsWith("/cover")) texts.push(cursor.value);
            cursor.continue();
          };
        };
      }),
  );
}

// A cover is written ten seconds after the last save; here after a fifth of a second.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const later = window.setTimeout;
    Object.assign(window, { setTimeout: (run: () => void, ms?: number) => later(run, ms === 10_000 ? 200 : ms) });
  });
});

// Waits until a cover with this text is written.
async function covered(page: Page, text: string | RegExp) {
  await expect.poll(() => covers(page), { timeout: 60_000 }).toMatch(text);
}

// From the next start on the snapshot is not read before `letGo`.
async function hold(page: Page) {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    let released = false;
    const getAll = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...words: Parameters<typeof getAll>) {
      const request = getAll.apply(this, words);
      if (this.name !== "bytes") return request;
      const late = (event: Event) => {
        // A request from before `letGo` may be answered after it.
        if (released) return;
        event.stopImmediatePropagation();
        request.removeEventListener("success", late);
        held.push(() => request.dispatchEvent(new Event("success")));
      };
      request.addEventListener("success", late);
      return request;
    };
    Object.assign(globalThis, {
      letGo() {
        released = true;
        IDBObjectStore.prototype.getAll = getAll;
        held.splice(0).forEach((go) => go());
      },
    });
  });
}

const letGo = (page: Page) => page.evaluate("letGo()");

// From now on a cover of the open plan is not written before `letCover`, however long another page takes to open.
function holdCover(page: Page) {
  return page.evaluate(() => {
    const later = window.setTimeout;
    let held = () => {};
    const hold = (run: () => void, ms?: number) => (ms === 10_000 ? ((held = run), 0) : later(run, ms));
    Object.assign(window, {
      setTimeout: hold,
      letCover() {
        window.setTimeout = later;
        held();
      },
    });
  });
}

const letCover = (page: Page) => page.evaluate("letCover()");

// Positions of some elements.
const places = (all: Locator[]) => Promise.all(all.map((one) => one.boundingBox()));

const busy = (page: Page) => page.locator("main [aria-busy=true]");

async function openMihon(page: Page): Promise<Plan> {
  const plan = await new Home(page).sample("みほん町");
  await plan.saved();
  await covered(page, /みほん町/);
  return plan;
}

test("読み終わるまえも、キーボードはまず本文へ移れる", async ({ app, page }) => {
  await app.open();
  await openMihon(page);
  await hold(page);
  await page.reload();
  await expect(busy(page)).toBeAttached();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "本文へ移動" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(busy(page)).toBeAttached();
  await letGo(page);
});

test("開き直した概況は、読み終わるまえに見え、読み終わっても動かない", async ({ app, page }) => {
  await app.open();
  const plan = await openMihon(page);
  const main = page.getByRole("main");
  const heading = main.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("めざす向きに進んでいます");
  const headline = await still(page, () => heading.textContent());
  await hold(page);
  await page.reload();

  await expect(busy(page)).toBeAttached();
  await expect(heading).toHaveText(headline!);
  await expect(page.locator(".bar .name")).toContainText("みほん町");
  // A command that is not available yet is not shown as available, and there is no save state.
  await expect(plan.truth).toHaveCount(0);
  await expect(plan.undoButton).toBeDisabled();
  await expect(page.getByRole("button", { name: "版を保存" })).toBeDisabled();
  await expect(page.getByRole("combobox", { name: "評価する年度" })).toBeDisabled();
  await expect(main.locator("input, textarea, [contenteditable]")).toHaveCount(0);
  await expectAccessible(page);

  const seen = [heading, main.locator(".goal-card").getByRole("link").nth(2), main.locator(".goal-card").first(), main.locator(".goal-rows li").nth(2)];
  seen.push(main.locator(".counts li").first(), page.locator(".bar .name"), plan.navigation.getByRole("link", { name: "体系" }));
  await plan.navigation.getByRole("link", { name: "体系" }).focus();
  await page.evaluate(() => scrollTo(0, 150));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(150);
  const before = await still(page, () => places(seen));
  await letGo(page);
  await plan.saved();
  await expect(busy(page)).toHaveCount(0);
  await expect.poll(() => places(seen)).toEqual(before);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(150);
  await expect(plan.navigation.getByRole("link", { name: "体系" })).toBeFocused();
  await expect(page.getByRole("button", { name: "版を保存" })).toBeEnabled();
});

for (const sizes of [{}, { text: "largest", density: "relaxed" }, { text: "small", density: "compact" }])
  test(`開き直した指標の表は、読み終わるまえに見え、読み終わっても動かない${Object.values(sizes).map((size) => `（${size}）`).join("")}`, async ({ app, page }) => {
    await page.addInitScript((sizes) => localStorage.setItem("michishirube/settings", sizes), JSON.stringify(sizes));
    await app.open();
    const plan = await openMihon(page);
    await plan.go("指標");
    const rows = page.getByRole("rowheader");
    await expect(rows.first()).toBeVisible();
    await expect(page.locator(".grid-rating .status").first()).toBeVisible();
    const names = await still(page, () => rows.allTextContents());
    const figures = await still(page, () => page.locator(".grid-row").nth(2).textContent());
    await hold(page);
    await page.reload();

    await expect(busy(page)).toBeAttached();
    await expect(rows.nth(5)).toHaveText(names[5]);
    await expect.poll(() => page.locator(".grid-row").nth(2).textContent()).toBe(figures);
    await expect(page.getByRole("button", { name: "指標を追加" })).toBeDisabled();
    await expect(page.getByRole("searchbox")).toBeDisabled();
    await expectAccessible(page);

    const cells = page.locator(".grid-row").nth(3).locator("> *");
    const head = page.getByRole("columnheader");
    const seen = [rows.first(), rows.nth(5), cells.nth(4), cells.last(), head.nth(5), page.locator(".grid-rating .status").first()];
    seen.push(page.getByRole("heading", { level: 1 }), page.getByRole("button", { name: "指標を追加" }), page.getByRole("searchbox"));
    seen.push(page.getByRole("button", { name: "目標のみ" }), page.getByRole("combobox", { name: "足りない数値で絞り込む" }));
    const before = await still(page, () => places(seen));
    await letGo(page);
    await expect(page.locator("#grid-input")).toBeAttached();
    await expect(busy(page)).toHaveCount(0);
    await expect.poll(() => places(seen)).toEqual(before);
  });

test("ほかのページでも、計画の名前と行き先は、読み終わるまえに見える", async ({ app, page }) => {
  await app.open();
  const plan = await openMihon(page);
  await plan.go("体系");
  await hold(page);
  await page.reload();
  await expect(page.locator(".bar .name")).toContainText("みほん町");
  await expect(page.getByRole("progressbar", { name: "開いています" })).toBeVisible();
  await expectAccessible(page);
  // The user can already open other pages.
  await plan.go("概況");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("めざす向きに進んでいます");
  await plan.go("体系");
  await letGo(page);
  await expect(plan.field("目標の名称").first()).toBeEditable();
});

test("別の画面で変えたら、変わるまえの控えは見せない", async ({ app, page, context }) => {
  await app.open();
  const plan = await openMihon(page);
  const address = page.url();
  await plan.go("体系");
  const name = plan.field("目標の名称").first();
  const before = await name.inputValue();
  await holdCover(page);
  await name.fill("別の画面で変えた目標");
  await plan.saved();

  const second = await context.newPage();
  await hold(second);
  await second.goto(address);
  await expect(second.getByRole("progressbar", { name: "開いています" })).toBeVisible();
  await expect(second.getByText(before)).toHaveCount(0);
  await expect(busy(second)).toHaveCount(0);
  await letGo(second);
  await expect(second.getByRole("main").getByText("別の画面で変えた目標")).toBeVisible();
  await second.close();

  await letCover(page);
  await covered(page, /別の画面で変えた目標/);
  const third = await context.newPage();
  await hold(third);
  await third.goto(address);
  await expect(busy(third)).toBeAttached();
  await expect(third.getByRole("main").getByText("別の画面で変えた目標")).toBeVisible();
  await expect(third.getByText(before)).toHaveCount(0);
  await letGo(third);
  await expect(new Plan(third).truth).toContainText("見るだけ");
});

test("控えが壊れていても、計画はそのまま開く", async ({ app, page }) => {
  await app.open();
  const plan = await openMihon(page);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open("michishirube");
        opening.onsuccess = () => {
          const store = opening.result.transaction("edits", "readwrite").objectStore("edits");
          store.transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
          const reading = store.openCursor();
          reading.onsuccess = () => {
            const cursor = reading.result;
            if (!cursor) return;
            if (String((cursor.key as unknown[])[0]).endsWith("/cover")) cursor.update(`${cursor.value}`.slice(0, 300));
            cursor.continue();
          };
        };
      }),
  );
  await page.reload();
  await plan.saved();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("めざす向きに進んでいます");
  await expect(page.getByRole("alert")).toHaveCount(0);
  // A new cover replaces it.
  await covered(page, /"shows":.*\}$/);
});

test("ことばを変えたあとは、前のことばで書いた表紙を見せない", async ({ app, page }) => {
  await app.open();
  const plan = await openMihon(page);
  await plan.go("設定");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  const heading = page.getByRole("main").getByRole("heading", { level: 1 });
  await expect(heading).toContainText("moving in the desired direction");
  await hold(page);
  await page.reload();
  // By now there may be a cover in English.
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Opening…|moving in the desired direction/);
  await expect(page.getByRole("main")).not.toContainText("めざす向き");
  await letGo(page);
  await expect(heading).toContainText("moving in the desired direction");
});
