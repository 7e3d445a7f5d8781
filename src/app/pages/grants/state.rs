//! State of the page: the project that is shown.

use leptos::prelude::*;

use crate::route::{Page, Route};
use crate::store::Store;
use strategy::{About, GrantProject, Id, Strategy};

/// State of the page. Copy it freely.
#[derive(Clone, Copy)]
pub struct GrantState {
    /// The open strategy.
    pub store: Store,
    /// The project: as the address says, else the first.
    pub project: Memo<Option<Id<GrantProject>>>,
}

impl GrantState {
    /// That of the open strategy.
    pub fn new() -> Self {
        let (store, route) = (Store::here(), Route::here());
        let project = Memo::new(move |_| {
            let all = store.list::<GrantProject>(About::ID);
            let chosen = match route.get().page() {
                Page::Grants(chosen) => chosen,
                _ => None,
            };
            let chosen = chosen.filter(|id| all.contains(id));
            chosen.or(all.first().copied())
        });
        Self { store, project }
    }
}

/// Tracked: reads a project with its strategy; the default if it is gone.
pub fn read<T: Default>(
    store: Store,
    id: Id<GrantProject>,
    read: impl FnOnce(&Strategy, &GrantProject) -> T,
) -> T {
    store.follow(|s| {
        s.get(id)
            .map(|project| read(s, project))
            .unwrap_or_default()
    })
}
