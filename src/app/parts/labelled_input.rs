//! One line of text below its label. A text of a record is a `TextOf`.

use leptos::prelude::*;

use super::field::read_only;

/// An input of a form: it fills a signal while the user types.
#[component]
pub fn FormInput(
    /// The label.
    label: &'static str,
    /// The text.
    value: RwSignal<String>,
    /// Its type in HTML.
    #[prop(default = "text")]
    kind: &'static str,
    /// Shown while empty.
    #[prop(optional)]
    hint: &'static str,
    /// The DOM id.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    view! {
        <label class="labelled">
            <span class="label">{label}</span>
            <input id=id class="input" type=kind placeholder=hint disabled=read_only() bind:value=value />
        </label>
    }
}

/// An input that reports its text when the user has changed it and leaves it.
#[component]
pub fn ChangeInput(
    /// The label.
    label: &'static str,
    /// The text as it is kept.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new text.
    #[prop(into)]
    on_change: Callback<String>,
    /// Its type in HTML.
    #[prop(default = "text")]
    kind: &'static str,
    /// Shown while empty.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    view! {
        <label class="labelled">
            <span class="label">{label}</span>
            <input
                class="input"
                type=kind
                placeholder=hint
                disabled=read_only()
                prop:value=value
                on:change=move |event| on_change.run(event_target_value(&event))
            />
        </label>
    }
}
