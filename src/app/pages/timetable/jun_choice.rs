//! A 旬, chosen as a month and a third of it.

use leptos::prelude::*;

use crate::parts::Choice;
use ::words::{Word, timetable as words};
use strategy::*;

/// Number of 旬 in a month.
const THIRDS: i32 = 3;

/// Two fields: the month, and the third of it.
#[component]
pub fn JunChoice(
    /// Label of the month; that of the third says so.
    #[prop(into)]
    label: Signal<String>,
    /// The 旬, as its index.
    #[prop(into)]
    value: Signal<i32>,
    /// The first and the last 旬 whose months can be chosen.
    #[prop(into)]
    range: Signal<(i32, i32)>,
    /// Called with the index chosen.
    on_change: Callback<i32>,
) -> impl IntoView {
    let month_of = |index: i32| index.div_euclid(THIRDS);
    let month = Signal::derive(move || month_of(value.get()));
    let third = Signal::derive(move || value.get().rem_euclid(THIRDS));
    let months = Signal::derive(move || {
        let (first, last) = range.get();
        (month_of(first)..=month_of(last))
            .map(|month| {
                (
                    month.to_string(),
                    words::month(Jun::from_index(month * THIRDS)),
                )
            })
            .collect::<Vec<_>>()
    });
    let thirds = || {
        let all = Third::ALL.iter();
        all.map(|third| ((*third as i32).to_string(), third.word().to_owned()))
            .collect::<Vec<_>>()
    };
    let chosen = move |key: String, index: fn(i32, (i32, i32)) -> i32| {
        if let Ok(key) = key.parse() {
            on_change.run(index(key, (month.get_untracked(), third.get_untracked())));
        }
    };
    view! {
        <span class="row nowrap">
            <Choice
                label
                value=Signal::derive(move || month.get().to_string())
                options=months
                on_change=Callback::new(move |key| chosen(key, |key, (_, third)| key * THIRDS + third))
            />
            <Choice
                label=Signal::derive(move || words::third_of(label.get()))
                value=Signal::derive(move || third.get().to_string())
                options=Signal::derive(thirds)
                on_change=Callback::new(move |key| chosen(key, |key, (month, _)| month * THIRDS + key))
            />
        </span>
    }
}
