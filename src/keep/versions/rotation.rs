//! 自動バックアップ: when an automatic copy is due, and which old ones go.

use crate::Moment;
use strategy::sort;

const MINUTE: u64 = 60_000;
/// No two automatic copies closer together than this.
const APART: u64 = 15 * MINUTE;
/// Number of today's copies that are kept.
const TODAY: usize = 3;
/// Number of all copies that are kept.
const ALL: usize = 10;

/// True if a copy is due (K14). A clock that was set back does not stop the copies.
pub fn due(kept: &[Moment], now: &Moment) -> bool {
    kept.iter().all(|one| one.ms.abs_diff(now.ms) >= APART)
}

/// Returns which of `kept` (by index) are no longer needed (K14). A copy that is dated after `now` was made under another
/// clock: it gives way to those that this clock dates, so that a clock that was set back costs no new copy.
pub fn surplus(kept: &[Moment], now: &Moment) -> Vec<usize> {
    let mut newest_first: Vec<usize> = (0..kept.len()).collect();
    sort::by_key(&mut newest_first, |&i| {
        let ms = kept[i].ms;
        (ms > now.ms, std::cmp::Reverse(ms))
    });
    let (mut held, mut of_today, mut last_day) = (0, 0, "");
    let mut surplus = Vec::new();
    for i in newest_first {
        let day = kept[i].day();
        let wanted = if day == now.day() {
            of_today += 1;
            of_today <= TODAY
        } else {
            day != last_day
        };
        last_day = day;
        if wanted && held < ALL {
            held += 1;
        } else {
            surplus.push(i);
        }
    }
    surplus
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_moments::at;

    #[test]
    fn k14_a_copy_is_due_every_fifteen_minutes() {
        for (kept, now, is_due) in [
            (vec![], at(21, 0), true),
            (vec![at(21, 600)], at(21, 614), false),
            (vec![at(21, 600)], at(21, 615), true),
            (vec![at(21, 600), at(21, 630)], at(21, 640), false),
            (vec![at(20, 1439)], at(21, 10), false),
            (vec![at(22, 0)], at(21, 600), true),
        ] {
            assert_eq!(due(&kept, &now), is_due, "{kept:?} at {}", now.local);
        }
    }

    #[test]
    fn k14_three_of_today_one_a_day_ten_in_all() {
        let days = |days: &[(u32, u32)]| days.iter().map(|&(d, m)| at(d, m)).collect::<Vec<_>>();
        for (name, kept, surplus_is) in [
            ("none", days(&[]), vec![]),
            (
                "three of today",
                days(&[(21, 1), (21, 20), (21, 40)]),
                vec![],
            ),
            (
                "the oldest of four of today goes",
                days(&[(21, 1), (21, 20), (21, 40), (21, 60)]),
                vec![0],
            ),
            (
                "of another day the last stays",
                days(&[(20, 600), (20, 660), (20, 720), (21, 1)]),
                vec![1, 0],
            ),
            (
                "of a day to come, too, the last stays",
                days(&[(22, 1), (22, 20), (21, 1)]),
                vec![0],
            ),
            (
                "ten in all: three of today and seven days",
                days(&[
                    (21, 60),
                    (21, 40),
                    (21, 20),
                    (20, 1),
                    (19, 1),
                    (18, 1),
                    (17, 1),
                    (16, 1),
                    (15, 1),
                    (14, 1),
                    (13, 1),
                    (12, 1),
                ]),
                vec![10, 11],
            ),
        ] {
            assert_eq!(surplus(&kept, &at(21, 700)), surplus_is, "{name}");
        }
    }

    #[test]
    fn k14_a_clock_that_was_set_back_costs_no_new_copy() {
        // Ten of days to come; now the clock is back by eleven days and more.
        let mut kept: Vec<Moment> = (21..=30).map(|day| at(day, 600)).collect();
        for day in 10..=14 {
            for minute in [500, 520, 540] {
                let now = at(day, minute);
                assert!(due(&kept, &now));
                kept.push(now.clone());
                let gone = surplus(&kept, &now);
                assert!(!gone.contains(&(kept.len() - 1)), "{}", now.local);
                let mut index = 0;
                kept.retain(|_| {
                    index += 1;
                    !gone.contains(&(index - 1))
                });
                assert!(kept.len() <= ALL);
            }
        }
        // The last of each day and three of today, then the newest of those that another clock dated.
        let days: Vec<&str> = kept.iter().map(|one| &one.day()[8..]).collect();
        assert_eq!(
            days,
            ["28", "29", "30", "10", "11", "12", "13", "14", "14", "14"]
        );
    }

    #[test]
    fn k14_a_month_of_steady_work_keeps_ten() {
        let mut kept: Vec<Moment> = Vec::new();
        for day in 1..=30 {
            for minute in (480..1080).step_by(5) {
                let now = at(day, minute);
                if due(&kept, &now) {
                    kept.push(now.clone());
                    for i in surplus(&kept, &now) {
                        kept[i].ms = 0;
                    }
                    kept.retain(|one| one.ms != 0);
                }
            }
        }
        let days: Vec<&str> = kept.iter().map(Moment::day).collect();
        assert_eq!(kept.len(), 10);
        assert_eq!(&days[..3], ["2026-11-23", "2026-11-24", "2026-11-25"]);
        assert_eq!(days.iter().filter(|day| **day == "2026-11-30").count(), 3);
    }
}
