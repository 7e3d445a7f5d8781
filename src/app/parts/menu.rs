//! A menu: a list of commands. The arrows go through it, Escape and whatever takes the keyboard elsewhere close it.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::short::Short;

/// One thing a menu offers.
#[derive(Clone)]
pub struct MenuItem {
    /// Its label.
    pub words: String,
    /// True if it is on; `None`: it is nothing that can be on or off.
    pub on: Option<bool>,
    /// The key that does the same; empty: there is none.
    pub keys: &'static str,
    /// Does it.
    pub run: Callback<()>,
}

impl MenuItem {
    /// Something to do.
    pub fn act(words: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            words: words.into(),
            on: None,
            keys: "",
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

    /// The same, with the key that does it.
    pub fn with_keys(self, keys: &'static str) -> Self {
        Self { keys, ..self }
    }
}

/// The list of a menu that is open.
#[component]
pub fn MenuList(
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Its entries.
    items: Vec<MenuItem>,
    /// Closes it and gives the keyboard back.
    close: Callback<()>,
    /// Closes it after the keyboard went elsewhere; without it, `close` does.
    #[prop(optional)]
    left: Option<Callback<()>>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            go(&list, |_, _| 0);
        }
    });
    let keydown = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else {
            return;
        };
        if event.key() == "Escape" {
            close.run(());
        } else if !go_by_key(&list, &event.key()) {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let focusout = move |event: FocusEvent| {
        let to = event
            .related_target()
            .and_then(|t| t.dyn_into::<web_sys::Node>().ok());
        let inside = list
            .get_untracked()
            .is_some_and(|list| list.contains(to.as_ref()));
        if !inside {
            left.unwrap_or(close).run(());
        }
    };
    view! {
        <div node_ref=list class="row-menu-list" role="menu" aria-label=label on:keydown=keydown on:focusout=focusout>
            {items.into_iter().map(|item| shown(item, close)).collect_view()}
        </div>
    }
}

/// The right button of a mouse: it opens the menu.
pub const RIGHT: i16 = 2;

/// A place in the window, in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WindowPoint {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// Shows a menu at a place, as near as the window has room for it.
#[component]
pub fn MenuAt(point: WindowPoint, children: Children) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let place = RwSignal::new(point);
    Effect::new(move |_| {
        let (Some(element), Some(root)) = (element.get(), document().document_element()) else {
            return;
        };
        let within = |at: f64, size: i32, room: i32| at.min(f64::from(room - size)).max(0.0);
        place.set(WindowPoint {
            x: within(point.x, element.offset_width(), root.client_width()),
            y: within(point.y, element.offset_height(), root.client_height()),
        });
    });
    let style = move || {
        let WindowPoint { x, y } = place.get();
        format!("left:{}px;top:{}px", Short(x), Short(y))
    };
    view! { <div node_ref=element class="menu-at" style=style>{children()}</div> }.into_any()
}

/// An item as a button; what it does closes the menu first.
fn shown(item: MenuItem, close: Callback<()>) -> impl IntoView {
    let run = move |_| {
        close.run(());
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
            {(!item.keys.is_empty()).then(|| view! { <kbd>{item.keys}</kbd> })}
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
