//! All indicators by their rating: counted first, drawn second.

use leptos::prelude::*;

use super::Facts;
use crate::app::charts::{ChartView, CountRow, Sign, StatusCounts};
use crate::app::parts::tone_class;
use crate::app::store::Store;
use crate::insight::overview::Overview;
use crate::insight::rollup;
use crate::locale::overview as words;
use crate::strategy::*;

/// The bar of all ratings, and the chart by goal.
#[component]
pub fn Summary(facts: Facts) -> impl IntoView {
    let store = Store::here();
    let chart = move || facts.map(|f| counts(store, f)).unwrap_or_default();
    view! {
        <section class="card summary" aria-label=words::SUMMARY>
            {move || facts.map(bar)}
        </section>
        <Show when=move || facts.map(|f| f.has_actuals && f.goals.len() > 1) == Some(true)>
            <div class="card">
                <ChartView title=words::CHART_TITLE.to_owned() sentence=Signal::derive(move || facts.map(words::chart).unwrap_or_default()) chart />
            </div>
        </Show>
    }
    .into_any()
}

/// Each band's mark, word, tone and count; last the indicators without any.
fn bands(facts: &Overview, counts: &rollup::Counts) -> Vec<(Sign, usize)> {
    let mut bands: Vec<_> = facts
        .rules
        .bands
        .iter()
        .zip(&counts.bands)
        .map(|(band, count)| {
            (
                Sign {
                    mark: band.mark.clone(),
                    word: band.word.clone(),
                    tone: band.tone,
                },
                *count,
            )
        })
        .collect();
    if counts.without_band > 0 {
        let sign = Sign {
            mark: words::NO_MARK.to_owned(),
            word: words::NO_BAND.to_owned(),
            tone: Tone::None,
        };
        bands.push((sign, counts.without_band));
    }
    bands
}

fn bar(facts: &Overview) -> impl IntoView + use<> {
    let bands = bands(facts, &facts.whole.indicators);
    let parts = bands
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(sign, count)| view! { <i class=tone_class(sign.tone) style=format!("flex-grow:{count}")></i> })
        .collect_view();
    let legend = bands
        .iter()
        .map(|(sign, count)| {
            view! {
                <li class=tone_class(sign.tone)>
                    <i class="swatch"></i>
                    {sign.words()}
                    " "
                    <b>{*count}</b>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="status-bar" aria-hidden="true">{parts}</div>
        <ul class="status-legend">{legend}</ul>
        <p class="sub">{words::rules(&facts.rules.name)} " " {words::average(&facts.whole.average)}</p>
    }
}

fn counts(store: Store, facts: &Overview) -> StatusCounts {
    let signs: Vec<Sign> = bands(facts, &facts.whole.indicators)
        .into_iter()
        .map(|(sign, _)| sign)
        .collect();
    let row = |title: String, counts: &rollup::Counts| {
        let mut all: Vec<u32> = counts.bands.iter().map(|n| *n as u32).collect();
        all.push(counts.without_band as u32);
        all.truncate(signs.len());
        CountRow { title, counts: all }
    };
    let mut rows = vec![row(words::WHOLE.to_owned(), &facts.whole.indicators)];
    for goal in &facts.goals {
        let title = store.with(|s| {
            s.get(goal.goal)
                .map(|g| g.title.clone())
                .unwrap_or_default()
        });
        rows.push(row(
            format!("{} {title}", goal.number),
            &goal.tally.all.indicators,
        ));
    }
    StatusCounts { bands: signs, rows }
}

/// How much the strategy holds, in numbers.
#[component]
pub fn Counts() -> impl IntoView {
    let store = Store::here();
    let counts = Memo::new(move |_| {
        store.follow(|s| {
            let with_number = s
                .series
                .iter()
                .filter(|r| r.targets.values().any(|f| f.value().is_some()));
            let with: std::collections::BTreeSet<_> = with_number.map(|r| r.indicator).collect();
            [
                s.goals.len(),
                s.measures.len(),
                s.initiatives.len(),
                s.indicators.len(),
                with.len(),
                s.sheets.len(),
                s.supports.len(),
                s.timetable.len(),
            ]
        })
    });
    view! {
        <ul class="counts" aria-label=words::COUNTS>
            {words::COUNT_WORDS
                .into_iter()
                .enumerate()
                .map(|(i, word)| {
                    view! {
                        <li hidden={move || i > 4 && counts.get()[i] == 0}>
                            <span class="sub">{word}</span>
                            <b>{move || counts.get()[i]}</b>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}
