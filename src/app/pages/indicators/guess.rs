//! 自動判定: which way an indicator seems to go and how it seems to be counted, with its reason. Taken with one click.

use std::mem::discriminant;

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::store::Store;
use ::words::{Word, guess as words, model};
use edit::Field;
use insight::overview::glance;
use insight::progress::Way;
use insight::{Suggestion, suggest};
use strategy::*;

/// The guesses of one indicator, again whenever it or its figures change.
#[derive(Clone, Copy)]
pub struct Guesses {
    store: Store,
    id: Id<Indicator>,
    guess: Memo<Option<Suggestion>>,
    /// The way it is judged by, decided or not.
    judged: Memo<Option<Way>>,
}

impl Guesses {
    /// The guesses of this indicator.
    pub fn of(store: Store, id: Id<Indicator>) -> Self {
        let guess = Memo::new(move |_| {
            store.get(id)?;
            for series in store.list::<Series>(id) {
                store.get(series);
            }
            store.with(|s| suggest(s, id))
        });
        let year = YearJudged::here();
        let judged = Memo::new(move |_| {
            guess.track();
            let year = year.get();
            store.with(|s| glance(s, id, year)).and_then(|g| g.way())
        });
        Self {
            store,
            id,
            guess,
            judged,
        }
    }

    /// めざす向き.
    pub fn way(self) -> AnyView {
        let Self {
            store,
            id,
            guess,
            judged,
        } = self;
        let now = move || store.get(id).and_then(|k| k.desired);
        (move || {
            let Some((way, hint)) = guess.with(|g| g.as_ref().and_then(Suggestion::way)) else {
                let unset = now().is_none();
                return unset
                    .then(|| view! { <span class="hint">{words::nothing()}</span> }.into_any());
            };
            let is_way = |other: Desired| discriminant(&other) == discriminant(&way);
            let same = now().is_some_and(is_way);
            let already = now().is_none() && judged.get().is_some_and(|way| is_way(way.desired()));
            let take = move || {
                store.edit(|s| edit::set(s, id, Field::Desired, |k| k.desired = Some(way)));
            };
            Some(proposal(
                words::line(model::desired(Some(way)), hint, same, already),
                (!same).then_some(words::take_way()),
                take,
            ))
        })
        .into_any()
    }

    /// 数え方.
    pub fn count(self) -> AnyView {
        let Self {
            store, id, guess, ..
        } = self;
        let now = move || store.get(id).map(|k| k.counting).unwrap_or_default();
        (move || {
            let (counting, hint) = guess.with(|g| g.as_ref().and_then(Suggestion::count))?;
            let same = discriminant(&now()) == discriminant(&counting);
            let take = move || {
                store.edit(|s| edit::set(s, id, Field::Counting, |k| k.counting = counting));
            };
            Some(proposal(
                words::line(counting.word(), hint, same, false),
                (!same).then_some(words::take_count()),
                take,
            ))
        })
        .into_any()
    }
}

fn proposal(line: String, word: Option<&'static str>, take: impl Fn() + 'static) -> AnyView {
    let button = word.map(|word| {
        view! {
            <button type="button" class="btn small" on:click=move |_| take()>
                {word}
            </button>
        }
    });
    view! {
        <span class="row guess">
            <span class="hint">{line}</span>
            {button}
        </span>
    }
    .into_any()
}
