//! I43: parts of a whole, by heading, 方向性 and 財源.

use super::*;

#[test]
fn i43_parts_add_up_to_the_whole() {
    let strategy = hokuto();
    for (side, year) in [(Side::Done, R5), (Side::Planned, R6)] {
        let whole = both(total(&strategy, Scope::All, side, year));
        let add = |(a, b): (i64, i64), (c, d): (i64, i64)| (a + c, b + d);
        let sheets = strategy.sheets.ids();
        let by_sheet = sheets.map(|id| both(sheet_total(&strategy, id, side, year)));
        assert_eq!(by_sheet.fold((0, 0), add), whole);
        let measures = strategy.measures.ids();
        let by_measure = measures.map(|id| both(total(&strategy, Scope::Measure(id), side, year)));
        assert_eq!(by_measure.fold((0, 0), add), whole);
        let ledger = Ledger::new(&strategy, side, year);
        let share = |(sum, net), s: &Share| (sum + s.sum, net + s.net);
        let courses = ledger.by_course(Scope::All, R8);
        assert_eq!(courses.iter().map(|(_, s)| s).fold((0, 0), share), whole);
        let funds = ledger.by_fund(Scope::All);
        assert_eq!(funds.iter().map(|(_, s)| s).fold((0, 0), share), whole);
    }
}

#[test]
fn shares_by_course() {
    let ledger = Ledger::new(&hokuto(), Side::Planned, R6);
    let courses = ledger.by_course(Scope::All, R8);
    let words: Vec<_> = courses
        .iter()
        .map(|(course, share)| (course.as_ref().map_or("", |c| c.0.as_str()), share.lines))
        .collect();
    let expected = [
        ("維持", 44),
        ("拡充", 11),
        ("検討", 7),
        ("見直し", 1),
        ("事業終了", 1),
    ];
    assert_eq!(words, expected);
    let ended = courses.last().map(|(_, share)| (share.sum, share.net));
    assert_eq!(ended, Some((103_082, 103_082)));
}

#[test]
fn shares_by_fund_keep_what_is_not_broken_down() {
    let mut strategy = measures(1);
    let fund = |source, amount| Fund { source, amount };
    strategy.lines.insert(Line {
        funds: vec![
            fund(FundSource::General, 300),
            fund(FundSource::Nation, 500),
        ],
        budgets: [(R6, Money::Thousand(1000)), (R7, Money::Thousand(70))].into(),
        ..line(1, 1, None, None)
    });
    let shares = |year| -> Vec<_> {
        let ledger = Ledger::new(&strategy, Side::Planned, year);
        let shares = ledger.by_fund(Scope::All);
        shares
            .into_iter()
            .map(|(source, share)| (source, share.sum))
            .collect()
    };
    let expected = [
        (Some(FundSource::Nation), 500),
        (Some(FundSource::General), 300),
        (None, 200),
    ];
    assert_eq!(shares(R6), expected);
    assert_eq!(shares(R7), [(None, 70)]);
}

/// 概況, 実施計画 and the sentence of 方向性 count the works of a year as one: a line that repeats another is none.
#[test]
fn works_are_counted_alike_everywhere() {
    let strategy = hokuto();
    let ledger = Ledger::new(&strategy, Side::Planned, R6);
    let total = ledger.total(Scope::All);
    assert_eq!((total.works(), total.repeats, total.lines), (58, 6, 64));
    let by_course = ledger.by_course(Scope::All, R6);
    let works: usize = by_course.iter().map(|(_, share)| share.works).sum();
    assert_eq!(works, total.works());
    let today = Date("2024-11-22".to_owned());
    let insight::contents::Contents::Sheets { projects, .. } =
        insight::contents::contents(&strategy, &today)
    else {
        panic!("a plan of sheets");
    };
    assert_eq!(projects, total.works());
    assert!(::words::plan::counted(&total).starts_with("58事業と再掲6行"));
}
