//! Adding a whole outline: goals with their measures and initiatives, in one edit.

use super::{
    Draft, Edit, EditLabel, Operation, Refusal, empty_goal, empty_initiative, empty_measure,
};
use crate::strategy::*;

/// A goal to be added, with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutlineGoal {
    /// 基本 or 横断.
    pub kind: GoalKind,
    /// 名称.
    pub title: String,
    /// 施策.
    pub measures: Vec<OutlineMeasure>,
}

/// A measure to be added, with its initiatives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutlineMeasure {
    /// 名称.
    pub title: String,
    /// 取組, by name.
    pub initiatives: Vec<String>,
}

/// Adds goals with all that stands under them, behind those there are.
pub fn add_outline(
    strategy: &Strategy,
    goals: &[OutlineGoal],
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let mut count = 0;
    for one in goals {
        let mut goal = empty_goal(Id::new(fresh()), one.kind);
        goal.title.clone_from(&one.title);
        draft.place(&mut goal, usize::MAX);
        let goal_id = goal.id;
        draft.add(goal)?;
        for (at, one) in one.measures.iter().enumerate() {
            let mut measure = empty_measure(Id::new(fresh()), goal_id, None);
            measure.title.clone_from(&one.title);
            measure.order = Order::nth(at);
            let measure_id = measure.id;
            draft.add(measure)?;
            for (at, title) in one.initiatives.iter().enumerate() {
                let mut initiative = empty_initiative(Id::new(fresh()), measure_id);
                initiative.title.clone_from(title);
                initiative.order = Order::nth(at);
                draft.add(initiative)?;
            }
            count += 1 + one.initiatives.len();
        }
        count += 1;
    }
    draft.finish(EditLabel::to_all(Operation::AddOutline(count)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_added_in_one_edit_and_taken_back_in_one() {
        let mut strategy = Strategy::default();
        strategy.about.insert(About::default());
        let before = strategy.clone();
        let goals = [OutlineGoal {
            kind: GoalKind::Basic,
            title: "働くまち".to_owned(),
            measures: vec![OutlineMeasure {
                title: "農業".to_owned(),
                initiatives: vec!["相談".to_owned(), "研修".to_owned()],
            }],
        }];
        let mut last = 0;
        let edit = add_outline(&strategy, &goals, || {
            last += 1;
            last
        });
        let edit = edit.unwrap();
        assert_eq!(edit.label.operation, Operation::AddOutline(4));
        edit.apply(&mut strategy).unwrap();
        let measure = strategy.measures_of(strategy.goals.sorted()[0].id)[0].id;
        let titles: Vec<_> = strategy.initiatives.under(measure);
        let titles: Vec<_> = titles.iter().map(|i| i.title.as_str()).collect();
        assert_eq!(titles, ["相談", "研修"]);
        edit.reverse().apply(&mut strategy).unwrap();
        assert_eq!(strategy, before);
    }
}
