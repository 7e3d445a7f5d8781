//! I59: the table of all works.

use super::*;

#[test]
fn i59_the_table_of_all_works_shows_what_is_asked_for() {
    let strategy = hokuto();
    let ledger = plan(&strategy);
    let titles = |wanted: &Wanted, by| -> Vec<String> {
        let listed = ledger.listed(&strategy, wanted, by);
        listed
            .iter()
            .map(|entry| entry.line.title.clone())
            .collect()
    };
    let all = titles(&Wanted::default(), ListedBy::PlanOrder);
    assert_eq!(all.len(), 64);
    let new = Wanted {
        new: true,
        ..Wanted::default()
    };
    assert!(!titles(&new, ListedBy::PlanOrder).is_empty());
    for entry in ledger.listed(&strategy, &new, ListedBy::PlanOrder) {
        assert!(entry.line.marks.iter().any(Mark::is_new));
    }
    let ends = Wanted {
        course: Some(Course("事業終了".into())),
        ..Wanted::default()
    };
    assert_eq!(
        titles(&ends, ListedBy::PlanOrder)
            .iter()
            .filter(|t| *t == "ワイン振興対策事業")
            .count(),
        1
    );
    let amounts: Vec<_> = ledger
        .listed(&strategy, &Wanted::default(), ListedBy::Amount)
        .iter()
        .map(|entry| entry.money.clone())
        .collect();
    assert_eq!(amounts.first(), Some(&known(200_000)));
    let known_ones = amounts
        .iter()
        .filter(|m| matches!(m, Some(Money::Thousand(_))))
        .count();
    assert!(
        amounts[..known_ones]
            .iter()
            .all(|m| matches!(m, Some(Money::Thousand(_))))
    );
    let whole = ledger.listed(&strategy, &Wanted::default(), ListedBy::Course);
    assert_eq!(total_of(whole), ledger.total(Scope::All));
}

#[test]
fn a_planned_line_stands_beside_the_settled_one_of_its_initiative() {
    let mut strategy = measures(1);
    strategy.initiatives.insert(initiative(1, 1, None));
    strategy.initiatives.insert(initiative(2, 1, None));
    for (id, side, of) in [
        (1, Side::Planned, Some(1)),
        (2, Side::Planned, None),
        (3, Side::Done, Some(1)),
        (4, Side::Done, Some(2)),
    ] {
        let line = line(id, 1, of, None);
        strategy.lines.insert(Line { side, ..line });
    }
    let rows = works(&strategy, R6, &Wanted::default(), ListedBy::PlanOrder);
    let told: Vec<_> = rows.iter().map(|row| (row.planned, row.done)).collect();
    let id = |n| Id::<Line>::new(n);
    assert_eq!(told, [(id(1), Some(id(3))), (id(2), None)]);
    assert_eq!((rows[0].measure, rows[0].edition), (Id::new(1), R6));
    // In the plan of a whole city every initiative that was settled and goes on has both.
    let rows = works(&hokuto(), R6, &Wanted::default(), ListedBy::PlanOrder);
    assert_eq!(rows.len(), 64);
    assert!(rows.iter().filter(|row| row.done.is_some()).count() > 40);
}
