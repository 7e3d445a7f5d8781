//! State of the page: what is shown, and the figures of it.

use leptos::prelude::*;

use crate::store::Store;
use insight::population::{OutOfRange, YearPopulation, outlook, published};
use strategy::{FiscalYear, Projection, Scenario};

/// State of the page. Copy it freely.
#[derive(Clone, Copy)]
pub struct PopulationState {
    /// The open strategy.
    pub store: Store,
    /// The projection of the plan.
    pub projection: Memo<Option<Projection>>,
    /// 試算 of the plan.
    pub scenarios: Memo<Vec<Scenario>>,
    /// The figures of the projection.
    pub base: Memo<Vec<YearPopulation>>,
    /// The 試算 that is shown, by its place; `None`: the projection itself.
    pub shown: RwSignal<Option<usize>>,
    /// The 試算 while a slider is dragged.
    pub dragged: RwSignal<Option<Scenario>>,
    /// The figures that are shown.
    pub figures: Memo<Result<Vec<YearPopulation>, OutOfRange>>,
    /// The year that is looked at, where one was chosen.
    pub chosen_year: RwSignal<Option<FiscalYear>>,
}

impl PopulationState {
    /// That of the open strategy.
    pub fn new() -> Self {
        let store = Store::here();
        let population = Memo::new(move |_| store.about().population.clone());
        let projection = Memo::new(move |_| population.get().and_then(|all| all.projection));
        let scenarios = Memo::new(move |_| population.get().unwrap_or_default().scenarios);
        let base = Memo::new(move |_| {
            projection
                .get()
                .map_or_else(Vec::new, |one| published(&one))
        });
        let shown = RwSignal::new(None);
        let dragged = RwSignal::new(None::<Scenario>);
        let figures = Memo::new(move |_| {
            let kept = || scenarios.with(|all| all.get(shown.get()?).cloned());
            match (projection.get(), dragged.get().or_else(kept)) {
                (Some(projection), Some(scenario)) => outlook(&projection, &scenario),
                _ => Ok(base.get()),
            }
        });
        Self {
            store,
            projection,
            scenarios,
            base,
            shown,
            dragged,
            figures,
            chosen_year: RwSignal::new(None),
        }
    }

    /// True if the plan has a projection with years.
    pub fn has_projection(self) -> bool {
        self.base.with(|years| !years.is_empty())
    }

    /// The figures that are shown; those of the projection where a 試算 cannot be computed.
    pub fn years(self) -> Vec<YearPopulation> {
        self.figures.get().unwrap_or_else(|_| self.base.get())
    }

    /// The 試算 that is shown, as it is kept.
    pub fn scenario(self) -> Option<Scenario> {
        let shown = self.shown.get()?;
        self.scenarios.with(|all| all.get(shown).cloned())
    }

    /// The years that can be looked at: those published, and every year from the first of the plan to the last published.
    pub fn offered_years(self) -> Vec<FiscalYear> {
        let published = self.base.with(|years| {
            let years = years.iter().map(|year| year.year);
            years.collect::<Vec<_>>()
        });
        let (Some(first), Some(last)) = (published.first(), published.last()) else {
            return Vec::new();
        };
        let plan = self.store.about().period.first;
        let is_offered = |year: &FiscalYear| *year >= plan || published.contains(year);
        // A file may hold any years.
        let years = (first.0..=last.0.min(first.0.saturating_add(200))).map(FiscalYear);
        years.filter(is_offered).collect()
    }

    /// The year that is looked at: as chosen, else the last of the plan, whose target counts.
    pub fn year(self) -> FiscalYear {
        let offered = self.offered_years();
        let is_offered = |year: &FiscalYear| offered.contains(year);
        let end = self.store.about().period.last;
        let chosen = self.chosen_year.get().filter(is_offered);
        let usual = || Some(end).filter(is_offered).or(offered.last().copied());
        chosen.or_else(usual).unwrap_or(end)
    }

    /// Changes the 試算 that is shown.
    pub fn change(self, change: impl FnOnce(&mut Scenario)) {
        if let Some(at) = self.shown.get_untracked() {
            self.store.edit(|s| edit::set_scenario(s, at, change));
        }
        self.dragged.set(None);
    }

    /// Shows what a change of the 試算 would come to.
    pub fn drag(self, change: impl FnOnce(&mut Scenario)) {
        let now = self.dragged.get_untracked();
        if let Some(mut scenario) = now.or_else(|| untrack(|| self.scenario())) {
            change(&mut scenario);
            self.dragged.set(Some(scenario));
        }
    }
}
