// Measures the publication of 10,000 indicators: the finished app in a browser, from 「公表用フォルダを保存する」 to the ZIP, beside a
// plain Node script that reads the same file and packs as many pages, a few lines each, written as strings. The size that each
// of them wrote is beside it.
// node publish.mjs [--sizes 1000,10000]   (cargo xtask bench builds the app first)
import { readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";
import { longest, wanted, watched, withLargePlans } from "./large.mjs";

// Number of indicators that take long enough to publish to be cancelled.
const LONG = 10000;

console.log("     指標  ファイル   準備 ms 書き出し ms やめる ms 最長のタスク ms  書いた MB   Node ms  Node MB");
await withLargePlans(wanted([100, 1000, 10000]), async (size, file, opened) => {
  const told = await opened((page) => published(page, size >= LONG));
  const node = await byHand(file);
  console.log([size, told.files, told.prepared, told.written, told.givenUp, told.longest, told.size, node.time, node.size].map((one) => String(one).padStart(9)).join(" "));
});

// Acts as a person would, and measures each step, with the longest task of the main thread in it.
async function published(page, isLong) {
  await page.getByRole("navigation").getByRole("link", { name: "公表" }).first().click();
  const prepare = page.getByRole("button", { name: "確かめて、見本を見る" });
  await prepare.waitFor();
  await watched(page);
  // A long publication is cancelled in the middle first: measures the time until one can begin again.
  const stop = page.getByRole("button", { name: "やめる" });
  let givenUp = 0;
  const gives = async (button) => {
    await button.click();
    await stop.waitFor();
    await page.waitForTimeout(500);
    const start = performance.now();
    await stop.click();
    await stop.waitFor({ state: "hidden" });
    givenUp = Math.max(givenUp, Math.round(performance.now() - start));
  };
  if (isLong) await gives(prepare);
  let start = performance.now();
  await prepare.click();
  const write = page.getByRole("button", { name: "公表用フォルダを保存する" });
  await write.waitFor();
  const prepared = Math.round(performance.now() - start);
  const seen = page.getByRole("checkbox", { name: /公表してよいことを確かめました/ });
  if (await seen.isVisible()) await seen.check();
  if (isLong) await gives(write);
  start = performance.now();
  const [download] = await Promise.all([page.waitForEvent("download"), write.click()]);
  const written = Math.round(performance.now() - start);
  const zip = await readFile(await download.path());
  const { files, bytes } = contents(zip);
  return { prepared, written, givenUp, files, longest: await longest(page), size: megabytes(bytes) };
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

// Returns the number of files in the list at the end of an archive, and their unpacked size.
function contents(zip) {
  let [files, bytes] = [0, 0];
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
  for (; zip.readUInt32LE(at) === 0x02014b50; files++) {
    bytes += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return { files, bytes };
}

// The same pages as a script would write them that judges nothing: a page and one to embed for each indicator, packed.
async function byHand(file) {
  const start = performance.now();
  const style = "body{font:1rem/1.7 sans-serif}";
  const strategy = JSON.parse(await readFile(file, "utf8"));
  const safe = (text) => String(text ?? "").replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
  const page = (title, body) => `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
  let bytes = 0;
  const put = (text) => {
    bytes += Buffer.byteLength(text);
    deflateRawSync(text);
  };
  const rows = ({ targets = {}, actuals = {} }) =>
    [...new Set([...Object.keys(targets), ...Object.keys(actuals)])].sort().map((year) => `<tr><th>${year}</th><td>${safe(actuals[year])}</td><td>${safe(targets[year])}</td></tr>`).join("");
  for (const one of strategy.indicators) {
    const tables = one.series.map((series) => `<table><caption>${safe(one.unit)}</caption>${rows(series)}</table>`).join("");
    const facts = ["definition", "method", "source", "owner"].map((name) => `<dt>${name}</dt><dd>${safe(one[name])}</dd>`).join("");
    put(page(one.name, `<main><h1>${safe(one.name)}</h1>${tables}<dl>${facts}</dl></main>`));
    put(page(one.name, `<main><h1>${safe(one.name)}</h1>${tables}</main>`));
  }
  put(page("指標", strategy.indicators.map((one) => `<li>${safe(one.name)}</li>`).join("")));
  put(JSON.stringify(strategy));
  return { time: Math.round(performance.now() - start), size: megabytes(bytes) };
}
