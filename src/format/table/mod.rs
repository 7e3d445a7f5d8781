//! 指標の表: the table of indicators of a printed plan, pasted as text from a spreadsheet, a page or a PDF.
//!
//! Rules (the tests carry the numbers):
//! - T1  Every text gives an answer; every line of it is an indicator's, a heading's, or given back as it came.
//! - T2  Nothing is lost: each text of an indicator's line stands in the indicator, what has no place there in its note.
//! - T3  Figures stay as printed; what is no number is kept as text, 要確認.
//! - T4  A line of a sub-row (男性, 女性) is a series of the indicator above it.
//! - T5  An indicator printed twice with the same figures is one, used in both places.

mod cells;
mod columns;
mod fill;
mod line;

use crate::insight::guess_kind;
use crate::strategy::*;

use columns::Columns;
use fill::Filled;
use line::Line;

/// What was read of a pasted text. Ids are yet to be given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PastedTable {
    /// The indicators, in the order printed.
    pub indicators: Vec<PastedIndicator>,
    /// Lines read as the heads of columns, each with its number.
    pub heads: Vec<(usize, String)>,
    /// Lines that are of no indicator, each with its number.
    pub left: Vec<(usize, String)>,
}

/// One indicator of a pasted text.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedIndicator {
    /// The lines it was read from, counted from one.
    pub lines: Vec<usize>,
    /// 指標.
    pub indicator: Indicator,
    /// Its 系列, one or more.
    pub series: Vec<Series>,
    /// The goals under whose titles it was printed.
    pub goals: Vec<Id<Goal>>,
    /// Whether the strategy has one of this name already.
    pub known: bool,
}

impl PastedIndicator {
    /// How many of its figures are 要確認.
    pub fn unread(&self) -> usize {
        let figures = |s: &Series| figures(s).filter(|f| f.needs_check()).count();
        self.series.iter().map(figures).sum()
    }
}

fn figures(series: &Series) -> impl Iterator<Item = &Figure> {
    let years = [&series.targets, &series.actuals, &series.without_policy];
    let baseline = series.baseline.iter().map(|b| &b.figure);
    baseline.chain(years.into_iter().flat_map(|row| row.values()))
}

/// Reads a pasted text, for this strategy: its period says of which year a target is, its goals who uses what.
pub fn read_table(text: &str, strategy: &Strategy) -> PastedTable {
    let mut table = PastedTable::default();
    let mut columns = Columns::default();
    let mut filled = Filled::new(strategy);
    let mut after_head = false;
    let (rows, tabbed) = (cells::rows(text), cells::is_tabbed(text));
    // Where there are heads, what stands before them is no table.
    let has_heads = rows.iter().any(|row| columns::is_head(row));
    for (at, row) in rows.into_iter().enumerate() {
        let printed = row.join("\t").trim().to_owned();
        if printed.is_empty() {
            continue;
        }
        let is_head = columns::is_head(&row);
        if is_head {
            columns.add(&row, after_head);
            table.heads.push((at + 1, printed));
        } else {
            let is_prose = printed.starts_with('#') || has_heads && table.heads.is_empty();
            if is_prose || !filled.take(at + 1, Line::read(&row, &columns, tabbed)) {
                filled.heading(&printed);
                table.left.push((at + 1, printed));
            }
        }
        after_head = is_head;
    }
    table.indicators = filled.done();
    for one in &mut table.indicators {
        propose(one);
        let same = |k: &&std::sync::Arc<Indicator>| k.name == one.indicator.name;
        one.known = strategy.indicators.iter().any(|k| same(&k));
    }
    table
}

/// Unit, way and counting, from the figures.
fn propose(one: &mut PastedIndicator) {
    let indicator = &mut one.indicator;
    if indicator.unit.is_empty() {
        let unit = |f: &Figure| f.number().map(|n| n.unit.clone());
        let units = one.series.iter().flat_map(figures).filter_map(unit);
        indicator.unit = units
            .into_iter()
            .find(|u| !u.is_empty())
            .unwrap_or_default();
    }
    if let Some(series) = one.series.first() {
        let baseline = series.baseline.as_ref();
        let guess = guess_kind(&indicator.unit, &indicator.name, baseline, &series.targets);
        (indicator.desired, indicator.counting) = (guess.desired, guess.counting);
    }
}
