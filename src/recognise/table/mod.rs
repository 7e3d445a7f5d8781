//! 指標の表: the table of indicators of a printed plan, pasted as text from a spreadsheet, a page or a PDF.
//!
//! Rules (the tests carry the numbers):
//! - T1  Every text gives an answer; every line of it is an indicator's, a heading's, or given back as it came.
//! - T2  Nothing is lost: each text of an indicator's line stands in the indicator, what has no place there in its
//!   note; only a column of which a person says so is left out.
//! - T3  Figures stay as printed; what is no number is kept as text, 要確認.
//! - T4  A line of a sub-row (男性, 女性) is a series of the indicator above it; so is a part of a breakdown in a second line
//!   of heads, in the heads or in a second column of names.
//! - T5  An indicator printed twice with the same figures is one, used in both places.
//! - T6  What is not certain is told, field by field; only an indicator certain in every field comes chosen.
//! - T7  A figure stays in its column: a blank or a dash lets no neighbour slip in, and heads end where the next begin,
//!   below them or beside them. A day over a column is its year, however it is written.
//! - T8  A person's word on a line of heads or a column counts before ours, in this text and the next with these heads.
//! - T9  A table without indicators yields none; a line without a figure is a heading.
//! - T10 The time it takes grows with the text, however its words are parted.
//! - T12 Of tables in the forms of towns nothing false comes chosen, and most is read after one choice for a column: cells
//!   decide over the word of a head, a text that is cut at commas or semicolons is a table without a known head, a line may
//!   be of a year, and lines of rates go to the note. A form of heads and values is an indicator, and a change told in words
//!   is a baseline and a target.
//! - T11 Our own tables of indicators, long and wide, are the indicators they were written of, as far as they carry them.

mod assemble;
mod breakdown;
mod cards;
mod cells;
mod columns;
mod commas;
mod days;
mod decimals;
mod footnotes;
mod foreign;
mod forms;
mod heads;
mod joined;
mod kind;
mod labelled;
mod line;
mod named_unit;
mod own;
mod pasted;
mod prose;
mod section_reader;
mod sections;
mod side_by_side;
mod spread;
mod turned;
mod weigh;

use std::rc::Rc;

use strategy::*;

pub(crate) use cells::listed;
use cells::printed;
use foreign::foreign;
pub use heads::ColumnKind;
use heads::Heads;
pub(crate) use heads::head;
pub(crate) use labelled::labelled;
pub(crate) use named_unit::apart as unit_apart;
pub use pasted::{ColumnMapping, Doubt, PastedColumn, PastedIndicator, PastedTable};
pub(crate) use prose::sentence;

/// Reads a pasted text, for this strategy: its period says of which year a target is, its goals who uses what.
pub fn read_table(text: &str, strategy: &Strategy) -> PastedTable {
    read_table_as(text, strategy, &ColumnMapping::default())
}

/// Reads a pasted text as a person says its columns are.
pub fn read_table_as(text: &str, strategy: &Strategy, mapping: &ColumnMapping) -> PastedTable {
    at_once(|pace| read_in_steps(text, strategy, mapping, pace))
}

/// Reads a pasted text as a person says its columns are, in steps of about a line.
pub fn table_in_steps<'a>(
    text: &'a str,
    strategy: &'a Strategy,
    mapping: &'a ColumnMapping,
) -> Steps<'a, PastedTable> {
    Steps::of(|pace| read_in_steps(text, strategy, mapping, pace))
}

async fn read_in_steps(
    text: &str,
    strategy: &Strategy,
    mapping: &ColumnMapping,
    pace: Rc<Pace>,
) -> PastedTable {
    let heads = Heads(&mapping.columns);
    let mut grid = cells::grid(text, heads, &pace).await;
    let own = match *mapping == ColumnMapping::default() {
        true => own::read(&grid),
        false => None,
    };
    pace.step().await;
    let mut table = match own {
        Some(own) => own,
        None => {
            grid.make_visible();
            foreign(&grid, strategy, mapping, &pace).await
        }
    };
    pace.finish();
    for one in &mut table.indicators {
        if one.lines.iter().any(|line| grid.hides(*line)) {
            one.doubt(Doubt::Hidden);
        }
        if one.lines.iter().any(|line| grid.is_cut(*line)) {
            one.doubt(Doubt::Cut);
        }
    }
    let numbered = grid
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| (at + 1, printed(row)));
    let told = numbered.filter(|(_, text)| !text.is_empty()).take(30);
    table.lines = told.collect();
    let names = sort::set(strategy.indicators.iter().map(|k| k.name.as_str()));
    for one in &mut table.indicators {
        one.known = names.contains(one.indicator.name.as_str());
    }
    table
}
