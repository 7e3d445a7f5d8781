//! 指標: 数値目標 and KPI, with their figures by year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{At, Date, Figure, FiscalYear, Id, Order};

/// 指標. Lives once, at the strategy; goals and measures use it. It has one or more [`Series`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Identity.
    pub id: Id<Indicator>,
    /// Place among the indicators.
    pub order: Order,
    /// 指標名.
    pub name: String,
    /// Code as printed, of the parent plan or the town's own. Not unique.
    pub code: String,
    /// 単位.
    pub unit: String,
    /// めざす向き; `None`: not yet said.
    pub desired: Option<Desired>,
    /// 数え方.
    pub counting: Counting,
    /// 成果指標・活動指標; `None`: not yet said.
    pub nature: Option<Nature>,
    /// 定義.
    pub definition: String,
    /// 算出方法.
    pub method: String,
    /// 出典.
    pub source: String,
    /// 担当課.
    pub owner: String,
    /// 目標値の根拠.
    pub rationale: String,
    /// 備考.
    pub note: String,
    /// アンケートの誤差 (±, in the unit): a smaller move counts as none.
    pub tolerance: Option<Decimal>,
    /// Years from which the definition or the statistic changed: no line is drawn across.
    pub breaks: Vec<FiscalYear>,
    /// 目標値の変更履歴, oldest first.
    pub changes: Vec<TargetChange>,
    /// Ratings given by people, by year.
    pub ratings: BTreeMap<FiscalYear, GivenRating>,
}

/// めざす向き.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Desired {
    /// 増やす.
    Increase,
    /// 減らす.
    Decrease,
    /// 保つ: within the band. With neither bound, at the target itself (or at the baseline).
    Keep {
        /// 下限.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
        lower: Option<Decimal>,
        /// 上限.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>"))]
        upper: Option<Decimal>,
    },
}

/// 数え方: what a year's figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Counting {
    /// 単年度.
    #[default]
    Year,
    /// 累計, from the start year (`None`: from the plan's first) on; each year's figure is the running total.
    Cumulative {
        /// 起点年度.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<FiscalYear>,
    },
    /// 期間平均.
    Average,
    /// 年度末現在.
    YearEnd,
    /// 順位: smaller is better.
    Rank,
}

/// 成果か活動か.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// 成果指標（アウトカム）.
    Outcome,
    /// 活動指標（アウトプット）.
    Output,
}

/// 目標値の変更: what a target was, what it became, and on whose word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TargetChange {
    /// Which series.
    pub series: Id<Series>,
    /// Of which year the target was.
    pub year: FiscalYear,
    /// Before; `None`: there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Figure>,
    /// After; `None`: taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Figure>,
    /// 変更日.
    pub date: Date,
    /// 決定者・決定した会議.
    pub by: String,
    /// 理由.
    pub reason: String,
}

/// A rating given by people, beside the computed one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GivenRating {
    /// The mark of the band given.
    pub mark: String,
    /// 理由.
    pub reason: String,
    /// 評価者.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// 系列: one row of figures of an indicator. An indicator without sub-rows has one, without a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Identity.
    pub id: Id<Series>,
    /// The indicator it is of.
    pub indicator: Id<Indicator>,
    /// Place among the indicator's series.
    pub order: Order,
    /// 男性, 女性, 児童 …; empty for the only one.
    pub name: String,
    /// 当初値・基準値.
    pub baseline: Option<Baseline>,
    /// 目標値 by year.
    pub targets: BTreeMap<FiscalYear, Figure>,
    /// 実績値 by year.
    pub actuals: BTreeMap<FiscalYear, Figure>,
    /// 成り行き値 by year: what is expected without the policy.
    pub without_policy: BTreeMap<FiscalYear, Figure>,
    /// 備考 by year.
    pub notes: BTreeMap<FiscalYear, String>,
}

/// 当初値: the figure the plan starts from, and when it was taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The figure.
    pub figure: Figure,
    /// When, as printed; `None`: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<At>,
}
