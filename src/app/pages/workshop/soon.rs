//! Deferred reading of thousands of ideas: after the browser has drawn the page.

use leptos::prelude::*;

use super::state::WorkshopState;
use crate::async_memo::async_memo;
use crate::store::Store;
use browser::time::yield_now;
use insight::workshop::{VoteTally, how_many, tallies};
use strategy::*;

/// So few ideas are read at once.
pub const FEW: usize = 400;

/// Tracked: the result of `read` for `asked`, also after every edit. With many ideas it comes a moment later, and is
/// blank until then.
pub fn soon<A, T>(
    store: Store,
    asked: impl Fn() -> A + 'static,
    read: impl Fn(&Strategy, A) -> T + Clone + 'static,
) -> Memo<T>
where
    A: 'static,
    T: Default + Clone + PartialEq + Send + Sync + 'static,
{
    let value = async_memo(move || {
        let (asked, read) = (asked(), read.clone());
        let few = store.follow(|s| s.ideas.len() <= FEW);
        async move {
            if !few {
                yield_now().await;
            }
            store.with(|s| read(s, asked))
        }
    });
    Memo::new(move |_| value.get().unwrap_or_default())
}

/// Returns the votes of the session shown, each kind apart.
pub fn counted(store: Store, state: WorkshopState) -> Memo<Vec<VoteTally>> {
    soon(
        store,
        move || state.session.get(),
        |s, session| session.map(|id| tallies(s, id)).unwrap_or_default(),
    )
}

/// Tracked: one of these counts, by its place among them; blank while there is none.
pub fn counted_at(counted: Memo<Vec<VoteTally>>, at: usize) -> Memo<Option<VoteTally>> {
    Memo::new(move |_| counted.with(|all| all.get(at).cloned()))
}

/// Returns the number of ideas, without those merged into others; computed at once.
pub fn count_of_ideas(store: Store, state: WorkshopState) -> Memo<usize> {
    Memo::new(move |_| {
        let session = state.session.get();
        store.follow(|s| session.map_or(0, |id| how_many(s, id)))
    })
}
