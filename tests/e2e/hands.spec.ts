import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { downloaded, Home, jsonFile, openSample } from "./plan";
import { withLedger, written } from "./workbook";
import { unpacked } from "./zip";

type Measure = { id: string; title: string; direction: string };
type Part = { title: string; handed: { to: string }; handed_out?: unknown; goals: { measures: Measure[] }[] };

// Gives a section its part; returns the file.
async function give(page: Page, section: string, rows: number): Promise<Part> {
  const form = page.locator("details").filter({ hasText: "課へ渡す" });
  if ((await form.getAttribute("open")) === null) await form.locator("summary").press("Enter");
  await page.getByRole("group", { name: "担当課から選ぶ" }).getByRole("button", { name: section }).press("Enter");
  const file = await downloaded(page, () => page.getByRole("button", { name: "渡すファイルを保存" }).press("Enter"));
  expect(file.name).toContain(section);
  await expect(page.getByRole("region", { name: "受け取り台帳" }).getByRole("row")).toHaveCount(rows + 1);
  await expect(page.getByRole("button", { name: "渡すファイルを保存" })).toBeFocused();
  return JSON.parse(file.bytes.toString());
}

test("課に渡し、戻ったファイルの食い違いと範囲外を決めて合流し、1回で元に戻せる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "課と合流");
  const main = page.getByRole("main");
  await expectAccessible(page);
  const [one, other] = [await give(page, "産業振興課", 1), await give(page, "産業振興課", 2)];
  // The message about an undone handout is gone.
  const given = main.getByText("台帳に書きました");
  await expect(given).toBeVisible();
  await plan.undoButton.click();
  await expect(given).toBeHidden();
  await plan.redoButton.click();
  await expect(given).toBeVisible();
  expect(one.handed.to).toBe("産業振興課");
  expect(one.handed_out).toBeUndefined();

  // Two people of the section edit the same, and one of them something out of scope.
  one.goals[0].measures[0].direction = "係Aの方向";
  other.goals[0].measures[0].direction = "係Bの方向";
  other.title += "改";
  const before = await plan.export();
  const brought = [jsonFile("係A.json", JSON.stringify(one)), jsonFile("係B.json", JSON.stringify(other))];
  const torn = jsonFile("壊れた.json", brought[0].buffer.subarray(0, 700));
  await main.getByLabel("戻ったファイルを選ぶ").setInputFiles([...brought, torn, jsonFile("計画.json", before)]);
  const told = main.getByRole("region", { name: "戻ったファイルを入れる" });
  await expect(told).toContainText("係A.json：産業振興課から戻ったファイルです。");
  await expect(told).toContainText("係B.json：産業振興課から戻ったファイルです。");
  await expect(told).toContainText("「壊れた.json」");
  await expect(told).toContainText("計画.json：課へ渡した部分のファイルではありません。");

  // The ledger first, then the decisions.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("確認が必要な項目が2件あります");
  const ledger = main.getByRole("region", { name: "受け取り台帳" });
  await expect(ledger.getByRole("row").last()).toContainText("要確認 2");
  await expect(main.getByRole("button", { name: "要確認 2" })).toHaveAttribute("aria-pressed", "true");
  const conflict = main.getByRole("group", { name: /方向性/ });
  await expect(conflict).toContainText("係Aの方向");
  await expect(main.getByRole("group", { name: /名称/ })).toContainText("渡した範囲の外です");
  await conflict.getByRole("radio").nth(1).press("Space");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("確認が必要な項目が、2件のうち1件残っています");
  await expectAccessible(page);

  await main.getByRole("button", { name: "合流する" }).press("Enter");
  await expect(main).toContainText("2件のファイルを合流しました。");
  // The title is out of scope and undecided: the line stays open until somebody decides.
  const line = ledger.getByRole("row").last();
  await expect(line).toContainText("取り込んでいない記入 1");
  await line.getByRole("button", { name: "産業振興課の取り込んでいない記入を処理ずみにする" }).click();
  await expect(line).toContainText("合流ずみ");
  await plan.undoButton.click();
  await expect(line).toContainText("取り込んでいない記入 1");
  await plan.undoButton.click();
  await expect(main).not.toContainText("ファイルを合流しました");
  await plan.redoButton.click();
  await expect(main).toContainText("2件のファイルを合流しました。");
  await main.locator("summary", { hasText: "取らなかった内容（2件）" }).press("Enter");
  await expect(main.getByRole("row").filter({ hasText: "係Aの方向" })).toBeVisible();
  const merged: Part = JSON.parse((await plan.export()).toString());
  expect(merged.title).not.toContain("改");
  expect(JSON.stringify(merged.goals)).toContain("係Bの方向");
  // The same files again bring nothing new.
  await main.getByLabel("戻ったファイルを選ぶ").setInputFiles(brought[0]);
  await expect(told).toContainText("合流したものと同じです");

  await plan.undoButton.click();
  await expect(ledger.getByRole("row").last()).not.toContainText("取り込んでいない");
  await expect(main).not.toContainText("ファイルを合流しました");
  await expect.poll(async () => (await plan.export()).equals(before)).toBe(true);
  await plan.go("版と比較");
  await expect(page.getByRole("table", { name: "名前をつけた版" })).toContainText("合流前");
});

