//! 未対応の項目: what nobody uses or answers to, and plans without figures.

use leptos::prelude::*;

use super::behind::lead;
use super::state::Region;
use crate::route::Page;
use ::words::{model, region as words};
use insight::region::Holes;
use strategy::FiscalYear;

/// The section; each kind of hole is folded, and one without holes is not there.
#[component]
pub fn HolesSection(region: Region) -> impl IntoView {
    let year = FiscalYear(region.workspace.this_year().0 - 1);
    let holes = Memo::new(move |_| region.tables.with(|tables| tables.holes.clone()));
    let any_read = move || region.tables.is_any();
    let kinds = move || holes.with(|holes| kinds(region, holes, year));
    view! {
        <Show when=any_read>
            <section aria-labelledby="region-holes" class="region-holes">
                <h2 id="region-holes">{words::holes_heading()}</h2>
                <Show when=move || holes.with(Holes::is_empty)>
                    <p class="sub">{words::holes_none()}</p>
                </Show>
                {kinds}
            </section>
        </Show>
    }
}

fn kinds(region: Region, holes: &Holes, year: FiscalYear) -> Vec<AnyView> {
    let mut kinds = Vec::new();
    let supports = holes.supports.iter();
    let supports = supports
        .map(|(title, listing)| text(words::holes_support(title, words::town_count(*listing))));
    let supports: Vec<AnyView> = supports.collect();
    kinds.extend(kind(words::holes_supports(supports.len()), supports));
    for (title, items) in &holes.frameworks {
        let items = items.iter();
        let items = items.map(|(number, title)| text(words::numbered(number, title)));
        let items: Vec<AnyView> = items.collect();
        kinds.extend(kind(words::holes_framework(title, items.len()), items));
    }
    let plans = |plans: &[usize]| {
        plans
            .iter()
            .filter_map(|plan| town(region, *plan))
            .collect()
    };
    kinds.extend(kind(
        words::holes_indicators(holes.without_indicators.len()),
        plans(&holes.without_indicators),
    ));
    kinds.extend(kind(
        words::holes_actuals(words::judged_in(year), holes.without_actuals.len()),
        plans(&holes.without_actuals),
    ));
    kinds
}

fn kind(summary: String, rows: Vec<AnyView>) -> Option<AnyView> {
    let is_any = !rows.is_empty();
    is_any.then(|| {
        view! {
            <details class="framework">
                <summary>{summary}</summary>
                <ul class="plain-list">{rows}</ul>
            </details>
        }
        .into_any()
    })
}

fn text(text: String) -> AnyView {
    view! { <li>{text}</li> }.into_any()
}

/// A plan, leading to its indicators.
fn town(region: Region, plan: usize) -> Option<AnyView> {
    let town = region.town_of(plan)?;
    let name = model::named(&town.head.town).to_owned();
    let lead = lead(region, town.origin, name, Page::Indicators(None));
    Some(view! { <li>{lead}</li> }.into_any())
}
