//! 体系: 基本目標 → 施策 → 具体的取組.

use super::record::{choice, described, words};
use super::{FrameworkItem, Id, Indicator, Order, Support};

described! {
    /// 基本目標・横断的な目標.
    pub struct Goal {
        /// Identity.
        Must id: Id<Goal>,
        /// Place among the goals.
        Place order: Order,
        /// 基本 or 横断.
        May kind: GoalKind,
        /// Number as printed; empty: counted among the goals of its kind.
        May number: String,
        /// 名称.
        Must title: String,
        /// 副題.
        May subtitle: String,
        /// 方向性・基本的方向.
        May direction: String,
        /// 数値目標: the indicators that tell whether the goal is reached, in order.
        May targets: Vec<Id<Indicator>>,
        /// 整合: the goals of nation, prefecture or earlier plan it answers to.
        May aligned: Vec<Id<FrameworkItem>>,
        /// 備考.
        May note: String,
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
        Must id: Id<Division>,
        /// The goal it is of.
        Place goal: Id<Goal>,
        /// Place among the goal's divisions.
        Place order: Order,
        /// What the plan calls this level (基本計画, 基本的方向 …).
        May label: String,
        /// Number as printed; empty: counted.
        May number: String,
        /// 名称.
        Must title: String,
    }
    lists {
        measures: Measure,
    }
}

described! {
    /// 施策.
    pub struct Measure {
        /// Identity.
        Must id: Id<Measure>,
        /// The goal it serves.
        Place goal: Id<Goal>,
        /// The heading it stands under, when the goal has such.
        Place division: Option<Id<Division>>,
        /// Place among the measures under the same goal and heading.
        Place order: Order,
        /// Number as printed; empty: counted.
        May number: String,
        /// 名称.
        Must title: String,
        /// 方向性.
        May direction: String,
        /// 重点施策.
        May priority: bool,
        /// KPI, in order.
        May kpis: Vec<Id<Indicator>>,
        /// 関連施策.
        May related: Vec<Related>,
        /// 整合.
        May aligned: Vec<Id<FrameworkItem>>,
        /// 担当課.
        May owner: String,
        /// 備考.
        May note: String,
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
        Must code: String,
        /// The measure meant.
        May measure: Option<Id<Measure>>,
    }
}

described! {
    /// 具体的取組・事業.
    pub struct Initiative {
        /// Identity.
        Must id: Id<Initiative>,
        /// The measure it carries out.
        Place measure: Id<Measure>,
        /// Place among the measure's initiatives.
        Place order: Order,
        /// Number as printed; empty: counted.
        May number: String,
        /// 名称.
        Must title: String,
        /// 概要.
        May text: String,
        /// 新規.
        May new: bool,
        /// 再掲: where it really stands.
        May reprise: Option<Reprise>,
        /// 活用する支援.
        May supports: Vec<Id<Support>>,
        /// 整合.
        May aligned: Vec<Id<FrameworkItem>>,
        /// 担当課.
        May owner: String,
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
