//! The works of a year and what got worse (rules I79, I80).

use format::json::read;
use insight::appraisal::Appraisal;
use insight::evaluation_year;
use insight::money::{Scope, total};
use insight::overview::IndicatorIndex;
use insight::yearly_work::YearlyWork;
use strategy::*;

const R6: FiscalYear = FiscalYear(2024);

fn mihon() -> Strategy {
    read(include_bytes!("../../../public/samples/mihon.json")).unwrap()
}

fn told(s: &Strategy) -> YearlyWork {
    let year = evaluation_year(s, FiscalYear(2026));
    YearlyWork::of(s, &Appraisal::of(s, year), &IndicatorIndex::of(s))
}

#[test]
fn i79_the_goals_add_up_to_the_whole_and_the_largest_works_come_first() {
    let s = mihon();
    let work = told(&s);
    assert_eq!(work.year, Some(R6));
    assert_eq!(work.whole, total(&s, Scope::All, Side::Done, R6));
    let sum = |of: fn(&insight::money::Total) -> i64| -> i64 {
        work.goals.iter().map(|goal| of(&goal.total)).sum()
    };
    assert_eq!(sum(|total| total.net), work.whole.net);
    assert_eq!(sum(|total| total.works() as i64), work.whole.works() as i64);
    for goal in &work.goals {
        let amounts: Vec<i64> = goal.largest.iter().map(|(_, amount)| *amount).collect();
        assert!(amounts.is_sorted_by(|a, b| a >= b), "{amounts:?}");
        assert!(amounts.len() <= 3);
    }
}

#[test]
fn i79_a_sheet_that_was_only_begun_tells_of_no_year() {
    let mut s = mihon();
    let (measure, sheet) = (s.measures.sorted()[0].id, Id::new(900));
    s.sheets.insert(Sheet {
        id: sheet,
        measure,
        year: FiscalYear(2026),
        ..Sheet::default()
    });
    s.lines.insert(Line {
        id: Id::new(900),
        sheet,
        side: Side::Done,
        title: "まだ書いていない事業".to_owned(),
        ..Line::default()
    });
    assert_eq!(told(&s).year, Some(R6));
    let work = told(&Strategy::default());
    assert_eq!((work.year, work.whole.lines), (None, 0));
}

#[test]
fn i80_what_got_worse_names_the_improvements_of_its_own_measures_only() {
    let s = mihon();
    let work = told(&s);
    let worse: Vec<_> = work.goals.iter().flat_map(|goal| &goal.worse).collect();
    assert!(!worse.is_empty());
    let mut quoted = 0;
    for one in &worse {
        for response in &one.measures {
            let kpis = &s.get(response.measure).unwrap().kpis;
            let is_kpi = kpis.contains(&one.indicator.id);
            assert!(is_kpi || response.improvements.is_empty());
            let sheets = s.sheets.under(response.measure);
            let said = |sheet: &std::sync::Arc<Sheet>| {
                sheet.year == R6.next() && sheet.improvements.trim() == response.improvements
            };
            if !response.improvements.is_empty() {
                assert!(sheets.iter().any(|sheet| said(sheet)));
                quoted += 1;
            }
        }
    }
    assert!(quoted > 0);
    // Without the sheets nothing is quoted, and the figures stay.
    let mut without = s.clone();
    for sheet in s.sheets.iter() {
        without.sheets.remove(sheet.id);
    }
    let again = told(&without);
    let silent = again.goals.iter().flat_map(|goal| &goal.worse);
    let silent: Vec<_> = silent.collect();
    assert_eq!(silent.len(), worse.len());
    let mut all = silent.iter().flat_map(|one| &one.measures);
    assert!(all.all(|one| one.improvements.is_empty()));
}
