//! I49: one year beside another.

use super::*;

#[test]
fn compares_the_plans_of_two_years_and_a_plan_with_its_settlement() {
    let mut strategy = measures(1);
    for id in 1..=6 {
        strategy.initiatives.insert(initiative(id, 1, None));
    }
    for (id, amount) in [
        (1, known(100)),
        (2, known(100)),
        (3, known(100)),
        (4, known(100)),
        (5, dash()),
    ] {
        strategy.lines.insert(line(id, 1, Some(id), amount));
    }
    strategy.sheets.insert(sheet(9, 1, R7));
    let next = |id, initiative, amount: Option<Money>| Line {
        budgets: amount.map(|m| (R7, m)).into_iter().collect(),
        ..line(id, 9, Some(initiative), None)
    };
    for (id, of, amount) in [
        (11, 6, known(1)),
        (12, 1, known(150)),
        (13, 2, known(50)),
        (14, 3, known(100)),
        (15, 5, None),
    ] {
        strategy.lines.insert(next(id, of, amount));
    }
    let done = |id, initiative, amount: Option<Money>| Line {
        side: Side::Done,
        settled: amount,
        ..line(id, 9, Some(initiative), None)
    };
    strategy.lines.insert(done(21, 1, known(98)));
    strategy.lines.insert(done(22, 2, None));
    let told = |changes: Vec<WorkChange>| -> Vec<_> {
        let number = |c: &WorkChange| c.initiative.map_or(0, Id::number);
        changes
            .iter()
            .map(|c| (number(c), c.moved(), c.difference()))
            .collect()
    };
    let (before, after) = (plan(&strategy), Ledger::new(&strategy, Side::Planned, R7));
    assert_eq!(
        told(compare(&before, &after)),
        [
            (6, WorkMove::New, Some(1)),
            (1, WorkMove::More, Some(50)),
            (2, WorkMove::Less, Some(-50)),
            (3, WorkMove::Same, Some(0)),
            (5, WorkMove::Unknown, None),
            (4, WorkMove::Ended, Some(-100)),
        ]
    );
    let settled = Ledger::new(&strategy, Side::Done, R6);
    let used = compare(&before, &settled);
    let rate = |id| {
        let of = used.iter().find(|c| c.initiative == Some(Id::new(id)));
        of.and_then(WorkChange::rate).map(|r| r.to_string())
    };
    assert_eq!(rate(1).as_deref(), Some("98"));
    assert_eq!((rate(2), rate(5)), (None, None));
    assert_eq!(used[1].moved(), WorkMove::Unknown);
}

#[test]
fn an_older_edition_can_be_read_beside_the_newest() {
    let mut strategy = measures(1);
    strategy.initiatives.insert(initiative(1, 1, None));
    strategy.lines.insert(Line {
        budgets: [(R6, Money::Thousand(10)), (R7, Money::Thousand(20))].into(),
        ..line(1, 1, Some(1), None)
    });
    let sum = |strategy: &Strategy, edition| {
        let ledger = Ledger::of(strategy, Side::Planned, R7, edition);
        ledger.total(Scope::All).sum
    };
    assert_eq!(sum(&strategy, Edition::Newest), 20);
    strategy.sheets.insert(sheet(2, 1, R7));
    strategy.lines.insert(Line {
        budgets: [(R7, Money::Thousand(25))].into(),
        ..line(2, 2, Some(1), None)
    });
    assert_eq!(sum(&strategy, Edition::Newest), 25);
    assert_eq!(sum(&strategy, Edition::Of(R6)), 20);
    assert_eq!(
        sheet_total(&strategy, Id::new(1), Side::Planned, R7).sum,
        20
    );
    assert_eq!(total(&strategy, Scope::All, Side::Planned, R8).lines, 1);
}

#[test]
fn i49_blank_lines_never_come_to_zero() {
    let strategy = hokuto();
    let mut next = 1000;
    let mut number = || {
        next += 1;
        next
    };
    let edit = edit::roll(&strategy, R6, &mut number);
    let edit = edit.unwrap_or_else(|why| panic!("{why:?}"));
    let mut rolled = strategy.clone();
    edit.apply(&mut rolled)
        .unwrap_or_else(|why| panic!("{why:?}"));
    let ledger = Ledger::new(&rolled, Side::Planned, R7);
    for scope in [Scope::All, Scope::Measure(Id::new(1))] {
        let total = ledger.total(scope);
        assert_eq!(
            (total.amount(), total.net_amount()),
            (Some(Amount::Unset), Some(Amount::Unset))
        );
        assert_eq!(words::amount_in_thousand(total.amount()), "未入力");
    }
    let all = [(
        R6,
        ledger
            .total(Scope::All)
            .net_amount()
            .and_then(Amount::value),
    )];
    // Its repeats are there, but nothing is written on them: no sum of theirs is told.
    let whole = ledger.total(Scope::All);
    assert!(whole.outsiders > 0 && words::outside(&whole).is_none());
    assert_eq!(
        words::by_goal_sentence(&all),
        "令和6年度の予算額は、まだ記入されていません。"
    );

    let text = |total: Total| words::amount(total.amount());
    let of = |lines: Vec<Line>| {
        let mut strategy = measures(1);
        lines.into_iter().for_each(|line| {
            strategy.lines.insert(line);
        });
        text(total(&strategy, Scope::All, Side::Planned, R6))
    };
    let planned = |id, money: Option<Money>| line(id, 1, None, money);
    for (lines, said) in [
        (vec![], "－"),
        (vec![planned(1, None)], "未入力"),
        (vec![planned(1, dash())], "-"),
        (vec![planned(1, dash()), planned(2, None)], "未入力"),
        (vec![planned(1, known(0))], "0"),
        (vec![planned(1, known(1_200)), planned(2, None)], "1,200"),
    ] {
        assert_eq!(of(lines), said);
    }
}
