//! 全国地方公共団体コード.

/// Returns the sixth digit for five: 11 − (Σ digit × 6…2 mod 11), its last place; `None`: not five digits.
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
}
