//! The office's year: the state of each step (rules I83 and I84).

use edit::*;
use format::json::read;
use insight::office_year::*;
use strategy::*;

use fixtures::arbitrary;

const R8: FiscalYear = FiscalYear(2026);

fn mihon() -> Strategy {
    let bytes = include_bytes!("../../../public/samples/mihon.json");
    read(bytes).unwrap_or_else(|why| panic!("{why:?}"))
}

fn day(text: &str) -> Date {
    Date(text.to_owned())
}

fn names(step: YearStep, title: &str) -> bool {
    step == YearStep::Council && title.contains("議会")
}

fn year(s: &Strategy, today: &str) -> OfficeYear {
    OfficeYear::of(s, &day(today), names).unwrap_or_else(|| panic!("{today} is a day"))
}

fn step(year: &OfficeYear, step: YearStep) -> &OfficeStep {
    let mut steps = year.steps.iter();
    steps
        .find(|one| one.step == step)
        .unwrap_or_else(|| panic!("{step:?}"))
}

fn made(mut s: Strategy, edit: Result<Edit, Refusal>) -> Strategy {
    let edit = edit.unwrap_or_else(|why| panic!("{why:?}"));
    edit.apply(&mut s).unwrap_or_else(|why| panic!("{why:?}"));
    s
}

#[test]
fn i83_the_steps_stand_by_month_from_april_on() {
    let months = |s: &Strategy| -> Vec<u8> {
        let steps = year(s, "2026-05-10").steps;
        steps.iter().map(|step| step.month.0).collect()
    };
    let mut s = Strategy::default();
    assert_eq!(months(&s), [4, 5, 6, 7, 9, 12, 3]);
    let mut about = About::clone(&s.about());
    about.set_step_month(YearStep::Actuals, Month(8));
    about.set_step_month(YearStep::Council, Month(1));
    about.set_step_month(YearStep::Council, Month(2));
    about.set_step_month(YearStep::Reviews, Month(5));
    assert_eq!(about.step_months.len(), 2, "the usual month is not kept");
    s.about.insert(about);
    assert_eq!(months(&s), [5, 6, 7, 8, 9, 2, 3]);
    assert_eq!(year(&s, "2027-03-31").year, R8);
    assert_eq!(OfficeYear::of(&s, &day("きょう"), names), None);
}

#[test]
fn i83_a_plan_with_nothing_asks_for_nothing() {
    let year = year(&Strategy::default(), "2026-05-10");
    let progress: Vec<_> = year.steps.iter().map(OfficeStep::progress).collect();
    use StepProgress::*;
    // The period of an empty plan began in 令和7年度, so that year can be closed.
    assert_eq!(
        progress,
        [Nothing, Nothing, Unknown, Open, Nothing, Unknown, Unknown]
    );
    let start = |of| year.start_of(step(&year, of));
    assert_eq!(start(YearStep::Actuals), StepStart::Actuals(None));
    let nothing_to_plan = StepStart::NextPlan {
        year: None,
        makes_next: false,
    };
    assert_eq!(start(YearStep::NextPlan), nothing_to_plan);
}

#[test]
fn i83_actuals_and_sheets_are_counted() {
    let mut s = mihon();
    let judged = s.about().period.last;
    let today = format!("{}-05-10", judged.next().0);
    let before = year(&s, &today);
    assert_eq!(before.judged(), judged);
    let StepFacts::Actuals { awaited, expected } = step(&before, YearStep::Actuals).facts else {
        panic!("{before:?}");
    };
    assert!(
        awaited > 0 && awaited <= expected,
        "{awaited} of {expected}"
    );
    assert!(step(&before, YearStep::Actuals).is_late());
    let start = |year: &OfficeYear, of| year.start_of(step(year, of));
    assert_eq!(
        start(&before, YearStep::Actuals),
        StepStart::Actuals(Some(judged))
    );
    assert_eq!(
        start(&before, YearStep::Closing),
        StepStart::Closing(judged)
    );
    let StepFacts::Reviews { first, .. } = step(&before, YearStep::Reviews).facts else {
        panic!("{before:?}");
    };
    assert_eq!(
        start(&before, YearStep::Reviews),
        StepStart::Reviews(judged, first)
    );
    assert_eq!(before.next().map(|step| step.step), Some(YearStep::Actuals));
    for mut series in s
        .series
        .iter()
        .map(|s| Series::clone(s))
        .collect::<Vec<_>>()
    {
        series.actuals.insert(judged, Figure::read("1"));
        s.series.insert(series);
    }
    let after = year(&s, &today);
    assert_eq!(
        step(&after, YearStep::Actuals).progress(),
        StepProgress::Done
    );
    assert_ne!(after.next().map(|step| step.step), Some(YearStep::Actuals));
    let closed = made(s.clone(), close_year(&s, judged, day(&today), ""));
    let closing = |s: &Strategy| step(&year(s, &today), YearStep::Closing).progress();
    assert_eq!(
        (closing(&s), closing(&closed)),
        (StepProgress::Open, StepProgress::Done)
    );
}

