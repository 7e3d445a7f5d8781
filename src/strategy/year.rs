//! Years as Japanese offices write them: 年度, 和暦, a point in time, the ten-day 旬, a plan's period.

use std::borrow::Cow;
use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use super::record::schema::Defs;
use super::record::{Fault, Held, Token, Value, described, text, through_text, whole, words};

/// 年度: from 1 April of this western year to 31 March of the next. 令和元年度 = 2019.
/// A file may say any year from 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub i32);

impl Value for FiscalYear {
    fn blank() -> Self {
        Self(1)
    }

    fn expected(&self) -> Cow<'static, str> {
        self.0.expected()
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        self.0.take(token)
    }

    fn held(&self) -> Held<'_> {
        Held::Year(*self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut Defs) -> serde_json::Value {
        let about = "年度: from 1 April of this western year to 31 March of the next.";
        defs.named("FiscalYear", about, i32::schema)
    }
}

through_text!(FiscalYear);

/// A month of the year, 1 to 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub u8);

impl Value for Month {
    fn blank() -> Self {
        Self(1)
    }

    fn expected(&self) -> Cow<'static, str> {
        "1から12までの整数".into()
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        let month = whole(token)?
            .try_into()
            .ok()
            .filter(|month| (1..=12).contains(month));
        self.0 = month.ok_or(Fault::Kind)?;
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        self.0.held()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut Defs) -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 1, "maximum": 12 })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// 元号: name, letter, western year of its first year.
const ERAS: [(&str, char, i32); 5] = [
    ("令和", 'R', 2019),
    ("平成", 'H', 1989),
    ("昭和", 'S', 1926),
    ("大正", 'T', 1912),
    ("明治", 'M', 1868),
];

impl FiscalYear {
    /// 和暦 in full: 令和6, 令和元. Years before 1868 print in western form.
    pub fn wareki(self) -> String {
        match self.era() {
            Some((name, _, 1)) => format!("{name}元"),
            Some((name, _, n)) => format!("{name}{n}"),
            None => self.0.to_string(),
        }
    }

    /// 和暦 abbreviated: R6, H30, R1.
    pub fn short(self) -> String {
        match self.era() {
            Some((_, letter, n)) => format!("{letter}{n}"),
            None => self.0.to_string(),
        }
    }

    fn era(self) -> Option<(&'static str, char, i32)> {
        ERAS.iter()
            .find(|(_, _, first)| self.0 >= *first)
            .map(|&(name, letter, first)| (name, letter, self.0 - first + 1))
    }

    /// Reads 令和6年度, 令和元, R6, Ｒ６年度, 平成32年度 (2020), H31 (2019), 2024, 2024年度, 令和6(2024)年度.
    /// A text that names no year, or two different ones, is `None`.
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
            .trim_end_matches('度')
            .trim_end_matches('年')
            .trim();
        for (name, letter, first) in ERAS {
            let after = text
                .strip_prefix(name)
                .or_else(|| text.strip_prefix(letter))
                .or_else(|| text.strip_prefix(letter.to_ascii_lowercase()));
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

    /// The year after.
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The year before.
    pub const fn previous(self) -> Self {
        Self(self.0 - 1)
    }
}

fn digits(text: &str) -> Option<i32> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// The text with full-width letters, digits and signs (！ to ～) and the wide space made half-width.
pub fn half_width(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// One character of [`half_width`].
pub(super) fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

impl fmt::Display for FiscalYear {
    /// 令和6年度
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}年度", self.wareki())
    }
}

described! {
    /// 計画期間: first and last fiscal year, both included.
    #[derive(Copy, Eq, Hash)]
    pub struct Period {
        /// The first year of the plan.
        Must Open first: FiscalYear as "初年度" with When,
        /// The last year of the plan.
        Must Open last: FiscalYear as "最終年度" with When,
    }
    told |period| format!("{}～{}", period.first, period.last)
}

