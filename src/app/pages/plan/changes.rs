//! The plan of this year against that of the year before: what is new, ended, more and less.

use leptos::prelude::*;

use crate::pages::sheets::FiscalCycle;
use crate::parts::{ScrollTable, column_heads};
use crate::store::Store;
use ::words::plan as words;
use insight::money::{WorkChange, WorkMove};
use strategy::*;

/// Every way an initiative can have moved, in the order they are counted.
const MOVES: [WorkMove; 6] = [
    WorkMove::New,
    WorkMove::Ended,
    WorkMove::More,
    WorkMove::Less,
    WorkMove::Same,
    WorkMove::Unknown,
];

/// Counted in a sentence, then initiative by initiative; what stayed the same only counts.
#[component]
pub fn Changes() -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let all = cycle.against(Side::Planned);
    let row = move |change: &WorkChange| {
        let measure = store.with(|s| s.get(change.measure).map(|m| m.title.clone()));
        let measure = words::coded(&cycle.code(change.measure), &measure.unwrap_or_default());
        let moved = change.moved();
        view! {
            <tr>
                <th scope="row">
                    <span class="chip" class:blue=moved == WorkMove::New class:warn=moved == WorkMove::Ended>
                        {words::moved(moved)}
                    </span>
                    " "
                    {change.title.clone()}
                </th>
                <td>{measure}</td>
                <td class="number">{words::amount(change.before)}</td>
                <td class="number">{words::amount(change.after)}</td>
                <td class="number">{change.difference().map(words::difference)}</td>
            </tr>
        }
    };
    let table = move || {
        let all = all.get();
        if all.iter().all(|change| change.before.is_none()) {
            return view! { <p class="sub">{words::no_changes()}</p> }.into_any();
        }
        let count = |kind: WorkMove| (kind, all.iter().filter(|c| c.moved() == kind).count());
        let sentence = words::changes(cycle.edition().get().previous(), &MOVES.map(count));
        let rows = all
            .iter()
            .filter(|change| change.moved() != WorkMove::Same)
            .map(row)
            .collect_view();
        view! {
            <p>{sentence}</p>
            <ScrollTable
                label=words::changes_label() caption=words::changes_caption() class="changes"
                heads=column_heads(&words::change_columns(), &[2, 3, 4])
            >
                {rows}
            </ScrollTable>
        }
        .into_any()
    };
    view! { {table} }.into_any()
}
