//! 全国地方公共団体コード.

use strategy::half_width;

/// Returns the sixth digit for five: 11 − (Σ digit × 6…2 mod 11), its last place (総務省, 全国地方公共団体
/// コード); `None`: not five digits.
pub fn check_digit(head: &str) -> Option<u32> {
    let digits: Option<Vec<u32>> = head.chars().map(|c| c.to_digit(10)).collect();
    let digits = digits.filter(|digits| digits.len() == 5)?;
    let weighed = digits.iter().zip([6, 5, 4, 3, 2]);
    let sum: u32 = weighed.map(|(digit, weight)| digit * weight).sum();
    Some((11 - sum % 11) % 10)
}

/// True if a code has six digits and the sixth is its check digit.
pub fn code_holds(code: &str) -> bool {
    let mut digits = code.chars();
    let last = digits.next_back().and_then(|c| c.to_digit(10));
    last.is_some() && check_digit(digits.as_str()) == last
}

/// Returns the codes of five digits that a printed code may mean (R30): of six digits the one before its check digit; of four
/// the one that lost its zero; of five the one that stands there, and the one of six digits that lost its zero: 12360 is of
/// 千葉県, or 012360 of 北海道. Empty: it is no code of a municipality.
pub fn code_meanings(code: &str) -> Vec<String> {
    let digits = half_width(code.trim());
    let with_zero = ["0", &*digits].concat();
    let without_check = |six: &str| code_holds(six).then(|| six[..5].to_owned());
    let all = match digits.len() {
        4 => [Some(with_zero), None],
        5 => [Some(digits.to_string()), without_check(&with_zero)],
        6 => [without_check(&digits), None],
        _ => [None, None],
    };
    all.into_iter()
        .flatten()
        .filter(|five| is_area(five))
        .collect()
}

/// True if five digits begin with the two of a prefecture.
fn is_area(five: &str) -> bool {
    let is_of_digits = five.bytes().all(|byte| byte.is_ascii_digit());
    let head = five.get(..2).and_then(|head| head.parse::<u8>().ok());
    is_of_digits && head.is_some_and(|head| (1..=47).contains(&head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_ends_in_its_check_digit() {
        for code in ["011002", "112330", "012360", "131016", "122068"] {
            assert!(code_holds(code), "{code}");
        }
        for code in ["", "01100", "011003", "０１１００２x", "0110022", "abcdef"] {
            assert!(!code_holds(code), "{code}");
        }
    }

    #[test]
    fn r30_a_code_of_five_digits_may_mean_two_municipalities() {
        for (code, meanings) in [
            ("012360", &["01236"][..]),
            ("01236", &["01236"]),
            ("1236", &["01236"]),
            ("12360", &["12360", "01236"]),
            ("１２３６０", &["12360", "01236"]),
            ("12361", &["12361"]),
            ("012361", &[]),
            ("99999", &[]),
            ("北斗市", &[]),
            ("", &[]),
        ] {
            assert_eq!(code_meanings(code), meanings, "{code}");
        }
    }
}
