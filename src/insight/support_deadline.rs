//! 支援の締切: how long there is to a deadline, and which comes next.

use strategy::*;

/// Number of days before a deadline in which it is soon.
const SOON: i64 = 30;

/// State of a deadline on a day (I67).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// It was before that day.
    Past,
    /// It is within a month: so many days on, 0 on the day itself.
    Soon(i64),
    /// It is later.
    Later,
}

impl Deadline {
    /// That of a date, as of a day; nothing where one of them is no date.
    pub fn of(date: &Date, today: &Date) -> Option<Self> {
        let left = date.day_number()? - today.day_number()?;
        Some(match left {
            ..0 => Self::Past,
            0..=SOON => Self::Soon(left),
            _ => Self::Later,
        })
    }
}

/// The support of a plan by deadline: what is still open, the nearest first; what is past; what has none, as listed.
pub fn by_deadline(s: &Strategy, today: &Date) -> Vec<Id<Support>> {
    let mut all = s.supports.sorted();
    // Sorting keeps what is equal in its order.
    sort::by_key(&mut all, |support| {
        let date = support.deadline.clone();
        let rank = match date.as_ref().and_then(|date| Deadline::of(date, today)) {
            Some(Deadline::Soon(_) | Deadline::Later) => 0,
            Some(Deadline::Past) => 1,
            None => 2,
        };
        (rank, date, support.order.clone())
    });
    all.iter().map(|support| support.id).collect()
}

/// Counts of a plan's deadlines that need attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeadlineCounts {
    /// Within a month.
    pub soon: usize,
    /// Past.
    pub past: usize,
    /// Past, and an initiative draws on it.
    pub past_in_use: usize,
}

/// Returns the number of deadlines that are near or past.
pub fn deadline_counts(s: &Strategy, today: &Date) -> DeadlineCounts {
    let mut counts = DeadlineCounts::default();
    for support in s.supports.iter() {
        match support
            .deadline
            .as_ref()
            .and_then(|date| Deadline::of(date, today))
        {
            Some(Deadline::Soon(_)) => counts.soon += 1,
            Some(Deadline::Past) => {
                counts.past += 1;
                counts.past_in_use += usize::from(is_used(s, support.id));
            }
            Some(Deadline::Later) | None => {}
        }
    }
    counts
}

/// True if an initiative draws on a support.
pub fn is_used(s: &Strategy, support: Id<Support>) -> bool {
    s.initiatives
        .iter()
        .any(|one| one.supports.contains(&support))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date(text.to_owned())
    }

    #[test]
    fn i67_a_deadline_is_soon_within_a_month_and_past_the_day_after() {
        let today = day("2026-11-24");
        for (date, stands) in [
            ("2026-11-23", Some(Deadline::Past)),
            ("2026-11-24", Some(Deadline::Soon(0))),
            ("2026-12-24", Some(Deadline::Soon(30))),
            ("2026-12-25", Some(Deadline::Later)),
            ("2028-02-29", Some(Deadline::Later)),
            ("2026-02-29", None),
            ("随時", None),
            ("", None),
        ] {
            assert_eq!(Deadline::of(&day(date), &today), stands, "{date}");
        }
        assert_eq!(Deadline::of(&today, &day("")), None);
    }

    #[test]
    fn i67_the_nearest_open_deadline_comes_first_and_those_past_are_counted() {
        let mut s = Strategy::default();
        let dates = ["", "2026-11-01", "2027-01-31", "2026-12-01", ""];
        for (n, date) in dates.iter().enumerate() {
            s.supports.insert(Support {
                id: Id::new(n as u64 + 1),
                order: Order::nth(n),
                deadline: (!date.is_empty()).then(|| day(date)),
                ..Default::default()
            });
        }
        let today = day("2026-11-24");
        let order = by_deadline(&s, &today);
        assert_eq!(order, [4, 3, 2, 1, 5].map(Id::new));
        let counted = |soon, past, past_in_use| DeadlineCounts {
            soon,
            past,
            past_in_use,
        };
        assert_eq!(deadline_counts(&s, &today), counted(1, 1, 0));
        s.initiatives.insert(Initiative {
            id: Id::new(1),
            supports: vec![Id::new(2)],
            ..Default::default()
        });
        assert_eq!(deadline_counts(&s, &today), counted(1, 1, 1));
    }
}
