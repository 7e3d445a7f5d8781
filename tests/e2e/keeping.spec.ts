import type { Page } from "@playwright/test";
import { expect, expectAccessible } from "./app";
import { test } from "./own-browser";
import { downloaded, Home, jsonFile, paste, Plan } from "./plan";
import { SECOND_PATH } from "./serve";

const TITLE = "第2期北本市まち・ひと・しごと創生総合戦略";

async function openKitamoto(page: Page): Promise<Plan> {
  const plan = await new Home(page).sample("北本市");
  await plan.saved();
  return plan;
}

test("書き出し、ブラウザのデータを消し、読み込み、書き出すと、同じバイト列", async ({ app, page, context }) => {
  await app.open();
  const plan = await openKitamoto(page);
  await plan.go("体系");
  await plan.field("目標の名称").fill("働く場を増やす");
  await plan.field("目標の名称").blur();
  const written = await plan.export();
  expect(written.toString()).toContain("働く場を増やす");
  await expect(plan.truth).toContainText(/ダウンロード \d/);

  const browser = await context.newCDPSession(page);
  const origin = app.address.startsWith("file:") ? "file://" : new URL(app.address).origin;
  const home = new Home(page);
  // The browser may still be writing the localStorage of the page that was left.
  await expect(async () => {
    await page.goto("about:blank");
    await browser.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    await app.open();
    await expect(home.cards).toHaveCount(0, { timeout: 3_000 });
  }).toPass();

  await home.choose(jsonFile("北本市.json", written));
  const again = await home.opened();
  expect(await again.export()).toEqual(written);
});

test.describe("突然閉じても", () => {
  // Types one more letter into the name of the first goal; returns the whole name.
  async function typeLetter(plan: Plan): Promise<string> {
    await plan.go("体系");
    const name = plan.field("目標の名称");
    await name.focus();
    await name.press("End");
    await plan.page.keyboard.press("X");
    return "稼ぐ産業と安定した雇用を創出するX";
  }

  async function expectKept(plan: Plan, name: string) {
    await expect(plan.field("目標の名称")).toHaveValue(name);
    await plan.saved();
    const home = await plan.toHome();
    await expect(home.cards).toHaveCount(1);
  }

  test("文字を打った直後にタブを閉じる", async ({ app, page, context }) => {
    await app.open();
    const plan = await openKitamoto(page);
    const name = await typeLetter(plan);
    const address = page.url();
    await page.close();

    const next = await context.newPage();
    await next.goto(address);
    await expectKept(new Plan(next), name);
  });

  test("文字を打った直後にタブが落ちる", async ({ app, page, context }) => {
    await app.open();
    const plan = await openKitamoto(page);
    const tab = await context.newCDPSession(page);
    const name = await typeLetter(plan);
    const address = page.url();
    await crash(page, tab);

    const next = await context.newPage();
    await next.goto(address);
    await expectKept(new Plan(next), name);
  });

  test("データベースに入る前に落ちた変更は、書きとめから戻り、そう言われる", async ({ app, page, context }) => {
    await app.open();
    const plan = await openKitamoto(page);
    await plan.go("体系");
    const tab = await context.newCDPSession(page);
    // No timer fires from here on: typed text reaches the journal, never the database.
    await page.evaluate("window.setTimeout = () => 0");
    const name = plan.field("目標の名称");
    await name.focus();
    await name.press("End");
    await page.keyboard.type("ABC");
    await expect(plan.truth).toContainText("保存しています");
    const address = page.url();
    await crash(page, tab);

    const next = await context.newPage();
    await next.goto(address);
    const found = new Plan(next);
    await expect(found.toast).toContainText("書きとめから戻しました");
    await expectKept(found, "稼ぐ産業と安定した雇用を創出するABC");
  });

  test("保存したと言われた後なら、ブラウザごと落ちても残る", { tag: "@folder" }, async ({ app, startBrowser }) => {
    const before = await startBrowser();
    const page = await before.context().newPage();
    await page.goto(app.address);
    const plan = await openKitamoto(page);
    const name = await typeLetter(plan);
    await expect(plan.field("目標の名称")).toHaveValue(name);
    await plan.saved();
    const address = page.url();
    await before.kill();

    const after = await startBrowser();
    const next = await after.context().newPage();
    await next.goto(address);
    await expectKept(new Plan(next), name);
  });
});

