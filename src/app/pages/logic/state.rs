//! State of the page: the goal that is shown, and its model.

use leptos::prelude::*;

use crate::parts::ByNumber;
use crate::route::{Page, Route};
use crate::store::Store;
use insight::logic::{LogicHole, LogicModel};
use strategy::*;

/// State of the page. Copy it freely.
#[derive(Clone, Copy)]
pub struct ModelState {
    /// The open strategy.
    pub store: Store,
    /// The goal: as the address says, else the first.
    pub goal: Memo<Option<Id<Goal>>>,
    /// Its model.
    pub model: Memo<Option<LogicModel>>,
    /// Its holes.
    pub holes: Memo<Vec<LogicHole>>,
    /// The box of the picture whose links are marked.
    pub marked: RwSignal<Option<LogicSource>>,
}

impl ModelState {
    /// That of the open strategy.
    pub fn new() -> Self {
        let (store, route) = (Store::here(), Route::here());
        let goal = Memo::new(move |_| {
            let goals = store.list::<Goal>(About::ID);
            let chosen = match route.get().page() {
                Page::Logic(chosen) => chosen,
                _ => None,
            };
            let chosen = chosen.filter(|id| goals.contains(id));
            chosen.or(goals.first().copied())
        });
        let model = Memo::new(move |_| {
            let goal = goal.get()?;
            store.follow(|s| LogicModel::of(s, goal))
        });
        let holes = Memo::new(move |_| {
            model.with(|model| {
                let model = model.as_ref();
                model.map_or_else(Vec::new, |model| store.follow(|s| model.holes(s)))
            })
        });
        Self {
            store,
            goal,
            model,
            holes,
            marked: RwSignal::new(None),
        }
    }

    /// True if there is a goal.
    pub fn is_there(self) -> bool {
        self.goal.get().is_some()
    }

    /// Tracked: reads the model.
    pub fn read<T: Default>(self, read: impl FnOnce(&LogicModel) -> T) -> T {
        self.model
            .with(|model| model.as_ref().map(read))
            .unwrap_or_default()
    }

    /// Tracked: what is kept of the model.
    pub fn logic(self) -> Logic {
        let goal = self.goal.get().and_then(|id| self.store.get(id));
        goal.and_then(|goal| goal.logic.clone()).unwrap_or_default()
    }

    /// Changes the links of a source; those that the plan says are stated with it.
    pub fn change_links(self, from: LogicSource, change: impl FnOnce(&mut Vec<LogicLink>)) {
        let Some(goal) = self.goal.get_untracked() else {
            return;
        };
        let mut links = untrack(|| {
            self.read(|model| {
                let own = model.links_from(from);
                own.map(|one| one.link.clone()).collect::<Vec<_>>()
            })
        });
        change(&mut links);
        self.store.edit(|s| edit::set_links(s, goal, from, links));
    }
}

/// Measures have even numbers, indicators odd ones: ids have 53 bits.
impl ByNumber for LogicSource {
    fn number(self) -> u64 {
        match self {
            LogicSource::Measure(id) => id.number() * 2,
            LogicSource::Indicator(id) => id.number() * 2 + 1,
        }
    }

    fn numbered(number: u64) -> Self {
        match number % 2 {
            0 => LogicSource::Measure(Id::new(number / 2)),
            _ => LogicSource::Indicator(Id::new(number / 2)),
        }
    }
}