#[test]
fn i83_next_years_plan_names_measures_without_a_sheet() {
    let s = mihon();
    let newest = insight::sheets::editions(&s).into_keys().next_back();
    let newest = newest.unwrap_or_else(|| panic!("it has sheets"));
    let today = format!("{}-09-10", newest.0);
    let of = |s: &Strategy| step(&year(s, &today), YearStep::NextPlan).facts.clone();
    let count = insight::sheets::editions(&s)[&newest];
    // The year after it is not of the plan.
    assert_eq!(of(&s), StepFacts::Nothing);
    let mut number = 90_000;
    let edit = roll(&s, newest, &mut || {
        number += 1;
        number
    });
    let rolled = made(s.clone(), edit);
    let all = StepFacts::NextPlan {
        made: count,
        missing: 0,
    };
    assert_eq!(of(&rolled), all);
    let start = |s: &Strategy, year_of: FiscalYear| {
        let year = year(s, &format!("{}-09-10", year_of.0));
        year.start_of(step(&year, YearStep::NextPlan))
    };
    let from = |year: FiscalYear, makes_next| StepStart::NextPlan {
        year: Some(year),
        makes_next,
    };
    // As long as a sheet of the next year is missing, it is made from this year; then it is shown itself.
    let before = newest.previous();
    assert_eq!(start(&s, before), from(before, true));
    assert_eq!(start(&rolled, newest), from(newest.next(), false));
}

#[test]
fn i83_what_only_the_timetable_tells_follows_its_item() {
    let mut s = Strategy::default();
    let at = |month, third| Jun {
        year: 2026,
        month: Month(month),
        third,
    };
    let item = |id, month, done| TimetableItem {
        id: Id::new(id),
        lane: Id::new(1),
        title: "９月議会".into(),
        from: at(month, Third::Early),
        to: at(month, Third::Late),
        done,
        ..TimetableItem::default()
    };
    let council = |s: &Strategy, today: &str| {
        let year = year(s, today);
        let step = step(&year, YearStep::Council);
        (step.progress(), step.timing)
    };
    s.timetable.insert(item(1, 3, false));
    assert_eq!(
        council(&s, "2026-09-15").0,
        StepProgress::Unknown,
        "it is of the year before"
    );
    s.timetable.insert(item(2, 9, false));
    for (today, timing) in [
        ("2026-08-31", Timing::Ahead),
        ("2026-09-15", Timing::Now),
        ("2026-10-01", Timing::Late),
    ] {
        assert_eq!(council(&s, today), (StepProgress::Open, timing), "{today}");
    }
    s.timetable.insert(item(2, 9, true));
    assert_eq!(council(&s, "2026-10-01").0, StepProgress::Done);
}

#[test]
fn i84_any_plan_has_an_answer() {
    for seed in 0..60 {
        let s = arbitrary::strategy(seed, 6);
        for today in ["2025-04-01", "2026-11-26", "2027-03-31"] {
            let year = year(&s, today);
            assert_eq!(year.steps.len(), YearStep::ALL.len());
            if let Some(next) = year.next() {
                assert_eq!(next.progress(), StepProgress::Open);
                let is_earlier = |step: &&OfficeStep| step.is_late() && step.step != next.step;
                let late = year.steps.iter().find(is_earlier);
                assert!(late.is_none() || next.timing != Timing::Ahead);
            }
        }
    }
}
