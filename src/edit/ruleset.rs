//! 評価区分 of the town, and the ratings that people give.

use super::{Edit, Field, Refusal, set};
use strategy::*;

/// Makes this the rule set of the town.
pub fn adopt_rules(strategy: &Strategy, rules: RuleSet) -> Result<Edit, Refusal> {
    set(strategy, About::ID, Field::RuleSet, |about| {
        about.ruleset = Some(rules);
    })
}

/// Changes a rule set, and makes it that of the town. A pattern whose bands are changed becomes the town's own, with the
/// name that `own` gives it.
pub fn change_rules(
    strategy: &Strategy,
    mut rules: RuleSet,
    own: impl FnOnce(&str) -> String,
    change: impl FnOnce(&mut RuleSet),
) -> Result<Edit, Refusal> {
    let before = rules.bands.clone();
    change(&mut rules);
    if rules.bands != before && !rules.id.is_empty() {
        rules.id.clear();
        rules.name = own(&rules.name);
    }
    adopt_rules(strategy, rules)
}

/// Gives an indicator a mark for a year; without a mark the whole rating is taken back.
pub fn give_rating(
    strategy: &Strategy,
    id: Id<Indicator>,
    year: FiscalYear,
    mark: String,
) -> Result<Edit, Refusal> {
    set(strategy, id, Field::Rating(year), |one| {
        if mark.is_empty() {
            one.ratings.remove(&year);
        } else {
            one.ratings.entry(year).or_default().mark = mark;
        }
    })
}
