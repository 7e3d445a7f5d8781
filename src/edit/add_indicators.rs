//! Adding the indicators of a pasted table.

use super::{Draft, Edit, EditLabel, Operation, Refusal};
use strategy::*;

/// An indicator to be added: ids and orders of its own are given when it is.
#[derive(Debug, Clone, PartialEq)]
pub struct NewIndicator {
    /// 指標.
    pub indicator: Indicator,
    /// Its 系列.
    pub series: Vec<Series>,
    /// The goals that use it as 数値目標.
    pub goals: Vec<Id<Goal>>,
}

/// Adds indicators, last in the list and in the goals that use them, in one edit.
pub fn add_indicators(
    strategy: &Strategy,
    newcomers: &[NewIndicator],
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let mut last: Option<Order> = None;
    for one in newcomers {
        let mut indicator = one.indicator.clone();
        indicator.id = Id::new(fresh());
        draft.place_last(&mut indicator, &mut last);
        let id = indicator.id;
        draft.add(indicator)?;
        for (at, series) in one.series.iter().enumerate() {
            draft.add(Series {
                id: Id::new(fresh()),
                indicator: id,
                order: Order::nth(at),
                ..series.clone()
            })?;
        }
        for goal in &one.goals {
            draft.update(*goal, |g| g.targets.push(id))?;
        }
    }
    draft.finish(EditLabel::to_all(Operation::AddIndicators(newcomers.len())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{empty_indicator, empty_series};

    #[test]
    fn those_added_stand_behind_the_others_in_their_order_and_no_other_record_is_touched() {
        let mut strategy = Strategy::default();
        let mut last = 0;
        let mut fresh = || {
            last += 1;
            last
        };
        let all = |from: usize| -> Vec<NewIndicator> {
            let one = |n: usize| NewIndicator {
                indicator: empty_indicator(Id::new(0), &n.to_string()),
                series: vec![empty_series(Id::new(0), Id::new(0), "")],
                goals: Vec::new(),
            };
            (from..from + 300).map(one).collect()
        };
        for from in [0, 300] {
            let edit = add_indicators(&strategy, &all(from), &mut fresh).unwrap();
            assert_eq!(edit.changes.indicators.len(), 300);
            edit.apply(&mut strategy).unwrap();
        }
        let sorted = strategy.indicators.sorted();
        let names = sorted.iter().map(|k| k.name.clone());
        assert!(names.eq((0..600).map(|n| n.to_string())));
    }

    #[test]
    fn many_indicators_are_added_in_one_edit_and_taken_back_in_one() {
        let mut strategy = Strategy::default();
        let before = strategy.clone();
        let one = |name: &str, series: usize| NewIndicator {
            indicator: empty_indicator(Id::new(0), name),
            series: (0..series)
                .map(|_| empty_series(Id::new(0), Id::new(0), ""))
                .collect(),
            goals: Vec::new(),
        };
        let mut last = 0;
        let fresh = || {
            last += 1;
            last
        };
        let edit = add_indicators(&strategy, &[one("出生数", 1), one("寿命", 2)], fresh).unwrap();
        edit.apply(&mut strategy).unwrap();
        let names: Vec<_> = strategy
            .indicators
            .sorted()
            .iter()
            .map(|k| k.name.clone())
            .collect();
        assert_eq!(names, ["出生数", "寿命"]);
        assert_eq!(strategy.series.len(), 3);
        edit.reverse().apply(&mut strategy).unwrap();
        assert_eq!(strategy, before);
    }
}