// Kills the process of a tab: the page gets no event.
async function crash(page: Page, tab: { send(method: "Page.crash"): Promise<unknown> }) {
  const crashed = page.waitForEvent("crash");
  void tab.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

test.describe("二つのタブ", () => {
  test("二つ目は見るだけで、変更はすぐ映り、引き継げる", async ({ app, page, context }) => {
    await app.open();
    const first = await openKitamoto(page);
    await first.go("体系");

    const second = new Plan(await context.newPage());
    await second.page.goto(page.url());
    await expect(second.takeOver).toBeVisible();
    await first.field("目標の名称").fill("一つ目のタブで");
    await expect(second.field("目標の名称")).toHaveValue("一つ目のタブで");

    await second.page.getByRole("button", { name: "施策を追加" }).click();
    await expect(second.toast).toContainText("別の画面で編集中");
    await expect(second.field("施策の名称")).toHaveCount(0);
    await expect(second.undoButton).toBeDisabled();

    await second.takeOver.click();
    await expect(first.takeOver).toBeVisible();
    await expect(second.takeOver).toHaveCount(0);
    await second.field("目標の名称").fill("二つ目のタブで");
    await expect(first.field("目標の名称")).toHaveValue("二つ目のタブで");
    await second.saved();

    // Once the writer is gone, the waiting tab writes.
    await second.page.close();
    await expect(first.takeOver).toHaveCount(0);
    await expect(first.field("目標の名称")).toHaveValue("二つ目のタブで");
    await first.field("目標の名称").fill("また一つ目のタブで");
    await first.saved();
    await page.reload();
    await expect(first.field("目標の名称")).toHaveValue("また一つ目のタブで");
  });
});

test("同じサイトの別のフォルダのみちしるべとは、計画も設定も分け合わない", { tag: "@folder" }, async ({ app, page, context }) => {
  await app.open();
  await openKitamoto(page);
  const address = new URL(SECOND_PATH, app.address).href;
  await context.route(`${address}**`, (route) => route.continue());
  const second = new Home(await context.newPage());
  await second.page.goto(address);
  await expect(second.page.getByText(`「${new URL(app.address).pathname}」のみちしるべ`)).toContainText("計画が1件");
  await expect(second.cards).toHaveCount(0);
  await expect(second.page.getByRole("link", { name: "そのみちしるべを開く" })).toHaveAttribute("href", app.address);
  await second.page.getByRole("button", { name: "表示・ことば（Language）" }).click();
  await second.page.getByRole("group", { name: "文字の大きさ" }).getByRole("button", { name: "大きめ" }).click();
  await second.page.keyboard.press("Escape");
  await (await second.create("乙町", "乙町の計画")).saved();

  // Each restores its own text, in whatever order they are opened.
  await second.page.goto("about:blank");
  await second.page.goto(address);
  await expect(second.cards).toHaveCount(1);
  await expect(second.card("乙町の計画")).toBeVisible();
  await expect(second.page.locator("html")).toHaveAttribute("data-text", "large");
  await second.page.goto(app.address);
  await expect(second.cards).toHaveCount(1);
  await expect(second.card(TITLE)).toBeVisible();
  await expect(second.page.locator("html")).not.toHaveAttribute("data-text", "large");
});

test("一覧には、名前と期間と最後の変更がある", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);
  const home = await plan.toHome();
  const card = home.card(TITLE);
  await expect(card).toContainText("北本市");
  await expect(card).toContainText("令和4〜7年度");
  await expect(card).toContainText(/(きょう|きのう|\d+日) \d+:\d\d に変更/);
  await expect(card).not.toContainText("保存済み");
  await card.getByRole("link", { name: TITLE }).click();
  await expect(plan.truth).toBeVisible();
});

// Changes the content of the database: runs in the page, on the app's own stores.
type Stored = { store: "edits" | "bytes" | "strategies"; nth: number; how: "garbage" | "unknown" | "flip" | "cut" };

