// A strategy far larger than any town's: 10,000 indicators, 20 MB, the same bytes every time.

export const INDICATORS = 10_000;

const FIRST = 2021;
const LAST = 2030;
const GOALS = 10;
const MEASURES_OF_GOAL = 20;
const INITIATIVES_OF_MEASURE = 10;

const UNITS = ["人", "件", "千円", "%", "か所"];
const SUBJECTS = ["来訪者数", "相談件数", "一人当たり所得", "満足していると答えた町民の割合", "見守りの拠点の数"];

const PROSE =
  "町が毎年度はじめに集計する。前の年度の三月末日の数を、担当課が台帳と照らし合わせて確かめたうえで用いる。" +
  "途中で集め方が変わったときは、変わった年度と理由を備考に書き、前の数とは比べない。";

// Grows or shrinks steadily, with a small repeating variation.
function figure(indicator: number, year: number, rate: number): string {
  const start = 50 + ((indicator * 37) % 950);
  const unrest = ((indicator * 7 + year * 13) % 11) - 5;
  return String(Math.round((start * 10 * (100 + rate * (year - FIRST))) / 100 + unrest) / 10);
}

function figures(indicator: number, first: number, last: number, rate: number) {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return Object.fromEntries(years.map((year) => [year, figure(indicator, year, rate)]));
}

function series(indicator: number, which: number, name: string) {
  const rate = indicator % 3 === 0 ? -3 : 4;
  return {
    id: `r${indicator * 2 + which}`,
    ...(name && { name }),
    baseline: { figure: figure(indicator + which, FIRST - 1, rate), at: "R2" },
    targets: figures(indicator + which, FIRST, LAST, rate),
    actuals: figures(indicator + which, FIRST, LAST - 2, rate - 1),
    without_policy: figures(indicator + which, LAST - 3, LAST, 0),
  };
}

function indicator(number: number) {
  const kind = number % UNITS.length;
  const split = number % 2 === 0;
  return {
    id: `k${number}`,
    code: `${(number % GOALS) + 1}-${number}`,
    name: `第${number}地区の${SUBJECTS[kind]}`,
    unit: UNITS[kind],
    desired: number % 3 === 0 ? "decrease" : "increase",
    counting: "year",
    definition: PROSE,
    method: "台帳から数える",
    source: "町の台帳",
    owner: `第${number % 40}係`,
    rationale: "これまでの伸びを保つ。",
    series: split ? [series(number, 0, "男性"), series(number, 1, "女性")] : [series(number, 0, "")],
  };
}

function goal(number: number, indicators: number) {
  const measures = Array.from({ length: MEASURES_OF_GOAL }, (_, index) => {
    const measure = number * MEASURES_OF_GOAL + index;
    return {
      id: `m${measure + 1}`,
      title: `施策その${measure + 1}`,
      direction: PROSE,
      kpis: uses(indicators, (indicator) => indicator % (GOALS * MEASURES_OF_GOAL) === measure),
      initiatives: Array.from({ length: INITIATIVES_OF_MEASURE }, (_, nth) => ({
        id: `i${measure * INITIATIVES_OF_MEASURE + nth + 1}`,
        title: `取組その${nth + 1}`,
      })),
    };
  });
  return {
    id: `g${number + 1}`,
    title: `基本目標その${number + 1}`,
    targets: [`k${number + 1}`, `k${number + 1 + GOALS}`],
    measures,
  };
}

function uses(indicators: number, fits: (indicator: number) => boolean): string[] {
  return Array.from({ length: indicators }, (_, index) => index + 1).filter(fits).map((indicator) => `k${indicator}`);
}

// Returns the text of its file; with fewer indicators, if requested.
export function largeStrategy(indicators = INDICATORS): string {
  const strategy = {
    format: "michishirube",
    version: 2,
    title: "一万の指標をもつ総合戦略",
    town: { name: "おおきな町" },
    period: { first: FIRST, last: LAST },
    stage: "draft",
    goals: Array.from({ length: GOALS }, (_, number) => goal(number, indicators)),
    indicators: Array.from({ length: indicators }, (_, index) => indicator(index + 1)),
  };
  return `${JSON.stringify(strategy, null, 2)}\n`;
}
