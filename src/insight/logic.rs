//! ロジックモデル of a goal: 取組 with their 予算, 活動指標, 成果指標 and 数値目標, the links between them, and its holes.
//!
//! Missing parts are taken from the structure of the plan: a measure leads to its KPI of the earliest stage, a KPI to those
//! of the same measure in the next stage, the last of them to the 数値目標 of the goal.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::money::{Ledger, Scope};
use strategy::*;

/// The model of a goal.
#[derive(Debug, Clone, PartialEq)]
pub struct LogicModel {
    /// The goal.
    pub goal: Id<Goal>,
    /// 施策 in reading order.
    pub activities: Vec<LogicActivity>,
    /// Indicators from 活動 to 長期, in reading order within a stage; each once.
    pub indicators: Vec<ModelIndicator>,
    /// Links, by source in the order above.
    pub links: Vec<ModelLink>,
}

/// A measure in the model.
#[derive(Debug, Clone, PartialEq)]
pub struct LogicActivity {
    /// The measure.
    pub measure: Id<Measure>,
    /// Its initiatives, in order.
    pub initiatives: Vec<Id<Initiative>>,
    /// 予算: the latest year planned, and its 計 in 千円.
    pub budget: Option<(FiscalYear, i64)>,
}

/// An indicator in the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelIndicator {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// Its stage.
    pub stage: LogicStage,
    /// True for a 数値目標 of the goal.
    pub is_target: bool,
    /// The measures of the goal whose KPI it is.
    pub measures: Vec<Id<Measure>>,
}

/// A link in the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelLink {
    /// The link; without a reason where nobody wrote one.
    pub link: LogicLink,
    /// True if somebody stated it; false if the structure of the plan says it.
    pub is_stated: bool,
}

/// Something that is missing in a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogicHole {
    /// The goal has no 数値目標 (I85).
    NoTarget,
    /// No way leads from a measure to a 数値目標 (I85).
    NoPath(Id<Measure>),
    /// No way leads from any measure to a 数値目標 (I85).
    Unreached(Id<Indicator>),
    /// Links that begin here have no reason (I86).
    NoReason(LogicSource, usize),
    /// The KPI of a measure are 活動指標 only (I87).
    OutputsOnly(Id<Measure>),
    /// Actual figures without a source (I88).
    NoSource(Id<Indicator>),
}

/// The opinions of a sheet as one text, a paragraph each, as 外部有識者の所見 has them.
pub fn opinions_text(opinions: &[Opinion]) -> String {
    let told = opinions.iter().map(|one| {
        let head = [one.by.trim(), one.rating.trim()];
        let head = head.into_iter().filter(|part| !part.is_empty());
        let head = head.collect::<Vec<_>>().join(" ");
        match head.as_str() {
            "" => one.text.trim().to_owned(),
            head => [head, ": ", one.text.trim()].concat(),
        }
    });
    told.collect::<Vec<_>>().join("\n")
}

impl LogicModel {
    /// Builds the model of a goal; `None`: there is no such goal.
    pub fn of(strategy: &Strategy, goal: Id<Goal>) -> Option<Self> {
        let goal = strategy.get(goal)?;
        let measures = strategy.measures_of(goal.id);
        let mut model = Self {
            goal: goal.id,
            activities: activities(strategy, &measures),
            indicators: indicators(strategy, goal, &measures),
            links: Vec::new(),
        };
        model.links = model.linked(goal.logic.as_ref());
        Some(model)
    }

    /// Its sources, from the works to the goal.
    pub fn sources(&self) -> impl Iterator<Item = LogicSource> {
        let measures = self.activities.iter();
        let measures = measures.map(|one| LogicSource::Measure(one.measure));
        let indicators = self.indicators.iter();
        measures.chain(indicators.map(|one| LogicSource::Indicator(one.indicator)))
    }

    /// Returns the indicator with its stage, if it is in the model.
    pub fn indicator(&self, id: Id<Indicator>) -> Option<&ModelIndicator> {
        self.indicators.iter().find(|one| one.indicator == id)
    }

    /// The links that begin at a source.
    pub fn links_from(&self, source: LogicSource) -> impl Iterator<Item = &ModelLink> {
        self.links.iter().filter(move |one| one.link.from == source)
    }

    /// The links that lead to an indicator.
    pub fn links_to(&self, id: Id<Indicator>) -> impl Iterator<Item = &ModelLink> {
        self.links.iter().filter(move |one| one.link.to == id)
    }

    /// True if the way ends at a source that is no 数値目標 of the goal (I113).
    pub fn leads_nowhere(&self, source: LogicSource) -> bool {
        let is_target = match source {
            LogicSource::Measure(_) => false,
            LogicSource::Indicator(id) => self.indicator(id).is_some_and(|one| one.is_target),
        };
        !is_target && self.links_from(source).next().is_none()
    }

