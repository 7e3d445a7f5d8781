// A small plan to be edited, and how it is driven by what a person sees.
export const table = { rows: 1_000 };

const FIRST = "指標その1";

export function smallPlan() {
  const INDICATORS = 12;
  const figures = (start) => Object.fromEntries([2025, 2026, 2027].map((year) => [year, String(start + year - 2025)]));
  const measures = [1, 2, 3].map((m) => ({
    id: `m${m}`,
    title: `施策その${m}`,
    kpis: [`k${m}`],
    initiatives: [1, 2, 3, 4].map((i) => ({ id: `i${m * 10 + i}`, title: `取組その${m}の${i}` })),
  }));
  const indicators = Array.from({ length: INDICATORS }, (_, index) => ({
    id: `k${index + 1}`,
    name: `指標その${index + 1}`,
    unit: "人",
    desired: "increase",
    series: [{ id: `r${index + 1}`, baseline: { figure: "10", at: "R6" }, targets: figures(20), actuals: {} }],
  }));
  const goals = [{ id: "g1", title: "基本目標その1", targets: ["k1"], measures }];
  const head = { format: "michishirube", version: 2, title: "耐久試験の計画", town: { name: "ためし町" }, period: { first: 2025, last: 2029 } };
  return JSON.stringify({ ...head, goals, indicators });
}

const SAVED = /この端末に保存(?:済み)? ?\d/;

// Reads the page and its save state in one look: every written field, the number of rows of the table, and its first
// row as the eye sees it: text that is being typed lies over the cell.
const look = (page) =>
  page.evaluate(
    ([saved, first]) => {
      const bar = document.querySelector('[role="status"][aria-label="保存の状況"]')?.textContent ?? "";
      const fields = [...document.querySelectorAll("main textarea, main input:not([type=checkbox], [type=search], #grid-input)")];
      const texts = fields.map((field) => field.value).filter((text) => text.trim() !== "");
      const typed = document.querySelector("#grid-input")?.value;
      const row = [...document.querySelectorAll('main [role="row"]')].find((one) => one.querySelector('[role="rowheader"]')?.textContent.includes(first));
      const shown = (cell) => (typed && cell.getAttribute("aria-selected") === "true" ? typed : cell.textContent.trim());
      const cells = [...(row?.querySelectorAll('[role="gridcell"]') ?? [])].map(shown);
      const count = document.querySelector('main [role="grid"]')?.getAttribute("aria-rowcount") ?? "";
      return {
        isSaved: new RegExp(saved).test(bar) && !/保存しています/.test(bar),
        isReader: [...document.querySelectorAll("button")].some((one) => one.textContent.includes("こちらで編集する")),
        text: JSON.stringify([[...texts, ...cells], count]),
      };
    },
    [SAVED.source, FIRST],
  );

const painted = (page) => page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

// A look at what has been painted.
export async function seen(page) {
  await painted(page);
  return look(page);
}

// A look at a page that has just been opened, once it no longer changes; `wanted`: what is hoped for ends the wait.
export async function settled(page, wanted = () => false) {
  await page.getByRole("status", { name: "保存の状況" }).waitFor();
  let before = await seen(page);
  for (let same = 0, looks = 0; same < 12 && looks < 120 && !wanted(before); looks++) {
    await page.waitForTimeout(100);
    const now = await seen(page);
    same = now.text === before.text ? same + 1 : 0;
    before = now;
  }
  return before;
}

export async function isSaved(page) {
  for (let looks = 0; looks < 200; looks++) {
    if ((await seen(page)).isSaved) return;
    await page.waitForTimeout(100);
  }
  throw new Error("20秒待っても、保存済みになりません。");
}

export async function openPlan(page, address) {
  await page.goto(address);
  await page.locator("html[data-ready=true]").waitFor();
  await page.getByLabel("ファイルを開く").setInputFiles({ name: "耐久.json", mimeType: "application/json", buffer: Buffer.from(smallPlan()) });
  await page.getByRole("status", { name: "保存の状況" }).waitFor();
  await isSaved(page);
  return page.url().split("/").slice(0, -1).join("/");
}

// The pages that are edited, by their addresses, each with what is done there. An address shows 指標 as it was left: as the
// table only after a new start.
export const PLACES = {
  体系: { hash: "outline", acts: { 書く: write, 続けて書く: writeMore, 行を足す: addRow, 動かす: move, 消す: remove, 戻す: undo } },
  数値: { hash: "indicators/k2", acts: { 数を入れる: figure, 戻す: undo } },
  表: { hash: "indicators", anew: true, acts: { 表を貼る: pasteTable, 戻す: undo } },
};

const titles = (page) => page.getByRole("main").getByRole("textbox", { name: /^(目標|施策|取組)の名称$/ });

async function oneOf(list, luck) {
  const count = await list.count();
  return list.nth(luck.below(Math.max(count, 1)));
}

async function write(page, luck) {
  const field = await oneOf(titles(page), luck);
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(luck.letters(1 + luck.below(4)));
}

async function writeMore(page, luck) {
  const field = await oneOf(titles(page), luck);
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(luck.letters(12), { delay: 8 });
}

async function addRow(page, luck) {
  const field = await oneOf(page.getByRole("main").getByRole("textbox", { name: "取組の名称" }), luck);
  await field.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type(luck.letters(5));
}

async function move(page, luck) {
  const field = await oneOf(page.getByRole("main").getByRole("textbox", { name: "取組の名称" }), luck);
  await field.focus();
  await page.keyboard.press(luck.one(["Alt+ArrowUp", "Alt+ArrowDown"]));
}

// The last row of a list stays, so that there is always something to write in.
async function remove(page, luck) {
  const rows = page.getByRole("main").getByRole("textbox", { name: "取組の名称" });
  if ((await rows.count()) < 6) return addRow(page, luck);
  const menu = await oneOf(page.getByRole("main").getByRole("button", { name: /の操作$/ }), luck);
  await menu.click();
  const act = page.getByRole("button", { name: "上へ移動", exact: true }).or(page.getByRole("menuitem", { name: "上へ移動", exact: true }));
  if (luck.isIt(0.5) && (await act.first().isEnabled().catch(() => false))) return act.first().click();
  await page.keyboard.press("Escape");
  const row = await oneOf(rows, luck);
  await row.fill("");
  await row.press("Backspace");
}

async function undo(page) {
  const button = page.getByRole("button", { name: "元に戻す" }).first();
  if (await button.isEnabled()) await button.click();
}

async function figure(page, luck) {
  const field = await oneOf(page.getByRole("main").getByRole("textbox", { name: /の(目標|実績)値/ }), luck);
  await field.fill(String(luck.below(100_000)));
  if (luck.isIt(0.5)) await page.keyboard.press("Enter");
}

// A slow machine reads so many rows for a while.
const PATIENCE = { timeout: 120_000 };

// Many rows at once, as from a spreadsheet.
async function pasteTable(page, luck) {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("指標の表");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "指標の表を貼り付ける" });
  const mark = luck.letters(4);
  const rows = Array.from({ length: table.rows }, (_, row) => `貼付${mark}${row}\t${row}人\t${row + 10}人`);
  await dialog.getByRole("textbox").first().fill(["指標\t当初値（R6）\t目標値（R11）", ...rows].join("\n"), PATIENCE);
  await dialog.getByRole("button", { name: /件の指標を(追加|加える)/ }).click(PATIENCE);
  await dialog.waitFor({ state: "hidden", ...PATIENCE });
}
