//! 全国地方公共団体コード in a column: five digits or six, with or without their leading zero. One cell alone does not say
//! which (12360 may be 012360 or a code of 千葉県); the check digits of the whole column do.

use std::collections::BTreeSet;

use crate::population::municipality;
use strategy::half_width;

/// The form of the codes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeForm {
    /// Six digits; a cell of five lost its leading zero.
    Six,
    /// Six digits; cells of five are of another form and are left out.
    SixAlone,
    /// Five digits; a cell of four lost its leading zero.
    Five,
    /// Cells of five digits that may be either.
    Unsure,
}

/// A cell that begins with a code: its digits, and the name that follows in the same cell.
pub fn code_cell(text: &str) -> Option<(String, String)> {
    let plain = half_width(text.trim());
    let plain = plain.trim_start_matches('\'');
    let end = plain.find(|c: char| !c.is_ascii_digit());
    let (digits, rest) = plain.split_at(end.unwrap_or(plain.len()));
    // 01236-0: the check digit behind a mark.
    if let Some(check) = rest.strip_prefix('-').filter(|_| digits.len() == 5) {
        let is_digit = check.len() == 1 && check.bytes().all(|byte| byte.is_ascii_digit());
        return is_digit.then(|| ([digits, check].concat(), String::new()));
    }
    if !(4..=6).contains(&digits.len()) {
        return None;
    }
    let name = match rest {
        "" | ".0" => "",
        rest if rest.starts_with([' ', '_', ':', '：']) => {
            rest.trim_matches([' ', '_', ':', '：'])
        }
        rest if is_name(rest) => rest,
        _ => return None,
    };
    (name.is_empty() || is_name(name)).then(|| (digits.to_owned(), name.to_owned()))
}

/// True if a text may be the name of a municipality.
pub fn is_name(text: &str) -> bool {
    let plain = text.trim();
    let has_digit = plain.chars().any(|c| c.is_numeric());
    let is_head = plain
        .chars()
        .all(|c| matches!(c, '市' | '区' | '町' | '村' | '特' | '別'));
    !is_head && !has_digit && plain.ends_with(['市', '区', '町', '村'])
}

/// The five digits that a cell means in a column of a form; `None`: it is no code of it.
pub fn five_digits(digits: &str, form: CodeForm) -> Option<String> {
    let six = |digits: &str| {
        let code = municipality(digits)?;
        is_area(&code).then_some(code)
    };
    match (form, digits.len()) {
        (CodeForm::Six | CodeForm::SixAlone, 6) => six(digits),
        (CodeForm::Six, 5) => six(&["0", digits].concat()),
        (CodeForm::Five, 5) => is_area(digits).then(|| digits.to_owned()),
        (CodeForm::Five, 4) => Some(["0", digits].concat()).filter(|code| is_area(code)),
        _ => None,
    }
}

/// True if the first two digits are those of a prefecture, or of the whole country.
fn is_area(code: &str) -> bool {
    let prefecture = code.get(..2).and_then(|head| head.parse::<u8>().ok());
    prefecture.is_some_and(|head| (1..=47).contains(&head) || code.starts_with("00000"))
}

/// Judges a column by all its different cells; `None`: it holds no codes.
pub fn form_of(cells: &BTreeSet<String>) -> Option<CodeForm> {
    let count = |length: usize, holds: &dyn Fn(&str) -> bool| {
        let cells = cells.iter().filter(|digits| digits.len() == length);
        cells.filter(|digits| holds(digits)).count()
    };
    let all = |length| count(length, &|_| true);
    let six = |digits: &str| five_digits(digits, CodeForm::Six).is_some();
    let five = |digits: &str| five_digits(digits, CodeForm::Five).is_some();
    let most = |some: usize, of: usize| some * 10 >= of * 9;
    if all(6) > 0 {
        let (sixes, short) = (count(6, &six), count(5, &six));
        if all(4) > 0 || !most(sixes, all(6)) {
            return None;
        }
        let is_short_of_six = most(short, all(5));
        return Some(match is_short_of_six {
            true => CodeForm::Six,
            false => CodeForm::SixAlone,
        });
    }
    let years = count(4, &|digits| ("1900"..="2200").contains(&digits));
    if all(5) == 0 && years == all(4) {
        return None;
    }
    let fives = count(5, &five) + count(4, &five);
    let (short, of) = (count(5, &six), all(5));
    if all(4) > 0 || short * 2 <= of {
        return most(fives, of + all(4)).then_some(CodeForm::Five);
    }
    let is_certain = short == of && of >= 4;
    Some(match is_certain {
        true => CodeForm::Six,
        false => CodeForm::Unsure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(cells: &[&str]) -> Option<CodeForm> {
        form_of(&cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn the_check_digits_of_a_column_say_its_form() {
        assert_eq!(form(&["011002", "012025", "012360"]), Some(CodeForm::Six));
        assert_eq!(
            form(&["11002", "12025", "12360", "12033"]),
            Some(CodeForm::Six)
        );
        assert_eq!(form(&["11002", "122068", "12360"]), Some(CodeForm::Six));
        assert_eq!(form(&["01100", "01202", "01236"]), Some(CodeForm::Five));
        assert_eq!(form(&["1100", "1202", "43364"]), Some(CodeForm::Five));
        assert_eq!(
            form(&["12100", "12202", "12203", "12236"]),
            Some(CodeForm::Five)
        );
        assert_eq!(form(&["12360"]), Some(CodeForm::Unsure));
        assert_eq!(form(&["43364"]), Some(CodeForm::Five));
        assert_eq!(form(&["122068", "12361"]), Some(CodeForm::SixAlone));
        assert_eq!(form(&["253412", "198231", "120034"]), None);
    }

    #[test]
    fn a_cell_is_a_code_alone_or_with_the_name() {
        let found = |digits: &str, name: &str| Some((digits.to_owned(), name.to_owned()));
        assert_eq!(code_cell("０１２３６０"), found("012360", ""));
        assert_eq!(code_cell("01236 北斗市"), found("01236", "北斗市"));
        assert_eq!(code_cell("1236_北斗市"), found("1236", "北斗市"));
        assert_eq!(code_cell("01236北斗市"), found("01236", "北斗市"));
        assert_eq!(code_cell("01236-0"), found("012360", ""));
        for text in [
            "北斗市",
            "123",
            "1234567",
            "12,360",
            "12360人",
            "2020年",
            "12360.5",
            "2020-10-01",
        ] {
            assert_eq!(code_cell(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_that_is_no_area_or_has_a_wrong_check_digit_is_none() {
        assert_eq!(
            five_digits("012360", CodeForm::Six).as_deref(),
            Some("01236")
        );
        assert_eq!(
            five_digits("12360", CodeForm::Six).as_deref(),
            Some("01236")
        );
        assert_eq!(
            five_digits("12360", CodeForm::Five).as_deref(),
            Some("12360")
        );
        assert_eq!(
            five_digits("1236", CodeForm::Five).as_deref(),
            Some("01236")
        );
        assert_eq!(five_digits("12360", CodeForm::SixAlone), None);
        assert_eq!(five_digits("012361", CodeForm::Six), None);
        assert_eq!(five_digits("99999", CodeForm::Five), None);
    }
}
