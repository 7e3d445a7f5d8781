//! Digits with commas and points, signs, and the Japanese magnitudes 千・万・億・兆.

use rust_decimal::Decimal;

use super::lexer::{digit_at, skip_spaces, word};
use crate::arithmetic::{difference, product, quotient, sum};

/// A number as printed, before its unit.
pub(super) struct PrintedAmount {
    pub value: Decimal,
    /// True if written in several parts (2億396万): the value is then in the plain unit.
    pub parts: bool,
    /// Position after the number.
    pub end: usize,
}

/// Reads digits at `i`: 12, 1,234, 0.50. Commas out of place, a leading zero or a second point: not a number.
pub(super) fn digits(s: &[char], i: usize) -> Option<(Decimal, usize)> {
    let run = |from: usize| from + s[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let comma = |at: usize| s.get(at) == Some(&',') && digit_at(s, at + 1);
    let mut end = run(i.min(s.len()));
    if end == i || (s[i] == '0' && end - i > 1) {
        return None;
    }
    if comma(end) && (end - i > 3 || s[i] == '0') {
        return None;
    }
    while comma(end) {
        let next = run(end + 1);
        if next - end != 4 {
            return None;
        }
        end = next;
    }
    let mut scale = 0;
    if s.get(end) == Some(&'.') && digit_at(s, end + 1) {
        let next = run(end + 1);
        scale = next - end - 1;
        end = next;
        if comma(end) || (s.get(end) == Some(&'.') && digit_at(s, end + 1)) {
            return None;
        }
    }
    let mut mantissa: i128 = 0;
    for digit in s[i..end].iter().filter_map(|c| c.to_digit(10)) {
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
    }
    let value = Decimal::try_from_i128_with_scale(mantissa, scale.try_into().ok()?).ok()?;
    Some((value, end))
}

/// Reads 千, 百万, 億, 千億 … at `i`: its value, and the position after it. 憶 is a common slip for 億.
fn magnitude(s: &[char], i: usize) -> Option<(u64, usize)> {
    let small = match s.get(i)? {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => 1,
    };
    let j = if small == 1 { i } else { i + 1 };
    let after = skip_spaces(s, j);
    let large = match s.get(after) {
        Some('万') => 10_000,
        Some('億' | '憶') => 100_000_000,
        Some('兆') => 1_000_000_000_000,
        _ => 1,
    };
    match (small, large) {
        (1, 1) => None,
        (_, 1) => Some((small, j)),
        _ => Some((small * large, after + 1)),
    }
}

/// Reads 割, 分 and 厘 behind a whole number: 7割8分5厘 are 7.85 割, and 5分3厘 are 0.53. 8分 alone may be minutes.
pub(super) fn tenths(s: &[char], value: Decimal, i: usize) -> Option<(Decimal, usize)> {
    let share = |i: usize, name: char, scale: u32| {
        let digit = s.get(i)?.to_digit(10).filter(|digit| *digit > 0)?;
        let is_it = s.get(i + 1) == Some(&name);
        is_it.then(|| (Decimal::new(i64::from(digit), scale), i + 2))
    };
    let is_small = value.scale() == 0 && value.abs() <= Decimal::TEN;
    let (whole, mut end, digits) = match s.get(i).filter(|_| is_small)? {
        '割' => (value, i + 1, [('分', 1), ('厘', 2)]),
        '分' => (
            quotient(value, Decimal::TEN)?,
            i + 1,
            [('厘', 2), ('毛', 3)],
        ),
        _ => return None,
    };
    let mut small = Decimal::ZERO;
    for (name, scale) in digits {
        if let Some((part, after)) = share(end, name, scale) {
            small = sum(small, part)?;
            end = after;
        }
    }
    let value = match value.is_sign_negative() {
        true => difference(whole, small)?,
        false => sum(whole, small)?,
    };
    (!small.is_zero()).then_some((value, end))
}

/// Reads an unsigned number at `i`. One part keeps its magnitude for the unit (65.4|万人); several are added up
/// (2億396万|円), each smaller than the magnitude before it.
pub(super) fn amount(s: &[char], i: usize) -> Option<PrintedAmount> {
    if let Some(end) = zero(s, i) {
        return Some(PrintedAmount {
            value: Decimal::ZERO,
            parts: false,
            end,
        });
    }
    let (first, mut end) = digits(s, i)?;
    let mut total = Decimal::ZERO;
    let mut part = first;
    let mut ceiling: Option<u64> = None;
    let mut parts = false;
    let mut apart = false;
    loop {
        let scale = magnitude(s, skip_spaces(s, end));
        let next = scale.map(|(_, after)| skip_spaces(s, after));
        let more = next.is_some_and(|n| digit_at(s, n));
        if !more && !parts {
            return Some(PrintedAmount {
                value: first,
                parts,
                end,
            });
        }
        let (size, after) = scale.unwrap_or((1, end));
        let worth = product(part, Decimal::from(size))?;
        if part.scale() > 0 || ceiling.is_some_and(|c| worth >= Decimal::from(c)) {
            return None;
        }
        total = sum(total, worth)?;
        ceiling = Some(size);
        parts = true;
        end = after;
        apart |= next.is_some_and(|n| n > after) && more;
        if !more {
            // 3億 5万 may be two numbers, 2億 396万円 is one.
            if apart && end == s.len() {
                return None;
            }
            return Some(PrintedAmount {
                value: total,
                parts,
                end,
            });
        }
        (part, end) = digits(s, next.unwrap_or(after))?;
    }
}

/// Reads ゼロ as 0, unless it is the first half of another word.
fn zero(s: &[char], i: usize) -> Option<usize> {
    let end = word(s, i, "ゼロ")?;
    let next = s.get(end).copied().unwrap_or(' ');
    let apart = !next.is_alphanumeric() && next != 'ー';
    (apart || "をにの件人社回名棟戸維達".contains(next)).then_some(end)
}

/// Reads a sign before a number at `i`: true for minus, and the position after it. Not a sign: ±, and a sign before
/// anything but a number.
pub(super) fn sign(s: &[char], i: usize) -> Option<(bool, usize)> {
    let (minus, end) = match s.get(i)? {
        '△' | '▲' => (true, skip_spaces(s, i + 1)),
        '-' => (true, i + 1),
        '+' => (false, skip_spaces(s, i + 1)),
        'マ' => (true, skip_spaces(s, word(s, i, "マイナス")?)),
        'プ' => (false, skip_spaces(s, word(s, i, "プラス")?)),
        _ => return None,
    };
    digit_at(s, end).then_some((minus, end))
}

/// True if a number, signed or not, starts at `i`.
pub(super) fn starts(s: &[char], i: usize) -> bool {
    digit_at(s, i) || sign(s, i).is_some() || zero(s, i).is_some()
}

/// Reads a number with its sign at `i`.
pub(super) fn signed(s: &[char], i: usize) -> Option<PrintedAmount> {
    let (minus, start) = sign(s, i).unwrap_or((false, i));
    let mut amount = amount(s, start)?;
    if minus {
        amount.value = -amount.value;
    }
    Some(amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::lexer::scan;

    fn whole(text: &str) -> Option<String> {
        let s = scan(text);
        signed(&s, 0).map(|a| a.value.to_string())
    }

    #[test]
    fn numbers_as_printed() {
        for (text, value) in [
            ("0", "0"),
            ("1.20", "1.20"),
            ("９,４９９,０００", "9499000"),
            ("△40", "-40"),
            ("▲ 0.8", "-0.8"),
            ("－6.4", "-6.4"),
            ("＋11.2", "11.2"),
            ("マイナス3", "-3"),
            ("2億396万円", "203960000"),
            ("△1億2千万円", "-120000000"),
            ("279兆3,625億92百 万円", "279362592000000"),
            ("3兆7千億円台", "3700000000000"),
            ("3万5,000人", "35000"),
            ("65.4万人", "65.4"),
            ("427憶円", "427"),
            ("ゼロ", "0"),
        ] {
            assert_eq!(whole(text).as_deref(), Some(value), "{text}");
        }
        for text in [
            "",
            "1,86",
            "1,2345",
            "12345,678",
            "1.2.3",
            "4億3,0000万円",
            "2億12345万円",
            "1.5億300万円",
            "007",
            "- 40",
            "±5",
            "ゼロカーボン",
            "99999999999999999999999999999999",
            "0.99999999999999999999999999999999",
            "9999999999999999999999999999兆1億",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
