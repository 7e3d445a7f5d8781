//! Extending the period, and a revision from its beginning to its decision: rules E70 to E73.

use edit::{Edit, Refusal, RevisionDecision};
use fixtures::arbitrary;
use proptest::{prop_assert_eq, proptest};
use strategy::*;

fn mihon() -> Strategy {
    format::json::read(include_bytes!("../../../public/samples/mihon.json")).unwrap()
}

fn decision() -> RevisionDecision {
    RevisionDecision {
        date: Date("2026-11-26".into()),
        by: "行政経営会議".into(),
        reason: "国の総合戦略を待つため".into(),
    }
}

/// Applies an edit, and sees that taking it back gives the same.
fn applied(s: &Strategy, edit: &Edit) -> Strategy {
    let mut after = s.clone();
    edit.apply(&mut after).unwrap();
    let mut back = after.clone();
    edit.reverse().apply(&mut back).unwrap();
    assert_eq!(&back, s);
    after
}

/// The strategy with the cover of another.
fn with_cover_of(s: &Strategy, other: &Strategy) -> Strategy {
    let mut s = s.clone();
    s.about.insert(About::clone(&other.about()));
    s
}

fn staged(s: &Strategy, stage: Stage) -> Strategy {
    let mut s = s.clone();
    s.about.insert(About {
        stage,
        ..About::clone(&s.about())
    });
    s
}

#[test]
fn e70_an_extension_without_targets_changes_the_cover_alone() {
    let s = mihon();
    let before = s.about().period;
    let last = FiscalYear(before.last.0 + 2);
    let edit = edit::extend_period(&s, "延長", last, &decision(), &[], "v1").unwrap();
    let after = applied(&s, &edit);
    assert_eq!(after.about().period.last, last);
    assert_eq!(after.about().period.first, before.first);
    let kept = &after.about().revisions[0];
    let told = kept.extension.as_ref().unwrap();
    assert_eq!((told.from, told.to), (before.last, last));
    assert_eq!((kept.before.as_str(), kept.decided.is_some()), ("v1", true));
    assert_eq!(with_cover_of(&after, &s), s);
}

#[test]
fn e71_a_target_of_a_decided_plan_is_kept_with_its_decision() {
    let last = FiscalYear(2040);
    for (stage, changes) in [(Stage::Running, 1), (Stage::Draft, 0)] {
        let s = staged(&mihon(), stage);
        let series = s.series.sorted()[0].clone();
        let old = s.get(series.indicator).unwrap().changes.len();
        let targets = [(series.id, Figure::read("400人"))];
        let edit = edit::extend_period(&s, "延長", last, &decision(), &targets, "").unwrap();
        let after = applied(&s, &edit);
        let told = after.get(series.id).unwrap().targets.get(&last);
        assert_eq!(told.map(Figure::text), Some("400人"));
        let indicator = after.get(series.indicator).unwrap();
        assert_eq!(indicator.changes.len(), old + changes);
        let mut same = Series::clone(after.get(series.id).unwrap());
        same.targets.remove(&last);
        assert_eq!(same, *series);
    }
}

#[test]
fn e72_an_extension_is_longer_and_has_date_decider_and_reason() {
    let s = mihon();
    let last = s.about().period.last;
    let tried = |year: FiscalYear, decision: &RevisionDecision| {
        edit::extend_period(&s, "延長", year, decision, &[], "").unwrap_err()
    };
    assert_eq!(tried(last, &decision()), Refusal::PeriodNotLonger);
    assert_eq!(
        tried(FiscalYear(last.0 + 40), &decision()),
        Refusal::PeriodNotLonger
    );
    let blank = RevisionDecision {
        by: " ".into(),
        ..decision()
    };
    assert_eq!(tried(last.next(), &blank), Refusal::RevisionWithoutReason);
}

#[test]
fn e73_a_revision_is_begun_once_then_decided_or_dropped() {
    let day = || Date("2026-11-26".into());
    let draft = staged(&mihon(), Stage::Draft);
    let begin = |s: &Strategy| edit::begin_revision(s, "中間見直し", day(), "社会情勢の変化", "v1");
    assert_eq!(begin(&draft).unwrap_err(), Refusal::NotDecided);
    let s = staged(&draft, Stage::Running);
    assert_eq!(
        edit::decide_revision(&s, day(), "町長", "").unwrap_err(),
        Refusal::NoRevisionOpen
    );
    let begun = applied(&s, &begin(&s).unwrap());
    assert_eq!(begun.about().stage, Stage::Revising);
    assert_eq!(begin(&begun).unwrap_err(), Refusal::RevisionOpen);
    let dropped = applied(&begun, &edit::drop_revision(&begun).unwrap());
    assert_eq!(dropped, s);
    assert_eq!(
        edit::decide_revision(&begun, day(), "", "").unwrap_err(),
        Refusal::RevisionWithoutReason
    );
    let edit = edit::decide_revision(&begun, day(), "町長", "v2").unwrap();
    let decided = applied(&begun, &edit);
    let about = decided.about();
    assert_eq!((about.stage, about.open_revision()), (Stage::Running, None));
    assert_eq!(about.revisions[0].after, "v2");
    assert_eq!(with_cover_of(&decided, &s), s);
}

#[test]
fn e73_a_plan_that_has_ended_stays_so_once_its_revision_is_decided_or_dropped() {
    let day = || Date("2026-11-26".into());
    let s = staged(&mihon(), Stage::Running);
    let begin = edit::begin_revision(&s, "中間見直し", day(), "社会情勢の変化", "v1");
    let ended = staged(&applied(&s, &begin.unwrap()), Stage::Ended);
    assert_eq!(ended.about().told_stage(), Stage::Revising);
    for edit in [
        edit::drop_revision(&ended).unwrap(),
        edit::decide_revision(&ended, day(), "町長", "v2").unwrap(),
    ] {
        let about = applied(&ended, &edit).about();
        assert_eq!([about.stage, about.told_stage()], [Stage::Ended; 2]);
    }
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn e70_any_plan_is_extended_and_taken_back(seed: u64, years in 1..8_i32, text in "[0-9]{1,4}人?") {
        let mut s = arbitrary::strategy(seed, 3);
        let first = FiscalYear(2025);
        s.about.insert(About {
            period: Period { first, last: FiscalYear(2029) },
            ..About::clone(&s.about())
        });
        let last = FiscalYear(2029 + years);
        let targets: Vec<_> = s.series.iter().map(|one| (one.id, Figure::read(&text))).collect();
        let edit = edit::extend_period(&s, "延長", last, &decision(), &targets, "").unwrap();
        let after = applied(&s, &edit);
        // Figures of every year but the new last one, sheets and closings are as they were.
        prop_assert_eq!(&after.sheets, &s.sheets);
        prop_assert_eq!(&after.about().closings, &s.about().closings);
        for one in s.series.iter() {
            let now = after.get(one.id).unwrap();
            prop_assert_eq!(&now.actuals, &one.actuals);
            let others = |series: &Series| {
                let mut targets = series.targets.clone();
                targets.remove(&last);
                targets
            };
            prop_assert_eq!(others(now), others(one));
            prop_assert_eq!(now.targets.get(&last).map(Figure::text), Some(text.as_str()));
        }
    }
}
