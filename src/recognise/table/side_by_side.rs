//! Tables that stand side by side: each is read by its own heads.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cells::Grid;
use super::heads::{ColumnKind, Heads, head, is_time};
use super::kind::{is_figure, is_plain_number};
use super::sections::TableSection;
use strategy::Pace;

/// The ranges of columns of tables parted by a column that is empty in all lines; one range if there is one table.
pub async fn parted(grid: &Grid, heads: Heads<'_>, pace: &Pace) -> Vec<Range<usize>> {
    pace.expect(grid.rows.len());
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut filled = vec![false; width];
    for row in &grid.rows {
        for (at, _) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            filled[at] = true;
        }
        pace.step().await;
    }
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for at in (0..width).filter(|&at| filled[at]) {
        match blocks.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => blocks.push(at..at + 1),
        }
    }
    // A block without heads of its own goes on with the one before it.
    let mut all: Vec<Range<usize>> = Vec::new();
    for block in blocks {
        let goes_on = match all.last() {
            Some(last) => {
                !(is_table(grid, last, heads, pace).await
                    && is_table(grid, &block, heads, pace).await)
            }
            None => false,
        };
        match all.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = block.end,
            None => all.push(block),
        }
    }
    match all.first_mut() {
        Some(first) => first.start = 0,
        None => all.push(0..width),
    }
    all
}

/// True if a block of columns has a line of heads with a name, or of other words over a column of numbers.
async fn is_table(grid: &Grid, block: &Range<usize>, heads: Heads<'_>, pace: &Pace) -> bool {
    let mut above: Option<&[String]> = None;
    for row in &grid.rows {
        let to = row.len().min(block.end);
        let row = row.get(block.start..to).unwrap_or_default();
        let is_named = names(row, heads).next().is_some() && heads.is_head(row);
        if is_named || above.is_some_and(|above| is_other_head(above, row)) {
            return true;
        }
        if row.iter().any(|cell| !cell.is_empty()) {
            above = Some(row);
        }
        pace.step().await;
    }
    false
}

/// True if a line of words that are no heads of indicators stands over a line with a number: 課名, 職員数 over 総務課, 12.
fn is_other_head(above: &[String], row: &[String]) -> bool {
    let filled = above.iter().filter(|cell| !cell.is_empty()).count();
    let is_word = |cell: &String| !cell.is_empty() && !is_figure(cell) && !is_time(cell);
    let words = above.iter().filter(|cell| is_word(cell)).count();
    let is_foreign = |cell: &String| matches!(head(cell), None | Some(ColumnKind::Other));
    let figures = above.iter().zip(row);
    let mut figures = figures.filter(|(head, cell)| is_foreign(head) && is_plain_number(cell));
    let is_text = |cell: &String| !cell.is_empty() && !is_figure(cell);
    filled > 1 && filled == words && row.first().is_some_and(is_text) && figures.next().is_some()
}

/// The places of heads of names.
fn names<'a>(row: &'a [String], heads: Heads<'a>) -> impl Iterator<Item = usize> + 'a {
    let is_name = move |(at, cell): (usize, &String)| {
        (heads.head(cell) == Some(ColumnKind::Name)).then_some(at)
    };
    row.iter().enumerate().filter_map(is_name)
}

/// The ranges of columns of a section whose heads name several tables without a column between them; none if
/// there is one table.
pub fn repeated(grid: &Grid, section: &TableSection, heads: Heads) -> Vec<Range<usize>> {
    let rows = || section.heads.iter().chain(&section.body);
    let width = rows()
        .map(|&at| grid.rows[at].len())
        .max()
        .unwrap_or_default();
    let whole = Vec::new();
    let lines = || section.heads.iter().map(|&at| &grid.rows[at]);
    let Some(line) = lines().find(|row| names(row, heads).count() > 1) else {
        return whole;
    };
    let kind = |at: usize| {
        let of_line = |row: &Vec<String>| row.get(at).and_then(|cell| heads.head(cell));
        lines().filter_map(of_line).find(|kind| kind.figures())
    };
    let all: Vec<usize> = names(line, heads).collect();
    // Figures stand between a name and the next, and behind the last.
    let ends = all.iter().skip(1).copied().chain([width]);
    let has_figures = all
        .iter()
        .zip(ends)
        .all(|(&from, to)| (from..to).any(|at| kind(at).is_some()));
    let is_text = |&at: &usize| {
        let cells = section
            .body
            .iter()
            .filter_map(|&row| grid.rows[row].get(at));
        let mut filled = cells.filter(|cell| !cell.is_empty());
        filled.any(|cell| !is_figure(cell))
    };
    if !has_figures || !all.iter().all(is_text) {
        return whole;
    }
    // The heads before the first name stand before the others, too: 番号.
    let first = all[0];
    let lead = &line[..first];
    let starts = all.iter().skip(1).map(|&name| {
        let start = name.saturating_sub(first);
        let is_same = line[start..name]
            .iter()
            .map(|cell| head(cell))
            .eq(lead.iter().map(|cell| head(cell)));
        if is_same { start } else { name }
    });
    let starts: BTreeSet<usize> = [0].into_iter().chain(starts).collect();
    let starts: Vec<usize> = starts.into_iter().collect();
    let ends = starts.iter().skip(1).copied().chain([width]);
    starts
        .iter()
        .zip(ends)
        .map(|(&from, to)| from..to)
        .collect()
}

impl Grid {
    /// The lines with these columns alone.
    pub fn cut(&self, columns: &Range<usize>) -> Grid {
        let cut = |row: &Vec<String>| {
            let cells = row.iter().take(columns.end).skip(columns.start);
            cells.cloned().collect()
        };
        Grid {
            rows: self.rows.iter().map(cut).collect(),
            placed: self.placed,
            set_back: self.set_back.clone(),
            hidden: self.hidden.clone(),
            hidden_columns: BTreeSet::new(),
            joined: self.joined.cut(columns),
            cut_amiss: self.cut_amiss.clone(),
        }
    }
}
