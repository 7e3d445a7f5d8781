//! 指標 as it is shown before the strategy is open: the first rows of the table.

use std::collections::BTreeSet;

use leptos::html::Div;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::super::filter::filter_cover;
use super::card::card_height;
use super::columns::figure_heads;
use super::row::{Look, class, decided_by, header, named, tells_by, text_class};
use super::state::ROW;
use super::widths::Widths;
use crate::parts::{CardRows, Icon, IconName, Scroll, Short, Stamp, show_stamp};
use crate::sizes::{row_height, sizes};
use ::words::{grid as words, indicators};
use browser::TimeSlice;
use edit::{IndicatorText, closed_years};
use insight::overview::glance;
use insight::{FigureColumns, FigureRow, RowsShown, evaluation_year, figure_rows, figure_years};
use strategy::*;

/// Rows that are shown at most: as many as the largest common window holds.
const MOST: usize = 30;

/// View of 指標 for a strategy with indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FiguresCover {
    /// Number of indicators, and of their rows.
    count: usize,
    rows: usize,
    years: Vec<FiscalYear>,
    closed: Vec<FiscalYear>,
    judged: FiscalYear,
    first: Vec<CoverRow>,
}

/// A row as it looks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct CoverRow {
    key: FigureRow,
    name: String,
    own: String,
    unit: String,
    cells: Vec<Look>,
    stamp: Option<Stamp>,
    /// The series or the people that decided the rating, as a short and a full text.
    by: Option<(String, String)>,
}

/// The columns that the table shows at first.
fn columns(years: Vec<FiscalYear>) -> FigureColumns {
    FigureColumns {
        texts: vec![IndicatorText::Name, IndicatorText::Unit],
        years,
    }
}

impl FiguresCover {
    /// Returns the first view of the page; `None`: there is nothing to show.
    pub async fn of(s: &Strategy, today: FiscalYear) -> Option<Self> {
        if s.indicators.is_empty() {
            return None;
        }
        let mut slice = TimeSlice::background();
        let found: Vec<_> = s.indicators.sorted().iter().map(|k| k.id).collect();
        slice.yield_if_due().await;
        let rows = figure_rows(s, &found, RowsShown::Both);
        slice.yield_if_due().await;
        let columns = columns(figure_years(s));
        slice.yield_if_due().await;
        let judged = evaluation_year(s, today);
        let closed = closed_years(s);
        let mut first = Vec::new();
        for key in rows.iter().take(MOST) {
            slice.yield_if_due().await;
            first.extend(CoverRow::of(s, *key, &columns, (judged, &closed)));
        }
        Some(Self {
            count: found.len(),
            rows: rows.len(),
            years: columns.years,
            closed: closed.into_iter().collect(),
            judged,
            first,
        })
    }

    /// Shows it.
    pub fn shown(&self) -> AnyView {
        view! {
            {head()}
            {filter_cover(self.count)}
            <div class="one-screen">
                <div class="figures-side">
                    <div class="row grid-tools">
                        {segmented(words::rows(), &[words::both(), words::actuals(), words::targets()])}
                        <button type="button" class="btn small quiet" disabled=true>
                            {words::find()}
                        </button>
                        <span class="row-menu">
                            <button
                                type="button"
                                class="btn plain small menu-opener"
                                aria-label=words::columns()
                                disabled=true
                            >
                                <Icon name=IconName::More />
                            </button>
                        </span>
                        <span class="sub"></span>
                    </div>
                    {self.table()}
                    <div class="row grid-foot">
                        <p class="hint">{words::hint()}</p>
                    </div>
                </div>
                <aside class="beside" aria-label=indicators::beside()></aside>
            </div>
        }
        .into_any()
    }

