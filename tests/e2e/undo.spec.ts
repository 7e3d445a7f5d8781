import { expect, test } from "./app";
import { Home } from "./plan";

test("行を追加して書き、一度元に戻しても、やり直すで書いたものが戻る", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "計画");
  await plan.go("体系");
  await page.getByRole("button", { name: "基本目標", exact: true }).click();
  await expect(plan.field("目標の名称")).toBeFocused();
  await page.keyboard.type("働くまち");
  await page.keyboard.press("Enter");
  const measures = plan.field("施策の名称");
  await expect(measures).toBeFocused();
  await page.keyboard.type("農業を支える");

  // With the pointer: pressing the button leaves the row, and the row is empty after the undo of its text.
  await plan.undoButton.click();
  await expect(measures).toHaveCount(0);
  await expect(plan.redoButton).toBeEnabled();
  await plan.redoButton.click();
  await expect(measures).toHaveValue("農業を支える");
  await expect(plan.redoButton).toBeDisabled();

  // With the keyboard: the row stays until the focus leaves it.
  await measures.focus();
  await page.keyboard.press("Control+z");
  await expect(measures).toHaveValue("");
  await page.keyboard.press("Shift+Tab");
  await expect(measures).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await expect(measures).toHaveValue("農業を支える");

  // Undo everything and redo everything.
  for (let steps = 0; steps < 4; steps++) await plan.undoButton.click();
  await expect(plan.field("目標の名称")).toHaveCount(0);
  await expect(plan.undoButton).toBeDisabled();
  await plan.redoButton.click();
  await expect(plan.field("目標の名称")).toHaveValue("働くまち");
  await plan.redoButton.click();
  await expect(measures).toHaveValue("農業を支える");
  await expect(plan.redoButton).toBeDisabled();
});

test("書きかけの指標は、元に戻すで一つの手順として戻り、ほかの手順には触れない", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "計画");
  await plan.go("体系");
  await page.getByRole("button", { name: "基本目標", exact: true }).click();
  await expect(plan.field("目標の名称")).toBeFocused();
  await page.keyboard.type("働くまち");
  await page.getByRole("button", { name: "数値目標をつくる" }).click();
  await expect(plan.field("指標の名称")).toBeFocused();
  await page.keyboard.type("新規就農者数");
  // In a line that is being typed, Ctrl+Z belongs to the line.
  await page.keyboard.press("Control+z");
  await expect(plan.field("目標の名称")).toHaveValue("働くまち");
  await plan.field("指標の名称").fill("新規就農者数 12人→20人");
  await plan.undoButton.click();
  await expect(plan.field("目標の名称")).toHaveValue("働くまち");
  await expect(page.getByRole("link", { name: "新規就農者数" })).toHaveCount(0);
  await expect(plan.redoButton).toBeEnabled();
  await plan.redoButton.click();
  await expect(page.getByRole("link", { name: "新規就農者数" })).toBeVisible();
});
