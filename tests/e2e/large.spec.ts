import { stat, writeFile } from "node:fs/promises";
import { expect, test } from "./app";
import { INDICATORS, largeStrategy } from "./large";
import { Home } from "./plan";

test.describe("大きな計画", { tag: "@folder" }, () => {
  // `cargo xtask bench` measures the speed: times measured beside other tests mean nothing.
  test.describe.configure({ timeout: 240_000 });

  test("指標が1万ある20 MBのファイルを、開き、たどり、書ける", async ({ app, page }, about) => {
    const file = about.outputPath("large.json");
    await writeFile(file, largeStrategy());
    expect((await stat(file)).size).toBeGreaterThan(20_000_000);

    const home = new Home(page);
    await test.step("起動", () => app.open());
    await test.step("ファイルを開く", async () => {
      await page.getByLabel("ファイルを開く").setInputFiles(file);
      await expect(page.getByRole("status", { name: "保存の状況" })).toBeVisible({ timeout: 120_000 });
    });
    const plan = await home.opened();
    await test.step("保存", () => expect(plan.truth).toContainText("この端末に保存", { timeout: 60_000 }));
    await test.step("指標をひらく", async () => {
      await plan.go("指標");
      await expect(page.getByRole("main")).toContainText(`${INDICATORS}件`);
    });
    await test.step("表をたどる: 行は残り、見せるものが変わる", async () => {
      const table = page.locator(".figure-grid");
      const rows = table.locator(".grid-row:not(.grid-head)");
      await expect(rows.first()).toContainText("第1地区");
      const stood = await rows.elementHandles();
      await table.evaluate((grid) => grid.scrollTo(0, grid.scrollHeight / 2));
      const middle = INDICATORS / 2 + 2;
      await expect(rows.filter({ hasText: `第${middle}地区` }).first()).toBeInViewport();
      for (const row of stood) expect(await row.evaluate((one) => one.isConnected)).toBe(true);
      const shown = await rows.evaluateAll((all) =>
        all.map((row) => ({ index: Number(row.getAttribute("aria-rowindex")), district: Number(/第(\d+)地区/.exec(row.textContent)?.[1]) })),
      );
      expect(shown.map(({ index }) => index)).toEqual(shown.map((_, at) => shown[0]!.index + at));
      const districts = shown.map(({ district }) => district);
      expect(districts).toEqual(districts.toSorted((a, b) => a - b));
      expect(districts).toContain(middle);
      await table.evaluate((grid) => grid.scrollTo(0, 0));
      await expect(rows.first()).toContainText("第1地区");
    });
    await page.getByRole("button", { name: "一覧", exact: true }).click();
    const list = page.getByRole("list", { name: "指標" });
    await test.step("たどる", async () => {
      await list.hover();
      for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 2_000);
      await list.press("End");
      await expect(list.getByRole("link", { name: `第${INDICATORS}地区` })).toBeVisible();
    });
    await test.step("指標を選ぶ", async () => {
      await list.getByRole("link", { name: `第${INDICATORS}地区` }).click();
      await expect(plan.field("指標の名称")).toHaveValue(new RegExp(`第${INDICATORS}地区`));
    });
    await test.step("目標値を書く", async () => {
      const target = plan.field(/R12の目標値/).first();
      await target.fill("");
      for (const letter of "1234.5") await page.keyboard.press(letter);
      await page.keyboard.press("Enter");
      await expect(list).toContainText("1234.5");
    });
    await test.step("さがす", async () => {
      await page.getByRole("searchbox").fill("第777地区");
      await expect(page.getByRole("main")).toContainText(`${INDICATORS}件中 1件`);
      await page.getByRole("searchbox").fill("");
    });
    await test.step("体系をひらく", () => plan.go("体系").then(() => {}));
    await test.step("目標の名を書く", async () => {
      await plan.field("目標の名称").focus();
      for (const letter of "ABC") await page.keyboard.press(letter);
      await expect(plan.field("目標の名称")).toHaveValue(/ABC/);
    });
    await test.step("元に戻す", async () => {
      await plan.undoButton.click();
      await expect(plan.field("目標の名称")).not.toHaveValue(/ABC/);
    });
    await test.step("概況をひらく", () => plan.go("概況").then(() => {}));
    await plan.saved();
  });
});