    /// True if nothing leads to an indicator (I113).
    pub fn comes_from_nowhere(&self, id: Id<Indicator>) -> bool {
        self.links_to(id).next().is_none()
    }

    /// True if a link may go from the source to the indicator: from a measure, or from an earlier stage.
    pub fn may_link(&self, from: LogicSource, to: Id<Indicator>) -> bool {
        let Some(to) = self.indicator(to) else {
            return false;
        };
        match from {
            LogicSource::Measure(id) => self.activities.iter().any(|one| one.measure == id),
            LogicSource::Indicator(id) => {
                let from = self.indicator(id);
                from.is_some_and(|from| from.stage < to.stage)
            }
        }
    }

    /// The links of every source: those that were stated and can be, else the usual ones.
    fn linked(&self, logic: Option<&Logic>) -> Vec<ModelLink> {
        let stated = logic
            .map(|logic| logic.links.as_slice())
            .unwrap_or_default();
        let mut all = Vec::new();
        for source in self.sources() {
            let own = stated.iter().filter(|link| link.from == source);
            let mut own: Vec<_> = own.filter(|link| self.may_link(source, link.to)).collect();
            let mut seen = BTreeSet::new();
            own.retain(|link| seen.insert(link.to));
            if own.is_empty() {
                let usual = self.usual(source).into_iter();
                all.extend(usual.map(|to| ModelLink {
                    link: LogicLink::bare(source, to),
                    is_stated: false,
                }));
            } else {
                let place = |id| self.indicators.iter().position(|one| one.indicator == id);
                sort::by_key(&mut own, |link| place(link.to));
                all.extend(own.into_iter().map(|link| ModelLink {
                    link: link.clone(),
                    is_stated: true,
                }));
            }
        }
        all
    }

    /// The indicators that a source leads to by the structure of the plan.
    fn usual(&self, source: LogicSource) -> Vec<Id<Indicator>> {
        let (measures, after) = match source {
            LogicSource::Measure(id) => (vec![id], None),
            LogicSource::Indicator(id) => match self.indicator(id) {
                Some(one) => (one.measures.clone(), Some(one.stage)),
                None => return Vec::new(),
            },
        };
        let later = |one: &&ModelIndicator| after.is_none_or(|stage| one.stage > stage);
        let shares = |one: &&ModelIndicator| measures.iter().any(|id| one.measures.contains(id));
        let next = self.indicators.iter().filter(later).find(shares);
        match next.map(|one| one.stage) {
            Some(stage) => {
                let all = self.indicators.iter().filter(|one| one.stage == stage);
                all.filter(shares).map(|one| one.indicator).collect()
            }
            None if after.is_some() => {
                let all = self.indicators.iter().filter(later);
                let all = all.filter(|one| one.is_target);
                all.map(|one| one.indicator).collect()
            }
            None => Vec::new(),
        }
    }

    /// The indicators that are reached from a source.
    fn reached(&self, source: LogicSource) -> BTreeSet<Id<Indicator>> {
        let mut reached = BTreeSet::new();
        let mut open = vec![source];
        while let Some(source) = open.pop() {
            for one in self.links_from(source) {
                if reached.insert(one.link.to) {
                    open.push(LogicSource::Indicator(one.link.to));
                }
            }
        }
        reached
    }

    /// Everything that is missing, rule by rule, in reading order.
    pub fn holes(&self, strategy: &Strategy) -> Vec<LogicHole> {
        let mut holes = self.broken_paths();
        for source in self.sources() {
            let links = self.links_from(source);
            let bare = links.filter(|one| one.link.because.trim().is_empty());
            match bare.count() {
                0 => {}
                count => holes.push(LogicHole::NoReason(source, count)),
            }
        }
        for one in &self.activities {
            let of = |indicator: &&ModelIndicator| indicator.measures.contains(&one.measure);
            let mut own = self.indicators.iter().filter(of).peekable();
            if own.peek().is_some() && own.all(|own| own.stage == LogicStage::Output) {
                holes.push(LogicHole::OutputsOnly(one.measure));
            }
        }
        let used = self.indicators.iter().map(|one| one.indicator);
        let bare = used.filter(|id| is_without_source(strategy, *id));
        holes.extend(bare.map(LogicHole::NoSource));
        holes
    }

