//! 首長説明: what a mayor asks of a year. What got worse, what will be missed, money beside result, who answers.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::appraisal::{Appraised, appraise, rules_of};
use super::forecast::{Forecast, forecast};
use super::money::{Ledger, Scope, Total};
use super::numbering::Numbers;
use super::progress::{Elapsed, Progress, ProgressInput, ProgressStatus, TargetTest, Way, asked};
use super::rating::Given;
use super::rollup::{self, Tally};
use super::time_series::time_series;
use super::verdict::Verdict;
use strategy::*;

/// Everything the sheet for the mayor says of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Briefing {
    /// The year it speaks of.
    pub year: FiscalYear,
    /// 経過率 of the plan at the end of the year, in percent.
    pub elapsed: Option<Decimal>,
    /// The rule set used.
    pub rules: RuleSet,
    /// Every indicator, each once.
    pub whole: Tally,
    /// 悪くなった指標, in the order of the plan.
    pub worse: Vec<Worse>,
    /// 最終年に届かない見込み, the worst rated first.
    pub misses: Vec<Miss>,
    /// Of how many indicators a forecast can be told.
    pub foreseen: usize,
    /// The money; `None`: the plan has no sheet for the year.
    pub money: Option<BriefingMoney>,
    /// Money and ratings, goal by goal.
    pub goals: Vec<GoalResult>,
    /// Ratings by 担当課, the most late first.
    pub owners: Vec<Answerable>,
}

/// Money that is shown beside the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BriefingMoney {
    /// 決算額 (what was done), or 予算額 where nothing is settled yet.
    pub side: Side,
    /// 計・純計 of the whole plan.
    pub total: Total,
}

/// An indicator that got worse since the year before (I50).
#[derive(Debug, Clone, PartialEq)]
pub struct Worse {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series that got worse.
    pub series: Id<Series>,
    /// Its rating the year before.
    pub before: Option<Given>,
    /// Its rating now.
    pub now: Option<Given>,
    /// The rating fell to a lower band.
    pub fell: bool,
    /// The last figures with a number, as printed, oldest first; three at most.
    pub figures: Vec<(FiscalYear, Figure)>,
}

/// An indicator whose forecast misses its target (I51).
#[derive(Debug, Clone, PartialEq)]
pub struct Miss {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series that misses.
    pub series: Id<Series>,
    /// Its rating now, and who gave it.
    pub verdict: Verdict,
    /// The latest figure.
    pub latest: Latest,
    /// 見通し.
    pub forecast: Forecast,
    /// 目標値, in the unit of the forecast; of 保つ the limit that is left.
    pub target: Decimal,
    /// The target, in the unit of the forecast.
    pub asked: TargetTest,
}

/// The latest figure of a series, in the unit of its forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Latest {
    /// The year.
    pub year: FiscalYear,
    /// The value of the year; for 期間平均 the mean so far.
    pub value: Decimal,
    /// The first year of the mean, where it is of several years.
    pub mean_since: Option<FiscalYear>,
}

impl Miss {
    /// Rated well, and yet it will be missed.
    pub fn looks_well(&self) -> bool {
        let tone = self.verdict.band().map(|band| band.tone);
        matches!(tone, Some(Tone::Best | Tone::Good))
    }
}

/// A goal's money beside its ratings.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalResult {
    /// The goal.
    pub goal: Id<Goal>,
    /// Its printed number.
    pub number: String,
    /// 計・純計 of its sheets; `None` where nothing is written.
    pub money: Option<Total>,
    /// The rating of each of its indicators, best first; those without any last.
    pub ratings: Vec<Option<Given>>,
}

/// 担当課, and how its indicators are rated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answerable {
    /// 担当課; empty: nobody is named.
    pub name: String,
    /// 達成・順調.
    pub well: usize,
    /// 注意・悪い.
    pub late: usize,
    /// 評価なし.
    pub unrated: usize,
}

/// 判断が要ること: an indicator someone should decide on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decision<'a> {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// It got worse.
    pub worse: Option<&'a Worse>,
    /// It will be missed.
    pub miss: Option<&'a Miss>,
}

impl Briefing {
    /// Returns the decisions to take, the most pressing first: worse ratings, then well-rated indicators that will
    /// miss their target, then the other misses (I53).
    pub fn decisions(&self) -> Vec<Decision<'_>> {
        let missed = |id| self.misses.iter().find(|miss| miss.indicator == id);
        let worse = self.worse.iter().map(|worse| Decision {
            indicator: worse.indicator,
            worse: Some(worse),
            miss: missed(worse.indicator),
        });
        let shown = sort::set(self.worse.iter().map(|worse| worse.indicator));
        let mut rest: Vec<_> = self.misses.iter().collect();
        rest.retain(|miss| !shown.contains(&miss.indicator));
        sort::by_key(&mut rest, |miss| !miss.looks_well());
        let rest = rest.into_iter().map(|miss| Decision {
            indicator: miss.indicator,
            worse: None,
            miss: Some(miss),
        });
        worse.chain(rest).collect()
    }
}

