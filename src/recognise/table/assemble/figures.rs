//! Each figure of a line gets its series, its row and its year.

use super::super::heads::ColumnKind;
use super::super::kind::is_figure;
use super::super::line::{Line, LineFigure};
use super::super::pasted::{Doubt, PastedIndicator};
use super::notes::note;
use edit::empty_series;
use strategy::*;

/// Defaults of a table that its heads do not name.
#[derive(Clone, Copy)]
pub struct Meant {
    /// Kind of the columns headed by a year alone.
    pub years: Option<ColumnKind>,
    /// The last year is that of a target that names none.
    pub period: Period,
}

/// Puts figures into the series of this name.
pub fn put(
    one: &mut PastedIndicator,
    name: &str,
    figures: &[LineFigure],
    line: &Line,
    meant: Meant,
) {
    for LineFigure {
        holds,
        year,
        series,
        text,
    } in figures
    {
        let at = series_named(one, &joined(name, series));
        let by_row = || At(beside(line, ColumnKind::RowYear)?).year();
        let of = year.as_ref().and_then(|year| At(year.clone()).year());
        let of = of.or_else(by_row);
        let holds = column_meant(*holds, of, meant);
        let series = &mut one.series[at];
        if holds == ColumnKind::Baseline && series.baseline.is_none() {
            let year = beside(line, ColumnKind::BaselineYear).or_else(|| year.clone());
            series.baseline = Some(baseline(text, year.as_deref()));
            continue;
        }
        let parts = read_cell(text);
        if put_each_in_its_year(series, holds, &parts) {
            continue;
        }
        let (of, clash) = year_of_cell(holds, of, &parts, line);
        if !put_in_year(series, holds, of, text, meant) {
            let head = year.as_deref().unwrap_or_default();
            note(&mut one.indicator, head, text);
            if is_figure(text) {
                one.doubt(Doubt::Place);
            }
        }
        if clash {
            one.doubt(Doubt::Years);
        }
    }
}

/// The name of a part of two breakdowns: 町内 男.
pub fn joined(of_row: &str, of_column: &str) -> String {
    let both = [of_row, of_column];
    let both = both.into_iter().filter(|name| !name.is_empty());
    both.collect::<Vec<_>>().join(" ")
}

/// Returns the place of the series of this name; adds one if there is none.
fn series_named(one: &mut PastedIndicator, name: &str) -> usize {
    let known = one.series.iter().position(|s| s.name == name);
    known.unwrap_or_else(|| {
        let mut series = empty_series(Id::new(0), Id::new(0), name);
        series.order = Order::nth(one.series.len());
        one.series.push(series);
        one.series.len() - 1
    })
}

/// Returns the content of a column whose head is only a year.
fn column_meant(holds: ColumnKind, of: Option<FiscalYear>, meant: Meant) -> ColumnKind {
    match (holds, meant.years) {
        (ColumnKind::Year, Some(years)) => years,
        (ColumnKind::Year, None) if of.is_some_and(|of| of < meant.period.first) => {
            ColumnKind::Actual
        }
        (ColumnKind::Year, None) => ColumnKind::Target,
        (holds, _) => holds,
    }
}

/// Returns the text in the line's column of this kind of year.
pub fn beside(line: &Line, holds: ColumnKind) -> Option<String> {
    let time = line.times.iter().find(|(of, _)| *of == holds);
    time.map(|(_, text)| text.clone())
}

/// Puts each figure of a cell into its own year, where each has one: R9：65人 R11：70人. Whether they have.
fn put_each_in_its_year(series: &mut Series, holds: ColumnKind, parts: &[CellPart]) -> bool {
    let row = match holds {
        ColumnKind::Target => &mut series.targets,
        ColumnKind::Actual => &mut series.actuals,
        _ => return false,
    };
    let timed = |part: &CellPart| {
        part.name.is_empty() && part.at.as_ref().is_some_and(|at| at.year().is_some())
    };
    if parts.len() < 2 || !parts.iter().all(timed) {
        return false;
    }
    for part in parts {
        if let Some(year) = part.at.as_ref().and_then(At::year) {
            row.entry(year)
                .or_insert_with(|| Figure::read(part.figure.text().trim()));
        }
    }
    true
}

/// The year a cell's figure is of, and whether what stands in the head, beside it and in it disagrees.
fn year_of_cell(
    holds: ColumnKind,
    of: Option<FiscalYear>,
    parts: &[CellPart],
    line: &Line,
) -> (Option<FiscalYear>, bool) {
    // The year of a cell is its own, where the head names none: 380人（R9）.
    let own = || match parts {
        [part] => part.at.as_ref().and_then(At::year),
        _ => None,
    };
    let of = match holds {
        ColumnKind::Target => of.or_else(|| At(beside(line, ColumnKind::TargetYear)?).year()),
        _ => of,
    };
    let clash = of.is_some() && own().is_some_and(|own| Some(own) != of);
    (of.or_else(own), clash)
}

/// Puts a figure into its row and year, where nothing stands there yet. Whether it has a place.
fn put_in_year(
    series: &mut Series,
    holds: ColumnKind,
    of: Option<FiscalYear>,
    text: &str,
    meant: Meant,
) -> bool {
    let last = meant.period.last;
    let row = match holds {
        ColumnKind::Target => Some((&mut series.targets, of.unwrap_or(last))),
        ColumnKind::Actual => of.map(|of| (&mut series.actuals, of)),
        ColumnKind::WithoutPolicy => Some((&mut series.without_policy, of.unwrap_or(last))),
        _ => None,
    };
    match row {
        Some((row, of)) if !row.contains_key(&of) => {
            row.insert(of, Figure::read(text));
            true
        }
        _ => false,
    }
}

/// The baseline of a cell, its year taken off where it stands apart: 431.5万円 (H30).
fn baseline(text: &str, head: Option<&str>) -> Baseline {
    let parts = read_cell(text);
    let whole = || Figure::read(text);
    let (figure, at) = match parts.as_slice() {
        [part] if part.name.is_empty() => (part.figure.clone(), part.at.clone()),
        _ => (whole(), None),
    };
    let figure = Figure::read(figure.text().trim());
    Baseline {
        at: at.or_else(|| head.map(|year| At(year.to_owned()))),
        figure,
    }
}
