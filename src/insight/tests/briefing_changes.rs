//! I122–I124: what changed since a briefing, by weight.

use edit::FigureCell;
use fixtures::sample;
use insight::briefing_changes::*;
use strategy::*;
use words::value;

const YEAR: FiscalYear = FiscalYear(2024);

fn told(before: &Strategy, now: &Strategy) -> Vec<WeighedChange> {
    briefing_changes(before, now, YEAR, value::display)
}

/// Makes an edit of a plan.
fn edited(
    s: &Strategy,
    make: impl FnOnce(&Strategy) -> Result<edit::Edit, edit::Refusal>,
) -> Strategy {
    let mut changed = s.clone();
    make(s).unwrap().apply(&mut changed).unwrap();
    changed
}

#[test]
fn i124_a_plan_that_says_the_same_has_no_changes() {
    let s = sample("mihon");
    assert_eq!(told(&s, &s), []);
    let marked = edited(&s, |s| {
        edit::mark_briefed(s, Date("2026-04-10".into()), "v")
    });
    assert_eq!(told(&s, &marked), [], "the mark itself is none (I123)");
}

#[test]
fn i122_the_heaviest_change_stands_first() {
    let before = sample("mihon");
    let goal = before.goals.sorted()[0].id;
    let mut now = edited(&before, |s| {
        edit::set(s, goal, edit::Field::Direction, |goal| {
            goal.direction = "書き直した方向性".into();
        })
    });
    // The actual of an indicator that is rated well falls to nothing.
    let rated = insight::appraisal::Appraisal::of(&before, YEAR);
    let well = before.series.sorted().into_iter().find(|series| {
        let indicator = before.get(series.indicator).unwrap();
        let band = rated.get(series.indicator).and_then(|one| one.band());
        band.is_some_and(|band| band.place == 0)
            && indicator.desired == Some(Desired::Increase)
            && series.actuals.contains_key(&YEAR)
    });
    let series = well.unwrap().id;
    now = edited(&now, |s| {
        edit::set_cell(s, series, FigureCell::Actual(YEAR), "0")
    });
    let all = told(&before, &now);
    let weights: Vec<_> = all.iter().map(|one| one.weight).collect();
    assert_eq!(
        weights,
        [ChangeWeight::Fell, ChangeWeight::Actual, ChangeWeight::Text]
    );
    let sentences: Vec<_> = all.iter().map(words::briefing::change).collect();
    assert!(sentences[0].contains("下がりました"), "{sentences:?}");
    assert!(
        sentences[1].contains("「0」に変わりました"),
        "{sentences:?}"
    );
    assert!(
        sentences[2].contains("方向性が書き直されました"),
        "{sentences:?}"
    );
    let back = told(&now, &before);
    assert_eq!(back[0].weight, ChangeWeight::Rose);
}

#[test]
fn i123_what_goes_with_a_record_is_not_told_again() {
    let before = sample("mihon");
    let indicator = before.indicators.sorted()[0].id;
    let mut now = before.clone();
    for series in before.series.under(indicator) {
        now.series.remove(series.id);
    }
    now.indicators.remove(indicator);
    let records = told(&before, &now);
    let gone = |one: &&WeighedChange| one.weight == ChangeWeight::Record;
    assert_eq!(records.iter().filter(gone).count(), 1, "{records:?}");
}
