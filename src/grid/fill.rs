//! Series: texts that go on from those of selected cells.

use rust_decimal::Decimal;
use strategy::arithmetic::{difference, product, sum};
use strategy::with_commas;

use super::place::{Area, Position};

/// Places that are copied, each with the place it is copied to. Down: the first selected row into those below it or, if
/// only one is selected, the row above into it. To the right: columns likewise.
pub fn copies(area: Area, down: bool) -> Vec<(Position, Position)> {
    let (first, last) = match down {
        true => (area.first.row, area.last.row),
        false => (area.first.column, area.last.column),
    };
    let source = match first == last {
        true => first.checked_sub(1),
        false => Some(first),
    };
    let Some(source) = source else {
        return Vec::new();
    };
    let pair = |to: Position| {
        let (row, column) = match down {
            true => (source, to.column),
            false => (to.row, source),
        };
        (Position { row, column }, to)
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

/// Signs of a number below zero.
const MINUS: [char; 5] = ['-', '−', '－', '△', '▲'];

/// Numbers with a constant difference, between the same words.
struct Progression<'a> {
    before: &'a str,
    after: &'a str,
    first: Decimal,
    step: Decimal,
    /// Sign of those below zero.
    minus: char,
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
        let mut signs = cells.iter().filter_map(|cell| cell.chars().next());
        Some(Self {
            before,
            after,
            first,
            step,
            minus: signs.find(|sign| MINUS.contains(sign)).unwrap_or('-'),
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
        let number = number.unwrap_or(self.first);
        let digits = number.abs().to_string();
        let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
        let whole = match self.commas {
            true => with_commas(whole),
            false => whole.to_owned(),
        };
        let below_zero = number.is_sign_negative() && !number.is_zero();
        let minus = below_zero.then_some(self.minus);
        let mut text = self.before.to_owned();
        text.extend(minus);
        text + &whole + decimals + self.after
    }
}

/// Parts a text into the words before its last number, the number, and the words after it.
fn parted(text: &str) -> Option<(&str, Decimal, &str)> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let end = text.rfind(is_digit)? + 1;
    let is_number = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
    let before = text[..end].trim_end_matches(is_number);
    let number: Decimal = text[before.len()..end].replace(',', "").parse().ok()?;
    let mut sign = before.chars();
    // A sign before a number that begins the text is part of it.
    match (sign.next(), sign.next()) {
        (Some(sign), None) if MINUS.contains(&sign) => Some(("", -number, &text[end..])),
        _ => Some((before, number, &text[end..])),
    }
}
