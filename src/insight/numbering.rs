//! 番号: as printed, or counted where nothing is printed.

use std::collections::{BTreeMap, BTreeSet};

use strategy::*;

/// The number of every goal (`1`, `横1`), heading, measure (`1`) and initiative (`(1)`).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    goals: BTreeMap<Id<Goal>, String>,
    divisions: BTreeMap<Id<Division>, String>,
    measures: BTreeMap<Id<Measure>, String>,
    initiatives: BTreeMap<Id<Initiative>, String>,
    codes: BTreeMap<Id<Measure>, String>,
}

fn number_or(printed: &str, counted: impl FnOnce() -> String) -> String {
    match printed.trim() {
        "" => counted(),
        number => number.to_owned(),
    }
}

impl Numbers {
    /// Numbers everything (I31, I32).
    pub fn of(strategy: &Strategy) -> Self {
        let mut numbers = Self::default();
        numbers.number_goals(strategy);
        numbers.number_divisions(strategy);
        numbers.number_measures(strategy);
        numbers.code_measures(strategy);
        numbers.number_initiatives(strategy);
        numbers
    }

    fn number_goals(&mut self, strategy: &Strategy) {
        let (mut basic, mut crossing) = (0, 0);
        for goal in strategy.goals.sorted() {
            let number = match goal.kind {
                GoalKind::Basic => {
                    basic += 1;
                    number_or(&goal.number, || basic.to_string())
                }
                GoalKind::CrossCutting => {
                    crossing += 1;
                    let number = number_or(&goal.number, || crossing.to_string());
                    match number.starts_with('横') {
                        true => number,
                        false => format!("横{number}"),
                    }
                }
            };
            self.goals.insert(goal.id, number);
        }
    }

    fn number_divisions(&mut self, strategy: &Strategy) {
        for group in strategy.divisions.by_parent().iter() {
            for (index, division) in group.iter().enumerate() {
                let number = number_or(&division.number, || (index + 1).to_string());
                self.divisions.insert(division.id, number);
            }
        }
    }

    /// Measures are counted under their heading, or under their goal where they stand under none.
    fn number_measures(&mut self, strategy: &Strategy) {
        for group in strategy.measures.by_parent().iter() {
            let mut counts: BTreeMap<Option<Id<Division>>, usize> = BTreeMap::new();
            for measure in group {
                let count = counts.entry(measure.division).or_default();
                *count += 1;
                let number = number_or(&measure.number, || count.to_string());
                self.measures.insert(measure.id, number);
            }
        }
    }

    fn code_measures(&mut self, strategy: &Strategy) {
        let code = |parts: &[&str]| half_width(&parts.join("-"));
        let mut taken = BTreeSet::new();
        let mut twice = BTreeSet::new();
        for measure in strategy.measures.iter() {
            let (goal, own) = (self.goal(measure.goal), self.measure(measure.id));
            let heading = measure.division.and_then(|id| strategy.get(id));
            let code = match heading {
                None => code(&[&goal, &own]),
                Some(heading) => match heading.number.trim() {
                    "" => code(&[&goal, &self.division(heading.id), &own]),
                    printed => code(&[printed, &own]),
                },
            };
            if !taken.insert(code.clone()) {
                twice.insert(code.clone());
            }
            self.codes.insert(measure.id, code);
        }
        for measure in strategy.measures.iter() {
            let Some(heading) = measure.division.and_then(|id| strategy.get(id)) else {
                continue;
            };
            let is_twice = self
                .codes
                .get(&measure.id)
                .is_some_and(|c| twice.contains(c));
            if is_twice && !heading.number.trim().is_empty() {
                let (goal, own) = (self.goal(measure.goal), self.measure(measure.id));
                let longer = code(&[&goal, heading.number.trim(), &own]);
                self.codes.insert(measure.id, longer);
            }
        }
    }

    fn number_initiatives(&mut self, strategy: &Strategy) {
        for group in strategy.initiatives.by_parent().iter() {
            for (index, initiative) in group.iter().enumerate() {
                let number = number_or(&initiative.number, || format!("({})", index + 1));
                self.initiatives.insert(initiative.id, number);
            }
        }
    }

    /// `1`, `横1`; empty for a goal that is not there.
    pub fn goal(&self, id: Id<Goal>) -> String {
        self.goals.get(&id).cloned().unwrap_or_default()
    }

    /// `32`.
    pub fn division(&self, id: Id<Division>) -> String {
        self.divisions.get(&id).cloned().unwrap_or_default()
    }

    /// `1`.
    pub fn measure(&self, id: Id<Measure>) -> String {
        self.measures.get(&id).cloned().unwrap_or_default()
    }

    /// `(1)`.
    pub fn initiative(&self, id: Id<Initiative>) -> String {
        self.initiatives.get(&id).cloned().unwrap_or_default()
    }

    /// 施策コード, in half-width: `32-1`, `3-1-1` (I32).
    pub fn code_of(&self, id: Id<Measure>) -> String {
        self.codes.get(&id).cloned().unwrap_or_default()
    }

