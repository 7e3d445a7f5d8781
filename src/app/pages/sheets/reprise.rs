//! 再掲: which initiative a line repeats, and what the original says.

use leptos::prelude::*;

use super::FiscalCycle;
use super::grid::SheetGrid;
use crate::parts::Dialog;
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::Say;
use ::words::plan as words;
use insight::money::NetRule;
use strategy::*;

/// Tracked: true if a line is 再掲, by its printed mark or by its initiative.
pub fn is_reprise(store: Store, id: Id<Line>) -> bool {
    let is_marked = |line: std::sync::Arc<Line>| line.marks.iter().any(Mark::is_reprise);
    store.get(id).is_some_and(is_marked) || declared_reprise(store, id).is_some()
}

/// The window that asks what a line repeats.
#[component]
pub fn RepriseDialog(id: Id<Line>, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title=words::reprise_title().to_owned()>
            <Choose id open />
        </Dialog>
    }
}

/// Returns the original that the line's initiative names.
fn declared_reprise(store: Store, id: Id<Line>) -> Option<Reprise> {
    let initiative = store.get(id)?.initiative?;
    store.get(initiative)?.reprise.clone()
}

/// The search and the choice.
#[component]
fn Choose(id: Id<Line>, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let numbers = FiscalCycle::here().numbers();
    let looked = RwSignal::new(String::new());
    let elsewhere = RwSignal::new(match declared_reprise(store, id) {
        Some(Reprise::Elsewhere(text)) => text,
        _ => String::new(),
    });
    let wrong = RwSignal::new(String::new());
    let set = move |reprise: Option<Reprise>| {
        let made = store.with(|s| edit::set_reprise(s, id, reprise.clone(), Id::new(fresh_id())));
        match made {
            Ok(edit) => {
                store.commit(edit);
                open.set(false);
            }
            Err(edit::Refusal::Nothing) => open.set(false),
            Err(refusal) => wrong.set(refusal.say()),
        }
    };
    let found = move || {
        let wanted = looked.get();
        let measure = store.with(|s| s.get(id).and_then(|l| s.get(l.sheet)).map(|y| y.measure));
        store.with(|s| {
            let name = |i: &Initiative| {
                let code = numbers.with(|n| n.code_of(i.measure));
                words::coded(&code, &i.title)
            };
            let all = s.initiatives.sorted().into_iter();
            let others = all.filter(|i| Some(i.measure) != measure && i.reprise.is_none());
            let mut named: Vec<_> = others.map(|i| (i.id, name(i))).collect();
            named.retain(|(_, name)| name.contains(wanted.trim()));
            named.truncate(60);
            named
        })
    };
    let choices = move || {
        found()
            .into_iter()
            .map(|(original, name)| {
                view! {
                    <li>
                        <button
                            type="button"
                            class="btn plain choice-line"
                            on:click=move |_| set(Some(Reprise::Of(original)))
                        >
                            {name}
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <p class="hint">{words::reprise_note()}</p>
        <div class="labelled">
            <label for="reprise-look">{words::reprise_look()}</label>
            <input
                id="reprise-look"
                class="input"
                autofocus
                bind:value=looked
            />
        </div>
        <ul class="choice-list" aria-label=words::reprise_found()>{choices}</ul>
        <form
            class="labelled"
            on:submit=move |event| {
                event.prevent_default();
                set(Some(Reprise::Elsewhere(elsewhere.get_untracked().trim().to_owned())));
            }
        >
            <label for="reprise-elsewhere">{words::reprise_elsewhere_label()}</label>
            <div class="row nowrap">
                <input
                    id="reprise-elsewhere"
                    class="input grow"
                    bind:value=elsewhere
                />
                <button type="submit" class="btn small">{words::reprise_elsewhere_set()}</button>
            </div>
        </form>
        <p class="bad-text" role="alert">{move || wrong.get()}</p>
        <Show when=move || declared_reprise(store, id).is_some()>
            <button type="button" class="btn small quiet" on:click=move |_| set(None)>
                {words::reprise_none()}
            </button>
        </Show>
    }
}

/// The original by name, with the money it says; and how the line is counted.
#[component]
pub fn RepriseNote(id: Id<Line>) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let ledger = cycle.ledger(SheetGrid::here().side);
    let page = move |measure: Id<Measure>| match SheetGrid::here().side {
        Side::Planned => Page::Plan(Some(measure)),
        Side::Done => Page::Review(Some(measure)),
    };
    let note = move || {
        store.get(id)?;
        let reprise = declared_reprise(store, id);
        let net_rule = ledger.with(|l| l.entry(id).map(|entry| entry.net_rule))?;
        let counted = match net_rule {
            NetRule::Own => return None,
            NetRule::OriginalAbsent => None,
            NetRule::Repeats(line) => ledger.with(|l| l.entry(line).cloned()),
        };
        Some(match (counted, reprise) {
            (Some(entry), _) => {
                let name = words::coded(&cycle.code(entry.measure), &entry.line.title);
                let money = words::money(entry.money.as_ref());
                let href = Route::of_page(page(entry.measure)).to_string();
                view! {
                    <span>{words::reprise_of()}<a href=href>{name}</a>" "{money}</span>
                    <span>{words::reprise_counted()}</span>
                }
                .into_any()
            }
            (None, Some(Reprise::Of(original))) => {
                let name = store
                    .get(original)
                    .map(|i| words::coded(&cycle.code(i.measure), &i.title));
                view! { <span>{words::reprise_without_line(name.unwrap_or_default())}</span> }
                    .into_any()
            }
            (None, Some(Reprise::Elsewhere(text))) => {
                view! { <span>{words::reprise_elsewhere(&text)}</span> }.into_any()
            }
            (None, None) => view! { <span>{words::reprise_unknown()}</span> }.into_any(),
        })
    };
    let differs = move || {
        ledger.with(|l| {
            let all = l.differences();
            let one = all.into_iter().find(|d| d.line == id)?;
            Some(words::reprise_differs(one.printed, one.counted))
        })
    };
    view! {
        <p class="line-note sub">
            {note}
            <span class="warn-text">{differs}</span>
        </p>
    }
}
