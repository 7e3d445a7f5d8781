//! Properties of the totals of any plan.

use insight::money::*;
use proptest::prelude::*;
use proptest::strategy::Strategy as Generator;
use strategy::{Id, Line, Money, Order, Reprise, Strategy};

use super::plan;
use fixtures::small_plan::{dash, initiative, known, line, measures};

fn any_money() -> impl Generator<Value = Option<Money>> {
    prop_oneof![
        4 => (0i64..1_000_000).prop_map(known),
        1 => Just(dash()),
        1 => Just(None),
    ]
}

/// Lines on four sheets about eight initiatives, some of them repeats of others.
fn any_plan() -> impl Generator<Value = Strategy> {
    let of = proptest::collection::vec(proptest::option::of(0u64..8), 8);
    let lines = proptest::collection::vec(
        (1u64..=4, proptest::option::of(0u64..8), any_money()),
        0..30,
    );
    (of, lines).prop_map(|(of, lines)| {
        let mut strategy = measures(4);
        for (id, of) in (0..).zip(of) {
            let reprise = of.filter(|of| *of != id).map(|of| Reprise::Of(Id::new(of)));
            strategy
                .initiatives
                .insert(initiative(id, id % 4 + 1, reprise));
        }
        for (id, (sheet, of, money)) in (1..).zip(lines) {
            strategy.lines.insert(line(id, sheet, of, money));
        }
        strategy
    })
}

/// Every total there is: whole, by measure, by 単独・補助.
fn all_totals(strategy: &Strategy) -> Vec<Total> {
    let ledger = plan(strategy);
    let parts = strategy.measures.ids().map(Scope::Measure);
    [Scope::All]
        .into_iter()
        .chain(parts)
        .map(|scope| ledger.total(scope))
        .collect()
}

proptest! {
    #[test]
    fn i41_counted_once_is_never_more(strategy in any_plan()) {
        for total in all_totals(&strategy) {
            prop_assert!(total.net <= total.sum);
            prop_assert_eq!(total.lines, total.known + total.dashes + total.unset());
        }
        let ledger = plan(&strategy);
        let out: i64 = ledger.left_out(Scope::All).iter().map(|(e, _)| e.amount()).sum();
        let whole = ledger.total(Scope::All);
        prop_assert_eq!(whole.sum - whole.net, out);
        for (_, original) in ledger.left_out(Scope::All) {
            prop_assert!(original.counts());
        }
    }

    #[test]
    fn i44_the_order_of_lines_changes_no_total(strategy in any_plan(), keys in proptest::collection::vec(0usize..100, 30)) {
        let mut shuffled = strategy.clone();
        for (line, key) in strategy.lines.iter().zip(keys) {
            shuffled.lines.insert(Line { order: Order::nth(key), ..Line::clone(line) });
        }
        prop_assert_eq!(all_totals(&strategy), all_totals(&shuffled));
    }

    #[test]
    fn i41_a_repeat_more_changes_only_the_printed_total(strategy in any_plan(), of in 0u64..8, on in 1u64..=4) {
        let there = |l: &&std::sync::Arc<Line>| l.initiative == Some(Id::new(of));
        prop_assume!(strategy.lines.iter().any(|l| there(&l)));
        let mut more = strategy.clone();
        more.initiatives.insert(initiative(100, on, Some(Reprise::Of(Id::new(of)))));
        more.lines.insert(line(1000, on, Some(100), known(77)));
        let (before, after) = (plan(&strategy).total(Scope::All), plan(&more).total(Scope::All));
        prop_assert_eq!(after.sum, before.sum + 77);
        prop_assert_eq!(after.net, before.net);
    }

    #[test]
    fn i43_changes_add_up_to_the_change_of_the_whole(before in any_plan(), after in any_plan()) {
        let (before, after) = (plan(&before), plan(&after));
        let changes = compare(&before, &after);
        let sum: i64 = changes.iter().map(|c| {
            let value = |a: Option<Amount>| a.and_then(Amount::value).unwrap_or(0);
            value(c.after) - value(c.before)
        }).sum();
        prop_assert_eq!(sum, after.total(Scope::All).net - before.total(Scope::All).net);
    }
}
