//! The initiative whose support is being chosen.

use leptos::prelude::*;

use strategy::*;

/// The initiative; `None`: none. Copy it freely.
#[derive(Clone, Copy)]
pub struct Citing(pub RwSignal<Option<Id<Initiative>>>);

impl Citing {
    /// None, on the page below.
    pub fn set_up() -> Self {
        let citing = Self(RwSignal::new(None));
        provide_context(citing);
        citing
    }

    /// That of the page.
    pub fn here() -> Self {
        expect_context()
    }
}
