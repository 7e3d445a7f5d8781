//! The tables of a region: a row each, a cell a plan. What is counted are towns: two plans of one town are one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Digest, Towns, folded};
use strategy::*;

/// A framework that towns answer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameworkRows {
    /// 名称, as the first town prints it.
    pub title: String,
    /// Kind of framework.
    pub kind: FrameworkKind,
    /// Number of towns that have it.
    pub towns: usize,
    /// Its items, in the order of the first town that has them.
    pub items: Vec<ItemRow>,
}

/// An item of a framework, town by town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
    /// Number as printed.
    pub number: String,
    /// 名称.
    pub title: String,
    /// Number of goals, measures and initiatives of each plan that answer to it; `None`: the plan does not have it
    /// (R3).
    pub cells: Vec<Option<usize>>,
    /// Numbers of towns that answer to it, that do not, and that do not have it.
    pub towns: [usize; 3],
}

/// The plans whose cells are so, by their places.
fn plans_where<T>(cells: &[Option<T>], is_so: impl Fn(&T) -> bool) -> impl Iterator<Item = usize> {
    let cells = cells.iter().enumerate();
    cells.filter_map(move |(plan, cell)| cell.as_ref().is_some_and(&is_so).then_some(plan))
}

/// Returns the numbers of towns that answer, that do not, and that do not have it.
fn answering(towns: &Towns, cells: &[Option<usize>]) -> [usize; 3] {
    let with_it = towns.among(plans_where(cells, |_| true));
    let tied = towns.among(plans_where(cells, |count| *count > 0));
    [tied, with_it - tied, towns.count() - with_it]
}

/// Every framework with items but each town's own earlier plan, those of most towns first (R3).
pub fn frameworks(digests: &[Arc<Digest>]) -> Vec<FrameworkRows> {
    at_once(async |pace| frameworks_in_steps(digests, &pace).await)
}

/// Does the same in steps (R29).
pub(super) async fn frameworks_in_steps(
    digests: &[Arc<Digest>],
    pace: &Pace,
) -> Vec<FrameworkRows> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut all: Vec<(FrameworkRows, BTreeMap<String, usize>)> = Vec::new();
    let mut plans: Vec<Vec<usize>> = Vec::new();
    for (plan, digest) in digests.iter().enumerate() {
        let own = digest.frameworks.iter();
        let own = own.filter(|one| one.kind != FrameworkKind::Previous && !one.items.is_empty());
        for framework in own {
            let place = *places.entry(folded(&framework.title)).or_insert(all.len());
            if place == all.len() {
                let rows = FrameworkRows {
                    title: framework.title.clone(),
                    kind: framework.kind,
                    towns: 0,
                    items: Vec::new(),
                };
                all.push((rows, BTreeMap::new()));
                plans.push(Vec::new());
            }
            let (rows, items) = &mut all[place];
            plans[place].push(plan);
            for item in &framework.items {
                let at = *items.entry(folded(&item.title)).or_insert(rows.items.len());
                if at == rows.items.len() {
                    rows.items.push(ItemRow {
                        number: item.number.clone(),
                        title: item.title.clone(),
                        cells: vec![None; digests.len()],
                        towns: [0; 3],
                    });
                }
                let cell = &mut rows.items[at].cells[plan];
                *cell = Some(cell.unwrap_or_default() + item.answering);
            }
        }
        pace.step().await;
    }
    let mut all: Vec<FrameworkRows> = all.into_iter().map(|(rows, _)| rows).collect();
    let towns = Towns::of(digests);
    for (rows, plans) in all.iter_mut().zip(plans) {
        rows.towns = towns.among(plans);
        for item in &mut rows.items {
            item.towns = answering(&towns, &item.cells);
            pace.step().await;
        }
    }
    sort::by_key(&mut all, |rows| usize::MAX - rows.towns);
    all
}

/// The planned money of a year, town by town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetRow {
    /// The year.
    pub year: FiscalYear,
    /// 純計 of each plan in 千円; `None`: nothing is written.
    pub cells: Vec<Option<i64>>,
    /// Number of towns with an amount, and of all towns.
    pub towns: (usize, usize),
    /// All of them; no total overflows.
    pub total: i64,
}

impl BudgetRow {
    /// Returns the sum that some towns plan together, by their places; `None`: none of them has an amount.
    pub fn of(&self, towns: &[usize]) -> Option<i64> {
        let written = towns.iter().filter_map(|at| *self.cells.get(*at)?);
        written.reduce(i64::saturating_add)
    }
}

/// Returns the year whose planned money is compared: of those that most towns write, the latest (R21).
pub fn compared_budget(rows: &[BudgetRow]) -> Option<&BudgetRow> {
    rows.iter().max_by_key(|row| (row.towns.0, row.year))
}

