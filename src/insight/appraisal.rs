//! 評価の一覧: every indicator rated for one year, by the town's rule set.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::presets;
use super::progress::standing;
use super::rating::{Given, Rated, rate};
use crate::strategy::*;

/// One indicator in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraised {
    /// Each series, in order.
    pub series: Vec<(Id<Series>, Rated)>,
    /// The band of the indicator: the worst of its series' (I18). `None`: no band fits any.
    pub computed: Option<Given>,
    /// How many series have a rating.
    pub known: usize,
    /// The rating people gave, beside the computed one.
    pub by_hand: Option<ByHand>,
}

/// A rating given by people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    /// The rating as entered.
    pub rating: GivenRating,
    /// The band it names; `None`: no band of the rule set has this mark.
    pub band: Option<Given>,
}

impl Appraised {
    /// 評価: what people gave where they gave one the rule set knows, else what was computed (I19).
    pub fn band(&self) -> Option<&Given> {
        let by_hand = self.by_hand.as_ref().and_then(|hand| hand.band.as_ref());
        by_hand.or(self.computed.as_ref())
    }

    /// Whether it is rated at all: a band that is more than 評価なし.
    pub fn is_known(&self) -> bool {
        self.band().is_some_and(|band| band.tone != Tone::None)
    }

    /// Whether what people gave is another band than the computed one.
    pub fn hand_differs(&self) -> bool {
        let by_hand = self.by_hand.as_ref().and_then(|hand| hand.band.as_ref());
        by_hand.is_some_and(|band| self.computed.as_ref().map(|c| c.place) != Some(band.place))
    }

    /// めざす向きに進んでいる: every series of which it can be said does; `None`: of none can it be said.
    pub fn as_wished(&self) -> Option<bool> {
        let said = self
            .series
            .iter()
            .filter_map(|(_, rated)| rated.standing.as_wished());
        said.reduce(|all, one| all && one)
    }

    /// How many series have a number for the year.
    pub fn with_actual(&self) -> usize {
        self.series
            .iter()
            .filter(|(_, rated)| rated.standing.actual.is_ok())
            .count()
    }

    /// The series whose rating is the indicator's computed one; the first of them.
    pub fn decisive(&self) -> Option<&(Id<Series>, Rated)> {
        let place = self.computed.as_ref().map(|band| band.place);
        self.series
            .iter()
            .find(|(_, rated)| rated.band.as_ref().map(|b| b.place) == place)
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
    let series: Vec<_> = series
        .iter()
        .map(|s| (s.id, rate(standing(indicator, s, period, year), rules)))
        .collect();
    let by_hand = indicator.ratings.get(&year).map(|rating| ByHand {
        band: Given::marked(rules, rating.mark.trim()),
        rating: rating.clone(),
    });
    Appraised {
        computed: worst(&series).or_else(|| nothing_entered(&series, rules)),
        known: series.iter().filter(|(_, rated)| rated.is_known()).count(),
        series,
        by_hand,
    }
}

/// The lowest band among the series that have a rating; where none has, the first band there is.
fn worst(series: &[(Id<Series>, Rated)]) -> Option<Given> {
    let known = series.iter().filter(|(_, rated)| rated.is_known());
    known
        .filter_map(|(_, rated)| rated.band.as_ref())
        .max_by_key(|band| band.place)
        .or_else(|| series.iter().find_map(|(_, rated)| rated.band.as_ref()))
        .cloned()
}

/// The band of 実績なし, for an indicator without a single series.
fn nothing_entered(series: &[(Id<Series>, Rated)], rules: &RuleSet) -> Option<Given> {
    let blank = |band: &Band| band.states.contains(&State::NoActual);
    let place = rules.bands.iter().position(blank)?;
    series.is_empty().then(|| Given::of(rules, place)).flatten()
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
        let period = strategy.about().period;
        let series = strategy.series.by_parent();
        let mut appraisal = Self::begun(year, rules);
        for indicator in strategy.indicators.iter() {
            let series = series.get(&indicator.id).map_or(&[][..], Vec::as_slice);
            appraisal.add(indicator, series, period);
        }
        appraisal
    }

    /// Nothing rated yet.
    pub(super) fn begun(year: FiscalYear, rules: RuleSet) -> Self {
        Self {
            year,
            rules,
            indicators: BTreeMap::new(),
        }
    }

    /// Rates one more indicator.
    pub(super) fn add(
        &mut self,
        indicator: &Indicator,
        series: &[&Arc<Series>],
        period: Period,
    ) -> &Appraised {
        let rated = appraise(indicator, series, period, self.year, &self.rules);
        self.indicators.entry(indicator.id).or_insert(rated)
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
