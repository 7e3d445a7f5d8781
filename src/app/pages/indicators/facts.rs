//! Facts of an indicator beside its figures: kind, source, owner, changes of its target, uses.

use leptos::prelude::*;

use crate::parts::text_of;
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::{Word, indicators as words, model};
use insight::Numbers;
use insight::overview::Glance;
use strategy::record::Lens;
use strategy::*;

/// The facts, as a list of names and values.
#[component]
pub fn Facts(
    /// The indicator.
    id: Id<Indicator>,
    /// Its summary.
    glance: Memo<Option<Glance>>,
) -> impl IntoView {
    let store = Store::here();
    let fact = move |name: &'static str, field: Lens<Indicator, String>| {
        let text = text_of(store, id, field);
        move || {
            let text = text.get();
            view! {
                <dt>{name}</dt>
                <dd>{if text.trim().is_empty() { words::not_written().to_owned() } else { text }}</dd>
            }
        }
    };
    view! {
        <dl class="facts">
            <dt>{words::kind_label()}</dt>
            <dd>{move || glance.with(|g| kind(store, id, g.as_ref()))}</dd>
            {fact(words::source(), Indicator::source)}
            {fact(words::owner(), Indicator::owner)}
            <dt>{words::changed_targets_label()}</dt>
            <dd>{move || store.get(id).map(|k| words::changed_targets(&k.changes))}</dd>
            <dt>{words::used_in()}</dt>
            <dd>{move || glance.with(|g| g.as_ref().map(|g| places(store, id, g)))}</dd>
        </dl>
    }
}

/// 「増やす・単年度」; the text marks a direction that the app judged.
fn kind(store: Store, id: Id<Indicator>, glance: Option<&Glance>) -> Option<String> {
    let indicator = store.get(id)?;
    let judged = glance.and_then(Glance::way);
    let way = match (indicator.desired, judged) {
        (None, Some(way)) => words::judged_way(model::desired(Some(way.desired()))),
        (desired, _) => model::desired(desired).to_owned(),
    };
    Some(words::kind(&way, indicator.counting.word()))
}

/// Each goal and measure that uses it, as a link to where it stands.
fn places(store: Store, id: Id<Indicator>, glance: &Glance) -> AnyView {
    let links: Vec<_> = store.with(|s| {
        let numbers = Numbers::of(s);
        let goals = glance.used_by.iter().filter_map(|goal| s.get(*goal));
        let goals = goals.filter(|goal| goal.targets.contains(&id)).map(|goal| {
            let name = words::goal_target(goal.kind, &numbers.goal(goal.id));
            (goal.id, name)
        });
        let measures = glance.kpi_of.iter().filter_map(|measure| s.get(*measure));
        let measures = measures.map(|measure| {
            let name = words::measure_kpi(numbers.measure(measure.id));
            (measure.goal, name)
        });
        goals.chain(measures).collect()
    });
    if links.is_empty() {
        return words::not_used().into_any();
    }
    let link = |(goal, name): (Id<Goal>, String)| {
        let href = Route::of_page(Page::Outline(Some(goal))).to_string();
        view! { <li><a href=href>{name}</a></li> }
    };
    view! { <ul class="used-in">{links.into_iter().map(link).collect_view()}</ul> }.into_any()
}
