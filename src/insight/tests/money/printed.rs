//! I40: the totals printed on the sheets of Hokuto, and what of the figures is known.

use super::*;

#[test]
fn i40_every_printed_total_of_hokuto_comes_out() {
    let totals = printed_totals(&hokuto());
    assert_eq!(totals.len(), 34);
    for total in &totals {
        assert!(total.agrees(), "{total:?}");
    }
    let printed = |side| -> i64 {
        let of = totals.iter().filter(|t| t.side == side);
        of.map(|t| t.printed).sum()
    };
    assert_eq!(
        (printed(Side::Done), printed(Side::Planned)),
        (526_586, 892_032)
    );
}

#[test]
fn i40_a_printed_total_that_does_not_come_out_is_told() {
    let mut strategy = hokuto();
    let id = Id::new(1);
    let mut changed = Sheet::clone(strategy.sheets.get(id).unwrap_or_else(|| panic!("no {id}")));
    changed.printed_budget = Some(2_301);
    strategy.sheets.insert(changed);
    let wrong: Vec<_> = printed_totals(&strategy)
        .into_iter()
        .filter(|t| !t.agrees())
        .collect();
    let expected = PrintedTotal {
        sheet: id,
        side: Side::Planned,
        printed: 2_301,
        computed: 2_300,
    };
    assert_eq!(wrong, [expected]);
}

#[test]
fn i40_dashes_and_blanks_are_counted_apart() {
    let strategy = hokuto();
    let whole = total(&strategy, Scope::All, Side::Planned, R6);
    assert_eq!(
        (whole.lines, whole.known, whole.dashes, whole.unset()),
        (64, 40, 24, 0)
    );
    assert_eq!(whole.repeats, 6);
    let done = total(&strategy, Scope::All, Side::Done, R5);
    assert_eq!(
        (done.lines, done.known, done.dashes, done.unset()),
        (63, 39, 24, 0)
    );
    assert_eq!(done.repeats, 5);
    let later = total(&strategy, Scope::All, Side::Planned, R7);
    assert_eq!((later.sum, later.known, later.unset()), (0, 0, 64));
    let none = total(&strategy, Scope::All, Side::Done, R6);
    assert_eq!((none.lines, none.sum), (0, 0));
}

#[test]
fn i45_no_total_overflows() {
    let mut strategy = measures(1);
    for (id, amount) in [(1, i64::MAX), (2, i64::MAX), (3, -5), (4, i64::MIN)] {
        strategy.lines.insert(line(id, 1, None, known(amount)));
    }
    assert_eq!(plan(&strategy).total(Scope::All).sum, i64::MAX - 6);
    strategy.lines.remove(Id::new(4));
    assert_eq!(plan(&strategy).total(Scope::All).sum, i64::MAX);
    let courses = plan(&strategy).by_course(Scope::All, R7);
    assert_eq!(courses[0].1.sum, i64::MAX);
    let empty = Ledger::new(&strategy, Side::Planned, R5);
    let change = compare(&empty, &plan(&strategy));
    assert_eq!(
        change.iter().map(WorkChange::moved).collect::<Vec<_>>(),
        [WorkMove::New; 3]
    );
    let mut down = strategy.clone();
    down.lines.insert(line(1, 1, None, known(i64::MIN)));
    let change = compare(&plan(&strategy), &plan(&down));
    assert_eq!(change[0].difference(), Some(i64::MIN));
}

#[test]
fn i40_years_ahead_have_their_own_total() {
    let mut strategy = measures(1);
    for (id, ahead) in [(1, Some(300)), (2, Some(500)), (3, None)] {
        let mut budgets = std::collections::BTreeMap::from([(R6, Money::Thousand(100))]);
        budgets.extend(ahead.map(|n| (R7, Money::Thousand(n))));
        strategy.lines.insert(Line {
            budgets,
            ..line(id, 1, None, None)
        });
    }
    let ledger = plan(&strategy);
    let total = |year| ledger.total_of(Scope::All, year).amount();
    assert_eq!(total(R6), Some(Amount::Known(300)));
    assert_eq!(total(R7), Some(Amount::Known(800)));
    assert_eq!(total(R8), Some(Amount::Unset));
    assert_eq!(ledger.total_of(Scope::All, R6), ledger.total(Scope::All));
}
