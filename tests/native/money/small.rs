//! A small plan to test with.

use strategy::*;

/// 令和6年度: the year the small plan is of.
pub const R6: FiscalYear = FiscalYear(2024);

/// An initiative of a measure.
pub fn initiative(id: u64, measure: u64, reprise: Option<Reprise>) -> Initiative {
    Initiative {
        id: Id::new(id),
        measure: Id::new(measure),
        order: Order::nth(id as usize),
        title: format!("事業{id}"),
        reprise,
        ..Default::default()
    }
}

/// A planned line of a sheet for 令和6年度.
pub fn line(id: u64, sheet: u64, initiative: Option<u64>, amount: Option<Money>) -> Line {
    Line {
        id: Id::new(id),
        sheet: Id::new(sheet),
        initiative: initiative.map(Id::new),
        order: Order::nth(id as usize),
        side: Side::Planned,
        title: format!("行{id}"),
        budgets: amount.map(|money| (R6, money)).into_iter().collect(),
        ..Default::default()
    }
}

/// One goal with measures 1 to `n`, each with the sheet of its number for 令和6年度.
pub fn measures(n: u64) -> Strategy {
    let mut strategy = Strategy::default();
    strategy.goals.insert(Goal {
        id: Id::new(1),
        order: Order::nth(0),
        kind: GoalKind::Basic,
        title: "目標".into(),
        ..Default::default()
    });
    for id in 1..=n {
        strategy.measures.insert(Measure {
            id: Id::new(id),
            goal: Id::new(1),
            order: Order::nth(id as usize),
            title: format!("施策{id}"),
            ..Default::default()
        });
        strategy.sheets.insert(sheet(id, id, R6));
    }
    strategy
}

/// An empty sheet of a measure.
pub fn sheet(id: u64, measure: u64, year: FiscalYear) -> Sheet {
    Sheet {
        id: Id::new(id),
        measure: Id::new(measure),
        order: Order::nth(id as usize),
        year,
        ..Default::default()
    }
}

/// An amount.
pub fn known(amount: i64) -> Option<Money> {
    Some(Money::Thousand(amount))
}

/// No amount.
pub fn dash() -> Option<Money> {
    Some(Money::Blank("-".into()))
}
