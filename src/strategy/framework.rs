//! 整合: what the strategy answers to (nation, prefecture, law, earlier plan), and what it may draw on.

use serde::{Deserialize, Serialize};

use super::{GoalKind, Id, Order};

/// 枠組み: a set of goals, viewpoints or provisions set by someone else or earlier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// Identity.
    pub id: Id<Framework>,
    /// Place among the frameworks.
    pub order: Order,
    /// Whose it is.
    pub kind: FrameworkKind,
    /// 名称.
    pub title: String,
    /// 出典.
    pub source: String,
    /// 説明.
    pub text: String,
}

/// Whose framework it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FrameworkKind {
    /// 国の総合戦略.
    Nation,
    /// 国の示した新たな視点.
    Viewpoints,
    /// 都道府県.
    Prefecture,
    /// 前期計画.
    Previous,
    /// 上位計画.
    UpperPlan,
    /// 法令.
    Law,
    /// SDGs.
    Sdgs,
    /// その他.
    #[default]
    Other,
}

/// 枠組みの項目: one goal or provision of a framework.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrameworkItem {
    /// Identity.
    pub id: Id<FrameworkItem>,
    /// The framework it is of.
    pub framework: Id<Framework>,
    /// Place among the framework's items.
    pub order: Order,
    /// 基本 or 横断.
    pub kind: GoalKind,
    /// Number as printed.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 副題.
    pub subtitle: String,
    /// Bullets beneath it, in order.
    pub points: Vec<String>,
}

/// 支援施策: something a prefecture or the nation offers that an initiative can draw on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Support {
    /// Identity.
    pub id: Id<Support>,
    /// Place in the catalogue.
    pub order: Order,
    /// 資金・情報・人.
    pub kind: SupportKind,
    /// Number as printed.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 内容.
    pub text: String,
    /// Who offers it.
    pub provider: String,
}

/// 支援の三つの側面.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SupportKind {
    /// 財政的支援（資金）.
    #[default]
    Money,
    /// 情報支援.
    Information,
    /// 人的支援.
    People,
}
