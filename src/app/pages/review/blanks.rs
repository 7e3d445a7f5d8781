//! Blank fields on the sheets of the year judged.

use std::sync::Arc;

use leptos::prelude::*;

use crate::pages::sheets::FiscalCycle;
use crate::store::Store;
use insight::sheets::{Blank, blanks};
use strategy::Side;

/// Blank fields on the sheets of the year judged.
#[derive(Clone, Copy)]
pub struct Blanks(Memo<Arc<Vec<Blank>>>);

impl Blanks {
    /// Looks for the components below.
    pub fn set_up(store: Store, cycle: FiscalCycle) {
        provide_context(Self(Memo::new(move |_| {
            let year = cycle.year(Side::Done);
            Arc::new(store.follow(|s| blanks(s, year)))
        })));
    }

    /// The blanks, now and whenever one is filled.
    pub fn here() -> Memo<Arc<Vec<Blank>>> {
        expect_context::<Self>().0
    }
}
