//! 取らなかった内容: what did not prevail, kept until the year is closed.

use leptos::prelude::*;

use super::state::Hands;
use ::words::{hands as words, time};
use strategy::*;

/// The list, the last first; nothing where there is none.
#[component]
pub fn Untaken() -> impl IntoView {
    let hands = Hands::here();
    let all = Memo::new(move |_| hands.store.about().untaken.clone());
    let today = hands.workspace.today();
    let row = move |one: UntakenValue| {
        let from = match one.from.is_empty() {
            true => words::of_plan().to_owned(),
            false => one.from.clone(),
        };
        view! {
            <tr>
                <th scope="row">{one.title}</th>
                <td>{one.part}</td>
                <td>{from}</td>
                <td class="pre">{one.text}</td>
                <td>{time::moment(&one.at, &today)}</td>
            </tr>
        }
    };
    let rows = move || all.get().into_iter().rev().map(row.clone()).collect_view();
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <details class="card">
                <summary>
                    <h2>{move || words::untaken_title(all.with(Vec::len))}</h2>
                </summary>
                <p class="sub">{words::untaken_note()}</p>
                <div class="table-scroll" tabindex="0" role="group" aria-label=words::untaken_note()>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{words::column_record()}</th>
                                <th scope="col">{words::column_part()}</th>
                                <th scope="col">{words::column_from()}</th>
                                <th scope="col">{words::column_text()}</th>
                                <th scope="col">{words::column_at()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows.clone()}</tbody>
                    </table>
                </div>
            </details>
        </Show>
    }
}
