//! 全事業の表: every line of the year's plan in one table, looked through by mark and 方向性, sorted by amount, and edited.

use leptos::prelude::*;

use super::works_grid::WorksGrid;
use crate::pages::sheets::FiscalCycle;
use crate::parts::Choice;
use crate::store::Store;
use ::words::plan as words;
use insight::money::{ListedBy, Wanted, total_of, works};
use strategy::*;

/// The table and what it is looked through by.
#[component]
pub fn WorksTable() -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let ledger = cycle.ledger(Side::Planned);
    let wanted = RwSignal::new(Wanted::default());
    let by = RwSignal::new(ListedBy::default());
    let courses = Signal::derive(move || {
        let mut all = vec![(String::new(), words::any_course().to_owned())];
        all.extend(
            ledger
                .with(|l| l.courses())
                .into_iter()
                .map(|c| (c.0.clone(), c.0)),
        );
        all
    });
    // The rows are chosen when the choice changes, not while amounts are typed.
    let rows = Memo::new(move |_| {
        let (year, wanted, by) = (cycle.edition().get(), wanted.get(), by.get());
        store.follow_shape(|s| works(s, year, &wanted, by))
    });
    let summary = move || {
        let shown = rows.with(|rows| sort::set(rows.iter().map(|row| row.planned)));
        ledger.with(|ledger| {
            let entries = ledger.entries.iter();
            let total = total_of(entries.filter(|entry| shown.contains(&entry.line.id)));
            words::works_found(&total)
        })
    };
    view! {
        <section class="card all-works" aria-label=words::all_works()>
            <div class="row">
                <Toggle wanted word=words::new() part={|w| &mut w.new} />
                <Toggle wanted word=words::priority() part={|w| &mut w.priority} />
                <Toggle wanted word=words::reprise() part={|w| &mut w.reprise} />
                <Choice
                    shows=true
                    label=words::course().to_owned()
                    value=Signal::derive(move || wanted.with(|w| w.course.clone().map_or(String::new(), |c| c.0)))
                    options=courses
                    on_change=Callback::new(move |key: String| {
                        wanted.update(|w| w.course = (!key.is_empty()).then_some(Course(key)));
                    })
                />
                <OrderChoice by />
            </div>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=|| view! { <p class="empty" role="status">{words::no_works()}</p> }
            >
                <p role="status">{summary}</p>
                <WorksGrid rows />
            </Show>
        </section>
    }
    .into_any()
}

/// Looks for the lines that have a mark only.
#[component]
fn Toggle(
    wanted: RwSignal<Wanted>,
    word: &'static str,
    part: fn(&mut Wanted) -> &mut bool,
) -> impl IntoView {
    let is_on = move || wanted.with(|w| *part(&mut w.clone()));
    view! {
        <button
            type="button"
            class="btn small quiet"
            aria-pressed=move || is_on().to_string()
            on:click=move |_| wanted.update(|w| {
                let on = part(w);
                *on = !*on;
            })
        >
            {word}
        </button>
    }
    .into_any()
}

/// Order of the lines.
#[component]
fn OrderChoice(by: RwSignal<ListedBy>) -> impl IntoView {
    let orders = [
        ("", words::by_reading()),
        ("amount", words::by_amount()),
        ("course", words::in_order_of_course()),
    ];
    let orders = orders.map(|(key, word)| (key.to_owned(), word.to_owned()));
    view! {
        <Choice
            shows=true
            label=words::order().to_owned()
            value=Signal::derive(move || match by.get() {
                ListedBy::PlanOrder => "",
                ListedBy::Amount => "amount",
                ListedBy::Course => "course",
            }.to_owned())
            options=Signal::stored(orders.to_vec())
            on_change=Callback::new(move |key: String| by.set(match key.as_str() {
                "amount" => ListedBy::Amount,
                "course" => ListedBy::Course,
                _ => ListedBy::PlanOrder,
            }))
        />
    }
    .into_any()
}
