//! The ⋯ of a row: a menu of its actions, closed until the user opens it.

use leptos::html;
use leptos::prelude::*;

use super::menu::{MenuItem, MenuList};
use super::{Icon, IconName};

/// A button that opens a menu.
#[component]
pub fn RowMenu(
    /// Label of the button for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Its entries, computed when it opens.
    items: Callback<(), Vec<MenuItem>>,
    /// The DOM id of the button, when another part has to find it.
    #[prop(optional, into)]
    id: String,
    /// Shows the label on the button, in the place of ⋯.
    #[prop(optional)]
    named: bool,
    /// True while nothing can be done with it.
    #[prop(optional)]
    disabled: bool,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            // A button on the page takes the focus.
            let _ = button.focus();
        }
    };
    view! {
        <span class="row-menu">
            <button
                node_ref=button
                id=(!id.is_empty()).then_some(id)
                type="button"
                class=if named { "btn quiet small" } else { "btn plain small menu-opener" }
                aria-label=(!named).then_some(label)
                disabled=disabled
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                on:mousedown=move |event| if open.get_untracked() { event.prevent_default() }
                on:click=move |_| if open.get_untracked() { close() } else { open.set(true) }
            >
                {match named {
                    true => view! { {label} <span aria-hidden="true">"▾"</span> }.into_any(),
                    false => view! { <Icon name=IconName::More /> }.into_any(),
                }}
            </button>
            <Show when=move || open.get()>
                <MenuList
                    label
                    items=untrack(|| items.run(()))
                    close=Callback::new(move |()| close())
                    left=Callback::new(move |()| open.set(false))
                />
            </Show>
        </span>
    }
}