impl Period {
    /// Number of years, both ends included; 0 when the ends are the wrong way round.
    pub fn len(self) -> usize {
        (self.last.0 - self.first.0 + 1).clamp(0, 200) as usize
    }

    /// Whether the ends are the wrong way round.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Every year of the period, in order.
    pub fn years(self) -> impl DoubleEndedIterator<Item = FiscalYear> + Clone {
        (self.first.0..self.first.0 + self.len() as i32).map(FiscalYear)
    }

    /// Whether the year lies in the period.
    pub fn contains(self, year: FiscalYear) -> bool {
        self.first <= year && year <= self.last
    }
}

/// 時点: when a figure was taken, kept as printed (`H30`, `2022年4月`, `R4年度`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct At(pub String);

text!(At);

impl At {
    /// The fiscal year meant. A calendar year stands for the fiscal year of the same number; a year and month
    /// (`R5.2`, `2022年4月1日`) for the fiscal year that month falls in; a year without its era (`5年度`), up to 12,
    /// for 令和. A stretch of years is none.
    pub fn year(&self) -> Option<FiscalYear> {
        point(half_width(&self.0).trim())
    }

    /// The first and last fiscal year meant, of a stretch (`2021~2026年度`, `R4～7`, `H27-R1`) or a point.
    pub fn years(&self) -> Option<Period> {
        let plain = half_width(&self.0).replace('〜', "~");
        if let Some(year) = point(plain.trim()) {
            return Some(Period {
                first: year,
                last: year,
            });
        }
        let (from, to) = ["~", "から", "-"]
            .iter()
            .find_map(|mark| plain.split_once(mark))?;
        let (from, to) = (from.trim(), to.trim());
        let first = point(from)?;
        // 2026~29 and R4~7 leave out what the years share.
        let shared = match from.find(|c: char| c.is_ascii_digit()) {
            Some(0) => from.get(..2)?,
            Some(digit) => &from[..digit],
            None => "",
        };
        let short = to.starts_with(|c: char| c.is_ascii_digit()) && !to.starts_with("20");
        let last = if short {
            FiscalYear::parse(&[shared, to].concat())?
        } else {
            point(to)?
        };
        (first <= last).then_some(Period { first, last })
    }
}

/// The fiscal year of one point in time, in half-width.
fn point(text: &str) -> Option<FiscalYear> {
    if let Some(year) = FiscalYear::parse(text) {
        return Some(year);
    }
    let number = text.trim_end_matches('度').strip_suffix('年');
    if let Some(n) = number.and_then(|n| if n == "元" { Some(1) } else { digits(n) }) {
        return (1..=12).contains(&n).then_some(FiscalYear(2018 + n));
    }
    if text.contains('~') {
        return None;
    }
    let (year, rest) = ["年", ".", "/"]
        .iter()
        .find_map(|mark| text.split_once(mark))?;
    let rest = rest.trim();
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let month = digits(&rest[..end]).filter(|m| (1..=12).contains(m))?;
    let year = FiscalYear::parse(year)?;
    Some(if month < 4 { year.previous() } else { year })
}

/// 年月日, as ISO text orders it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Date(pub String);

text!(Date);

impl Date {
    /// The fiscal year the day falls in.
    pub fn fiscal_year(&self) -> Option<FiscalYear> {
        At(self.0.replace('-', ".")).year()
    }

    /// The 旬 the day falls in.
    pub fn jun(&self) -> Option<Jun> {
        let mut parts = self.0.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let third = match parts.next()?.get(..2)?.parse().ok()? {
            1..=10 => Third::Early,
            11..=20 => Third::Middle,
            21..=31 => Third::Late,
            _ => return None,
        };
        (1..=12).contains(&month).then_some(Jun {
            year,
            month: Month(month),
            third,
        })
    }
}