test("大きなブックで戻った部分は画面の横で読まれ、読むのをやめられ、読めないものは文で告げられる", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "課と合流");
  await page.getByRole("group", { name: "担当課から選ぶ" }).getByRole("button", { name: "産業振興課" }).click();
  await page.getByRole("radio", { name: "Excelブック" }).check();
  const given = await downloaded(page, () => page.getByRole("button", { name: "渡すファイルを保存" }).click());
  const main = page.getByRole("main");
  const told = main.getByRole("region", { name: "戻ったファイルを入れる" });
  const stop = told.getByRole("button", { name: "読むのをやめる" });
  const choose = (name: string, buffer: Buffer) =>
    main.getByLabel(/戻ったファイルを選ぶ|読んでいます/).setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  // The user who types meanwhile sees it.
  const answers = async () => {
    await page.keyboard.press("Control+k");
    const asked = page.getByRole("dialog").getByRole("combobox");
    // Its code arrives when it is first opened.
    await expect(asked).toBeFocused();
    await page.keyboard.type("概況");
    await expect(asked).toHaveValue("概況");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  };
  const sample: Part = JSON.parse((await plan.export()).toString());
  const measure = sample.goals[0].measures[0].id;
  const book = withLedger(written(given.bytes, [[measure, "方向性", "横で読んだ方向"]]), 2_000, 10);

  // Until its code arrives, the worker has not begun.
  let come = () => {};
  const held = new Promise<void>((done) => (come = done));
  await page.route(/worker[^/]*\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await choose("大きい.xlsx", book);
  await expect(told).toContainText("「大きい.xlsx」を読んでいます…");
  await expectAccessible(page);
  await answers();
  await stop.click();
  await expect(stop).toBeHidden();
  await expect(main.getByLabel("戻ったファイルを選ぶ")).toBeEnabled();
  await expect(told).not.toContainText("大きい.xlsx");
  await choose("大きい.xlsx", book);
  await expect(stop).toBeVisible();
  come();
  await expect(told).toContainText("大きい.xlsx：産業振興課から戻ったファイルです。");
  await expect(stop).toBeHidden();
  await expect(main.getByRole("group", { name: /方向性/ })).toContainText("横で読んだ方向");

  // An unreadable file is reported with the reason; the page stays responsive.
  await choose("切れた.xlsx", book.subarray(0, 300_000));
  await answers();
  await expect(told).toContainText("「切れた.xlsx」は壊れているため");
  await expect(main.getByRole("group", { name: /方向性/ })).toContainText("横で読んだ方向");
});

test("全部の課に一度に渡すと、課ごとのブックが1つのZIPになり、台帳とメール文と提出状況の紙に載る", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町");
  const before = await plan.export();
  await plan.go("課と合流");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: /^全部の課（\d+）$/ }).press("Enter");
  await expectAccessible(page);
  await main.getByLabel("締切").fill("2026-06-30");
  await main.getByRole("checkbox", { name: "R7", exact: true }).check();
  await expect(main).toContainText("R7の評価シートがない施策が");
  await main.getByRole("radio", { name: "Excelブック" }).check();
  const zip = await downloaded(page, () => main.getByRole("button", { name: "渡すファイルを保存" }).press("Enter"));
  expect(zip.name).toMatch(/\.zip$/);
  const books = [...unpacked(zip.bytes).keys()];
  const ledger = main.getByRole("region", { name: "受け取り台帳" });
  await expect(ledger.getByRole("row")).toHaveCount(books.length + 1);
  expect(books.filter((name) => name.includes("産業振興課"))).toHaveLength(1);
  expect(books.every((name) => name.endsWith(".xlsx"))).toBe(true);
  await expect(main.getByLabel("本文", { exact: true })).toHaveValue(/各課　御中[\s\S]*対象年度：令和7年度[\s\S]*色のついたセル/);

  // The deadline has passed: the line offers a reminder, and the paper lists a section to remind.
  await ledger.getByRole("button", { name: "産業振興課へのメール文" }).press("Enter");
  await expect(ledger.getByLabel("件名", { exact: true })).toHaveValue(/^【再依頼】.*令和8年6月30日/);
  await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
  await expectAccessible(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ledger.getByRole("button", { name: "本文をコピー" }).click();
  await expect(ledger).toContainText("本文をコピーしました。");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("産業振興課　御中");
  await ledger.getByRole("link", { name: "台帳を印刷" }).click();
  await expect(main).toContainText(`督促する課（${books.length}）`);
  await plan.go("課と合流");
  await plan.undoButton.click();
  await expect.poll(async () => (await plan.export()).equals(before)).toBe(true);
});

