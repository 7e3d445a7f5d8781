import type { Page } from "@playwright/test";
import { expect, expectAccessible, still, test } from "./app";
import { Home, openSample, Plan } from "./plan";

const TITLE = "第2期北本市まち・ひと・しごと創生総合戦略";

async function saveVersion(plan: Plan, name: string) {
  await plan.page.getByRole("button", { name: "現在の内容を版に保存" }).click();
  const dialog = plan.page.getByRole("dialog", { name: "版を保存" });
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.getByRole("button", { name: "この名前で保存" }).click();
  await expect(plan.toast).toContainText(`版「${name}」を保存しました`);
  await plan.toast.getByRole("button", { name: "閉じる" }).click();
}

function row(page: Page, name: string) {
  return page.getByRole("table", { name: "名前をつけた版" }).getByRole("row").filter({ hasText: name });
}

test("版を保存し、見比べ、戻し、戻したのを取り消せる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "版と比較");
  await saveVersion(plan, "素案");
  await expect(row(page, "素案")).toContainText(/きょう \d\d:\d\d/);
  // A named version is not an automatic backup, and is not counted as one.
  await expect(plan.truth).toContainText(/自動バックアップ 0/);

  await plan.go("体系");
  const name = plan.field("目標の名称");
  const before = await name.inputValue();
  await name.fill("働く場を増やす");
  await page.getByRole("button", { name: "施策を追加" }).click();
  await expect(plan.field("施策の名称")).toBeFocused();
  await page.keyboard.type("空き店舗の活用");

  await plan.go("版と比較");
  await row(page, "素案").getByRole("button", { name: /現在と比較/ }).click();
  const differences = page.getByRole("region", { name: /版「素案」からの違い：2か所/ }).first();
  await expect(differences).toBeVisible();
  await expect(differences.getByRole("row").filter({ hasText: before })).toContainText("働く場を増やす");
  await expect(differences.getByRole("row").filter({ hasText: "空き店舗の活用" })).toBeVisible();
  await expectAccessible(page);

  // 新旧対照表: after on the left, before on the right, on A4 landscape.
  await row(page, "素案").getByRole("button", { name: /新旧対照表/ }).click();
  const paper = page.getByRole("region", { name: "プレビュー" });
  const revised = paper.getByRole("row").filter({ hasText: before });
  await expect(revised.getByRole("cell").first()).toHaveText("働く場を増やす");
  await expect(revised.getByRole("cell").last()).toHaveText(before);
  await expect(revised.locator("u").first()).toBeVisible();
  await expect(paper.getByRole("row").filter({ hasText: "空き店舗の活用" }).last()).toContainText("（新設）");
  await expect(page.getByRole("status").filter({ hasText: "A4横" })).toBeVisible();
  await expectAccessible(page);
  const earlier = await page.getByLabel("改正前", { exact: true }).inputValue();
  await page.getByLabel("改正後", { exact: true }).selectOption(earlier);
  await expect(paper).toContainText("改正前と改正後の内容は同じです。");
  await plan.go("版と比較");

  await row(page, "素案").getByRole("button", { name: /この版に戻す/ }).click();
  await plan.go("体系");
  await expect(name).toHaveValue(before);
  await expect(plan.field("施策の名称")).toHaveCount(0);
  await plan.undoButton.click();
  await expect(name).toHaveValue("働く場を増やす");
  await expect(plan.field("施策の名称")).toHaveValue("空き店舗の活用");
});

test("保存した版は、画面を開き直しても残り、消せる", async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "版と比較");
  await saveVersion(plan, "骨子案");
  await page.reload();
  await expect(row(page, "骨子案")).toBeVisible();
  await row(page, "骨子案").getByRole("button", { name: /現在と比較/ }).click();
  await expect(page.getByRole("heading", { name: "版「骨子案」と、現在の内容は同じです" })).toBeVisible();
  // After deletion its row stays in place, with a way to restore it.
  await row(page, "骨子案").getByRole("button", { name: /^削除/ }).click();
  await expect(row(page, "骨子案")).toContainText("削除しました");
  await row(page, "骨子案").getByRole("button", { name: /^元に戻す/ }).click();
  await row(page, "骨子案").getByRole("button", { name: /^削除/ }).click();
  await expect(row(page, "骨子案")).toContainText("削除しました");
  await page.reload();
  await expect(page.getByText("版はまだありません")).toBeVisible();
});

// A backup is made three seconds after the last save.
async function copied(page: Page, plan: Plan) {
  await plan.saved();
  await page.clock.fastForward("00:03");
}

test("自動バックアップには名前があり、比較の見出しでもそう呼ばれ、どの画面にも生の日時はない", { tag: "@folder" }, async ({ app, page }) => {
  await page.clock.install();
  const plan = await openSample(app, "みほん町", "指標");
  await page.getByRole("button", { name: "一覧", exact: true }).click();
  await plan.field("R6の実績値").first().fill("8,250");
  await plan.go("版と比較");
  await copied(page, plan);
  const copies = page.getByRole("table", { name: "自動バックアップ" });
  const copy = copies.getByRole("rowheader", { name: /^自動バックアップ \d+月\d+日 \d\d:\d\d$/ }).first();
  await expect(copy).toBeVisible();
  await copies.getByRole("button", { name: /^現在と比較/ }).first().click();
  await expect(page.getByRole("heading", { name: /^自動バックアップ \d+月\d+日 \d\d:\d\d(からの違い：\d+か所|と、現在の内容は同じです)$/ })).toBeVisible();
  await expect(page.getByText(/\d{4}-\d\d-\d\dT/)).toHaveCount(0);
  await plan.toHome();
  await expect(page.getByText(/きょう \d\d:\d\d に変更/)).toBeVisible();
  await expect(page.getByText(/\d{4}-\d\d-\d\dT/)).toHaveCount(0);
});

