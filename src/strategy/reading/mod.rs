//! Reading figures as printed: from text to [`Reading`], and from a cell that holds several to [`CellPart`]s.
//!
//! Rules (the tests carry the numbers):
//! - R1  Nothing is refused or lost: every text gives a reading, and the text stays as it was.
//! - R2  Never a wrong number: if a part of the text was not understood, the whole is [`Reading::Unread`].
//! - R3  Commas, full-width characters and spaces at the ends change no reading.
//! - R4  One number keeps its unit as printed: 2,205千人 is 2205 in 千人, 65.4万人 is 65.4 in 万人.
//! - R5  A number written in several parts is added up in the plain unit: 2億396万円 is 203960000 in 円.
//! - R6  A missing figure is not zero: dashes and words say why. △ alone is a mark, △40 is minus forty.
//! - R7  A year, a code or a date is no figure: R5.12, 5-1, 10:30 are left as text.
//! - R8  A change is no level: 10%抑制 is nine tenths of the baseline, 5ポイント改善 (which way?) is left to a person.
//! - R9  A letter that was a digit (1OO人), a fraction, a loss in words is never read as the number beside it.

mod cell;
mod directional;
mod lexer;
mod lexicon;
mod note;
mod number;
mod prefix;
mod qualifier;
mod quantity;
mod relative;
mod suffix;
mod suffix_words;
mod time;
mod unit;

pub use cell::{CellPart, read_cell};

use rust_decimal::Decimal;

use super::printed::{Missing, Number, Reading};

/// Largest number of bytes of a figure; a longer text is prose.
const LONGEST: usize = 400;

/// Reads one printed figure. Never fails; a text that is not understood is [`Reading::Unread`].
pub fn read(text: &str) -> Reading {
    if let Some(value) = plain_number(text) {
        return Reading::Number(Number {
            value,
            ..Number::default()
        });
    }
    if text.len() > LONGEST {
        return Reading::Unread;
    }
    let s = lexer::scan(text);
    let s = &s[lexer::trim(&s, 0..s.len())];
    if s.is_empty() {
        return Reading::Missing(Missing::Unset);
    }
    read_chars(s).unwrap_or(Reading::Unread)
}

fn read_chars(s: &[char]) -> Option<Reading> {
    if let Some(whole) = number::signed(s, 0).filter(|n| n.end == s.len()) {
        return Some(Reading::Number(Number {
            value: whole.value,
            ..Number::default()
        }));
    }
    // ±0 is 0; any other ± is a range around another figure.
    if let ['±', rest @ ..] = s {
        let is_zero =
            |reading: &Reading| matches!(reading, Reading::Number(n) if n.value.is_zero());
        return read_chars(rest).filter(is_zero);
    }
    if let Some(word) = lexicon::read(s) {
        return Some(word);
    }
    if time::whole(s).is_some() {
        return None;
    }
    if let Some(towards) = directional::near_zero(s) {
        return Some(towards);
    }
    directional::formula(s)
        .map(Reading::Directional)
        .or_else(|| relative::relative(s))
        .or_else(|| quantity::read(s))
        .or_else(|| directional::sentence(&lexer::strip_brackets(s)).filter(|_| !counted_after(s)))
        .or_else(|| lexicon::missing(s))
        .or_else(|| beside_unit(s))
        .or_else(|| noted(s))
}

/// 減少（△5人）, 増加（380人）: true if a figure follows the words in brackets.
fn counted_after(s: &[char]) -> bool {
    let last = (0..s.len())
        .rev()
        .find_map(|i| lexer::bracket(s, i).filter(|(_, end)| *end == s.len()));
    last.is_some_and(|(inside, _)| {
        let inside = &s[inside];
        time::time(inside, 0, true).is_none()
            && number::starts(inside, lexer::skip_spaces(inside, 0))
    })
}

/// Reads 100 ¦ 人: a number and its unit from the cell beside it.
fn beside_unit(s: &[char]) -> Option<Reading> {
    let bar = s.iter().position(|c| *c == '|')?;
    let value = number::signed(s, 0)
        .filter(|n| lexer::skip_spaces(s, n.end) == bar)?
        .value;
    let start = lexer::skip_spaces(s, bar + 1);
    let (unit, end) = unit::unit(s, start)?;
    let whole = end == s.len() && start < end;
    whole
        .then(|| Number {
            value,
            unit,
            ..Number::default()
        })
        .map(Reading::Number)
}

/// Reads words with a full stop or a note after them: 集計中。, 増加 ※アンケートによる.
fn noted(s: &[char]) -> Option<Reading> {
    let end = s
        .iter()
        .position(|c| matches!(c, '。' | '※'))
        .filter(|end| *end > 0)?;
    let sound = s[end] == '※' || end + 1 == s.len();
    let words = &s[lexer::trim(s, 0..end)];
    read_chars(words).filter(|read| sound && !matches!(read, Reading::Number(_) | Reading::Unread))
}

/// True if [`read`] gives a number. Most cells hold digits alone, and are only looked at.
pub fn is_number(text: &str) -> bool {
    plain_number(text).is_some() || matches!(read(text), Reading::Number(_))
}

/// Longest text that is read in the short way: its digits fit in 64 bits, with which WebAssembly computes much faster than
/// with 128.
const SHORT: usize = 18;

/// The short way for what most cells hold: digits, with commas in place and a point.
fn plain_number(text: &str) -> Option<Decimal> {
    let bytes = text.as_bytes();
    let (minus, digits) = match bytes.split_first()? {
        (b'-', rest) => (true, rest),
        _ => (false, bytes),
    };
    if digits.len() > SHORT
        || digits.first() == Some(&b'0') && digits.get(1).is_some_and(|b| *b != b'.')
    {
        return None;
    }
    let (mut mantissa, mut scale, mut run, mut commas, mut point) = (0i64, 0, 0, false, false);
    for b in digits {
        match b {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + i64::from(b - b'0');
                run += 1;
                scale += u32::from(point);
            }
            b',' if !point && (run == 3 || !commas && (1..3).contains(&run)) => {
                (commas, run) = (true, 0);
            }
            b'.' if !point && run > 0 && (!commas || run == 3) => {
                (point, run) = (true, 0);
            }
            _ => return None,
        }
    }
    let whole = run > 0 && (point || !commas || run == 3);
    let mantissa = if minus { -mantissa } else { mantissa };
    whole.then(|| Decimal::new(mantissa, scale))
}
