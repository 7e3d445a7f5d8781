//! A choice among a few words, or a word of one's own.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::{is_composing, read_only};

/// A one-line field that offers words and takes any. What is written is sent when the field is left or on
/// Enter; Escape puts back what was there.
#[component]
pub fn ComboBox(
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The word as the strategy holds it.
    #[prop(into)]
    value: Signal<String>,
    /// The id of the `datalist` that holds the words offered.
    #[prop(into)]
    list: String,
    /// Called with the word, without the spaces around it.
    #[prop(into)]
    on_change: Callback<String>,
    /// Any other key, outside a conversion.
    #[prop(optional, into)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// More classes.
    #[prop(optional, into)]
    class: String,
    /// The DOM id, when another part has to find it.
    #[prop(optional, into)]
    id: String,
    /// Shown while empty.
    #[prop(optional, into)]
    placeholder: String,
    /// True if it can only be read now.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let element = NodeRef::<Input>::new();
    let read_only = read_only();
    let show = move || {
        if let Some(input) = element.get_untracked() {
            input.set_value(&value.get_untracked());
        }
    };
    let is_written = move || {
        let written = element.get_untracked().map(|input| input.value());
        written.is_some_and(|written| written != value.get_untracked())
    };
    let send = move || {
        let Some(input) = element.get_untracked() else {
            return;
        };
        let text = input.value().trim().to_owned();
        if text != value.get_untracked() {
            on_change.run(text);
        }
        show();
    };
    view! {
        <input
            node_ref=element
            type="text"
            id=(!id.is_empty()).then_some(id)
            class=format!("input combo {class}")
            aria-label=label
            list=list
            autocomplete="off"
            placeholder=placeholder
            readonly=move || locked.get() || read_only.get()
            prop:value=move || value.get()
            on:change=move |_| send()
            on:keydown=move |event: KeyboardEvent| {
                if is_composing(&event) {
                    return;
                }
                match event.key().as_str() {
                    "Escape" if is_written() => {
                        // A window around it closes with the next.
                        event.prevent_default();
                        show();
                    }
                    "Enter" => send(),
                    _ => {}
                }
                if let Some(then) = on_key {
                    then.run(event);
                }
            }
        />
    }
}

/// The words a [`ComboBox`] offers.
#[component]
pub fn DataList(
    /// The DOM id the fields point to.
    #[prop(into)]
    id: String,
    /// The words.
    #[prop(into)]
    words: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <datalist id=id>
            {move || words.get().into_iter().map(|word| view! { <option value=word></option> }).collect_view()}
        </datalist>
    }
}
