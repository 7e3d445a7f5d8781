//! キー操作の一覧: the table of operations, as a person reads it.

use leptos::prelude::*;

use super::Panels;
use crate::app::action::Action;
use crate::app::parts::Dialog;
use crate::locale::help as words;

/// Every operation with its key.
#[component]
pub fn Help() -> impl IntoView {
    let open = Panels::here().help;
    view! {
        <Dialog open title=words::TITLE.to_owned()>
            <table class="table">
                <caption>{words::GENERAL}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::OPERATION}</th>
                        <th scope="col">{words::KEY}</th>
                    </tr>
                </thead>
                <tbody>
                    {Action::ALL
                        .into_iter()
                        .filter_map(|action| action.shortcut().map(|key| (action.words(), key.words())))
                        .map(|(name, key)| view! { <tr><th scope="row">{name}</th><td>{key}</td></tr> })
                        .collect_view()}
                </tbody>
            </table>
            {words::PLACES
                .into_iter()
                .map(|(place, keys)| {
                    view! {
                        <table class="table">
                            <caption>{place}</caption>
                            <tbody>
                                {keys
                                    .iter()
                                    .map(|(what, key)| view! { <tr><th scope="row">{*what}</th><td>{*key}</td></tr> })
                                    .collect_view()}
                            </tbody>
                        </table>
                    }
                })
                .collect_view()}
        </Dialog>
    }
    .into_any()
}
