//! Arithmetic on decimals, compiled once: rust_decimal compiles its own into every place that calls it, up to 1 KB
//! each. A result with too many digits and a division that is not possible give `None`.
#![allow(clippy::disallowed_methods)]

use rust_decimal::Decimal;

/// `a` + `b`.
#[inline(never)]
pub fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_add(b)
}

/// `a` − `b`.
#[inline(never)]
pub fn difference(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_sub(b)
}

/// `a` × `b`.
#[inline(never)]
pub fn product(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}

/// `a` ÷ `b`.
#[inline(never)]
pub fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_div(b)
}

/// Reads a number with all its digits: `12.50`, `-3`, `1.2e3`. `None`: the text is no number, or has more digits than fit.
#[inline(never)]
pub fn exact(text: &str) -> Option<Decimal> {
    let (plain, power) = match text.split_once(['e', 'E']) {
        Some((plain, power)) => (plain, power.parse().ok()?),
        None => (text, 0i32),
    };
    let digits = plain.strip_prefix(['-', '+']).unwrap_or(plain);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let mut mantissa: i128 = 0;
    for digit in whole.chars().chain(part.chars()) {
        let digit = digit.to_digit(10)?;
        mantissa = mantissa.checked_mul(10)?.checked_add(digit.into())?;
    }
    let scale = i32::try_from(part.len()).ok()?.checked_sub(power)?;
    if mantissa != 0 && scale < 0 {
        mantissa = mantissa.checked_mul(10i128.checked_pow(scale.unsigned_abs())?)?;
    }
    let mut value =
        Decimal::try_from_i128_with_scale(mantissa, scale.max(0).unsigned_abs()).ok()?;
    value.set_sign_negative(plain.starts_with('-') && mantissa != 0);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of_rust_decimal(text: &str) -> Option<Decimal> {
        let exact = Decimal::from_str_exact(text);
        exact.or_else(|_| Decimal::from_scientific(text)).ok()
    }

    fn shown(value: Option<Decimal>) -> Option<String> {
        value.map(|value| format!("{value} {}", value.is_sign_negative()))
    }

    #[test]
    fn numbers_are_read_with_all_their_digits_or_not_at_all() {
        for (text, value) in [
            ("12.50", Some("12.50")),
            ("-3", Some("-3")),
            ("+3", Some("3")),
            ("0", Some("0")),
            ("-0.0", Some("0.0")),
            ("1.2e3", Some("1200")),
            ("12e-1", Some("1.2")),
            ("0e999999999", Some("0")),
            (
                "79228162514264337593543950335",
                Some("79228162514264337593543950335"),
            ),
            ("79228162514264337593543950336", None),
            ("0.00000000000000000000000000001", None),
            ("1e29", None),
            ("1e-2147483648", None),
            ("", None),
            ("-", None),
            (".", None),
            ("--1", None),
            ("1,000", None),
            ("１", None),
            ("1.2.3", None),
            ("e3", None),
            ("1e", None),
        ] {
            assert_eq!(
                exact(text).map(|value| value.to_string()).as_deref(),
                value,
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_rust_decimal_reads_them(
            text in "[+-]?[0-9]{1,30}(\\.[0-9]{0,30})?",
            power in proptest::option::of(-30i32..30),
        ) {
            prop_assert_eq!(shown(exact(&text)), shown(of_rust_decimal(&text)));
            // With a power, rust_decimal rounds a base with too many digits.
            if let (Some(power), true) = (power, exact(&text).is_some()) {
                let text = format!("{text}e{power}");
                prop_assert_eq!(shown(exact(&text)), shown(of_rust_decimal(&text)));
            }
        }

        #[test]
        fn other_texts_are_no_numbers(text in "[0-9.eE+\\-]{0,8}") {
            let read = shown(exact(&text));
            prop_assert!(read.is_none() || read == shown(of_rust_decimal(&text)), "{}", text);
        }
    }
}
