//! Warnings before parts are given: sheets of 評価 that the plan has not.

use leptos::prelude::*;

use super::give_form::GiveForm;
use super::state::Hands;
use crate::route::{Page, Route};
use ::words::{YearForms, hands as words, marks};
use insight::Numbers;
use output::hands::{MissingReviews, missing_reviews, proposals};
use strategy::{FiscalYear, Id, Measure, Strategy, sort};

/// Number of measures that are named.
const NAMED: usize = 5;

/// The warnings.
#[component]
pub fn Missing(form: GiveForm) -> impl IntoView {
    let hands = Hands::here();
    let this_year = hands.workspace.this_year();
    let all = Memo::new(move |_| hands.store.follow(|s| warnings(s, form, this_year)));
    let is_any = move || all.with(|all| !all.is_empty());
    view! {
        <Show when=is_any>
            <div class="notice hands-missing" role="status">
                {move || all.get().into_iter().map(|one| view! { <p>{one}</p> }).collect_view()}
                <a href=Route::of_page(Page::Review(None)).to_string()>{words::missing_link()}</a>
            </div>
        </Show>
    }
}

/// A sentence for each year. A measure that several sections are given is told once.
fn warnings(s: &Strategy, form: GiveForm, this_year: FiscalYear) -> Vec<String> {
    let drafts = form.drafts(&proposals(s)).into_iter();
    let mut missing: Vec<MissingReviews> = drafts
        .flat_map(|part| missing_reviews(s, &part, this_year))
        .collect();
    sort::by_key(&mut missing, |one| one.year);
    let numbers = Numbers::of(s);
    let goals = s.goals.sorted();
    let measures: Vec<_> = goals
        .iter()
        .flat_map(|goal| s.measures_of(goal.id))
        .collect();
    let of_year = |all: &[MissingReviews]| {
        let is_missing = |id: Id<Measure>| all.iter().any(|one| one.measures.contains(&id));
        let ids: Vec<Id<Measure>> = measures
            .iter()
            .map(|one| one.id)
            .filter(|id| is_missing(*id))
            .collect();
        let named = ids.iter().take(NAMED);
        let mut names: Vec<String> = named.map(|id| numbers.code_of(*id)).collect();
        if ids.len() > NAMED {
            names.push(words::missing_more(ids.len() - NAMED));
        }
        let year = all.first().map(|one| one.year.short()).unwrap_or_default();
        words::missing_reviews(year, ids.len(), names.join(marks::list()))
    };
    missing
        .chunk_by(|one, other| one.year == other.year)
        .map(of_year)
        .collect()
}
