import { expect, expectAccessible, test } from "./app";
import { Home, openSample, Plan } from "./plan";

// The number beside the name of the page equals the one in its first line.
async function expectOneCount(plan: Plan) {
  const heading = plan.page.getByRole("heading", { level: 1 });
  const link = plan.navigation.getByRole("link", { name: /^点検/, includeHidden: true });
  await expect(heading).toHaveText(/確認が必要な箇所が\d+件あります/);
  let told = "";
  await expect(async () => {
    told = (await heading.innerText()).match(/\d+/)![0];
    expect(await link.textContent()).toMatch(new RegExp(`${told}$`));
  }).toPass();
  return Number(told);
}

test("点検: 同じ文は一行にまとまり、件数はどこでも同じで、開けば一つずつ見られる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "点検");
  const count = await expectOneCount(plan);
  const kinds = page.getByRole("heading", { level: 2, name: /^(誤り|注意)（\d+件）$/ });
  const counts = async () => (await kinds.allInnerTexts()).map((text) => Number(text.match(/\d+/)![0]));
  await expect.poll(async () => (await counts()).reduce((sum, one) => sum + one, 0)).toBe(count);

  const overdue = page.getByRole("listitem").filter({ has: page.locator("summary", { hasText: /年度の実績が未入力：\d+件$/ }) }).first();
  const many = Number((await overdue.locator("summary").first().innerText()).match(/(\d+)件/)![1]);
  expect(many).toBeGreaterThan(2);
  await expect(overdue.getByRole("link", { name: "指標を開いて入力する" })).toBeVisible();
  await overdue.locator("summary").first().click();
  await expect(overdue.getByRole("link", { name: /^該当箇所を開く：/ })).toHaveCount(many);
  await expectAccessible(page);
});

test("点検: 直すと、その件が消え、件数がそろって減る", async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "点検");
  const count = await expectOneCount(plan);
  const group = page.getByRole("listitem").filter({ has: page.locator("summary", { hasText: /^当初値の年度がない：\d+件$/ }) }).first();
  await group.locator("summary").first().click();
  await group.getByRole("button", { name: /^直す：/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`確認が必要な箇所が(${count - 1}|${count})件あります`));
  await plan.undoButton.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`確認が必要な箇所が${count}件あります`));
  await expectOneCount(plan);
});

test("点検: 基本目標のない計画からは、体系へ進む", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).create("ためし町", "白紙の計画");
  await plan.go("点検");
  await page.getByRole("link", { name: /該当箇所を開く：基本目標がまだありません/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "体系" })).toBeVisible();
});

test("検索: 同じものは一度だけ出て、場所と、載っている実施計画の年度が添えられる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "検索・操作" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("空き家バンク");
  const works = palette.getByRole("group", { name: "取組" }).getByRole("option", { name: /空き家バンク/ });
  await expect(works.first()).toContainText(/施策\d+-\d+/);
  const found = () => works.allInnerTexts();
  await expect.poll(async () => new Set(await found()).size === (await found()).length, "同じ行は二度ない").toBe(true);
  await expect.poll(() => works.count()).toBeLessThanOrEqual(2);
  const sheets = palette.getByRole("option", { name: /^実施計画 R\d/ });
  await expect(sheets.first()).toBeVisible();
  await expectAccessible(page);
  await sheets.first().click();
  await expect(page.getByRole("heading", { level: 1, name: /実施計画/ })).toBeVisible();
  await expect(plan.truth).toBeVisible();
});
