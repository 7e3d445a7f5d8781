//! 交付金・寄附: projects, their reviews, their deadlines and forms.

use edit::{Refusal, change_grant_review, offer_deadlines, remember_form, set_grant_period};
use strategy::*;

const PROJECT: Id<GrantProject> = Id::new(1);

fn period(first: i32, last: i32) -> Period {
    Period {
        first: FiscalYear(first),
        last: FiscalYear(last),
    }
}

/// A project with a KPI, an initiative and two papers, one of them with a day.
fn plan() -> Strategy {
    let mut s = Strategy::default();
    s.goals.insert(Goal {
        id: Id::new(1),
        ..Goal::default()
    });
    s.measures.insert(Measure {
        id: Id::new(1),
        goal: Id::new(1),
        ..Measure::default()
    });
    s.initiatives.insert(Initiative {
        id: Id::new(1),
        measure: Id::new(1),
        ..Initiative::default()
    });
    s.indicators.insert(Indicator {
        id: Id::new(1),
        ..Indicator::default()
    });
    s.series.insert(Series {
        id: Id::new(1),
        indicator: Id::new(1),
        ..Series::default()
    });
    let paper = |title: &str, due: Option<&str>| GrantDeadline {
        title: title.to_owned(),
        due: due.map(|due| Date(due.to_owned())),
    };
    s.grant_projects.insert(GrantProject {
        id: PROJECT,
        title: "移住".to_owned(),
        initiatives: vec![Id::new(1)],
        kpis: vec![Id::new(1)],
        deadlines: vec![paper("申請", Some("2026-01-15")), paper("報告", None)],
        ..GrantProject::default()
    });
    s
}

fn made(s: &Strategy, edit: Result<edit::Edit, Refusal>) -> Strategy {
    let (mut after, edit) = (s.clone(), edit.expect("made"));
    edit.apply(&mut after).expect("applies");
    let mut back = after.clone();
    edit.reverse().apply(&mut back).expect("undone");
    assert_eq!(back, *s);
    after
}

fn offered(s: &Strategy) -> Result<edit::Edit, Refusal> {
    let mut next = 100;
    let called = |of: &GrantProject, one: &GrantDeadline| format!("{} {}", of.title, one.title);
    offer_deadlines(s, PROJECT, "交付金", called, || {
        next += 1;
        next
    })
}

#[test]
fn e84_the_years_of_a_project_run_forwards() {
    let s = plan();
    let after = made(&s, set_grant_period(&s, PROJECT, period(2025, 2027)));
    assert_eq!(after.get(PROJECT).unwrap().period, period(2025, 2027));
    let refused = set_grant_period(&s, PROJECT, period(2027, 2025));
    assert_eq!(refused.unwrap_err(), Refusal::Breaks(Flaw::PeriodReversed));
}

#[test]
fn e85_a_review_without_a_word_is_none() {
    let s = plan();
    let year = FiscalYear(2025);
    let write = |s: &Strategy, text: &str| {
        change_grant_review(s, PROJECT, year, |review| review.cause = text.to_owned())
    };
    let after = made(&s, write(&s, "窓口を増やした"));
    assert_eq!(
        after.get(PROJECT).unwrap().reviews[&year].cause,
        "窓口を増やした"
    );
    let gone = made(&after, write(&after, ""));
    assert_eq!(gone, s);
}

#[test]
fn e86_a_deadline_is_one_item_of_the_timetable_and_follows_its_day() {
    let s = plan();
    let there = made(&s, offered(&s));
    assert_eq!((there.lanes.len(), there.timetable.len()), (1, 1));
    let item = there.timetable.iter().next().unwrap();
    assert_eq!(
        (item.title.as_str(), item.from.month),
        ("移住 申請", Month(1))
    );
    assert_eq!(offered(&there).unwrap_err(), Refusal::Nothing);
    let mut moved = there.clone();
    let mut project = GrantProject::clone(moved.get(PROJECT).unwrap());
    project.deadlines[0].due = Some(Date("2026-02-25".to_owned()));
    moved.grant_projects.insert(project);
    let after = made(&moved, offered(&moved));
    assert_eq!((after.lanes.len(), after.timetable.len()), (1, 1));
    let item = after.timetable.iter().next().unwrap();
    assert_eq!((item.from.month, item.from.third), (Month(2), Third::Late));
}

#[test]
fn e87_a_form_is_remembered_once_and_forgotten_without_cells() {
    let s = plan();
    let form = |takes: &[&str]| GrantForm {
        form: "7".to_owned(),
        file: "様式.xlsx".to_owned(),
        cells: takes
            .iter()
            .map(|takes| FormCell {
                sheet: "様式".to_owned(),
                cell: "B2".to_owned(),
                takes: (*takes).to_owned(),
            })
            .collect(),
    };
    let one = made(&s, remember_form(&s, form(&["title"])));
    let other = made(&one, remember_form(&one, form(&["title", "kind"])));
    assert_eq!(other.about().grant_forms, [form(&["title", "kind"])]);
    let gone = made(&other, remember_form(&other, form(&[])));
    assert_eq!(gone, s);
}

#[test]
fn e8_a_project_forgets_the_initiatives_and_indicators_that_are_removed() {
    let s = plan();
    let after = made(&s, edit::remove(&s, Id::<Indicator>::new(1)));
    let after = made(&after, edit::remove(&after, Id::<Measure>::new(1)));
    let project = after.get(PROJECT).unwrap();
    assert!(project.kpis.is_empty() && project.initiatives.is_empty());
    assert_eq!(after.dangling(), []);
}

#[test]
fn the_next_plan_keeps_the_projects_that_run_on() {
    let mut s = plan();
    s.about.insert(About {
        period: period(2021, 2025),
        ..About::default()
    });
    let mut on = GrantProject::clone(s.get(PROJECT).unwrap());
    (on.id, on.period) = (Id::new(2), period(2025, 2026));
    s.grant_projects.insert(on);
    let mut over = GrantProject::clone(s.get(PROJECT).unwrap());
    over.period = period(2023, 2025);
    s.grant_projects.insert(over);
    let wording = edit::Wording {
        period: |_| String::new(),
        counted: |_, _, _| String::new(),
    };
    let mut next = 500;
    let new = edit::next_period(&s, "次期", &wording, || {
        next += 1;
        next
    });
    let ids: Vec<_> = new.grant_projects.ids().map(Id::number).collect();
    assert_eq!(ids, [2]);
}

#[test]
fn e87_a_cell_of_a_form_takes_one_value_at_a_time() {
    let mut form = GrantForm::default();
    form.assign("様式1", "B3", Some("title".to_owned()));
    form.assign("様式2", "B3", Some("town".to_owned()));
    form.assign("様式1", "B3", Some("kpi.1.start".to_owned()));
    let taken = |form: &GrantForm| -> Vec<(String, String)> {
        let cells = form.cells.iter();
        cells
            .map(|one| (one.sheet.clone(), one.takes.clone()))
            .collect()
    };
    let of = |sheet: &str, takes: &str| (sheet.to_owned(), takes.to_owned());
    assert_eq!(
        taken(&form),
        [of("様式2", "town"), of("様式1", "kpi.1.start")]
    );
    form.assign("様式1", "B3", None);
    assert_eq!(taken(&form), [of("様式2", "town")]);
}
