//! Tying a goal, a measure or an initiative to an item of a framework, and untying it.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, set};
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
    let change = |aligned: &mut Vec<Id<FrameworkItem>>| tie(aligned, item, on);
    match answering {
        Answering::Goal(id) => set(strategy, id, Field::Aligned, |one| change(&mut one.aligned)),
        Answering::Measure(id) => set(strategy, id, Field::Aligned, |one| change(&mut one.aligned)),
        Answering::Initiative(id) => {
            set(strategy, id, Field::Aligned, |one| change(&mut one.aligned))
        }
    }
}

fn tie(aligned: &mut Vec<Id<FrameworkItem>>, item: Id<FrameworkItem>, on: bool) {
    if aligned.contains(&item) != on {
        aligned.retain(|other| *other != item);
        if on {
            aligned.push(item);
        }
    }
}

/// Ties many records to items, or unties them, in one step.
pub fn align_all(
    strategy: &Strategy,
    ties: &[(Answering, Id<FrameworkItem>)],
    on: bool,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    for (answering, item) in ties {
        match *answering {
            Answering::Goal(id) => draft.update(id, |one| tie(&mut one.aligned, *item, on))?,
            Answering::Measure(id) => draft.update(id, |one| tie(&mut one.aligned, *item, on))?,
            Answering::Initiative(id) => {
                draft.update(id, |one| tie(&mut one.aligned, *item, on))?
            }
        }
    }
    let count = ties.len();
    draft.finish(EditLabel::to_all(Operation::Bulk(Field::Aligned, count)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{empty_framework, empty_goal, empty_item};

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

    #[test]
    fn many_ties_are_one_step() {
        let mut s = Strategy::default();
        let [first, second] = [1, 2].map(Id::new);
        let framework = Id::new(5);
        s.frameworks.insert(empty_framework(framework));
        for item in [first, second] {
            s.framework_items
                .insert(empty_item(item, framework, GoalKind::Basic));
        }
        let goals = [1, 2].map(Id::new);
        for goal in goals {
            s.goals.insert(empty_goal(goal, GoalKind::Basic));
        }
        let ties = goals
            .map(Answering::Goal)
            .map(|goal| [(goal, first), (goal, second)])
            .concat();
        let before = s.clone();
        let edit = align_all(&s, &ties, true).unwrap();
        edit.apply(&mut s).unwrap();
        assert!(
            goals
                .iter()
                .all(|goal| s.get(*goal).unwrap().aligned == [first, second])
        );
        assert_eq!(align_all(&s, &ties, true), Err(Refusal::Nothing));
        align_all(&s, &ties[1..3], false)
            .unwrap()
            .apply(&mut s)
            .unwrap();
        let aligned = goals.map(|goal| s.get(goal).unwrap().aligned.clone());
        assert_eq!(aligned, [vec![first], vec![second]]);
        align_all(&s, &ties, false).unwrap().apply(&mut s).unwrap();
        assert_eq!(s, before);
    }
}
