import { expect, expectAccessible, test } from "./app";
import { Home } from "./plan";

test("目標から活動までのつながりを見て、理由を書くと抜けが減る", async ({ app, page }) => {
  await app.open();
  const plan = await new Home(page).sample("みほん町");
  await plan.go("ロジックモデル");
  const main = page.getByRole("main");
  const heading = main.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/^ロジックモデル：抜けが\d+件$/);
  await expectAccessible(page);
  const gaps = async () => Number((await heading.innerText()).match(/(\d+)件/)?.[1]);
  const before = await gaps();

  // A box marks what it is linked with.
  const box = main.getByRole("region", { name: "図" }).getByRole("button").first();
  await box.press("Enter");
  await expect(box).toHaveAttribute("aria-pressed", "true");
  await expect(main.getByText("（選んだ枠とつながる）").first()).toBeAttached();

  // Every link of the first measure with one link only gets its reason, by keyboard.
  const reasons = main.getByRole("textbox", { name: /からつながる理由$/ });
  await reasons.last().fill("相談が増えると、町で起業する人が増えるため");
  await reasons.last().press("Enter");
  await main.getByRole("combobox", { name: /つながりの確かさ$/ }).last().selectOption("経験・他の事例による");
  await expect.poll(gaps).toBeLessThan(before);
  await expectAccessible(page);

  // It is kept.
  await page.reload();
  await app.ready();
  await expect(reasons.last()).toHaveValue("相談が増えると、町で起業する人が増えるため");
});