/// The towns that plan money, by their places: those that plan most over all years first.
pub fn largest_budgets(rows: &[BudgetRow]) -> Vec<usize> {
    let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
    for row in rows {
        for (town, money) in row.cells.iter().enumerate() {
            if let Some(money) = money {
                let sum = sums.entry(town).or_default();
                *sum = sum.saturating_add(*money);
            }
        }
    }
    let mut towns: Vec<(usize, i64)> = sums.into_iter().collect();
    sort::by_key(&mut towns, |(town, sum)| (std::cmp::Reverse(*sum), *town));
    towns.into_iter().map(|(town, _)| town).collect()
}

/// The towns by their places: those with most indicators that are behind come first, then those with most to watch.
pub fn by_trouble(digests: &[Arc<Digest>]) -> Vec<usize> {
    let count = |at: usize, tone| {
        let tones = &digests[at].ratings.tones;
        std::cmp::Reverse(tones.get(&tone).copied().unwrap_or_default())
    };
    let mut towns: Vec<usize> = (0..digests.len()).collect();
    sort::by_key(&mut towns, |at| {
        (count(*at, Tone::Bad), count(*at, Tone::Warn), *at)
    });
    towns
}

/// The planned money of every year that any town plans (R4).
pub fn budgets(digests: &[Arc<Digest>]) -> Vec<BudgetRow> {
    let years = sort::set(digests.iter().flat_map(|one| one.budgets.keys().copied()));
    let towns = Towns::of(digests);
    let row = |year: FiscalYear| {
        let cells = digests.iter().map(|one| one.budgets.get(&year).copied());
        let cells: Vec<Option<i64>> = cells.collect();
        let total = cells.iter().flatten();
        let total = total.fold(0i64, |sum, money| sum.saturating_add(*money));
        let written = towns.among(plans_where(&cells, |_| true));
        BudgetRow {
            year,
            cells,
            total,
            towns: (written, towns.count()),
        }
    };
    years.into_iter().map(row).collect()
}

/// A support that towns know of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportRow {
    /// 名称, as the first town prints it.
    pub title: String,
    /// Number of initiatives of each plan that use it; `None`: the plan does not list it (R5).
    pub cells: Vec<Option<usize>>,
    /// Number of towns that use it.
    pub using: usize,
    /// Number of towns that list it.
    pub listing: usize,
}

/// Every support, those that most towns use first (R5).
pub fn supports(digests: &[Arc<Digest>]) -> Vec<SupportRow> {
    at_once(async |pace| supports_in_steps(digests, &pace).await)
}

/// Does the same in steps (R29).
pub(super) async fn supports_in_steps(digests: &[Arc<Digest>], pace: &Pace) -> Vec<SupportRow> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows: Vec<SupportRow> = Vec::new();
    for (town, digest) in digests.iter().enumerate() {
        for support in &digest.supports {
            let place = *places.entry(folded(&support.title)).or_insert(rows.len());
            if place == rows.len() {
                rows.push(SupportRow {
                    title: support.title.clone(),
                    cells: vec![None; digests.len()],
                    using: 0,
                    listing: 0,
                });
            }
            let cell = &mut rows[place].cells[town];
            *cell = Some(cell.unwrap_or_default() + support.used);
        }
        pace.step().await;
    }
    let towns = Towns::of(digests);
    for row in &mut rows {
        [row.using, _, _] = answering(&towns, &row.cells);
        row.listing = towns.among(plans_where(&row.cells, |_| true));
        pace.step().await;
    }
    sort::by_key(&mut rows, |row| usize::MAX - row.using);
    rows
}

/// A measure that several towns share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedMeasure {
    /// 名称, as the first town prints it.
    pub title: String,
    /// Plan and measure, by their places among the digests and in the digest.
    pub members: Vec<(usize, usize)>,
    /// Number of towns that have one.
    pub towns: usize,
}

/// Measures of one title in two towns or more, those of most towns first (R6).
pub fn shared_measures(digests: &[Arc<Digest>]) -> Vec<SharedMeasure> {
    at_once(async |pace| shared_measures_in_steps(digests, &pace).await)
}

/// Does the same in steps (R29).
pub(super) async fn shared_measures_in_steps(
    digests: &[Arc<Digest>],
    pace: &Pace,
) -> Vec<SharedMeasure> {
    let mut shared: BTreeMap<String, SharedMeasure> = BTreeMap::new();
    for (town, digest) in digests.iter().enumerate() {
        for (at, measure) in digest.measures.iter().enumerate() {
            let key = folded(&measure.title);
            if key.is_empty() {
                continue;
            }
            let row = shared.entry(key).or_insert_with(|| SharedMeasure {
                title: measure.title.clone(),
                members: Vec::new(),
                towns: 0,
            });
            row.members.push((town, at));
        }
        pace.step().await;
    }
    let towns = Towns::of(digests);
    let mut rows: Vec<SharedMeasure> = shared.into_values().collect();
    for row in &mut rows {
        row.towns = towns.among(row.members.iter().map(|(plan, _)| *plan));
        pace.step().await;
    }
    rows.retain(|row| row.towns > 1);
    sort::by_key(&mut rows, |row| usize::MAX - row.towns);
    rows
}
