//! 推移図: a chart for each series of 指標一覧, through cells that follow those of 指標一覧.

use super::draft::SheetDraft;
use super::indicators::{self, FigurePlaces};
use crate::chart::line_chart;
use ::words::{Word, workbook as words};
use format::workbook::{Cell, Chart, ChartCells, LinkedCell, PlacedChart, Row, RowKind, Sheet};
use insight::appraisal::Appraisal;
use insight::evaluation_year;
use strategy::*;

/// The most charts of a workbook: a spreadsheet draws all of them when it opens.
const MOST: usize = 200;
/// Rows that a chart lies over.
const HIGH: usize = 12;
/// Columns of years that a chart lies over.
const WIDE: usize = 4;
/// Columns before those of the years.
const BEFORE: usize = 2;

/// Returns the sheet; `None` if no series has two figures to compare.
pub fn sheet(s: &Strategy, today: FiscalYear) -> Option<Sheet> {
    let listed = indicators::sheet(s, today)?;
    let mut drawn = charts(s, evaluation_year(s, today));
    let more = drawn.len() > MOST;
    drawn.truncate(MOST);
    let years = drawn.iter().flat_map(|one| &one.chart.years);
    let years: Vec<(FiscalYear, String)> = sort::set(years.cloned()).into_iter().collect();
    if drawn.is_empty() {
        return None;
    }
    let places = FigurePlaces::of(s);
    let mut heads = vec![
        (Indicator::name.field.word().to_owned(), 36),
        (words::line_of_chart().to_owned(), 8),
    ];
    heads.extend(years.iter().map(|(_, label)| (label.clone(), 10)));
    let mut draft = SheetDraft {
        plan: &s.about().title,
        name: words::charts(),
        note: words::charts_note(more.then_some(MOST)),
        heads,
        frozen: BEFORE,
        rows: Vec::new(),
    };
    let above = draft.above();
    let mut charts = Vec::new();
    for one in drawn {
        let first = above + draft.rows.len();
        let lines = linked(&one, &listed, &places, &years);
        let placed = placed(one.chart, &lines, (above, first), &years);
        draft.rows.extend(lines);
        let empty = (0..=HIGH).map(|_| Row::new(RowKind::Note, []));
        draft.rows.extend(empty);
        charts.push(placed);
    }
    let sheet = draft.sheet()?;
    Some(Sheet {
        filtered: false,
        charts,
        ..sheet
    })
}

/// A series that is drawn.
struct DrawnSeries {
    chart: Chart,
    /// Its row in 指標一覧, counted from 0 among the rows of series.
    row: usize,
    /// The year in which the baseline is drawn.
    start: Option<FiscalYear>,
}

/// Returns the series with two figures or more, in the order of 指標一覧.
fn charts(s: &Strategy, year: FiscalYear) -> Vec<DrawnSeries> {
    let appraisal = Appraisal::of(s, year);
    let period = s.about().period;
    let mut drawn = Vec::new();
    let mut row = 0;
    for indicator in s.indicators.sorted() {
        let all = s.series.under(indicator.id);
        let tone = appraisal.get(indicator.id).and_then(|one| one.band());
        let tone = tone.map(|band| band.tone);
        for (at, series) in all.iter().enumerate() {
            let chart = line_chart(indicator, series, period, tone);
            if chart.is_drawn() {
                let trace = insight::time_series::time_series(indicator, series, period);
                drawn.push(DrawnSeries {
                    chart,
                    row: row + at,
                    start: trace.baseline.map(|(year, _)| year),
                });
            }
        }
        row += all.len().max(1);
    }
    drawn
}

/// Returns the rows of 実績 and 目標, whose cells follow those of 指標一覧.
fn linked(
    one: &DrawnSeries,
    listed: &Sheet,
    places: &FigurePlaces,
    years: &[(FiscalYear, String)],
) -> Vec<Row> {
    let row = indicators::HEAD_ROW + one.row;
    let cells = listed.rows.get(row).map(|row| row.cells.as_slice());
    let cells = cells.unwrap_or_default();
    let link = |column: usize| match cells.get(column) {
        Some(Cell::Number(shown)) => Some(shown.clone()),
        _ => None,
    };
    let cell = |column: Option<usize>| match column {
        Some(column) => Cell::Linked(LinkedCell {
            sheet: listed.name.clone(),
            row: row + 1,
            column,
            shown: link(column),
        }),
        None => Cell::Empty,
    };
    let has = |column: &usize| link(*column).is_some();
    let actual = |year: &FiscalYear| {
        let own = places.actual(*year);
        let at_start = (one.start == Some(*year)).then_some(FigurePlaces::BASELINE);
        // The baseline is drawn where its year has no figure of its own.
        own.filter(has).or(at_start.filter(has)).or(own)
    };
    let row_of = |name: &str, line: &str, of: &dyn Fn(&FiscalYear) -> Option<usize>| {
        let figures = years.iter().map(|(year, _)| cell(of(year)));
        let texts = [Cell::text(name), Cell::text(line)];
        Row::new(RowKind::Body, texts.into_iter().chain(figures))
    };
    let names: Vec<&str> = one.chart.lines.iter().map(|line| &*line.name).collect();
    let name = |at: usize| names.get(at).copied().unwrap_or_default();
    vec![
        row_of(&one.chart.title, name(0), &actual),
        row_of("", name(1), &|year| places.target(*year)),
    ]
}

/// Returns the chart below its rows. `above`, `first`: number of rows above the first chart, and above this one.
fn placed(
    mut chart: Chart,
    lines: &[Row],
    (above, first): (usize, usize),
    years: &[(FiscalYear, String)],
) -> PlacedChart {
    let from = chart.years.first().map(|(year, _)| *year);
    let skipped = years.iter().take_while(|(year, _)| Some(*year) != from);
    let skipped = skipped.count();
    for (line, row) in chart.lines.iter_mut().zip(lines) {
        let cells = row.cells.iter().skip(BEFORE + skipped);
        let numbers = cells.take(line.values.len()).map(|cell| match cell {
            Cell::Linked(to) => to.shown.clone(),
            _ => None,
        });
        let numbers: Vec<_> = numbers.collect();
        if let Some(form) = numbers.iter().flatten().next() {
            line.form.clone_from(&form.form);
        }
        line.values = numbers
            .into_iter()
            .map(|shown| shown.map(|shown| shown.value))
            .collect();
    }
    let top = first + lines.len();
    PlacedChart {
        chart,
        cells: ChartCells {
            sheet: words::charts().to_owned(),
            head: above,
            first: first + 1,
            names: 1,
            years: BEFORE + skipped,
        },
        from: (top, 0),
        to: (top + HIGH, BEFORE + WIDE),
    }
}