/// Input for a briefing from one indicator.
pub struct BriefingInput<'a> {
    indicator: &'a Indicator,
    now: Appraised,
    worse: Option<Worse>,
    miss: Option<Miss>,
    is_foreseen: bool,
}

/// Each indicator as a briefing of a year looks at it: looked at when it is asked for.
pub fn looks(strategy: &Strategy, year: FiscalYear) -> impl Iterator<Item = BriefingInput<'_>> {
    let rules = rules_of(strategy);
    let period = strategy.about().period;
    let series = strategy.series.by_parent();
    strategy
        .indicators
        .sorted()
        .into_iter()
        .map(move |indicator| {
            let series = series.under(indicator.id);
            let in_year = |year| appraise(indicator, series, period, year, &rules);
            let (before, now) = (in_year(year.previous()), in_year(year));
            let (is_foreseen, miss) = foreseen(indicator, series, period, &now, year);
            BriefingInput {
                indicator,
                worse: worse(indicator, series, &before, &now, year),
                miss,
                is_foreseen,
                now,
            }
        })
}

/// Returns whether a forecast can say if the target will be met, and the first series that will miss it, if any.
fn foreseen(
    indicator: &Indicator,
    series: &[&Arc<Series>],
    period: Period,
    now: &Appraised,
    year: FiscalYear,
) -> (bool, Option<Miss>) {
    let foreseen = series.iter().filter_map(|one| {
        let forecast = forecast(indicator, one, period, year)?;
        forecast.misses().is_some().then_some((*one, forecast))
    });
    let foreseen: Vec<(&Arc<Series>, Forecast)> = foreseen.collect();
    let is_foreseen = !foreseen.is_empty();
    let missed = foreseen.into_iter().find(|(_, f)| f.misses() == Some(true));
    let miss = missed.and_then(|(one, forecast)| {
        Some(Miss {
            indicator: indicator.id,
            series: one.id,
            verdict: now.verdict.clone(),
            latest: latest(indicator, one, period, year)?,
            target: forecast.against?,
            asked: asked(&ProgressInput::new(indicator, one, period))?,
            forecast,
        })
    });
    (is_foreseen, miss)
}

impl Briefing {
    /// The briefing of a year, of which the indicators have been looked at.
    pub fn of(strategy: &Strategy, year: FiscalYear, looks: Vec<BriefingInput<'_>>) -> Self {
        let rules = rules_of(strategy);
        let mut whole = rollup::TallyAdding::new(&rules);
        let mut owners: BTreeMap<&str, Answerable> = BTreeMap::new();
        let mut bands = BTreeMap::new();
        let (mut worse, mut misses, mut foreseen) = (Vec::new(), Vec::new(), 0);
        for look in looks {
            whole.add(&look.now);
            let owner = owners.entry(look.indicator.owner.trim()).or_default();
            match look.now.band().map_or(Tone::None, |band| band.tone) {
                Tone::Best | Tone::Good => owner.well += 1,
                Tone::Warn | Tone::Bad => owner.late += 1,
                Tone::None => owner.unrated += 1,
            }
            worse.extend(look.worse);
            misses.extend(look.miss);
            foreseen += usize::from(look.is_foreseen);
            bands.insert(look.indicator.id, look.now.band().cloned());
        }
        let place = |miss: &Miss| {
            let rated = miss.verdict.band().filter(|band| band.tone != Tone::None);
            rated.map_or(0, |band| band.place + 1)
        };
        sort::by_key(&mut misses, |miss| Reverse(place(miss)));
        let (money, goals) = results(strategy, year, &bands);
        Self {
            year,
            elapsed: Elapsed::of_period(strategy.about().period, year).map(Elapsed::percent),
            whole: whole.tally(),
            worse,
            misses,
            foreseen,
            rules,
            money,
            goals,
            owners: most_late_first(owners),
        }
    }
}

fn most_late_first(owners: BTreeMap<&str, Answerable>) -> Vec<Answerable> {
    let named = owners.into_iter().map(|(name, tally)| Answerable {
        name: name.to_owned(),
        ..tally
    });
    let mut owners: Vec<_> = named.collect();
    sort::by_key(&mut owners, |owner| {
        (Reverse(owner.late), owner.name.is_empty())
    });
    owners
}

/// The briefing of a year, in one go.
pub fn briefing(strategy: &Strategy, year: FiscalYear) -> Briefing {
    Briefing::of(strategy, year, looks(strategy, year).collect())
}

