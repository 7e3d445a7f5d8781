//! はじめの手順: what a plan that was just begun has so far.

use strategy::{Id, Indicator, Strategy};

/// The first steps of a plan, in the order in which they are taken; each is ticked by what the plan holds (I56).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FirstSteps {
    /// 基本目標: one with a name.
    pub goals: bool,
    /// 施策・取組: one of each with a name.
    pub outline: bool,
    /// 指標: one with a name and a target.
    pub indicators: bool,
    /// 実績: one.
    pub actuals: bool,
}

impl FirstSteps {
    /// Those taken.
    pub fn of(s: &Strategy) -> Self {
        let named = |title: &str| !title.trim().is_empty();
        let aimed = s.series.iter().filter(|r| !r.targets.is_empty());
        let indicator = |id: Id<Indicator>| s.get(id).is_some_and(|k| named(&k.name));
        Self {
            goals: s.goals.iter().any(|g| named(&g.title)),
            outline: s.measures.iter().any(|m| named(&m.title))
                && s.initiatives.iter().any(|i| named(&i.title)),
            indicators: aimed.map(|r| r.indicator).any(indicator),
            actuals: s.series.iter().any(|r| !r.actuals.is_empty()),
        }
    }

    /// True if all steps are taken.
    pub fn all(self) -> bool {
        self.goals && self.outline && self.indicators && self.actuals
    }
}

/// True if a plan was just begun: it lacks goals or indicators, and has no sheets, supports or timetable either,
/// which would make it a plan of another kind.
pub fn is_begun(s: &Strategy) -> bool {
    let kinds = [s.sheets.len(), s.supports.len(), s.timetable.len()];
    kinds == [0, 0, 0] && (s.goals.is_empty() || s.indicators.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use edit::{empty_goal, empty_indicator, empty_initiative, empty_measure, empty_series};
    use strategy::*;

    #[test]
    fn i56_each_step_is_ticked_by_what_the_plan_holds() {
        let mut s = Strategy::default();
        let (goal, measure) = (Id::new(1), Id::new(1));
        assert_eq!(FirstSteps::of(&s), FirstSteps::default());
        assert!(is_begun(&s));
        s.goals.insert(empty_goal(goal, GoalKind::Basic));
        assert!(!FirstSteps::of(&s).goals, "it has no name yet");
        s.goals.insert(Goal {
            title: "働くまち".to_owned(),
            ..empty_goal(goal, GoalKind::Basic)
        });
        assert!(FirstSteps::of(&s).goals);
        s.measures.insert(Measure {
            title: "農業".to_owned(),
            ..empty_measure(measure, goal, None)
        });
        assert!(!FirstSteps::of(&s).outline, "no initiative yet");
        s.initiatives.insert(Initiative {
            title: "相談".to_owned(),
            ..empty_initiative(Id::new(1), measure)
        });
        assert!(FirstSteps::of(&s).outline);
        s.indicators.insert(empty_indicator(Id::new(1), "就農者数"));
        let mut series = empty_series(Id::new(1), Id::new(1), "");
        s.series.insert(series.clone());
        assert!(!FirstSteps::of(&s).indicators, "no target yet");
        series.targets.insert(FiscalYear(2031), Figure::read("20"));
        s.series.insert(series.clone());
        assert!(FirstSteps::of(&s).indicators && !FirstSteps::of(&s).all());
        series.actuals.insert(FiscalYear(2027), Figure::read("14"));
        s.series.insert(series);
        assert!(FirstSteps::of(&s).all() && !is_begun(&s));
    }

    #[test]
    fn i56_a_plan_of_sheets_or_meetings_was_not_just_begun() {
        let mut s = Strategy::default();
        s.supports.insert(Support {
            id: Id::new(1),
            kind: SupportKind::Money,
            title: "交付金".to_owned(),
            ..Default::default()
        });
        assert!(!is_begun(&s));
    }
}
