//! A part as a workbook in which a section writes with its spreadsheet, and what it wrote there.
//!
//! Each row carries the id of its record in a column that is not shown; a sheet that is not shown says of which part it
//! is, and what the columns hold. What stands in a cell as it was written says nothing; all else is what somebody wrote.

mod beyond;
mod cell_values;
mod columns;
mod found;
mod new_rows;
mod open_cells;
mod own_rows;
mod written;

use crate::export::workbook::of_sheets;
use ::words::hands as words;
use ::words::time;
use columns::{Columns, KEYS, OURS, indicators, initiatives, lines, measures, reviews, series};
use format::NotPacked;
use format::workbook::{Cell, Row, RowKind, Sheet as Tab, SheetColumn, SheetRead};
use open_cells::{FREE_ROWS, OpenCells};
use strategy::*;
use written::PartReading;
pub use written::ReturnedPart;

/// The form of such a workbook: its hidden sheet names each column.
const FORM: &str = "2";
/// The form before: every column of every kind, found by its place.
const FORM_OF_ALL: &str = "1";

/// Mark of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookMark {
    /// The number of the line of the ledger.
    pub id: String,
    /// The hash of the part as it was handed out.
    pub hash: String,
}

/// The workbook of a part, with its own line of the ledger in it.
pub fn part_workbook(part: &Strategy) -> Result<Vec<u8>, NotPacked> {
    let handed = part.about().handed.clone().unwrap_or_default();
    let mut sheets = Vec::new();
    let mut marks = vec![vec![
        FORM.to_owned(),
        handed.id.clone(),
        handed.hash.clone(),
        handed.revision.to_string(),
    ]];
    let asked = AskedParts::of(part, &handed, &handed.years);
    asked.each(&handed, &mut |tab, keys| {
        marks.extend(keys);
        sheets.push(tab);
    });
    let row = |cells: Vec<String>| Row::new(RowKind::Body, cells.into_iter().map(Cell::text));
    sheets.push(Tab {
        name: OURS.to_owned(),
        rows: marks.into_iter().map(row).collect(),
        hidden: true,
        protected: true,
        ..Tab::default()
    });
    of_sheets(sheets).write()
}

/// Reads the mark of the part to which a workbook belongs; `None`: it is no workbook of a part.
pub fn mark_of(sheets: &[SheetRead]) -> Option<WorkbookMark> {
    let ours = sheets.iter().find(|sheet| sheet.name == OURS)?;
    let first = ours.rows.first()?;
    let text = |at| first.get(at).map(|cell| cell.text());
    [FORM, FORM_OF_ALL]
        .contains(&&*text(0)?)
        .then_some(WorkbookMark {
            id: text(1)?,
            hash: text(2).unwrap_or_default(),
        })
}

/// Reads a workbook of this part: returns the part with its edits, and the edits that could not be read. `fresh`: a
/// number for a new record.
pub fn read_part(
    part: &Strategy,
    sheets: &[SheetRead],
    fresh: &mut dyn FnMut() -> u64,
) -> ReturnedPart {
    let handed = part.about().handed.clone().unwrap_or_default();
    let years = match names_columns(sheets) {
        true => handed.years.as_slice(),
        false => &[],
    };
    let asked = AskedParts::of(part, &handed, years);
    let mut writing = PartReading::new(part, sheets, fresh);
    asked.read(&OpenCells::of(part, &handed), &mut writing);
    writing.done()
}

/// True if the hidden sheet names each column.
fn names_columns(sheets: &[SheetRead]) -> bool {
    let ours = sheets.iter().find(|sheet| sheet.name == OURS);
    let form = ours.and_then(|ours| ours.rows.first()?.get(0));
    form.is_some_and(|form| form.text() == FORM)
}

/// Sheets of a part.
struct AskedParts<'a> {
    part: &'a Strategy,
    indicators: Columns<Indicator>,
    series: Columns<Series>,
    measures: Columns<Measure>,
    initiatives: Columns<Initiative>,
    reviews: Columns<Sheet>,
    lines: Columns<Line>,
}

impl<'a> AskedParts<'a> {
    fn of(part: &'a Strategy, handed: &HandedPart, years: &[FiscalYear]) -> Self {
        Self {
            part,
            indicators: indicators(part),
            series: series(part, handed),
            measures: measures(part),
            initiatives: initiatives(part),
            reviews: reviews(part),
            lines: lines(part, years),
        }
    }

    fn each(self, handed: &HandedPart, take: &mut dyn FnMut(Tab, [Vec<String>; 2])) {
        let tabs = Tabs {
            part: self.part,
            handed,
            open: OpenCells::of(self.part, handed),
        };
        tabs.tab(words::sheet_series(), self.series, take);
        tabs.tab(words::sheet_indicators(), self.indicators, take);
        tabs.tab(words::sheet_measures(), self.measures, take);
        tabs.tab(words::sheet_initiatives(), self.initiatives, take);
        tabs.tab(words::sheet_reviews(), self.reviews, take);
        tabs.tab(words::sheet_lines(), self.lines, take);
    }