async function damage(page: Page, what: Stored) {
  await page.evaluate(
    ({ store, nth, how }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("michishirube");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const change = database.transaction(store, "readwrite");
          const records = change.objectStore(store);
          const keys = records.getAllKeys();
          keys.onsuccess = () => {
            // The steps of the history have rows of their own behind those of the log.
            const own = keys.result.filter((key) => !String(Array.isArray(key) ? key[0] : key).includes("/"));
            const key = own[nth];
            if (how === "garbage") return void records.put("壊れた記録", key);
            if (how === "cut") return void records.put(new Uint8Array([1, 2, 3]), key);
            const value = records.get(key);
            value.onsuccess = () => {
              if (how === "unknown") {
                const entry = JSON.parse(value.result);
                // The place of the goals is damaged.
                for (const { from, to } of Object.values<any>(entry.edit.changes.goals)) from.order = to.order = 7;
                return void records.put(JSON.stringify(entry), key);
              }
              const bytes = new Uint8Array(value.result);
              const text = new TextDecoder().decode(bytes);
              // A letter inside a name, so that it still reads.
              const at = new TextEncoder().encode(text.slice(0, text.indexOf("北本市"))).length + 2;
              bytes[at] ^= 1;
              records.put(bytes, key);
            };
          };
          change.oncomplete = () => {
            database.close();
            done();
          };
          change.onabort = () => failed(change.error);
        };
      }),
    what,
  );
}

// Types a name letter by letter, with a save after each, so that the log has an entry for each.
async function retitle(plan: Plan, names: string[]) {
  const name = plan.field("目標の名称").first();
  for (const text of names) {
    await name.fill(text);
    await name.blur();
    await plan.saved();
  }
}

// Leaves the open strategy, damages its stored data, and opens it again.
async function damagedAndOpened(page: Page, address: string, what: Stored) {
  await page.goto("about:blank");
  await page.goto(address.split("#")[0]!);
  await page.locator("html[data-ready=true]").waitFor();
  await damage(page, what);
  await page.goto("about:blank");
  await page.goto(address);
}

test("新しい版のデータがあれば、そのことは1度だけ言われる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);
  await plan.go("体系");
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const newer = indexedDB.open("michishirube", 99);
        newer.onerror = () => failed(newer.error);
        newer.onsuccess = () => (newer.result.close(), done());
      }),
  );
  await plan.field("目標の名称").first().fill("書きかけ");
  const alerts = page.getByRole("alert");
  await expect(alerts.filter({ hasText: "別のタブで新しい版が動いています" })).toHaveCount(1);
  await page.reload();
  await expect(page.getByText("新しい版のみちしるべで保存されています")).toHaveCount(1);
  await expect(page.getByText("別のタブで")).toHaveCount(0);
});

