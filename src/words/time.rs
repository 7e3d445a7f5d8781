//! 日時のことば: no raw time stamp reaches a screen.

use super::text::time as text;
pub use super::text::time::*;

use strategy::Date;

/// Returns year, month and day of an ISO date or time stamp.
fn parts(stamp: &str) -> Option<(i32, u32, u32)> {
    let mut parts = stamp.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

/// Returns 「23:42」 of a time stamp.
fn clock(stamp: &str) -> Option<&str> {
    stamp.get(11..16).filter(|text| text.contains(':'))
}

/// 「きょう 23:42」「11月21日 23:42」「2025年3月31日 9:05」: a time stamp (`2026-11-22T23:42:05+09:00`) as it is
/// shown on a day (`2026-11-22`). A text that is not a time stamp stays as it is.
pub fn moment(stamp: &str, today: &str) -> String {
    match clock(stamp) {
        Some(clock) if stamp.get(..10) == today.get(..10) => text::moment(clock),
        _ => dated(stamp, today),
    }
}

/// 「11月22日 23:42」: the same with its date, for a name that stays valid tomorrow.
pub fn dated(stamp: &str, today: &str) -> String {
    let (Some((year, month, day)), Some(clock)) = (parts(stamp), clock(stamp)) else {
        return stamp.to_owned();
    };
    match parts(today) {
        Some((this, ..)) if this == year => text::dated_some(month, day, clock),
        _ => text::dated_other(year, month, day, clock),
    }
}

/// 「自動バックアップ 11月22日 23:42」: the name of an automatic backup.
pub fn automatic_copy(stamp: &str, today: &str) -> String {
    text::automatic_copy(dated(stamp, today))
}

/// 「令和6年11月12日」: a day as an office writes it. A text that is not a date stays as it is.
pub fn day(date: &Date) -> String {
    match parts(&date.0) {
        Some((year, month, day)) => super::year::day(year, month, day),
        None => date.0.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-22";

    #[test]
    fn a_time_stamp_is_read_as_a_person_says_it() {
        for (stamp, said) in [
            ("2026-11-22T23:42:22+09:00", "きょう 23:42"),
            ("2026-11-22T09:05:00+09:00", "きょう 09:05"),
            ("2026-11-21T23:42:22+09:00", "11月21日 23:42"),
            ("2026-03-01T00:00:00+09:00", "3月1日 00:00"),
            ("2025-11-22T23:42:22+09:00", "2025年11月22日 23:42"),
            ("", ""),
            ("きのう", "きのう"),
            ("2026-13-22T23:42:22+09:00", "2026-13-22T23:42:22+09:00"),
        ] {
            assert_eq!(moment(stamp, NOW), said);
        }
        let stamp = "2026-11-22T23:42:22+09:00";
        assert_eq!(dated(stamp, NOW), "11月22日 23:42");
        assert_eq!(
            automatic_copy(stamp, NOW),
            "自動バックアップ 11月22日 23:42"
        );
    }

    #[test]
    fn a_day_is_written_as_an_office_writes_it() {
        for (date, said) in [
            ("2024-11-12", "令和6年11月12日"),
            ("2025-03-05", "令和7年3月5日"),
            ("2019-04-30", "平成31年4月30日"),
            ("2019-05-01", "令和元年5月1日"),
            ("2016-03-31", "平成28年3月31日"),
            ("令和6年秋", "令和6年秋"),
            ("", ""),
        ] {
            assert_eq!(day(&Date(date.into())), said);
        }
    }
}
