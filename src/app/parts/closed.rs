//! A closed year (年度の確定) as it is seen: marked, told, and refusing at the first key.

use leptos::ev::{ClipboardEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Icon, IconName, is_composing};
use crate::panels::Panels;
use crate::store::Store;
use ::words::review as words;
use strategy::FiscalYear;

/// 「確定」 with a lock, beside what cannot be changed.
#[component]
pub fn ClosedMark() -> impl IntoView {
    view! {
        <span class="chip closed-mark">
            <Icon name=IconName::Lock />
            {words::lock()}
        </span>
    }
}

/// Says that what is shown is of a closed year, and offers to open it again.
#[component]
pub fn ClosedNotice(
    /// The year, while it is closed.
    #[prop(into)]
    year: Signal<Option<FiscalYear>>,
) -> impl IntoView {
    let reopen = Panels::here().reopen;
    move || {
        year.get().map(|year| {
            view! {
                <div class="row closed-notice">
                    <ClosedMark />
                    <span>{words::is_closed(year)}</span>
                    <button
                        type="button"
                        class="btn small"
                        aria-haspopup="dialog"
                        on:click=move |_| reopen.set(Some(year))
                    >
                        {words::reopen(year)}
                    </button>
                </div>
            }
        })
    }
}

/// Fields of a year: while it is closed they can only be read, and who types, empties or pastes is told so at once.
#[component]
pub fn Closable(
    /// The year, while it is closed.
    #[prop(into)]
    year: Signal<Option<FiscalYear>>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let store = Store::here();
    let refuse = move |event: &web_sys::Event| {
        if let Some(year) = year.get_untracked()
            && is_locked_field(event)
        {
            event.prevent_default();
            store.refuse_closed(year);
        }
    };
    view! {
        <div
            class="closable"
            on:keydown=move |event| if writes(&event) { refuse(&event) }
            on:paste=move |event: ClipboardEvent| refuse(&event)
            on:cut=move |event: ClipboardEvent| refuse(&event)
        >
            {children()}
        </div>
    }
}

/// True if the event is of a field that can only be read.
fn is_locked_field(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let field = target.and_then(|element| element.closest("[readonly]").ok());
    field.flatten().is_some()
}

/// True if a key would write into a field: a letter (also one being converted), F2, Delete or Backspace.
pub fn writes(event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let key = event.key();
    is_composing(event)
        || matches!(key.as_str(), "F2" | "Delete" | "Backspace")
        || key.chars().count() == 1
}
