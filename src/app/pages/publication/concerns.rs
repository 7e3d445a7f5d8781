//! Concerns to look at before publication.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::state::{Prepared, PublicationState};
use crate::pages::route_to;
use crate::route::{Page, Route};
use ::words::publication as words;
use insight::PublicationGap;
use jobs::publisher::SiteFindings;

use output::site::any_id;
use strategy::*;

/// Records that become public for the first time, possible personal data, and gaps of indicators.
#[component]
pub fn ConcernsFound(prepared: Prepared) -> impl IntoView {
    let state: PublicationState = expect_context();
    let told = prepared.told;
    let link = move |record: Option<&str>| {
        let record = record.and_then(any_id).unwrap_or(About::ID.into());
        state.store.with(|s| route_to(s, record)).to_string()
    };
    let kind = |(table, count): &(String, usize)| {
        let kind = Kind::ALL.iter().find(|kind| kind.table() == table)?;
        Some((*kind, *count))
    };
    let new: BTreeMap<Kind, usize> = told.new.iter().filter_map(kind).collect();
    let personal = told.personal.first.iter().map(|one| {
        view! {
            <li>
                <b>{words::sort(one.sort)}</b>
                " "
                <a href=link(one.record.as_deref())>{one.excerpt.clone()}</a>
            </li>
        }
    });
    let lacking = told.lacking.first.iter().map(|(record, sentence)| {
        view! { <li><a href=link(Some(record))>{sentence.clone()}</a></li> }
    });
    let gaps = told.gaps.iter().copied().map(gap);
    view! {
        <section aria-labelledby="concerns">
            <h3 id="concerns">{words::concerns()}</h3>
            <p>{words::new_records(told.before.as_deref(), &new)}</p>
            {(!told.gaps.is_empty()).then(|| view! { <h4>{words::gaps_some(told.gaps.len())}</h4> })}
            <ul class="concern-list">{gaps.collect_view()}</ul>
            <h4>{words::personal(told.personal.count)}</h4>
            <ul class="concern-list">
                {personal.collect_view()}
                {more(&told.personal)}
            </ul>
            <h4>{words::lacking(told.lacking.count)}</h4>
            <ul class="concern-list">
                {lacking.collect_view()}
                {more(&told.lacking)}
            </ul>
        </section>
    }
}

/// A gap of the whole plan; one that another page mends is a link to it.
fn gap(gap: PublicationGap) -> AnyView {
    let page = match gap {
        PublicationGap::NoGoals => Some(Page::Outline(None)),
        PublicationGap::NoIndicators => Some(Page::Indicators(None)),
        _ => None,
    };
    let sentence = words::gap(gap);
    let said = match page {
        Some(page) => view! { <a href=Route::of_page(page).to_string()>{sentence}</a> }.into_any(),
        None => sentence.into_any(),
    };
    view! { <li>{said}</li> }.into_any()
}

/// Says how many others there are.
fn more<T>(found: &SiteFindings<T>) -> Option<AnyView> {
    let more = found.count.saturating_sub(found.first.len());
    (more > 0).then(|| view! { <li class="sub">{words::more(more)}</li> }.into_any())
}
