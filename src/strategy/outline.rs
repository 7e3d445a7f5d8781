//! 体系: 基本目標 → 施策 → 具体的取組.

use super::record::{choice, described, words};
use super::{FrameworkItem, Ground, Id, Indicator, Logic, Order, Strategy, Support};

described! {
    /// 基本目標・横断的な目標.
    pub struct Goal {
        /// Identity.
        Must Open id: Id<Goal>,
        /// Place among the goals.
        Place Open order: Order,
        /// 基本 or 横断.
        May Open kind: GoalKind,
        /// Number as printed; empty: counted among the goals of its kind.
        May Open number: String,
        /// 名称.
        Must Open title: String,
        /// 副題.
        May Open subtitle: String,
        /// 方向性・基本的方向.
        May Open direction: String,
        /// 数値目標: the indicators that tell whether the goal is reached, in order.
        May Open targets: Vec<Id<Indicator>>,
        /// 整合: the goals of nation, prefecture or earlier plan it answers to.
        May Open aligned: Vec<Id<FrameworkItem>>,
        /// 根拠 it relies on, in order.
        May Open grounds: Vec<Id<Ground>>,
        /// ロジックモデル; `None`: as the plan says by itself.
        May Open logic: Option<Logic>,
        /// 備考.
        May Inner note: String,
        /// The name in English, where the town wrote one.
        May Open english_name: String,
        /// Description in English, written by the town.
        May Open english_text: String,
    }
    lists {
        measures: Measure,
        divisions: Division,
    }
}

words! {
    /// The two kinds of goal.
    pub enum GoalKind: Basic {
        /// 基本目標.
        Basic = "basic",
        /// 横断的な目標.
        CrossCutting = "cross_cutting",
    }
}

described! {
    /// 基本計画・施策の柱: a heading that gathers some measures of a goal.
    pub struct Division {
        /// Identity.
        Must Open id: Id<Division>,
        /// The goal it is of.
        Place Open goal: Id<Goal>,
        /// Place among the goal's divisions.
        Place Open order: Order,
        /// Name of this level in the plan (基本計画, 基本的方向 …).
        May Open label: String,
        /// Number as printed; empty: counted.
        May Open number: String,
        /// 名称.
        Must Open title: String,
    }
    lists {
        measures: Measure,
    }
}

described! {
    /// 施策.
    pub struct Measure {
        /// Identity.
        Must Open id: Id<Measure>,
        /// The goal it serves.
        Place Open goal: Id<Goal>,
        /// The heading it stands under, when the goal has such.
        Place Open division: Option<Id<Division>>,
        /// Place among the measures under the same goal and heading.
        Place Open order: Order,
        /// Number as printed; empty: counted.
        May Open number: String,
        /// 名称.
        Must Open title: String,
        /// 方向性.
        May Open direction: String,
        /// 重点施策.
        May Open priority: bool,
        /// KPI, in order.
        May Open kpis: Vec<Id<Indicator>>,
        /// 関連施策.
        May Open related: Vec<Related>,
        /// 整合.
        May Open aligned: Vec<Id<FrameworkItem>>,
        /// 根拠 it relies on, in order.
        May Open grounds: Vec<Id<Ground>>,
        /// 担当課.
        May Open owner: String,
        /// 備考.
        May Inner note: String,
        /// The name in English, where the town wrote one.
        May Open english_name: String,
    }
    lists {
        initiatives: Initiative,
        sheets: Sheet,
    }
}

described! {
    /// 関連施策: a printed code (`1-26`), and the measure it means when that is in this strategy.
    #[derive(Eq)]
    pub struct Related {
        /// The code as printed.
        Must Open code: String as Reference,
        /// The measure meant.
        May Open measure: Option<Id<Measure>> as Reference,
    }
}

described! {
    /// 具体的取組・事業.
    pub struct Initiative {
        /// Identity.
        Must Open id: Id<Initiative>,
        /// The measure it carries out.
        Place Open measure: Id<Measure>,
        /// Place among the measure's initiatives.
        Place Open order: Order,
        /// Number as printed; empty: counted.
        May Open number: String,
        /// 名称.
        Must Open title: String,
        /// 概要.
        May Open text: String,
        /// 新規.
        May Open new: bool,
        /// 再掲: where it really stands.
        May Open reprise: Option<Reprise>,
        /// 活用する支援.
        May Open supports: Vec<Id<Support>>,
        /// 整合.
        May Open aligned: Vec<Id<FrameworkItem>>,
        /// 担当課.
        May Open owner: String,
    }
}

/// 再掲: an initiative that stands in more than one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reprise {
    /// The original, in this strategy.
    Of(Id<Initiative>),
    /// The original is not in this strategy; what is known of it.
    Elsewhere(String),
}

choice! {
    Reprise: Reprise::Elsewhere(String::new());
    words {}
    values { Of(Id<Initiative>) = "of", Elsewhere(String) = "elsewhere", }
    fields {}
}

impl Strategy {
    /// Returns the measures that act on an indicator: those it is a KPI of, else those of the goals it is a target
    /// of.
    pub fn measures_for(&self, indicator: Id<Indicator>) -> Vec<Id<Measure>> {
        let measures = self.measures.sorted();
        let of = |is_tied: &dyn Fn(&Measure) -> bool| -> Vec<Id<Measure>> {
            let tied = measures.iter().filter(|one| is_tied(one));
            tied.map(|one| one.id).collect()
        };
        let own = of(&|one| one.kpis.contains(&indicator));
        match own.is_empty() {
            false => own,
            true => of(&|one| {
                let goal = self.get(one.goal);
                goal.is_some_and(|goal| goal.targets.contains(&indicator))
            }),
        }
    }
}
