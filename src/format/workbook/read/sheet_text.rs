//! A sheet as the text that copying it gives.

use std::collections::{BTreeMap, BTreeSet};

use super::joined::{MOST_JOINED_ROWS, may_be_figure, with_joined_mark};
use super::model::{CellRead, JoinedCells, RowRead, SheetRead};

/// Largest size of the text of a sheet, in bytes.
pub const LARGEST_TEXT: usize = 8 << 20;
/// Last cell of a hidden row in the text of a table; end of such a row in the text of a plan.
pub const HIDDEN_ROW: &str = "（非表示の行）";
/// End of the first text of a hidden column in the text of a table.
pub const HIDDEN_COLUMN: &str = "（非表示の列）";
/// Number of lines below a line of heads that may be heads too.
const HEADS: usize = 3;
/// Largest number of blank lines in a row.
const MOST_BLANK: usize = 100;

/// Hidden parts of a sheet to include.
#[derive(Debug, Clone, Copy)]
struct WantedCell {
    columns: bool,
    rows: bool,
}

impl WantedCell {
    fn all(hidden: bool) -> Self {
        Self {
            columns: hidden,
            rows: hidden,
        }
    }
}

impl SheetRead {
    /// True if a column is hidden.
    fn hides(&self, column: usize) -> bool {
        self.hidden_columns.contains(&column)
    }

