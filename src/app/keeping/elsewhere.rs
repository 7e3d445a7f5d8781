//! The way to the copy of the app on this host that has the plans of this browser, where this copy has none.

use leptos::prelude::*;

use crate::workspace::Workspace;
use ::words::plans as words;

/// Address of the other copy, and its number of plans.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let there = Workspace::here().keeper()?.elsewhere()?;
    let address = window().location().origin().ok()? + &there.folder;
    let folder = js_sys::decode_uri(&there.folder).map_or(there.folder, String::from);
    Some(view! {
        <p class="sub">
            {words::elsewhere(folder, there.plans)} " " <a href=address>{words::elsewhere_open()}</a>
        </p>
    })
}
