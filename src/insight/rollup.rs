//! 集計: counts first; an average only of what is known, each capped at 100.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::appraisal::{Appraisal, Appraised};
use super::exact;
use super::progress::NoActual;
use super::rating::Rated;
use crate::strategy::*;

/// How many fall in each band.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

    /// 構成比 of the bands, then of those without one: whole percentages that add to 100.
    pub fn shares(&self) -> Vec<u32> {
        let mut counts = self.bands.clone();
        counts.push(self.without_band);
        exact::shares(&counts)
    }
}

/// 平均進捗率, and of how many it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Average {
    /// In percent; each indicator counts for at most 100. `None`: nothing to take it of.
    pub value: Option<Decimal>,
    /// How many indicators went in.
    pub of: usize,
    /// How many had no 進捗率 and were left out.
    pub left_out: usize,
    /// How many were over 100 and counted as 100.
    pub capped: usize,
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
    /// Indicators of which it can be said whether they do.
    pub told: usize,
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
        let ids: BTreeSet<Id<Indicator>> = indicators.into_iter().collect();
        let all: Vec<&Appraised> = ids.iter().filter_map(|id| appraisal.get(*id)).collect();
        let mut tally = Self {
            indicators: Counts::new(&appraisal.rules),
            series: Counts::new(&appraisal.rules),
            average: average(&all),
            ..Self::default()
        };
        for one in all {
            tally.add(one);
        }
        tally
    }

    fn add(&mut self, one: &Appraised) {
        self.indicators
            .add(one.band().map(|b| b.place), one.is_known());
        self.by_hand += usize::from(one.by_hand.as_ref().is_some_and(|h| h.band.is_some()));
        if let Some(as_wished) = one.as_wished() {
            self.told += 1;
            self.as_wished += usize::from(as_wished);
        }
        for (_, rated) in &one.series {
            self.series
                .add(rated.band.as_ref().map(|b| b.place), rated.is_known());
            match &rated.standing.actual {
                Ok(_) => self.entered += 1,
                Err(why) => *self.blanks.entry(*why).or_default() += 1,
            }
        }
    }
}

/// The mean 進捗率 of an indicator's series that have one, each capped at 100; whether one was capped.
fn rate_of(one: &Appraised) -> Option<(Decimal, bool)> {
    let rates = || {
        one.series
            .iter()
            .filter_map(|(_, rated): &(_, Rated)| rated.standing.rate())
    };
    let mean = exact::mean(rates().map(|rate| rate.min(Decimal::ONE_HUNDRED)))?;
    Some((mean, rates().any(|rate| rate > Decimal::ONE_HUNDRED)))
}

/// 平均進捗率 (I16): blanks and whatever has no rate are left out, never counted as nothing.
fn average(all: &[&Appraised]) -> Average {
    let rates: Vec<(Decimal, bool)> = all.iter().filter_map(|one| rate_of(one)).collect();
    Average {
        value: exact::mean(rates.iter().map(|(rate, _)| *rate)),
        of: rates.len(),
        left_out: all.len() - rates.len(),
        capped: rates.iter().filter(|(_, capped)| *capped).count(),
    }
}

/// What counts for a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalTally {
    /// The goal.
    pub goal: Id<Goal>,
    /// 数値目標.
    pub targets: Tally,
    /// KPI of its measures.
    pub kpis: Tally,
    /// Both together, each indicator once.
    pub all: Tally,
}

/// The whole strategy in one year, goal by goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollup {
    /// The year.
    pub year: FiscalYear,
    /// Each goal, in order.
    pub goals: Vec<GoalTally>,
    /// Each measure.
    pub measures: BTreeMap<Id<Measure>, Tally>,
    /// Every indicator of the strategy, each once.
    pub whole: Tally,
}

