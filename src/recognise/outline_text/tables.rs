//! The tables of a text: those of indicators are read by [`table_in_steps`], those of an outline by their columns.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{self, OutlineTables};
use super::label::{self, Label};
use super::line::{Line, is_prose};
use super::mark::{self, Marked};
use super::pasted::LineRole;
use super::row::TableRowKind;
use crate::arrows;
use crate::table::{head, labelled, listed, sentence};
use crate::{ColumnMapping, PastedIndicator, PastedTable, table_in_steps};
use strategy::{Pace, Strategy};

/// The tables of a text.
pub struct Tables {
    /// Kinds of lines, by their places.
    pub rows: BTreeMap<usize, TableRowKind>,
    /// Their indicators.
    pub indicators: Vec<PastedIndicator>,
}

/// Finds the tables among lines.
pub async fn tables(lines: &[Line], strategy: &Strategy, pace: &Pace) -> Tables {
    if let Some(columns) = columns::outline(lines, pace).await {
        return by_columns(lines, columns, strategy, pace).await;
    }
    let titles = titles(lines, pace).await;
    let tabbed = |at: &usize| lines[*at].tabbed && !titles.contains(at);
    let placed: Vec<usize> = (0..lines.len()).filter(tabbed).collect();
    let spaced = in_spaces(lines, pace).await;
    let mut rows: BTreeMap<usize, TableRowKind> =
        placed.iter().map(|at| (*at, TableRowKind::Other)).collect();
    let mut indicators = Vec::new();
    let joined = broken(lines, pace).await;
    let listed = listed_lines(lines, &spaced, &joined, pace).await;
    let spaced = spaced
        .into_iter()
        .chain((!listed.is_empty()).then_some(listed));
    let blocks = spaced.map(|places| (places, false));
    for (places, certain) in std::iter::once((placed, true)).chain(blocks) {
        let table = read(&only(lines, &places, &joined), strategy, pace).await;
        let place = |number: usize| lines.binary_search_by_key(&number, |line| line.number).ok();
        for (number, _) in &table.heads {
            if let Some(at) = place(*number) {
                rows.insert(at, TableRowKind::Other);
            }
        }
        pace.expect(table.indicators.len());
        for one in table.indicators {
            pace.step().await;
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
                        TableRowKind::More
                    } else {
                        TableRowKind::Indicator(indicators.len())
                    },
                );
                if joined.contains_key(at) {
                    rows.insert(at + 1, TableRowKind::More);
                }
            }
            indicators.push(one);
        }
    }
    Tables { rows, indicators }
}

/// The tables of an outline, with the indicators that stand in them.
async fn by_columns(
    lines: &[Line],
    columns: OutlineTables,
    strategy: &Strategy,
    pace: &Pace,
) -> Tables {
    let mut rows = columns.rows;
    if !columns.indicators {
        return Tables {
            rows,
            indicators: Vec::new(),
        };
    }
    let places: Vec<usize> = rows.keys().copied().collect();
    let text = only(lines, &places, &BTreeMap::new());
    let indicators = read(&text, strategy, pace).await.indicators;
    for (nth, one) in indicators.iter().enumerate() {
        let number = one.lines.first();
        let at = number.and_then(|n| lines.binary_search_by_key(n, |line| line.number).ok());
        match at.and_then(|at| rows.get_mut(&at)) {
            Some(TableRowKind::Titles(_, indicator)) => *indicator = Some(nth),
            Some(row) => *row = TableRowKind::Indicator(nth),
            None => {}
        }
    }
    Tables { rows, indicators }
}

/// Reads the tables of a text, in steps of the work that it is a part of.
async fn read(text: &str, strategy: &Strategy, pace: &Pace) -> PastedTable {
    let mapping = ColumnMapping::default();
    let mut steps = table_in_steps(text, strategy, &mapping);
    let mut expected = 0;
    loop {
        let step = steps.next();
        let (_, all) = steps.progress();
        pace.expect(all - expected);
        expected = all;
        match step {
            Some(None) => pace.step().await,
            Some(Some(table)) => return table,
            None => return PastedTable::default(),
        }
    }
}

/// The headings in rows of their own: 基本目標１ ¦ しごとをつくる. Their marks stand in the cell before the title or in the same;
/// one without a word for its level is a heading above the heads of a table: (1) ¦ 農業の振興.
async fn titles(lines: &[Line], pace: &Pace) -> BTreeSet<usize> {
    pace.expect(lines.len());
    let mut found = BTreeSet::new();
    let mut is_above_heads = false;
    for (at, line) in lines.iter().enumerate().rev() {
        pace.step().await;
        let mark = title(line);
        let is_title = mark.is_some_and(|mark| match mark.kind.role() {
            Some(_) => true,
            None => mark.kind.counts() && is_above_heads,
        });
        if is_title {
            found.insert(at);
        } else if line.tabbed {
            is_above_heads = is_row_of_heads(line);
        } else {
            is_above_heads &= label::read(&line.text).is_some();
        }
    }
    found
}

