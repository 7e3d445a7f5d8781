import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

test("計画期間を延長し、中間見直しの新旧対照表を画面と印刷で見る", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "延長・見直し");
  const main = page.getByRole("main");
  await expectAccessible(page);

  // The extension asks for a target of each series; date, decider and reason are required.
  await main.getByRole("button", { name: "計画期間を延長する" }).press("Enter");
  await main.getByRole("combobox", { name: "延長後の最後の年度" }).selectOption({ index: 0 });
  await main.getByRole("button", { name: "残りをすべて据え置く" }).press("Enter");
  await expect(main.getByRole("status").filter({ hasText: "あとで決める 0件" })).toBeVisible();
  const extend = main.getByRole("button", { name: /まで延長する$/ });
  await extend.press("Enter");
  await expect(main.getByRole("alert").filter({ hasText: "すべて入れてください" })).toBeVisible();
  await main.locator("#extend-by").fill("行政経営会議");
  await main.locator("#extend-reason").fill("国の総合戦略の改定を待つため");
  await expectAccessible(page);
  await extend.press("Enter");
  await expect(page.getByText(/^計画期間を.*まで延長しました。/)).toBeVisible();
  const changes = main.getByRole("region", { name: "「計画期間の延長」の新旧対照表" });
  await expect(changes.getByRole("row", { name: /^計画期間/ })).toBeVisible();
  await expect(main.getByRole("radio", { name: /計画期間の延長/ })).toBeChecked();

  // One step undoes it.
  await plan.undoButton.click();
  await expect(main.getByText("延長も見直しも、まだありません。")).toBeVisible();

  // A revision: the changes from now on are shown beside the version before it.
  await main.getByLabel("理由").first().fill("社会情勢の変化");
  await main.getByRole("button", { name: "見直しを始める" }).press("Enter");
  await expect(main.getByText(/^「中間見直し」を/)).toBeVisible();
  await plan.go("設定");
  const title = main.getByRole("textbox", { name: "計画の名称" });
  await title.fill("みほん町総合戦略（改訂版）");
  await title.press("Tab");
  await plan.go("延長・見直し");
  const table = main.getByRole("region", { name: "「中間見直し」の新旧対照表" });
  await expect(table.getByRole("row", { name: /^計画の名称|^名称/ }).locator("u").first()).toContainText("改訂版");
  await main.getByLabel("決定者・会議").fill("町長");
  await main.getByRole("button", { name: "見直しを決定する" }).press("Enter");
  await expect(main.getByRole("heading", { name: "中間見直し", exact: true })).toBeVisible();
  await expect(main.getByRole("radio", { name: /決定/ })).toBeChecked();
  await expectAccessible(page);
  await table.getByRole("button", { name: "印刷・Word" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "印刷" })).toBeVisible();
  await main.getByLabel("印刷するもの").selectOption("見直しの履歴");
  const paper = main.getByRole("region", { name: "プレビュー" });
  await expect(paper.getByRole("row", { name: /社会情勢の変化/ })).toBeVisible();
  await expect(paper.locator("u").first()).toContainText("改訂版");
});
