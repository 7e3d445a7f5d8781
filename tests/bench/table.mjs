// The table of the bench: our app, the page by hand, and how many times as much.

const FRAME = 1000 / 60;

const percentile = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const ms = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
const kb = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

// Rows of the comparison: name, format, the figure of each side, and the aim.
const ROWS = [
  ["最初の画面まで（brotli）", kb, (one) => one.firstBytes, null],
  // Until an indicator can be written, the chart beside it included: the budget grants the chart library its own 242 KB.
  ["指標の編集まで（brotli）", kb, (one) => one.editorBytes, ({ app }) => [app <= 542_000, "図の部品とともに 542 KB 以内"]],
  ["開き直して指標が見えるまで", ms, (one) => one.start, ({ ratio }) => [ratio <= 1.5, "1.5 倍以内"]],
  ["開き直して指標に書けるまで", ms, (one) => one.open, null],
  ["1 打鍵が見えるまで p50", ms, (one) => percentile(one.keys, 0.5), null],
  ["1 打鍵が見えるまで p95", ms, (one) => percentile(one.keys, 0.95), ({ app, ratio }) => [app <= FRAME && ratio <= 1.2, "16.7 ms、1.2 倍以内"]],
  ["1,000 行 × 6 列の貼り付け", ms, (one) => one.paste, null],
  ["スクロール 1 回 p95", ms, (one) => percentile(one.scroll, 0.95), null],
  ["ためたメモリの最大", mb, (one) => one.memory, null],
];

export function print(results) {
  console.log("\n| 指標 | 測ったもの | みちしるべ | 手書きの JS | 倍 | 目標 |\n|---:|---|---:|---:|---:|---|");
  for (const result of results) {
    for (const [name, unit, figure, aim] of ROWS) {
      const [app, hand] = [figure(result.app), figure(result.hand)];
      row(result.size, name, unit(app), unit(hand), app / hand, aim?.({ app, ratio: app / hand }));
    }
    imports(result);
    const longest = Object.entries(result.app.tasks).map(([name, time]) => `${name} ${Math.round(time)}`).join("、");
    const worst = Math.max(...Object.values(result.app.tasks));
    console.log(`| ${result.size} | 最も長い処理（${longest}） | ${ms(worst)} | ${ms(Math.max(...Object.values(result.hand.tasks)))} | | ${verdict([worst <= 50, "50 ms 以内"])} |`);
  }
  growth(results);
}

function imports({ size, app, parse }) {
  row(size, "取り込みと検査 ／ JSON.parse だけ", ms(app.imported), ms(parse.bare), app.imported / parse.bare, [app.imported <= 2 * parse.bare, "2 倍以内"]);
  row(size, "取り込みと検査 ／ JSON.parse と ajv", ms(app.imported), ms(parse.checked), app.imported / parse.checked, [app.imported < parse.checked, "1 倍未満"]);
}

function row(size, name, app, hand, ratio, aim) {
  console.log(`| ${size} | ${name} | ${app} | ${hand} | ${ratio.toFixed(2)} | ${aim ? verdict(aim) : ""} |`);
}

const verdict = ([met, words]) => `${met ? "✓" : "✗"} ${words}`;

// Growth of the app's own figures from the smallest strategy to the largest.
function growth(results) {
  const [small, large] = [results[0], results.at(-1)];
  if (small === large) return;
  console.log(`\n指標が ${large.size / small.size} 倍になると:`);
  for (const [name, , figure] of ROWS.slice(2)) {
    const [app, hand] = ["app", "hand"].map((side) => (figure(large[side]) / figure(small[side])).toFixed(1));
    console.log(`  ${name}: みちしるべ ${app} 倍、手書きの JS ${hand} 倍`);
  }
}
