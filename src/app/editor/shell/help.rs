//! キー操作の一覧: the table of operations, as a person reads it.

use leptos::prelude::*;

use crate::command::Command;
use crate::panels::Panels;
use crate::parts::Dialog;
use ::words::help as words;

/// Every operation with its key.
#[component]
pub fn Help() -> impl IntoView {
    let open = Panels::here().help;
    view! {
        <Dialog open title=words::title().to_owned()>
            <table class="table">
                <caption>{words::general()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::operation()}</th>
                        <th scope="col">{words::key()}</th>
                    </tr>
                </thead>
                <tbody>
                    {Command::all()
                        .filter_map(|command| command.shortcut().map(|key| (command.words(), key.words())))
                        .map(|(name, key)| view! { <tr><th scope="row">{name}</th><td>{key}</td></tr> })
                        .collect_view()}
                </tbody>
            </table>
            {words::places()
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
