//! 小さな図の並び: many indicators at a glance, each on its own scale, with its text beside it.

use std::hash::Hash;

use leptos::prelude::*;

use super::Marker;
use super::sparkline::drawn;
use crate::parts::Status;
use output::chart::Spark;
use words::YearForms;

/// One indicator among many.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SmallTrend {
    /// 指標名.
    pub title: String,
    /// Address of its page.
    pub href: String,
    /// Figures.
    pub spark: Spark,
    /// First and last figure of the drawing, as printed: 340, 380.
    pub ends: [String; 2],
    /// Latest figure as printed, with unit and year: 309人（令和6年度）.
    pub latest: String,
    /// Target as printed: 目標 380人（令和7年度）.
    pub aim: String,
    /// Rating.
    pub marker: Option<Marker>,
}

/// A grid of small trends. A change redraws only the changed trend.
#[component]
pub fn SmallMultiples<K, F>(
    /// Keys of the items, in order.
    #[prop(into)]
    keys: Signal<Vec<K>>,
    /// Returns an item; `None` if it is gone.
    item: F,
    /// Label of the list for screen readers.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    F: Fn(K) -> Option<SmallTrend> + Clone + Send + Sync + 'static,
{
    let small = move |key: K| {
        let item = item.clone();
        let trend = Memo::new(move |_| item(key.clone()));
        view! { <li class="small-trend">{move || trend.with(|trend| trend.as_ref().map(card))}</li> }
    };
    view! {
        <ul class="small-trends" aria-label=label>
            <For each=move || keys.get() key=|key| key.clone() children=small />
        </ul>
    }
}

const WIDTH: f64 = 260.0;
const HEIGHT: f64 = 72.0;

fn card(trend: &SmallTrend) -> AnyView {
    let (first, last) = ends(&trend.spark);
    let first = first.filter(|first| Some(first) != last.as_ref());
    let marker = trend.marker.clone().map(|marker| {
        view! { <Status mark=marker.mark word=marker.word tone=marker.tone /> }
    });
    view! {
        <h3>
            <a href=trend.href.clone()>{trend.title.clone()}</a>
        </h3>
        {drawn(&trend.spark, WIDTH, HEIGHT)}
        <div class="small-trend-years" aria-hidden="true">
            <span>{first}" "<b>{trend.ends[0].clone()}</b></span>
            <span>{last}" "<b>{trend.ends[1].clone()}</b></span>
        </div>
        <p class="small-trend-figures">
            <b>{trend.latest.clone()}</b>
            <span>{trend.aim.clone()}</span>
            {marker}
        </p>
    }
    .into_any()
}

/// Returns the first and the last year of the drawing.
fn ends(spark: &Spark) -> (Option<String>, Option<String>) {
    let points = spark.points.iter().map(|(year, _)| *year);
    let years = points.chain(spark.target.map(|(year, _)| year));
    let short = |year: strategy::FiscalYear| year.short();
    (years.clone().min().map(short), years.max().map(short))
}
