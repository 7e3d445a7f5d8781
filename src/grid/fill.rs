//! Series: texts that go on from those of selected cells.

use rust_decimal::Decimal;
use strategy::arithmetic::{difference, product, sum};

use super::place::{Area, Position};

/// Places that are copied, each with the place it is copied to. Down: the first selected row into those below it or, if
/// only one is selected, the row above into it. To the right: columns likewise.
pub fn copies(area: Area, down: bool) -> Vec<(Position, Position)> {
    let size = area.size();
    let is_single = if down {
        size.rows == 1
    } else {
        size.columns == 1
    };
    let first = if down {
        area.first.row
    } else {
        area.first.column
    };
    let source = match is_single {
        true => first.checked_sub(1),
        false => Some(first),
    };
    let Some(source) = source else {
        return Vec::new();
    };
    let pair = |to: Position| {
        let from = match down {
            true => Position { row: source, ..to },
            false => Position {
                column: source,
                ..to
            },
        };
        (from, to)
    };
    let pairs = area.positions().map(pair);
    pairs.filter(|(from, to)| from != to).collect()
}

/// Texts that go on from these, as many as asked for: numbers with a constant difference go on by it (10, 20 → 30), a
/// number behind a word goes on by one (第1回 → 第2回), anything else is repeated. `back` goes on before the first.
pub fn continued(cells: &[&str], count: usize, back: bool) -> Vec<String> {
    match Progression::of(cells) {
        Some(progression) => (1..=count)
            .map(|steps| progression.text(cells.len(), steps, back))
            .collect(),
        None => repeated(cells, count, back),
    }
}

fn repeated(cells: &[&str], count: usize, back: bool) -> Vec<String> {
    let length = cells.len();
    if length == 0 {
        return Vec::new();
    }
    let at = |steps: usize| match back {
        true => length - 1 - (steps % length),
        false => steps % length,
    };
    (0..count)
        .map(|steps| cells[at(steps)].to_owned())
        .collect()
}

/// Numbers with a constant difference, between the same words.
struct Progression<'a> {
    before: &'a str,
    after: &'a str,
    first: Decimal,
    step: Decimal,
    /// True if thousands are separated by commas.
    commas: bool,
}

impl<'a> Progression<'a> {
    fn of(cells: &[&'a str]) -> Option<Self> {
        let parts = cells.iter().map(|cell| parted(cell));
        let parts: Vec<_> = parts.collect::<Option<_>>()?;
        let (before, first, after) = *parts.first()?;
        let step = match parts.get(1) {
            Some((_, second, _)) => difference(*second, first)?,
            // One number alone is copied.
            None if before.is_empty() => return None,
            None => Decimal::ONE,
        };
        let mut expected = first;
        for (word, number, unit) in &parts {
            if (*word, *unit, *number) != (before, after, expected) {
                return None;
            }
            expected = sum(expected, step)?;
        }
        Some(Self {
            before,
            after,
            first,
            step,
            commas: cells.iter().any(|cell| cell.contains(',')),
        })
    }

    /// The text so many steps behind the last of the cells, or before the first.
    fn text(&self, cells: usize, steps: usize, back: bool) -> String {
        let steps = match back {
            true => -Decimal::from(steps),
            false => Decimal::from(cells - 1 + steps),
        };
        let number = product(self.step, steps).and_then(|gone| sum(self.first, gone));
        let number = number.unwrap_or(self.first).to_string();
        let number = if self.commas {
            grouped(&number)
        } else {
            number
        };
        [self.before, &number, self.after].concat()
    }
}

/// Parts a text into the words before its last number, the number, and the words after it.
fn parted(text: &str) -> Option<(&str, Decimal, &str)> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let end = text.rfind(is_digit)? + 1;
    let is_number = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    let start = text[..end].rfind(|letter| !is_number(letter));
    let start = start.map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    // A sign before a number that begins the text is part of it.
    let start = match text[..start].strip_suffix('-') {
        Some("") => 0,
        _ => start,
    };
    let number = text[start..end].replace(',', "").parse().ok()?;
    Some((&text[..start], number, &text[end..]))
}

/// Puts a comma before every third digit.
fn grouped(number: &str) -> String {
    let (sign, rest) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number),
    };
    let (whole, decimals) = match rest.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (rest, None),
    };
    let mut text = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push('.');
        text.push_str(decimals);
    }
    text
}
