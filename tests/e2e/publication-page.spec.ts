import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { downloaded, openSample } from "./plan";
import { unpacked } from "./zip";

const prepare = (page: Page) => page.getByRole("button", { name: "確かめて、見本を見る" });
const write = (page: Page) => page.getByRole("button", { name: "公表用フォルダを保存する" });
const frame = (page: Page) => page.frameLocator('iframe[title="公表するページの見本"]');

const names = (zip: Buffer) => [...unpacked(zip).keys()];

test("公表: 見本を見て、フォルダを書き出すと版が残り、次は前回との違いが言われる", { tag: "@folder" }, async ({ app, page }) => {
  // The test itself would run scripts in the frame; nothing may.
  app.expectError(/^Blocked script execution in 'about:srcdoc'/);
  const plan = await openSample(app, "みほん町", "公表");
  await expect(page.getByText("まだ公表用フォルダを保存していません。")).toBeVisible();
  await expectAccessible(page);
  await prepare(page).click();
  await expect(page.getByText("はじめての公表です。", { exact: false })).toBeVisible();
  // The pages as they will be, without scripts; a link between them works.
  await expect(frame(page).getByRole("heading", { level: 1 })).toHaveText(/みほん町/);
  const background = () => frame(page).locator("body").evaluate((body) => getComputedStyle(body).maxWidth + getComputedStyle(body).fontFamily);
  await expect.poll(background).toContain("BIZ");
  await frame(page).getByRole("link", { name: /しごとを育て/ }).first().click();
  await expect(frame(page).getByRole("heading", { level: 1 })).toContainText("海と里のしごとを育て");
  await expectAccessible(page);
  const seen = page.getByRole("checkbox", { name: /公表してよいことを確かめました/ });
  if (await seen.isVisible()) await seen.check();
  const { name, bytes } = await downloaded(page, () => write(page).click());
  expect(name).toMatch(/^みほん町.*公表用.*\.zip$/);
  const held = names(bytes);
  for (const file of ["index.html", "strategy.json", "indicators.csv", "indicators.xlsx", "datapackage.json", "publication.json", "explorer.html", "SHA256SUMS.txt"]) expect(held).toContain(file);
  // The picture for link previews has its declared size, and every page refers to it.
  const [path, picture] = [...unpacked(bytes)].find(([path]) => path.endsWith(".png")) ?? ["", Buffer.alloc(24)];
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(unpacked(bytes).get("index.html")?.toString()).toContain(`property="og:image" content="${path}"`);
  await expect(page.getByText(/前回：公表 \d{4}-\d\d-\d\d/)).toBeVisible();
  // The next one compares with the one before.
  await prepare(page).click();
  await expect(page.getByText(/前回（\d{4}-\d\d-\d\d）になかったもので、新しく公表するものはありません。/)).toBeVisible();
  await plan.go("版と比較");
  await expect(page.getByRole("region", { name: /版/ }).first()).toContainText("公表 ");
});

test("公表: キーボードで見本のリンクを飛ばして先へ進み、前へも戻れる", async ({ app, page }) => {
  app.expectError(/^Blocked script execution in 'about:srcdoc'/);
  const plan = await openSample(app, "みほん町", "公表");
  await prepare(page).click();
  await expect(frame(page).getByRole("heading", { level: 1 })).toHaveText(/みほん町/);
  const [skip, back] = ["見本を飛ばして先へ", "見本の前へ戻る"].map((name) => page.getByRole("button", { name }));
  await page.getByRole("button", { name: "パソコン" }).focus();
  await page.keyboard.press("Tab");
  await expect(skip!).toBeFocused();
  await expect(skip!).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(back!).toBeFocused();
  await expect(back!).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(page.locator("iframe")).not.toBeFocused();
  await expect(skip!).not.toBeFocused();
  await back!.focus();
  await page.keyboard.press("Enter");
  await expect(skip!).toBeFocused();
});

test("公表: 外したものと内部の書き込みはフォルダのどこにもなく、直せば見本はつくり直しになる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "公表");
  await page.getByText("目標・施策・指標を一つずつ選ぶ").click();
  await page.getByRole("checkbox", { name: /^施策1-1/ }).press("Space");
  await expect(page.getByText("1件は公表しない")).toBeVisible();
  await prepare(page).click();
  await expect(write(page)).toBeVisible();
  const seen = page.getByRole("checkbox", { name: /公表してよいことを確かめました/ });
  if (await seen.isVisible()) await seen.check();
  const { bytes } = await downloaded(page, () => write(page).click());
  expect(names(bytes)).toContain("index.html");
  const other = page.getByRole("textbox", { name: "問い合わせ先" });
  await other.fill("企画課 0123-45-6789");
  await page.getByRole("heading", { level: 1 }).click();
  // An edit makes the prepared site outdated.
  await expect(write(page)).toBeHidden();
  await plan.undoButton.click();
  await expect(other).toHaveValue("");
});

test("公表: 英語を選ぶと英語の名称を書く所ができ、書いたものが英語のページに出る", async ({ app, page }) => {
  app.expectError(/^Blocked script execution in 'about:srcdoc'/);
  const plan = await openSample(app, "みほん町", "公表");
  await page.getByRole("checkbox", { name: "English" }).check();
  await page.getByText("英語を書く").click();
  const field = page.getByRole("textbox", { name: /^「第2期みほん町.*」の英語の名称$/ });
  await field.fill("Mihon Town Strategy");
  await expect(page.getByText(/件のうち1件に名称があります/)).toBeVisible();
  await expectAccessible(page);
  await prepare(page).click();
  await expect(write(page)).toBeVisible();
  const seen = page.getByRole("checkbox", { name: /公表してよいことを確かめました/ });
  if (await seen.isVisible()) await seen.check();
  const { bytes } = await downloaded(page, () => write(page).click());
  expect(unpacked(bytes).get("en/index.html")?.toString()).toContain("<h1>Mihon Town Strategy</h1>");
  expect(unpacked(bytes).get("index.html")?.toString()).not.toContain("Mihon Town Strategy");
});
