//! The ⋯ of a row: what can be done with it, out of the way until it is asked for.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Icon, IconName};

/// One thing a menu offers.
#[derive(Clone)]
pub struct MenuItem {
    /// Its label.
    pub words: String,
    /// True if it is on; `None`: it is nothing that can be on or off.
    pub on: Option<bool>,
    /// Does it.
    pub run: Callback<()>,
}

impl MenuItem {
    /// Something to do.
    pub fn act(words: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            words: words.into(),
            on: None,
            run: Callback::new(move |()| run()),
        }
    }

    /// Something to switch on or off.
    pub fn switch(
        words: impl Into<String>,
        on: bool,
        run: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self {
            on: Some(on),
            ..Self::act(words, run)
        }
    }
}

/// A button that opens a menu. The arrows go through it, Escape and whatever takes the keyboard elsewhere close it.
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
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            // A button on the page takes the focus.
            let _ = button.focus();
        }
    };
    Effect::new(move |_| {
        if open.get()
            && let Some(list) = list.get()
        {
            go(&list, |_, _| 0);
        }
    });
    let keydown = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else {
            return;
        };
        if event.key() == "Escape" {
            close();
        } else if !go_by_key(&list, &event.key()) {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let left = move |event: FocusEvent| {
        let to = event
            .related_target()
            .and_then(|t| t.dyn_into::<web_sys::Node>().ok());
        let inside = list
            .get_untracked()
            .is_some_and(|list| list.contains(to.as_ref()));
        if !inside {
            open.set(false);
        }
    };
    view! {
        <span class="row-menu">
            <button
                node_ref=button
                id=(!id.is_empty()).then_some(id)
                type="button"
                class="btn plain small menu-opener"
                aria-label=label
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                on:mousedown=move |event| if open.get_untracked() { event.prevent_default() }
                on:click=move |_| if open.get_untracked() { close() } else { open.set(true) }
            >
                <Icon name=IconName::More />
            </button>
            <Show when=move || open.get()>
                <div node_ref=list class="row-menu-list" role="menu" aria-label=label on:keydown=keydown on:focusout=left>
                    {untrack(|| items.run(())).into_iter().map(|item| shown(item, close)).collect_view()}
                </div>
            </Show>
        </span>
    }
    .into_any()
}

/// An item as a button; what it does closes the menu first.
fn shown(item: MenuItem, close: impl Fn() + Send + Sync + 'static) -> impl IntoView {
    let run = move |_| {
        close();
        item.run.run(());
    };
    let role = if item.on.is_some() {
        "menuitemcheckbox"
    } else {
        "menuitem"
    };
    view! {
        <button
            type="button"
            role=role
            tabindex="-1"
            aria-checked=item.on.map(|on| on.to_string())
            on:click=run
        >
            {item.words}
        </button>
    }
}

/// Moves the keyboard as a key says; whether the key says anything.
fn go_by_key(list: &web_sys::HtmlDivElement, key: &str) -> bool {
    match key {
        "ArrowDown" => go(list, |at, count| (at + 1) % count),
        "ArrowUp" => go(list, |at, count| (at + count - 1) % count),
        "Home" => go(list, |_, _| 0),
        "End" => go(list, |_, count| count - 1),
        _ => return false,
    }
    true
}

/// Moves the keyboard to another item of the list.
fn go(list: &web_sys::HtmlDivElement, to: impl Fn(usize, usize) -> usize) {
    let next = |item: &web_sys::Element| item.next_element_sibling();
    let items = std::iter::successors(list.first_element_child(), next);
    let items: Vec<web_sys::HtmlElement> = items.filter_map(|item| item.dyn_into().ok()).collect();
    if items.is_empty() {
        return;
    }
    let here = document().active_element();
    let at = items
        .iter()
        .position(|item| here.as_ref() == Some(item.as_ref()));
    if let Some(item) = items.get(to(at.unwrap_or_default(), items.len())) {
        // A button on the page takes the focus.
        let _ = item.focus();
    }
}
