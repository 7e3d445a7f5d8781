//! ローリング: next year's plan out of this year's, shown before it is made, made in one edit.

use leptos::prelude::*;

use crate::pages::sheets::FiscalCycle;
use crate::parts::Dialog;
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::Say;
use ::words::plan as words;
use insight::sheets::{Rolling, rolling};
use strategy::*;

/// The button and its dialog.
#[component]
pub fn RollButton() -> impl IntoView {
    let cycle = FiscalCycle::here();
    let open = RwSignal::new(false);
    let title = Signal::derive(move || words::roll_title(cycle.edition().get().next()));
    view! {
        <button type="button" class="btn" aria-haspopup="dialog" on:click=move |_| open.set(true)>
            {words::roll()}
        </button>
        <Dialog open title class="wide">
            <Preview open />
        </Dialog>
    }
    .into_any()
}

/// Preview of rolling, and its button.
#[component]
fn Preview(open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let from = cycle.edition().get_untracked();
    let made = store.with(|s| {
        let edit = edit::roll(s, from, &mut fresh_id)?;
        Ok::<_, edit::Refusal>((rolling(s, from, &edit), edit))
    });
    let (all, edit) = match made {
        Ok(made) => made,
        Err(refusal) => return view! { <p>{refusal.say()}</p> }.into_any(),
    };
    let apply = move |_| {
        if store.commit(edit.clone()) {
            cycle.choose(Side::Planned, from.next());
        }
        open.set(false);
    };
    let row = move |one: &Rolling| {
        let title = store.with(|s| s.get(one.measure).map(|m| m.title.clone()));
        let name = words::coded(&cycle.code(one.measure), &title.unwrap_or_default());
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{words::carried(one)}</td>
                <td>{words::ended(one)}</td>
                <td class="number">{one.done}</td>
            </tr>
        }
    };
    view! {
        <p>{words::roll_sentence(from, &all)}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::roll_table()>
            <table class="table">
                <caption>{words::roll_table()}</caption>
                <thead>
                    <tr>
                        {words::roll_columns().into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{all.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <div class="row">
            <button type="button" class="btn main" on:click=apply>{words::roll_apply()}</button>
        </div>
    }
    .into_any()
}
