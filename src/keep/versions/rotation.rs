//! 自動バックアップ: when an automatic copy is due, and which old ones go.

use crate::Moment;

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

/// Returns which of `kept` (by index) are no longer needed (K14). They come in the order in which they were made, the last
/// first: what their clock said does not make one older than another.
pub fn surplus(kept: &[Moment], now: &Moment) -> Vec<usize> {
    let (mut held, mut of_today, mut last_day) = (0, 0, "");
    let mut surplus = Vec::new();
    for (i, one) in kept.iter().enumerate() {
        let day = one.day();
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

/// A day, in ms: so long a deleted version can be brought back.
const DAY: u64 = 86_400_000;

/// Age of a deleted version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeletedAge {
    /// It was deleted within a day, or not at all.
    Recent,
    /// It was deleted more than a day ago.
    Old,
    /// It was deleted before it was made, by the clock: its day begins now.
    Unknown,
}

/// Returns the age of a version made at a time and deleted at another.
pub fn age(made: &Moment, deleted: Option<&Moment>, now: &Moment) -> DeletedAge {
    match deleted {
        Some(deleted) if deleted.ms < made.ms => DeletedAge::Unknown,
        Some(deleted) if deleted.ms < now.ms.saturating_sub(DAY) => DeletedAge::Old,
        _ => DeletedAge::Recent,
    }
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
                days(&[(21, 40), (21, 20), (21, 1)]),
                vec![],
            ),
            (
                "the oldest of four of today goes",
                days(&[(21, 60), (21, 40), (21, 20), (21, 1)]),
                vec![3],
            ),
            (
                "of another day the last stays",
                days(&[(21, 1), (20, 720), (20, 660), (20, 600)]),
                vec![2, 3],
            ),
            (
                "of a day to come, too, the last stays",
                days(&[(21, 1), (22, 20), (22, 1)]),
                vec![2],
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

    /// Makes a copy if it is due, and drops those no longer needed. The last made comes first.
    fn back_up(kept: &mut Vec<Moment>, now: &Moment) {
        if !due(kept, now) {
            return;
        }
        kept.insert(0, now.clone());
        let gone = surplus(kept, now);
        let mut index = 0;
        kept.retain(|_| {
            index += 1;
            !gone.contains(&(index - 1))
        });
        assert!(kept.len() <= ALL);
        assert_eq!(&kept[0], now, "the new copy stays");
    }

    #[test]
    fn k14_a_clock_that_was_wrong_costs_no_copy_made_since() {
        // Ten days under one clock, five under another, then some under the first again.
        let days_of = |kept: &[Moment]| {
            let days = kept.iter().map(|one| one.day()[8..].to_owned());
            days.collect::<Vec<_>>()
        };
        for (first, then) in [(10, 21), (21, 1)] {
            let mut kept = Vec::new();
            for day in first..first + 8 {
                back_up(&mut kept, &at(day, 600));
            }
            for day in then..then + 3 {
                for minute in [500, 520, 540] {
                    back_up(&mut kept, &at(day, minute));
                }
            }
            back_up(&mut kept, &at(first + 8, 600));
            let (back, last) = ([first + 8, then + 2, then + 1, then], first + 7);
            let wanted = back.into_iter().chain((last - 4..=last).rev());
            let wanted: Vec<String> = wanted.map(|day| format!("{day:02}")).collect();
            assert_eq!(days_of(&kept), wanted);
        }
    }

    #[test]
    fn k13_a_deleted_version_can_be_brought_back_for_a_day_of_any_clock() {
        for (made, deleted, now, is) in [
            (at(10, 0), None, at(21, 0), DeletedAge::Recent),
            (at(10, 0), Some(at(20, 600)), at(21, 0), DeletedAge::Recent),
            (at(10, 0), Some(at(19, 600)), at(21, 0), DeletedAge::Old),
            // The clock was wrong when it was deleted.
            (at(20, 0), Some(at(1, 0)), at(20, 1), DeletedAge::Unknown),
            (at(20, 0), Some(at(30, 0)), at(20, 1), DeletedAge::Recent),
        ] {
            assert_eq!(age(&made, deleted.as_ref(), &now), is, "{deleted:?}");
        }
    }

    #[test]
    fn k14_a_month_of_steady_work_keeps_ten() {
        let mut kept: Vec<Moment> = Vec::new();
        for day in 1..=30 {
            for minute in (480..1080).step_by(5) {
                back_up(&mut kept, &at(day, minute));
            }
        }
        let days: Vec<&str> = kept.iter().rev().map(Moment::day).collect();
        assert_eq!(kept.len(), 10);
        assert_eq!(&days[..3], ["2026-11-23", "2026-11-24", "2026-11-25"]);
        assert_eq!(days.iter().filter(|day| **day == "2026-11-30").count(), 3);
    }
}
