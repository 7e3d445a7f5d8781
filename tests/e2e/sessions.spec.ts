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

  // Undo leaves no empty form behind.
  await begin.press("Enter");
  await expect(prepares).toBeFocused();
  await plan.undoButton.press("Enter");
  await expect(begin).toBeVisible();
  await expect(prepares).toBeHidden();
  await plan.redoButton.press("Enter");
  await expect(prepares).toBeVisible();

  // Two sessions: each shows its own list.
  await part(page, "出し合う");
  await say(page, "一つ目", 2);
  await main.getByRole("button", { name: "会を追加" }).press("Enter");
  await expect(prepares).toBeFocused();
  await part(page, "出し合う");
  await say(page, "二つ目", 1);
  await part(page, "答える");
  await expect(answers).toHaveCount(1);
  await expect(main.getByRole("heading", { name: "意見1件のうち、答えていないもの 1件" })).toBeVisible();

  // After its removal the other one is shown; the ideas stay.
  await part(page, "準備");
  await main.getByRole("button", { name: "この会を削除" }).press("Enter");
  await expect(main.getByRole("button", { name: "会を追加" })).toBeFocused();
  await part(page, "答える");
  const which = main.getByLabel("どの意見か");
  await which.selectOption({ label: "会のない意見" });
  await expect(answers).toHaveCount(1);
  await which.selectOption({ label: "すべての意見" });
  await expect(answers).toHaveCount(3);
  await expect(main.getByRole("heading", { name: "意見3件のうち、答えていないもの 3件" })).toBeVisible();
  await which.selectOption({ label: "この会の意見" });
  await expect(answers).toHaveCount(2);
  await plan.undoButton.press("Enter");
  await expect(answers).toHaveCount(2);

  // Two of one name are distinguished, and merged on request.
  await part(page, "準備");
  const choice = main.getByLabel("対話の会を選ぶ");
  await expect(choice.getByRole("option", { name: /^まちのこれからを話す会（.+、2つ目）$/ })).toBeAttached();
  await main.getByRole("button", { name: /^同じ名前の会（.+）を、この会にまとめる$/ }).press("Enter");
  await expect(choice).toBeHidden();
  await part(page, "答える");
  await expect(answers).toHaveCount(3);
});
