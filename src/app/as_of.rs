//! The year in which the open strategy is judged.

use leptos::prelude::*;

use super::document_scope::DocumentScope;
use super::store::Store;
use super::workspace::Workspace;
use insight::EnteredYears;
use strategy::FiscalYear;

/// The judged year: chosen by the user, or else proposed by insight.
#[derive(Clone, Copy)]
pub struct YearJudged {
    year: Memo<FiscalYear>,
    /// Years to choose from, newest first.
    years: Memo<Vec<FiscalYear>>,
    chosen: RwSignal<Option<FiscalYear>>,
}

impl YearJudged {
    /// Returns the judged year, for the components of the open strategy.
    pub fn here() -> Memo<FiscalYear> {
        DocumentScope::get_or_make(Self::new).year
    }

    /// Returns the years that can be judged, newest first.
    pub fn years() -> Memo<Vec<FiscalYear>> {
        DocumentScope::get_or_make(Self::new).years
    }

    /// Chooses another year, in this tab.
    pub fn choose(year: Option<FiscalYear>) {
        DocumentScope::get_or_make(Self::new).chosen.set(year);
    }

    fn new() -> Self {
        let (store, today) = (Store::here(), Workspace::here().this_year());
        let entered = RwSignal::new(store.with(EnteredYears::of));
        store.watch(move |changes| {
            if !changes.series.is_empty() {
                // The strategy may be closed by now.
                let _ = entered.try_maybe_update(|entered| (entered.apply(changes), ()));
            }
        });
        let chosen = RwSignal::new(None);
        let period = Memo::new(move |_| store.about().period);
        let proposed = Memo::new(move |_| {
            let period = period.get();
            entered.with(|entered| entered.evaluation_year(period, today))
        });
        Self {
            year: Memo::new(move |_| chosen.get().unwrap_or_else(|| proposed.get())),
            years: Memo::new(move |_| {
                let period = period.get();
                entered.with(|entered| entered.evaluation_years(period, today))
            }),
            chosen,
        }
    }
}