test("課が開いた部分には、頼まれたことを書くページだけが並ぶ", { tag: "@folder" }, async ({ app, page }) => {
  await app.open();
  const home = new Home(page);
  const plan = await home.sample("みほん町");
  await plan.go("課と合流");
  const main = page.getByRole("main");
  for (const work of ["評価と決算", "取組・計画・予算", "名称・文章・目標値など"]) await main.getByRole("checkbox", { name: work }).uncheck();
  const part = await give(page, "産業振興課", 1);
  await (await plan.toHome()).choose(jsonFile("部分.json", JSON.stringify(part)));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("産業振興課に渡された部分です");
  const pages = page.getByRole("navigation").getByRole("link");
  await expect(pages.filter({ hasNotText: "みちしるべ" })).toHaveText(["指標", "課と合流", "設定"]);
  // The progress is above the pages, and each record has its state.
  const progress = page.getByRole("progressbar", { name: /^\d+件のうち\d+件が入力ずみ$/ });
  const of = page.getByRole("region", { name: "渡された施策と指標" }).getByRole("listitem");
  const done = await of.filter({ hasText: "入力ずみ" }).count();
  await expect(progress).toHaveAttribute("value", `${done}`);
  await expectAccessible(page);
  await of.filter({ hasText: "未入力" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "実績入力" }).click();
  await page.getByLabel("入力する年度").selectOption({ label: "令和7年度" });
  await page.getByRole("button", { name: "未入力のみ" }).click();
  await page.getByRole("main").getByRole("list").getByRole("textbox").first().fill("12");
  await page.keyboard.press("Enter");
  await expect(progress).toHaveAttribute("value", `${done + 1}`);
});

test("渡すファイルができてすぐに計画を離れても、アプリは動き続ける", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "課と合流");
  await page.getByRole("button", { name: /^産業振興課/ }).click();
  await downloaded(page, () => page.getByRole("button", { name: "渡すファイルを保存" }).click());
  const home = await plan.toHome();
  await home.card("第2期みほん町まち・ひと・しごと創生総合戦略").getByRole("link").first().click();
  await plan.go("課と合流");
});

// Presses a button as soon as it appears, however briefly; returns the text beside it.
function pressedAtOnce(page: Page, name: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((done) => {
        const look = () => {
          const button = [...document.querySelectorAll<HTMLButtonElement>("main button")].find((one) => one.textContent === name);
          if (!button) return;
          observer.disconnect();
          done(button.parentElement!.innerText);
          button.click();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    name,
  );
}

test("数千件の新しい取組が戻っても、比べているあいだの進みが見え、やめれば何も変わらない", { tag: "@folder" }, async ({ app, page }) => {
  const plan = await openSample(app, "みほん町", "課と合流");
  const part = await give(page, "産業振興課", 1);
  const before = await plan.export();
  const measure = part.goals[0].measures[0] as Measure & { initiatives: object[] };
  const count = 5_000;
  const added = Array.from({ length: count }, (_, at) => ({ id: `i${1_000_000 + at}`, title: `取組その${at}` }));
  measure.initiatives = [...(measure.initiatives ?? []), ...added];
  const file = jsonFile("多い.json", JSON.stringify(part));
  const main = page.getByRole("main");
  const merge = main.getByRole("button", { name: "合流する" });

  const told = pressedAtOnce(page, "比較をやめる");
  await main.getByLabel("戻ったファイルを選ぶ").setInputFiles(file);
  expect(await told).toMatch(/戻ったファイルを計画と比べています（\d+％）/);
  await expect(main.getByRole("button", { name: "比較をやめる" })).toBeHidden();
  await expect(main.getByLabel("戻ったファイルを選ぶ")).toBeEnabled();
  await expect(merge).toBeHidden();
  await plan.expectFile(before);

  await main.getByLabel("戻ったファイルを選ぶ").setInputFiles(file);
  await expect(main.getByRole("button", { name: `すべて ${count}` })).toBeVisible();
  await expect(main.getByRole("button", { name: `続きを表示（残り${count - 60}件）` })).toBeVisible();
  // The choice before the cancelled comparison is there again.
  const first = main.getByRole("group", { name: "取組その0" });
  const again = pressedAtOnce(page, "比較をやめる");
  await first.getByRole("radio").first().press("Space");
  await again;
  await expect(first.getByRole("radio").nth(1)).toBeChecked();
  await merge.press("Enter");
  await expect(main).toContainText("1件のファイルを合流しました。");
  await plan.undoButton.click();
  await plan.expectFile(before);
});
