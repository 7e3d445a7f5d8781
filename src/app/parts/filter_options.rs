//! Options of the choices that filter a table: all, and each of the others.

use std::sync::Arc;

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
pub fn goal_options(s: &Strategy, order: &[Id<Goal>]) -> Options {
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
