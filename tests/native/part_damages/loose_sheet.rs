//! A sheet of a workbook taken apart, so that rows and columns can be moved.

use super::*;

/// A row as a user sees it, and the record that it belongs to.
#[derive(Debug, Clone, Default)]
pub struct LooseRow {
    pub id: Option<String>,
    pub cells: BTreeMap<usize, CellRead>,
}

/// A sheet taken apart.
#[derive(Debug, Clone)]
pub struct Tab {
    pub name: String,
    pub above: Vec<LooseRow>,
    pub head: LooseRow,
    pub rows: Vec<LooseRow>,
    /// Original heads, and the current column of each; the first is that of the numbers.
    pub columns: Vec<(String, Option<usize>)>,
    /// Number of the columns behind that of the numbers that name a row.
    pub naming: usize,
    pub comments: Vec<(String, String)>,
}

impl Tab {
    pub fn of(sheet: &SheetRead) -> Self {
        let row = |row: &RowRead| {
            let cells: BTreeMap<_, _> = row.cells.iter().cloned().collect();
            LooseRow {
                id: cells.get(&0).map(CellRead::text),
                cells,
            }
        };
        let [above, head] = [&sheet.rows[..3], &sheet.rows[3..4]]
            .map(|rows| rows.iter().map(row).collect::<Vec<_>>());
        let head = head[0].clone();
        let columns = head.cells.iter();
        Self {
            name: sheet.name.clone(),
            above,
            columns: columns.map(|(at, cell)| (cell.text(), Some(*at))).collect(),
            head,
            rows: sheet.rows[4..].iter().map(row).collect(),
            naming: match &*sheet.name {
                "指標の数値" | "予算と決算" => 3,
                _ => 2,
            },
            comments: Vec::new(),
        }
    }

    pub fn sheet(&self) -> SheetRead {
        let all = self.above.iter().chain([&self.head]).chain(&self.rows);
        let rows = all.enumerate().map(|(at, row)| RowRead {
            number: at + 1,
            cells: row.cells.clone().into_iter().collect(),
            hidden: false,
        });
        SheetRead {
            name: self.name.clone(),
            rows: rows.filter(|row| !row.cells.is_empty()).collect(),
            comments: self.comments.clone(),
            ..SheetRead::default()
        }
    }

    pub fn every_row(&mut self) -> impl Iterator<Item = &mut LooseRow> {
        let head = std::iter::once(&mut self.head);
        head.chain(&mut self.rows)
    }

    pub fn widest(&self) -> usize {
        let rows = self.rows.iter().chain([&self.head]);
        rows.filter_map(|row| row.cells.keys().next_back())
            .max()
            .copied()
            .unwrap_or(0)
    }

    /// Returns the columns for edits that still exist.
    pub fn open(&self) -> Vec<(String, usize)> {
        let all = self.columns.iter().skip(1 + self.naming);
        all.filter_map(|(head, at)| Some((head.clone(), (*at)?)))
            .collect()
    }

    pub fn is_number(&self, head: &str) -> bool {
        self.name.starts_with("指標の数値") || head.ends_with("決算額") || head.ends_with("予算")
    }

    /// Moves the content of the columns from `from` on to the right.
    pub fn shift(&mut self, from: usize) {
        for row in self.every_row() {
            let right = row.cells.split_off(&from);
            row.cells
                .extend(right.into_iter().map(|(at, cell)| (at + 1, cell)));
        }
        for (_, at) in &mut self.columns {
            *at = at.map(|at| at + usize::from(at >= from));
        }
    }

    /// Removes a column, and moves those behind it to the left.
    pub fn delete(&mut self, column: usize) {
        for row in self.every_row() {
            let right = row.cells.split_off(&column);
            let right = right.into_iter().filter(|(at, _)| *at > column);
            row.cells.extend(right.map(|(at, cell)| (at - 1, cell)));
        }
        for (_, at) in &mut self.columns {
            *at = at
                .filter(|at| *at != column)
                .map(|at| at - usize::from(at > column));
        }
    }
}
