//! A list that keeps what it has drawn of an item as long as the item is in it, wherever it moves: focus and scroll stay.
//!
//! Leptos's `For` is compiled anew for every list; this one is there once, because it knows items by their numbers only.

use std::sync::Arc;

use leptos::prelude::*;

use strategy::{FiscalYear, Id};

/// An item that is known by a number.
pub trait ByNumber: Send + Sync + 'static {
    /// Its number; no other item of a list has it.
    fn number(self) -> u64;
    /// The item with this number.
    fn numbered(number: u64) -> Self;
}

impl<T: 'static> ByNumber for Id<T> {
    fn number(self) -> u64 {
        Id::number(self)
    }
    fn numbered(number: u64) -> Self {
        Id::new(number)
    }
}

/// No id has the number that stands for none: ids have 53 bits.
impl<T: 'static> ByNumber for Option<Id<T>> {
    fn number(self) -> u64 {
        self.map_or(u64::MAX, Id::number)
    }
    fn numbered(number: u64) -> Self {
        (number != u64::MAX).then(|| Id::new(number))
    }
}

impl ByNumber for FiscalYear {
    fn number(self) -> u64 {
        u64::from(self.0.cast_unsigned())
    }
    fn numbered(number: u64) -> Self {
        FiscalYear((number as u32).cast_signed())
    }
}

impl ByNumber for usize {
    fn number(self) -> u64 {
        self as u64
    }
    fn numbered(number: u64) -> Self {
        number as usize
    }
}

/// Draws each item once.
#[component]
pub fn Each<T: ByNumber, I: IntoIterator<Item = T>, V: IntoAny + 'static>(
    /// The items in order, now and whenever they change.
    of: impl Fn() -> I + Send + Sync + 'static,
    /// Draws one.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView {
    listed(
        Box::new(move || of().into_iter().map(T::number).collect()),
        Arc::new(move |number| children(T::numbered(number)).into_any()),
    )
}

type ItemNumbers = Box<dyn Fn() -> Vec<u64> + Send + Sync>;
type DrawItem = Arc<dyn Fn(u64) -> AnyView + Send + Sync>;

fn listed(numbers: ItemNumbers, draw: DrawItem) -> AnyView {
    view! { <For each=numbers key=|number| *number children=move |number| draw(number) /> }
        .into_any()
}
