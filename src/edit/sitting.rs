//! The history in sittings: steps with no longer pause between them.

use super::{Done, History};

/// A longer pause begins a new sitting, in ms.
const PAUSE: u64 = 30 * 60 * 1000;

/// Steps made in one sitting.
#[derive(Debug)]
pub struct Sitting<'a> {
    /// The first step.
    pub first: &'a Done,
    /// The last step.
    pub last: &'a Done,
    /// Number of steps, with the first and the last.
    pub count: usize,
}

impl History {
    /// The steps that stand, the newest first, in sittings (E33).
    pub fn sittings(&self) -> Vec<Sitting<'_>> {
        let mut all: Vec<Sitting<'_>> = Vec::new();
        for step in self.applied() {
            match all.last_mut() {
                Some(now) if now.first.at.ms.abs_diff(step.at.ms) < PAUSE => {
                    now.first = step;
                    now.count += 1;
                }
                _ => all.push(Sitting {
                    first: step,
                    last: step,
                    count: 1,
                }),
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Changes, Edit, EditLabel, Operation};
    use strategy::Moment;

    /// The sittings of steps made at these minutes, the newest first: first, last and count.
    fn sat(minutes: &[u64]) -> Vec<(u64, u64, usize)> {
        let mut history = History::default();
        for minutes in minutes {
            let edit = Edit {
                label: EditLabel::to_all(Operation::Restore),
                changes: Changes::default(),
            };
            let at = Moment {
                ms: minutes * 60_000,
                local: String::new(),
            };
            history.note(edit, at);
        }
        let sittings = history.sittings();
        let told = sittings.iter();
        told.map(|s| (s.first.at.ms / 60_000, s.last.at.ms / 60_000, s.count))
            .collect()
    }

    #[test]
    fn e112_a_clock_that_was_set_back_begins_a_new_sitting() {
        let years = 40_000_000;
        assert_eq!(
            sat(&[years, years + 5, 10, 15]),
            [(10, 15, 2), (years, years + 5, 2)]
        );
        assert_eq!(sat(&[100, 110, 108]), [(100, 108, 3)], "by two minutes");
    }

    #[test]
    fn e33_half_an_hour_without_a_step_begins_a_new_sitting_counted_whole() {
        let told = sat(&[0, 10, 39, 100, 129, 200]);
        assert_eq!(told, [(200, 200, 1), (100, 129, 2), (0, 39, 3)]);
    }
}
