//! Numbers in words.

use super::say::Say;
use super::style::NumberStyle;
use super::text::number as text;

use rust_decimal::{Decimal, RoundingStrategy};

use insight::unit::is_rank;
use strategy::{Money, with_commas};

/// Returns 272,000, 1.20, △40: digits as they are, commas, minus as chosen. More than ten decimals are rounded to
/// two.
pub fn figures(value: Decimal) -> String {
    let value = match value.scale() {
        0..=10 => value,
        _ => value
            .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
            .normalize(),
    };
    let digits = value.abs().to_string();
    let (whole, rest) = match digits.find('.') {
        Some(point) => digits.split_at(point),
        None => (digits.as_str(), ""),
    };
    signed(value.is_sign_negative() && !value.is_zero(), whole, rest)
}

/// 1,234, △5: an integer.
pub fn grouped(n: i64) -> String {
    signed(n < 0, &n.unsigned_abs().to_string(), "")
}

/// Returns the digits before the point with commas, then the rest, with the chosen minus before them.
pub fn signed(below_zero: bool, whole: &str, rest: &str) -> String {
    let mut out = String::with_capacity(whole.len() * 4 / 3 + rest.len() + 3);
    if below_zero {
        out.push(NumberStyle::now().minus.letter());
    }
    out.push_str(&with_commas(whole));
    out.push_str(rest);
    out
}

impl Say for Money {
    /// Returns 272,000; without an amount, the printed text.
    fn say(&self) -> String {
        match self {
            Money::Thousand(n) => grouped(*n),
            Money::Blank(text) => text.clone(),
        }
    }
}

/// 272,000人; percent signs in full width.
pub fn amount(value: Decimal, unit: &str) -> String {
    figures(value) + self::unit(unit)
}

/// Returns a unit behind its figure; ％ as the language writes it.
pub(super) fn unit(unit: &str) -> &str {
    match unit {
        "%" | "％" => text::percent(),
        unit => unit,
    }
}

/// 「380人以下」; for a rank 「5位以内」, because the smaller number is the better place.
pub(super) fn at_most(printed: String, unit: &str) -> String {
    match is_rank(unit) {
        true => text::within_rank(printed),
        false => text::at_most(printed),
    }
}

/// Returns △77.5％: one decimal, none if it is zero. A value just below 100 is never shown as 100.
pub fn percent(value: Decimal) -> String {
    let round = |value: Decimal| {
        value
            .round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero)
            .normalize()
    };
    let tenth = Decimal::new(1, 1);
    let mut shown = round(value);
    if shown == Decimal::ONE_HUNDRED && value != shown {
        shown = if value < shown {
            shown - tenth
        } else {
            shown + tenth
        };
    }
    figures(shown) + text::percent()
}

/// Returns a printed figure with its unit, once: 「8,200人以上」, 「25％減」, 「↗」. A text with a unit of its own,
/// or without a number, gets none.
pub fn with_unit(printed: &str, unit: &str) -> String {
    const BOUNDS: [&str; 8] = ["以上", "以下", "未満", "以内", "超", "程度", "台", "前後"];
    // 256（速報）: the note stays behind the unit.
    let (printed, note) = match printed.find(['（', '(']) {
        Some(at) if at > 0 && printed.ends_with(['）', ')']) => printed.split_at(at),
        _ => (printed, ""),
    };
    let bound = BOUNDS.iter().find(|bound| printed.ends_with(**bound));
    let (figure, bound) = match bound {
        Some(bound) => printed.split_at(printed.len() - bound.len()),
        None => (printed, ""),
    };
    // The digit at the end of t-CO2 is not part of a number.
    let number = figure.trim_end_matches(|c: char| c.is_numeric() || matches!(c, ',' | '.'));
    let is_bare =
        number.len() < figure.len() && !number.ends_with(|c: char| c.is_ascii_alphabetic());
    let unit = if is_bare { unit } else { "" };
    format!("{figure}{unit}{bound}{note}")
}

