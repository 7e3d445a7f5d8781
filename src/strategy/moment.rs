//! A moment, as the clock of the device shows it.

use serde::{Deserialize, Serialize};

use super::FiscalYear;

/// 日時.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 UTC: to sort moments and to measure the time between them.
    pub ms: u64,
    /// Local time as `2026-11-21T10:42:05+09:00`: the form that people see.
    pub local: String,
}

impl Moment {
    /// Returns the moment `ms` milliseconds after 1970-01-01 UTC, on a clock that is `ahead` minutes ahead of UTC.
    pub fn at(ms: u64, ahead: i32) -> Self {
        let seconds = (ms / 1000) as i64 + i64::from(ahead) * 60;
        let (year, month, day) = civil(seconds.div_euclid(86_400));
        let second = seconds.rem_euclid(86_400);
        let sign = if ahead < 0 { '-' } else { '+' };
        let offset = ahead.unsigned_abs();
        Self {
            ms,
            local: format!(
                "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
                second / 3600,
                second / 60 % 60,
                second % 60,
                offset / 60,
                offset % 60
            ),
        }
    }

    /// Returns the 年度, which begins on the first of April; 1970 where the local time cannot be read.
    pub fn fiscal_year(&self) -> FiscalYear {
        let part = |range: std::ops::Range<usize>| self.local.get(range)?.parse::<i32>().ok();
        let (year, month) = (part(0..4).unwrap_or(1970), part(5..7).unwrap_or(4));
        FiscalYear(if month < 4 { year - 1 } else { year })
    }

    /// 日: `2026-11-21`.
    pub fn day(&self) -> &str {
        self.local.get(..10).unwrap_or_default()
    }

    /// 時刻: `10:42`.
    pub fn time(&self) -> &str {
        self.local.get(11..16).unwrap_or_default()
    }

    /// Returns the moment for a file name: `20261121-1042`.
    pub fn compact(&self) -> String {
        let mut text: String = self.day().chars().filter(|c| *c != '-').collect();
        text.push('-');
        text.extend(self.time().chars().filter(|c| *c != ':'));
        text
    }
}

/// Returns year, month and day of a day counted from 1970-01-01, in the Gregorian calendar. A year is counted from March, so
/// that a leap day comes last, and 400 years are 146,097 days.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + i64::from(month <= 2);
    (year, month, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_its_parts() {
        let moment = Moment::at(1_795_225_320_000, 540);
        assert_eq!(moment.local, "2026-11-21T10:42:00+09:00");
        assert_eq!(moment.day(), "2026-11-21");
        assert_eq!(moment.time(), "10:42");
        assert_eq!(moment.compact(), "20261121-1042");
        assert_eq!(Moment::default().compact(), "-");
    }

    #[test]
    fn the_calendar_knows_leap_years_and_clocks_behind() {
        for (ms, ahead, local) in [
            (0, 0, "1970-01-01T00:00:00+00:00"),
            (951_782_400_000, 0, "2000-02-29T00:00:00+00:00"),
            (951_782_399_999, 0, "2000-02-28T23:59:59+00:00"),
            (951_868_800_000, -210, "2000-02-29T20:30:00-03:30"),
            (4_107_542_400_000, 0, "2100-03-01T00:00:00+00:00"),
            (1_774_969_200_000, 540, "2026-04-01T00:00:00+09:00"),
        ] {
            assert_eq!(Moment::at(ms, ahead).local, local);
        }
    }

    #[test]
    fn a_fiscal_year_begins_in_april() {
        assert_eq!(
            Moment::at(1_774_969_199_000, 540).fiscal_year(),
            FiscalYear(2025)
        );
        assert_eq!(
            Moment::at(1_774_969_200_000, 540).fiscal_year(),
            FiscalYear(2026)
        );
    }
}
