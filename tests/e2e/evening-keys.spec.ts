import type { Browser, Locator, Page } from "@playwright/test";
import { App, expect, test } from "./app";
import { downloaded, Home, jsonFile, Plan, type FileToOpen } from "./plan";
import { isTable } from "./talk";
import { unpacked } from "./zip";

// The whole evening without a pointer: every target is reached by Tab, with at most this many presses, as a person
// would accept.
const MOST = 60;

// Presses Tab, or Shift+Tab, until the wanted element has the focus.
async function to(wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab", most = MOST) {
  await expect(wanted).toBeVisible();
  await expect(wanted).toBeEnabled();
  for (let presses = 0; presses <= most; presses++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await wanted.page().keyboard.press(key);
  }
  throw new Error(`Tab ${most}回では行けません：${wanted}`);
}

async function press(wanted: Locator, key?: "Tab" | "Shift+Tab") {
  await to(wanted, key);
  await wanted.page().keyboard.press("Enter");
}

// Ctrl+K leads to every page.
async function palette(page: Page, name: string) {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "検索・操作" }).getByRole("combobox")).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole("option", { name: new RegExp(`^${name}`) }).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
}

const parts = (page: Page, name: string) => page.getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true });

async function chosen(page: Page, button: Locator, files: FileToOpen[]) {
  // The page may still draw and take the focus away between the two.
  await expect(async () => {
    await to(button);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser", { timeout: 1_000 }), page.keyboard.press("Enter")]);
    await chooser.setFiles(files);
  }).toPass();
}

// A table on a device of its own: a drawn line, ideas, and votes of people in turn.
async function atTable(browser: Browser, address: string, name: string, file: Buffer, ideas: number, people: number) {
  const context = await browser.newContext({ locale: "ja-JP", timezoneId: "Asia/Tokyo", reducedMotion: "reduce" });
  const page = await context.newPage();
  await new App(page, address).open();
  await chosen(page, page.getByRole("button", { name: "ファイルを開く" }), [jsonFile(`${name}.json`, file)]);
  await new Home(page).opened();
  await isTable(page, name);
  const main = page.getByRole("main");

  // 知る
  await to(main.getByRole("slider"));
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await press(main.getByRole("button", { name: "答えを見る", exact: true }));
  const came = main.getByRole("region", { name: /でした。$/ });
  await to(came.getByRole("textbox"));
  await page.keyboard.type("働く場がふえたから");
  await page.keyboard.press("Enter");
  await expect(came.getByRole("listitem").filter({ hasText: "働く場がふえたから" })).toBeVisible();

  // 出し合う
  await press(parts(page, "出し合う"), "Shift+Tab");
  await to(main.getByRole("textbox", { name: "意見", exact: true }));
  for (let n = 1; n <= ideas; n++) {
    await page.keyboard.type(`${name}の考え${n}`);
    await page.keyboard.press("Enter");
    await expect(main.getByRole("heading", { name: `これまでの意見　${n}件` })).toBeVisible();
  }

  // 選ぶ
  await press(parts(page, "選ぶ"), "Shift+Tab");
  for (let person = 1; person <= people; person++) {
    await to(main.getByRole("button", { name: `「${name}の考え${((person - 1) % ideas) + 1}」を増やす` }));
    for (let dot = 0; dot < 3; dot++) await page.keyboard.press("Enter");
    await press(main.getByRole("button", { name: "この内容で投票する" }));
    await expect(main.getByText(`n = ${person}人`, { exact: true })).toBeVisible();
  }
  await to(main.getByRole("button", { name: "テーブルのファイルを保存" }), "Shift+Tab");
  const own = await downloaded(page, () => page.keyboard.press("Enter"));
  await context.close();
  return jsonFile(`卓${name}.json`, own.bytes);
}