    fn broken_paths(&self) -> Vec<LogicHole> {
        let targets = self.indicators.iter().filter(|one| one.is_target);
        let targets: Vec<_> = targets.map(|one| one.indicator).collect();
        if targets.is_empty() {
            return vec![LogicHole::NoTarget];
        }
        let mut holes = Vec::new();
        let mut all = BTreeSet::new();
        for one in &self.activities {
            let mut reached = self.reached(LogicSource::Measure(one.measure));
            if !targets.iter().any(|id| reached.contains(id)) {
                holes.push(LogicHole::NoPath(one.measure));
            }
            all.append(&mut reached);
        }
        let unreached = targets.into_iter().filter(|id| !all.contains(id));
        holes.extend(unreached.map(LogicHole::Unreached));
        holes
    }
}

fn activities(strategy: &Strategy, measures: &[&Arc<Measure>]) -> Vec<LogicActivity> {
    let year = strategy.sheets.iter().map(|sheet| sheet.year).max();
    let ledger = year.map(|year| Ledger::new(strategy, Side::Planned, year));
    let budget = |measure| {
        let ledger = ledger.as_ref()?;
        let total = ledger.total(Scope::Measure(measure));
        (total.known > 0).then_some((ledger.year, total.sum))
    };
    let activity = |measure: &&Arc<Measure>| LogicActivity {
        measure: measure.id,
        initiatives: {
            let under = strategy.initiatives.under(measure.id).into_iter();
            under.map(|one| one.id).collect()
        },
        budget: budget(measure.id),
    };
    measures.iter().map(activity).collect()
}

fn indicators(strategy: &Strategy, goal: &Goal, measures: &[&Arc<Measure>]) -> Vec<ModelIndicator> {
    let kpis = measures.iter().flat_map(|one| one.kpis.iter().copied());
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for id in goal.targets.iter().copied().chain(kpis) {
        let Some(indicator) = strategy.get(id).filter(|_| seen.insert(id)) else {
            continue;
        };
        let using = measures.iter().filter(|one| one.kpis.contains(&id));
        all.push(ModelIndicator {
            indicator: id,
            stage: goal.stage_of(indicator),
            is_target: goal.targets.contains(&id),
            measures: using.map(|one| one.id).collect(),
        });
    }
    sort::by_key(&mut all, |one| one.stage);
    all
}

