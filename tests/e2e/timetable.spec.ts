import { expect, expectAccessible, test } from "./app";
import { downloaded, Home } from "./plan";

test("白紙の計画は、ひな形から日程をつくり、キーでずらし、書き出せる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("日程町", "日程町総合戦略");
  await plan.go("日程");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "ひな形からつくる" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "ひな形からつくる" });
  await expect(dialog).toContainText("パブリックコメント");
  const choice = dialog.getByLabel("日程の形");
  await choice.selectOption({ label: "半年の形（パブリックコメント1回）" });
  await expect(dialog.getByRole("table")).toContainText("決定");
  await dialog.getByRole("button", { name: "この日程をつくる" }).press("Enter");
  await expect(dialog).toBeHidden();
  const items = main.locator(".timetable-item");
  await expect(items).toHaveCount(14);

  // Alt and the arrows: one 旬 later, said, and the keyboard stays on it.
  const item = main.getByRole("button", { name: /^素案/ });
  const row = () => item.evaluate((button) => (button.closest("tr") as HTMLTableRowElement).rowIndex);
  const before = await row();
  await item.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(row).toBe(before + 1);
  await expect(item).toBeFocused();
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(row).toBe(before);

  // What comes after moves with it.
  await item.press("Enter");
  const open = page.getByRole("dialog", { name: "予定" });
  await open.getByLabel("ここから後をずらす").selectOption({ label: "2旬おそく" });
  await open.getByRole("button", { name: "ずらす", exact: true }).press("Enter");
  await expect.poll(row).toBe(before + 2);

  const file = await downloaded(page, () => main.getByRole("button", { name: /\.ics/ }).press("Enter"));
  const text = file.bytes.toString();
  expect(text.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(14);
  for (const line of file.bytes.toString("binary").split("\r\n")) expect(line.length).toBeLessThanOrEqual(75);
  await expectAccessible(page);
});

test("済んだ段階は、その名の版を残せる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("木更津市");
  await plan.go("日程");
  await page.getByRole("main").getByRole("button", { name: /^骨子/ }).click();
  const open = page.getByRole("dialog", { name: "予定" });
  await open.getByRole("checkbox", { name: "済" }).check();
  await open.getByRole("button", { name: "「骨子」として版を残す" }).click();
  await plan.go("版と比較");
  await expect(page.getByRole("region", { name: "名前をつけた版" })).toContainText("骨子");
});
