//! State that the pages of an open strategy share while it is open. The first page that needs a value makes it, so
//! that its code is fetched with that page and not with the strategy.

use std::any::{Any, TypeId};
use std::collections::HashMap;

use leptos::prelude::*;

type Things = HashMap<TypeId, Box<dyn Any>>;

/// Scope that lives as long as the open strategy.
#[derive(Clone)]
pub struct DocumentScope {
    owner: Owner,
    made: StoredValue<Things, LocalStorage>,
}

impl DocumentScope {
    /// Sets up the scope: values made later live as long as the calling component.
    pub fn set_up() {
        let owner = Owner::current().unwrap_or_default();
        provide_context(Self {
            owner,
            made: StoredValue::new_local(Things::new()),
        });
    }

    /// Returns the value of this type; makes it if no page has requested it yet.
    pub fn get_or_make<T: Copy + 'static>(make: impl FnOnce() -> T) -> T {
        let scope = expect_context::<Self>();
        let there = scope.made.with_value(|made| {
            let thing = made.get(&TypeId::of::<T>())?;
            thing.downcast_ref::<T>().copied()
        });
        there.unwrap_or_else(|| {
            let thing = scope.owner.with(|| untrack(make));
            let kept: Box<dyn Any> = Box::new(thing);
            scope
                .made
                .update_value(|made| drop(made.insert(TypeId::of::<T>(), kept)));
            thing
        })
    }
}
