//! The printed numbers of what the outline shows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::store::Store;
use insight::Numbers;

/// The printed numbers of everything in the outline, for the rows below.
#[derive(Clone, Copy)]
pub struct Numbered(Memo<Arc<Numbers>>);

impl Numbered {
    /// Counts for the components below.
    pub fn set_up(store: Store) {
        provide_context(Self(Memo::new(move |_| {
            Arc::new(store.follow(Numbers::of))
        })));
    }

    /// Reads the numbers, now and whenever one changes.
    pub fn read<R>(read: impl FnOnce(&Numbers) -> R) -> R {
        expect_context::<Self>().0.with(|numbers| read(numbers))
    }
}
