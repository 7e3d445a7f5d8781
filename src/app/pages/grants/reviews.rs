//! 効果検証: the results of a year beside their targets, and the texts of the review.

use leptos::prelude::*;

use super::state::read;
use super::table::drawn;
use crate::as_of::YearJudged;
use crate::parts::{Choice, Field};
use crate::store::Store;
use ::words::{Say, YearForms, grants as words, plan};
use insight::Numbers;
use output::paper::result_table;
use strategy::*;

/// The review of a year.
#[component]
pub fn Reviews(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let chosen = RwSignal::new(None::<FiscalYear>);
    let year = Memo::new(move |_| {
        let period = read(store, id, |_, project| Some(project.period))?;
        let year = chosen.get().unwrap_or(YearJudged::here().get());
        Some(year.clamp(period.first, period.last.max(period.first)))
    });
    let value = Signal::derive(move || {
        year.get()
            .map_or_else(String::new, |year| year.0.to_string())
    });
    let options = Signal::derive(move || {
        read(store, id, |_, project| {
            let years = project.period.years();
            years
                .map(|year| (year.0.to_string(), year.say()))
                .collect::<Vec<_>>()
        })
    });
    let choose = move |key: String| chosen.set(key.parse().ok().map(FiscalYear));
    let results = move || {
        read(store, id, |s, project| {
            result_table(s, project, year.get()?)
        })
    };
    view! {
        <section class="card" aria-labelledby="grant-reviews">
            <h2 id="grant-reviews">{words::reviews()}</h2>
            <p class="sub">{words::reviews_note()}</p>
            <div class="labelled">
                <span class="label" aria-hidden="true">{words::review_year()}</span>
                <Choice shows=true label=words::review_year().to_owned() value options on_change=Callback::new(choose) />
            </div>
            {move || results().map(|table| view! {
                <h3 id="grant-results">{words::results()}</h3>
                {drawn(table, "grant-results")}
            })}
            {text(store, id, year, words::cause(), words::cause_hint(), |review| &mut review.cause)}
            {text(store, id, year, words::experts(), words::experts_hint(), |review| &mut review.experts)}
            {text(store, id, year, words::next(), words::next_hint(), |review| &mut review.next)}
            <OfSheets id year />
        </section>
    }
}

/// A text of the review of the year that is shown.
fn text(
    store: Store,
    id: Id<GrantProject>,
    year: Memo<Option<FiscalYear>>,
    label: &'static str,
    hint: &'static str,
    of: fn(&mut GrantReview) -> &mut String,
) -> AnyView {
    let value = Signal::derive(move || {
        let year = year.get();
        let review = |_: &Strategy, project: &GrantProject| project.reviews.get(&year?).cloned();
        let mut review = read(store, id, review).unwrap_or_default();
        of(&mut review).clone()
    });
    let write = move |text: String| {
        if let Some(year) = year.get_untracked() {
            store.edit(|s| edit::change_grant_review(s, id, year, |review| *of(review) = text));
        }
    };
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{label}</span>
            <Field label=label.to_owned() class="boxed" lines=true placeholder=hint value on_input=Callback::new(write) />
        </div>
    }
    .into_any()
}

/// Reviews of a grant on the sheets of the project's measures: they are written under 評価, and shown here.
#[component]
fn OfSheets(id: Id<GrantProject>, year: Memo<Option<FiscalYear>>) -> impl IntoView {
    let store = Store::here();
    let said = Memo::new(move |_| {
        let year = year.get();
        read(store, id, |s, project| of_sheets(s, project, year))
    });
    view! {
        <Show when=move || !said.with(Vec::is_empty)>
            <h3>{words::of_sheets()}</h3>
            <ul>{move || said.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </Show>
    }
}

fn of_sheets(s: &Strategy, project: &GrantProject, year: Option<FiscalYear>) -> Vec<String> {
    let numbers = Numbers::of(s);
    let measures = project
        .initiatives
        .iter()
        .filter_map(|id| Some(s.get(*id)?.measure));
    let measures = sort::set(measures);
    let sheets = s.sheets.sorted().into_iter();
    let sheets = sheets
        .filter(|sheet| measures.contains(&sheet.measure) && Some(sheet.year.previous()) == year);
    let line = |sheet: &Sheet| {
        let grant = sheet.grant.as_ref()?;
        let measure = s.get(sheet.measure)?;
        let texts = [grant.name.trim(), grant.policy.trim(), grant.reason.trim()];
        let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        let name = plan::coded(&numbers.code_of(measure.id), &measure.title);
        let policy = texts.join(::words::marks::list());
        Some(words::of_sheet(name, sheet.year.previous().short(), policy))
    };
    sheets.filter_map(|sheet| line(sheet)).collect()
}
