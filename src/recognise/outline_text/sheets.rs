//! 実施計画・評価シート: a page or more for each measure, on which the boxes of the form follow each other in any order.
//!
//! The page names its subject somewhere; a name followed by an amount is that of an initiative.

use std::collections::BTreeSet;

use super::line::{Line, is_prose};
use super::mark::{self, Marked};
use super::pasted::{LineDoubt, LineRole, PastedLine, Skipped};
use super::walk::{skipped, taken};
use strategy::{Pace, half_width};

/// True if the text is one of such sheets.
pub fn are_sheets(lines: &[Line]) -> bool {
    let named = |words: &[&str]| {
        let has = |line: &&Line| words.iter().any(|word| line.text.contains(word));
        lines.iter().filter(has).count()
    };
    let measure = |line: &Line| {
        mark::read(&line.text).is_some_and(|m| m.kind.role() == Some(LineRole::Measure))
    };
    named(&["決算額"]) > 0 && named(&["予算額"]) > 0 && lines.iter().any(measure)
}

/// Reads the sheets: headings, then what they hold, in the order of the pages; last the lines that are no title.
pub async fn read(lines: &[Line], pace: &Pace) -> Vec<PastedLine> {
    let listed = lines.iter().filter_map(|line| mark::read(&line.text));
    let mut sheets = Sheets {
        listed: listed
            .filter(|m| !m.kind.counts())
            .map(|m| bare(&m.title))
            .collect(),
        ..Sheets::default()
    };
    let starts: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].page || *at == 0)
        .collect();
    for (n, &from) in starts.iter().enumerate() {
        let to = starts.get(n + 1).copied().unwrap_or(lines.len());
        sheets.page(lines, from, to);
        pace.step().await;
    }
    let mut rows = sheets.rows;
    let rest = (0..lines.len()).filter(|at| !sheets.used.contains(at));
    rows.extend(rest.map(|at| {
        skipped(
            &lines[at],
            mark::read(&lines[at].text).as_ref(),
            Skipped::NotUnderstood,
        )
    }));
    rows
}

#[derive(Default)]
struct Sheets {
    rows: Vec<PastedLine>,
    used: BTreeSet<usize>,
    /// Names after ● and ・.
    listed: BTreeSet<String>,
    /// Place where the initiatives of the measure begin.
    measure: Option<usize>,
}

impl Sheets {
    fn page(&mut self, lines: &[Line], from: usize, to: usize) {
        for role in [LineRole::Goal, LineRole::Division, LineRole::Measure] {
            for (at, line) in lines.iter().enumerate().take(to).skip(from) {
                if let Some(mark) = mark::read(&line.text).filter(|m| m.kind.role() == Some(role)) {
                    self.used.insert(at);
                    self.heading(line, &mark, role);
                }
            }
        }
        let Some(measure) = self.measure else {
            return;
        };
        let mut at = from;
        while at < to {
            match name(lines, at, to) {
                Some((name, end)) => {
                    self.used.extend(at..end);
                    self.initiative(lines, at..end, name, measure);
                    at = end;
                }
                None => at += 1,
            }
        }
    }

    /// A heading, once however many pages say it.
    fn heading(&mut self, line: &Line, mark: &Marked, role: LineRole) {
        let row = taken(line, Some(mark), role, None);
        let same = |other: &&mut PastedLine| other.role == role;
        if let Some(last) = self.rows.iter_mut().rev().find(same)
            && squeezed(&last.title) == squeezed(&row.title)
        {
            last.lines.push(line.number);
            return;
        }
        self.rows.push(row);
        if role == LineRole::Measure {
            self.measure = Some(self.rows.len());
        }
    }

    /// An initiative; certain when it is there twice, as done and as planned, or is written of by name.
    fn initiative(
        &mut self,
        lines: &[Line],
        places: std::ops::Range<usize>,
        name: String,
        measure: usize,
    ) {
        let known = self.rows[measure..]
            .iter_mut()
            .find(|row| bare(&row.title) == bare(&name));
        let numbers = places.clone().map(|at| lines[at].number);
        if let Some(row) = known {
            row.lines.extend(numbers);
            row.doubt = None;
            return;
        }
        let mut row = taken(
            &lines[places.start],
            None,
            LineRole::Initiative,
            Some(LineDoubt::Title),
        );
        if self.listed.contains(&bare(&name)) {
            row.doubt = None;
        }
        row.lines = numbers.collect();
        row.title = name;
        self.rows.push(row);
    }
}

fn squeezed(text: &str) -> String {
    half_width(text).replace(' ', "")
}

/// A name without what stands in brackets of marks behind it.
fn bare(name: &str) -> String {
    let plain = squeezed(name);
    let end = plain.find(['【', '≪', '《']).unwrap_or(plain.len());
    plain[..end].to_owned()
}

/// Largest length of a name.
const LONG: usize = 60;

/// The name of an initiative that begins at a line, and the line behind it: an amount follows.
fn name(lines: &[Line], at: usize, to: usize) -> Option<(String, usize)> {
    let first = &lines[at];
    if !first.gap && !first.page {
        return None;
    }
    let mut name = first.text.clone();
    let mut end = at + 1;
    // A name is broken where its bracket is open, or it is as wide as its box.
    while end < to && !lines[end].gap && end < at + 3 && !is_amount(&lines[end].text) {
        name.push_str(&lines[end].text);
        end += 1;
    }
    let (name, within) = match name.strip_suffix(['-', '－']) {
        Some(name) if name.ends_with(' ') => (name.trim().to_owned(), true),
        _ => (name, false),
    };
    let followed = within || end < to && is_amount(&lines[end].text);
    (followed && is_name(&name)).then_some((name, end))
}

const OTHERS: [&str; 10] = [
    "関連施策",
    "計",
    "内　　容",
    "評",
    "補",
    "予算額",
    "令和",
    "単独事業",
    "補助事業",
    "➡",
];

fn is_name(name: &str) -> bool {
    let first = name.chars().next();
    let signed =
        first.is_none_or(|c| mark::BULLETS.contains(&c) || c.is_numeric() || "（()）".contains(c));
    let headed = mark::read(name).is_some_and(|m| m.kind.role().is_some());
    let other = OTHERS.iter().any(|word| name.starts_with(word));
    let many = name.chars().count();
    !signed && !headed && !other && !is_prose(name) && (3..=LONG).contains(&many)
}

/// -, 300, 7,680実施事業数に…: an amount, and what may follow it in its line.
fn is_amount(text: &str) -> bool {
    let plain = half_width(text);
    let digits = plain
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .count();
    let dash =
        plain.starts_with('-') && !plain[1..].starts_with(|c: char| c.is_ascii_digit() || c == ' ');
    dash || digits > 0
        && !plain[digits..]
            .trim_start()
            .starts_with(['年', '月', '日', '件', '回', '人', '名', '.', '-', '台'])
}
