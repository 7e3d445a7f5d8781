//! What the strategy is about: its name, its town, its years, its state, its narrative chapters.

use serde::{Deserialize, Serialize};

use super::{Date, FiscalYear, Id, Order, Period, RuleSet};

/// 表紙: the one record every strategy has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// Always [`About::ID`].
    pub id: Id<About>,
    /// 計画の名称.
    pub title: String,
    /// 市町村（または都道府県）.
    pub town: Town,
    /// 計画期間.
    pub period: Period,
    /// 段階.
    pub stage: Stage,
    /// 評価区分: how this town rates; `None` until it chooses.
    pub ruleset: Option<RuleSet>,
    /// 出典: the documents this strategy was taken from.
    pub sources: Vec<Source>,
    /// 年度締め: which years were closed, and reopened.
    pub closings: Vec<Closing>,
    /// 備考.
    pub note: String,
}

impl About {
    /// The id of the only record of this kind.
    pub const ID: Id<About> = Id::new(0);
}

impl Default for About {
    fn default() -> Self {
        Self {
            id: Self::ID,
            title: String::new(),
            town: Town::default(),
            period: Period {
                first: FiscalYear(2025),
                last: FiscalYear(2029),
            },
            stage: Stage::default(),
            ruleset: None,
            sources: Vec::new(),
            closings: Vec::new(),
            note: String::new(),
        }
    }
}

/// 地方公共団体.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Town {
    /// 名称.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// 全国地方公共団体コード: six digits, the last a check digit.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub code: String,
}

/// 段階: how far the drafting has come.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 策定方針.
    #[default]
    Policy,
    /// 骨子案.
    Outline,
    /// 素案.
    Draft,
    /// 案.
    Proposal,
    /// 決定.
    Decided,
    /// 運用中.
    Running,
    /// 終了.
    Ended,
}

impl Stage {
    /// Every stage, in the order a strategy goes through them.
    pub const ALL: [Stage; 7] = [
        Stage::Policy,
        Stage::Outline,
        Stage::Draft,
        Stage::Proposal,
        Stage::Decided,
        Stage::Running,
        Stage::Ended,
    ];

    /// Whether targets are decided, so that changing one wants a reason.
    pub fn is_decided(self) -> bool {
        self >= Stage::Decided
    }
}

/// 出典: a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    /// 文書名.
    pub title: String,
    /// Where it can be read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// What was taken from it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// 年度締め: one closing of a year, or its reopening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// The year closed or reopened.
    pub year: FiscalYear,
    /// Closed, or opened again.
    pub act: ClosingAct,
    /// On which day.
    pub date: Date,
    /// By whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Why (asked for when reopening).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// What was done to a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClosingAct {
    /// 締めた.
    Closed,
    /// 開け直した.
    Reopened,
}

/// 章: one narrative chapter of the strategy, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Identity.
    pub id: Id<Section>,
    /// Place among the chapters.
    pub order: Order,
    /// What the chapter is for.
    pub kind: SectionKind,
    /// Number as printed (`1`, `Ⅴ`), or empty.
    pub number: String,
    /// 見出し.
    pub title: String,
    /// 本文.
    pub text: String,
    /// 項目: its numbered points, in order.
    pub points: Vec<Point>,
}

/// What a chapter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// 策定趣旨.
    Purpose,
    /// 基本方針.
    Policy,
    /// 基本的な考え方.
    Approach,
    /// 推進方策.
    Promotion,
    /// 進行管理.
    Management,
    /// 策定体制.
    Structure,
    /// 地域戦略.
    Region,
    /// 市町村戦略支援.
    Support,
    /// その他.
    #[default]
    Other,
}

/// 項目: a numbered point under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Point {
    /// Number as printed, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 見出し.
    pub title: String,
    /// 本文.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
}
