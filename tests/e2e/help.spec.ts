// 使い方: found from any page by a question in the user's own words, about the current page, and saved for printing.
import { expect, expectAccessible, test } from "./app";
import { Counted } from "./counted";
import { downloaded, Home, openSample } from "./plan";

const QUESTIONS = [
  ["Excelに出したい", "Excelで出す"],
  ["実績を入れたい", "実績を入れる"],
  ["課に送りたい", "課に入力を頼む"],
  ["去年の計画を使いたい", "去年の計画や前の期の計画を使う"],
  ["公表したい", "住民に公表する"],
  ["印刷したい", "印刷する"],
  ["間違えて消した", "間違えた操作を取り消す"],
  ["別のパソコンで続けたい", "別のパソコンで続ける"],
  ["保存されているか不安", "保存されているか確かめる"],
  ["英語にしたい", "画面を英語ややさしい日本語にする"],
] as const;

test("初めての人の問いは、検索・操作に打てば、その手順が開く @folder", async ({ app, page }) => {
  await app.open();
  await new Home(page).sample("北本市");
  const palette = page.getByRole("dialog", { name: "検索・操作" });
  const help = page.getByRole("dialog", { name: "使い方" });
  for (const [question, job] of QUESTIONS) {
    const hand = new Counted(page);
    await hand.key("Control+k");
    await expect(palette.getByRole("combobox")).toBeFocused();
    await page.keyboard.insertText(question);
    await expect(palette.getByRole("group", { name: "使い方" }).getByRole("option", { name: job, exact: true })).toBeVisible();
    await hand.click("option", job);
    expect(hand.acts, question).toBeLessThanOrEqual(2);
    await expect(help.locator("details[open]").getByText(job, { exact: true })).toBeVisible();
    await expect(help.locator("details[open] li").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
  }
});

test("使い方は、いまのページの手順から開き、ほかのページと、ことばと、印刷できる手引きへ進める @folder", async ({ app, page }) => {
  const plan = await openSample(app, "北本市", "指標");
  await page.getByRole("button", { name: "使い方（ヘルプ）" }).click();
  const help = page.getByRole("dialog", { name: "使い方" });
  await expect(help.getByText("実績を入れる", { exact: true })).toBeVisible();
  const picture = help.getByRole("img", { name: /^実績入力の表/ });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(400);
  await expectAccessible(page);
  const pages = help.getByRole("combobox", { name: "ページ" });
  await pages.selectOption({ label: "ことば" });
  await expect(help.getByRole("term").filter({ hasText: "純計" })).toBeVisible();
  const file = await downloaded(page, () => help.getByRole("button", { name: "手引きを保存" }).click());
  const whole = file.bytes.toString();
  expect(file.name).toBe("みちしるべ_手引き.html");
  for (const [, job] of QUESTIONS) expect(whole).toContain(`<h3>${job}</h3>`);
  expect(whole.match(/<img src="data:image\/webp;base64,UklG/g)?.length).toBeGreaterThan(9);
  await pages.selectOption({ label: "公表" });
  await help.getByRole("button", { name: "公表を開く" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "公表" })).toBeVisible();
});

test("前の版で保存した計画は新しい版にもあり、変わったことは、はじめにから読め、一度読めば消える @folder", async ({ app, page }) => {
  await app.open();
  const notice = page.getByText(/みちしるべは [\d.]+ に新しくなりました/);
  const plan = await new Home(page).sample("北本市");
  await plan.saved();
  // As an earlier version stored it: its settings have no version.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((key) => key.endsWith("/settings"))) {
      const { version, ...settings } = JSON.parse(localStorage.getItem(key)!);
      if (!version) throw new Error("the version is not remembered");
      localStorage.setItem(key, JSON.stringify(settings));
    }
  });
  await app.open();
  await page.reload();
  await app.ready();
  await expect(notice).toBeVisible();
  await expect(page.getByRole("heading", { name: /北本市/ }).or(page.getByRole("link", { name: /北本市/ })).first()).toBeVisible();
  await page.getByRole("button", { name: "変わったことを見る" }).click();
  const help = page.getByRole("dialog", { name: "使い方" });
  await expect(help.getByRole("combobox", { name: "ページ" })).toHaveValue("news");
  await expect(help.getByRole("heading", { name: "1.0.0" })).toBeVisible();
  await expect(help.getByRole("listitem").filter({ hasText: "一年の流れ" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(notice).toBeHidden();
  await page.reload();
  await app.ready();
  await expect(page.getByRole("button", { name: /新しくつくる/ })).toBeVisible();
  await expect(notice).toBeHidden();
});
