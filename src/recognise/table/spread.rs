//! Figures of joined cells: one over several years is of the last, one over several indicators of each; both are asked.

use std::borrow::Cow;

use super::assemble::row_kind;
use super::cells::Grid;
use super::columns::Columns;
use super::heads::ColumnKind;
use super::pasted::Doubt;

/// Returns a line with its joined figures in their places, and the doubts about it.
pub fn spread<'a>(
    grid: &'a Grid,
    line: usize,
    columns: &Columns,
) -> (Cow<'a, [String]>, Vec<Doubt>) {
    let rows = &grid.rows;
    let mut row = Cow::Borrowed(rows[line].as_slice());
    let mut doubts = Vec::new();
    for ((from, at), (lines, wide)) in grid.joined.over(line) {
        if from == line {
            doubts.extend(to_last_year(row.to_mut(), at, wide, columns));
        }
        let mut others = (from + 1)..(from + lines).min(rows.len());
        let of_several = others.any(|other| is_named(&rows[other], columns));
        if of_several && columns.holds_figures(at) {
            let above = rows[from].get(at).filter(|_| from < line);
            if let Some(above) = above.filter(|_| is_named(&rows[line], columns)) {
                put(row.to_mut(), at, above);
            }
            doubts.push(Doubt::JoinedLines);
        }
    }
    (row, doubts)
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
