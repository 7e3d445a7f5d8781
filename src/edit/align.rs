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

/// A record and an item, and whether they are to be tied.
pub type Tie = (Answering, Id<FrameworkItem>, bool);

/// Ties many records to items, or unties them, in one step that is named by the act. Ties of one record that follow each
/// other change it once.
pub fn align_all(
    strategy: &Strategy,
    ties: &[Tie],
    act: fn(usize) -> Operation,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    for ties in ties.chunk_by(|one, next| one.0 == next.0) {
        let change = |aligned: &mut Vec<Id<FrameworkItem>>| {
            for (_, item, on) in ties {
                tie(aligned, *item, *on);
            }
        };
        match ties[0].0 {
            Answering::Goal(id) => draft.update(id, |one| change(&mut one.aligned))?,
            Answering::Measure(id) => draft.update(id, |one| change(&mut one.aligned))?,
            Answering::Initiative(id) => draft.update(id, |one| change(&mut one.aligned))?,
        }
    }
    draft.finish(EditLabel::to_all(act(ties.len())))
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
        let ties = |on: bool| {
            goals
                .map(Answering::Goal)
                .map(|goal| [(goal, first, on), (goal, second, on)])
                .concat()
        };
        let bulk = |count| Operation::Bulk(Field::Aligned, count);
        let before = s.clone();
        let edit = align_all(&s, &ties(true), bulk).unwrap();
        assert_eq!(edit.label.operation, Operation::Bulk(Field::Aligned, 4));
        edit.apply(&mut s).unwrap();
        let aligned = |s: &Strategy| goals.map(|goal| s.get(goal).unwrap().aligned.clone());
        assert_eq!(aligned(&s), [vec![first, second], vec![first, second]]);
        assert_eq!(
            align_all(&s, &ties(true), Operation::Paste),
            Err(Refusal::Nothing)
        );
        // One step both ties and unties (g38).
        let [one, other] = goals.map(Answering::Goal);
        let mixed = [(one, second, false), (other, first, false)];
        align_all(&s, &mixed, Operation::Paste)
            .unwrap()
            .apply(&mut s)
            .unwrap();
        assert_eq!(aligned(&s), [vec![first], vec![second]]);
        let mixed = [(one, first, false), (one, second, true)];
        align_all(&s, &mixed, Operation::Paste)
            .unwrap()
            .apply(&mut s)
            .unwrap();
        assert_eq!(aligned(&s), [vec![second], vec![second]]);
        align_all(&s, &ties(false), Operation::Clear)
            .unwrap()
            .apply(&mut s)
            .unwrap();
        assert_eq!(s, before);
    }
}
