import { expect, expectAccessible, test } from "./app";
import { downloaded, openSample } from "./plan";

const REASON = "相談が増えると、町で起業する人が増えるため";

test("ロジックモデルで目標を選び、理由を書くと抜けが減り、CSVに保存して直したものを読み、元に戻せる", async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const heading = await plan.go("ロジックモデル");
  const main = page.getByRole("main");
  await expect(heading).toHaveText(/^ロジックモデル：抜けが\d+件$/);
  await expectAccessible(page);

  // Another goal.
  const goals = main.getByRole("combobox", { name: "表示する基本目標" });
  const first = await goals.inputValue();
  await goals.selectOption({ index: 1 });
  await expect(goals).not.toHaveValue(first);
  await expect(page).toHaveURL(new RegExp(`/${await goals.inputValue()}$`));
  const reasons = main.getByRole("textbox", { name: /からつながる理由$/ });
  await expect(reasons.last()).toBeVisible();

  // A box highlights its links, by keyboard.
  const boxes = main.getByRole("region", { name: "図" }).last().getByRole("button");
  await boxes.first().press("Enter");
  await expect(boxes.first()).toHaveAttribute("aria-pressed", "true");
  await expect(main.getByText("（選んだ枠とつながる）").first()).toBeAttached();

  // Every missing reason is listed.
  const gaps = async () => Number((await heading.innerText()).match(/(\d+)件/)?.[1] ?? 0);
  const before = await gaps();
  for (const reason of await reasons.all()) await reason.fill(REASON);
  await expect.poll(gaps).toBeLessThan(before);
  await expectAccessible(page);

  // The links in the form of the State, and read again after a change.
  const links = await downloaded(page, () => main.getByRole("button", { name: "3-2 目標のつながりを保存" }).click());
  expect(links.name).toMatch(/\.csv$/);
  const text = links.bytes.toString("utf8");
  expect(text).toContain(REASON);
  const changed = text.replaceAll(REASON, "相談から起業につながるため");
  const file = { name: "3-2.csv", mimeType: "text/csv", buffer: Buffer.from(changed) };
  await main.getByLabel("CSVを読み込む").setInputFiles(file);
  await expect(plan.toast).toContainText(/つながり\d+本を読み込みました/);
  await expect(reasons.last()).toHaveValue("相談から起業につながるため");

  await plan.undoButton.click();
  await expect(reasons.last()).toHaveValue(REASON);
  await expect(main.getByRole("alert")).toHaveText("");

  // 4-1 is saved and read again: nothing differs.
  const checks = await downloaded(page, () => main.getByRole("button", { name: "4-1 点検・評価を保存" }).click());
  await main.getByLabel("CSVを読み込む").setInputFiles({ name: "4-1.csv", mimeType: "text/csv", buffer: checks.bytes });
  await expect(plan.toast).toContainText(/評価シート0枚を書き換えました/);

  // On paper, on A3 too.
  await plan.go("印刷");
  await main.getByLabel("印刷するもの").selectOption("ロジックモデル");
  const paper = main.getByRole("region", { name: "プレビュー" });
  await expect(paper.locator(".diagram-arrow").first()).toBeAttached();
  await expect(paper.getByRole("cell", { name: REASON }).first()).toBeVisible();
  await main.getByLabel("A3で印刷する").check();
  await expect(main.getByRole("status").filter({ hasText: "A3横" })).toBeVisible();
});
