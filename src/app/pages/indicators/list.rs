//! The list of indicators: each with its goal, its figures in one line, a small drawing and its rating.

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::charts::Sparkline;
use crate::parts::{self, GoalBadge, VirtualRows};
use crate::route::{Page, Route};
use crate::sizes::row_height;
use crate::store::Store;
use ::words::indicators as words;
use insight::Numbers;
use insight::overview::{Glance, glance_with};
use output::chart::spark;
use strategy::*;

/// Height of a row in the usual size, in CSS px.
const ROW: f64 = 76.0;

/// The rows in sight.
#[component]
pub fn IndicatorList(
    found: Memo<Vec<Id<Indicator>>>,
    chosen: Memo<Option<Id<Indicator>>>,
) -> impl IntoView {
    view! {
        <VirtualRows
            class="indicator-list"
            label=words::title().to_owned()
            rows=found
            height=row_height(ROW)
            row=move |id| view! { <Row id chosen /> }.into_any()
        />
    }
}

#[component]
fn Row(id: Id<Indicator>, chosen: Memo<Option<Id<Indicator>>>) -> impl IntoView {
    let store = Store::here();
    let glance = glance_of(store, id);
    let name = move || store.get(id).map(|k| words::named(&k.name));
    let code = move || store.get(id).map(|k| k.code.clone());
    let spark = Signal::derive(move || {
        glance.with(|g| {
            g.as_ref()
                .and_then(|g| g.rows.first())
                .map(spark)
                .unwrap_or_default()
        })
    });
    view! {
        <div class="indicator-row" role="listitem">
            <a
                href=move || Route::of_page(Page::Indicators(Some(id))).to_string()
                aria-current=move || (chosen.get() == Some(id)).then_some("true")
            >
                <span class="indicator-name">
                    <UsedBy glance />
                    <span class="sub code">{code}</span>
                    <b title=name>{name}</b>
                </span>
                <span class="indicator-figures">
                    {move || glance.with(|g| g.as_ref().map(|g| words::figures(&g.rows)))}
                </span>
                <span class="indicator-spark"><Sparkline spark /></span>
                <span class="indicator-status"><Rating glance /></span>
            </a>
        </div>
    }
}

/// Returns the summary of an indicator; it is computed again when the indicator or one of its series changes.
pub fn glance_of(store: Store, id: Id<Indicator>) -> Memo<Option<Glance>> {
    let year = YearJudged::here();
    Memo::new(move |_| {
        store.get(id)?;
        let series = store.list::<Series>(id).into_iter();
        let series: Vec<_> = series.filter_map(|series| store.get(series)).collect();
        let series: Vec<_> = series.iter().collect();
        let year = year.get();
        store.with(|s| glance_with(s, id, &series, year))
    })
}

/// The goals that use it, as badges.
#[component]
pub fn UsedBy(glance: Memo<Option<Glance>>) -> impl IntoView {
    let store = Store::here();
    let goals = Memo::new(move |_| {
        glance.with(|g| g.as_ref().map(|g| g.used_by.clone()).unwrap_or_default())
    });
    move || {
        store.with(|s| {
            let numbers = Numbers::of(s);
            goals
                .get()
                .into_iter()
                .filter_map(|id| {
                    Some(view! { <GoalBadge kind=s.get(id)?.kind number=numbers.goal(id) /> })
                })
                .collect_view()
        })
    }
}

/// Its rating.
#[component]
pub fn Rating(glance: Memo<Option<Glance>>) -> impl IntoView {
    move || {
        let verdict = glance.with(|g| g.as_ref().map(|g| g.verdict.clone()))?;
        Some(view! { <parts::Rating verdict /> })
    }
}
