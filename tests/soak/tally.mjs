// Counts what was acknowledged, what was found again, and what was lost.
const KILL = "強制終了";

export class Tally {
  byEnding = new Map();
  losses = [];
  stuckRounds = [];

  // `states`: what was seen in a round, oldest first; `found`: what stands there after it was opened again.
  add({ round, place, ending, done, states, found, differs }) {
    const at = states.findLastIndex((state) => state.text === found.text);
    // More than was seen last may have been kept: what was typed after the look.
    const isMore = at < 0 && goesOn(states.at(-1).text, found.text);
    const kept = isMore ? states.length - 1 : at;
    const saved = states.filter((state) => state.isSaved).length;
    const savedLost = states.filter((state, index) => state.isSaved && index > kept && state.text !== found.text).length;
    const paintedLost = distinctAfter(states, kept);
    const row = this.byEnding.get(ending) ?? { rounds: 0, saved: 0, savedLost: 0, painted: 0, paintedLost: 0, differing: 0 };
    row.rounds++;
    row.saved += saved;
    row.savedLost += savedLost;
    row.painted += states.length;
    row.paintedLost += paintedLost;
    row.differing += differs ? 1 : 0;
    this.byEnding.set(ending, row);
    const mark = savedLost || differs || (paintedLost && ending !== KILL) ? "✗" : paintedLost ? "△" : "✓";
    console.log(`${mark} ${round + 1} ${place} ${done.join("・")} → ${ending}`);
    if (mark === "✓") return;
    const loss = { round: round + 1, place, ending, done, savedLost, paintedLost, seen: states.at(-1).text, found: found.text, differs };
    if (mark === "✗") this.losses.push(loss);
    console.log(`    ${difference(loss.seen, loss.found)}${differs ? `\n    二つのタブ：${difference(...differs)}` : ""}`);
  }

  stuck(round, reason) {
    this.stuckRounds.push(round + 1);
    console.log(`？ ${round + 1} 進めませんでした：${String(reason?.message ?? reason).split("\n")[0]}`);
  }

  print(seed) {
    const names = ["終わり方", "回", "保存済みと言った", "見つかった", "失われた", "画面に出た", "見つかった", "失われた", "タブの食い違い"];
    console.log(`\n${names.join(" | ")}`);
    const sum = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const [ending, r] of this.byEnding) {
      const figures = [r.rounds, r.saved, r.saved - r.savedLost, r.savedLost, r.painted, r.painted - r.paintedLost, r.paintedLost, r.differing];
      figures.forEach((figure, index) => (sum[index] += figure));
      console.log([ending, ...figures].join(" | "));
    }
    console.log(["計", ...sum].join(" | "));
    const stuck = this.stuckRounds.length ? `（進めなかった回：${this.stuckRounds.join("、")}）` : "";
    console.log(`--seed ${seed}　${this.losses.length === 0 ? "失われたものはありません" : `✗ ${this.losses.length} 回で失われました`}${stuck}`);
  }

  // A round that could not be played proves nothing; many of them prove that nothing was tried.
  isWhole() {
    const played = [...this.byEnding.values()].reduce((sum, row) => sum + row.rounds, 0);
    return this.losses.length === 0 && this.stuckRounds.length <= played / 20;
  }
}

// Number of different states seen after the one kept.
function distinctAfter(states, kept) {
  let count = 0;
  for (let at = kept + 1; at < states.length; at++) if (at === 0 || states[at].text !== states[at - 1].text) count++;
  return count;
}

// True if `found` is `seen` with letters added at the end of its fields.
function goesOn(seen, found) {
  const [[a, countA], [b, countB]] = [JSON.parse(seen), JSON.parse(found)];
  return countA === countB && a.length === b.length && a.every((text, index) => b[index].startsWith(text));
}

function difference(seen, found) {
  const [[a, countA], [b, countB]] = [JSON.parse(seen), JSON.parse(found)];
  if (countA !== countB) return `表の行 ${countA} → ${countB}`;
  const at = a.findIndex((text, index) => text !== b[index]);
  if (at < 0 && a.length === b.length) return "同じ";
  return `欄${at < 0 ? a.length : at}：「${a[at] ?? "（なし）"}」→「${b[at] ?? "（なし）"}」（欄の数 ${a.length} → ${b.length}）`;
}
