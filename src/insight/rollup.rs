//! 集計: counts first; an average only of what is known, each between 0 and 100.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::appraisal::{Appraisal, Appraised};
use super::decimal;
use super::progress::NoActual;
use super::rating::Rated;
use strategy::*;

/// Number of indicators in each band.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Of each band of the rule set, in its order.
    pub bands: Vec<usize>,
    /// Those no band fits.
    pub without_band: usize,
    /// All of them.
    pub total: usize,
    /// Those that have a rating (more than 評価なし).
    pub known: usize,
}

impl Counts {
    pub(super) fn new(rules: &RuleSet) -> Self {
        Self {
            bands: vec![0; rules.bands.len()],
            ..Self::default()
        }
    }

    pub(super) fn add(&mut self, place: Option<usize>, known: bool) {
        self.total += 1;
        self.known += usize::from(known);
        match place.and_then(|place| self.bands.get_mut(place)) {
            Some(count) => *count += 1,
            None => self.without_band += 1,
        }
    }
}

/// 平均進捗率, and of how many it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Average {
    /// In percent; each indicator counts for at least 0 and at most 100. `None`: nothing to take it of.
    pub value: Option<Decimal>,
    /// Number of indicators in the mean.
    pub of: usize,
    /// Number without a 進捗率, which were left out.
    pub left_out: usize,
    /// Number over 100, which count as 100.
    pub above: usize,
    /// Number below 0, which count as 0.
    pub below: usize,
    /// Number with several series with a rate, which count by their mean.
    pub of_several: usize,
}

/// A part of the strategy in one year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// By indicators, each once.
    pub indicators: Counts,
    /// By series.
    pub series: Counts,
    /// 平均進捗率 of the indicators.
    pub average: Average,
    /// めざす向きに進んでいる indicators.
    pub as_wished: usize,
    /// Those of them that keep within their limits now, but not to the end if things go on so.
    pub leaving: usize,
    /// Indicators of which it can be said whether they do.
    pub with_direction: usize,
    /// Indicators rated by people.
    pub by_hand: usize,
    /// Series with a number for the year.
    pub entered: usize,
    /// Series without one, and why.
    pub blanks: BTreeMap<NoActual, usize>,
}

impl Tally {
    /// Counts indicators, each once however often it is named (I17).
    pub fn of(appraisal: &Appraisal, indicators: impl IntoIterator<Item = Id<Indicator>>) -> Self {
        let ids = sort::set(indicators);
        let mut counting = TallyAdding::new(&appraisal.rules);
        for one in ids.iter().filter_map(|id| appraisal.get(*id)) {
            counting.add(one);
        }
        counting.tally()
    }
}

/// A tally in the making, one indicator after another.
#[derive(Debug, Clone)]
pub(super) struct TallyAdding {
    tally: Tally,
    rates: decimal::Sum,
}

impl TallyAdding {
    /// Nothing counted yet.
    pub(super) fn new(rules: &RuleSet) -> Self {
        Self {
            tally: Tally {
                indicators: Counts::new(rules),
                series: Counts::new(rules),
                ..Tally::default()
            },
            rates: decimal::Sum::default(),
        }
    }

    /// Counts an indicator.
    pub(super) fn add(&mut self, one: &Appraised) {
        let tally = &mut self.tally;
        tally
            .indicators
            .add(one.band().map(|b| b.place), one.is_known());
        tally.by_hand += usize::from(one.verdict.by_people());
        if let Some(as_wished) = one.as_wished() {
            tally.with_direction += 1;
            tally.as_wished += usize::from(as_wished);
            tally.leaving += usize::from(as_wished && !one.verdict.leaving.is_empty());
        }
        for (_, rated) in &one.series {
            tally
                .series
                .add(rated.band.as_ref().map(|b| b.place), rated.is_known());
            match &rated.status.actual {
                Ok(_) => tally.entered += 1,
                Err(why) => *tally.blanks.entry(*why).or_default() += 1,
            }
        }
        self.add_rate(one);
    }

    /// 平均進捗率 (I16): blanks and whatever has no rate are left out, never counted as nothing.
    fn add_rate(&mut self, one: &Appraised) {
        let average = &mut self.tally.average;
        match rate_of(one) {
            Some((rate, part)) => {
                self.rates.add(rate);
                average.of += 1;
                average.above += part.above;
                average.below += part.below;
                average.of_several += part.of_several;
            }
            None => average.left_out += 1,
        }
    }

    /// Returns the counts.
    pub(super) fn tally(mut self) -> Tally {
        self.tally.average.value = self.rates.mean();
        self.tally
    }
}