    fn read(self, open: &OpenCells<'_>, writing: &mut PartReading<'_>) {
        let series = open.with_its_rows(writing.given(self.series));
        let indicators = open.with_its_rows(writing.given(self.indicators));
        let figures = writing.rows(&series);
        let texts = writing.rows(&indicators);
        writing.new_indicators(figures, &series, texts, &indicators);
        let measures = open.with_its_rows(writing.given(self.measures));
        let new = writing.rows(&measures);
        writing.new_measures(new, &measures);
        let initiatives = open.with_its_rows(writing.given(self.initiatives));
        let new = writing.rows(&initiatives);
        writing.new_initiatives(new, &initiatives);
        let reviews = open.with_its_rows(writing.given(self.reviews));
        let new = writing.rows(&reviews);
        writing.new_reviews(new, &reviews);
        let lines = open.with_its_rows(writing.given(self.lines));
        let new = writing.rows(&lines);
        writing.new_lines(new, &lines);
    }
}

/// Writes the sheet of each kind.
struct Tabs<'a> {
    part: &'a Strategy,
    handed: &'a HandedPart,
    open: OpenCells<'a>,
}

impl Tabs<'_> {
    /// Writes the sheet of a kind, and two rows of the hidden sheet: the kind, its name, its heads; the names of its
    /// columns. Nothing if nothing is filled in there.
    fn tab<T: Record>(
        &self,
        name: &str,
        columns: Columns<T>,
        take: &mut dyn FnMut(Tab, [Vec<String>; 2]),
    ) {
        let columns = self.open.narrowed(columns);
        if columns.rows.is_empty() {
            return;
        }
        let heads = || columns.columns.iter().map(|column| column.head.clone());
        let mut rows = self.above(name, T::KIND);
        let head = std::iter::once(Cell::text(words::column_id())).chain(heads().map(Cell::text));
        rows.push(Row::new(RowKind::Head, head));
        rows.extend(columns.rows.iter().filter_map(|id| self.row(&columns, *id)));
        if self.open.takes_new(T::KIND) {
            let all: Vec<usize> = (1..=columns.columns.len()).collect();
            let free = Row::new(RowKind::Body, []).filled_in(all);
            rows.extend(std::iter::repeat_n(free, FREE_ROWS));
        }
        let shown = columns.columns.iter().map(|column| SheetColumn {
            width: column.width,
            choices: column.choices.clone(),
            hidden: false,
        });
        let id = SheetColumn {
            width: 8,
            hidden: true,
            ..SheetColumn::default()
        };
        let own = [T::PREFIX.to_owned(), name.to_owned()];
        let keys = columns.columns.iter().map(|column| column.key.clone());
        let marked = [format!("{}{KEYS}", T::PREFIX), String::new()];
        take(
            Tab {
                name: name.to_owned(),
                columns: std::iter::once(id).chain(shown).collect(),
                rows,
                frozen_columns: 2,
                protected: true,
                ..Tab::default()
            },
            [
                own.into_iter().chain(heads()).collect(),
                marked.into_iter().chain(keys).collect(),
            ],
        );
    }

    /// Rows above the heads: the plan, the section and its deadline, the way to fill the sheet in.
    fn above(&self, name: &str, kind: Kind) -> Vec<Row> {
        let title = words::sheet_title(&self.part.about().title, name);
        let to = match &self.handed.until {
            Some(day) => words::sheet_to_until(&self.handed.to, time::day(day)),
            None => words::sheet_to(&self.handed.to),
        };
        let how = match self.open.takes_new(kind) {
            true => words::sheet_note_new(),
            false => words::sheet_note(),
        };
        let row = |kind, text: String| Row::new(kind, [Cell::Empty, Cell::text(text)]);
        vec![
            row(RowKind::Title, title),
            row(RowKind::Note, to),
            row(RowKind::Note, how.to_owned()),
        ]
    }

    fn row<T: Record>(&self, columns: &Columns<T>, id: Id<T>) -> Option<Row> {
        let record = self.part.get(id)?;
        let cells = columns.columns.iter().map(|column| column.cell(record));
        let cells = std::iter::once(Cell::text(id.to_string())).chain(cells);
        let all = columns.columns.iter().enumerate();
        let open = all.filter(|(_, column)| self.open.is_open(column, id));
        let open = open.map(|(at, _)| at + 1).collect();
        let all = columns.columns.iter().enumerate();
        let comments = all.filter_map(|(at, column)| Some((at + 1, column.comment(record)?)));
        let comments = comments.collect();
        let row = Row::new(RowKind::Body, cells).filled_in(open);
        Some(row.commented(comments))
    }
}
