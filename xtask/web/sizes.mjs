// Prints the size of each part of the finished app and its distance from the budget, and fails if the files that
// everyone loads have grown. node sizes.mjs DIST
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { files } from "./page.mjs";

// Budget of a town office on a slow line before it can write, in bytes after brotli: html + css + js + wasm of the
// first screen, and the code that opens a strategy.
const BUDGET = 300_000;

// Present weights of the first screen, and with it of opening a strategy: to be lowered with each gain.
// And of the whole reader's app. Where functions stand in the finished code, and so how well it packs, changes with
// a change anywhere: by half a kilobyte either way without anything more to load. That much is left. An open strategy shows
// 概況 and counts the findings of 点検: both are in its part, 192 KB of it when they were parts of their own.
const CEILING = { first: 203_800, opened: 602_400, reader: 217_900 };

const [dist] = process.argv.slice(2);
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
const row = (label, { raw, gzip, brotli }) =>
  console.log(`  ${kilobytes(raw)} ${kilobytes(gzip)} ${kilobytes(brotli)}  ${label}`);
const sum = (weights) =>
  weights.reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }));

// Files with a ceiling are compressed as tightly as a server does once; the rest, 5 MB of it, a little less, in a
// sixth of the time.
async function weigh(name, quality = 11) {
  const content = await readFile(join(dist, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return {
    raw: content.length,
    gzip: gzipSync(content, { level: Math.min(quality, 9) }).length,
    brotli: brotliCompressSync(content, { params }).length,
  };
}

const names = await files(dist);
const isFirst = (name) => /^(index\.html|(style|boot|app|words-ja-first)-[0-9a-f]+\.(css|js|wasm|txt))$/.test(name);
const isOpener = (name) => /^(part-strategy|later|words-ja-opening)-/.test(name);
const isReaders = (name) => name.startsWith("reader/");
// One of its languages is fetched.
const isRead = (name) => isReaders(name) && !/words-(?!ja)/.test(name);
const first = names.filter(isFirst);
const later = names.filter((name) => !isFirst(name) && !isReaders(name) && !name.startsWith("licenses/"));

console.log("     そのまま      gzip    brotli  (KB = 1,000 バイト)");
const weights = [];
for (const name of first) {
  const weight = await weigh(name);
  weights.push(weight);
  row(name, weight);
}
const total = sum(weights);
row("= 最初の画面まで", total);
console.log("  あとから、使うときに:");
let opened = total;
for (const name of later) {
  const weight = await weigh(name, isOpener(name) ? 11 : 8);
  row(name, weight);
  if (isOpener(name)) opened = sum([opened, weight]);
}
row("= 計画を開くまで（ページの部品のほかに）", opened);

console.log("  読むだけのページ:");
let reader = { raw: 0, gzip: 0, brotli: 0 };
for (const name of names.filter(isRead)) {
  const weight = await weigh(name);
  row(name, weight);
  reader = sum([reader, weight]);
}
row("= 読むだけのページ（計画のファイルのほかに）", reader);

const held = [
  ["最初の画面まで", total, CEILING.first],
  ["計画を開くまで", opened, CEILING.opened],
  ["読むだけのページ", reader, CEILING.reader],
];
for (const [what, { brotli }, ceiling] of held) {
  if (brotli <= ceiling) continue;
  console.error(`\n${what}が ${brotli} バイトで、いまの上限 ${ceiling} バイトを超えています。`);
  process.exitCode = 1;
}
const over = opened.brotli - BUDGET;
const told = over > 0 ? `予算を ${(over / 1000).toFixed(1)} KB 超えています` : "予算の中です";
console.log(`\n  予算 ${BUDGET / 1000} KB に対して、計画を開くまで ${(opened.brotli / 1000).toFixed(1)} KB。${told}。`);