    /// Returns the cells to include: all, or the visible ones.
    fn taken<'a>(
        &'a self,
        row: &'a RowRead,
        wanted: WantedCell,
    ) -> impl Iterator<Item = (usize, &'a CellRead)> {
        let shown = move |(at, cell): &(usize, &CellRead)| {
            !matches!(cell, CellRead::Struck(_))
                && (wanted.rows || !row.hidden)
                && (wanted.columns || !self.hides(*at))
        };
        let cells = row.cells.iter().map(|(at, cell)| (*at, cell));
        cells.filter(shown)
    }

    /// Returns the numbers of hidden rows and columns that are not empty.
    pub fn hidden_parts(&self) -> (usize, usize) {
        let rows = self.rows.iter().filter(|row| row.hidden).count();
        let columns = self.columns(WantedCell::all(true));
        let hidden = columns.keys().filter(|at| self.hides(**at));
        (rows, hidden.count())
    }

    /// Returns the numbers of included rows and columns that are not empty.
    pub fn size(&self, hidden: bool) -> (usize, usize) {
        let wanted = WantedCell::all(hidden);
        let filled = |row: &&RowRead| self.taken(row, wanted).next().is_some();
        let rows = self.rows.iter().filter(filled).count();
        (rows, self.columns(wanted).len())
    }

    /// Leaves a gap for empty columns that no joined cell covers: they separate tables.
    fn with_gaps(&self, mut places: BTreeMap<usize, usize>) -> BTreeMap<usize, usize> {
        let wide = self.joined.iter().map(|one| one.columns.clone());
        let wide = wide.filter(|columns| columns.start() < columns.end());
        let joined: BTreeSet<usize> = wide.flatten().collect();
        let is_gap = |at: usize| !self.hides(at) && !joined.contains(&at);
        let (mut gaps, mut next) = (0, None);
        for (at, place) in &mut places {
            let between = next.is_some_and(|next| (next..*at).any(is_gap));
            gaps += usize::from(between);
            *place += gaps;
            next = Some(at + 1);
        }
        places
    }

    /// Returns the columns with content, each with its index among them.
    fn columns(&self, wanted: WantedCell) -> BTreeMap<usize, usize> {
        let rows = self.rows.iter();
        let mut places: BTreeMap<usize, usize> = rows
            .flat_map(|row| self.taken(row, wanted))
            .map(|(at, _)| (at, 0))
            .collect();
        for (nth, place) in places.values_mut().enumerate() {
            *place = nth;
        }
        places
    }

    /// Returns the cells of a table, tabs between them, as a spreadsheet puts them on the clipboard; `None` if it is
    /// too long. Rows that a filter hides are included; a hidden row ends in [`HIDDEN_ROW`], the first text of a
    /// hidden column in [`HIDDEN_COLUMN`].
    pub fn table_text(&self, hidden: bool) -> Option<String> {
        self.cells_text(hidden, &mut BTreeMap::new())
    }

    /// Returns the cells of a table of indicators like [`Self::table_text`]; a figure of joined cells has a mark with
    /// the number of cells that it covers. `None` if it is too long.
    pub fn indicator_text(&self, hidden: bool) -> Option<String> {
        let wanted = self.of_table(hidden);
        let places = self.with_gaps(self.columns(wanted));
        self.cells_text(hidden, &mut self.spans(&places))
    }

    /// Returns the parts that a table includes: rows that a filter hides are data like the others.
    fn of_table(&self, hidden: bool) -> WantedCell {
        WantedCell {
            columns: hidden,
            rows: hidden || self.filtered,
        }
    }

    /// Returns the cells of a table; the joined ones at these rows and indices are marked.
    fn cells_text(
        &self,
        hidden: bool,
        spans: &mut BTreeMap<(usize, usize), (usize, usize)>,
    ) -> Option<String> {
        let wanted = self.of_table(hidden);
        let places = self.with_gaps(self.columns(wanted));
        let hidden = places.iter().filter(|(at, _)| self.hides(**at));
        let mut hidden: BTreeSet<usize> = hidden.map(|(_, place)| *place).collect();
        // A joined head ends with blank cells, as on the clipboard: as many as a line directly below it covers.
        let reach = self.reach(&places, wanted);
        self.text(places, wanted, |text, row, cells| {
            let mut at = 0;
            for (place, mut cell) in cells {
                let span = spans.remove(&(row.number, place));
                if let Some((rows, columns)) = span.filter(|_| may_be_figure(&cell)) {
                    cell = with_joined_mark(&cell, rows, columns);
                }
                if hidden.remove(&place) {
                    cell.push_str(HIDDEN_COLUMN);
                }
                text.push_str(&"\t".repeat(place - at));
                at = place;
                text.push_str(&quoted(&cell));
            }
            let reached = reach.get(&row.number).copied().unwrap_or_default();
            text.push_str(&"\t".repeat(reached.saturating_sub(at)));
            if row.hidden {
                text.push('\t');
                text.push_str(HIDDEN_ROW);
            }
        })
    }

    /// Returns the numbers of rows and columns that each joined cell covers, by its row and index.
    fn spans(&self, places: &BTreeMap<usize, usize>) -> BTreeMap<(usize, usize), (usize, usize)> {
        let span = |one: &JoinedCells| {
            let mut covered = places.range(one.columns.clone()).map(|(_, place)| *place);
            let first = places.get(one.columns.start())?;
            let columns = covered.next_back()?.checked_sub(*first)? + 1;
            let rows = one.rows.end() - one.rows.start() + 1;
            let rows = rows.min(MOST_JOINED_ROWS);
            (rows > 1 || columns > 1).then_some(((*one.rows.start(), *first), (rows, columns)))
        };
        self.joined.iter().filter_map(span).collect()
    }

    /// Returns the last index of each row and of the rows directly below it, by the number of the row; a row of one
    /// cell is a text, and ends at its own end.
    fn reach(&self, places: &BTreeMap<usize, usize>, wanted: WantedCell) -> BTreeMap<usize, usize> {
        let ends = self.rows.iter().map(|row| {
            let mut taken = self
                .taken(row, wanted)
                .filter_map(|(at, _)| places.get(&at));
            let several = taken.next().and(taken.last()).copied();
            (row.number, several)
        });
        let ends: Vec<_> = ends.collect();
        let mut reach = BTreeMap::new();
        for (at, (number, last)) in ends.iter().enumerate() {
            let Some(last) = last else { continue };
            let below = ends[at + 1..]
                .iter()
                .take(HEADS)
                .filter_map(|(_, last)| *last);
            reach.insert(*number, below.fold(*last, usize::max));
        }
        reach
    }

    /// Returns the lines of a plan; `None` if they are too long. A row of one cell is running text, a row of several
    /// is a row of a table, and so is a row of one cell below it that leaves its first column out, as cells joined
    /// over rows do. A row that is hidden, or has a cell in a hidden column, ends in [`HIDDEN_ROW`].
    pub fn plan_text(&self, hidden: bool) -> Option<String> {
        let mut in_table = false;
        let wanted = WantedCell::all(hidden);
        self.text(self.columns(wanted), wanted, |text, row, cells| {
            let of_hidden = |(at, _): &(usize, &CellRead)| self.hides(*at);
            let is_hidden = row.hidden || self.taken(row, wanted).any(|one| of_hidden(&one));
            in_table = match cells.as_slice() {
                [(place, _)] => in_table && *place > 0 && !text.ends_with("\n\n"),
                _ => true,
            };
            if let ([(_, only)], false) = (cells.as_slice(), in_table) {
                text.push_str(only);
            } else {
                let mut at = 0;
                for (place, cell) in cells {
                    text.push_str(&"\t".repeat(place - at));
                    at = place;
                    text.push_str(&cell.replace(['\n', '\r', '\t'], " "));
                }
            }
            if is_hidden {
                text.push_str(HIDDEN_ROW);
            }
        })
    }

    fn text(
        &self,
        places: BTreeMap<usize, usize>,
        wanted: WantedCell,
        mut write: impl FnMut(&mut String, &RowRead, Vec<(usize, String)>),
    ) -> Option<String> {
        let mut text = String::new();
        let mut number = 0;
        for row in &self.rows {
            let place = |(at, cell): (usize, &CellRead)| Some((*places.get(&at)?, cell.text()));
            let cells: Vec<_> = self.taken(row, wanted).filter_map(place).collect();
            let Some((last, _)) = cells.last() else {
                continue;
            };
            let blank = row.number.saturating_sub(number).clamp(1, MOST_BLANK);
            if text.len() + blank + last > LARGEST_TEXT {
                return None;
            }
            if number > 0 {
                text.push_str(&"\n".repeat(blank));
            }
            number = row.number;
            write(&mut text, row, cells);
        }
        (text.len() <= LARGEST_TEXT).then_some(text)
    }
}

