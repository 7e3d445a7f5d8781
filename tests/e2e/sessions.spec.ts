import { expect, test } from "./app";
import { Home } from "./plan";
import { part, say } from "./talk";

test("対話の会は、元に戻しても、削除しても、続けられる画面に戻り、意見の数は並んでいるものと合う", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "ためし総合戦略");
  await plan.go("対話");
  const main = page.getByRole("main");
  const begin = main.getByRole("button", { name: "対話の会をつくる" });
  const prepares = main.getByRole("heading", { name: /^1\/4/ });
  const answers = main.getByRole("article");

  // Taken back, it leaves no empty form behind.
  await begin.press("Enter");
  await expect(prepares).toBeFocused();
  await plan.undoButton.press("Enter");
  await expect(begin).toBeVisible();
  await expect(prepares).toBeHidden();
  await plan.redoButton.press("Enter");
  await expect(prepares).toBeVisible();

  // Two sessions: each tells of what is listed at it.
  await part(page, "出し合う");
  await say(page, "一つ目", 2);
  await main.getByRole("button", { name: "会を追加" }).press("Enter");
  await expect(prepares).toBeFocused();
  await part(page, "出し合う");
  await say(page, "二つ目", 1);
  await part(page, "答える");
  await expect(answers).toHaveCount(1);
  await expect(main.getByRole("heading", { name: "意見1件のうち、答えていないもの 1件" })).toBeVisible();

  // Removed, it gives way to the other; what was said stays.
  await part(page, "準備");
  await main.getByRole("button", { name: "この会を削除" }).press("Enter");
  await expect(main.getByRole("button", { name: "会を追加" })).toBeFocused();
  await part(page, "答える");
  await expect(answers).toHaveCount(3);
  await expect(main.getByRole("heading", { name: "意見3件のうち、答えていないもの 3件" })).toBeVisible();
  await plan.undoButton.press("Enter");
  await expect(answers).toHaveCount(2);
});
