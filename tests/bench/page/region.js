// A program that somebody writes in an afternoon: reads every file, rates the plain cases by pace as the standard rule set does, and shows
// the table that the app shows. It knows one rule set, one way to write a figure, and no target without a number: any other
// case is 評価なし. At #together it asks for all files at once instead of one after the other; at #checked it refuses
// files that do not hold to our schema.
const TONES = ["best", "good", "warn", "bad", "none"];
const today = new Date();
const thisYear = today.getFullYear() - (today.getMonth() < 3 ? 1 : 0);

const checks = location.hash === "#checked" && validator(await (await fetch("schema.json")).json());

document.querySelector("input").addEventListener("change", async ({ target }) => {
  const files = [...target.files];
  const texts = location.hash === "#together" ? files.map((file) => file.text()) : [];
  const towns = [];
  for (const [at, file] of files.entries()) {
    const plan = JSON.parse(await (texts[at] ?? file.text()));
    if (checks && !checks(plan)) throw new Error(`${file.name}: ${JSON.stringify(checks.errors[0])}`);
    towns.push(digest(plan));
  }
  show(towns);
});

const number = (printed) => {
  const found = /-?[\d.]+/.exec(String(printed ?? "").replace(/[,，]/g, "").replace(/^[△▲]/, "-"));
  return found ? Number(found[0]) : NaN;
};
const last = (years, until) => Object.keys(years ?? {}).map(Number).filter((year) => year <= until && !Number.isNaN(number(years[year]))).at(-1);

function digest(plan) {
  const indicators = plan.indicators ?? [];
  const entered = {};
  for (const { series = [] } of indicators)
    for (const { actuals = {} } of series) for (const year of Object.keys(actuals)) if (year <= thisYear) entered[year] = (entered[year] ?? 0) + 1;
  const most = Math.max(0, ...Object.values(entered));
  const year = Number(Object.keys(entered).filter((one) => entered[one] * 2 >= most).at(-1) ?? Math.min(thisYear - 1, plan.period.last));
  const counts = Object.fromEntries(TONES.map((tone) => [tone, 0]));
  let wished = 0;
  let judged = 0;
  for (const indicator of indicators) {
    const { tone, towards } = rated(indicator, plan.period, year);
    counts[tone] += 1;
    if (towards !== undefined) judged += 1;
    if (towards) wished += 1;
  }
  return {
    town: plan.town?.name ?? "",
    title: plan.title,
    period: `${plan.period.first}～${plan.period.last}`,
    year,
    total: indicators.length,
    wished,
    judged,
    counts,
    names: indicators.map(({ name, unit }) => `${name}\t${unit ?? ""}`),
    ...answers(plan),
  };
}

// 達成, 順調 (a pace of 80 % or more), 注意, 悪化, or nothing.
function rated({ series = [], desired }, period, year) {
  const [first] = series;
  const at = last(first?.actuals, year);
  const actual = number(first?.actuals?.[at]);
  const baseline = number(first?.baseline?.figure);
  const aimed = last(first?.targets, Infinity);
  const aim = number(first?.targets?.[aimed]);
  if (Number.isNaN(actual)) return { tone: "none" };
  if (desired?.keep) {
    const { lower = -Infinity, upper = Infinity } = desired.keep;
    const kept = actual >= number(lower) && !(actual > number(upper));
    return { tone: kept ? "good" : "bad", towards: kept };
  }
  if (Number.isNaN(aim) || Number.isNaN(baseline) || aim === baseline) return { tone: "none" };
  const rate = (actual - baseline) / (aim - baseline);
  const elapsed = (year - period.first + 1) / (aimed - period.first + 1);
  const tone = rate >= 1 ? "best" : rate < 0 ? "bad" : rate / elapsed >= 0.8 ? "good" : "warn";
  return { tone, towards: rate > 0 };
}

// Ties to frameworks, and the planned money.
function answers(plan) {
  let ties = 0;
  let budget = 0;
  for (const goal of plan.goals ?? []) {
    ties += goal.aligned?.length ?? 0;
    const measures = [...(goal.measures ?? []), ...(goal.divisions ?? []).flatMap((one) => one.measures ?? [])];
    for (const measure of measures) {
      ties += measure.aligned?.length ?? 0;
      for (const initiative of measure.initiatives ?? []) ties += initiative.aligned?.length ?? 0;
      for (const sheet of measure.sheets ?? []) for (const line of sheet.planned ?? []) budget += number(line.budget) || 0;
    }
  }
  return { ties, budget };
}

function element(name, text, children = []) {
  const made = Object.assign(document.createElement(name), { textContent: text });
  made.append(...children);
  return made;
}

function show(towns) {
  const row = ({ town, title, period, year, total, wished, judged, counts, ties, budget }) => {
    const lacks = [!total && "指標", total && !judged && "実績", !ties && "整合", !budget && "予算"].filter(Boolean);
    const head = element("th", "", [element("button", town), element("small", title), element("small", lacks.length ? `ないもの：${lacks.join("、")}` : "")]);
    const bar = element("div", "");
    bar.style.display = "flex";
    for (const tone of TONES.filter((one) => counts[one])) {
      const part = element("i", "");
      part.style.flexGrow = counts[tone];
      bar.append(part);
    }
    const cells = [period, year, total, `${wished} / ${judged}`, ...TONES.map((tone) => counts[tone])].map((text) => element("td", text));
    return element("tr", "", [head, ...cells, element("td", "", [bar]), element("td", "", [element("button", "外す")])]);
  };
  document.querySelector("tbody").replaceChildren(...towns.map(row));
  const groups = new Map();
  for (const name of towns.flatMap(({ names }) => names)) groups.set(name, (groups.get(name) ?? 0) + 1);
  document.querySelector("ul").replaceChildren(...[...groups].map(([key, count]) => element("li", `${key} ${count}`)));
}
