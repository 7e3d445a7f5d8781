import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { downloaded, Home } from "./plan";
import { unpacked } from "./zip";

const NAME = "海野さざなみ";

// Members of the first body of みほん町, once it is opened.
const bodies = (page: Page) => page.getByRole("region", { name: "策定にたずさわる会議体" });
const drawnOut = (page: Page) => bodies(page).locator("summary").first();
const names = (page: Page) => bodies(page).getByRole("textbox", { name: "氏名" });

// The bytes of the folder that would be published now, as text.
async function published(page: Page): Promise<string> {
  await page.getByRole("button", { name: "確かめて、見本を見る" }).click();
  const write = page.getByRole("button", { name: "公表用フォルダを保存する" });
  await expect(write).toBeVisible();
  const seen = page.getByRole("checkbox", { name: /公表してよいことを確かめました/ });
  if (await seen.isVisible()) await seen.check();
  const { bytes } = await downloaded(page, () => write.click());
  return [...unpacked(bytes).values()].map((file) => file.toString("utf8")).join("\n");
}

test("会議体の委員を、キーだけで書き、並べ替え、元に戻せる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("日程");
  await drawnOut(page).press("Enter");
  await bodies(page).getByRole("button", { name: /に委員を追加/ }).first().press("Enter");
  await expect(names(page)).toBeFocused();
  await page.keyboard.type(NAME);
  await page.keyboard.press("Tab");
  await page.keyboard.type("会長");
  await page.keyboard.press("Tab");
  await page.keyboard.type("みほん大学");
  // Enter goes on to the next person.
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

  // On the paper of those who draft they stand; on that for everybody they do not.
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

test("委員は、公表で選ぶまで公表用フォルダのどこにもない", async ({ app, page }) => {
  test.slow();
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("日程");
  await drawnOut(page).press("Enter");
  await bodies(page).getByRole("button", { name: /に委員を追加/ }).first().press("Enter");
  await page.keyboard.type(NAME);
  await bodies(page).getByRole("textbox", { name: `${NAME}の所属` }).fill("みほん大学");
  await plan.go("公表");
  const nothing = await published(page);
  expect(nothing).toContain("strategy");
  expect(nothing).not.toMatch(/海野|みほん大学/);
  // Published without the names of the members; then with them.
  await page.getByRole("checkbox", { name: "委員（会議体）" }).check();
  const unnamed = await published(page);
  expect(unnamed).toContain("みほん大学");
  expect(unnamed).not.toContain("海野");
  await page.getByRole("checkbox", { name: "氏名（会議体の委員）" }).check();
  expect(await published(page)).toContain(NAME);
});
