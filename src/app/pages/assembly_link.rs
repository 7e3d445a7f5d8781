//! The link to the 議会答弁資料 of an indicator.

use leptos::prelude::*;

use crate::panels::{AskedPaper, Panels};
use crate::route::{Page, Route};
use ::words::assembly as words;
use strategy::{Id, Indicator};

/// The link; it opens 印刷 with the paper of the indicator.
#[component]
pub fn AssemblyLink(id: Id<Indicator>) -> impl IntoView {
    let handout = Panels::here().handout;
    view! {
        <a
            class="btn small"
            href=move || Route::of_page(Page::Paper(None)).to_string()
            on:click=move |_| handout.set(Some(AskedPaper::AssemblyReply(id)))
        >
            {words::open()}
        </a>
    }
}
