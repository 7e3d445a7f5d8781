//! The tables of the plans in sight, made in slices.

use std::sync::Arc;

use leptos::prelude::*;

use super::town::Town;
use crate::async_memo::async_memo;
use crate::job::in_slices;
use insight::region::{AlikeKey, Comparison, Digest};
use strategy::{FiscalYear, Steps};

/// Tables, with the towns that they are of.
struct Compared {
    tables: Comparison,
    /// Of each plan the number of its town. The towns of the page may be others while newer tables are made.
    numbers: Vec<usize>,
}

/// The tables of the plans in sight. Those before stay until newer ones are made. Copy it freely.
#[derive(Clone, Copy)]
pub struct Comparing(ReadSignal<Option<Arc<Compared>>>);

impl Comparing {
    /// Compares the plans whenever they change, or the indicators that the user joined.
    pub fn of(
        towns: RwSignal<Vec<Town>, LocalStorage>,
        places: Memo<Vec<usize>>,
        digests: Memo<Vec<Arc<Digest>>>,
        joins: impl Fn() -> Vec<(AlikeKey, AlikeKey)> + 'static,
        year: FiscalYear,
    ) -> Self {
        let compared = async_memo(move || {
            let (digests, joins) = (digests.get(), joins());
            let numbers = places.with_untracked(|places| {
                let number = |towns: &Vec<Town>| {
                    let all = places.iter().filter_map(|at| towns.get(*at));
                    all.map(|town| town.number).collect()
                };
                towns.with_untracked(number)
            });
            async move {
                let tables = compare(digests, joins, year).await;
                Arc::new(Compared { tables, numbers })
            }
        });
        Self(compared)
    }

    /// Tracked: reads the tables; empty ones until the first are made.
    pub fn with<T>(self, read: impl FnOnce(&Comparison) -> T) -> T {
        self.0.with(|compared| match compared {
            Some(compared) => read(&compared.tables),
            None => read(&Comparison::default()),
        })
    }

    /// Tracked: true if there are tables of a plan.
    pub fn is_any(self) -> bool {
        self.with(|tables| !tables.digests.is_empty())
    }

    /// True if there are tables of a plan, asked after an await: the page may have been left.
    pub fn are_made(self) -> bool {
        let is_any = |compared: &Option<Arc<Compared>>| {
            compared
                .as_ref()
                .is_some_and(|one| !one.tables.digests.is_empty())
        };
        self.0.try_with_untracked(is_any) == Some(true)
    }

    /// Returns the number of the town of a plan of the tables.
    pub fn number(self, plan: usize) -> Option<usize> {
        self.0.with_untracked(|compared| {
            let numbers = &compared.as_ref()?.numbers;
            numbers.get(plan).copied()
        })
    }
}

async fn compare(
    digests: Vec<Arc<Digest>>,
    joins: Vec<(AlikeKey, AlikeKey)>,
    year: FiscalYear,
) -> Comparison {
    let steps = Steps::of(|pace| Comparison::in_steps(digests, joins, year, pace));
    in_slices(steps).await.unwrap_or_default()
}