    /// The table: as wide as the one that comes, and as high.
    fn table(&self) -> AnyView {
        let seen = RwSignal::new(Scroll::default());
        let scroller = NodeRef::<Div>::new();
        Effect::new(move |_| {
            let Some(element) = scroller.get() else {
                return;
            };
            request_animation_frame(move || {
                seen.update(|seen| seen.width = f64::from(element.client_width()));
            });
        });
        let columns = columns(self.years.clone());
        let heads = columns.clone();
        let labels: Vec<_> = figure_heads(&columns).collect();
        let (now, row) = (sizes(), row_height(ROW));
        let size = now.clone();
        let text = Memo::new(move |_| size.get().text);
        let cards = Memo::new(move |_| CardRows::fit(seen.get(), text.get()));
        let figures = columns.figures();
        let row = Memo::new(move |_| match cards.get() {
            true => card_height(RowsShown::Both, figures, text.get()),
            false => row.get(),
        });
        let widths = Memo::new(move |_| Widths::within(seen.get(), &columns, now.get(), &|_| None));
        let rest = self.rows.saturating_sub(self.first.len());
        view! {
            <div
                class="grid-wrap pairs"
                class:as-cards=move || cards.get()
                style=move || widths.with(Widths::style)
            >
                <div
                    node_ref=scroller
                    class="virtual figure-grid"
                    style:--row-height=move || format!("{}px", Short(row.get()))
                    role="table"
                    tabindex="0"
                    aria-label=words::label()
                    aria-rowcount=self.rows.to_string()
                >
                    {header(
                        Signal::stored(heads),
                        Signal::stored(self.closed.iter().copied().collect()),
                        Signal::stored(self.judged),
                    )}
                    {self.first.iter().map(|row| row.shown(&labels)).collect_view()}
                    <div style=move || format!("height:{}px", Short(rest as f64 * row.get())) aria-hidden="true"></div>
                </div>
            </div>
        }
        .into_any()
    }
}

impl CoverRow {
    /// Of these years, the one judged in one, those closed with their lock.
    fn of(
        s: &Strategy,
        key: FigureRow,
        columns: &FigureColumns,
        (judged, closed): (FiscalYear, &BTreeSet<FiscalYear>),
    ) -> Option<Self> {
        let (series, indicator) = (s.get(key.series)?, s.get(key.indicator)?);
        let look = |column| {
            let cell = key.cell(column, columns);
            let year = cell.and_then(|cell| cell.closes_with());
            let closed = year.is_some_and(|year| closed.contains(&year));
            let is_baseline = column == columns.baseline();
            Look::of(Some(series), (is_baseline, cell), closed)
        };
        let verdict = (key.at < 2).then(|| glance(s, key.indicator, judged));
        let verdict = verdict.flatten().map(|glance| glance.verdict);
        Some(Self {
            key,
            name: indicators::named(&indicator.name),
            own: series.name.clone(),
            unit: indicator.unit.clone(),
            cells: (columns.baseline()..columns.count()).map(look).collect(),
            stamp: verdict.as_ref().filter(|_| key.at == 0).map(Stamp::of),
            by: verdict
                .as_ref()
                .filter(|_| tells_by(key))
                .and_then(decided_by),
        })
    }

    /// With the heads of its figures, for cards.
    fn shown(&self, heads: &[String]) -> AnyView {
        let cell = |(look, head): (&Look, &String)| {
            let (class, head) = (look.class.clone(), head.clone());
            view! { <span class=class role="cell" data-head=head>{look.text.clone()}</span> }
        };
        let by = self.by.clone();
        view! {
            <div class=class(self.key) role="row">
                <span class="grid-name" role="rowheader">{named(self.key, &self.name, &self.own)}</span>
                <span class=text_class(IndicatorText::Unit, &self.unit) role="cell">{self.key.first.then(|| self.unit.clone())}</span>
                <span class="grid-kind" role="cell">{if self.key.target { words::target() } else { words::actual() }}</span>
                {self.cells.iter().zip(heads).map(cell).collect_view()}
                <span class="grid-rating" role="cell">
                    {self.stamp.clone().map(show_stamp)}
                    {by.map(|(short, description)| view! { <span class="sub by" title=description>{short}</span> })}
                </span>
            </div>
        }
        .into_any()
    }
}

/// The head of the page, with nothing to press yet.
fn head() -> AnyView {
    let views = [
        indicators::tab_grid(),
        indicators::tab_list(),
        indicators::tab_pictures(),
        indicators::tab_year(),
    ];
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{indicators::title()}</h1>
            {segmented(indicators::views(), &views)}
            <div class="row page-acts">
                <button type="button" class="btn main" disabled=true>
                    {indicators::add()}
                </button>
                <span class="row-menu">
                    <button
                        type="button"
                        class="btn plain small menu-opener"
                        aria-label=indicators::others()
                        disabled=true
                    >
                        <Icon name=IconName::More />
                    </button>
                </span>
            </div>
        </div>
    }
    .into_any()
}

/// A choice of which the first is made.
fn segmented(label: &'static str, choices: &[&'static str]) -> AnyView {
    let choice = |(at, words): (usize, &&'static str)| {
        view! {
            <button type="button" class="btn small" aria-pressed=(at == 0).to_string() disabled=true>
                {*words}
            </button>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label=label>
            {choices.iter().enumerate().map(choice).collect_view()}
        </div>
    }
    .into_any()
}
