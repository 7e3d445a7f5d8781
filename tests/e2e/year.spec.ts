import { expect, test } from "./app";
import { openSample } from "./plan";

// 一年の流れ: the work of the office's year in order, each with one link to its place.
test("一年の流れから、それぞれの仕事の所へ進み、月は町に合わせられる @folder", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const strip = page.getByRole("region", { name: "次にすること" });
  await strip.getByRole("link", { name: "一年の流れ" }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1, name: "一年の流れ" })).toBeVisible();
  await expect(main.getByRole("listitem")).toHaveCount(7);

  // The town sets the month of a step.
  const month = main.getByLabel("「評価」の月");
  await month.focus();
  await month.selectOption("10月");
  await expect(main.getByRole("heading", { level: 2 }).nth(4)).toContainText("評価");
  await expect(month).toBeFocused();

  // The actuals open at the first empty field, or else at the first field.
  await main.getByRole("listitem").filter({ hasText: "実績の入力" }).getByRole("button").click();
  await expect(page.getByRole("main").getByRole("list").getByRole("textbox").first()).toBeFocused();

  await plan.go("一年の流れ");
  await main.getByRole("button", { name: /を確定する$|確定の記録を見る/ }).click();
  await expect(main.getByRole("region", { name: "年度の確定" })).toBeVisible();
});

test("時期の来た仕事がなければ、概況の「次にすること」は一行になり、目標が上に来る @folder", async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2025-04-10T10:00:00+09:00"));
  const plan = await openSample(app, "みほん町");
  const strip = page.getByRole("region", { name: "次にすること" });
  const height = () => strip.evaluate((element) => element.getBoundingClientRect().height);
  await expect(strip).toContainText("実績の入力");
  expect(await height()).toBeGreaterThan(50);
  await plan.go("一年の流れ");
  await page.getByRole("main").getByLabel("「実績の入力」の月").selectOption("6月");
  await plan.go("概況");
  await expect(strip).toContainText("5月");
  await expect.poll(height).toBeLessThan(45);
});
