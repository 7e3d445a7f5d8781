//! Times as Japanese offices write them: a point in time, the ten-day 旬, the period of a plan.

use std::fmt;

use super::fiscal_year::{FiscalYear, digits};
use super::half_width::half_width;
#[cfg(not(target_arch = "wasm32"))]
use super::record::schema::Defs;
use super::record::{
    Expected, Fault, Held, Token, Value, described, text, through_text, whole, words,
};

impl Value for FiscalYear {
    fn blank() -> Self {
        Self(1)
    }

    fn expected(&self) -> Expected {
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

    fn expected(&self) -> Expected {
        Expected::WholeBetween(1, 12)
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

described! {
    /// 計画期間: first and last fiscal year, both included.
    #[derive(Copy, Eq, Hash)]
    pub struct Period {
        /// The first year of the plan.
        Must Open first: FiscalYear as When,
        /// The last year of the plan.
        Must Open last: FiscalYear as When,
    }
    told |period| Whole::Years(period.first, period.last)
}

impl Period {
    /// Returns the number of years, both ends included; 0 if the ends are the wrong way round.
    pub fn len(self) -> usize {
        (self.last.0 - self.first.0 + 1).clamp(0, 200) as usize
    }

    /// True if the period has no years, because its ends are the wrong way round.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// True if a plan can have this period: its ends are the right way round and at most 30 years apart.
    pub fn is_of_plan(self) -> bool {
        !self.is_empty() && self.len() <= 31
    }

    /// Returns every year of the period, in order.
    pub fn years(self) -> impl DoubleEndedIterator<Item = FiscalYear> + Clone {
        (self.first.0..self.first.0 + self.len() as i32).map(FiscalYear)
    }

    /// True if the year lies in the period.
    pub fn contains(self, year: FiscalYear) -> bool {
        self.first <= year && year <= self.last
    }
}

/// 時点: when a figure was taken, kept as printed (`H30`, `2022年4月`, `R4年度`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct At(pub String);

text!(At);

impl At {
    /// Returns the fiscal year of the time. A calendar year counts as the fiscal year of the same number; a year and
    /// month (`R5.2`, `2022年4月1日`) as the fiscal year of that month; a year without its era (`5年度`), up to 12,
    /// as one of 令和. A stretch of years gives `None`.
    pub fn year(&self) -> Option<FiscalYear> {
        point(half_width(&self.0).trim())
    }

    /// Returns the first and last fiscal year of a stretch (`2021~2026年度`, `R4～7`, `H27-R1`) or a point.
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
        // 2026~29 and R4~7 leave out the digits that the years share.
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

/// Returns the fiscal year of one point in time, in half-width.
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
    /// Returns the fiscal year of the day.
    pub fn fiscal_year(&self) -> Option<FiscalYear> {
        At(self.0.replace('-', ".")).year()
    }

    /// Returns the number of the day counted from a fixed one, so that two days can be compared; `None` if it is not
    /// a day of the calendar. Algorithm: H. Hinnant, chrono-Compatible Low-Level Date Algorithms.
    pub fn day_number(&self) -> Option<i64> {
        let mut parts = self.0.splitn(3, '-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let there = (1..=9999).contains(&year) && (1..=12).contains(&month);
        if !there || !(1..=last).contains(&day) {
            return None;
        }
        // March is the first month of a year, so that a leap day is its last.
        let year = year - i64::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Some(year * 365 + year / 4 - year / 100 + year / 400 + of_year)
    }

    /// Returns the 旬 of the day.
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
        Early = "early",
        /// 中旬: 11th to 20th.
        Middle = "middle",
        /// 下旬: 21st to the end.
        Late = "late",
    }
}

described! {
    /// 旬: a ten-day stretch of a calendar month, the grain of a drafting timetable.
    #[derive(Copy, Eq, PartialOrd, Ord, Hash)]
    pub struct Jun {
        /// Western calendar year, 1 to 9999.
        Must Open year: i32 as When,
        /// 1 to 12.
        Must Open month: Month as When,
        /// Third of the month.
        Must Open third: Third as When,
    }
    told |jun| Whole::Jun(jun.index())
}

impl Jun {
    /// Returns the 旬 counted from year 0: neighbours differ by one.
    pub fn index(self) -> i32 {
        (self.year * 12 + i32::from(self.month.0) - 1) * 3 + self.third as i32
    }

    /// Returns the 旬 with this index.
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

    #[test]
    fn a_period_of_a_plan_runs_forwards_and_over_30_years_at_most() {
        let is_of_plan = |first: i32, last: i32| {
            let (first, last) = (FiscalYear(first), FiscalYear(last));
            Period { first, last }.is_of_plan()
        };
        assert!(is_of_plan(2025, 2025) && is_of_plan(2025, 2029) && is_of_plan(2000, 2030));
        assert!(!is_of_plan(2026, 2025) && !is_of_plan(2000, 2031) && !is_of_plan(2000, 9000));
    }
}
