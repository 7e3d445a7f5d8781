import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

const HOKKAIDO = join(import.meta.dirname, "../../public/samples/hokkaido.json");

test("北海道の計画のファイルから、支援11件を取り込み、変わったものは言われてから直る", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "本文・支援");
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
  const providers = () => page.getByRole("textbox", { name: "実施主体" }).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  await expect.poll(providers).toContain("北海道");
  const after = await rows.count();

  // The same file again brings nothing new; a later one lists its changes.
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

test("支援を使えそうな取組は問われるだけで、押せば結びつき、元に戻せる。締切は並べ替えられ、過ぎれば言われる", { tag: "@folder" }, async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2026-11-24T10:00:00+09:00"));
  const plan = await openSample(app, "みほん町", "本文・支援");
  await page.getByLabel("ほかの計画のファイルから支援を取り込む").setInputFiles(HOKKAIDO);
  const dialog = page.getByRole("dialog", { name: "支援の取り込み" });
  await dialog.getByRole("button", { name: /件を取り込む$/ }).click();
  await expect(dialog).toBeHidden();
  const support = page.locator(".support").filter({ has: page.locator('summary[aria-label*="「地域おこし協力隊へのサポート」"]') });
  await expect(support).toContainText("使う取組はまだありません");
  await support.locator("summary").press("Enter");
  const likely = support.locator(".likely li").filter({ hasText: "共通のことば" }).first();
  await expect(likely).toContainText("協力隊");
  const name = (await likely.getByRole("button").innerText()).trim();
  await expectAccessible(page);
  await likely.getByRole("button").press("Enter");
  await expect(support.locator(".support-users")).toContainText(name);
  await expect(likely.getByRole("button", { name, exact: true })).toBeHidden();
  await plan.undoButton.click();
  await expect(support).toContainText("使う取組はまだありません");
  await likely.getByRole("button").press("Enter");
  await expect(support.locator(".support-users")).toContainText(name);

  // The same from the initiative: proposed by kind and words, one act to choose, one step to undo.
  const used = "地域おこし協力隊へのサポート";
  const mine = page.getByRole("dialog", { name: /で使う支援$/ });
  const open = async () => {
    await page.getByRole("button", { name: `「${name}」の操作` }).click();
    await page.getByRole("menuitem", { name: "使う支援を選ぶ…" }).click();
  };
  await plan.go("体系");
  await page.locator(".goal-list").getByRole("link", { name: "訪れる人・移り住む人" }).click();
  await open();
  await mine.getByRole("button", { name: `「${used}」を使わない` }).click();
  const proposed = mine.locator(".likely").getByRole("button", { name: used });
  await expect(mine.locator(".likely li").filter({ hasText: used })).toContainText("協力隊");
  await expectAccessible(page);
  await proposed.click();
  await expect(mine.locator(".chip").filter({ hasText: used })).toBeVisible();
  await page.keyboard.press("Escape");
  await plan.undoButton.click();
  await open();
  await expect(mine.locator(".chip").filter({ hasText: used })).toHaveCount(0);
  await proposed.click();
  await expect(proposed).toHaveCount(0);
  await page.keyboard.press("Escape");
  await plan.go("本文・支援");

  // Its deadline has passed while an initiative relies on it: reported here, and in 点検.
  const days = page.getByLabel("締切", { exact: true });
  await support.getByLabel("締切", { exact: true }).fill("2026-11-01");
  await expect(support).toContainText("締切を過ぎています");
  await days.first().fill("2026-12-20");
  await expect(page.getByText("締切まであと26日")).toBeVisible();
  await expect(page.getByText("締切を過ぎた支援が1件あり、そのうち1件を取組が使っています。")).toBeVisible();
  await page.getByLabel("支援の並べ方").selectOption({ label: "締切の近い順" });
  const people = page.locator(".support-kinds > section").filter({ has: page.getByRole("heading", { name: "人的支援" }) });
  await expect(people.getByRole("textbox", { name: "支援の名称" }).first()).toHaveValue("地域おこし協力隊へのサポート");
  await plan.go("点検");
  await expect(page.getByRole("main")).toContainText("取組が使う支援「地域おこし協力隊へのサポート」は、締切（令和8年11月1日）を過ぎています。");
});
