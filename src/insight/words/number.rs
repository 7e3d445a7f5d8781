//! Numbers in words.

use rust_decimal::{Decimal, RoundingStrategy};

/// 272,000, 1.20, △40: digits as they are, commas, minus as △. More than six decimals are rounded to two.
pub fn figures(value: Decimal) -> String {
    let value = match value.scale() {
        0..=6 => value,
        _ => value
            .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
            .normalize(),
    };
    let digits = value.abs().to_string();
    let (whole, rest) = match digits.find('.') {
        Some(point) => digits.split_at(point),
        None => (digits.as_str(), ""),
    };
    let mut out = String::with_capacity(digits.len() + 8);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('△');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(rest);
    out
}

/// 272,000人; percent signs in full width.
pub fn amount(value: Decimal, unit: &str) -> String {
    let unit = if unit == "%" { "％" } else { unit };
    figures(value) + unit
}

/// △77.5％: one decimal, none where it is zero. What is not quite 100 never reads as 100.
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
    figures(shown) + "％"
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