test.describe("壊れたものがあっても", () => {
  test("読めない変更の記録は、開いた画面の上で言われ、あとの変更は残り、答えるまで緑にならない", async ({ app, page }) => {
    await app.open();
    const plan = await openKitamoto(page);
    await plan.go("体系");
    await retitle(plan, ["名1", "名2", "名3"]);
    await damagedAndOpened(page, page.url(), { store: "edits", nth: 1, how: "garbage" });
    await expect(plan.field("目標の名称").first()).toHaveValue("名3");
    const alert = page.getByRole("main").getByRole("alert").filter({ hasText: "反映していません" });
    await expect(alert).toContainText("変更の記録のうち1件");
    await expect(plan.truth).toContainText("確認が必要です");
    // The message stays after a reload, until the user answers it.
    await page.reload();
    await expect(alert).toBeVisible();
    await alert.getByRole("button", { name: "反映していない変更を見る" }).click();
    const panel = page.getByRole("dialog", { name: "保存の状況" });
    await panel.getByRole("button", { name: /^内容を見る/ }).click();
    await expect(panel.getByText("読めない記録")).toBeVisible();
    await expect(panel.getByText("壊れた記録")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await alert.getByRole("button", { name: "閉じる" }).click();
    await expect(plan.truth).not.toContainText("確認が必要です");
    await page.reload();
    await plan.saved();
    await expect(alert).toHaveCount(0);
  });

  test("一部が読めない変更の記録は、読めるところまで、項目ごとに前と後が示される", { tag: "@folder" }, async ({ app, page }) => {
    await app.open();
    const plan = await openKitamoto(page);
    await plan.go("体系");
    await retitle(plan, ["名1", "名2", "名3"]);
    await damagedAndOpened(page, page.url(), { store: "edits", nth: 1, how: "unknown" });
    const alert = page.getByRole("main").getByRole("alert").filter({ hasText: "反映していません" });
    await alert.getByRole("button", { name: "反映していない変更を見る" }).click();
    const panel = page.getByRole("dialog", { name: "保存の状況" });
    await panel.getByRole("button", { name: /^内容を見る/ }).click();
    await expect(panel.getByText("この変更は一部が読めないため")).toBeVisible();
    const cells = panel.getByRole("row").nth(1).getByRole("cell");
    await expect(cells).toHaveText(["名称", "名1", "名2"]);
    await expectAccessible(page);
  });

  test("開けない計画は、その場で、版と自動バックアップから開き直せる", async ({ app, page }) => {
    await app.open();
    const plan = await openKitamoto(page);
    await plan.go("体系");
    await retitle(plan, ["働く場を増やす"]);
    await expect(plan.truth).toContainText(/自動バックアップ [1-9]/);
    await damagedAndOpened(page, page.url(), { store: "bytes", nth: 0, how: "flip" });
    await expect(page.getByRole("heading", { name: "この計画を開けませんでした" })).toBeVisible();
    const copies = page.getByRole("region", { name: "ここから開き直せます" }).getByRole("listitem");
    await expect(copies.first()).toContainText("直前に保存されていた内容");
    const backup = copies.filter({ hasText: "自動バックアップ" });
    await expect(backup).toContainText("変更の記録1件を足してあります");
    await expectAccessible(page);
    await backup.getByRole("button", { name: /これで開き直す/ }).click();
    await expect(plan.truth).toBeVisible();
    await plan.go("体系");
    await expect(plan.field("目標の名称").first()).toHaveValue("働く場を増やす");
    // The copies are still there, and so are the damaged data that were set aside, until the user deletes them.
    await plan.go("版と比較");
    await expect(page.getByRole("table", { name: "自動バックアップ" }).getByRole("row")).not.toHaveCount(0);
    const home = await plan.toHome();
    await expect(home.cards).toHaveCount(1);
    const aside = page.getByRole("region", { name: "取り置いたデータ" });
    await expect(aside.getByRole("listitem")).toHaveCount(2);
    for (const left of [1, 0]) {
      await aside.getByRole("button", { name: /^削除/ }).first().click();
      await aside.getByRole("button", { name: "完全に削除" }).click();
      await expect(aside.getByRole("listitem")).toHaveCount(left);
    }
    await expect(home.cards).toHaveCount(1);
  });

  test("読めるものが一つもない計画では、開き直せるとは言わない", { tag: "@folder" }, async ({ app, page }) => {
    await app.open();
    await openKitamoto(page);
    await damagedAndOpened(page, page.url(), { store: "bytes", nth: 0, how: "cut" });
    await expect(page.getByRole("region", { name: "読めるものがありませんでした" })).toContainText("ファイルを開く");
    await expect(page.getByText("ここから開き直せます")).toHaveCount(0);
  });

  test("開いている間にデータベースが消されても、いまの内容を保存し直す", async ({ app, page, context }) => {
    await app.open();
    const plan = await openKitamoto(page);
    await plan.go("体系");
    await retitle(plan, ["消される前に"]);
    const other = await context.newPage();
    await other.goto(page.url().split("#")[0]!);
    await other.evaluate(
      () =>
        new Promise((done, failed) => {
          const deleting = indexedDB.deleteDatabase("michishirube");
          deleting.onsuccess = done;
          deleting.onerror = failed;
        }),
    );
    await other.close();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("保存データが消去されていました");
    await expect(plan.truth).toContainText("この端末に保存");
    await page.reload();
    await expect(plan.field("目標の名称").first()).toHaveValue("消される前に");
  });

  test("データベースの返事がなくても、押したことは言われ、やがて理由が出る", { tag: "@folder" }, async ({ app, page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    });
    await page.clock.install();
    await app.open();
    await page.getByRole("button", { name: "北本市" }).click();
    await expect(page.getByText("保存先の返事を待っています")).toBeVisible();
    await expect(async () => {
      await page.clock.fastForward("00:06");
      await expect(page.getByRole("alert").filter({ hasText: "返事がありません" })).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(new Plan(page).truth).toBeVisible();
  });

  test("書きとめる場所がいっぱいなら、開いた画面の上で、一度だけ言われる", { tag: "@folder" }, async ({ app, page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await app.open();
    const alert = page.getByRole("alert").filter({ hasText: "いっぱいです" });
    await expect(alert).toBeVisible();
    const plan = await openKitamoto(page);
    await plan.go("体系");
    await plan.field("目標の名称").first().fill("いっぱいでも残る");
    await plan.saved();
    await expect(alert).toHaveCount(1);
    await plan.truth.getByRole("button").click();
    await expect(page.getByRole("dialog", { name: "保存の状況" })).toContainText("いっぱいです");
    await expect(alert).toHaveCount(1);
    await page.keyboard.press("Escape");
    await alert.getByRole("button", { name: "閉じる" }).click();
    await expect(alert).toHaveCount(0);
    await page.reload();
    await expect(plan.field("目標の名称").first()).toHaveValue("いっぱいでも残る");
  });
});

// The journal refuses writes, and the database too until the returned function is called.
async function withoutStores(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite") throw new DOMException("full", "UnknownError");
      return begin.call(this, stores, mode, options);
    };
    addEventListener("let-go", () => (IDBDatabase.prototype.transaction = begin));
  });
  return () => page.evaluate(() => void dispatchEvent(new Event("let-go")));
}

