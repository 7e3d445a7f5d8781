//! Figures of published data beside those of the plan (I94, I95).

use insight::open_data::{PublishedFigure, Standing, published_figures};
use strategy::*;

const YEAR: FiscalYear = FiscalYear(2024);

fn plan(unit: &str, old: &str) -> Strategy {
    let mut plan = Strategy::default();
    let id = Id::new(1);
    edit::add_indicator(&plan, id, Id::new(1), "総人口", None)
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    plan.indicators.insert(std::sync::Arc::new(Indicator {
        unit: unit.to_owned(),
        ..plan.get(id).unwrap().as_ref().clone()
    }));
    if !old.is_empty() {
        let cell = edit::FigureCell::Actual(YEAR);
        edit::set_cell(&plan, Id::new(1), cell, old)
            .unwrap()
            .apply(&mut plan)
            .unwrap();
    }
    plan
}

fn compared(plan: &Strategy, own: &str, new: Figure) -> PublishedFigure {
    let series = plan.get(Id::<Series>::new(1)).unwrap();
    published_figures(plan, series, own, &[(YEAR, new)]).remove(0)
}

#[test]
fn i94_powers_of_ten_are_shifted_digit_by_digit() {
    for (text, own, unit, told) in [
        ("44.7", "千人", "人", "44,700"),
        ("44.75", "千人", "人", "44,750"),
        ("44700", "人", "千人", "44.7"),
        ("12345", "百万円", "千円", "12,345,000"),
        ("44700", "人", "人", "44,700"),
        ("0.430", "", "", "0.430"),
        ("△1234", "人", "人", "-1,234"),
        ("1,234", "", "人", "1,234"),
        ("31.4", "%", "％", "31.4"),
    ] {
        let found = compared(&plan(unit, ""), own, Figure::read(text));
        assert_eq!(
            (found.new.text(), found.standing),
            (told, Standing::New),
            "{text}{own}"
        );
    }
    let other = compared(&plan("世帯", ""), "人", Figure::read("44700"));
    assert_eq!(
        (other.new.text(), other.standing),
        ("44700", Standing::OtherUnit)
    );
}

#[test]
fn i95_only_what_is_new_is_taken_unasked() {
    for (old, new, standing) in [
        ("", "5", Standing::New),
        ("集計中", "5", Standing::New),
        ("未公表", "5", Standing::New),
        ("5", "5.0", Standing::Same),
        ("５人", "5", Standing::Same),
        ("4", "5", Standing::Differs),
        ("中止", "5", Standing::Differs),
        ("5", "－", Standing::Differs),
        ("", "－", Standing::New),
        ("－", "-", Standing::Same),
        ("", "5 注)", Standing::Unread),
        ("0", "－", Standing::Differs),
    ] {
        let found = compared(&plan("人", old), "", Figure::read(new));
        assert_eq!(
            found.standing,
            standing,
            "{old} → {new}: {:?}",
            found.new.reading()
        );
        assert_eq!(found.standing.is_certain(), standing == Standing::New);
    }
}

#[test]
fn i95_a_closed_year_is_not_offered() {
    let mut plan = plan("人", "4");
    let close = Closing {
        year: YEAR,
        act: ClosingAct::Closed,
        date: Date::default(),
        ..Closing::default()
    };
    plan.about.insert(std::sync::Arc::new(About {
        closings: vec![close],
        ..plan.about().as_ref().clone()
    }));
    let found = compared(&plan, "", Figure::read("5"));
    assert_eq!(found.standing, Standing::Closed);
    assert!(!found.standing.is_offered());
}
