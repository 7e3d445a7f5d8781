//! The tables of a text: those of indicators are read by [`read_table`], those of an outline by their columns.

use std::collections::BTreeMap;

use super::columns::{self, Columns};
use super::line::{Line, is_prose};
use super::mark::{self, Label};
use super::pasted::LineRole;
use super::row::Row;
use crate::table::listed;
use crate::{PastedIndicator, read_table};
use strategy::Strategy;

/// The tables of a text.
pub struct Tables {
    /// What lines are, by their places.
    pub rows: BTreeMap<usize, Row>,
    /// Their indicators.
    pub indicators: Vec<PastedIndicator>,
}

/// Finds the tables among lines.
pub fn tables(lines: &[Line], strategy: &Strategy) -> Tables {
    if let Some(columns) = columns::outline(lines) {
        return by_columns(lines, columns, strategy);
    }
    let tabbed = |at: &usize| lines[*at].tabbed;
    let placed: Vec<usize> = (0..lines.len()).filter(tabbed).collect();
    let spaced = in_spaces(lines);
    let mut rows: BTreeMap<usize, Row> = placed.iter().map(|at| (*at, Row::Other)).collect();
    let mut indicators = Vec::new();
    let listed = listed_lines(lines, &spaced);
    let spaced = spaced
        .into_iter()
        .chain((!listed.is_empty()).then_some(listed));
    let blocks = spaced.map(|places| (places, false));
    for (places, certain) in std::iter::once((placed, true)).chain(blocks) {
        let table = read_table(&only(lines, &places), strategy);
        let place = |number: usize| lines.binary_search_by_key(&number, |line| line.number).ok();
        for (number, _) in &table.heads {
            if let Some(at) = place(*number) {
                rows.insert(at, Row::Other);
            }
        }
        for one in table.indicators {
            let places: Vec<usize> = one.lines.iter().filter_map(|n| place(*n)).collect();
            let one_line = |at: &usize| {
                !certain && mark::read(&lines[*at].text).is_some_and(|m| m.kind.role().is_some())
            };
            if places.is_empty() || places.iter().any(one_line) {
                continue;
            }
            for (nth, at) in places.iter().enumerate() {
                let more = nth > 0 && between(lines, &rows, places[nth - 1], *at);
                rows.insert(
                    *at,
                    if more {
                        Row::More
                    } else {
                        Row::Indicator(indicators.len())
                    },
                );
            }
            indicators.push(one);
        }
    }
    Tables { rows, indicators }
}

/// The tables of an outline, with the indicators that stand in them.
fn by_columns(lines: &[Line], columns: Columns, strategy: &Strategy) -> Tables {
    let mut rows = columns.rows;
    if !columns.indicators {
        return Tables {
            rows,
            indicators: Vec::new(),
        };
    }
    let places: Vec<usize> = rows.keys().copied().collect();
    let indicators = read_table(&only(lines, &places), strategy).indicators;
    for (nth, one) in indicators.iter().enumerate() {
        let number = one.lines.first();
        let at = number.and_then(|n| lines.binary_search_by_key(n, |line| line.number).ok());
        match at.and_then(|at| rows.get_mut(&at)) {
            Some(Row::Titles(_, indicator)) => *indicator = Some(nth),
            Some(row) => *row = Row::Indicator(nth),
            None => {}
        }
    }
    Tables { rows, indicators }
}

/// Whether nothing but table lies between two lines.
fn between(lines: &[Line], rows: &BTreeMap<usize, Row>, from: usize, to: usize) -> bool {
    to <= from + 3 && (from + 1..to).all(|at| lines[at].tabbed || rows.contains_key(&at))
}

/// The text with these lines only; each keeps its number.
fn only(lines: &[Line], places: &[usize]) -> String {
    let mut text = String::new();
    let mut number = 1;
    for &at in places {
        while number < lines[at].number {
            text.push('\n');
            number += 1;
        }
        let line = &lines[at];
        let cells = match line.tabbed {
            true => line.raw.replace("<u>", "").replace("</u>", ""),
            false => line
                .text
                .trim_start_matches(mark::BULLETS)
                .trim()
                .to_owned(),
        };
        text.push_str(&cells.replace('"', "”"));
    }
    text
}

const HEADS: [&str; 12] = [
    "指標",
    "KPI",
    "ＫＰＩ",
    "基準値",
    "当初値",
    "現状値",
    "実績値",
    "目標値",
    "現況値",
    "最終目標",
    "基準年",
    "目標年",
];

/// Lines of tables that are parted by spaces, and lists under 数値目標.
fn in_spaces(lines: &[Line]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        let heads = |word: &&str| {
            HEADS.iter().any(|head| word.contains(head)) && word.chars().count() <= 14
        };
        let words: Vec<&str> = line.text.split_whitespace().collect();
        let head = !line.tabbed
            && words.iter().filter(|word| heads(word)).count() >= 2
            && !is_prose(&line.text);
        let label = mark::label(&line.text);
        let numbered = |kind: mark::MarkKind| kind.counts() && kind != mark::MarkKind::Circled;
        let ends = line.tabbed
            || line.hashes > 0
            || is_prose(&line.text)
            || label.is_some()
            || mark::read(&line.text).is_some_and(|m| numbered(m.kind) && !figured(&m.title));
        if head || label == Some(Label::Of(LineRole::Indicator)) {
            open = true;
            found.push(Vec::new());
        } else if ends {
            open = false;
        }
        if let Some(block) = found.last_mut().filter(|_| open && label.is_none()) {
            block.push(at);
        }
    }
    found.retain(|block| !block.is_empty());
    found
}

/// Lines such as 新規就農者数：12人 → 20人, wherever they stand, that are of no block.
fn listed_lines(lines: &[Line], blocks: &[Vec<usize>]) -> Vec<usize> {
    let taken: std::collections::BTreeSet<usize> = blocks.iter().flatten().copied().collect();
    let is_listed = |at: &usize| {
        let line = &lines[*at];
        !line.tabbed && !taken.contains(at) && listed(&line.text).is_some()
    };
    (0..lines.len()).filter(is_listed).collect()
}

/// Whether a figure stands in a text.
fn figured(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}