/// The mark of a heading in a row without anything else.
fn title(line: &Line) -> Option<Marked> {
    let cells = line.text.split('\t').map(str::trim);
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let is_word = |text: &str| label::head(text).is_none() && !columns::only_figures(text);
    match cells[..] {
        [title] => mark::read(title).filter(|mark| mark.kind.is_goal() && !mark.title.is_empty()),
        [number, title] => {
            let mark = mark::read(&[number, title].join(" "))?;
            (title.ends_with(&mark.title) && is_word(&mark.title)).then_some(mark)
        }
        _ => None,
    }
}

/// True for a line of heads of a table.
fn is_row_of_heads(line: &Line) -> bool {
    let cells = line.text.split('\t').map(str::trim);
    let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| head(cell).is_some())
}

/// True if there is only table between two lines.
fn between(lines: &[Line], rows: &BTreeMap<usize, TableRowKind>, from: usize, to: usize) -> bool {
    to <= from + 3 && (from + 1..to).all(|at| lines[at].tabbed || rows.contains_key(&at))
}

/// The text with these lines only; each keeps its number.
fn only(lines: &[Line], places: &[usize], joined: &BTreeMap<usize, String>) -> String {
    let mut text = String::new();
    let mut number = 1;
    let is_rest = |at: usize| at > 0 && joined.contains_key(&(at - 1));
    for &at in places.iter().filter(|at| !is_rest(**at)) {
        while number < lines[at].number {
            text.push('\n');
            number += 1;
        }
        let line = &lines[at];
        let cells = match line.tabbed {
            true => line.raw.replace("<u>", "").replace("</u>", ""),
            false => joined
                .get(&at)
                .unwrap_or(&line.text)
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
async fn in_spaces(lines: &[Line], pace: &Pace) -> Vec<Vec<usize>> {
    pace.expect(lines.len());
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        pace.step().await;
        let heads = |word: &&str| {
            HEADS.iter().any(|head| word.contains(head)) && word.chars().count() <= 14
        };
        let words: Vec<&str> = line.text.split_whitespace().collect();
        let head = !line.tabbed
            && words.iter().filter(|word| heads(word)).count() >= 2
            && !is_prose(&line.text);
        let label = label::read(&line.text);
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
async fn listed_lines(
    lines: &[Line],
    blocks: &[Vec<usize>],
    joined: &BTreeMap<usize, String>,
    pace: &Pace,
) -> Vec<usize> {
    pace.expect(lines.len());
    let taken: BTreeSet<usize> = blocks.iter().flatten().copied().collect();
    let is_listed = |at: &usize| {
        let line = &lines[*at];
        let is_told = || {
            sentence(&line.text).is_some()
                || labelled(&line.text)
                    .is_some_and(|one| one.is_told && !(one.is_aside && is_marked(line)))
        };
        let is_listed = joined.contains_key(at) || listed(&line.text).is_some() || is_told();
        !line.tabbed && !taken.contains(at) && is_listed
    };
    let mut found = Vec::new();
    for at in 0..lines.len() {
        pace.step().await;
        if is_listed(&at) {
            found.push(at);
        }
    }
    found
}

/// True if a line begins as a title does.
fn is_marked(line: &Line) -> bool {
    mark::read(&line.text).is_some_and(|mark| mark.kind.counts())
}

/// Lines of a list that the page of a PDF broke, each with the line below as one: 出生数：30人 → 4, 5人. They are one where
/// both figures have the same unit together, and had not before.
async fn broken(lines: &[Line], pace: &Pace) -> BTreeMap<usize, String> {
    pace.expect(lines.len());
    let mut joined = BTreeMap::new();
    let mut last = None;
    for (at, pair) in lines.windows(2).enumerate() {
        pace.step().await;
        let [line, below] = pair else { continue };
        let may_be =
            !line.tabbed && !below.tabbed && !below.gap && below.text.chars().count() <= 20;
        let is_own = label::read(&below.text).is_some()
            || listed(&below.text).is_some()
            || has_both(&below.text);
        if !may_be || is_own || last == Some(at) || in_one_unit(&line.text) {
            continue;
        }
        let parts = [line.text.trim_end(), below.text.as_str()];
        let mut wholes = [parts.concat(), parts.join(" ")].into_iter();
        if let Some(whole) = wholes.find(|whole| in_one_unit(whole)) {
            joined.insert(at, whole);
            last = Some(at + 1);
        }
    }
    joined
}

/// True if a label and both figures are there: KPI：8人 → 27人 is no rest of the line above.
fn has_both(text: &str) -> bool {
    let sides = arrows::split(text);
    sides.is_some_and(|(before, after)| {
        let labelled = before.split_once([':', '：']);
        labelled.is_some_and(|(label, figure)| label.chars().count() > 1 && figured(figure))
            && figured(after)
    })
}

/// True if a line is of a list, with both figures in one unit.
fn in_one_unit(text: &str) -> bool {
    let unit = |text: &str| match &strategy::read_cell(text)[..] {
        [one] => one.figure.number().map(|number| number.unit.clone()),
        _ => None,
    };
    listed(text).is_some_and(|(_, baseline, target)| {
        let unit = (unit(baseline), unit(target));
        unit.0 == unit.1 && unit.0.is_some_and(|unit| !unit.is_empty())
    })
}

/// True if the text contains a digit.
fn figured(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
}