/// The latest number not after the year; for 期間平均 the mean so far.
fn latest(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    year: FiscalYear,
) -> Option<Latest> {
    let drawn = time_series(indicator, series, period);
    let known = drawn.actuals.iter().rev();
    let (at, value) = known
        .filter(|(y, _)| *y <= year)
        .find_map(|(y, v)| Some((*y, (*v)?)))?;
    let facts = ProgressInput::new(indicator, series, period);
    let mean = facts.actual(at).ok().filter(|actual| actual.years > 1);
    Some(Latest {
        year: at,
        value: mean.as_ref().map_or(value, |mean| mean.value),
        mean_since: mean.and_then(|_| facts.first_of_the_mean(at)),
    })
}

/// The series that got worse, if any did.
fn worse(
    indicator: &Indicator,
    series: &[&Arc<Series>],
    before: &Appraised,
    now: &Appraised,
    year: FiscalYear,
) -> Option<Worse> {
    let known = |one: &Appraised| one.band().filter(|b| b.tone != Tone::None).cloned();
    let (was, is) = (known(before), known(now));
    let fell = matches!((&was, &is), (Some(was), Some(is)) if is.place > was.place);
    let pairs = before.series.iter().zip(&now.series);
    let mut backwards = pairs
        .filter(|((_, then), (_, rated))| went_backwards(&then.status, &rated.status))
        .map(|(_, (id, _))| *id);
    let backwards = backwards.next();
    let deciding = now.verdict.deciding.first().map(|one| one.series);
    let id = match fell {
        true => backwards
            .or(deciding)
            .or(series.first().map(|one| one.id))?,
        false => backwards?,
    };
    let one = series.iter().find(|one| one.id == id)?;
    Some(Worse {
        indicator: indicator.id,
        series: id,
        before: was,
        now: is,
        fell,
        figures: last_figures(one, year),
    })
}

/// Moved against the wanted direction since the year before, and now on the worse side of the baseline; not if the target
/// itself is worse than the baseline and the figure as good as expected (I139).
fn went_backwards(before: &ProgressStatus, now: &ProgressStatus) -> bool {
    if matches!(now.progress, Progress::Softened { on_path: true, .. }) {
        return false;
    }
    let (Ok(then), Ok(actual), Some(start)) = (&before.actual, &now.actual, &now.baseline) else {
        return false;
    };
    let worse = |a: Decimal, b: Decimal| match now.way {
        Some(Way::Up) => a < b,
        Some(Way::Down) => a > b,
        Some(Way::Keep) | None => false,
    };
    worse(actual.value, then.value) && worse(actual.value, start.value)
}

fn last_figures(series: &Series, year: FiscalYear) -> Vec<(FiscalYear, Figure)> {
    let known = series.actuals.range(..=year).rev();
    let mut last: Vec<_> = known
        .filter(|(_, figure)| figure.number().is_some())
        .take(3)
        .map(|(year, figure)| (*year, figure.clone()))
        .collect();
    last.reverse();
    last
}