test("まだどこにも残っていない貼り付けは、済んだと言われず、保存されてから言われる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);
  await plan.go("指標");
  await page.getByRole("button", { name: "実績のみ" }).click();
  const grid = page.getByRole("grid", { name: "指標の数値の表" });
  const cell = grid.getByRole("row").nth(1).getByRole("gridcell").nth(3);
  await cell.click();
  await expect(cell).toHaveAttribute("aria-selected", "true");
  const letGo = await withoutStores(page);
  await paste(page.locator("#grid-input"), "433.0\t434.9\r\n1.10\t1.20\r\n");
  const told = page.getByRole("status");
  await expect(told.filter({ hasText: "保存しています…終わるまで閉じないでください。" })).toBeVisible();
  await expect(told.filter({ hasText: "貼り付けました" })).toHaveCount(0);
  // The reason is in plain words; the name that the browser gives is in the details.
  const alert = page.getByRole("main").getByRole("alert").filter({ hasText: "ディスクの空きが足りないか" });
  await expect(alert).toBeVisible();
  await expect(page.getByText("UnknownError")).toHaveCount(0);
  await plan.truth.getByRole("button").click();
  const panel = page.getByRole("dialog", { name: "保存の状況" });
  await expect(panel.getByText("UnknownError")).toBeHidden();
  await panel.getByText("技術情報").first().click();
  await expect(panel.getByText("UnknownError").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await letGo();
  await expect(told.filter({ hasText: "4か所に貼り付けました。" })).toBeVisible({ timeout: 60_000 });
  await expect(alert).toHaveCount(0);
});

test("見るだけの画面では、変える選択肢は選べず、見るための選択肢は選べる", { tag: "@folder" }, async ({ app, page, context }) => {
  await app.open();
  const first = await openKitamoto(page);
  const second = new Plan(await context.newPage());
  await second.page.goto(page.url());
  await expect(second.takeOver).toBeVisible();
  await expect(second.page.getByRole("combobox", { name: "評価する年度" })).toBeEnabled();
  await second.go("設定");
  const stage = second.page.getByRole("combobox", { name: "段階" });
  await expect(stage).toBeDisabled();
  await second.go("体系");
  await expect(second.page.getByRole("combobox", { name: "目標の種別" })).toBeDisabled();
  await second.go("設定");
  await second.takeOver.click();
  await expect(stage).toBeEnabled();
  await first.go("設定");
  await expect(page.getByRole("combobox", { name: "段階" })).toBeDisabled();
});

test("見るだけの画面の欄は、打っても変わらず、引き継ぐと書ける", { tag: "@folder" }, async ({ app, page, context }) => {
  await app.open();
  const first = await openKitamoto(page);
  await first.go("体系");
  const second = new Plan(await context.newPage());
  await second.page.goto(page.url());
  await expect(second.takeOver).toBeVisible();
  const name = second.field("目標の名称").first();
  await expect(name).toHaveAttribute("readonly");
  const before = await name.inputValue();
  await name.focus();
  await second.page.keyboard.type("見るだけ");
  await expect(name).toHaveValue(before);
  await expect(second.truth).toContainText("見るだけ");
  // Half-typed text in the first tab is handed over, too.
  await first.field("目標の名称").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.type("打ちかけ");
  await second.takeOver.click();
  await expect(second.takeOver).toHaveCount(0);
  await expect(name).toHaveValue(`${before}打ちかけ`);
  await expect(name).not.toHaveAttribute("readonly");
  await expect(first.field("目標の名称").first()).toHaveAttribute("readonly");
});

