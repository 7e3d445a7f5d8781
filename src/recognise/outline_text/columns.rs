//! An outline as a table: goals, measures and initiatives beside each other, what is the same left out or printed again.

use std::collections::BTreeMap;

use super::label::{self, Label};
use super::line::{Line, is_prose};
use super::mark;
use super::pasted::{LineDoubt, LineRole};
use super::row::{CellTitle, TableRowKind};
use crate::ditto::is_ditto;
use strategy::Pace;

/// The tables of an outline.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct OutlineTables {
    /// Kinds of their lines, by their places.
    pub rows: BTreeMap<usize, TableRowKind>,
    /// True if columns of indicators follow.
    pub indicators: bool,
}

/// Reads the tables of an outline: those whose heads name its levels, or a text that is nothing but such a table.
pub async fn outline(lines: &[Line], pace: &Pace) -> Option<OutlineTables> {
    pace.expect(lines.len());
    headed(lines, pace).await.or_else(|| bare(lines))
}

/// Tables whose heads name two levels or more. Not where headings outside of them name the same.
async fn headed(lines: &[Line], pace: &Pace) -> Option<OutlineTables> {
    let mut found = OutlineTables::default();
    let mut table: Option<KnownTable> = None;
    let mut roles: Vec<LineRole> = Vec::new();
    let mut outside: Vec<LineRole> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        pace.step().await;
        if let Some(heads) = KnownTable::headed(line) {
            found.indicators |= heads.indicators;
            roles.extend(heads.columns.iter().flatten());
            table = Some(heads);
            found.rows.insert(at, TableRowKind::Other);
            continue;
        }
        let next = lines.get(at + 1);
        table = table.filter(|table| line.tabbed || table.holds(line, next));
        match &mut table {
            Some(table) => {
                found.rows.insert(at, table.row(line));
            }
            None => outside.extend(level(line)),
        }
    }
    let below = |role: &LineRole| *role != LineRole::Direction;
    let top = roles.iter().filter(|role| below(role)).min()?;
    outside.iter().all(|role| role < top).then_some(found)
}

/// Returns the level of a line outside tables if it were a heading: without a word for its level it may be as low as
/// any.
fn level(line: &Line) -> Option<LineRole> {
    let mark = mark::read(&line.text).filter(|_| !line.tabbed)?;
    match mark.kind.role() {
        Some(role) => Some(role),
        None if mark.kind.counts() && !is_prose(&line.text) => Some(LineRole::Initiative),
        None => None,
    }
}

/// A table whose heads are known.
struct KnownTable {
    /// Content of each column.
    columns: Vec<Option<LineRole>>,
    /// True if columns of indicators are among them.
    indicators: bool,
    /// Titles in the rows above.
    above: Vec<CellTitle>,
}

impl KnownTable {
    fn of(columns: Vec<Option<LineRole>>) -> Self {
        Self {
            columns,
            indicators: false,
            above: Vec::new(),
        }
    }

    /// The table that begins with a line of heads.
    fn headed(line: &Line) -> Option<Self> {
        if !line.tabbed {
            return None;
        }
        let mut columns = Vec::new();
        let mut indicators = false;
        let mut last = None;
        for cell in cells(line) {
            let head = label::head(cell);
            indicators |= head == Some(Label::Of(LineRole::Indicator));
            // A head over several columns stands over the first.
            last = match (head, cell.is_empty()) {
                (None, true) => last,
                (Some(Label::Of(role)), _) if role.depth() < LineRole::Skip.depth() => Some(role),
                (Some(Label::Of(LineRole::Direction)), _) => Some(LineRole::Direction),
                _ => None,
            };
            columns.push(last);
        }
        let named = |role: &LineRole| columns.contains(&Some(*role));
        let levels = [
            LineRole::Goal,
            LineRole::Division,
            LineRole::Measure,
            LineRole::Initiative,
        ];
        (levels.iter().filter(|role| named(role)).count() > 1).then(|| Self {
            indicators,
            ..Self::of(columns)
        })
    }

    /// True if a line with a single text is in the first column of the table, because more rows follow. After a blank
    /// line only a goal is.
    fn holds(&self, line: &Line, next: Option<&Line>) -> bool {
        let Some(first) = self.columns.first().copied().flatten() else {
            return false;
        };
        let said = mark::read(&line.text).and_then(|m| m.kind.role());
        let higher = said.is_some_and(|role| role.depth() < first.depth());
        let apart = line.gap && !said.is_some_and(LineRole::is_goal);
        let ends = higher || apart || line.hashes > 0 || is_prose(&line.text);
        !ends && next.is_some_and(|next| next.tabbed)
    }

    /// Reads a line as a row; repeated titles are left out.
    fn row(&mut self, line: &Line) -> TableRowKind {
        let mut titles: Vec<CellTitle> = Vec::new();
        for (cell, role) in cells(line).into_iter().zip(&self.columns) {
            let named = cell.contains(char::is_alphabetic) && !is_ditto(cell);
            let Some(role) = role.filter(|_| named) else {
                continue;
            };
            let one = titled(cell, role);
            // The column of numbers before that of titles may hold letters: A-1.
            match titles.iter_mut().find(|other| other.role == one.role) {
                Some(other) => *other = one,
                None => titles.push(one),
            }
        }
        titles.retain(|one| {
            let again = self.above.contains(one);
            if !again {
                self.above.retain(|other| other.role < one.role);
                self.above.push(one.clone());
            }
            !again
        });
        match titles.is_empty() {
            true => TableRowKind::Other,
            false => TableRowKind::Titles(titles, None),
        }
    }
}

/// A text that is a table without heads of levels: goals, measures and initiatives in two or three columns.
fn bare(lines: &[Line]) -> Option<OutlineTables> {
    let levels = [LineRole::Goal, LineRole::Measure, LineRole::Initiative];
    let mut table = KnownTable::of(levels.map(Some).to_vec());
    let mut found = OutlineTables::default();
    for (at, line) in lines.iter().enumerate() {
        let cells = cells(line);
        let other = |cell: &&str| is_prose(cell) || only_figures(cell);
        if !(2..=3).contains(&cells.len()) || cells.iter().any(other) {
            return None;
        }
        found.rows.insert(at, table.row(line));
    }
    (!lines.is_empty()).then_some(found)
}

/// The cells of a line, between tabs or bars.
fn cells(line: &Line) -> Vec<&str> {
    let barred = line.printed.strip_prefix('|');
    match barred.and_then(|inner| inner.strip_suffix('|')) {
        Some(inner) => inner.split('|').map(str::trim).collect(),
        None => line.raw.split('\t').map(str::trim).collect(),
    }
}

fn titled(cell: &str, role: LineRole) -> CellTitle {
    if role == LineRole::Direction {
        return CellTitle {
            role,
            title: cell.to_owned(),
            doubt: None,
        };
    }
    let doubt = is_prose(cell).then_some(LineDoubt::Title);
    let (role, title) = match mark::read(cell) {
        Some(m) if m.title.is_empty() => (role, cell.to_owned()),
        Some(m) => match m.kind.role() {
            Some(said) if said.is_goal() && role.is_goal() => (said, m.title),
            _ => (role, m.title),
        },
        None => (role, cell.to_owned()),
    };
    CellTitle { role, title, doubt }
}

/// True for a cell with a figure and nothing else.
pub fn only_figures(cell: &str) -> bool {
    !cell.is_empty()
        && cell.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
        && !strategy::Figure::read(cell).needs_check()
}
