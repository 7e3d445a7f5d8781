//! 図: the 進捗率 of the indicators found beside each other, and each goal's indicators as small drawings.

use leptos::prelude::*;
use rust_decimal::prelude::ToPrimitive;

use crate::as_of::YearJudged;
use crate::charts::{Achievement, AchievementRow, ChartView, Marker, SmallFigure, SmallTrend};
use crate::parts::Each;
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::number::{percent, shown};
use ::words::{grid, indicators as words, model};
use insight::overview::{SeriesSummary, glance};
use insight::progress::Elapsed;
use insight::{Numbers, by_goal};
use output::chart::spark;
use strategy::*;

/// More would be no picture: the filter makes them fewer.
const MOST: usize = 40;

/// A part of the page: a goal, or what no goal uses.
type GoalSection = Option<Id<Goal>>;

/// The pictures of the indicators found.
#[component]
pub fn Pictures(found: Memo<Vec<Id<Indicator>>>) -> impl IntoView {
    let store = Store::here();
    let sections = Memo::new(move |_| {
        let found = found.get();
        store.follow(|s| by_goal(s, &found))
    });
    let titles = Memo::new(move |_| {
        sections.with(|p| p.iter().map(|(section, _)| *section).collect::<Vec<_>>())
    });
    let year = YearJudged::here();
    let rows = Memo::new(move |_| {
        let (found, year) = (found.get(), year.get());
        store.follow(|s| rows(s, &found, year))
    });
    let sentence = Signal::derive(move || rows.with(|rows| words::achieved(rows)));
    let chart = move || rows.with(|rows| achievement(store, rows, year.get()));
    view! {
        <div class="pictures">
            <Show when=move || { found.with(Vec::len) > MOST }>
                <p class="empty">{words::fewer(MOST)}</p>
            </Show>
            <div class="card">
                <ChartView title=Signal::derive(move || words::achievement(year.get())) sentence chart />
            </div>
            <Each of=move || titles.get() let:section>
                <SectionFigure section sections />
            </Each>
        </div>
    }
}

#[component]
fn SectionFigure(
    section: GoalSection,
    sections: Memo<Vec<(GoalSection, Vec<Id<Indicator>>)>>,
) -> impl IntoView {
    let store = Store::here();
    let year = YearJudged::here();
    let mine = Memo::new(move |_| {
        sections.with(|all| {
            let own = all.iter().find(|(own, _)| *own == section);
            own.map(|(_, ids)| ids.clone()).unwrap_or_default()
        })
    });
    let rows = Memo::new(move |_| {
        let (ids, year) = (mine.get(), year.get());
        store.follow(|s| rows(s, &ids, year))
    });
    let title = Signal::derive(move || match section {
        None => words::unused().to_owned(),
        Some(goal) => store.follow(|s| {
            let title = s.get(goal).map(|g| g.title.clone()).unwrap_or_default();
            model::goal_coded(&Numbers::of(s).goal(goal), &title)
        }),
    });
    let sentence = Signal::derive(move || rows.with(|rows| words::as_wished(rows)));
    let items = Signal::derive(move || {
        rows.with(|rows| rows.iter().map(|row| small(store, row)).collect::<Vec<_>>())
    });
    view! {
        <section class="card">
            <SmallFigure title sentence items />
        </section>
    }
}

/// Their series, as many as make a picture.
fn rows(strategy: &Strategy, ids: &[Id<Indicator>], year: FiscalYear) -> Vec<SeriesSummary> {
    let shown = ids
        .iter()
        .take(MOST)
        .filter_map(|id| glance(strategy, *id, year));
    shown.flat_map(|glance| glance.rows).take(MOST).collect()
}

fn named(store: Store, row: &SeriesSummary) -> (String, String) {
    store.with(|s| {
        let unit = s.get(row.indicator).map(|k| k.unit.clone());
        (grid::series_name(s, row.series), unit.unwrap_or_default())
    })
}

fn marker(row: &SeriesSummary) -> Option<Marker> {
    row.rated.band.as_ref().map(|band| Marker {
        mark: band.mark.clone(),
        word: band.word.clone(),
        tone: band.tone,
    })
}

fn small(store: Store, row: &SeriesSummary) -> SmallTrend {
    let (title, unit) = named(store, row);
    SmallTrend {
        title,
        href: Route::of_page(Page::Indicators(Some(row.indicator))).to_string(),
        spark: spark(row),
        ends: ends(store, row),
        latest: words::latest(row, &unit),
        aim: words::aim(row, &unit),
        marker: marker(row),
    }
}

/// Returns the texts at the ends of its years: the baseline or the first figure, the target or the last one.
fn ends(store: Store, row: &SeriesSummary) -> [String; 2] {
    let (first, last) = store
        .with(|s| {
            let series = s.get(row.series)?;
            let baseline = row.trace.baseline.and(series.baseline.as_ref());
            let baseline = baseline.map(|b| shown(b.figure.text()));
            let figures = || series.actuals.values().map(|f| shown(f.text()));
            let target = row.target.as_ref().map(|(_, f)| words::aimed(f.text()));
            Some((
                baseline.or_else(|| figures().next()),
                target.or_else(|| figures().next_back()),
            ))
        })
        .unwrap_or_default();
    [first.unwrap_or_default(), last.unwrap_or_default()]
}

fn achievement(store: Store, rows: &[SeriesSummary], year: FiscalYear) -> Achievement {
    let period = store.about().period;
    let row = |row: &SeriesSummary| {
        let rate = row.rated.status.rate();
        AchievementRow {
            title: named(store, row).0,
            percent: rate.and_then(|rate| rate.to_f64()),
            printed: rate.map_or_else(|| words::no_rate(&row.rated.status).to_owned(), percent),
            marker: marker(row),
        }
    };
    Achievement {
        rows: rows.iter().map(row).collect(),
        elapsed: Elapsed::of_period(period, year).and_then(|e| e.percent().to_f64()),
    }
}