test("版の一覧の行は、指している間に自動バックアップができても動かない", { tag: "@folder" }, async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-20T10:00:00+09:00") });
  const plan = await openSample(app, "みほん町");
  const edit = async (text: string) => {
    await plan.go("体系");
    await plan.field("目標の名称").fill(text);
    await plan.go("版と比較");
    await copied(page, plan);
  };
  await edit("一つめ");
  const copies = page.getByRole("table", { name: "自動バックアップ" }).getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(copies).toHaveCount(1);
  const first = copies.filter({ hasText: "10:0" });
  const name = await first.getByRole("rowheader").innerText();

  const button = first.getByRole("button", { name: /^現在と比較/ });
  await button.hover();
  const under = () => button.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await still(page, under);
  // A quarter of an hour later: an undo is a change, and is backed up.
  await page.clock.fastForward("16:00");
  await page.keyboard.press("Control+z");
  await copied(page, plan);
  await expect(plan.truth).toContainText("自動バックアップ 2");
  await expect(copies).toHaveCount(1);
  await expect.poll(under).toBe(before);
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole("heading", { name: new RegExp(`^${name}(からの違い|と、現在の内容は同じ)`) })).toBeVisible();

  // The pointer moves away: the new one is at the top.
  await page.getByRole("heading", { level: 1 }).hover();
  await page.getByRole("heading", { level: 1 }).focus();
  await expect(copies).toHaveCount(2);
  await expect(copies.nth(1).getByRole("rowheader")).toHaveText(name);
});

test("計画を複製すると、別々に変えられる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北本市");
  const home = await plan.toHome();
  await home.card(TITLE).getByRole("button", { name: /^複製/ }).click();
  const copy = home.card(`${TITLE}（複製）`);
  await expect(copy).toBeVisible();
  await expect(home.cards).toHaveCount(2);
  await copy.getByRole("link").click();
  await plan.go("体系");
  await plan.field("目標の名称").fill("複製だけの名前");
  await plan.saved();
  await plan.toHome();
  await home.card(TITLE).getByRole("link").click();
  await expect(page.getByRole("heading", { name: /稼ぐ産業と安定した雇用を創出する/ })).toBeVisible();
  await expect(page.getByText("複製だけの名前")).toHaveCount(0);
});

test("次の期をつくると、期間が進み、目標は写り、前期計画が枠組みに残る", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "北本市");
  const home = await plan.toHome();
  await home.card(TITLE).getByRole("button", { name: /^次の期をつくる/ }).click();
  await home.opened();
  await expect(page.getByRole("heading", { name: /稼ぐ産業と安定した雇用を創出する/ })).toBeVisible();
  await plan.go("整合");
  await expect(page.getByRole("main").getByRole("combobox").filter({ has: page.locator("option:checked", { hasText: "前期計画" }) })).not.toHaveCount(0);
  await plan.toHome();
  await expect(home.card(TITLE.replace("第2期", "第3期"))).toContainText("令和8〜11年度");
  await expect(home.card(TITLE)).toContainText("令和4〜7年度");
});

test("削除した計画は、開いている画面にも伝わり、元に戻せ、完全に削除することもできる", async ({ app, page, context }) => {
  const plan = await openSample(app, "北本市");
  const written = await plan.export();
  const other = new Home(await context.newPage());
  await other.page.goto(app.address);
  await other.card(TITLE).getByRole("button", { name: /^削除/ }).click();
  await expect(other.cards).toHaveCount(0);
  await expect(other.trash).toContainText(TITLE);
  // A page behind another one is painted once a second.
  await page.bringToFront();
  await expect(page.getByText("「削除した計画」に入っています")).toBeVisible();
  await expect(plan.truth).toContainText("変更できません");
  await page.reload();
  await expect(page.getByText("「削除した計画」に入っています")).toBeVisible();
  await page.getByRole("button", { name: "計画を元に戻す" }).click();
  await expect(page.getByText("「削除した計画」に入っています")).toHaveCount(0);
  await expect(plan.truth).toContainText("この端末に保存済み");
  // The start page of another tab follows the list.
  await expect(other.cards).toHaveCount(1);
  await expect(other.trash).toHaveCount(0);

  const home = await plan.toHome();
  await home.card(TITLE).getByRole("button", { name: /^削除/ }).click();
  await expect(other.cards).toHaveCount(0);
  await expect(other.trash).toContainText(TITLE);
  await other.page.close();
  await page.reload();
  await home.trash.getByRole("button", { name: /^元に戻す/ }).click();
  await expect(home.trash).toHaveCount(0);
  await home.card(TITLE).getByRole("link").click();
  expect(await plan.export()).toEqual(written);

  await plan.toHome();
  await home.card(TITLE).getByRole("button", { name: /^削除/ }).click();
  await home.trash.getByRole("button", { name: /^完全に削除/ }).click();
  await expect(home.trash).toHaveCount(0);
  await expect(home.cards).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "この端末にある計画" })).toBeVisible();
  await expect(home.cards).toHaveCount(0);
});
