import type { CDPSession, Page } from "@playwright/test";
import { expect, still, test } from "./app";
import { Home, openSample, Plan } from "./plan";

// The texts of the fields with this name, in the order of the page.
async function values(plan: Plan, name: string): Promise<string[]> {
  return plan.field(name).evaluateAll((all) => all.map((field) => (field as HTMLTextAreaElement).value));
}

// Returns the same once all of them are drawn.
async function allValues(plan: Plan, name: string): Promise<string[]> {
  await expect(plan.field(name).first()).toBeVisible();
  return still(plan.page, () => values(plan, name));
}

// Presses Tab until the control with this role and name has the focus.
async function tabTo(page: Page, role: "button" | "link" | "textbox", name: string) {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((control) => control === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab では「${name}」へ行けません。`);
}

async function newStrategy(page: Page): Promise<Plan> {
  await tabTo(page, "button", "新しくつくる");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("市町村の名前")).toBeFocused();
  await page.keyboard.type("ためし町");
  await page.keyboard.press("Enter");
  const plan = new Plan(page);
  await expect(plan.truth).toBeVisible();
  return plan;
}

test("新しくつくり、目標・施策・取組を、キーだけで書ける", async ({ app, page }) => {
  await app.open();
  const plan = await newStrategy(page);
  await page.keyboard.press("Alt+2");
  await expect(page.getByRole("heading", { level: 1, name: "体系" })).toBeVisible();
  await tabTo(page, "button", "基本目標");
  await page.keyboard.press("Enter");
  await expect(plan.field("目標の名称")).toBeFocused();
  await page.keyboard.type("働く場をつくる");
  await page.keyboard.press("Enter");
  await expect(plan.field("施策の名称")).toBeFocused();
  await page.keyboard.type("農業を支える");
  await page.keyboard.press("Enter");
  await expect(plan.field("施策の名称")).toHaveCount(2);
  await expect(plan.field("施策の名称").nth(1)).toBeFocused();
  await page.keyboard.type("商いを支える");
  await expect.poll(() => values(plan, "施策の名称")).toEqual(["農業を支える", "商いを支える"]);

  await tabTo(page, "button", "取組を追加");
  await page.keyboard.press("Enter");
  // An empty row may remain a moment longer.
  await expect(plan.field("取組の名称").first()).toBeFocused();
  for (const [at, title] of ["研修", "機械の共同利用", "直売所"].entries()) {
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(plan.field("取組の名称")).toHaveCount(at + 2);
    await expect(plan.field("取組の名称").nth(at + 1)).toBeFocused();
  }
  await page.keyboard.press("Backspace");
  await expect(plan.field("取組の名称").nth(2)).toBeFocused();
  await expect.poll(() => values(plan, "取組の名称")).toEqual(["研修", "機械の共同利用", "直売所"]);

  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => values(plan, "取組の名称")).toEqual(["研修", "直売所", "機械の共同利用"]);
  await expect(plan.field("取組の名称").nth(1)).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => values(plan, "取組の名称")).toEqual(["研修", "機械の共同利用", "直売所"]);

  await page.keyboard.press("Control+z");
  await expect.poll(() => values(plan, "取組の名称")).toEqual(["研修", "直売所", "機械の共同利用"]);
  await page.keyboard.press("Control+y");
  await expect.poll(() => values(plan, "取組の名称")).toEqual(["研修", "機械の共同利用", "直売所"]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => values(plan, "取組の名称")).toEqual(["研修", "直売所", "機械の共同利用"]);
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(() => values(plan, "取組の名称")).toEqual(["研修", "機械の共同利用", "直売所"]);
  await plan.saved();
});

test("取組と施策を、Alt と矢印で隣へ移せる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "体系");
  const measures = await allValues(plan, "施策の名称");
  await plan.field("施策の名称").first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => values(plan, "施策の名称")).toEqual([measures[1], measures[0], ...measures.slice(2)]);
  await expect(plan.field("施策の名称").nth(1)).toBeFocused();

  const initiatives = await allValues(plan, "取組の名称");
  await plan.field("取組の名称").first().focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect.poll(() => values(plan, "取組の名称")).not.toEqual(initiatives);
  await expect(plan.field("取組の名称").and(page.locator(":focus"))).toHaveValue(initiatives[0]!);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => values(plan, "施策の名称")).toEqual(measures);
});

test("F1 で一覧、Ctrl+K でさがす、Esc で閉じる", async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("北本市");
  await page.keyboard.press("F1");
  const help = page.getByRole("dialog", { name: "使い方" });
  await help.getByText("キー操作の一覧").click();
  await expect(help.getByRole("row", { name: "元に戻す Ctrl + Z" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "検索・操作" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("日程");
  await expect(palette.getByRole("option").first()).toContainText("日程");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "日程" })).toBeVisible();

  // Opened again before the browser tells that it is closed, it stays open (g37).
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  const told = palette.evaluate((dialog: HTMLDialogElement) => {
    const key = (name: string, ctrlKey = false) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, ctrlKey, bubbles: true, cancelable: true }));
    const closed = new Promise((done) => dialog.addEventListener("close", done));
    dialog.dispatchEvent(new Event("cancel", { cancelable: true }));
    dialog.close();
    key("k", true);
    return closed.then(() => dialog.open);
  });
  expect(await told).toBe(true);
  await expect(palette.getByRole("combobox")).toBeFocused();
});

test("どのボタンにも名前があり、焦点がいつも見える", async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("みほん町");
  await expect(page.locator(".goal-card").last()).toBeVisible();
  const focused = page.locator(":focus");
  const quickly = { timeout: 2_000 };
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press("Tab");
    await expect(async () => {
      if ((await focused.count()) === 0) return;
      await expect(focused).toHaveAccessibleName(/\S/, quickly);
      await expect(focused).toBeInViewport(quickly);
      await expect(focused).not.toHaveCSS("outline-style", "none", quickly);
    }).toPass();
  }
});

test.describe("日本語の変換", () => {
  // An input method in the middle of a conversion, as the browser sees it.
  class Conversion {
    constructor(private readonly tab: CDPSession) {}

    show(text: string) {
      return this.tab.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }

    // A key that the input method consumes: the page sees it with the code 229.
    async key(key: string) {
      for (const type of ["rawKeyDown", "keyUp"] as const) {
        await this.tab.send("Input.dispatchKeyEvent", { type, key, code: key, windowsVirtualKeyCode: 229 });
      }
    }

    commit(text: string) {
      return this.tab.send("Input.insertText", { text });
    }
  }

  test("変換中の Enter・Esc・Alt+矢印は命令にならず、打った文は壊れない", async ({ app, page, context }) => {
    const plan = await openSample(app, "みほん町", "体系");
    const titles = await allValues(plan, "取組の名称");
    const field = plan.field("取組の名称").first();
    await field.focus();
    await field.press("End");
    const conversion = new Conversion(await context.newCDPSession(page));

    for (const shown of ["け", "けい", "けいか", "けいかく", "計画"]) await conversion.show(shown);
    await expect(field).toHaveValue(`${titles[0]}計画`);
    await conversion.key("Enter");
    await conversion.key("Escape");
    await conversion.key("ArrowUp");
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(`${titles[0]}計画`);
    await expect(plan.undoButton).toBeDisabled();

    await conversion.commit("計画");
    await expect(field).toHaveValue(`${titles[0]}計画`);
    await expect(plan.undoButton).toBeEnabled();
    await page.keyboard.press("Enter");
    await expect(plan.field("取組の名称")).toHaveCount(titles.length + 1);
    await expect(plan.field("取組の名称").nth(1)).toBeFocused();
    await expect.poll(async () => (await values(plan, "取組の名称"))[0]).toBe(`${titles[0]}計画`);
  });

  test("変換中に画面が描き直されても、打った文は壊れない", async ({ app, page, context }) => {
    const plan = await openSample(app, "みほん町");
    await plan.saved();
    await plan.go("体系");
    const field = plan.field("施策の名称").first();
    const title = await field.inputValue();
    await field.focus();
    await field.press("End");
    await page.keyboard.type("A");
    const conversion = new Conversion(await context.newCDPSession(page));
    await conversion.show("へん");
    await conversion.show("へんかん");
    // The save ends while the conversion continues: bar and numbers are redrawn.
    await plan.saved();
    await page.setViewportSize({ width: 900, height: 800 });
    await expect(field).toHaveValue(`${title}Aへんかん`);
    await conversion.show("変換");
    await conversion.commit("変換");
    await page.keyboard.type("B");
    await expect(field).toHaveValue(`${title}A変換B`);
    await field.blur();
    await plan.saved();
    await page.reload();
    await expect(field).toHaveValue(`${title}A変換B`);
  });

  test("表で変換をやめた欄は元のまま、変換中にほかの欄へ移っても打った字は残る", async ({ app, page, context }) => {
    await openSample(app, "北本市", "指標");
    const grid = page.getByRole("grid", { name: "指標の数値の表" });
    const cell = (row: number, column: number) => grid.getByRole("row").nth(row).locator(".grid-cell").nth(column);
    const conversion = new Conversion(await context.newCDPSession(page));
    await cell(1, 2).click();
    await page.keyboard.type("11");
    await page.keyboard.press("Enter");
    await cell(1, 2).click();
    await conversion.show("さ");
    await conversion.show("");
    await expect(page.locator("#grid-input.writing")).toHaveCount(0);
    await expect(cell(1, 2)).toHaveText("11");
    await conversion.show("さんじゅう");
    await cell(2, 3).click();
    await expect(cell(1, 2)).toHaveText("さんじゅう");
    await page.keyboard.type("5");
    await expect(cell(2, 3)).toHaveText("5");

    // Fields in a list behave like cells.
    await page.getByRole("button", { name: "実績入力" }).click();
    const fields = page.getByRole("list", { name: "実績の入力" }).getByRole("textbox");
    await fields.nth(1).click();
    await page.keyboard.type("12");
    await fields.first().click();
    await fields.nth(1).click();
    await conversion.show("さ");
    await conversion.show("");
    await expect(fields.nth(1)).toHaveValue("12");
    await conversion.show("じゅう");
    await fields.first().click();
    await expect(fields.nth(1)).toHaveValue("じゅう");
  });

  test("さがす窓でも、変換中の Enter は決定にならない", async ({ app, page, context }) => {
    await app.open();
    await new Home(page).sample("北本市");
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "検索・操作" });
    await expect(palette.getByRole("combobox")).toBeFocused();
    const conversion = new Conversion(await context.newCDPSession(page));
    await conversion.show("指標");
    await conversion.key("Enter");
    await expect(palette).toBeVisible();
    await conversion.commit("指標");
    await expect(palette.getByRole("option").first()).toContainText("指標");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "指標" })).toBeVisible();
  });
});

test("欄に書いているまま、はじめにへ戻っても、ほかの計画を開いても、画面は止まらない", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  await plan.saved();
  const names = [/^目標の名称$/, /^施策の名称$/, /^取組の名称$/];
  for (const name of names) {
    await plan.go("体系");
    await plan.field(name).first().focus();
    const address = page.url();
    await page.evaluate("location.hash = '#/'");
    await expect(page.getByRole("heading", { name: "この端末にある計画" })).toBeVisible();
    await page.goto(address);
    await expect(plan.truth).toBeVisible();
  }
});
