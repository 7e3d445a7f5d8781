//! 付け替え: what answers to an old framework answers to a new one, item by item, as the person says.

use leptos::prelude::*;

use crate::parts::{Dialog, ScrollTable, column_heads, open_while};
use crate::store::Store;
use ::words::{alignment as words, model, region::numbered};
use insight::succession::replacements;
use strategy::*;

/// Replacement of one framework by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// The old one.
    pub old: Id<Framework>,
    /// The new one.
    pub new: Id<Framework>,
}

/// An old item, and what the person chose for it.
#[derive(Clone, Copy)]
struct RealignmentChoice {
    old: Id<FrameworkItem>,
    new: RwSignal<Option<Id<FrameworkItem>>>,
    taken: RwSignal<bool>,
}

/// The window; open while there is a task.
#[component]
pub fn Realignment(task: RwSignal<Option<Task>>) -> impl IntoView {
    let open = open_while(task);
    view! {
        <Dialog open title=words::realign_title().to_owned() class="wide">
            {move || task.get().map(|task| view! { <Form task open /> })}
        </Dialog>
    }
}

#[component]
fn Form(task: Task, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let proposed = store.with(|s| replacements(s, task.old, task.new));
    let choices: Vec<RealignmentChoice> = proposed
        .into_iter()
        .map(|one| RealignmentChoice {
            old: one.old,
            new: RwSignal::new(one.new),
            taken: RwSignal::new(one.certain),
        })
        .collect();
    let choices = StoredValue::new(choices);
    let chosen = move || {
        choices.with_value(|choices| {
            let taken = choices.iter().filter(|one| one.taken.get());
            taken
                .filter_map(|one| Some((one.old, one.new.get()?)))
                .collect::<Vec<_>>()
        })
    };
    let apply = move |_| {
        let pairs = untrack(chosen);
        if store.edit(|s| edit::realign(s, &pairs)) {
            store.tell_done(words::realigned(pairs.len()));
            open.set(false);
        }
    };
    let count = move || chosen().len();
    view! {
        <p class="sub">{words::realign_note()}</p>
        <ScrollTable
            label=words::realign_title()
            heads=column_heads(&[words::realign_take(), words::realign_old(), words::realign_new()], &[])
        >
            {choices.with_value(|choices| choices.iter().map(|one| row(store, task, *one)).collect_view())}
        </ScrollTable>
        <div class="row">
            <button type="button" class="btn main" disabled=move || count() == 0 on:click=apply>
                {move || words::realign_apply(count())}
            </button>
            <span class="sub">{words::realign_keeps()}</span>
        </div>
    }
}

fn row(store: Store, task: Task, choice: RealignmentChoice) -> AnyView {
    let RealignmentChoice { old, new, taken } = choice;
    let told =
        |item: &FrameworkItem| numbered(&words::item_number(item.kind, &item.number), &item.title);
    let title = store.with(|s| s.get(old).map(|item| told(item)));
    let title = title.unwrap_or_default();
    let options = store.with(|s| {
        let items = s.framework_items.under(task.new).into_iter();
        let options = items.map(|item| (item.id, told(item)));
        options.collect::<Vec<_>>()
    });
    let options = options.into_iter().map(|(id, title)| {
        view! { <option value=id.to_string() selected=new.get_untracked() == Some(id)>{title}</option> }
    });
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event).parse().ok();
        new.set(id);
        taken.set(id.is_some());
    };
    view! {
        <tr>
            <td>
                <input
                    type="checkbox"
                    aria-label=words::realign_this(model::named(&title))
                    disabled=move || new.get().is_none()
                    prop:checked=move || taken.get()
                    on:change=move |event| taken.set(event_target_checked(&event))
                />
            </td>
            <th scope="row">{title.clone()}</th>
            <td>
                <select class="choice" aria-label=words::realign_to(model::named(&title)) on:change=choose>
                    <option value="">{words::realign_none()}</option>
                    {options.collect_view()}
                </select>
            </td>
        </tr>
    }
    .into_any()
}
