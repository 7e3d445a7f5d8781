//! 評価の一覧: every indicator rated for one year, by the town's rule set.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::presets;
use super::progress::progress_status;
use super::rating::{Given, Rated, rate};
use super::verdict::Verdict;
use strategy::*;

/// One indicator in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraised {
    /// Each series, in order.
    pub series: Vec<(Id<Series>, Rated)>,
    /// The rating of the indicator, and what decided it.
    pub verdict: Verdict,
}

impl Appraised {
    /// 評価: the band that counts.
    pub fn band(&self) -> Option<&Given> {
        self.verdict.band()
    }

    /// True if the indicator is rated: its band is more than 評価なし.
    pub fn is_known(&self) -> bool {
        self.verdict.is_known()
    }

    /// めざす向きに進んでいる: every series of which it can be said does; `None`: of none can it be said.
    pub fn as_wished(&self) -> Option<bool> {
        let said = self
            .series
            .iter()
            .filter_map(|(_, rated)| rated.status.as_wished());
        said.reduce(|all, one| all && one)
    }
}

/// Rates one indicator for one year.
pub fn appraise(
    indicator: &Indicator,
    series: &[&Arc<Series>],
    period: Period,
    year: FiscalYear,
    rules: &RuleSet,
) -> Appraised {
    let rated: Vec<_> = series
        .iter()
        .map(|s| {
            (
                s.id,
                rate(progress_status(indicator, s, period, year), rules),
            )
        })
        .collect();
    Appraised {
        verdict: Verdict::of(indicator, series, &rated, rules, year),
        series: rated,
    }
}

/// Each indicator as it is rated in a year by a rule set: rated when it is asked for.
pub fn rated(
    strategy: &Strategy,
    year: FiscalYear,
    rules: &RuleSet,
) -> impl Iterator<Item = (Id<Indicator>, Appraised)> {
    let period = strategy.about().period;
    let series = strategy.series.by_parent();
    strategy.indicators.iter().map(move |indicator| {
        let series = series.under(indicator.id);
        let appraised = appraise(indicator, series, period, year, rules);
        (indicator.id, appraised)
    })
}

/// Every indicator rated for one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraisal {
    /// The year.
    pub year: FiscalYear,
    /// The rule set used.
    pub rules: RuleSet,
    /// Each indicator.
    pub indicators: BTreeMap<Id<Indicator>, Appraised>,
}

impl Appraisal {
    /// By the town's rule set, or the standard one until it chooses.
    pub fn of(strategy: &Strategy, year: FiscalYear) -> Self {
        Self::by(strategy, year, rules_of(strategy))
    }

    /// By another rule set.
    pub fn by(strategy: &Strategy, year: FiscalYear, rules: RuleSet) -> Self {
        let indicators = rated(strategy, year, &rules).collect();
        Self {
            year,
            rules,
            indicators,
        }
    }

    /// By the town's rule set, an indicator at a time.
    pub(super) async fn in_steps(strategy: &Strategy, year: FiscalYear, pace: &Pace) -> Self {
        let rules = rules_of(strategy);
        let mut indicators = BTreeMap::new();
        for (id, appraised) in rated(strategy, year, &rules) {
            indicators.insert(id, appraised);
            pace.step().await;
        }
        Self {
            year,
            rules,
            indicators,
        }
    }

    /// One indicator.
    pub fn get(&self, id: Id<Indicator>) -> Option<&Appraised> {
        self.indicators.get(&id)
    }
}

/// The town's rule set; the standard one until it chooses (or when it has no band).
pub fn rules_of(strategy: &Strategy) -> RuleSet {
    let chosen = strategy.about().ruleset.clone();
    chosen
        .filter(|rules| !rules.bands.is_empty())
        .unwrap_or_else(presets::standard)
}