/// Returns a typed text for display: with the chosen minus sign and half-width digits, like every number of the app,
/// so that a screen has one minus sign. The cell it was typed into, and quotations of a print, keep the text.
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().map(half_digit).peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let is_sign = "-−－‐–▲△".contains(letter)
            && letters.peek().is_some_and(char::is_ascii_digit)
            && before.is_none_or(|before: char| {
                before.is_whitespace() || "（(約～〜→、・:：/／".contains(before)
            });
        let is_point = "．，".contains(letter)
            && before.is_some_and(|before: char| before.is_ascii_digit())
            && letters.peek().is_some_and(char::is_ascii_digit);
        match letter {
            _ if is_sign => out.push(NumberStyle::now().minus.letter()),
            '．' if is_point => out.push('.'),
            '，' if is_point => out.push(','),
            letter => out.push(letter),
        }
        before = Some(letter);
    }
    out
}

fn half_digit(letter: char) -> char {
    match letter {
        '０'..='９' => char::from(b'0' + (letter as u32 - '０' as u32) as u8),
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_commas_and_triangles() {
        for (n, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (-1234567, "△1,234,567"),
            (i64::MIN, "△9,223,372,036,854,775,808"),
        ] {
            assert_eq!(grouped(n), text);
        }
    }
    use crate::style::Minus;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn i30_numbers_read_as_an_office_writes_them() {
        for (value, text) in [
            ("0", "0"),
            ("-0", "0"),
            ("1.20", "1.20"),
            ("-40", "△40"),
            ("272000", "272,000"),
            ("-1234567.5", "△1,234,567.5"),
            ("0.3333333333333333", "0.33"),
            ("999", "999"),
        ] {
            assert_eq!(figures(decimal(value)), text);
        }
        for (value, text) in [
            ("-77.5", "△77.5％"),
            ("75", "75％"),
            ("83.3333333333", "83.3％"),
            ("99.96", "99.9％"),
            ("100.02", "100.1％"),
            ("100", "100％"),
            ("-0.01", "0％"),
            ("216.66666666", "216.7％"),
        ] {
            assert_eq!(percent(decimal(value)), text);
        }
        assert_eq!(amount(decimal("36.0"), "%"), "36.0％");
    }

    #[test]
    fn i30_what_was_typed_is_told_with_the_one_minus_we_write() {
        for (typed, told) in [
            ("−３１", "△31"),
            ("-31", "△31"),
            ("－31人", "△31人"),
            ("▲1,234.5", "△1,234.5"),
            ("△40", "△40"),
            ("約-3％", "約△3％"),
            ("-40～-30", "△40～△30"),
            ("１２３４．５", "1234.5"),
            ("8,200以上", "8,200以上"),
            ("3-5", "3-5"),
            ("2025-03-01", "2025-03-01"),
            ("－", "－"),
            ("集計中", "集計中"),
            ("0.5ポイント-", "0.5ポイント-"),
        ] {
            assert_eq!(shown(typed), told, "{typed}");
        }
    }

    #[test]
    fn i30_the_minus_is_the_one_chosen() {
        let before = NumberStyle::now();
        let minus = Minus::Sign;
        NumberStyle { minus, ..before }.adopt();
        let told = [figures(decimal("-40")), shown("▲31人")];
        let money = [grouped(-1234), Money::Thousand(-5).say()];
        before.adopt();
        assert_eq!(told, ["−40", "−31人"]);
        assert_eq!(money, ["−1,234", "−5"]);
    }
}

#[cfg(test)]
mod unit_tests {
    use super::with_unit;

    #[test]
    fn a_unit_is_printed_once() {
        for (printed, unit, told) in [
            ("380", "人", "380人"),
            ("8,200以上", "人", "8,200人以上"),
            ("85 ％", "％", "85 ％"),
            ("28.0%", "％", "28.0%"),
            ("25％減", "頭", "25％減"),
            ("全国平均以上", "％", "全国平均以上"),
            ("前年度を上回る", "件", "前年度を上回る"),
            ("↗", "件", "↗"),
            ("5位以内", "位", "5位以内"),
            ("△35", "人", "△35人"),
            ("256（速報値）", "千人", "256千人（速報値）"),
            ("8,200以上(推計)", "人", "8,200人以上(推計)"),
            ("未定（調査中）", "人", "未定（調査中）"),
            ("272,000t-CO2", "t-CO2", "272,000t-CO2"),
            ("246,500", "t-CO2/年", "246,500t-CO2/年"),
        ] {
            assert_eq!(with_unit(printed, unit), told);
        }
    }
}
