//! A field of a record, edited where it stands: what it shows and how it is written follow from its description.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::field::{Choice, Field};
use crate::store::Store;
use edit::{Changed, Titled};
use strategy::record::{Lens, Path, WordChoices};
use strategy::{Id, Record};
use words::terms::term;

/// A text of a record, now and whenever it changes.
pub fn text_of<T: Record>(store: Store, of: Id<T>, field: impl Path<T, String>) -> Signal<String> {
    Signal::derive(move || {
        let record = store.get(of);
        let text = record.and_then(|record| field.get(&record).cloned());
        text.unwrap_or_default()
    })
}

/// Writes a field of a record, as a step of the history that is called by the field.
pub fn writing<T: Changed + Titled, V: 'static>(
    store: Store,
    of: Id<T>,
    field: impl Path<T, V>,
) -> Callback<V> {
    Callback::new(move |to: V| {
        let called = edit::Field::of(field.field().name, None);
        store.edit(|s| {
            edit::set(s, of, called, |record| {
                if let Some(value) = field.get_mut(record) {
                    *value = to;
                }
            })
        });
    })
}

/// A text of a record. What else can be said is as for a [`Field`].
#[component]
pub fn TextOf<T: Changed + Titled, P: Path<T, String>>(
    /// The record.
    of: Id<T>,
    /// The text.
    field: P,
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Several lines.
    #[prop(optional)]
    lines: bool,
    /// Shown while empty.
    #[prop(optional, into)]
    placeholder: String,
    /// More classes.
    #[prop(optional, into)]
    class: String,
    /// Enter in a one-line field, after the text is sent.
    #[prop(optional_no_strip, into)]
    on_enter: Option<Callback<()>>,
    /// Any other key, outside a conversion.
    #[prop(optional_no_strip, into)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// The DOM id.
    #[prop(optional, into)]
    id: String,
    /// True if it can only be read now.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let store = Store::here();
    view! {
        <Field
            label
            value=text_of(store, of, field)
            on_input=writing(store, of, field)
            lines
            placeholder
            class
            on_enter
            on_key
            id
            locked
        />
    }
}

/// A word of a record, chosen among all there are.
#[component]
pub fn OneOf<T: Changed + Titled, V: WordChoices>(
    /// The record.
    of: Id<T>,
    /// The word.
    field: Lens<T, V>,
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let store = Store::here();
    let write = writing(store, of, field);
    let value = move || {
        let record = store.get(of);
        record
            .map_or("", |record| (field.get)(&record).key())
            .to_owned()
    };
    view! {
        <Choice
            label
            value=Signal::derive(value)
            options=Signal::stored(options::<V>(None))
            on_change=Callback::new(move |key: String| {
                if let Some(word) = V::of(&key) {
                    write.run(word);
                }
            })
        />
    }
}

/// A word of a record, chosen among all there are, or none.
#[component]
pub fn OneOrNone<T: Changed + Titled, V: WordChoices>(
    /// The record.
    of: Id<T>,
    /// The word.
    field: Lens<T, Option<V>>,
    /// Label of the choice of none.
    none: &'static str,
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The DOM id.
    #[prop(optional, into)]
    id: String,
    /// True if it can only be read now.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let write = writing(store, of, field);
    let value = move || {
        let word = store.get(of).and_then(|record| *(field.get)(&record));
        word.map_or("", V::key).to_owned()
    };
    view! {
        <Choice
            label
            value=Signal::derive(value)
            options=Signal::stored(options::<V>(Some(none)))
            on_change=Callback::new(move |key: String| write.run(V::of(&key)))
            id
            locked
        />
    }
}

/// Key and word of each choice, behind what none is called.
pub fn options<V: WordChoices>(none: Option<&str>) -> Vec<(String, String)> {
    let none = none.map(|none| (String::new(), none.to_owned()));
    let all = V::all().iter();
    let all = all.map(|one| (one.key().to_owned(), term(V::NAME, one.key()).to_owned()));
    none.into_iter().chain(all).collect()
}
