import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./app";
import { Home, jsonFile, openSample } from "./plan";

// A new record has no name yet, and its name field has the focus.
for (const [page_, button] of [
  ["本文・支援", "章を追加"],
  ["本文・支援", "支援を追加"],
  ["日程", "列を追加"],
  ["日程", "会議体を追加"],
  ["整合", "上位計画・国の目標を追加"],
] as const) {
  test(`${page_}の「${button}」は、名前のないものを作り、そこから書ける`, { tag: "@folder" }, async ({ app, page }) => {
    const plan = await openSample(app, "みほん町");
    await plan.go(page_);
    await page.getByRole("main").getByRole("button", { name: button }).first().click();
    const field = page.locator("input:focus, textarea:focus");
    await expect(field).toHaveValue("");
    await page.keyboard.type("あたらしい名前");
    await expect(field).toHaveValue("あたらしい名前");
    await plan.undoButton.click();
  });
}

test("白紙の計画の評価は、まだふりかえるものがないと言う", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("白紙町", "白紙町総合戦略");
  await plan.go("評価");
  await expect(page.getByRole("main")).toContainText("施策がまだありません");
  await expect(page.getByRole("main")).not.toContainText("をふりかえり");
});

test("シートのない計画でも、評価のシートをまとめてつくり、確定し、翌年度の計画まで進める", { tag: "@folder" }, async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2025-05-12T10:00:00+09:00"));
  const sample = await readFile(join(process.env.MICHISHIRUBE_DIST!, "samples", "mihon.json"), "utf8");
  const file = JSON.parse(sample, (key, value: unknown) => (key === "sheets" ? undefined : value));
  await app.open();
  const home = new Home(page);
  await home.choose(jsonFile("シートなし.json", JSON.stringify(file)));
  const plan = await home.opened();
  await plan.go("評価");
  const main = page.getByRole("main");
  await expect(main).toContainText("令和6年度を評価するシートは、まだありません");
  await main.getByRole("button", { name: "全施策のシートをつくる" }).click();
  await expect(main.getByLabel("評価する年度")).toBeFocused();
  // The initiatives are the lines.
  await expect(main.getByRole("article").getByRole("textbox", { name: /決算額/ }).first()).toBeVisible();
  await main.getByRole("button", { name: "年度の確定", exact: true }).click();
  await main.getByRole("button", { name: "令和6年度を確定する" }).click();
  await main.getByRole("button", { name: "令和8年度の計画をつくる" }).click();
  await page.getByRole("button", { name: "この内容でつくる" }).click();
  await expect(main.getByLabel("計画の年度").locator("option:checked")).toHaveText(/^令和8年度（\d+シート）$/);
});

test("見出しの帯は56px以下の一行で、町の名は一度だけある。低い窓では画面と一緒に送られる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await new Home(page).create("ためし町", "ためし町総合戦略");
  const banner = page.getByRole("banner");
  for (const width of [360, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(async () => (await banner.boundingBox())!.height, `幅${width}`).toBeLessThanOrEqual(57);
    const names = async () => ((await banner.innerText()).match(/ためし町/g) ?? []).length;
    await expect.poll(names, `幅${width}`).toBeLessThanOrEqual(1);
  }
  await page.setViewportSize({ width: 1280, height: 500 });
  await expect(banner).not.toHaveCSS("position", /sticky|fixed/);
});
