//! 体系: 基本目標 → 施策 → 具体的取組.

use serde::{Deserialize, Serialize};

use super::{FrameworkItem, Id, Indicator, Order, Support};

/// 基本目標・横断的な目標.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Identity.
    pub id: Id<Goal>,
    /// Place among the goals.
    pub order: Order,
    /// 基本 or 横断.
    pub kind: GoalKind,
    /// Number as printed; empty: counted among the goals of its kind.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 副題.
    pub subtitle: String,
    /// 方向性・基本的方向.
    pub direction: String,
    /// 数値目標: the indicators that tell whether the goal is reached, in order.
    pub targets: Vec<Id<Indicator>>,
    /// 整合: the goals of nation, prefecture or earlier plan it answers to.
    pub aligned: Vec<Id<FrameworkItem>>,
    /// 備考.
    pub note: String,
}

/// The two kinds of goal.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    /// 基本目標.
    #[default]
    Basic,
    /// 横断的な目標.
    CrossCutting,
}

/// 基本計画・施策の柱: a heading that gathers some measures of a goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Division {
    /// Identity.
    pub id: Id<Division>,
    /// The goal it is of.
    pub goal: Id<Goal>,
    /// Place among the goal's divisions.
    pub order: Order,
    /// What the plan calls this level (基本計画, 基本的方向 …).
    pub label: String,
    /// Number as printed; empty: counted.
    pub number: String,
    /// 名称.
    pub title: String,
}

/// 施策.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Identity.
    pub id: Id<Measure>,
    /// The goal it serves.
    pub goal: Id<Goal>,
    /// The heading it stands under, when the goal has such.
    pub division: Option<Id<Division>>,
    /// Place among the measures under the same goal and heading.
    pub order: Order,
    /// Number as printed; empty: counted.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 方向性.
    pub direction: String,
    /// 重点施策.
    pub priority: bool,
    /// KPI, in order.
    pub kpis: Vec<Id<Indicator>>,
    /// 関連施策.
    pub related: Vec<Related>,
    /// 整合.
    pub aligned: Vec<Id<FrameworkItem>>,
    /// 担当課.
    pub owner: String,
    /// 備考.
    pub note: String,
}

/// 関連施策: a printed code (`1-26`), and the measure it means when that is in this strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The code as printed.
    pub code: String,
    /// The measure meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Id<Measure>>,
}

/// 具体的取組・事業.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Initiative {
    /// Identity.
    pub id: Id<Initiative>,
    /// The measure it carries out.
    pub measure: Id<Measure>,
    /// Place among the measure's initiatives.
    pub order: Order,
    /// Number as printed; empty: counted.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 概要.
    pub text: String,
    /// 新規.
    pub new: bool,
    /// 再掲: where it really stands.
    pub reprise: Option<Reprise>,
    /// 活用する支援.
    pub supports: Vec<Id<Support>>,
    /// 整合.
    pub aligned: Vec<Id<FrameworkItem>>,
    /// 担当課.
    pub owner: String,
}

/// 再掲: an initiative that stands in more than one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reprise {
    /// The original, in this strategy.
    Of(Id<Initiative>),
    /// The original is not in this strategy; what is known of it.
    Elsewhere(String),
}
