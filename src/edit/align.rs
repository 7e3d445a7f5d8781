//! Tying a goal, a measure or an initiative to an item of a framework, and untying it.

use super::{Edit, Field, Refusal, set};
use strategy::*;

/// A record that can answer to an item of a framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answering {
    /// A goal.
    Goal(Id<Goal>),
    /// A measure.
    Measure(Id<Measure>),
    /// An initiative.
    Initiative(Id<Initiative>),
}

/// Ties it to an item, behind those it is tied to, or unties it.
pub fn align(
    strategy: &Strategy,
    answering: Answering,
    item: Id<FrameworkItem>,
    on: bool,
) -> Result<Edit, Refusal> {
    let change = |aligned: &mut Vec<Id<FrameworkItem>>| {
        if aligned.contains(&item) != on {
            aligned.retain(|other| *other != item);
            if on {
                aligned.push(item);
            }
        }
    };
    match answering {
        Answering::Goal(id) => set(strategy, id, Field::Aligned, |one| change(&mut one.aligned)),
        Answering::Measure(id) => set(strategy, id, Field::Aligned, |one| change(&mut one.aligned)),
        Answering::Initiative(id) => {
            set(strategy, id, Field::Aligned, |one| change(&mut one.aligned))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::empty_goal;

    #[test]
    fn a_tie_is_made_once_and_its_undo_puts_the_order_back() {
        let mut s = Strategy::default();
        let [first, second] = [1, 2].map(Id::new);
        let goal = Id::new(1);
        s.goals.insert(Goal {
            aligned: vec![first, second],
            ..empty_goal(goal, GoalKind::Basic)
        });
        let before = s.clone();
        let on = Answering::Goal(goal);
        assert_eq!(align(&s, on, first, true), Err(Refusal::Nothing));
        let edit = align(&s, on, first, false).unwrap();
        edit.apply(&mut s).unwrap();
        assert_eq!(s.get(goal).unwrap().aligned, [second]);
        edit.reverse().apply(&mut s).unwrap();
        assert_eq!(s, before);
        let nowhere = Answering::Measure(Id::new(9));
        assert_eq!(align(&s, nowhere, first, true), Err(Refusal::NotThere));
    }
}
