//! A button that makes a proposed mend.

use leptos::prelude::*;

use crate::store::Store;
use ::words::{Say, checks as words};
use insight::checks::Fix;

/// Returns the button of a mend, which says what it does.
pub fn fix_button(store: Store, fix: &Fix) -> AnyView {
    let label = words::fix(fix.say());
    let fix = fix.clone();
    view! {
        <button type="button" class="btn small sentence" on:click=move |_| { store.edit(|s| fix.edit(s)); }>
            {label}
        </button>
    }
    .into_any()
}
