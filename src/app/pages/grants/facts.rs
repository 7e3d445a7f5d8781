//! Facts of a project: name, grant, years, outline, cost, note.

use leptos::prelude::*;

use super::state::read;
use crate::parts::{Choice, OneOf, TextOf};
use crate::store::Store;
use ::words::{Say, grants as words};
use strategy::record::Lens;
use strategy::{FiscalYear, GrantKind, GrantProject, Id, Period};

/// Years that are offered before the plan, and after it.
const BEFORE: i32 = 5;
const AFTER: i32 = 6;

/// The DOM id of the name of a project.
pub fn title_id(id: Id<GrantProject>) -> String {
    format!("grant-{id}")
}

/// The fields.
#[component]
pub fn Facts(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let is_named = move || {
        store
            .get(id)
            .is_some_and(|one| one.kind == GrantKind::Other || !one.programme.is_empty())
    };
    view! {
        <section class="card" aria-labelledby="grant-facts">
            <h2 id="grant-facts">{words::facts()}</h2>
            <div class="form">
                <div class="labelled whole">
                    <span class="label" aria-hidden="true">{words::project_title()}</span>
                    <TextOf of=id field=GrantProject::title id=title_id(id) class="boxed strong" label=words::project_title().to_owned() />
                </div>
                <div class="labelled whole">
                    <span class="label" aria-hidden="true">{words::kind()}</span>
                    <OneOf of=id field=GrantProject::kind label=words::kind().to_owned() />
                </div>
                <Show when=is_named>
                    {text(id, GrantProject::programme, words::programme(), words::programme_hint(), false)}
                </Show>
                {year(store, id, words::first(), |period| &mut period.first)}
                {year(store, id, words::last(), |period| &mut period.last)}
                <div class="whole">{text(id, GrantProject::outline, words::outline(), words::outline_hint(), true)}</div>
                <div class="whole">{text(id, GrantProject::cost, words::cost(), words::cost_hint(), true)}</div>
                <div class="whole">{text(id, GrantProject::note, words::project_note(), "", true)}</div>
            </div>
        </section>
    }
}

/// A field with its name above it. `lines`: it may hold several.
fn text(
    id: Id<GrantProject>,
    field: Lens<GrantProject, String>,
    label: &'static str,
    hint: &'static str,
    lines: bool,
) -> AnyView {
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{label}</span>
            <TextOf of=id field class="boxed" lines label=label.to_owned() placeholder=hint />
        </div>
    }
    .into_any()
}

/// The choice of one end of the years. The other end follows where they would run backwards.
fn year(
    store: Store,
    id: Id<GrantProject>,
    label: &'static str,
    end: fn(&mut Period) -> &mut FiscalYear,
) -> AnyView {
    let now = move || read(store, id, |_, project| project.period);
    let value = Signal::derive(move || end(&mut now()).0.to_string());
    let options = Signal::derive(move || {
        let (plan, mut own) = (store.about().period, now());
        let own = *end(&mut own);
        let first = (plan.first.0 - BEFORE).min(own.0);
        let last = (plan.last.0 + AFTER).max(own.0).min(first + 60);
        let years = (first..=last).map(FiscalYear);
        let years = years.chain((own.0 > last).then_some(own));
        years
            .map(|year| (year.0.to_string(), year.say()))
            .collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        let Ok(year) = key.parse().map(FiscalYear) else {
            return;
        };
        let mut period = untrack(now);
        *end(&mut period) = year;
        if period.is_empty() {
            period = Period {
                first: year,
                last: year,
            };
        }
        store.edit(|s| edit::set_grant_period(s, id, period));
    };
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{label}</span>
            <Choice label=label.to_owned() value options on_change=Callback::new(choose) />
        </div>
    }
    .into_any()
}
