// Makes the fixture beside it anew, from a build of the app at commit 7307018 (`trunk build` there, in target/web/debug):
//
//   node tests/data/kept/v1/make.mjs <its target/web/debug>
//
// It does what a person does, in a real browser, and then takes out everything the browser keeps. README.md tells what
// is in it. Numbers and times differ each time it is made.
import { createServer } from "node:http";
import { readFile, writeFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const [folder] = process.argv.slice(2);
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };
const host = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname).slice(1) || "index.html");
  try {
    const content = await readFile(join(folder, path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => host.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${host.address().port}/`;
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: "ja-JP", timezoneId: "Asia/Tokyo" });
const page = await context.newPage();
page.setDefaultTimeout(8000);
page.on("pageerror", (error) => console.log("page:", error.message));

const button = (name, within = page) => within.getByRole("button", { name, exact: typeof name === "string" });
const box = (name, within = page) => within.getByRole("textbox", { name, exact: typeof name === "string" });
const saved = () => page.getByRole("status", { name: "保存のようす" }).filter({ hasText: "この端末に保存" }).waitFor();
const undo = () => button("元に戻す").click();
const redo = () => button("やり直す").click();

async function home() {
  await page.getByRole("link", { name: "みちしるべ はじめに" }).click();
  await page.getByRole("heading", { name: "この端末にある計画" }).waitFor();
}

async function go(name) {
  await page.getByRole("navigation", { name: "ページ" }).getByRole("link", { name: new RegExp(`^${name}( ?\\d+)?$`) }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForTimeout(300);
}

// One act of a person; what does not go is told, and the rest goes on.
async function act(what, run) {
  try {
    await run();
    await page.waitForTimeout(50);
  } catch (error) {
    console.log(`not done: ${what}: ${String(error.message).split("\n").slice(0, 4).join(" ")}`);
    await page.keyboard.press("Escape");
  }
}

const cut = (name) => name.replace(/「.*?」/g, "").replace(/[\d０-９]+/g, "0").slice(-14);

// Types into one field of each sort on the page, and chooses another value in one choice of each sort.
async function typeEverywhere(within = page.getByRole("main"), most = 14) {
  const fields = await within.locator("input:not([type]), input[type=text], input[type=date], textarea").all();
  const seen = new Set();
  for (const field of fields) {
    const facts = await field.evaluate((e) => ({
      name: e.getAttribute("aria-label") ?? e.labels?.[0]?.textContent ?? e.id, type: e.type, value: e.value, off: e.disabled || e.readOnly || !e.offsetParent,
    })).catch(() => ({ off: true }));
    if (facts.off || seen.has(cut(facts.name)) || seen.size >= most) continue;
    seen.add(cut(facts.name));
    const text = facts.type === "date" ? "2025-04-01" : /^[\d,.]+$/.test(facts.value) ? "1,234" : `${facts.value}（改）`;
    await act(`type ${facts.name}`, async () => {
      await field.fill(text, { timeout: 1500 });
      await field.press("Tab", { timeout: 1500 });
    });
  }
  seen.clear();
  for (const choice of await within.locator("select").all()) {
    const facts = await choice.evaluate((e) => ({
      name: e.getAttribute("aria-label") ?? e.labels?.[0]?.firstChild?.textContent ?? e.id, off: e.disabled || !e.offsetParent,
      other: [...e.options].findLast((one) => one.value !== e.value && !one.disabled)?.value,
    })).catch(() => ({ off: true }));
    if (facts.off || facts.other === undefined || seen.has(cut(facts.name)) || seen.size >= most) continue;
    seen.add(cut(facts.name));
    await act(`choose ${facts.name}`, () => choice.selectOption(facts.other, { timeout: 1500 }));
  }
  for (const mark of (await within.locator("main input[type=checkbox]:visible").all()).slice(0, 3)) await act("mark", () => mark.click({ timeout: 1500 }));
}

// Presses the first of each sort of button that adds something.
async function addEverywhere(pattern = /加える|^＋/) {
  const names = await page.getByRole("main").getByRole("button", { name: pattern }).evaluateAll((all) =>
    all.filter((one) => one.offsetParent && !one.disabled).map((one) => one.getAttribute("aria-label") ?? one.textContent.trim()));
  const sorts = new Map(names.map((name) => [cut(name), name]));
  for (const name of sorts.values()) {
    await act(`add ${name}`, async () => {
      await page.getByRole("main").getByRole("button", { name, exact: true }).first().click({ timeout: 1500 });
      await page.waitForTimeout(150);
      await page.keyboard.type("新しく");
      if (await page.getByRole("dialog").isVisible()) await page.keyboard.press("Escape");
    });
  }
}

// The sample with so few measures and indicators that the fixture is small, and nothing that names what is gone.
function cutDown(file) {
  const wanted = /創業・事業承継|健康づくりと支え合い|空き家/;
  const some = (list = []) => {
    const chosen = list.filter(({ title }) => wanted.test(title));
    return (chosen.length > 0 ? chosen : list.slice(0, 1)).map((one) => ({ ...one, sheets: one.sheets?.slice(-1) }));
  };
  for (const goal of file.goals) {
    if (goal.measures) goal.measures = some(goal.measures);
    for (const division of goal.divisions ?? []) division.measures = some(division.measures);
  }
  const there = JSON.stringify(file.goals);
  file.indicators = file.indicators.filter(({ id, name }) => there.includes(`"${id}"`) || /空き家|町民所得/.test(name)).slice(0, 9);
  const ids = new Set([...JSON.stringify(file).matchAll(/"id":"([a-z]\d+)"/g)].map(([, id]) => id));
  const gone = (value) => typeof value === "string" && /^[a-z]\d+$/.test(value) && !ids.has(value);
  const strip = (value) => {
    if (Array.isArray(value)) return value.filter((one) => !gone(one)).map(strip);
    if (value === null || typeof value !== "object") return value;
    const members = Object.entries(value).filter(([name, one]) => !gone(one) && !(name === "reprise" && gone(one.of)));
    return Object.fromEntries(members.map(([name, one]) => [name, strip(one)]));
  };
  return strip(file);
}

// Opens an indicator by its name, whatever the list shows.
async function find(name) {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "さがす・操作する" }).getByRole("combobox").fill(name);
  await page.keyboard.press("Enter");
  await box("指標の名前").waitFor();
  await page.waitForTimeout(300);
}

async function paste(field, text) {
  await field.focus();
  await field.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function version(name) {
  await go("版と比較");
  await act(`version ${name}`, async () => {
    await button("いまの内容を版に保存").click();
    const dialog = page.getByRole("dialog", { name: "版を保存" });
    await button(name, dialog).click();
    await button("この名前で保存", dialog).click();
    await page.getByText(`版「${name}」を保存しました`).waitFor();
  });
}

async function exported() {
  const [download] = await Promise.all([page.waitForEvent("download"), button("書き出す").click()]);
  return readFile(await download.path(), "utf8");
}

// Everything the browser keeps: localStorage, and the rows of the database in the order of their keys. Pieces of bytes
// are text, cut where a letter may be cut too, and so told as base64 where they are not whole.
const kept = () =>
  page.evaluate(async () => {
    const done = (request) => new Promise((ok, no) => ((request.onsuccess = () => ok(request.result)), (request.onerror = () => no(request.error))));
    const db = await done(indexedDB.open("michishirube"));
    const told = (value) => {
      if (typeof value === "string") return { text: value };
      if (!(value instanceof Uint8Array)) return { other: String(value) };
      try {
        return { bytes: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value) };
      } catch {
        return { base64: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join("")) };
      }
    };
    const rows = [];
    for (const store of db.objectStoreNames) {
      const [keys, values] = await Promise.all(["getAllKeys", "getAll"].map((all) => done(db.transaction(store).objectStore(store)[all]())));
      keys.forEach((key, index) => rows.push({ store, key, ...told(values[index]) }));
    }
    const told_version = db.version;
    db.close();
    return { database: told_version, local: Object.entries({ ...localStorage }).sort(), rows };
  });

// ---- a plan begun from nothing, the last entry of whose log will be torn
await page.goto(address);
await page.locator("html[data-ready=true]").waitFor();
await button("新しくつくる").click();
const begin = page.getByRole("dialog", { name: "新しくつくる" });
await begin.getByLabel("市町村の名前").fill("ためし町");
await begin.getByLabel("計画の名称").fill("ためし町総合戦略");
await button("つくって開く", begin).click();
await page.getByRole("status", { name: "保存のようす" }).waitFor();
await go("体系");
await addEverywhere();
await addEverywhere();
await typeEverywhere();
await saved();
const torn = await exported();
await go("設定");
await box("計画の名称").fill("ためし町総合戦略 裂けた項目の題");
await box("計画の名称").press("Tab");
await saved();
await page.waitForTimeout(800);
const tornDoc = page.url().split("#/")[1].split("/")[0];

// ---- a copy of it, of whose log an entry could not be read, so that it was set aside; then thrown away
await home();
await button(/^複製/).first().click();
await page.getByRole("link", { name: /（写し）/ }).click();
await page.getByRole("status", { name: "保存のようす" }).waitFor();
await go("設定");
await box("備考").fill("読めなくなる備考");
await box("備考").press("Tab");
await saved();
await page.waitForTimeout(800);
const copy = page.url().split("#/")[1].split("/")[0];
await page.evaluate(async (doc) => {
  const done = (request) => new Promise((ok, no) => ((request.onsuccess = () => ok(request.result)), (request.onerror = () => no(request.error))));
  const db = await done(indexedDB.open("michishirube"));
  const edits = db.transaction("edits", "readwrite").objectStore("edits");
  for (const key of await done(edits.getAllKeys())) if (key[0] === doc) await done(edits.put("{ 読めない", key));
  db.close();
}, copy);
await page.reload();
await page.getByRole("status", { name: "保存のようす" }).waitFor();
await page.waitForTimeout(800);
await home();
await act("thrown away", () => button(/^削除.*写し|^「.*写し.*削除/).first().click());
await page.waitForTimeout(500);

// ---- the sample, of which a few measures are left, changed in every way
const sample = cutDown(JSON.parse(await readFile(join(folder, "samples", "mihon.json"), "utf8")));
await page.getByLabel("ファイルを開く").setInputFiles({ name: "mihon.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(sample)) });
await page.getByRole("status", { name: "保存のようす" }).waitFor();
await saved();
await version("骨子案");
for (const name of ["設定", "本文・支援", "整合", "日程", "体系"]) {
  await go(name);
  await addEverywhere();
  await typeEverywhere();
}
await act("move", async () => {
  await box("施策の名称").first().focus();
  await page.keyboard.press("Alt+ArrowDown");
});
await act("remove", () => page.getByRole("main").getByRole("button", { name: /」を削除$/ }).last().click());
await act("undo and redo", async () => {
  await undo();
  await undo();
  await redo();
  await redo();
});
await go("整合");
await act("unlink", () => page.getByRole("main").getByRole("button", { name: /外す|削除/ }).first().click());
await go("本文・支援");
await act("move a chapter", () => button(/^下へ|下へ$/).first().click());

await go("指標");
await act("paste into the grid", async () => {
  await button("表").click();
  const grid = page.getByRole("grid", { name: "指標の数値の表" });
  await grid.getByRole("row").nth(1).getByRole("gridcell").nth(3).click();
  await paste(page.locator("#grid-input"), "433.0\t434.9\r\n約1.10\t1.20\r\n4,010\tたぶん多い\r\n");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  await page.keyboard.press("Delete");
});
await act("bulk", async () => {
  await button("一覧").click();
  for (const mark of (await page.getByRole("main").getByRole("checkbox").all()).slice(0, 3)) await mark.check();
  await button(/まとめて変更/).click();
  const dialog = page.getByRole("dialog", { name: "まとめて変更" });
  await dialog.getByRole("textbox").last().fill("企画財政課");
  await button("まとめて変える", dialog).click();
});
await act("an indicator of its own", async () => {
  await button("一覧").click();
  await button("指標を加える").click();
  await page.keyboard.type("苦情の累計");
  await typeEverywhere();
});
await act("a decided target", async () => {
  await find("空き家バンクの成約件数");
  await button(/R7の目標値：45/).click();
  const dialog = page.getByRole("dialog", { name: "決定した目標値を変える" });
  await dialog.getByLabel("新しい目標値").fill("60件以上");
  await dialog.getByLabel("変更した日").fill("2025-05-20");
  await dialog.getByLabel("決めた人・会議").fill("推進会議");
  await dialog.getByLabel("理由").fill("成約が早く進んだため");
  await button("理由とともに変える", dialog).click();
  await typeEverywhere(page.getByRole("main"), 30);
  await addEverywhere();
});
await act("indicators from a pasted table", async () => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "さがす・操作する" }).getByRole("combobox").fill("指標の表");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "指標の表を貼り付ける" });
  await dialog.getByRole("textbox", { name: "指標の表" }).fill("指標名\t基準値\t目標値\t担当課\n移住相談件数\t30件（R1）\t120件（R7）\t企画課\n出生数 男\t12人\t14人\t健康課");
  await button(/件の指標を加える/, dialog).click();
});
await act("a figure judged by people", async () => {
  await find("一人当たり町民所得");
  const actual = box("R6の実績値");
  await actual.fill("2,489");
  await actual.press("Tab");
  await typeEverywhere(page.locator("aside, main"), 30);
});
await act("the town's own bands", async () => {
  await go("設定");
  await button("2番目の下に区分を加える").click();
  await box("3番目の印").fill("B-");
  await box("3番目のことば").fill("もう少し");
  await button(/ほかの区分/).click();
});

const measure = (name) => page.getByRole("navigation", { name: "施策", exact: true }).getByRole("link", { name }).first().click();
await go("実施計画");
await act("money pasted", async () => {
  await measure(/創業・事業承継/);
  const sheet = page.getByRole("article");
  await paste(box("創業・第二創業支援補助金 令和7年度の予算額", sheet), "5,100\t1,234千円\r\n△300\t-\r\n");
  await paste(sheet.getByRole("combobox", { name: "創業・第二創業支援補助金 令和8年度の方向性", exact: true }), "拡充\t維持\n事業終了\t町独自の見直し");
  await box("創業・第二創業支援補助金 令和7年度の予算額", sheet).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  await page.keyboard.press("Delete");
});
await addEverywhere();
await typeEverywhere(page.getByRole("article"), 30);
await act("roll", async () => {
  await button("翌年度の計画をつくる").click();
  await button("この内容でつくる", page.getByRole("dialog")).click();
});
await go("評価");
await act("a sheet judged and written", async () => {
  await measure(/健康づくりと支え合い/);
  const sheet = page.getByRole("article");
  await button("B", sheet.getByRole("group", { name: "評価" })).click();
});
await addEverywhere();
await act("the opinions", () => page.getByRole("article").getByText(/意見（一次/).click({ timeout: 1500 }));
await addEverywhere();
await typeEverywhere(page.getByRole("article"), 30);
const closing = page.getByRole("region", { name: "年度締め" });
await act("a year closed", async () => {
  await closing.getByLabel("締める人・課").fill("企画財政課");
  await button(/年度を締める$/, closing).click();
  await closing.getByText("は締めてあります").first().waitFor();
});
await act("and opened again", async () => {
  await closing.getByLabel("開け直す理由").fill("決算額を一つ直すため");
  await button(/年度を開け直す$/, closing).click();
});
await version("素案");
await go("点検");
await act("mended from the checks", () => page.getByRole("main").getByRole("button", { name: /直す|する$/ }).first().click({ timeout: 1500 }));
await act("a version had again", async () => {
  await go("版と比較");
  await page.getByRole("row").filter({ hasText: "骨子案" }).getByRole("button", { name: /この版に戻す/ }).click();
  await page.waitForTimeout(500);
  await undo();
});
await go("体系");
await saved();
await page.waitForTimeout(1500);

// ---- typed, and in the journal alone: no timer rings from here on
const openDoc = page.url().split("#/")[1].split("/")[0];
await page.evaluate("window.setTimeout = () => 0");
const title = box("目標の名称");
await title.focus();
await title.press("End");
await page.keyboard.type("ここまで打った");
await box("副題（あれば）").fill("書きとめだけの副題");
const fixture = await kept();
await page.reload();
await page.getByRole("status", { name: "保存のようす" }).waitFor();
await saved();
const open = await exported();

// ---- the last entry of the log is torn
const log = fixture.rows.filter(({ store, key }) => store === "edits" && key[0] === tornDoc);
const last = log.at(-1);
last.text = last.text.slice(0, last.text.length >> 1);

await browser.close();
host.close();
// A piece that is mostly another before it is told by that one, and what stands between their like beginning and end.
function alike(rows) {
  const letters = rows.map(({ bytes }) => bytes && Array.from(bytes));
  return rows.map((row, index) => {
    const own = letters[index];
    const shares = letters.slice(0, index).map((other, like) => {
      if (!own || !other) return { like, head: 0, tail: 0 };
      const most = Math.min(own.length, other.length);
      let [head, tail] = [0, 0];
      while (head < most && own[head] === other[head]) head += 1;
      while (tail < most - head && own.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
      return { like, head, tail };
    });
    const best = shares.sort((a, b) => b.head + b.tail - a.head - a.tail)[0];
    if (!best || best.head + best.tail < 1000) return row;
    return { ...row, ...best, bytes: own.slice(best.head, own.length - best.tail).join("") };
  });
}

const here = new URL(".", import.meta.url);
const lines = (rows) => rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
await writeFile(
  new URL("kept.json", here),
  `{\n  "database": ${fixture.database},\n  "open": "${openDoc}",\n  "torn": "${tornDoc}",\n  "trash": "${copy}",\n  "local": [\n${lines(fixture.local)}\n  ],\n  "rows": [\n${lines(alike(fixture.rows))}\n  ]\n}\n`,
);
await writeFile(new URL("open.json", here), open);
await writeFile(new URL("torn.json", here), torn);

// Edits of the log.
const edits = fixture.rows.filter(({ store, key }) => store === "edits" && key[0] === openDoc).map(({ text }) => JSON.parse(text).edit);
const count = (words) => [...new Set(words)].map((word) => `${word} ${words.filter((one) => one === word).length}`).join(", ");
const acts = edits.map(({ did }) => (typeof did.act === "string" ? did.act : Object.keys(did.act)[0]));
console.log(`log: ${edits.length} entries; rows: ${count(fixture.rows.map(({ store }) => store))}; journal: ${fixture.local.filter(([key]) => key.includes("/journal/")).length}`);
console.log(`acts: ${count(acts)}`);
console.log(`kinds: ${count(edits.flatMap(({ changes }) => Object.keys(changes)))}`);
console.log(`fields: ${count(edits.map(({ did }) => did.act?.set ?? did.act?.bulk?.[0]).filter(Boolean).map((field) => (typeof field === "string" ? field : Object.keys(field)[0])))}`);