/// Money beside ratings: 決算額 of the year, or its 予算額 where nothing is settled.
fn results(
    strategy: &Strategy,
    year: FiscalYear,
    bands: &BTreeMap<Id<Indicator>, Option<Given>>,
) -> (Option<BriefingMoney>, Vec<GoalResult>) {
    let ledgers = [Side::Done, Side::Planned].map(|side| Ledger::new(strategy, side, year));
    let ledger = ledgers
        .into_iter()
        .find(|ledger| ledger.total(Scope::All).known > 0);
    let numbers = Numbers::of(strategy);
    let measures = strategy.measures.by_parent();
    let goals = strategy.goals.sorted().into_iter().map(|goal| {
        let under = measures.under(goal.id).iter();
        let kpis = under.flat_map(|measure| measure.kpis.iter());
        let all = sort::set(goal.targets.iter().chain(kpis).copied());
        let mut ratings: Vec<_> = all.iter().filter_map(|id| bands.get(id).cloned()).collect();
        sort::by_key(&mut ratings, |band| {
            band.as_ref().map_or(usize::MAX, |band| band.place)
        });
        let money = ledger
            .as_ref()
            .map(|ledger| ledger.total(Scope::Goal(goal.id)));
        GoalResult {
            goal: goal.id,
            number: numbers.goal(goal.id),
            money: money.filter(|total| total.known > 0),
            ratings,
        }
    });
    let goals = goals.collect();
    let money = ledger.map(|ledger| BriefingMoney {
        side: ledger.side,
        total: ledger.total(Scope::All),
    });
    (money, goals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    fn figure(text: &str) -> Figure {
        Figure::read(text)
    }

    /// A plan from 2020 to 2024 with one indicator a row: name, owner, baseline, target, actuals from 2020 on.
    fn plan(rows: &[(&str, &str, &str, &str, &[&str])]) -> Strategy {
        let mut s = Strategy::default();
        s.about.insert(About {
            period: Period {
                first: FiscalYear(2020),
                last: FiscalYear(2024),
            },
            ..About::default()
        });
        for (at, (name, owner, baseline, target, actuals)) in rows.iter().enumerate() {
            let id = at as u64 + 1;
            s.indicators.insert(Indicator {
                owner: (*owner).into(),
                ..indicator(id, name)
            });
            let mut row = series(id, id, "");
            row.baseline = Some(Baseline {
                figure: figure(baseline),
                at: Some(At("2019".into())),
            });
            row.targets.insert(FiscalYear(2024), figure(target));
            for (year, text) in (2020..).zip(actuals.iter()) {
                row.actuals.insert(FiscalYear(year), figure(text));
            }
            s.series.insert(row);
        }
        s
    }

    fn names(s: &Strategy, ids: impl Iterator<Item = Id<Indicator>>) -> Vec<String> {
        ids.filter_map(|id| s.get(id).map(|k| k.name.clone()))
            .collect()
    }

    #[test]
    fn i50_what_got_worse_fell_to_a_lower_band_or_went_back_past_the_start() {
        let s = plan(&[
            ("伸びた", "", "100", "200", &["120", "140", "160"]),
            ("評価が下がった", "", "100", "200", &["120", "140", "141"]),
            ("当初より悪い", "", "100", "200", &["99", "98", "97"]),
            (
                "下がっても当初より良い",
                "",
                "100",
                "200",
                &["190", "188", "186"],
            ),
            ("集計中", "", "100", "200", &["99", "98", "集計中"]),
        ]);
        let told = briefing(&s, FiscalYear(2022));
        assert_eq!(
            names(&s, told.worse.iter().map(|w| w.indicator)),
            ["評価が下がった", "当初より悪い"]
        );
        assert!(told.worse[0].fell && !told.worse[1].fell);
        let figures: Vec<_> = told.worse[1]
            .figures
            .iter()
            .map(|(_, f)| f.text())
            .collect();
        assert_eq!(figures, ["99", "98", "97"]);
    }

    #[test]
    fn i51_what_will_be_missed_stands_with_the_worst_rated_first() {
        let s = plan(&[
            ("届く", "", "100", "200", &["120", "140", "160"]),
            ("わずかに届かない", "", "100", "200", &["118", "137", "155"]),
            ("遠い", "", "100", "200", &["101", "102", "103"]),
            ("見通せない", "", "100", "200", &["101", "102"]),
        ]);
        let told = briefing(&s, FiscalYear(2022));
        assert_eq!(
            names(&s, told.misses.iter().map(|m| m.indicator)),
            ["遠い", "わずかに届かない"]
        );
        assert_eq!(told.foreseen, 3);
        assert!(told.misses[1].looks_well() && !told.misses[0].looks_well());
        let latest = told.misses[0].latest;
        assert_eq!((latest.year, latest.value), (FiscalYear(2022), 103.into()));
        assert_eq!(latest.mean_since, None, "a figure of one year");
        assert_eq!(told.misses[0].forecast.year, FiscalYear(2024));
    }

    #[test]
    fn i53_what_got_worse_is_decided_before_what_only_looks_well() {
        let s = plan(&[
            ("遠い", "", "100", "200", &["101", "102", "103"]),
            ("わずかに届かない", "", "100", "200", &["118", "137", "155"]),
            ("当初より悪い", "", "100", "200", &["99", "98", "97"]),
        ]);
        let told = briefing(&s, FiscalYear(2022));
        let decisions = told.decisions();
        assert_eq!(
            names(&s, decisions.iter().map(|d| d.indicator)),
            ["当初より悪い", "わずかに届かない", "遠い"]
        );
        assert!(decisions[0].worse.is_some() && decisions[0].miss.is_some());
    }

    #[test]
    fn i52_each_indicator_is_counted_once_for_who_answers_for_it() {
        let s = plan(&[
            ("甲", "企画課", "100", "200", &["120", "140", "160"]),
            ("乙", " 企画課", "100", "200", &["101", "102", "103"]),
            ("丙", "保健課", "100", "200", &["101", "102", "103"]),
            ("丁", "保健課", "100", "200", &["100", "101", "102"]),
            ("戊", "", "100", "200", &[]),
        ]);
        let owners: Vec<_> = briefing(&s, FiscalYear(2022))
            .owners
            .into_iter()
            .map(|o| (o.name, o.well, o.late, o.unrated))
            .collect();
        assert_eq!(
            owners,
            [
                ("保健課".to_owned(), 0, 2, 0),
                ("企画課".to_owned(), 1, 1, 0),
                (String::new(), 0, 0, 1)
            ]
        );
    }
}