words! {
    /// 上旬・中旬・下旬: the third of a month.
    pub enum Third: Early {
        /// 上旬: 1st to 10th.
        Early = "early" as "上旬",
        /// 中旬: 11th to 20th.
        Middle = "middle" as "中旬",
        /// 下旬: 21st to the end.
        Late = "late" as "下旬",
    }
}

described! {
    /// 旬: a ten-day stretch of a calendar month, the grain of a drafting timetable.
    #[derive(Copy, Eq, PartialOrd, Ord, Hash)]
    pub struct Jun {
        /// Western calendar year, 1 to 9999.
        Must Open year: i32 as "年" with When,
        /// 1 to 12.
        Must Open month: Month as "月" with When,
        /// Which third of the month.
        Must Open third: Third as "旬" with When,
    }
    told Jun::to_string
}

impl fmt::Display for Jun {
    /// R1.8 上旬. Months of a calendar year: 令和元年8月.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = FiscalYear(self.year).short();
        write!(f, "{year}.{} {}", self.month, self.third.word())
    }
}

impl Jun {
    /// Counts 旬 from year 0: neighbours differ by one.
    pub fn index(self) -> i32 {
        (self.year * 12 + i32::from(self.month.0) - 1) * 3 + self.third as i32
    }

    /// The 旬 with this index.
    pub fn from_index(index: i32) -> Self {
        let months = index.div_euclid(3);
        Self {
            year: months.div_euclid(12),
            month: Month(months.rem_euclid(12) as u8 + 1),
            third: match index.rem_euclid(3) {
                0 => Third::Early,
                1 => Third::Middle,
                _ => Third::Late,
            },
        }
    }
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
            assert_eq!(FiscalYear::parse(&year.to_string()), Some(year));
            assert_eq!(FiscalYear::parse(&year.short()), Some(year));
        }
        assert_eq!(FiscalYear(2019).to_string(), "令和元年度");
    }

    #[test]
    fn a_month_belongs_to_the_fiscal_year_it_falls_in() {
        for (text, year) in [
            ("R5.3", 2022),
            ("2022年4月", 2022),
            ("R8.10月", 2026),
            ("H30", 2018),
            ("２０２３年１月", 2022),
            ("令和5年3月31日", 2022),
            ("2024/4/1", 2024),
            ("R8.5月", 2026),
            ("H28度", 2016),
            ("R元", 2019),
            ("5年度", 2023),
            ("２年", 2020),
        ] {
            assert_eq!(At(text.into()).year(), Some(FiscalYear(year)), "{text}");
        }
        for text in ["ころ", "19年", "R5.13", "2021~2026年度", "", "R4～"] {
            assert_eq!(At(text.into()).year(), None, "{text}");
        }
    }

    #[test]
    fn a_stretch_has_a_first_and_a_last_year() {
        for (text, first, last) in [
            ("2021~2026年度", 2021, 2026),
            ("2026～29", 2026, 2029),
            ("R4～7年度", 2022, 2025),
            ("H27-R1", 2015, 2019),
            ("令和5(2023)～令和10(2028)年度", 2023, 2028),
            ("R2年10月～R3年9月", 2020, 2021),
            ("H26からH30", 2014, 2018),
            ("R5", 2023, 2023),
        ] {
            let (first, last) = (FiscalYear(first), FiscalYear(last));
            let read = At(text.into()).years();
            assert_eq!(read, Some(Period { first, last }), "{text}");
        }
        for text in ["R7～R4", "～R4", "R4～", "20～30", "5-1", "1～2"] {
            assert_eq!(At(text.into()).years(), None, "{text}");
        }
    }

    #[test]
    fn jun_counts_by_tens_of_days() {
        let late = Jun {
            year: 2019,
            month: Month(12),
            third: Third::Late,
        };
        assert_eq!(
            Jun::from_index(late.index() + 1),
            Jun {
                year: 2020,
                month: Month(1),
                third: Third::Early
            }
        );
    }
}
