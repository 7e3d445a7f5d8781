//! 整合: which items of the frameworks are answered to.

use crate::strategy::*;

/// One framework: how many items it has, and how many of them something answers to (I57).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// The framework.
    pub framework: Id<Framework>,
    /// Whose it is.
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

/// Every framework that has items, in order.
pub fn coverage(s: &Strategy) -> Vec<Coverage> {
    let answered = sort::set(answered(s));
    let of = |framework: &std::sync::Arc<Framework>| {
        let items = s.framework_items.under(framework.id);
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

/// 次の予定.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Its first 旬.
    pub from: Jun,
    /// Its last 旬.
    pub to: Jun,
    /// 件名.
    pub title: String,
    /// Whether it has begun before and is not over.
    pub begun: bool,
}

/// Of the items of the timetable that are not done and not over, the one that begins next; of those that have begun
/// the first, where nothing begins any more.
pub fn next_item(s: &Strategy, now: Jun) -> Option<Ahead> {
    let open = s
        .timetable
        .iter()
        .filter(|item| !item.done && item.to.max(item.from) >= now);
    let next = open.min_by_key(|item| (item.from < now, item.from, &item.order, item.id))?;
    Some(Ahead {
        from: next.from,
        to: next.to.max(next.from),
        title: next.title.clone(),
        begun: next.from < now,
    })
}

/// Whether an item should be over by this 旬 and is not done: its last 旬 is before it.
pub fn is_overdue(item: &TimetableItem, now: Jun) -> bool {
    !item.done && item.to.max(item.from) < now
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::edit::{empty_framework, empty_goal, empty_item};

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
    fn i57_an_item_is_overdue_from_the_jun_after_its_last_until_it_is_done() {
        let item = |from, to, done| TimetableItem {
            from: Jun::from_index(from),
            to: Jun::from_index(to),
            done,
            ..Default::default()
        };
        for (from, to, done, late) in [
            (10, 10, false, true),
            (10, 11, false, false),
            (10, 10, true, false),
            (11, 9, false, false),
            (12, 12, false, false),
        ] {
            assert_eq!(is_overdue(&item(from, to, done), Jun::from_index(11)), late);
        }
    }

    #[test]
    fn i57_what_comes_next_is_not_done_and_not_over() {
        let mut s = Strategy::default();
        let jun = Jun::from_index;
        for (n, from, to, done) in [
            (1, 10, 10, false),
            (2, 20, 25, false),
            (3, 22, 22, false),
            (4, 20, 20, true),
        ] {
            s.timetable.insert(TimetableItem {
                id: Id::new(n),
                lane: Id::new(1),
                order: Order::nth(n as usize),
                from: jun(from),
                to: jun(to),
                done,
                ..Default::default()
            });
        }
        let next = |today| {
            next_item(&s, jun(today))
                .map(|ahead| (ahead.from.index(), ahead.to.index(), ahead.begun))
        };
        assert_eq!(next(0), Some((10, 10, false)));
        assert_eq!(next(10), Some((10, 10, false)), "it begins now");
        assert_eq!(next(11), Some((20, 25, false)));
        assert_eq!(
            next(21),
            Some((22, 22, false)),
            "what runs is not what comes"
        );
        assert_eq!(next(25), Some((20, 25, true)), "it is not over");
        assert_eq!(next(26), None);
    }
}
