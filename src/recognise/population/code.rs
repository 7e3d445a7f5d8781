//! 全国地方公共団体コード, and the sheet of a workbook that is of a municipality.

use strategy::half_width;

/// A municipality as a plan names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Municipality {
    /// Its code without the check digit: five digits; `None`: the plan has none that can be read.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
}

/// 福島県「浜通り地域」: its 13 municipalities are projected as one area, so that none has a sheet of its own.
const COAST: [&str; 13] = [
    "07204", "07209", "07212", "07541", "07542", "07543", "07544", "07545", "07546", "07547",
    "07548", "07561", "07564",
];

/// True for the municipalities of 福島県浜通り, which have no projection of their own.
pub fn is_without_projection(code: &str) -> bool {
    COAST.contains(&code)
}

/// Reads a code of six digits, the last a check digit, or of five without it; of four, if a program dropped the leading
/// zero. Returns its five digits; `None`: it is no code.
///
/// The check digit is `(11 − (6a + 5b + 4c + 3d + 2e) mod 11) mod 10` (総務省, 全国地方公共団体コード).
pub fn municipality(text: &str) -> Option<String> {
    let digits = half_width(text.trim());
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        4 => Some(format!("0{digits}")),
        5 => Some(digits),
        6 => {
            let mut values = digits.bytes().map(|byte| u32::from(byte - b'0'));
            let sum: u32 = [6, 5, 4, 3, 2]
                .iter()
                .zip(&mut values)
                .map(|(w, v)| w * v)
                .sum();
            let check = (11 - sum % 11) % 10;
            (values.next() == Some(check)).then(|| digits[..5].to_owned())
        }
        _ => None,
    }
}

impl Municipality {
    /// That of a plan.
    pub fn of(town: &strategy::Town) -> Self {
        Self {
            code: municipality(&town.code),
            name: town.name.trim().to_owned(),
        }
    }

    /// True if a sheet is of it: by its code, or, without one, by its name. A sheet is known by its title (`1100_札幌市`) and
    /// its first words (`1100　札幌市`).
    pub fn is_of(&self, title: &str, first: &str) -> bool {
        let mut words = title.split('_').chain(first.split(['　', ' ']));
        match &self.code {
            Some(code) => words.any(|word| municipality(word).as_ref() == Some(code)),
            None => !self.name.is_empty() && words.any(|word| word.trim() == self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_five_and_six_digits_and_without_their_zero_are_one() {
        for text in ["011002", "01100", "1100", "０１１００２", " 011002 "] {
            assert_eq!(municipality(text).as_deref(), Some("01100"), "{text}");
        }
        for text in ["011003", "札幌市", "", "110", "0110021"] {
            assert_eq!(municipality(text), None, "{text}");
        }
        assert_eq!(municipality("433641").as_deref(), Some("43364"));
    }

    #[test]
    fn a_sheet_is_known_by_its_code_and_never_by_a_name_beside_another_code() {
        let town = |code: &str, name: &str| Municipality {
            code: municipality(code),
            name: name.to_owned(),
        };
        assert!(town("01236", "北斗市").is_of("1236_北斗市", ""));
        assert!(town("012360", "北斗市").is_of("シート1", "男女・年齢別人口　1236　北斗市"));
        assert!(!town("01236", "北斗市").is_of("1235_北斗市", ""));
        assert!(town("", "北斗市").is_of("1236_北斗市", ""));
        assert!(!town("", "北斗").is_of("1236_北斗市", ""));
        assert!(!town("", "").is_of("1236_", ""));
    }

    #[test]
    fn the_coast_of_fukushima_has_thirteen_municipalities() {
        assert!(is_without_projection("07546") && !is_without_projection("07201"));
        assert!(COAST.iter().all(|code| municipality(code).is_some()));
    }
}
