//! 体系図: goals, headings, measures and initiatives as one tree, each with what it holds.

use std::sync::Arc;

use super::numbering::Numbers;
use strategy::*;

/// One box of 体系図.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The record.
    pub record: AnyId,
    /// Its printed number.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 施策 in it.
    pub measures: usize,
    /// 具体的取組 in it.
    pub initiatives: usize,
    /// Indicators used in it, each once.
    pub indicators: usize,
    /// Its children, in order.
    pub branches: Vec<Branch>,
}

struct Forest<'a> {
    numbers: Numbers,
    divisions: Groups<'a, Division>,
    measures: Groups<'a, Measure>,
    initiatives: Groups<'a, Initiative>,
}

/// The whole 体系, goal by goal (I33).
pub fn tree(strategy: &Strategy) -> Vec<Branch> {
    let forest = Forest {
        numbers: Numbers::of(strategy),
        divisions: strategy.divisions.by_parent(),
        measures: strategy.measures.by_parent(),
        initiatives: strategy.initiatives.by_parent(),
    };
    strategy
        .goals
        .sorted()
        .into_iter()
        .map(|goal| forest.goal(goal))
        .collect()
}

impl Forest<'_> {
    /// Measures under no heading first, then heading by heading.
    fn goal(&self, goal: &Goal) -> Branch {
        let under = self.measures.under(goal.id);
        let divisions = self.divisions.under(goal.id);
        let known = sort::set(divisions.iter().map(|d| d.id));
        let loose = under
            .iter()
            .filter(|m| m.division.is_none_or(|d| !known.contains(&d)));
        let mut branches: Vec<Branch> = loose.map(|m| self.measure(m)).collect();
        branches.extend(divisions.iter().map(|d| self.division(d, under)));
        let kpis = under.iter().flat_map(|m| &m.kpis);
        let used = sort::set(goal.targets.iter().chain(kpis).copied());
        gather(
            goal.id.into(),
            self.numbers.goal(goal.id),
            &goal.title,
            used.len(),
            branches,
        )
    }

    fn division(&self, division: &Division, of_goal: &[&Arc<Measure>]) -> Branch {
        let under = || of_goal.iter().filter(|m| m.division == Some(division.id));
        let used = sort::set(under().flat_map(|m| m.kpis.iter().copied()));
        let branches = under().map(|m| self.measure(m)).collect();
        let number = self.numbers.division(division.id);
        gather(
            division.id.into(),
            number,
            &division.title,
            used.len(),
            branches,
        )
    }

    fn measure(&self, measure: &Measure) -> Branch {
        let under = self.initiatives.under(measure.id).iter();
        let branches: Vec<Branch> = under.map(|i| self.initiative(i)).collect();
        let used = sort::set(measure.kpis.iter().copied());
        let number = self.numbers.measure(measure.id);
        let mut branch = gather(
            measure.id.into(),
            number,
            &measure.title,
            used.len(),
            branches,
        );
        branch.measures = 1;
        branch
    }

    fn initiative(&self, initiative: &Initiative) -> Branch {
        let number = self.numbers.initiative(initiative.id);
        let mut branch = gather(
            initiative.id.into(),
            number,
            &initiative.title,
            0,
            Vec::new(),
        );
        branch.initiatives = 1;
        branch
    }
}

fn gather(
    record: AnyId,
    number: String,
    title: &str,
    indicators: usize,
    branches: Vec<Branch>,
) -> Branch {
    Branch {
        record,
        number,
        title: title.to_owned(),
        measures: branches.iter().map(|b| b.measures).sum(),
        initiatives: branches.iter().map(|b| b.initiatives).sum(),
        indicators,
        branches,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    fn town() -> Strategy {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            targets: vec![Id::new(1)],
            ..goal(1, "目標")
        });
        s.divisions.insert(Division {
            id: Id::new(1),
            goal: Id::new(1),
            order: Order::nth(0),
            label: "基本計画".into(),
            number: "32".into(),
            title: "地域".into(),
        });
        let kpis = vec![Id::new(1), Id::new(2)];
        s.measures.insert(Measure {
            division: Some(Id::new(1)),
            kpis,
            ..measure(1, 1, "施策")
        });
        s.measures.insert(measure(2, 1, "見出しのない施策"));
        s.initiatives.insert(initiative(1, 1, "取組"));
        s.initiatives.insert(initiative(2, 1, "次の取組"));
        s
    }

    #[test]
    fn i33_a_tree_holds_everything_once_and_counts_it() {
        let all = tree(&town());
        let top = &all[0];
        assert_eq!((top.measures, top.initiatives, top.indicators), (2, 2, 2));
        let titles: Vec<&str> = top.branches.iter().map(|b| b.title.as_str()).collect();
        assert_eq!(titles, ["見出しのない施策", "地域"]);
        assert_eq!(
            (top.branches[1].measures, top.branches[1].initiatives),
            (1, 2)
        );
        assert_eq!(top.branches[1].branches[0].branches[1].number, "(2)");
    }
}
