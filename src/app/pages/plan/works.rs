//! 全事業の表: every line of the year's plan in one table, looked through by mark and 方向性, sorted by amount.

use leptos::prelude::*;

use crate::pages::sheets::FiscalCycle;
use crate::parts::Choice;
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::{paper, plan as words};
use insight::money::{Ledger, LedgerEntry, ListedBy, Wanted, total_of};
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
    let table = move || ledger.with(|ledger| found(store, cycle, ledger, &wanted.get(), by.get()));
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
            {table}
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

/// The table of the lines found.
fn found(
    store: Store,
    cycle: FiscalCycle,
    ledger: &Ledger,
    wanted: &Wanted,
    by: ListedBy,
) -> AnyView {
    let all = store.follow(|s| {
        let listed = ledger.listed(s, wanted, by);
        listed.into_iter().cloned().collect::<Vec<_>>()
    });
    if all.is_empty() {
        return view! { <p class="empty" role="status">{words::no_works()}</p> }.into_any();
    }
    let head = words::work_columns(ledger.year).into_iter().enumerate();
    let head = head
        .map(|(i, word)| view! { <th scope="col" class:number={i == 3}>{word}</th> })
        .collect_view();
    view! {
        <p role="status">{words::works_found(&total_of(&all))}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::all_works()>
            <table class="table works-table">
                <caption class="visually-hidden">{words::all_works()}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{all.iter().map(|entry| row(store, cycle, ledger.year, entry)).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// One line of the plan.
fn row(
    store: Store,
    cycle: FiscalCycle,
    year: FiscalYear,
    entry: &LedgerEntry,
) -> impl IntoView + use<> {
    let line = &entry.line;
    let title = store.with(|s| s.get(entry.measure).map(|m| m.title.clone()));
    let measure = words::coded(&cycle.code(entry.measure), &title.unwrap_or_default());
    let marks: Vec<_> = line.marks.iter().collect();
    let course = |ahead: i32| {
        let course = line.courses.get(&FiscalYear(year.0 + ahead));
        course.map(|c| c.0.clone()).unwrap_or_default()
    };
    view! {
        <tr>
            <th scope="row">{paper::marked(&marks, &line.title)}</th>
            <td>
                <a href=Route::of_page(Page::Plan(Some(entry.measure))).to_string()>{measure}</a>
            </td>
            <td>{paper::funding(line.funding)}</td>
            <td class="number">{words::cell(entry.money.as_ref())}</td>
            <td>{course(1)}</td>
            <td>{course(2)}</td>
        </tr>
    }
}