/// The mean 進捗率 of an indicator's series that have one, each between 0 and 100, so that no figure far off decides
/// alone; and what it adds to an average.
fn rate_of(one: &Appraised) -> Option<(Decimal, Average)> {
    let rates = one.series.iter();
    let rates = rates.filter_map(|(_, rated): &(_, Rated)| rated.status.rate());
    let rates: Vec<Decimal> = rates.collect();
    let (none, whole) = (Decimal::ZERO, Decimal::ONE_HUNDRED);
    let mean = decimal::mean(rates.iter().map(|rate| (*rate).clamp(none, whole)))?;
    let part = Average {
        above: usize::from(rates.iter().any(|rate| *rate > whole)),
        below: usize::from(rates.iter().any(|rate| *rate < none)),
        of_several: usize::from(rates.len() > 1),
        ..Average::default()
    };
    Some((mean, part))
}

/// 進捗率のまん中の値, and of how many it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Median {
    /// In percent, each indicator by its lowest series; `None`: of too few indicators.
    pub value: Option<Decimal>,
    /// Number of indicators with a 進捗率.
    pub of: usize,
    /// Number of them with several series with a rate.
    pub of_several: usize,
}

/// A median is told of this many indicators or more.
const LEAST_OF_MEDIAN: usize = 5;

impl Median {
    /// Returns the median of all indicators of an appraisal (I77).
    pub fn of(appraisal: &Appraisal) -> Self {
        let mut median = Self::default();
        let mut lowest = Vec::new();
        for one in appraisal.indicators.values() {
            let rates = one.series.iter();
            let rates = rates.filter_map(|(_, rated)| rated.status.rate());
            let rates: Vec<Decimal> = rates.collect();
            lowest.extend(rates.iter().copied().min());
            median.of_several += usize::from(rates.len() > 1);
        }
        median.of = lowest.len();
        median.value = (median.of >= LEAST_OF_MEDIAN)
            .then(|| decimal::median(lowest))
            .flatten();
        median
    }
}

/// Counts for a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalTally {
    /// 数値目標.
    pub targets: Tally,
    /// KPI of its measures.
    pub kpis: Tally,
    /// Both together, each indicator once.
    pub all: Tally,
}

