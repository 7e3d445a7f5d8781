//! 年度, as Japanese offices write it: in 和暦 or in western years.

use super::half_width::half_width;

/// 年度: from 1 April of this western year to 31 March of the next. 令和元年度 = 2019. A file may hold any year from
/// 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub i32);

/// 元号: name, letter, and western year of the first year.
const ERAS: [(&str, char, i32); 5] = [
    ("令和", 'R', 2019),
    ("平成", 'H', 1989),
    ("昭和", 'S', 1926),
    ("大正", 'T', 1912),
    ("明治", 'M', 1868),
];

impl FiscalYear {
    /// Returns the 和暦 in full: 令和6, 令和元. Years before 1868 print in western form.
    pub fn wareki(self) -> String {
        match self.era() {
            Some((name, _, 1)) => format!("{name}元"),
            Some((name, _, n)) => format!("{name}{n}"),
            None => self.0.to_string(),
        }
    }

    /// Returns 令和6年度, the form in plans, file names and histories, whatever the language and style of the device.
    pub fn in_plan(self) -> String {
        self.wareki() + "年度"
    }

    /// Returns the 和暦 abbreviated: R6, H30, R1.
    pub fn wareki_short(self) -> String {
        match self.era() {
            Some((_, letter, n)) => format!("{letter}{n}"),
            None => self.0.to_string(),
        }
    }

    /// Returns the 元号, its letter, and the number of this year in it; `None` before 1868.
    pub fn era(self) -> Option<(&'static str, char, i32)> {
        ERAS.iter()
            .find(|(_, _, first)| self.0 >= *first)
            .map(|&(name, letter, first)| (name, letter, self.0 - first + 1))
    }

    /// Reads 令和6年度, 令和元, R6, Ｒ６年度, 平成32年度 (2020), H31 (2019), 2024, 2024年度, 令和6(2024)年度, FY2024
    /// and FY R6. Returns `None` for a text that names no year, or two different ones.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = half_width(text);
        let rest = plain
            .trim()
            .trim_end_matches('度')
            .trim_end_matches('年')
            .trim();
        let (head, aside) = match rest.split_once('(') {
            Some((head, tail)) => (head, Some(tail.strip_suffix(')')?)),
            None => (rest, None),
        };
        let year = Self::parse_one(head)?;
        match aside.map(Self::parse_one) {
            None => Some(year),
            Some(other) => (other == Some(year)).then_some(year),
        }
    }

    fn parse_one(text: &str) -> Option<Self> {
        let text = text
            .trim()
            .trim_start_matches("FY")
            .trim()
            .trim_end_matches('度')
            .trim_end_matches('年')
            .trim();
        for (name, letter, first) in ERAS {
            let after = text
                .strip_prefix(name)
                .or_else(|| text.strip_prefix(letter))
                .or_else(|| text.strip_prefix(letter.to_ascii_lowercase()))
                .or_else(|| short_era(text, name));
            if let Some(n) = after {
                let n = n.trim().trim_start_matches('.');
                let n: i32 = if n == "元" { 1 } else { digits(n)? };
                return (1..=150).contains(&n).then_some(Self(first + n - 1));
            }
        }
        (text.len() == 4)
            .then(|| digits(text))
            .flatten()
            .filter(|y| (1868..=2200).contains(y))
            .map(Self)
    }

    /// Returns the year after.
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Returns the year before.
    pub const fn previous(self) -> Self {
        Self(self.0 - 1)
    }
}

/// Returns the year behind the first letter of an era: 令6, 平30, 昭60.
fn short_era<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let first = name.chars().next().filter(|c| "令平昭".contains(*c))?;
    let year = text.strip_prefix(first)?;
    year.starts_with(|c: char| c.is_ascii_digit() || c == '元')
        .then_some(year)
}

/// Reads a whole number of digits alone.
pub(super) fn digits(text: &str) -> Option<i32> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_years_in_every_style() {
        for (text, year) in [
            ("令和元年度", 2019),
            ("令和６年度", 2024),
            ("R6", 2024),
            ("Ｒ６年度", 2024),
            ("r6", 2024),
            ("平成32年度", 2020),
            ("平成72年", 2060),
            ("H31", 2019),
            ("H30", 2018),
            ("2024", 2024),
            ("2024年度", 2024),
            ("令和5(2023)年度", 2023),
            ("2023（令和５）", 2023),
            ("昭和64年", 1989),
            ("令和 元 年度", 2019),
            ("S55", 1980),
            ("令6", 2024),
            ("平30年度", 2018),
            ("令元", 2019),
            ("FY2024", 2024),
            ("FY2024 (R6)", 2024),
            ("FY R6", 2024),
        ] {
            assert_eq!(FiscalYear::parse(text), Some(FiscalYear(year)), "{text}");
        }
        for text in [
            "",
            "令和",
            "R0",
            "24",
            "令和5(2022)年度",
            "令和5(2023)から",
            "R6.3",
            "令和x年",
            "20240",
            "約2024",
        ] {
            assert_eq!(FiscalYear::parse(text), None, "{text}");
        }
        for year in 1868..2100 {
            let year = FiscalYear(year);
            assert_eq!(FiscalYear::parse(&year.wareki()), Some(year));
            assert_eq!(FiscalYear::parse(&year.wareki_short()), Some(year));
        }
        assert_eq!(FiscalYear(2019).wareki(), "令和元");
    }
}
