//! ロジックモデル of a goal: the data that the plan does not contain otherwise about the way from its measures to its
//! numerical targets.

use super::record::{choice, described, words};
use super::{Goal, Id, Indicator, Measure, Nature};

described! {
    /// ロジックモデル: stages that differ from the usual ones, links, and what else matters.
    #[derive(Eq)]
    pub struct Logic {
        /// Stages of indicators, where they are not the usual ones ([`Goal::usual_stage`]).
        May Open stages: Vec<StagedIndicator>,
        /// Links. A source that is named here has these only; any other has those that the plan says by itself.
        May Open links: Vec<LogicLink>,
        /// 外部要因: what the town does not decide, and yet moves the targets.
        May Open factors: String,
        /// アウトカムを複数段階で設定できない理由.
        May Open one_stage: String,
    }
}

described! {
    /// The stage of an indicator in the model of a goal.
    #[derive(Copy, Eq)]
    pub struct StagedIndicator {
        /// The indicator.
        Must Open indicator: Id<Indicator> as Reference,
        /// The stage.
        Must Open stage: LogicStage as Reference,
    }
}

words! {
    /// 段階 of an indicator, as 行政事業レビュー has them, from the works to the goal.
    pub enum LogicStage: Output {
        /// 活動指標（アウトプット）.
        Output = "output",
        /// 成果指標（短期アウトカム）.
        Short = "short",
        /// 成果指標（中期アウトカム）.
        Middle = "middle",
        /// 成果指標（長期アウトカム）.
        Long = "long",
    }
}

described! {
    /// An arrow of the model.
    #[derive(Eq)]
    pub struct LogicLink {
        /// Its beginning.
        Must Open from: LogicSource as Reference,
        /// Its end: an indicator of a later stage.
        Must Open to: Id<Indicator> as Reference,
        /// 理由: why the one leads to the other.
        May Open because: String,
        /// 確かさ; `None`: not yet said.
        May Open certainty: Option<Certainty>,
    }
}

/// The beginning of an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LogicSource {
    /// 施策 with its 取組.
    Measure(Id<Measure>),
    /// 指標.
    Indicator(Id<Indicator>),
}

choice! {
    LogicSource: LogicSource::Measure(Id::new(0));
    words {}
    values { Measure(Id<Measure>) = "measure", Indicator(Id<Indicator>) = "indicator", }
    fields {}
}

words! {
    /// 確かさ of an arrow.
    pub enum Certainty: Evidence {
        /// データや研究で確かめた.
        Evidence = "evidence",
        /// 経験や他の事例による.
        Experience = "experience",
        /// 仮説.
        Assumption = "assumption",
    }
}

impl LogicLink {
    /// Returns an arrow without reason.
    pub fn bare(from: LogicSource, to: Id<Indicator>) -> Self {
        Self {
            from,
            to,
            because: String::new(),
            certainty: None,
        }
    }

    /// Returns the indicators that the model refers to.
    pub fn indicators(&self) -> impl Iterator<Item = Id<Indicator>> {
        let from = match self.from {
            LogicSource::Indicator(id) => Some(id),
            LogicSource::Measure(_) => None,
        };
        from.into_iter().chain([self.to])
    }
}

impl Logic {
    /// Removes every reference to an indicator.
    pub fn forget_indicator(&mut self, id: Id<Indicator>) {
        self.stages.retain(|one| one.indicator != id);
        self.links
            .retain(|link| link.indicators().all(|one| one != id));
    }

    /// Removes every reference to a measure.
    pub fn forget_measure(&mut self, id: Id<Measure>) {
        self.links
            .retain(|link| link.from != LogicSource::Measure(id));
    }
}

impl Goal {
    /// Changes the model of the goal; removes the model if it is blank afterwards.
    pub fn change_logic(&mut self, change: impl FnOnce(&mut Logic)) {
        let mut logic = self.logic.clone().unwrap_or_default();
        change(&mut logic);
        if self.logic.as_ref() != Some(&logic) {
            self.logic = (logic != Logic::default()).then_some(logic);
        }
    }

    /// Returns the stage of an indicator where the plan sets none: 数値目標 of the goal are 長期, 活動指標 are 活動,
    /// any other 短期.
    pub fn usual_stage(&self, indicator: &Indicator) -> LogicStage {
        match indicator.nature {
            _ if self.targets.contains(&indicator.id) => LogicStage::Long,
            Some(Nature::Output) => LogicStage::Output,
            _ => LogicStage::Short,
        }
    }

    /// Returns the stage of an indicator in its model.
    pub fn stage_of(&self, indicator: &Indicator) -> LogicStage {
        let said = self.logic.iter().flat_map(|logic| &logic.stages);
        let said = said.filter(|one| one.indicator == indicator.id);
        let said = said.map(|one| one.stage).next();
        said.unwrap_or_else(|| self.usual_stage(indicator))
    }
}
