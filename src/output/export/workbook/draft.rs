//! A sheet of the workbook, drafted.

use ::words::workbook as words;
use ::words::{Say, Word};
use format::workbook::{Cell, Row, RowKind, Sheet, SheetColumn, ShownNumber};
use insight::unit::value_in;
use strategy::record::Field;
use strategy::*;

/// A sheet under the title of the plan.
pub struct SheetDraft<'a> {
    /// The title of the plan.
    pub plan: &'a str,
    /// Name of the sheet.
    pub name: &'static str,
    /// Note under the title.
    pub note: String,
    /// The heads, and the widths of their columns.
    pub heads: Vec<(String, usize)>,
    /// Number of columns that stay in sight.
    pub frozen: usize,
    /// Rows under the heads.
    pub rows: Vec<Row>,
}

impl SheetDraft<'_> {
    /// Returns the number of rows above those that are drafted.
    pub fn above(&self) -> usize {
        2 + usize::from(!self.note.is_empty())
    }

    /// Returns the sheet; `None` if it has no rows.
    pub fn sheet(self) -> Option<Sheet> {
        if self.rows.is_empty() {
            return None;
        }
        let title = words::title(self.plan, self.name);
        let mut rows = vec![Row::new(RowKind::Title, [Cell::text(title)])];
        if !self.note.is_empty() {
            rows.push(Row::new(RowKind::Note, [Cell::text(self.note)]));
        }
        let heads = self.heads.iter().map(|(head, _)| Cell::text(head.as_str()));
        rows.push(Row::new(RowKind::Head, heads));
        rows.extend(self.rows);
        let column = |(_, width): &(String, usize)| SheetColumn {
            width: *width,
            ..SheetColumn::default()
        };
        Some(Sheet {
            name: self.name.to_owned(),
            columns: self.heads.iter().map(column).collect(),
            rows,
            frozen_columns: self.frozen,
            filtered: true,
            ..Sheet::default()
        })
    }
}

/// Returns the word of a field as head, with the width of its column.
pub fn head(field: &Field, width: usize) -> (String, usize) {
    (field.word().to_owned(), width)
}

/// Returns a figure as printed: a number where it can be one.
pub fn figure(figure: Option<&Figure>) -> Cell {
    match figure.map(|figure| (ShownNumber::figure(figure), figure)) {
        Some((Some(shown), _)) => Cell::Number(shown),
        Some((None, figure)) => Cell::text(figure.text()),
        None => Cell::Empty,
    }
}

/// Returns a figure as a number in the unit of its row, with the printed text beside it. A figure whose unit cannot be
/// converted stays text.
pub fn figure_in(unit: &str, figure: Option<&Figure>) -> Cell {
    let Some(printed) = figure else {
        return Cell::Empty;
    };
    match printed
        .number()
        .map(|number| (number, value_in(number, unit)))
    {
        Some((number, Some(value))) if value != number.value => {
            Cell::Number(ShownNumber::beside(value, printed.text()))
        }
        Some((number, None)) if !number.unit.is_empty() => Cell::text(printed.text()),
        _ => self::figure(figure),
    }
}

/// Returns an amount as printed.
pub fn money(money: Option<&Money>) -> Cell {
    match money {
        Some(money) => ShownNumber::money(money).map_or(Cell::text(money.say()), Cell::Number),
        None => Cell::Empty,
    }
}
