import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

const NAME = "海野さざなみ";

// Members of the first body of みほん町, once it is opened.
const bodies = (page: Page) => page.getByRole("region", { name: "策定にたずさわる会議体" });
const drawnOut = (page: Page) => bodies(page).locator("summary").first();
const names = (page: Page) => bodies(page).getByRole("textbox", { name: "氏名" });

test("会議体の委員を、キーだけで書き、並べ替え、元に戻せる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "日程");
  await drawnOut(page).press("Enter");
  await bodies(page).getByRole("button", { name: /に委員を追加/ }).first().press("Enter");
  await expect(names(page)).toBeFocused();
  await page.keyboard.type(NAME);
  await page.keyboard.press("Tab");
  await page.keyboard.type("会長");
  await page.keyboard.press("Tab");
  await page.keyboard.type("みほん大学");
  // Enter moves on to the next person.
  await page.keyboard.press("Enter");
  await expect(names(page).nth(1)).toBeFocused();
  await page.keyboard.type("山辺こだち");
  await expect(drawnOut(page)).toHaveText("委員　2人");
  await expect(bodies(page).getByRole("combobox", { name: `${NAME}の職` })).toHaveValue("会長");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(names(page).first()).toHaveValue("山辺こだち");
  await expect(names(page).first()).toBeFocused();
  await expectAccessible(page);
  await plan.undoButton.click();
  await expect(names(page).first()).toHaveValue(NAME);
  await expect(names(page).nth(1)).toHaveValue("山辺こだち");
  await bodies(page).getByRole("button", { name: "「山辺こだち」を削除" }).press("Enter");
  await expect(names(page)).toHaveCount(1);
  await expect(names(page)).toBeFocused();

  // The paper for the drafters names them; the one for everybody does not.
  await plan.go("印刷");
  const preview = page.getByRole("region", { name: "プレビュー" });
  const choose = (name: string) => page.getByLabel("印刷するもの").selectOption(name);
  await choose("日程");
  await expect(preview.getByRole("row", { name: `会長 ${NAME} みほん大学` })).toBeVisible();
  await choose("計画書");
  await expect(preview).toContainText("策定にたずさわる会議体");
  await expect(preview).not.toContainText(NAME);
  await plan.undoAll();
  await plan.go("日程");
  await expect(drawnOut(page)).toHaveText("委員");
});
