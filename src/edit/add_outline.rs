//! Adding a whole outline: goals with all that stands under them, and their indicators, in one edit.

use std::collections::BTreeMap;

use super::{
    Draft, Edit, EditLabel, NewIndicator, Operation, Refusal, empty_goal, empty_initiative,
    empty_measure,
};
use strategy::*;

/// An outline to be added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    /// 目標.
    pub goals: Vec<OutlineGoal>,
    /// 指標, each once, however many goals and measures use it.
    pub indicators: Vec<NewIndicator>,
}

/// A goal to be added, with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutlineGoal {
    /// 基本 or 横断.
    pub kind: GoalKind,
    /// Number as printed; empty: counted.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 副題.
    pub subtitle: String,
    /// 方向性.
    pub direction: String,
    /// 数値目標, by their places among the outline's indicators.
    pub targets: Vec<usize>,
    /// 区分.
    pub divisions: Vec<OutlineDivision>,
    /// 施策.
    pub measures: Vec<OutlineMeasure>,
}

/// A heading to be added, that gathers measures of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutlineDivision {
    /// Name of this level in the plan.
    pub label: String,
    /// Number as printed; empty: counted.
    pub number: String,
    /// 名称.
    pub title: String,
}

/// A measure to be added, with its initiatives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutlineMeasure {
    /// The heading it stands under, by its place among the goal's.
    pub division: Option<usize>,
    /// Number as printed; empty: counted.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 方向性.
    pub direction: String,
    /// 重点施策.
    pub priority: bool,
    /// KPI, by their places among the outline's indicators.
    pub kpis: Vec<usize>,
    /// 担当課.
    pub owner: String,
    /// 取組.
    pub initiatives: Vec<OutlineInitiative>,
}

/// An initiative to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OutlineInitiative {
    /// Number as printed; empty: counted.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 概要.
    pub text: String,
    /// 担当課.
    pub owner: String,
    /// 新規.
    pub new: bool,
    /// 再掲: one of the same name stands elsewhere.
    pub reprise: bool,
}

impl Outline {
    /// Returns the number of records, without series.
    pub fn count(&self) -> usize {
        let under = |goal: &OutlineGoal| {
            let initiatives = goal.measures.iter().map(|m| m.initiatives.len());
            1 + goal.divisions.len() + goal.measures.len() + initiatives.sum::<usize>()
        };
        self.goals.iter().map(under).sum::<usize>() + self.indicators.len()
    }
}

/// Adds an outline behind what there is.
pub fn add_outline(
    strategy: &Strategy,
    outline: &Outline,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let mut adding = OutlineAdding {
        draft: Draft::new(strategy),
        fresh: &mut fresh,
        indicators: Vec::new(),
        last_goal: None,
        originals: originals(strategy),
    };
    for one in &outline.indicators {
        adding.indicator(one)?;
    }
    for one in &outline.goals {
        adding.goal(one)?;
    }
    let label = EditLabel::to_all(Operation::AddOutline(outline.count()));
    adding.draft.finish(label)
}

struct OutlineAdding<'a> {
    draft: Draft,
    fresh: &'a mut dyn FnMut() -> u64,
    indicators: Vec<Id<Indicator>>,
    /// The goal that was added last.
    last_goal: Option<Order>,
    /// The first initiative of each name that is no 再掲.
    originals: BTreeMap<String, Id<Initiative>>,
}

fn originals(strategy: &Strategy) -> BTreeMap<String, Id<Initiative>> {
    let mut originals = BTreeMap::new();
    for one in strategy
        .initiatives
        .iter()
        .filter(|one| one.reprise.is_none())
    {
        originals.entry(one.title.clone()).or_insert(one.id);
    }
    originals
}

