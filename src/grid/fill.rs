//! Series: texts that continue those of selected cells.

use rust_decimal::Decimal;
use strategy::arithmetic::{difference, exact, product, sum};
use strategy::with_commas;

use super::place::{Area, Position};

/// Returns pairs of places: source and target of each copy. Down: the first selected row into those below it or, if
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

/// Way in which a single number continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneNumber {
    /// It is repeated.
    Copied,
    /// It increases by one.
    Counted,
}

/// Returns `count` texts that continue these: numbers with a constant difference by that difference (10, 20 → 30), a
/// number beside a word by one (第1回 → 第2回, 令和元年度 → 令和2年度), anything else is repeated. `back` continues
/// before the first.
pub fn continued(cells: &[&str], count: usize, back: bool, one: OneNumber) -> Vec<String> {
    match Progression::of(cells, one) {
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

/// Character of the first year of an era: 元.
const FIRST_YEAR: char = '\u{5143}';

/// Numbers with a constant difference, with the same words around them.
struct Progression {
    before: String,
    after: String,
    first: Decimal,
    step: Decimal,
    /// Sign of negative numbers.
    minus: char,
    /// True if thousands are separated by commas.
    commas: bool,
    /// Least number of digits before the point: 第01回.
    digits: usize,
    /// True if digits are full-width.
    wide: bool,
}

impl Progression {
    fn of(cells: &[&str], one: OneNumber) -> Option<Self> {
        let parts = cells.iter().map(|cell| NumberParts::of(cell));
        let parts: Vec<_> = parts.collect::<Option<_>>()?;
        let first = parts.first()?;
        let step = match parts.get(1) {
            Some(second) => difference(second.number, first.number)?,
            None if first.before.is_empty() && one == OneNumber::Copied => return None,
            None => Decimal::ONE,
        };
        let mut expected = first.number;
        for part in &parts {
            if (&part.before, &part.after, part.number) != (&first.before, &first.after, expected) {
                return None;
            }
            expected = sum(expected, step)?;
        }
        let mut signs = cells.iter().filter_map(|cell| cell.chars().next());
        Some(Self {
            before: first.before.clone(),
            after: first.after.clone(),
            first: first.number,
            step,
            minus: signs.find(|sign| MINUS.contains(sign)).unwrap_or('-'),
            commas: parts.iter().any(|part| part.commas),
            digits: parts.iter().map(|part| part.digits).max().unwrap_or(0),
            wide: parts.iter().any(|part| part.wide),
        })
    }

    /// Returns the text `steps` behind the last of the cells, or before the first.
    fn text(&self, cells: usize, steps: usize, back: bool) -> String {
        let steps = match back {
            true => -Decimal::from(steps),
            false => Decimal::from(cells - 1 + steps),
        };
        let number = product(self.step, steps).and_then(|gone| sum(self.first, gone));
        let number = number.unwrap_or(self.first);
        let digits = number.abs().to_string();
        let (whole, decimals) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
        let zeros = self.digits.saturating_sub(whole.len());
        let whole = ["0".repeat(zeros).as_str(), whole].concat();
        let whole = match self.commas {
            true => with_commas(&whole),
            false => whole,
        };
        let below_zero = number.is_sign_negative() && !number.is_zero();
        let minus = below_zero.then_some(self.minus);
        let number = whole + decimals;
        let mut text = self.before.clone();
        text.extend(minus);
        match self.wide {
            true => text.extend(number.chars().map(full_width)),
            false => text += &number,
        }
        text + &self.after
    }
}

/// A text with a number in it.
struct NumberParts {
    before: String,
    number: Decimal,
    after: String,
    commas: bool,
    /// Number of digits, if they begin with 0.
    digits: usize,
    wide: bool,
}

impl NumberParts {
    /// Splits a text into the words before its last number, the number, and the words after it.
    fn of(text: &str) -> Option<Self> {
        let narrow: String = text.chars().map(half_width).collect();
        let wide = narrow != text;
        let narrow = match narrow.contains(|letter: char| letter.is_ascii_digit()) {
            true => narrow,
            false => narrow.replacen(FIRST_YEAR, "1", 1),
        };
        let end = narrow.rfind(|letter: char| letter.is_ascii_digit())? + 1;
        let is_number = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == ',';
        let before = narrow[..end].trim_end_matches(is_number);
        let figure = &narrow[before.len()..end];
        let number = exact(&figure.replace(',', ""))?;
        let whole = figure.split('.').next().unwrap_or_default();
        let mut sign = before.chars();
        // A sign before a number at the start of the text is part of it.
        let (before, number) = match (sign.next(), sign.next()) {
            (Some(sign), None) if MINUS.contains(&sign) => ("", -number),
            _ => (before, number),
        };
        Some(Self {
            before: before.to_owned(),
            number,
            after: narrow[end..].to_owned(),
            commas: figure.contains(','),
            digits: match whole.starts_with('0') {
                true => whole.len(),
                false => 0,
            },
            wide,
        })
    }
}

/// Returns a digit, a comma or a point in half width; other characters stay.
fn half_width(letter: char) -> char {
    match letter {
        '\u{FF10}'..='\u{FF19}' | '\u{FF0C}' | '\u{FF0E}' => {
            char::from_u32(letter as u32 - WIDER).unwrap_or(letter)
        }
        other => other,
    }
}

fn full_width(letter: char) -> char {
    char::from_u32(letter as u32 + WIDER).unwrap_or(letter)
}

/// Distance of full-width characters from half-width ones.
const WIDER: u32 = 0xFEE0;
