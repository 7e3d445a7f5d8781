//! ほかの評価区分では: the same figures under another rule set.

use super::appraisal::{Appraisal, Appraised, rules_of};
use super::presets::presets;
use super::rating::{Given, find};
use super::rollup::Counts;
use strategy::*;

/// A rule set tried on the strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSetOutcome {
    /// The rule set.
    pub rules: RuleSet,
    /// Number of indicators in each of its bands.
    pub counts: Counts,
    /// Those no band of it fits.
    pub without_band: Vec<Id<Indicator>>,
    /// Number of indicators in another class than under the town's own rule set.
    pub changed: usize,
}

/// The computed band of an indicator under another rule set.
fn under(one: &Appraised, rules: &RuleSet) -> Option<Given> {
    if one.series.is_empty() {
        let blank = |band: &Band| band.states.contains(&State::NoActual);
        return Given::of(rules, rules.bands.iter().position(blank)?);
    }
    let places = one
        .series
        .iter()
        .filter_map(|(_, rated)| find(&rated.status, rules).0);
    let tone = |place: &usize| rules.bands.get(*place).map_or(Tone::None, |band| band.tone);
    let known = places
        .clone()
        .filter(|place| tone(place) != Tone::None)
        .max();
    Given::of(rules, known.or_else(|| places.clone().next())?)
}

fn class(given: &Option<Given>) -> Tone {
    given.as_ref().map_or(Tone::None, |band| band.tone)
}

/// Number of indicators whose class (達成・順調・注意・悪い・評価なし) another rule set changes (I26).
/// Ratings given by people are left aside: they belong to the town's own rule set.
fn changed(now: &Appraisal, rules: &RuleSet) -> usize {
    let changes = |one: &&Appraised| class(&one.verdict.computed) != class(&under(one, rules));
    now.indicators.values().filter(changes).count()
}

/// The town's own rule set and every pattern, tried on a year.
pub fn try_all(strategy: &Strategy, year: FiscalYear) -> Vec<RuleSetOutcome> {
    let own = rules_of(strategy);
    let now = Appraisal::by(strategy, year, own.clone());
    let patterns = presets()
        .into_iter()
        .filter(|rules| rules.bands != own.bands);
    let all = std::iter::once(own.clone()).chain(patterns);
    all.map(|rules| {
        let mut counts = Counts::new(&rules);
        let mut without_band = Vec::new();
        for (id, one) in &now.indicators {
            let band = under(one, &rules);
            counts.add(band.as_ref().map(|b| b.place), class(&band) != Tone::None);
            without_band.extend(band.is_none().then_some(*id));
        }
        RuleSetOutcome {
            without_band,
            changed: changed(&now, &rules),
            counts,
            rules,
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::town;

    #[test]
    fn i26_a_rule_set_with_other_limits_changes_a_class() {
        let s = town(&[&["100"], &["50"], &["48", "20"], &["集計中"]]);
        let tried = try_all(&s, FiscalYear(2022));
        let changed = |id: &str| Some(tried.iter().find(|one| one.rules.id == id)?.changed);
        assert_eq!((changed("standard"), changed("tama")), (Some(0), Some(1)));
    }

    #[test]
    fn i26_every_pattern_counts_every_indicator() {
        let s = town(&[&["100"], &["50"], &["48", "20"], &["集計中"], &["-3"]]);
        let tried = try_all(&s, FiscalYear(2022));
        assert_eq!(tried.len(), presets().len());
        assert_eq!(
            (tried[0].rules.id.as_str(), tried[0].changed),
            ("standard", 0)
        );
        for one in tried {
            let sum: usize = one.counts.bands.iter().sum::<usize>() + one.counts.without_band;
            assert_eq!((sum, one.counts.total), (5, 5), "{}", one.rules.name);
            assert_eq!(one.counts.without_band, one.without_band.len());
        }
    }
}