impl Rollup {
    /// Counts goal by goal, measure by measure, and the whole.
    pub fn of(strategy: &Strategy, appraisal: &Appraisal) -> Self {
        let measures = strategy.measures.by_parent();
        let goals = strategy.goals.sorted().into_iter().map(|goal| {
            let under = measures.get(&goal.id).into_iter().flatten();
            let kpis: Vec<Id<Indicator>> = under.flat_map(|m| m.kpis.iter().copied()).collect();
            let targets = goal.targets.iter().copied();
            GoalTally {
                goal: goal.id,
                targets: Tally::of(appraisal, targets.clone()),
                kpis: Tally::of(appraisal, kpis.iter().copied()),
                all: Tally::of(appraisal, targets.chain(kpis)),
            }
        });
        Self {
            year: appraisal.year,
            goals: goals.collect(),
            measures: strategy
                .measures
                .iter()
                .map(|m| (m.id, Tally::of(appraisal, m.kpis.iter().copied())))
                .collect(),
            whole: Tally::of(appraisal, strategy.indicators.ids()),
        }
    }
}

#[cfg(test)]
pub(in crate::insight) mod tests {
    use super::*;
    use crate::insight::sample::*;

    /// Rising from 0 to 100 over 2020–2024, with these actuals in 2022.
    pub fn town(actuals: &[&[&str]]) -> Strategy {
        let mut s = Strategy::default();
        s.about.insert(About {
            period: Period {
                first: FiscalYear(2020),
                last: FiscalYear(2024),
            },
            ..About::default()
        });
        let mut row = 0;
        for (index, texts) in (1u64..).zip(actuals) {
            s.indicators.insert(Indicator {
                desired: Some(Desired::Increase),
                ..indicator(index, "指標")
            });
            for text in *texts {
                row += 1;
                let mut series = series(row, index, "");
                series.baseline = Some(Baseline {
                    figure: Figure::read("0"),
                    at: None,
                });
                series.targets.insert(FiscalYear(2024), Figure::read("100"));
                series.actuals.insert(FiscalYear(2022), Figure::read(text));
                s.series.insert(series);
            }
        }
        s
    }

    fn whole(s: &Strategy) -> Tally {
        Rollup::of(s, &Appraisal::of(s, FiscalYear(2022))).whole
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
        assert_eq!(t.indicators.bands, [1, 2, 1, 1, 2, 0]);
        assert_eq!((t.indicators.known, t.indicators.total), (5, 7));
        assert_eq!(t.entered, 5);
        assert_eq!(
            t.blanks.get(&NoActual::Missing(Missing::Counting)),
            Some(&1)
        );
        assert_eq!((t.as_wished, t.told), (4, 5));
        assert_eq!(t.indicators.shares().iter().sum::<u32>(), 100);
    }

    #[test]
    fn i16_an_average_caps_each_at_a_hundred_and_leaves_blanks_out() {
        let t = whole(&town(&[&["300"], &["50"], &["集計中"], &["0"]]));
        assert_eq!(t.average.value, Some(Decimal::from(50)));
        assert_eq!(
            (t.average.of, t.average.left_out, t.average.capped),
            (3, 1, 1)
        );
        assert_eq!(
            whole(&town(&[&["－"]])).average,
            Average {
                left_out: 1,
                ..Average::default()
            }
        );
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
        let rollup = Rollup::of(&s, &Appraisal::of(&s, FiscalYear(2022)));
        assert_eq!(rollup.whole.indicators.total, 2);
        assert_eq!(rollup.goals[0].targets.indicators.total, 2);
        assert_eq!(rollup.goals[1].targets.indicators.total, 1);
        assert_eq!(rollup.goals[1].all.indicators.total, 2);
        assert_eq!(rollup.measures[&Id::new(1)].indicators.total, 2);
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
        let mark = |given: Option<&crate::insight::rating::Given>| given.map(|b| b.mark.clone());
        assert_eq!(mark(one(1).band()).as_deref(), Some("○"));
        assert_eq!(mark(one(1).computed.as_ref()).as_deref(), Some("△"));
        assert!(one(1).hand_differs() && !one(3).hand_differs());
        assert_eq!(
            mark(one(2).band()).as_deref(),
            Some("△"),
            "a mark the rule set does not know"
        );
        assert_eq!(whole(&s).by_hand, 1);
    }
}
