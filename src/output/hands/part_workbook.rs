//! A part as a workbook in which a section writes with its spreadsheet, and what it wrote there.
//!
//! Each row carries the id of its record in a column that is not shown; a sheet that is not shown says of which part it
//! is, and what the columns hold. What stands in a cell as it was written says nothing; all else is what somebody wrote.

mod columns;
mod new_rows;
mod written;

use ::words::hands as words;
use columns::{Columns, OURS, indicators, initiatives, lines, measures, reviews, series};
use format::NotPacked;
use format::workbook::{Cell, Column, Row, RowKind, Sheet as Tab, SheetRead, Workbook};
use strategy::*;
use written::Writing;
pub use written::Written;

/// The form of such a workbook.
const FORM: &str = "1";

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
    let asked = Asked::of(part, &handed);
    let mut sheets = Vec::new();
    let mut marks = vec![vec![
        FORM.to_owned(),
        handed.id,
        handed.hash,
        handed.revision.to_string(),
    ]];
    asked.each(&mut |tab, keys| {
        marks.push(keys);
        sheets.push(tab);
    });
    let row = |cells: Vec<String>| Row::new(RowKind::Body, cells.into_iter().map(Cell::text));
    sheets.push(Tab {
        name: OURS.to_owned(),
        rows: marks.into_iter().map(row).collect(),
        hidden: true,
        ..Tab::default()
    });
    Workbook { sheets }.write()
}

/// Reads the mark of the part to which a workbook belongs; `None`: it is no workbook of a part.
pub fn mark_of(sheets: &[SheetRead]) -> Option<WorkbookMark> {
    let ours = sheets.iter().find(|sheet| sheet.name == OURS)?;
    let first = ours.rows.first()?;
    let text = |at| first.get(at).map(|cell| cell.text());
    (text(0)? == FORM).then_some(WorkbookMark {
        id: text(1)?,
        hash: text(2).unwrap_or_default(),
    })
}

/// Reads a workbook of this part: returns the part with its edits, and the edits that could not be read. `fresh`: a
/// number for a new record.
pub fn read_part(part: &Strategy, sheets: &[SheetRead], fresh: &mut dyn FnMut() -> u64) -> Written {
    let handed = part.about().handed.clone().unwrap_or_default();
    let asked = Asked::of(part, &handed);
    let mut writing = Writing::new(part, sheets, fresh);
    asked.read(&mut writing);
    writing.done()
}

/// Sheets of a part.
struct Asked<'a> {
    part: &'a Strategy,
    indicators: Columns<Indicator>,
    series: Columns<Series>,
    measures: Columns<Measure>,
    initiatives: Columns<Initiative>,
    reviews: Columns<Sheet>,
    lines: Columns<Line>,
}

impl<'a> Asked<'a> {
    fn of(part: &'a Strategy, handed: &HandedPart) -> Self {
        Self {
            part,
            indicators: indicators(part),
            series: series(part, handed),
            measures: measures(part),
            initiatives: initiatives(part),
            reviews: reviews(part),
            lines: lines(part),
        }
    }

    fn each(&self, take: &mut dyn FnMut(Tab, Vec<String>)) {
        tab(self.part, words::sheet_series(), &self.series, take);
        tab(self.part, words::sheet_indicators(), &self.indicators, take);
        tab(self.part, words::sheet_measures(), &self.measures, take);
        tab(
            self.part,
            words::sheet_initiatives(),
            &self.initiatives,
            take,
        );
        tab(self.part, words::sheet_reviews(), &self.reviews, take);
        tab(self.part, words::sheet_lines(), &self.lines, take);
    }

    fn read(&self, writing: &mut Writing<'_>) {
        let figures = writing.rows("r", &self.series);
        let texts = writing.rows("k", &self.indicators);
        writing.new_indicators(figures, &self.series, texts, &self.indicators);
        let measures = writing.rows("m", &self.measures);
        writing.new_measures(measures, &self.measures);
        let initiatives = writing.rows("i", &self.initiatives);
        writing.new_initiatives(initiatives, &self.initiatives);
        let reviews = writing.rows("y", &self.reviews);
        writing.new_reviews(reviews, &self.reviews);
        let lines = writing.rows("l", &self.lines);
        writing.new_lines(lines, &self.lines);
    }
}

/// The sheet of a kind, and what the hidden sheet says of it: the kind, its name, its heads; none where nothing is on it.
fn tab<T: Record>(
    part: &Strategy,
    name: &str,
    columns: &Columns<T>,
    take: &mut dyn FnMut(Tab, Vec<String>),
) {
    if columns.rows.is_empty() {
        return;
    }
    let heads = || columns.columns.iter().map(|column| column.head.clone());
    let head = std::iter::once(Cell::text(words::column_id())).chain(heads().map(Cell::text));
    let title = words::sheet_title(&part.about().title, name);
    let mut rows = vec![
        Row::new(RowKind::Title, [Cell::Empty, Cell::text(title)]),
        Row::new(
            RowKind::Note,
            [Cell::Empty, Cell::text(words::sheet_note())],
        ),
        Row::new(RowKind::Head, head),
    ];
    for id in &columns.rows {
        let Some(record) = part.get(*id) else {
            continue;
        };
        let id = Cell::text(id.to_string());
        let cells = columns.columns.iter().map(|column| column.cell(record));
        rows.push(Row::new(RowKind::Body, std::iter::once(id).chain(cells)));
    }
    let width = columns.columns.iter().map(|column| Column {
        width: column.width,
        ..Column::default()
    });
    let id = Column {
        width: 8,
        hidden: true,
        ..Column::default()
    };
    let keys = [T::PREFIX.to_owned(), name.to_owned()];
    take(
        Tab {
            name: name.to_owned(),
            columns: std::iter::once(id).chain(width).collect(),
            rows,
            frozen_columns: 2,
            hidden: false,
        },
        keys.into_iter().chain(heads()).collect(),
    );
}