test("変更の履歴と元に戻すは、開き直しても続く", async ({ app, page }) => {
  await app.open();
  const plan = await openKitamoto(page);
  await plan.go("体系");
  const name = plan.field("目標の名称").first();
  const before = await name.inputValue();
  await retitle(plan, ["一つ目の名", "二つ目の名"]);
  await page.reload();
  await expect(plan.undoButton).toBeEnabled();
  await plan.go("概況");
  await expect(page.getByRole("region", { name: "最近の変更" })).toContainText("の名称を変更");
  await page.getByRole("button", { name: "すべての履歴を見る" }).click();
  const history = page.getByRole("dialog", { name: "変更の履歴" });
  await expect(history.getByRole("heading", { level: 3 })).toContainText(/きょう \d+:\d\d.*（2件）/);
  await expect(history).toContainText(`${before} → 一つ目の名`);
  await expect(history).toContainText("一つ目の名 → 二つ目の名");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await plan.go("体系");
  await plan.undoButton.click();
  await expect(name).toHaveValue("一つ目の名");
  await plan.undoButton.click();
  await expect(name).toHaveValue(before);
  await plan.saved();
  await page.reload();
  await plan.redoButton.click();
  await expect(name).toHaveValue("一つ目の名");
});

test("保存の状況を押すと、どこに、いつ、何件あるかが分かり、そこから保存できる", async ({ app, page, edition }) => {
  await app.open();
  const plan = await openKitamoto(page);
  await expect(plan.truth).toContainText(/この端末に保存済み \d+:\d\d/);
  await plan.truth.getByRole("button").click();
  const panel = page.getByRole("dialog", { name: "保存の状況" });
  await expect(panel).toContainText("この端末の、このブラウザの中");
  await expect(panel).toContainText("シークレット");
  if (edition === "file") await expect(panel).toContainText("ほかのHTMLファイルと共用");
  await expectAccessible(page);
  const file = await downloaded(page, () => panel.getByRole("button", { name: "ファイルに保存" }).click());
  expect(file.name).toMatch(/\.json$/);
  await panel.getByRole("link", { name: "自動バックアップを開く" }).click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "版と比較" })).toBeVisible();
});

test("選んだファイルにも変更のたびに保存し、ほかの人が変えたファイルには上書きしない", { tag: "@folder" }, async ({ app, page }) => {
  // The browser's private file system replaces the disk: the same handles, without a permission prompt.
  await page.addInitScript(() => {
    const choose = async () => (await navigator.storage.getDirectory()).getFileHandle("町の計画.json", { create: true });
    Object.assign(window, { showSaveFilePicker: choose });
  });
  // A file that is being replaced is unreadable for a moment.
  const written = () =>
    page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle("町の計画.json");
      const file = await handle.getFile();
      return file.text().catch(() => "{}");
    });
  await app.open();
  const plan = await openKitamoto(page);
  const status = page.getByRole("status", { name: "保存の状況" }).getByRole("button");
  await status.click();
  const panel = page.getByRole("dialog", { name: "保存の状況" });
  await panel.getByRole("button", { name: "保存先のファイルを選ぶ" }).click();
  await expect(panel.getByText("「町の計画.json」に")).toContainText("保存しました");
  await expectAccessible(page);
  await expect.poll(async () => JSON.parse(await written()).title).toBe(TITLE);
  await page.keyboard.press("Escape");

  await plan.go("体系");
  await plan.field("目標の名称").first().fill("働く場を増やす");
  await plan.field("目標の名称").first().press("Enter");
  await expect.poll(written).toContain("働く場を増やす");
  await expect(status).toContainText(/ファイル \d/);

  // Another program writes into it.
  await page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle("町の計画.json");
    const text = await (await handle.getFile()).text();
    const writing = await handle.createWritable();
    await writing.write(text.replace("働く場を増やす", "ほかの人の書いた目標"));
    await writing.close();
  });
  await plan.field("目標の名称").first().fill("住む人を増やす");
  await plan.field("目標の名称").first().press("Enter");
  await expect(status).toContainText("ファイル 保存できません");
  await expect.poll(written).toContain("ほかの人の書いた目標");
  await status.click();
  await expect(panel).toContainText("上書きはしていません");

  await panel.getByRole("button", { name: "現在の画面の内容で上書きする" }).click();
  await expect.poll(written).toContain("住む人を増やす");
  await panel.getByRole("button", { name: "自動保存をやめる" }).click();
  await expect(panel.getByText("ファイルを選ぶと、変更のたびに")).toBeVisible();
});
