//! Warnings before parts are given: sheets of 評価 that the plan has not.

use leptos::prelude::*;

use super::give_form::GiveForm;
use super::state::Hands;
use crate::route::{Page, Route};
use ::words::hands as words;
use output::hands::{missing_review_warnings, proposals};

/// The warnings.
#[component]
pub fn Missing(form: GiveForm) -> impl IntoView {
    let hands = Hands::here();
    let this_year = hands.workspace.this_year();
    let all = Memo::new(move |_| {
        hands
            .store
            .follow(|s| missing_review_warnings(s, &form.drafts(&proposals(s)), this_year))
    });
    let is_any = move || all.with(|all| !all.is_empty());
    view! {
        <Show when=is_any>
            <div class="notice hands-missing" role="status">
                {move || all.get().into_iter().map(|one| view! { <p>{one}</p> }).collect_view()}
                <a href=Route::of_page(Page::Review(None)).to_string()>{words::missing_link()}</a>
            </div>
        </Show>
    }
}
