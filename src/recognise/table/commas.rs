//! Lines of a text that is cut at commas, some of which may be of its numbers: 観光客数,人,1,200,1,500.

use std::collections::{BTreeMap, BTreeSet};

use super::heads::Heads;
use strategy::Pace;

/// True if cells look like the pieces of one number with its unit: 1 and 200人 of 1,200人.
pub fn cuts_number(row: &[String]) -> bool {
    row.windows(2)
        .any(|pair| may_be_cut(pair) && pair[1] != pair[1][..3])
}

/// True if two cells look like the pieces of one number, with or without a unit: 1 and 200.
fn may_be_cut(pair: &[String]) -> bool {
    let first = pair[0].chars().rev().take_while(char::is_ascii_digit);
    let behind = pair[1].chars().take_while(char::is_ascii_digit);
    (1..=3).contains(&first.count()) && behind.count() == 3
}

/// The lines in which a number may be cut. A line with more cells than the heads shows that the text has such numbers.
pub async fn cut_amiss(rows: &[Vec<String>], heads: Heads<'_>, pace: &Pace) -> BTreeSet<usize> {
    let head = line_of_heads(rows, heads, pace).await;
    let Some(width) = head.map(Vec::len).or_else(|| usual(rows)) else {
        return BTreeSet::new();
    };
    let may_cut = |row: &[String]| row.windows(2).any(may_be_cut);
    if !rows.iter().any(|row| row.len() > width && may_cut(row)) {
        return BTreeSet::new();
    }
    let lines = rows.iter().enumerate().filter(|(_, row)| may_cut(row));
    lines.map(|(at, _)| at).collect()
}

/// Returns the first line of heads, in steps.
pub async fn line_of_heads<'a>(
    rows: &'a [Vec<String>],
    heads: Heads<'_>,
    pace: &Pace,
) -> Option<&'a Vec<String>> {
    pace.expect(rows.len());
    for row in rows {
        pace.step().await;
        // 現状値：1,200人　目標値：2,000人 is none.
        if row.len() > 1 && heads.is_head(row) && !cuts_number(row) {
            return Some(row);
        }
    }
    None
}

/// The number of cells that most lines have.
fn usual(rows: &[Vec<String>]) -> Option<usize> {
    let mut counts = BTreeMap::<usize, usize>::new();
    for row in rows.iter().filter(|row| row.len() > 1) {
        *counts.entry(row.len()).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count)?;
    Some(most.0)
}
