//! 新旧対照表: 改正後 beside 改正前, with changed words underlined.

use super::layout::Paper;
use ::words::{Say, history, model, paper as words, plan, revisions as histories, value, versions};
use format::csv::{MARK, line};
use format::document::{Block, Cell, Column, First, RecordTable, Row, RowKind, Style, Table};
use insight::Numbers;
use insight::compare::Difference;
use insight::revision::{RevisionLine, revision};
use insight::wording::Piece;
use strategy::{Kind, PlanRevision, Strategy};

/// Two versions of a plan, each with its name.
pub struct Revised<'a> {
    /// 改正前.
    pub before: (&'a Strategy, String),
    /// 改正後.
    pub after: (&'a Strategy, String),
    /// Scale of the letters on paper; 1: the usual size.
    pub scale: f64,
}

/// Returns the paper with the table.
pub fn revisions(revised: &Revised) -> Paper {
    let after = revised.after.0;
    let about = words::revised_from(&revised.after.1, &revised.before.1);
    let mut blocks = vec![
        Block::Text(Style::Above, after.about().title.clone()),
        Block::title(words::revision().0),
        Block::body(about),
    ];
    blocks.push(match revision_table(revised) {
        Some(table) => Block::Table(table),
        None => Block::body(words::nothing_revised()),
    });
    Paper::new(vec![blocks], true, revised.scale)
}

/// A revision of a plan, and the plan before and after it.
pub struct PastRevision<'a> {
    /// The revision.
    pub revision: &'a PlanRevision,
    /// Both versions; `None`: one of them is not on this device.
    pub versions: Option<(&'a Strategy, &'a Strategy)>,
}

/// Returns 見直しの履歴: every revision with its reason and its 新旧対照表.
pub fn revision_history(now: &Strategy, all: &[PastRevision], scale: f64) -> Paper {
    let mut blocks = vec![
        Block::Text(Style::Above, now.about().title.clone()),
        Block::title(words::revision_history().0),
    ];
    if all.is_empty() {
        blocks.push(Block::body(histories::none()));
        return Paper::new(vec![blocks], true, scale);
    }
    let table = RecordTable::of(all.iter().map(|one| one.revision))
        .text(histories::name(), 50, |one| one.title.clone())
        .text(words::revision_day(), 56, |one| histories::about(one))
        .text(histories::by(), 50, |one| one.by.clone())
        .text(histories::reason(), 0, |one| one.reason.clone())
        .first(First::Name);
    blocks.push(table.block());
    for one in all {
        blocks.push(Block::heading(histories::changes_of(&one.revision.title)));
        let table = one.versions.map(|(before, after)| {
            revision_table(&Revised {
                before: (before, String::new()),
                after: (after, String::new()),
                scale,
            })
        });
        blocks.push(match table {
            Some(Some(table)) => Block::Table(table),
            Some(None) => Block::body(words::nothing_revised()),
            None => Block::body(words::no_versions()),
        });
    }
    Paper::new(vec![blocks], true, scale)
}

/// Returns the table alone; `None` if both versions are the same.
pub fn revision_table(revised: &Revised) -> Option<Table> {
    let (before, after) = (revised.before.0, revised.after.0);
    let lines = revision(before, after, value::display);
    let names = RevisionNames {
        before,
        after,
        numbers: Numbers::of(after),
    };
    (!lines.is_empty()).then(|| Table {
        columns: vec![
            Column::text(words::revised_part(), 34),
            Column::text(words::revised_after(), 0),
            Column::text(words::revised_before(), 0),
        ],
        rows: lines.into_iter().map(|line| names.row(line)).collect(),
        ..Table::default()
    })
}

/// Returns the table as CSV. Each line names its record.
pub fn revision_csv(revised: &Revised) -> String {
    let mut text = String::from(MARK);
    let heads = [
        words::revised_record_head(),
        words::revised_part(),
        words::revised_after(),
        words::revised_before(),
    ];
    line(&mut text, &heads);
    let mut record = String::new();
    let rows = revision_table(revised).map(|table| table.rows);
    for row in rows.unwrap_or_default() {
        let mut cells = row.cells.into_iter().map(|cell| cell.text);
        match row.kind {
            RowKind::Group => record = cells.next().unwrap_or_default(),
            RowKind::Omitted => {}
            _ => {
                let all: Vec<String> = std::iter::once(record.clone()).chain(cells).collect();
                line(&mut text, &all);
            }
        }
    }
    text
}

struct RevisionNames<'a> {
    before: &'a Strategy,
    after: &'a Strategy,
    numbers: Numbers,
}

impl RevisionNames<'_> {
    fn row(&self, line: RevisionLine) -> Row {
        match line {
            RevisionLine::Omitted => {
                let omitted = || Cell::from(words::omitted());
                Row {
                    kind: RowKind::Omitted,
                    cells: vec![Cell::default(), omitted(), omitted()],
                    ..Row::default()
                }
            }
            RevisionLine::Record(record) => Row::group(self.record(&record), 3),
            RevisionLine::Part {
                difference,
                wordings,
            } => {
                let part = difference
                    .field
                    .map_or(versions::whole().to_owned(), history::year_field);
                let [before, after] = wordings;
                let after = cell(&after, words::removed());
                let before = cell(&before, words::added());
                Row::of([part.into(), after, before])
            }
        }
    }

    /// Returns the name of a record and its place in the plan: 「施策　32-1 町内会等への加入促進」.
    fn record(&self, record: &Difference) -> String {
        let measure = record
            .ancestry
            .measure
            .filter(|_| record.kind != Kind::Measure);
        let measure = measure.and_then(|id| {
            let found = self.after.get(id).or_else(|| self.before.get(id));
            found.map(|measure| plan::coded(&self.numbers.code_of(id), &measure.title))
        });
        let place = versions::place(measure, &record.ancestry);
        words::revised_record(model::kind(record.kind), &record.title.say(), &place)
    }
}

/// Returns the cell of one side; `absent` if it is empty.
fn cell(pieces: &[Piece], absent: &str) -> Cell {
    if pieces.is_empty() {
        return absent.into();
    }
    let mut cell = Cell::default();
    for piece in pieces {
        let begin = cell.text.len();
        match piece {
            Piece::Same(text) => cell.text.push_str(text),
            Piece::Omitted => cell.text.push_str(words::omitted()),
            Piece::Changed(text) => {
                cell.text.push_str(text);
                cell.marked.push(begin..cell.text.len());
            }
        }
    }
    cell
}