    /// The measures a printed code (`1-26`) can mean. More than one where the code is not unique.
    pub fn measures_coded(&self, code: &str) -> Vec<Id<Measure>> {
        let wanted = half_width(code.trim());
        let coded = self.codes.iter().filter(|(_, code)| **code == wanted);
        coded.map(|(id, _)| *id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    #[test]
    fn i31_printed_numbers_stand_and_the_rest_are_counted() {
        let mut s = Strategy::default();
        s.goals.insert(goal(1, "一"));
        s.goals.insert(Goal {
            kind: GoalKind::CrossCutting,
            ..goal(2, "横")
        });
        s.goals.insert(Goal {
            number: "５".into(),
            ..goal(3, "五")
        });
        s.goals.insert(goal(4, "三番目"));
        s.measures.insert(measure(1, 1, "一"));
        s.measures.insert(measure(2, 1, "二"));
        s.initiatives.insert(initiative(1, 2, "い"));
        s.initiatives.insert(initiative(2, 2, "ろ"));
        let n = Numbers::of(&s);
        assert_eq!(
            [1, 2, 3, 4].map(|i| n.goal(Id::new(i))),
            ["1", "横1", "５", "3"]
        );
        assert_eq!(n.measure(Id::new(2)), "2");
        assert_eq!(n.code_of(Id::new(2)), "1-2");
        assert_eq!(n.initiative(Id::new(2)), "(2)");
        assert_eq!(n.goal(Id::new(9)), "");
    }

    #[test]
    fn i32_a_code_is_the_headings_number_and_the_measures() {
        let mut s = Strategy::default();
        s.goals.insert(goal(1, "協働"));
        s.divisions.insert(Division {
            id: Id::new(1),
            goal: Id::new(1),
            order: Order::nth(0),
            label: "基本計画".into(),
            number: "３２".into(),
            title: "地域".into(),
        });
        s.measures.insert(Measure {
            division: Some(Id::new(1)),
            ..measure(1, 1, "一")
        });
        s.measures.insert(Measure {
            number: "４".into(),
            division: Some(Id::new(1)),
            ..measure(2, 1, "四")
        });
        s.measures.insert(measure(3, 1, "見出しなし"));
        let n = Numbers::of(&s);
        assert_eq!(
            [1, 2, 3].map(|i| n.code_of(Id::new(i))),
            ["32-1", "32-4", "1-1"]
        );
        assert_eq!(n.measures_coded("３２-４"), [Id::new(2)]);
        assert!(n.measures_coded("9-9").is_empty());
    }

    /// Goals, each with headings (their printed number), each with so many measures; and measures under none.
    fn plan(goals: &[(&[(&str, usize)], usize)]) -> Strategy {
        let mut s = Strategy::default();
        let (mut headings, mut measures) = (0, 0);
        for (at, (divisions, loose)) in goals.iter().enumerate() {
            let goal_id = at as u64 + 1;
            s.goals.insert(goal(goal_id, "目標"));
            let mut put = |s: &mut Strategy, division| {
                measures += 1;
                s.measures.insert(Measure {
                    division,
                    ..measure(measures, goal_id, "施策")
                });
            };
            for (number, count) in *divisions {
                headings += 1;
                let id = Id::new(headings);
                s.divisions.insert(Division {
                    id,
                    goal: Id::new(goal_id),
                    order: Order::nth(headings as usize),
                    label: String::new(),
                    number: (*number).to_owned(),
                    title: "見出し".into(),
                });
                (0..*count).for_each(|_| put(&mut s, Some(id)));
            }
            (0..*loose).for_each(|_| put(&mut s, None));
        }
        s
    }

    #[test]
    fn i32_no_two_measures_have_the_same_code() {
        type Case<'a> = (&'a [(&'a [(&'a str, usize)], usize)], &'a [&'a str]);
        let cases: [Case; 5] = [
            // みほん町: headings that are only counted.
            (
                &[(&[], 2), (&[("", 1), ("", 2)], 0)],
                &["1-1", "1-2", "2-1-1", "2-2-1", "2-2-2"],
            ),
            // 北斗市: headings numbered through all goals, as printed.
            (&[(&[("32", 2), ("33", 1)], 0)], &["32-1", "32-2", "33-1"]),
            // Headings printed 1, 2 under each goal.
            (&[(&[("1", 1)], 0), (&[("1", 1)], 0)], &["1-1-1", "2-1-1"]),
            // A printed heading like the number of another goal.
            (&[(&[], 1), (&[("１", 1)], 0)], &["1-1", "2-1-1"]),
            // Beside a heading, measures under none.
            (&[(&[("", 1)], 1)], &["1-1-1", "1-1"]),
        ];
        for (goals, codes) in cases {
            let s = plan(goals);
            let n = Numbers::of(&s);
            let mut ids: Vec<_> = s.measures.iter().map(|m| m.id).collect();
            ids.sort();
            let all: Vec<_> = ids.iter().map(|id| n.code_of(*id)).collect();
            assert_eq!(all, codes);
            for (id, code) in ids.iter().zip(&all) {
                assert_eq!(n.measures_coded(code), [*id]);
            }
        }
    }
}