/// Returns a cell as it is written between tabs.
fn quoted(text: &str) -> String {
    match text.contains(['\t', '\n', '\r', '"']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> SheetRead {
        let row = |number, cells: &[(usize, &str)], hidden| RowRead {
            number,
            cells: cells
                .iter()
                .map(|(at, text)| (*at, CellRead::Text((*text).to_owned())))
                .collect(),
            hidden,
        };
        SheetRead {
            rows: vec![
                row(2, &[(1, "指標\n（単位）"), (4, "目標")], false),
                row(4, &[(1, "出生数"), (2, "内部"), (4, "380")], false),
                row(5, &[(1, "隠れた行")], true),
                row(6, &[(1, "注")], false),
                row(7, &[(4, "続かない")], false),
                row(9, &[(1, "町"), (4, "働く\n場")], false),
                row(10, &[(4, "学ぶ\n場")], false),
                row(12, &[(4, "文\n章")], false),
            ],
            hidden_columns: [2, 3].into(),
            ..SheetRead::default()
        }
    }

    #[test]
    fn x9_a_sheet_is_the_text_that_comes_when_it_is_copied() {
        let sheet = sheet();
        assert_eq!(
            sheet.table_text(false).as_deref(),
            Some(
                "\"指標\n（単位）\"\t目標\n\n出生数\t380\n\n注\n\t続かない\n\n町\t\"働く\n場\"\n\t\"学ぶ\n場\"\n\n\t\"文\n章\""
            )
        );
        let all = sheet.table_text(true).unwrap_or_default();
        assert!(
            all.starts_with("\"指標\n（単位）\"\t\t目標\n\n出生数\t内部（非表示の列）\t380\n隠れた行\t（非表示の行）\n注\n"),
            "{all}"
        );
        assert_eq!(
            sheet.plan_text(false).as_deref(),
            Some(
                "指標 （単位）\t目標\n\n出生数\t380\n\n注\n続かない\n\n町\t働く 場\n\t学ぶ 場\n\n文\n章"
            )
        );
        let plan = sheet.plan_text(true).unwrap_or_default();
        assert!(
            plan.starts_with("指標 （単位）\t\t目標\n\n出生数\t内部\t380（非表示の行）\n隠れた行（非表示の行）\n注\n"),
            "{plan}"
        );
        // A row that a filter hides is data; a hidden column is not.
        let filtered = SheetRead {
            filtered: true,
            ..sheet.clone()
        };
        let text = filtered.table_text(false).unwrap_or_default();
        assert!(
            text.contains("出生数\t380\n隠れた行\t（非表示の行）\n注\n"),
            "{text}"
        );
        assert_eq!(filtered.plan_text(false), sheet.plan_text(false));
        assert_eq!((sheet.size(false), sheet.size(true)), ((7, 2), (8, 3)));
        assert_eq!(sheet.hidden_parts(), (1, 1));
    }

    #[test]
    fn x9_cells_far_apart_make_no_text_without_end() {
        let far = |at: usize| RowRead {
            number: at + 1,
            cells: vec![(at % 16_384, CellRead::Text("1".to_owned()))],
            hidden: false,
        };
        let sheet = SheetRead {
            rows: (0..20_000).map(far).collect(),
            ..SheetRead::default()
        };
        assert_eq!(sheet.table_text(false), None);
    }
}
