//! Choice of what becomes public: by kind, by inner field, by record.

use leptos::prelude::*;

use super::state::PublicationState;
use crate::parts::{Tick, progressive, read_only};
use ::words::{Word, alignment, model, publication as words};
use insight::Numbers;
use output::site::{field_key, inner_fields};
use strategy::*;

/// The kinds that can stay inside as a whole. What residents said is public only where its text is chosen.
const KINDS: [Kind; 8] = [
    Kind::Section,
    Kind::Measure,
    Kind::Sheet,
    Kind::Framework,
    Kind::Support,
    Kind::Ground,
    Kind::Body,
    Kind::Lane,
];

/// The choices.
#[component]
pub fn Chosen() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="chosen">
            <h2 id="chosen">{words::chosen()}</h2>
            <fieldset>
                <legend>{words::kinds()}</legend>
                <div class="row choices-of-kind">{KINDS.into_iter().map(kind).collect_view()}</div>
            </fieldset>
            <fieldset>
                <legend>{words::inner()}</legend>
                <p class="sub">{words::inner_note()}</p>
                <div class="row choices-of-kind">{inner_fields().into_iter().map(inner).collect_view()}</div>
            </fieldset>
            <fieldset>
                <legend>{words::pages()}</legend>
                <div class="row choices-of-kind">{OptionalPage::ALL.iter().copied().map(optional).collect_view()}</div>
            </fieldset>
            <Records />
        </section>
    }
}

/// Puts an item into a list, or takes it out.
pub(super) fn mark<T: PartialEq>(all: &mut Vec<T>, item: T, on: bool) {
    all.retain(|one| *one != item);
    if on {
        all.push(item);
    }
}

/// The box of one choice.
pub(super) fn tick(label: String, on: Signal<bool>, set: Callback<bool>) -> AnyView {
    view! { <Tick on set disabled=read_only()><span>{label}</span></Tick> }.into_any()
}

fn kind(kind: Kind) -> AnyView {
    let state: PublicationState = expect_context();
    let name = kind.table();
    let is_public = move || !state.choices().withheld_kinds.iter().any(|one| one == name);
    let set = move |on: bool| {
        state.choose(|choices| mark(&mut choices.withheld_kinds, name.to_owned(), !on))
    };
    tick(
        words::kind(kind).to_owned(),
        Signal::derive(is_public),
        Callback::new(set),
    )
}

fn optional(page: OptionalPage) -> AnyView {
    let state: PublicationState = expect_context();
    let is_public = move || state.choices().pages.contains(&page);
    let set = move |on: bool| state.choose(|choices| mark(&mut choices.pages, page, on));
    tick(
        page.word().to_owned(),
        Signal::derive(is_public),
        Callback::new(set),
    )
}

fn inner(field: &'static record::Field) -> AnyView {
    let state: PublicationState = expect_context();
    let key = StoredValue::new(field_key(field));
    let is_public = move || {
        let shown = state.choices().shown_fields;
        key.with_value(|key| shown.iter().any(|one| one == key))
    };
    let set = move |on: bool| {
        let key = key.get_value();
        state.choose(|choices| mark(&mut choices.shown_fields, key, on));
    };
    tick(
        words::inner_field(field),
        Signal::derive(is_public),
        Callback::new(set),
    )
}

/// Goals, measures and indicators, one by one.
#[component]
fn Records() -> impl IntoView {
    let state: PublicationState = expect_context();
    let open = RwSignal::new(false);
    let withheld = move || {
        let count = state.choices().withheld_records.len();
        match count {
            0 => words::every_record().to_owned(),
            count => words::withheld_records(count),
        }
    };
    view! {
        <details on:toggle=move |_| open.set(true)>
            <summary>{words::records()} " " <span class="sub">{withheld}</span></summary>
            <p class="sub">{words::records_note()}</p>
            <Show when=move || open.get()>
                <RecordList />
            </Show>
        </details>
    }
}

#[component]
fn RecordList() -> impl IntoView {
    let state: PublicationState = expect_context();
    let all = progressive(move || state.store.follow_shape(listed));
    view! {
        <ul class="plain-list records-chosen">
            <For each=all key=|(id, _)| id.to_string() let((id, name))>
                <li>{record(state, id, name)}</li>
            </For>
        </ul>
    }
}

/// Goals with their measures, then the indicators.
fn listed(s: &Strategy) -> Vec<(AnyId, String)> {
    let numbers = Numbers::of(s);
    let mut all: Vec<(AnyId, String)> = Vec::new();
    for goal in s.goals.sorted() {
        let name = alignment::goal(&numbers.goal(goal.id), model::named(&goal.title));
        all.push((goal.id.into(), name));
        for measure in s.measures_of(goal.id) {
            let code = numbers.code_of(measure.id);
            let name = alignment::measure(&code, model::named(&measure.title));
            all.push((measure.id.into(), name));
        }
    }
    let indicators = s.indicators.sorted().into_iter();
    all.extend(indicators.map(|one| {
        let name = words::indicator(model::brief(model::named(&one.name)));
        (one.id.into(), name)
    }));
    all
}

fn record(state: PublicationState, id: AnyId, name: String) -> AnyView {
    let key = StoredValue::new(id.to_string());
    let is_public = move || {
        let withheld = state.choices().withheld_records;
        key.with_value(|key| !withheld.contains(key))
    };
    let set = move |on: bool| {
        let key = key.get_value();
        state.choose(|choices| mark(&mut choices.withheld_records, key, !on));
    };
    tick(name, Signal::derive(is_public), Callback::new(set))
}
