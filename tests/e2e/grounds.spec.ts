import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

test("根拠: 一度書いて、章と施策から引け、引いた所へたどれ、元に戻せる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "本文・支援");
  const grounds = page.getByRole("region", { name: "根拠・出典" });
  await grounds.getByRole("button", { name: "根拠を追加" }).click();
  const row = grounds.getByRole("listitem").first();
  await expect(row.getByRole("textbox", { name: "根拠の名称" })).toBeFocused();
  await page.keyboard.type("まち・ひと・しごと創生法");
  await row.getByRole("textbox", { name: "所在" }).fill("https://laws.e-gov.go.jp/law/426AC0000000136");
  await row.getByRole("button", { name: "きょう確かめた" }).click();
  await expect(row.getByLabel("確認日")).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  // It opens only when the user presses it, and sends no referrer.
  const link = row.getByRole("link", { name: /まち・ひと・しごと創生法/ });
  await expect(link).toHaveAttribute("href", "https://laws.e-gov.go.jp/law/426AC0000000136");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await expect(row).toContainText("まだどこからも引かれていません");
  // From a chapter.
  const chapter = page.getByRole("main").locator(".chapter").first();
  await chapter.getByRole("combobox", { name: "引く根拠を選ぶ" }).selectOption({ label: "まち・ひと・しごと創生法" });
  await expect(chapter.getByRole("group", { name: "根拠・出典" })).toContainText("まち・ひと・しごと創生法");
  await expect(row.getByRole("list")).not.toBeEmpty();
  await expectAccessible(page);
  // From a measure.
  await plan.go("体系");
  const measure = page.locator(".measure").first();
  await measure.getByRole("button", { name: /の操作$/ }).first().click();
  await page.getByRole("menuitem", { name: "根拠を引く…" }).click();
  await measure.getByRole("combobox", { name: "引く根拠を選ぶ" }).selectOption({ label: "まち・ひと・しごと創生法" });
  await expect(measure.getByRole("group", { name: "根拠・出典" })).toContainText("まち・ひと・しごと創生法");
  await plan.go("本文・支援");
  await expect(row.getByRole("link", { name: /^施策1-1/ })).toBeVisible();
  // After its removal nothing cites it; after undo it is cited as before.
  await row.getByRole("button", { name: /の操作$/ }).click();
  await page.getByRole("menuitem", { name: "削除" }).click();
  await expect(grounds.getByRole("listitem")).toHaveCount(0);
  await plan.undoButton.click();
  await expect(row.getByRole("link", { name: /^施策1-1/ })).toBeVisible();
});

test("根拠: 所在や確認日がないもの、引かれていないものは点検が言い、計画書に載る", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "木更津市", "本文・支援");
  const grounds = page.getByRole("region", { name: "根拠・出典" });
  await grounds.getByRole("button", { name: "根拠を追加" }).click();
  await page.keyboard.type("木更津市第2次基本計画");
  // A text that is not a web address is not a link.
  const row = grounds.getByRole("listitem").first();
  await plan.go("点検");
  await expect(page.getByRole("main")).toContainText("根拠「木更津市第2次基本計画」に、どこで読めるかがありません。");
  await expect(page.getByRole("main")).toContainText("根拠「木更津市第2次基本計画」は、どの章・目標・施策・指標からも引かれていません。");
  await plan.go("本文・支援");
  await row.getByRole("textbox", { name: "所在" }).fill("javascript:alert(1)");
  await row.getByRole("textbox", { name: "根拠の名称" }).click();
  await expect(row.getByRole("link")).toHaveCount(0);
  await row.getByRole("textbox", { name: "所在" }).fill("http://www.city.example.jp/plan");
  await row.getByRole("textbox", { name: "根拠の名称" }).click();
  await plan.go("点検");
  await expect(page.getByRole("main")).toContainText("根拠「木更津市第2次基本計画」のページを、いつ確かめたかがありません。");
  await plan.go("印刷");
  await page.getByLabel("印刷するもの").selectOption("計画書");
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText("http://www.city.example.jp/plan");
});