impl GoalTally {
    /// Counts a goal, with these measures.
    pub fn of(appraisal: &Appraisal, goal: &Goal, measures: &[&Arc<Measure>]) -> Self {
        let kpis = || measures.iter().flat_map(|m| m.kpis.iter().copied());
        let targets = || goal.targets.iter().copied();
        Self {
            targets: Tally::of(appraisal, targets()),
            kpis: Tally::of(appraisal, kpis()),
            all: Tally::of(appraisal, targets().chain(kpis())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::overview::overview_of;
    use crate::test_fixtures::*;

    fn whole(s: &Strategy) -> Tally {
        overview_of(s, FiscalYear(2022)).whole
    }

    #[test]
    fn i15_counts_come_first_and_blanks_are_counted_apart() {
        let t = whole(&town(&[
            &["100"],
            &["60"],
            &["50"],
            &["30"],
            &["-5"],
            &["集計中"],
            &["－"],
        ]));
        assert_eq!(t.indicators.bands, [1, 2, 1, 0, 1, 2, 0]);
        assert_eq!((t.indicators.known, t.indicators.total), (5, 7));
        assert_eq!(t.entered, 5);
        assert_eq!(
            t.blanks.get(&NoActual::Missing(Missing::Counting)),
            Some(&1)
        );
        assert_eq!((t.as_wished, t.with_direction), (4, 5));
    }

    #[test]
    fn i15_what_is_written_and_no_number_is_not_counted_as_missing() {
        let s = town(&[&["3/5"], &["#DIV/0!"], &["－"], &["100"]]);
        let t = whole(&s);
        assert_eq!(t.indicators.bands, [1, 0, 0, 0, 0, 1, 2]);
        assert_eq!(t.blanks.get(&NoActual::NotANumber), Some(&2));
        let entry = overview_of(&s, FiscalYear(2022)).entry;
        assert_eq!((entry.expected, entry.entered, entry.unread), (4, 1, 2));
    }

    #[test]
    fn i16_an_average_counts_each_between_nothing_and_a_hundred_and_leaves_blanks_out() {
        let t = whole(&town(&[&["300"], &["50"], &["集計中"], &["0"], &["-900"]]));
        let average = Average {
            value: Some(Decimal::new(375, 1)),
            of: 4,
            left_out: 1,
            above: 1,
            below: 1,
            of_several: 0,
        };
        assert_eq!(t.average, average);
        assert_eq!(
            whole(&town(&[&["－"]])).average,
            Average {
                left_out: 1,
                ..Average::default()
            }
        );
    }

    #[test]
    fn i16_an_average_says_of_how_many_indicators_it_is_whatever_series_they_have() {
        let t = whole(&town(&[&["60", "80", "100"], &["50"], &["－", "集計中"]]));
        assert_eq!(t.series.total, 6);
        assert_eq!((t.average.of, t.average.left_out), (2, 1));
        assert_eq!(t.average.of_several, 1);
        assert_eq!(t.average.value, Some(Decimal::from(65)));
    }

    #[test]
    fn i77_no_single_figure_decides_the_median() {
        let median =
            |actuals: &[&[&str]]| Median::of(&Appraisal::of(&town(actuals), FiscalYear(2022)));
        let usual = median(&[&["60"], &["50"], &["40"], &["80"], &["70", "90"], &["－"]]);
        let of = |value: i64| Median {
            value: Some(Decimal::from(value)),
            of: 5,
            of_several: 1,
        };
        assert_eq!(usual, of(60));
        let far_off = median(&[
            &["60"],
            &["50"],
            &["-9000"],
            &["80"],
            &["70", "90"],
            &["－"],
        ]);
        assert_eq!(far_off, of(60));
        let four = median(&[&["60"], &["50"], &["40"], &["80"]]);
        assert_eq!((four.value, four.of), (None, 4));
        let even = median(&[&["60"], &["50"], &["40"], &["80"], &["70"], &["90"]]);
        assert_eq!(even.value, Some(Decimal::from(65)));
    }

    #[test]
    fn i17_an_indicator_of_two_goals_counts_once_in_the_whole() {
        let mut s = town(&[&["50"], &["50"]]);
        let both = vec![Id::new(1), Id::new(2)];
        s.goals.insert(Goal {
            targets: both.clone(),
            ..goal(1, "一")
        });
        s.goals.insert(Goal {
            targets: vec![Id::new(1)],
            ..goal(2, "二")
        });
        s.measures.insert(Measure {
            kpis: both,
            ..measure(1, 2, "施策")
        });
        let seen = overview_of(&s, FiscalYear(2022));
        assert_eq!(seen.whole.indicators.total, 2);
        let total = |goal: usize| {
            let tally = &seen.goals[goal].tally;
            [&tally.targets, &tally.kpis, &tally.all].map(|t| t.indicators.total)
        };
        assert_eq!(total(0), [2, 0, 2]);
        assert_eq!(total(1), [1, 2, 2]);
    }

    #[test]
    fn i18_an_indicator_is_as_good_as_its_worst_series() {
        let s = town(&[&["100", "30"], &["50", "集計中"], &["集計中", "－"]]);
        let appraisal = Appraisal::of(&s, FiscalYear(2022));
        let marks: Vec<_> = appraisal
            .indicators
            .values()
            .map(|one| one.band().map_or("", |b| b.mark.as_str()).to_owned())
            .collect();
        assert_eq!(marks, ["△", "○", "－"]);
        let t = whole(&s);
        assert_eq!((t.indicators.total, t.indicators.known), (3, 2));
        assert_eq!((t.series.total, t.series.known, t.entered), (6, 3, 3));
        assert_eq!(t.as_wished, 2);
    }

    #[test]
    fn i19_what_people_gave_stands_beside_what_was_computed() {
        let mut s = town(&[&["30"], &["30"], &["30"]]);
        for (id, mark) in [(1, "○"), (2, "Ａ")] {
            let mut k = Indicator::clone(
                s.get(Id::<Indicator>::new(id))
                    .map(|k| &**k)
                    .unwrap_or(&indicator(id, "")),
            );
            let rating = GivenRating {
                mark: mark.into(),
                reason: "秋に回復した".into(),
                by: "有識者会議".into(),
            };
            k.ratings.insert(FiscalYear(2022), rating);
            s.indicators.insert(k);
        }
        let appraisal = Appraisal::of(&s, FiscalYear(2022));
        let one = |id: u64| &appraisal.indicators[&Id::new(id)];
        let mark = |given: Option<&crate::rating::Given>| given.map(|b| b.mark.clone());
        assert_eq!(mark(one(1).band()).as_deref(), Some("○"));
        assert_eq!(mark(one(1).verdict.computed.as_ref()).as_deref(), Some("△"));
        assert_eq!(
            mark(one(2).band()).as_deref(),
            Some("△"),
            "a mark the rule set does not know"
        );
        assert_eq!(whole(&s).by_hand, 1);
    }
}
