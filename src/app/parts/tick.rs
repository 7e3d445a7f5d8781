//! A box that is ticked.

use std::collections::BTreeSet;

use leptos::prelude::*;

/// The box and its label.
#[component]
pub fn Tick(
    /// True while it is ticked.
    #[prop(into)]
    on: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    set: Callback<bool>,
    /// True while it cannot be changed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Classes of both.
    #[prop(default = "row nowrap tick")]
    class: &'static str,
    /// The label.
    children: Children,
) -> impl IntoView {
    view! {
        <label class=class>
            <input type="checkbox" disabled=disabled prop:checked=on on:change=move |event| set.run(event_target_checked(&event)) />
            {children()}
        </label>
    }
}

/// A box that puts an item into a set.
pub fn tick_of<T: Ord + Copy + Send + Sync + 'static>(
    all: RwSignal<BTreeSet<T>>,
    one: T,
    label: String,
) -> AnyView {
    let set = move |on| {
        all.update(|all| {
            match on {
                true => all.insert(one),
                false => all.remove(&one),
            };
        });
    };
    let on = Signal::derive(move || all.with(|all| all.contains(&one)));
    view! { <Tick on set><span>{label}</span></Tick> }.into_any()
}
