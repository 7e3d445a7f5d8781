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
