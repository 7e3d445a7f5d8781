//! 整合: which items of the frameworks are answered to.

use std::collections::BTreeMap;

use super::item_heads::ItemHeads;
use strategy::*;

/// One framework: how many items it has, those under others left out (I72), and how many of them something answers to (I57).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// The framework.
    pub framework: Id<Framework>,
    /// Kind of framework.
    pub kind: FrameworkKind,
    /// Its items.
    pub items: usize,
    /// Those a goal, a measure or an initiative answers to.
    pub covered: usize,
}

impl Coverage {
    /// Items nothing answers to.
    pub fn holes(&self) -> usize {
        self.items - self.covered
    }
}

/// The items that goals, measures and initiatives answer to, once for each that does.
pub fn answered(s: &Strategy) -> impl Iterator<Item = Id<FrameworkItem>> + '_ {
    let goals = s.goals.iter().flat_map(|goal| &goal.aligned);
    let measures = s.measures.iter().flat_map(|measure| &measure.aligned);
    let initiatives = s.initiatives.iter().flat_map(|one| &one.aligned);
    goals.chain(measures).chain(initiatives).copied()
}

/// Returns the number of goals, measures and initiatives that answer to each item or to one under it; each is counted
/// once.
pub fn answering(s: &Strategy, heads: &ItemHeads) -> BTreeMap<Id<FrameworkItem>, usize> {
    let goals = s.goals.iter().map(|goal| &goal.aligned);
    let measures = s.measures.iter().map(|measure| &measure.aligned);
    let initiatives = s.initiatives.iter().map(|one| &one.aligned);
    let mut counts = BTreeMap::new();
    for aligned in goals.chain(measures).chain(initiatives) {
        for item in sort::set(aligned.iter().map(|item| heads.head(*item))) {
            *counts.entry(item).or_default() += 1;
        }
    }
    counts
}

/// Every framework that has items, in order.
pub fn coverage(s: &Strategy) -> Vec<Coverage> {
    let heads = ItemHeads::of(s);
    let answered = sort::set(answered(s).map(|item| heads.head(item)));
    let of = |framework: &std::sync::Arc<Framework>| {
        let items = heads.tops(s.framework_items.under(framework.id));
        let covered = items.iter().filter(|item| answered.contains(&item.id));
        Coverage {
            framework: framework.id,
            kind: framework.kind,
            items: items.len(),
            covered: covered.count(),
        }
    };
    let all = s.frameworks.sorted().into_iter().map(of);
    all.filter(|one| one.items > 0).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use edit::{empty_framework, empty_goal, empty_item};

    #[test]
    fn i57_an_item_is_covered_by_whatever_answers_to_it() {
        let mut s = Strategy::default();
        s.frameworks.insert(empty_framework(Id::new(1)));
        s.frameworks.insert(empty_framework(Id::new(2)));
        for n in 1..=3 {
            s.framework_items
                .insert(empty_item(Id::new(n), Id::new(1), GoalKind::Basic));
        }
        s.goals.insert(Goal {
            aligned: vec![Id::new(1), Id::new(2)],
            ..empty_goal(Id::new(1), GoalKind::Basic)
        });
        let all = coverage(&s);
        assert_eq!(all.len(), 1, "one without items is not counted");
        assert_eq!((all[0].items, all[0].covered, all[0].holes()), (3, 2, 1));
    }

    #[test]
    fn i72_an_item_is_covered_by_what_answers_to_one_under_it() {
        let mut s = Strategy::default();
        s.frameworks.insert(empty_framework(Id::new(1)));
        for (n, number) in [(1, "1"), (2, "1.1"), (3, "1.a"), (4, "2")] {
            s.framework_items.insert(FrameworkItem {
                number: number.to_owned(),
                ..empty_item(Id::new(n), Id::new(1), GoalKind::Basic)
            });
        }
        let covered = |s: &Strategy| (coverage(s)[0].items, coverage(s)[0].covered);
        assert_eq!(covered(&s), (2, 0));
        s.goals.insert(Goal {
            aligned: vec![Id::new(3)],
            ..empty_goal(Id::new(1), GoalKind::Basic)
        });
        assert_eq!(covered(&s), (2, 1));
    }
}