impl OutlineAdding<'_> {
    fn indicator(&mut self, one: &NewIndicator) -> Result<(), Refusal> {
        let mut indicator = one.indicator.clone();
        indicator.id = Id::new((self.fresh)());
        // The list is looked through for the first alone; each of the others stands behind the one before it.
        let last = self
            .indicators
            .last()
            .and_then(|id| self.draft.strategy().get(*id));
        match last.map(|last| last.order.clone()) {
            Some(last) => {
                indicator.order = Order::between(Some(&last), None, indicator.id.number());
            }
            None => self.draft.place(&mut indicator, usize::MAX),
        }
        let id = indicator.id;
        self.indicators.push(id);
        self.draft.add(indicator)?;
        for (at, series) in one.series.iter().enumerate() {
            self.draft.add(Series {
                id: Id::new((self.fresh)()),
                indicator: id,
                order: Order::nth(at),
                ..series.clone()
            })?;
        }
        Ok(())
    }

    fn used(&self, places: &[usize]) -> Vec<Id<Indicator>> {
        let ids = places.iter().filter_map(|at| self.indicators.get(*at));
        ids.copied().collect()
    }

    fn goal(&mut self, one: &OutlineGoal) -> Result<(), Refusal> {
        let mut goal = empty_goal(Id::new((self.fresh)()), one.kind);
        goal.number.clone_from(&one.number);
        goal.title.clone_from(&one.title);
        goal.subtitle.clone_from(&one.subtitle);
        goal.direction.clone_from(&one.direction);
        goal.targets = self.used(&one.targets);
        // As with indicators, the list is looked through for the first alone.
        match &self.last_goal {
            Some(last) => goal.order = Order::between(Some(last), None, goal.id.number()),
            None => self.draft.place(&mut goal, usize::MAX),
        }
        self.last_goal = Some(goal.order.clone());
        let id = goal.id;
        self.draft.add(goal)?;
        let mut divisions = Vec::new();
        for (at, one) in one.divisions.iter().enumerate() {
            let division = Division {
                id: Id::new((self.fresh)()),
                goal: id,
                order: Order::nth(at),
                label: one.label.clone(),
                number: one.number.clone(),
                title: one.title.clone(),
            };
            divisions.push(division.id);
            self.draft.add(division)?;
        }
        for (at, one) in one.measures.iter().enumerate() {
            let division = one.division.and_then(|at| divisions.get(at).copied());
            self.measure(id, division, Order::nth(at), one)?;
        }
        Ok(())
    }

    fn measure(
        &mut self,
        goal: Id<Goal>,
        division: Option<Id<Division>>,
        order: Order,
        one: &OutlineMeasure,
    ) -> Result<(), Refusal> {
        let mut measure = empty_measure(Id::new((self.fresh)()), goal, division);
        measure.number.clone_from(&one.number);
        measure.title.clone_from(&one.title);
        measure.direction.clone_from(&one.direction);
        measure.priority = one.priority;
        measure.kpis = self.used(&one.kpis);
        measure.owner.clone_from(&one.owner);
        measure.order = order;
        let id = measure.id;
        self.draft.add(measure)?;
        for (at, one) in one.initiatives.iter().enumerate() {
            let mut initiative = empty_initiative(Id::new((self.fresh)()), id);
            initiative.number.clone_from(&one.number);
            initiative.title.clone_from(&one.title);
            initiative.text.clone_from(&one.text);
            initiative.owner.clone_from(&one.owner);
            initiative.new = one.new;
            initiative.reprise = one.reprise.then(|| self.original(&one.title));
            initiative.order = Order::nth(at);
            if !one.reprise {
                let title = initiative.title.clone();
                self.originals.entry(title).or_insert(initiative.id);
            }
            self.draft.add(initiative)?;
        }
        Ok(())
    }

    /// Returns the original of an initiative: the first of its name that is no 再掲 itself.
    fn original(&self, title: &str) -> Reprise {
        let original = self.originals.get(title);
        original.map_or(Reprise::Elsewhere(String::new()), |id| Reprise::Of(*id))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{empty_indicator, empty_series};

    fn outline() -> Outline {
        let initiative = |title: &str, reprise: bool| OutlineInitiative {
            title: title.to_owned(),
            reprise,
            ..OutlineInitiative::default()
        };
        let measure = |title: &str, initiatives: Vec<OutlineInitiative>| OutlineMeasure {
            title: title.to_owned(),
            initiatives,
            ..OutlineMeasure::default()
        };
        let mut farming = measure(
            "農業",
            vec![initiative("相談", false), initiative("研修", false)],
        );
        farming.division = Some(0);
        farming.kpis = vec![0];
        let goal = OutlineGoal {
            title: "働くまち".to_owned(),
            direction: "働く場をつくる。".to_owned(),
            targets: vec![0],
            divisions: vec![OutlineDivision {
                title: "産業".to_owned(),
                ..OutlineDivision::default()
            }],
            measures: vec![
                farming,
                measure(
                    "商業",
                    vec![initiative("相談", true), initiative("融資", true)],
                ),
            ],
            ..OutlineGoal::default()
        };
        Outline {
            goals: vec![goal],
            indicators: vec![NewIndicator {
                indicator: empty_indicator(Id::new(0), "就農者数"),
                series: vec![empty_series(Id::new(0), Id::new(0), "")],
                goals: Vec::new(),
            }],
        }
    }

    #[test]
    fn an_outline_is_added_in_one_edit_and_taken_back_in_one() {
        let mut strategy = Strategy::default();
        strategy.about.insert(About::default());
        let before = strategy.clone();
        let mut last = 0;
        let edit = add_outline(&strategy, &outline(), || {
            last += 1;
            last
        });
        let edit = edit.unwrap();
        assert_eq!(edit.label.operation, Operation::AddOutline(9));
        edit.apply(&mut strategy).unwrap();
        let goal = strategy.goals.sorted()[0].clone();
        let indicator = strategy.indicators.sorted()[0].clone();
        assert_eq!(goal.targets, [indicator.id]);
        assert_eq!(goal.direction, "働く場をつくる。");
        let measures = strategy.measures_of(goal.id);
        let farming = measures.iter().find(|m| m.title == "農業").unwrap();
        let trade = measures.iter().find(|m| m.title == "商業").unwrap();
        assert_eq!(farming.kpis, [indicator.id]);
        assert!(farming.division.is_some() && trade.division.is_none());
        let initiatives = strategy.initiatives.under(trade.id);
        let first = strategy.initiatives.under(farming.id)[0].id;
        let reprises: Vec<_> = initiatives.iter().map(|i| i.reprise.clone()).collect();
        let elsewhere = Reprise::Elsewhere(String::new());
        assert_eq!(reprises, [Some(Reprise::Of(first)), Some(elsewhere)]);
        edit.reverse().apply(&mut strategy).unwrap();
        assert_eq!(strategy, before);
    }
}
