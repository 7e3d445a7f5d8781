//! みほん町: the money on its sheets.

use std::collections::BTreeMap;

use strategy::Reprise;

use super::mihon::{NAME, amount, measures, sheets};
use super::open;

#[test]
fn parts_of_the_money_add_up() {
    let file = open(NAME);
    let mut with_funds = 0;
    for (measure, sheet) in sheets(&file) {
        for (lines, done) in [(&sheet.done, true), (&sheet.planned, false)] {
            for line in lines {
                let whole = amount(line, sheet.year, done);
                assert!(whole > 0, "{} {}", measure.title, line.title);
                if !line.funds.is_empty() {
                    let parts: i64 = line.funds.iter().map(|f| f.amount).sum();
                    assert_eq!(
                        parts, whole,
                        "{} {} {}",
                        measure.title, sheet.year.0, line.title
                    );
                    with_funds += 1;
                }
            }
        }
    }
    assert_eq!(with_funds, 94);
}

#[test]
fn what_the_sheets_come_to() {
    let file = open(NAME);
    let mut totals: BTreeMap<(i32, &str), (i64, i64)> = BTreeMap::new();
    for (_, sheet) in sheets(&file) {
        for (lines, side) in [(&sheet.done, "決算"), (&sheet.planned, "予算")] {
            for line in lines {
                let whole = amount(line, sheet.year, side == "決算");
                let total = totals.entry((sheet.year.0, side)).or_default();
                total.0 += whole;
                if line.marks.iter().any(|m| m.is_reprise()) {
                    total.1 += whole;
                }
            }
        }
    }
    // As printed on the sheets, with the amount of 再掲 in it.
    let expected = [
        ((2024, "予算"), (407_350, 8_000)),
        ((2024, "決算"), (353_650, 7_350)),
        ((2025, "予算"), (420_450, 17_600)),
        ((2025, "決算"), (419_910, 17_120)),
    ];
    assert!(totals.into_iter().eq(expected));
}

#[test]
fn a_line_that_repeats_another_shows_the_same_money() {
    let file = open(NAME);
    let lines: Vec<_> = sheets(&file)
        .flat_map(|(_, s)| s.done.iter().chain(&s.planned).map(|l| (s.year, l)))
        .collect();
    let originals: BTreeMap<_, _> = measures(&file)
        .flat_map(|m| &m.initiatives)
        .filter_map(|i| match i.reprise {
            Some(Reprise::Of(original)) => Some((i.id, original)),
            _ => None,
        })
        .collect();
    assert_eq!(originals.len(), 2);
    let mut repeated = 0;
    for (year, line) in &lines {
        let Some(original) = line.initiative.and_then(|id| originals.get(&id)) else {
            continue;
        };
        let same = lines.iter().any(|(y, l)| {
            y == year
                && l.initiative == Some(*original)
                && l.settled == line.settled
                && l.budgets == line.budgets
        });
        assert!(same, "{year:?} {}", line.title);
        assert!(
            line.marks.iter().any(|m| m.is_reprise()),
            "{year:?} {}",
            line.title
        );
        repeated += 1;
    }
    assert_eq!(repeated, 6);
}
