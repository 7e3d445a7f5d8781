//! Days as spreadsheets count them.

use rust_decimal::Decimal;

/// A day, and the second within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Year.
    pub year: i64,
    /// Month.
    pub month: i64,
    /// Day in the month.
    pub date: i64,
    /// Day of the week, from Sunday (0) on.
    pub weekday: i64,
    /// Seconds since the start of the day.
    pub second: i64,
}

/// Days between the two starts of day numbers, 1900 and 1904.
const SINCE_1904: i64 = 1462;
const SECONDS: i64 = 86_400;

/// Eras: the first day of each, its letter and its name.
const ERAS: [((i64, i64, i64), char, &str); 5] = [
    ((2019, 5, 1), 'R', "令和"),
    ((1989, 1, 8), 'H', "平成"),
    ((1926, 12, 25), 'S', "昭和"),
    ((1912, 7, 30), 'T', "大正"),
    ((1868, 1, 25), 'M', "明治"),
];

impl Day {
    /// Returns the day of a number; `None` if it is out of range.
    pub fn of(number: Decimal, since_1904: bool) -> Option<Self> {
        let offset = if since_1904 { SINCE_1904 } else { 0 };
        let part = (number.fract() * Decimal::from(SECONDS)).round();
        let second = i64::try_from(part).ok()?;
        let serial = i64::try_from(number.trunc()).ok()?.checked_add(offset)?;
        let (serial, second) = match second {
            SECONDS => (serial + 1, 0),
            second => (serial, second),
        };
        let counted = (0..2_958_466).contains(&serial) && second >= 0;
        // Spreadsheets count a 29 February 1900, which did not exist.
        let civil = if serial < 60 { serial + 1 } else { serial };
        counted.then(|| Self::civil(civil, second))
    }

    /// Converts a day number. Counts days since 0000-03-01, so that leap days come last.
    fn civil(serial: i64, second: i64) -> Self {
        let days = serial + 693_899;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let date = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month,
            date,
            weekday: (serial - 1).rem_euclid(7),
            second,
        }
    }

    /// Returns the number of a day written `2026-11-24` or `2026-11-24T10:00:00`; the time is ignored.
    pub fn number(written: &str) -> Option<Decimal> {
        let day = written.trim().get(..10)?;
        let mut parts = day.split('-').map(str::parse::<i64>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(date))) =
            (parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let sound =
            (1900..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&date);
        if !sound {
            return None;
        }
        let (of_year, months) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let century = of_year.div_euclid(100);
        let days = of_year * 365 + of_year.div_euclid(4) - century + century.div_euclid(4);
        let serial = days + (153 * months + 2) / 5 + date - 1 - 693_899;
        // Before that false leap day, the count is one less.
        let serial = if serial < 61 { serial - 1 } else { serial };
        Some(Decimal::from(serial))
    }

    /// As `2026-11-24`.
    pub fn plain(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.date)
    }

    /// Returns the letter and the name of the era, and the year in it.
    pub fn era(self) -> Option<(char, &'static str, i64)> {
        let own = (self.year, self.month, self.date);
        let found = ERAS.iter().find(|(first, ..)| own >= *first)?;
        Some((found.1, found.2, self.year - found.0.0 + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x7_days_are_counted_as_spreadsheets_do() {
        for (number, plain, weekday) in [
            (1, "1900-01-01", 0),
            (61, "1900-03-01", 4),
            (45_351, "2024-02-29", 4),
            (46_350, "2026-11-24", 2),
        ] {
            let day = Day::of(number.into(), false).expect(plain);
            assert_eq!(day.plain(), plain);
            assert_eq!(Day::number(plain), Some(number.into()));
            if number > 60 {
                assert_eq!(day.weekday, weekday, "{plain}");
            }
        }
        assert_eq!(
            Day::of(44_888.into(), true).map(Day::plain).as_deref(),
            Some("2026-11-24")
        );
        assert_eq!(Day::of((-1).into(), false), None);
        assert_eq!(Day::of(3_000_000.into(), false), None);
        assert_eq!(Day::number("20261124"), None);
        let noon = Day::of("46350.5".parse().expect("a number"), false).expect("a day");
        assert_eq!(noon.second, 43_200);
        let of = |number: i64| Day::of(number.into(), false).and_then(Day::era);
        assert_eq!(of(43_585), Some(('H', "平成", 31)));
        assert_eq!(of(43_586), Some(('R', "令和", 1)));
    }
}
