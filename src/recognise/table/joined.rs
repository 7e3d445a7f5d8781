//! Figures of joined cells: one over several years is of the last, one over several indicators of each; both are asked.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::assemble::row_kind;
use super::columns::Columns;
use super::heads::ColumnKind;
use super::pasted::Doubt;
use format::workbook::{MOST_JOINED_ROWS, without_joined_mark};

/// The marked cells by line and column, each with the numbers of lines and columns that it covers.
#[derive(Debug, Default)]
pub struct Joined(BTreeMap<(usize, usize), (usize, usize)>);

impl Joined {
    /// Takes the mark off a cell.
    pub fn take<'a>(&mut self, place: (usize, usize), cell: &'a str) -> &'a str {
        let Some((bare, lines, columns)) = without_joined_mark(cell) else {
            return cell;
        };
        self.0.insert(place, (lines, columns));
        bare
    }

    /// Those of some columns alone.
    pub fn cut(&self, columns: &Range<usize>) -> Self {
        let within = self.0.iter().filter(|((_, at), _)| columns.contains(at));
        let moved = within.map(|((line, at), (lines, wide))| {
            let wide = (*wide).min(columns.end - at);
            ((*line, at - columns.start), (*lines, wide))
        });
        Self(moved.collect())
    }

    /// Returns a line with its joined figures in their places, and the doubts about it.
    pub fn spread<'a>(
        &self,
        rows: &'a [Vec<String>],
        line: usize,
        columns: &Columns,
    ) -> (Cow<'a, [String]>, Vec<Doubt>) {
        let mut row = Cow::Borrowed(rows[line].as_slice());
        let mut doubts = Vec::new();
        let first = (line + 1).saturating_sub(MOST_JOINED_ROWS);
        for (&(from, at), &(lines, wide)) in self.0.range((first, 0)..=(line, usize::MAX)) {
            if from == line {
                doubts.extend(to_last_year(row.to_mut(), at, wide, columns));
            }
            let end = (from + lines).min(rows.len());
            let covers = line < end && columns.holds_figures(at);
            let others = (from + 1)..end;
            if covers && others.clone().any(|other| is_named(&rows[other], columns)) {
                let above = rows[from].get(at).filter(|_| from < line);
                if let Some(above) = above.filter(|_| is_named(&rows[line], columns)) {
                    put(row.to_mut(), at, above);
                }
                doubts.push(Doubt::JoinedLines);
            }
        }
        (row, doubts)
    }
}

/// Moves a figure over several years of one kind to the last of them.
fn to_last_year(row: &mut Vec<String>, at: usize, wide: usize, columns: &Columns) -> Option<Doubt> {
    let covered = (at..at + wide).filter(|at| columns.holds_figures(*at));
    let covered: Vec<usize> = covered.collect();
    let [first, .., last] = covered[..] else {
        return None;
    };
    let kind = |at: usize| columns.get(at).and_then(|column| column.holds);
    if covered.iter().any(|at| kind(*at) != kind(first)) {
        return Some(Doubt::Place);
    }
    let text = std::mem::take(row.get_mut(at)?);
    put(row, last, &text);
    Some(Doubt::JoinedYears)
}

fn put(row: &mut Vec<String>, at: usize, text: &str) {
    if row.len() <= at {
        row.resize(at + 1, String::new());
    }
    if row[at].is_empty() {
        text.clone_into(&mut row[at]);
    }
}

/// True if a line names an indicator or a series of its own. 目標 and 実績 are of the one above.
fn is_named(row: &[String], columns: &Columns) -> bool {
    let filled = row.iter().enumerate().filter(|(_, text)| !text.is_empty());
    let mut named = filled.filter(|(at, text)| {
        let holds = columns.get(*at).and_then(|column| column.holds);
        match holds {
            Some(ColumnKind::Name) => true,
            Some(ColumnKind::Series) => row_kind(text).is_none(),
            Some(_) => false,
            None => *at + 1 == columns.figures().first().copied().unwrap_or_default(),
        }
    });
    named.next().is_some()
}
