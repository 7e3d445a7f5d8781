//! The year the open strategy is judged in.

use leptos::prelude::*;

use super::document_scope::DocumentScope;
use super::store::Store;
use super::workspace::Workspace;
use strategy::FiscalYear;

/// The year judged: chosen, or else the one insight proposes.
#[derive(Clone, Copy)]
pub struct AsOf {
    year: Memo<FiscalYear>,
    chosen: RwSignal<Option<FiscalYear>>,
}

impl AsOf {
    /// The year, for the components of the open strategy.
    pub fn here() -> Memo<FiscalYear> {
        DocumentScope::get_or_make(Self::new).year
    }

    /// Judges another year, in this tab.
    pub fn choose(year: Option<FiscalYear>) {
        DocumentScope::get_or_make(Self::new).chosen.set(year);
    }

    fn new() -> Self {
        let (store, today) = (Store::here(), Workspace::here().this_year());
        let chosen = RwSignal::new(None);
        let year = Memo::new(move |_| {
            chosen
                .get()
                .unwrap_or_else(|| store.follow(|s| insight::evaluation_year(s, today)))
        });
        Self { year, chosen }
    }
}
