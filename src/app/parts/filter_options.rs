//! Choices that filter a table, and their options: all, and each of the others.

use std::sync::Arc;

use leptos::prelude::*;

use super::Choice;
use crate::store::Store;
use ::words::{indicators as words, model};
use insight::Numbers;
use strategy::*;

/// Keys and names.
pub type Options = Vec<(String, String)>;

/// The choice of all, and the others.
pub fn with_all(all: &str, others: impl Iterator<Item = (String, String)>) -> Options {
    std::iter::once((String::new(), all.to_owned()))
        .chain(others)
        .collect()
}

/// The goals, by their ids.
pub fn goal_options(store: Store) -> Signal<Options> {
    let goals = Memo::new(move |_| {
        let order = store.list::<Goal>(About::ID);
        order.iter().for_each(|id| drop(store.get(*id)));
        store.with(|s| goals(s, &order))
    });
    goals.into()
}

fn goals(s: &Strategy, order: &[Id<Goal>]) -> Options {
    let numbers = Numbers::of(s);
    let goals = order.iter().filter_map(|id| s.get(*id));
    let named = |g: &Arc<Goal>| {
        let name = model::goal_coded(&numbers.goal(g.id), &g.title);
        (g.id.to_string(), name)
    };
    with_all(words::all_goals(), goals.map(named))
}

/// A key that is not empty for an owner that may be.
pub fn owner_key(owner: &str) -> String {
    format!("={owner}")
}

/// 担当課, by their keys.
pub fn owner_options(owners: Vec<String>) -> Options {
    let named = |owner: String| {
        let name = match owner.as_str() {
            "" => words::no_owner().to_owned(),
            _ => owner.clone(),
        };
        (owner_key(&owner), name)
    };
    with_all(words::all_owners(), owners.into_iter().map(named))
}

/// The key of a choice: its place among all.
pub fn place_in<T: PartialEq>(all: &[T], one: &T) -> String {
    let place = all.iter().position(|other| other == one);
    place.map(|place| place.to_string()).unwrap_or_default()
}

/// The choice with such a key.
pub fn at<T: Copy>(all: &[T], key: &str) -> Option<T> {
    key.parse().ok().and_then(|at: usize| all.get(at).copied())
}

/// A choice that is a part of a query: `value` reads its key there, `set` writes it.
pub fn filter_choice<Q: Send + Sync + 'static>(
    query: RwSignal<Q>,
    label: &'static str,
    options: Signal<Options>,
    value: fn(&Q) -> String,
    set: fn(&mut Q, &str),
) -> AnyView {
    view! {
        <Choice
            shows=true
            label
            value=Signal::derive(move || query.with(value))
            options
            on_change=Callback::new(move |key: String| query.update(|query| set(query, &key)))
        />
    }
    .into_any()
}
