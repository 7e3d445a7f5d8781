import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./app";
import { Home } from "./plan";

const HOKKAIDO = join(import.meta.dirname, "../../public/samples/hokkaido.json");

test("北海道の計画のファイルから、支援11件を取り込み、変わったものは言われてから直る", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("本文・支援");
  const rows = page.locator(".support");
  const before = await rows.count();
  const choose = page.getByLabel("ほかの計画のファイルから支援を取り込む");
  const dialog = page.getByRole("dialog", { name: "支援の取り込み" });

  await choose.setInputFiles(HOKKAIDO);
  await expect(dialog.getByRole("checkbox")).toHaveCount(11);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /件を取り込む$/ }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
  await expect(page.getByText("提供：北海道").first()).toBeVisible();
  const after = await rows.count();

  // The same file once more holds nothing new; a later one says what changed.
  await choose.setInputFiles(HOKKAIDO);
  await expect(dialog.getByText("同じものがあります")).toHaveCount(11);
  await expect(dialog.getByRole("button", { name: /件を取り込む$/ })).toBeDisabled();
  await page.keyboard.press("Escape");
  const later = JSON.parse(await readFile(HOKKAIDO, "utf8"));
  later.supports[0].text = "令和9年度から、上限額が変わります。";
  const buffer = Buffer.from(JSON.stringify(later));
  await choose.setInputFiles({ name: "hokkaido-r9.json", mimeType: "application/json", buffer });
  const changed = dialog.getByRole("listitem").filter({ hasText: "内容が変わっています" });
  await expect(changed).toHaveCount(1);
  await changed.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "1件を取り込む" }).click();
  const texts = () => rows.locator("textarea").evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  await expect.poll(texts).toContain("令和9年度から、上限額が変わります。");
  await expect(rows).toHaveCount(after);
  await plan.undoButton.click();
  await expect.poll(texts).not.toContain("令和9年度から、上限額が変わります。");
  await plan.undoButton.click();
  await expect(rows).toHaveCount(before);

  // A plan without support says so, and changes nothing.
  const kitamoto = join(import.meta.dirname, "../../public/samples/kitamoto-2022.json");
  await choose.setInputFiles(kitamoto);
  await expect(page.getByRole("alert").filter({ hasText: "支援がありません" })).toBeVisible();
});
