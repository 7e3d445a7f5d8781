//! A button with an icon in the place of words, and a chip that one removes.

use leptos::prelude::*;

use super::{Icon, IconName, read_only};

/// The button.
#[component]
pub fn IconButton(
    /// The icon.
    icon: IconName,
    /// Its name for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
    /// True while it cannot be pressed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Its classes.
    #[prop(default = "btn plain small")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <button type="button" class=class aria-label=label disabled=disabled on:click=move |_| on_press.run(())>
            <Icon name=icon />
        </button>
    }
}

/// An item of a list, and the button that removes it.
pub fn removable_chip(
    name: String,
    label: String,
    on_remove: impl Fn(()) + Send + Sync + 'static,
) -> AnyView {
    view! {
        <li class="chip use">
            {name}
            <IconButton icon=IconName::Close class="chip-button" label disabled=read_only() on_press=on_remove />
        </li>
    }
    .into_any()
}
