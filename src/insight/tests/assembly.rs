//! 議会答弁資料 (rules I89 to I92).

use format::json::read;
use insight::assembly::AssemblyReply;
use insight::evaluation_year;
use insight::money::{Scope, total};
use insight::overview::glance;
use strategy::*;

const R6: FiscalYear = FiscalYear(2024);

fn mihon() -> Strategy {
    read(include_bytes!("../../../public/samples/mihon.json")).unwrap()
}

fn replies(s: &Strategy) -> Vec<AssemblyReply> {
    let year = evaluation_year(s, FiscalYear(2026));
    let ids: Vec<_> = s.indicators.sorted().iter().map(|one| one.id).collect();
    ids.into_iter()
        .map(|id| AssemblyReply::of(s, id, year).unwrap())
        .collect()
}

#[test]
fn i89_the_measures_are_those_whose_kpi_it_is_else_those_of_its_goals() {
    let s = mihon();
    let all = replies(&s);
    assert!(all.iter().any(|one| one.is_kpi) && all.iter().any(|one| !one.is_kpi));
    for reply in all {
        let id = reply.indicator.id;
        assert_eq!(Some(&reply.glance), glance(&s, id, reply.year).as_ref());
        for one in &reply.measures {
            let goal = s.get(one.measure.goal).unwrap();
            assert_eq!(reply.is_kpi, one.measure.kpis.contains(&id));
            assert!(reply.is_kpi || goal.targets.contains(&id));
        }
    }
}

#[test]
fn i90_a_text_is_quoted_from_the_newest_sheet_up_to_the_year() {
    let mut s = mihon();
    let reply = replies(&s).into_iter().find(|one| one.is_kpi).unwrap();
    let (id, measure) = (reply.indicator.id, reply.measures[0].measure.id);
    let said = |s: &Strategy| {
        let reply = AssemblyReply::of(s, id, R6).unwrap();
        reply.measures[0].results.clone()
    };
    for sheet in s
        .sheets
        .under(measure)
        .iter()
        .map(|one| one.id)
        .collect::<Vec<_>>()
    {
        s.sheets.remove(sheet);
    }
    assert_eq!(said(&s), None);
    for (at, year, text) in [
        (1, 2024, "前の年度"),
        (2, 2025, "この年度"),
        (3, 2026, "次の年度"),
    ] {
        s.sheets.insert(Sheet {
            id: Id::new(900 + at),
            measure,
            year: FiscalYear(year),
            results: text.to_owned(),
            ..Sheet::default()
        });
    }
    assert_eq!(said(&s), Some((R6, "この年度".to_owned())));
    s.sheets.remove(Id::new(902));
    assert_eq!(said(&s), Some((FiscalYear(2023), "前の年度".to_owned())));
}

#[test]
fn i91_the_money_is_that_of_the_sheets_of_its_measures() {
    let s = mihon();
    let mut with_money = 0;
    for reply in replies(&s) {
        let mut sum = 0;
        for one in &reply.measures {
            let scope = Scope::Measure(one.measure.id);
            assert_eq!(one.settled, total(&s, scope, Side::Done, reply.year));
            assert_eq!(
                one.budget,
                total(&s, scope, Side::Planned, reply.year.next())
            );
            sum += one.settled.sum;
        }
        assert_eq!(reply.settled.sum, sum);
        with_money += usize::from(sum > 0);
    }
    assert!(with_money > 0);
}

#[test]
fn i92_works_that_go_on_as_before_are_no_next_step() {
    let mut s = mihon();
    let reply = replies(&s).into_iter().find(|one| one.is_kpi).unwrap();
    let (id, measure) = (reply.indicator.id, reply.measures[0].measure.id);
    let sheet = Id::new(900);
    s.sheets.insert(Sheet {
        id: sheet,
        measure,
        year: FiscalYear(2025),
        order: Order::default(),
        ..Sheet::default()
    });
    for (at, word) in ["維持", "拡充", "", "事業終了"].into_iter().enumerate() {
        let course = (R6.next(), Course(word.to_owned()));
        s.lines.insert(Line {
            id: Id::new(910 + at as u64),
            sheet,
            side: Side::Planned,
            title: format!("事業{at}"),
            courses: [course].into(),
            ..Line::default()
        });
    }
    let reply = AssemblyReply::of(&s, id, R6).unwrap();
    let told = reply.measures[0].changing.iter();
    let told: Vec<_> = told
        .filter(|(line, _)| line.sheet == sheet)
        .map(|(line, course)| (line.title.as_str(), course.0.as_str()))
        .collect();
    assert_eq!(told, [("事業1", "拡充"), ("事業3", "事業終了")]);
}
