//! Reading a typed cell of money.

use rust_decimal::Decimal;

use crate::Refusal;
use strategy::arithmetic::{exact, product};
use strategy::{Money, half_width};

/// Units of money in 円, the longer names before those they end with.
const UNITS: [(&str, i64); 7] = [
    ("兆", 1_000_000_000_000),
    ("億", 100_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("万", 10_000),
    ("千円", 1_000),
    ("円", 1),
];

/// Reads a typed cell: 1,234 (in 千円), 1,234千円, 1億2,000万円, ¥5,000, △5, or a dash. Empty text is
/// no entry. What is no amount, or has a part below 千円, is refused (E20).
pub fn read_money(text: &str) -> Result<Option<Money>, Refusal> {
    let typed = text.trim();
    match typed {
        "" => return Ok(None),
        "-" | "－" | "―" | "−" | "‐" | "–" | "ー" | "—" => {
            return Ok(Some(Money::Blank(typed.to_owned())));
        }
        _ => {}
    }
    let plain = together(&half_width(typed)).ok_or_else(|| not_money(typed))?;
    let (below_zero, rest) = match plain.strip_prefix(['△', '▲', '-', '−']) {
        Some(rest) => (true, rest),
        None => (false, plain.as_str()),
    };
    let yen = match rest.strip_prefix(['¥', '￥']) {
        Some(number) => yen_alone(number.strip_suffix('円').unwrap_or(number)),
        None => yen_of(rest),
    };
    let yen = yen.ok_or_else(|| not_money(typed))?;
    let thousands = yen / Decimal::ONE_THOUSAND;
    if !thousands.is_integer() {
        return Err(Refusal::BelowThousand(typed.to_owned()));
    }
    let amount = i64::try_from(thousands).map_err(|_| not_money(typed))?;
    Ok(Some(Money::Thousand(if below_zero {
        -amount
    } else {
        amount
    })))
}

fn not_money(typed: &str) -> Refusal {
    Refusal::NotMoney(typed.chars().take(40).collect())
}

/// The text without its spaces; `None` where a space parts two figures.
fn together(text: &str) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut all = String::with_capacity(text.len());
    for piece in text.split_whitespace() {
        if all.ends_with(is_digit) && piece.starts_with(is_digit) {
            return None;
        }
        all.push_str(piece);
    }
    Some(all)
}

fn yen_alone(digits: &str) -> Option<Decimal> {
    times(number_of(digits)?, 1)
}

/// 1億2,000万円 in 円; a number alone is 千円.
fn yen_of(text: &str) -> Option<Decimal> {
    let mut rest = text;
    let mut sum = Decimal::ZERO;
    let mut below = i64::MAX;
    loop {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
        let (digits, tail) = rest.split_at(end.unwrap_or(rest.len()));
        let number = number_of(digits)?;
        if tail.is_empty() {
            return times(number, 1_000).filter(|_| below == i64::MAX);
        }
        let fits = |(name, _): &&(&str, i64)| tail.starts_with(name);
        let (name, yen) = *UNITS.iter().find(fits)?;
        // 億 then 万 then 千円: never up, never twice.
        if yen >= below {
            return None;
        }
        below = yen;
        sum += times(number, yen)?;
        rest = &tail[name.len()..];
        if rest.is_empty() || rest == "円" && !name.ends_with('円') {
            return Some(sum);
        }
    }
}

/// Digits with commas every three, or none at all, and perhaps a fraction of up to six digits.
fn number_of(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|group| is_number(group))?;
    let fits = (first.len() <= 3 || !whole.contains(','))
        && groups.all(|group| group.len() == 3 && is_number(group))
        && is_number(fraction)
        && fraction.len() <= 6;
    let number = exact(&text.replace(',', ""))?;
    fits.then_some(number)
}

/// Multiplies a number by its unit; `None` if the amount is too large to be added up exactly.
fn times(number: Decimal, unit: i64) -> Option<Decimal> {
    let limit = Decimal::from(10_000_000_000_000_000_000_000_i128);
    product(number, unit.into()).filter(|yen| *yen < limit)
}
