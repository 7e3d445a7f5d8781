//! ローリング: next year's plan out of this year's, shown before it is made, made in one edit.

use leptos::prelude::*;

use super::FiscalCycle;
use crate::panels::Panels;
use crate::parts::{Dialog, ScrollTable, column_heads};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::Say;
use ::words::plan as words;
use insight::sheets::{Rolling, left_out, rolling};
use strategy::*;

/// The button and its dialog.
#[component]
pub fn RollButton(
    /// The year from whose plan the next is made.
    #[prop(into)]
    from: Signal<FiscalYear>,
    /// True if it is the way to the sheets of all measures at once, on 評価.
    #[prop(optional)]
    of_all: bool,
) -> impl IntoView {
    let wanted = Panels::here().next_plan;
    let open = RwSignal::new(!of_all && wanted.get_untracked());
    if !of_all {
        wanted.set(false);
    }
    let title = Signal::derive(move || words::roll_title(from.get().next()));
    let label = move || match of_all {
        true => words::roll_all(from.get().next()),
        false => words::roll().to_owned(),
    };
    view! {
        <button type="button" class="btn" class:main=of_all aria-haspopup="dialog" on:click=move |_| open.set(true)>
            {label}
        </button>
        <Dialog open title class="wide">
            <Preview open from />
        </Dialog>
    }
    .into_any()
}

/// Preview of rolling, and its button.
#[component]
fn Preview(open: RwSignal<bool>, from: Signal<FiscalYear>) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let from = from.get_untracked();
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
    let name = move |measure: Id<Measure>| {
        let title = store.with(|s| s.get(measure).map(|m| m.title.clone()));
        words::coded(&cycle.code(measure), &title.unwrap_or_default())
    };
    let left_out: Vec<_> = store
        .with(|s| left_out(s, from))
        .into_iter()
        .map(name)
        .collect();
    let row = move |one: &Rolling| {
        let name = name(one.measure);
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
        {(!left_out.is_empty()).then(|| view! { <p class="warn-text">{words::left_out(from, &left_out)}</p> })}
        <ScrollTable label=words::roll_table() caption=words::roll_table() heads=column_heads(&words::roll_columns(), &[])>
            {all.iter().map(row).collect_view()}
        </ScrollTable>
        <div class="row">
            <button type="button" class="btn main" on:click=apply>{words::roll_apply()}</button>
        </div>
    }
    .into_any()
}
