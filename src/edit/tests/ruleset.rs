//! 評価区分 and the ratings that people give.

use strategy::*;

fn rules(id: &str) -> RuleSet {
    RuleSet {
        id: id.to_owned(),
        name: "標準".to_owned(),
        bands: vec![Band::default(), Band::default()],
        ..RuleSet::default()
    }
}

/// The rule set of a town that changed one with this id.
fn changed(id: &str, change: impl FnOnce(&mut RuleSet)) -> RuleSet {
    let mut plan = Strategy::default();
    let own = |name: &str| format!("{name}をもとにした町の区分");
    let edit = edit::change_rules(&plan, rules(id), own, change).unwrap();
    edit.apply(&mut plan).unwrap();
    plan.about().ruleset.clone().unwrap()
}

#[test]
fn a_pattern_whose_bands_change_becomes_the_towns_own() {
    let word = |rules: &mut RuleSet| rules.bands[0].word = "順調".to_owned();
    let own = changed("standard", word);
    assert_eq!((&*own.id, &*own.name), ("", "標準をもとにした町の区分"));
    assert_eq!(own.bands[0].word, "順調");
    // A set that is the town's already keeps its name, and a pattern without another band stays one.
    assert_eq!(changed("", word).name, "標準");
    let source = changed("standard", |rules| rules.source = "町".to_owned());
    assert_eq!((&*source.id, &*source.name), ("standard", "標準"));
}

#[test]
fn a_rating_without_a_mark_is_taken_back_with_its_reason() {
    let (id, year) = (Id::<Indicator>::new(1), FiscalYear(2024));
    let mut plan = Strategy::default();
    plan.indicators.insert(Indicator {
        id,
        ..Indicator::default()
    });
    let mut give = |mark: &str| {
        let edit = edit::give_rating(&plan, id, year, mark.to_owned()).unwrap();
        edit.apply(&mut plan).unwrap();
        plan.get(id).unwrap().ratings.clone()
    };
    assert_eq!(give("A")[&year].mark, "A");
    assert_eq!(give("B")[&year].mark, "B");
    assert!(give("").is_empty());
}