test("会の初めから公表まで、キーだけで行え、どの意見も1度だけある", { tag: "@folder" }, async ({ app, page, browser }) => {
  await app.open();
  await press(page.getByRole("button", { name: "みほん町" }));
  const plan: Plan = await new Home(page).opened();
  await palette(page, "対話");
  const main = page.getByRole("main");

  // 準備, in four steps.
  await press(main.getByRole("button", { name: "対話の会をつくる" }));
  await to(plan.field("会場"));
  await page.keyboard.type("町民センター");
  const next = main.getByRole("button", { name: "次へ" });
  await press(next);
  await expect(main.getByRole("heading", { name: /^2\/4/ })).toBeFocused();
  // The indicators are under their goals; the selection is visible while all are folded.
  const shown = main.getByRole("group", { name: "見せる指標" });
  const ofFirst = shown.locator("details").first();
  await expect(shown.getByRole("checkbox")).toHaveCount(0);
  await expect(ofFirst.locator("summary")).toHaveText(/^1 .+　1／\d+$/);
  await press(ofFirst.locator("summary"));
  await to(ofFirst.getByRole("checkbox", { checked: false }).first());
  const added = await page.evaluate(() => document.activeElement!.closest("label")!.textContent!);
  await page.keyboard.press("Space");
  await expect(ofFirst.locator("summary")).toHaveText(/　2／\d+$/);
  await expect(shown.locator("p").filter({ hasText: added })).toBeVisible();
  await press(next);
  await expect(main.getByRole("heading", { name: /^3\/4/ })).toBeFocused();
  await to(main.getByRole("spinbutton", { name: "知るの分数" }));
  await page.keyboard.press("ArrowUp");
  await press(next);
  await expect(main.getByRole("heading", { name: /^4\/4/ })).toBeFocused();
  await to(main.getByRole("button", { name: "全テーブルのファイルを保存" }));
  const zip = await downloaded(page, () => page.keyboard.press("Enter"));
  const files = [...unpacked(zip.bytes).values()];
  expect(files).toHaveLength(3);

  const brought = [await atTable(browser, app.address, "A", files[0]!, 3, 2), await atTable(browser, app.address, "B", files[1]!, 2, 1)];

  // Many notes from paper.
  await press(parts(page, "出し合う"), "Shift+Tab");
  await press(main.locator("summary"));
  await to(main.getByRole("textbox", { name: "紙の意見をまとめて入れる" }));
  await page.keyboard.type("！バスの最終が早い ×3\n@2 夜も開いている図書館 ×5\n＋畑を貸せます");
  await page.keyboard.press("Control+Enter");
  await expect(main.getByRole("heading", { name: "これまでの意見　3件" })).toBeVisible();

  // Gathered.
  await press(parts(page, "振り返る"), "Shift+Tab");
  await chosen(page, main.getByRole("button", { name: "ファイルを選ぶ" }), brought);
  await expect(main.getByRole("heading", { name: "意見のボード　8件" })).toBeVisible();

  // Put under a heading, then a similar one added, then two merged.
  await act(page, "Aの考え1", "新しいグループへ動かす");
  await page.keyboard.type("足の確保");
  await page.keyboard.press("Enter");
  const group = main.getByRole("region", { name: "足の確保" });
  await expect(group).toContainText("Aの考え1");
  await act(page, "バスの最終が早い", "「足の確保」へ動かす");
  await expect(group).toContainText("バスの最終が早い");
  await act(page, "Bの考え1", "同じ意見とまとめる");
  await press(page.getByRole("dialog", { name: "どの意見とまとめますか" }).getByRole("button", { name: "バスの最終が早い" }));
  await expect(main.getByRole("heading", { name: "意見のボード　7件" })).toBeVisible();
  await expect(group).toContainText("2件をまとめています");

  // Votes counted on paper, then the result: three people at tables and four on paper, nine dots and eight stickers.
  await press(parts(page, "選ぶ"), "Shift+Tab");
  await press(main.locator("summary"));
  await to(main.getByRole("spinbutton", { name: "紙で選んだ人" }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("4");
  await press(main.getByRole("button", { name: "結果を開く" }));
  await expect(main.getByText("n = 3人、ほかに紙のシール 8枚（紙で選んだ4人）", { exact: true })).toBeVisible();
  const sum = (kind: string) => main.getByRole("group", { name: `結果（${kind}）` }).getByRole("row").last().getByRole("cell").first();
  await expect(sum("シール")).toHaveText("9");
  await expect(sum("紙のシール")).toHaveText("8");

  // The room's window, and the timer.
  await to(main.getByRole("button", { name: "別の窓に映す" }), "Shift+Tab");
  const [room] = await Promise.all([page.waitForEvent("popup"), page.keyboard.press("Enter")]);
  await expect(room.getByText("n = 3人、ほかに紙のシール 8枚（紙で選んだ4人）", { exact: true })).toBeVisible();
  await press(main.getByRole("button", { name: "映す窓を閉じる" }));
  await expect.poll(() => room.isClosed()).toBe(true);

  // Answered, and linked to the resulting changes.
  await press(parts(page, "答える"));
  await to(main.getByRole("searchbox", { name: "意見を検索" }));
  await page.keyboard.type("バスの最終");
  await expect(main.getByRole("article")).toHaveCount(1);
  const one = main.getByRole("article", { name: "バスの最終が早い" });
  await to(one.getByRole("combobox", { name: /への対応$/ }));
  await page.keyboard.press("ArrowDown");
  await to(one.getByRole("textbox"));
  await page.keyboard.type("来年度から1便ふやします。");
  await to(one.getByRole("combobox", { name: /変えた/ }));
  for (const _ of ["ArrowDown", "ArrowDown"]) await page.keyboard.press("ArrowDown");
  await press(one.getByRole("button", { name: "結ぶ", exact: true }));
  await expect(one.getByRole("link")).toHaveCount(1);

  // The publishing option beside the answers; then on paper.
  await to(main.getByRole("checkbox", { name: "公表する" }), "Shift+Tab");
  await page.keyboard.press("Space");
  await press(main.getByRole("link", { name: "「ご意見と反映」を印刷" }), "Shift+Tab");
  await expect(page.getByRole("region", { name: "プレビュー" })).toContainText("来年度から1便ふやします。");

  // Published.
  app.expectError(/^Blocked script execution in 'about:srcdoc'/);
  await palette(page, "公表");
  await expect(page.getByRole("checkbox", { name: /^内容（.*意見/ })).toBeChecked();
  await press(page.getByRole("button", { name: "確かめて、見本を見る" }));
  const save = page.getByRole("button", { name: "公表用フォルダを保存する" });
  await expect(save).toBeVisible();
  const seen = page.getByRole("checkbox", { name: /公表してよいことを確かめました/ });
  if (await seen.isVisible()) {
    // The links of the current page come between.
    await to(seen, "Tab", 150);
    await page.keyboard.press("Space");
  }
  await to(save);
  const published = await downloaded(page, () => page.keyboard.press("Enter"));
  const { ideas } = JSON.parse(unpacked(published.bytes).get("strategy.json")!.toString()) as { ideas: { text: string; answer?: string }[] };
  const said = ["Aの考え1", "Aの考え2", "Aの考え3", "Bの考え1", "Bの考え2", "バスの最終が早い", "夜も開いている図書館", "畑を貸せます"];
  expect(ideas.map(({ text }) => text).filter((text) => said.includes(text)).sort()).toEqual([...said].sort());
  expect(ideas.find(({ text }) => text === "バスの最終が早い")?.answer).toBe("来年度から1便ふやします。");
});

test("3つの選び方のどれでも、キーだけで選んで投票できる", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  await press(page.getByRole("button", { name: "みほん町" }));
  await new Home(page).opened();
  await palette(page, "対話");
  const main = page.getByRole("main");
  await press(main.getByRole("button", { name: "対話の会をつくる" }));
  await press(parts(page, "出し合う"));
  await press(main.locator("summary"));
  await to(main.getByRole("textbox", { name: "紙の意見をまとめて入れる" }));
  await page.keyboard.type("夜も開いている図書館\n畑を貸せます");
  await page.keyboard.press("Control+Enter");
  await expect(main.getByRole("heading", { name: "これまでの意見　2件" })).toBeVisible();
  const cast = main.getByRole("button", { name: "この内容で投票する" });
  const voted = async (told: string) => {
    await press(cast);
    await expect(main.getByText(told, { exact: true })).toBeVisible();
  };
  const vote = async (text: string, times: number) => {
    await to(main.getByRole("button", { name: `「${text}」を増やす` }));
    for (let dot = 0; dot < times; dot++) await page.keyboard.press("Enter");
  };

  // Three dots.
  await press(parts(page, "選ぶ"), "Shift+Tab");
  await vote("夜も開いている図書館", 2);
  await vote("畑を貸せます", 1);
  await expect(main.getByText("残り0", { exact: true })).toBeVisible();
  await voted("n = 1人");

  // A hundred points, then one of three opinions: each is one step further in the same choice. The app asks first,
  // and keeps the earlier votes apart.
  for (const [way, before, told] of [
    ["points", "シール　n = 1人", "点　n = 1人、シール　n = 1人"],
    ["opinions", "点　n = 1人、シール　n = 1人", "賛成・分からない・反対　n = 1人、シール　n = 1人、点　n = 1人"],
  ] as const) {
    await press(parts(page, "準備"), "Shift+Tab");
    await press(main.getByRole("button", { name: /進行と選び方/ }));
    const choice = main.getByRole("combobox", { name: "選び方" });
    const asked = page.getByRole("dialog", { name: "選び方を変えますか" });
    const now = await choice.inputValue();
    await to(choice);
    await page.keyboard.press("ArrowDown");
    await expect(asked).toContainText(`これまでの投票：${before}`);
    await page.keyboard.press("Escape");
    await expect(asked).toBeHidden();
    await expect(choice).toHaveValue(now);
    await to(choice);
    await page.keyboard.press("ArrowDown");
    await expect(asked.getByRole("button", { name: "選び方を変える" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(asked).toBeHidden();
    await expect(choice).toHaveValue(way);
    await press(parts(page, "選ぶ"), "Shift+Tab");
    if (way === "points") {
      await vote("畑を貸せます", 3);
      await expect(main.getByText("残り85", { exact: true })).toBeVisible();
    } else {
      const one = main.getByRole("group", { name: "畑を貸せます" });
      await press(one.getByRole("button", { name: "分からない" }));
      await expect(one.getByRole("button", { name: "分からない" })).toHaveAttribute("aria-pressed", "true");
    }
    await voted(told);
  }

  // The result has a table for each.
  await press(main.getByRole("button", { name: "結果を開く" }));
  for (const kind of ["シール", "点", "賛成・分からない・反対"]) await expect(main.getByRole("group", { name: `結果（${kind}）` })).toBeVisible();
});

// Opens the menu of a card and chooses in it.
async function act(page: Page, idea: string, name: string) {
  await press(page.getByRole("main").getByRole("button", { name: `「${idea}」の操作` }));
  const item = page.getByRole("menuitem", { name, exact: true });
  await expect(item).toBeVisible();
  await expect(page.locator("[role=menuitem]:focus")).toHaveCount(1);
  for (let presses = 0; !(await item.evaluate((one) => one === document.activeElement)); presses++) {
    expect(presses, name).toBeLessThan(20);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}