fn is_without_source(strategy: &Strategy, id: Id<Indicator>) -> bool {
    let Some(indicator) = strategy.get(id) else {
        return false;
    };
    let is_sourced = !indicator.source.trim().is_empty() || !indicator.grounds.is_empty();
    let series = strategy.series.under(id);
    let mut actuals = series.iter().flat_map(|one| one.actuals.values());
    !is_sourced && actuals.any(|figure| figure.number().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::{goal, indicator, measure, series};

    /// A goal with a target (1), a measure with an output (2) and an outcome (3), and a measure with an output only (4).
    fn plan() -> Strategy {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            targets: vec![Id::new(1)],
            ..goal(1, "しごと")
        });
        for (id, kpis) in [(1, vec![2, 3]), (2, vec![4])] {
            s.measures.insert(Measure {
                kpis: kpis.into_iter().map(Id::new).collect(),
                ..measure(id, 1, "支援")
            });
        }
        for id in 1..=4 {
            let nature = match id {
                2 | 4 => Nature::Output,
                _ => Nature::Outcome,
            };
            s.indicators.insert(Indicator {
                nature: Some(nature),
                source: "統計".to_owned(),
                ..indicator(id, "数")
            });
            s.series.insert(series(id, id, ""));
        }
        s
    }

    fn change(s: &mut Strategy, change: impl FnOnce(&mut Logic)) {
        let mut goal = Goal::clone(s.get(Id::<Goal>::new(1)).expect("there"));
        goal.change_logic(change);
        s.goals.insert(goal);
    }

    fn model(s: &Strategy) -> LogicModel {
        LogicModel::of(s, Id::new(1)).expect("there")
    }

    fn ends(model: &LogicModel) -> Vec<(LogicSource, u64)> {
        let links = model.links.iter();
        links
            .map(|one| (one.link.from, one.link.to.number()))
            .collect()
    }

    const fn from(id: u64) -> LogicSource {
        LogicSource::Indicator(Id::new(id))
    }

    const fn of(id: u64) -> LogicSource {
        LogicSource::Measure(Id::new(id))
    }

    #[test]
    fn the_plan_says_stages_and_links_by_itself() {
        let model = model(&plan());
        let stages = model.indicators.iter();
        let stages: Vec<_> = stages
            .map(|one| (one.indicator.number(), one.stage))
            .collect();
        let (output, short, long) = (LogicStage::Output, LogicStage::Short, LogicStage::Long);
        assert_eq!(stages, [(2, output), (4, output), (3, short), (1, long)]);
        let expected = [
            (of(1), 2),
            (of(2), 4),
            (from(2), 3),
            (from(4), 1),
            (from(3), 1),
        ];
        assert_eq!(ends(&model), expected);
        assert!(model.links.iter().all(|one| !one.is_stated));
    }

    #[test]
    fn a_stated_link_stands_for_all_of_its_source_and_never_leads_back() {
        let mut s = plan();
        change(&mut s, |logic| {
            logic.links.push(LogicLink::bare(from(2), Id::new(1)));
            logic.links.push(LogicLink::bare(from(1), Id::new(3)));
        });
        let expected = [
            (of(1), 2),
            (of(2), 4),
            (from(2), 1),
            (from(4), 1),
            (from(3), 1),
        ];
        assert_eq!(ends(&model(&s)), expected);
    }

    #[test]
    fn i113_a_way_that_ends_before_a_target_or_begins_without_a_measure_is_seen() {
        let mut s = plan();
        let whole = model(&s);
        assert!(!whole.sources().any(|one| whole.leads_nowhere(one)));
        let mut ids = [1, 2, 3, 4].map(Id::new).into_iter();
        assert!(!ids.any(|id| whole.comes_from_nowhere(id)));

        let mut goal = Goal::clone(s.get(Id::<Goal>::new(1)).expect("there"));
        goal.targets.clear();
        s.goals.insert(goal);
        let mut bare = Measure::clone(s.get(Id::<Measure>::new(2)).expect("there"));
        bare.kpis.clear();
        s.measures.insert(bare);
        let broken = model(&s);
        let ends: Vec<_> = broken
            .sources()
            .filter(|one| broken.leads_nowhere(*one))
            .collect();
        assert_eq!(ends, [of(2), from(3)]);

        let mut s = plan();
        for measure in [1, 2] {
            let mut bare = Measure::clone(s.get(Id::<Measure>::new(measure)).expect("there"));
            bare.kpis.clear();
            s.measures.insert(bare);
        }
        assert!(model(&s).comes_from_nowhere(Id::new(1)));
        assert!(!model(&s).leads_nowhere(from(1)));
    }

    #[test]
    fn i85_a_way_leads_from_every_measure_to_a_target_and_to_every_target() {
        let mut s = plan();
        let holes = model(&s).holes(&s);
        assert!(
            !holes
                .iter()
                .any(|hole| matches!(hole, LogicHole::NoPath(_)))
        );
        let mut goal = Goal::clone(s.get(Id::<Goal>::new(1)).expect("there"));
        goal.targets.clear();
        s.goals.insert(goal.clone());
        assert_eq!(model(&s).holes(&s)[0], LogicHole::NoTarget);
        goal.targets = vec![Id::new(1)];
        s.goals.insert(goal);
        let mut bare = Measure::clone(s.get(Id::<Measure>::new(2)).expect("there"));
        bare.kpis.clear();
        s.measures.insert(bare);
        assert_eq!(model(&s).holes(&s)[0], LogicHole::NoPath(Id::new(2)));
        let ids: Vec<_> = s.measures.ids().collect();
        for id in ids {
            s.measures.remove(id);
        }
        assert_eq!(model(&s).holes(&s), [LogicHole::Unreached(Id::new(1))]);
    }

    #[test]
    fn i86_every_link_has_a_reason() {
        let mut s = plan();
        let count = |s: &Strategy| {
            let holes = model(s).holes(s).into_iter();
            holes
                .map(|hole| match hole {
                    LogicHole::NoReason(_, links) => links,
                    _ => 0,
                })
                .sum::<usize>()
        };
        assert_eq!(count(&s), 5);
        change(&mut s, |logic| {
            logic.links.push(LogicLink {
                because: "相談した人が起業する".to_owned(),
                ..LogicLink::bare(from(2), Id::new(3))
            });
        });
        assert_eq!(count(&s), 4);
    }

    #[test]
    fn i87_a_measure_has_more_than_outputs() {
        let mut s = plan();
        let hole = LogicHole::OutputsOnly(Id::new(2));
        assert!(model(&s).holes(&s).contains(&hole));
        change(&mut s, |logic| {
            logic.stages.push(StagedIndicator {
                indicator: Id::new(4),
                stage: LogicStage::Short,
            });
        });
        assert!(!model(&s).holes(&s).contains(&hole));
    }

    #[test]
    fn i88_actual_figures_have_a_source() {
        let mut s = plan();
        let bare = indicator(3, "数");
        s.indicators.insert(bare);
        let hole = LogicHole::NoSource(Id::new(3));
        assert!(!model(&s).holes(&s).contains(&hole), "no figures yet");
        let mut own = series(3, 3, "");
        own.actuals.insert(FiscalYear(2024), Figure::read("12"));
        s.series.insert(own);
        assert!(model(&s).holes(&s).contains(&hole));
    }
}
