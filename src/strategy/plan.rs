//! 実施計画: one sheet a measure and year, with its lines of money.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FiscalYear, Id, Initiative, Measure, Money, Order};

/// 実施計画・評価シート of one measure: the plan from `year` on, and what became of the year before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Identity.
    pub id: Id<Sheet>,
    /// The measure planned and judged.
    pub measure: Id<Measure>,
    /// Place among the measure's sheets.
    pub order: Order,
    /// 計画初年度: the year whose budget is planned; the year judged is the one before.
    pub year: FiscalYear,
    /// 成果・課題.
    pub results: String,
    /// 評価: the mark as printed (Ａ–Ｄ or the town's own); empty when not rated.
    pub rating: String,
    /// 一次・二次・外部の意見.
    pub opinions: Vec<Opinion>,
    /// 事業の改善点及び方向性.
    pub improvements: String,
    /// 施策の概要.
    pub outline: String,
    /// 補足.
    pub note: String,
    /// 決算額の計 as printed in the source, in 千円.
    pub printed_settled: Option<i64>,
    /// 予算額の計 as printed in the source, in 千円.
    pub printed_budget: Option<i64>,
    /// 交付金事業の検証, where a national grant is involved.
    pub grant: Option<Grant>,
}

impl Sheet {
    /// How many years a sheet plans (3か年計画).
    pub const YEARS: i32 = 3;
}

/// 意見: what one reviewer said of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Opinion {
    /// 一次評価, 二次評価, 有識者会議 … or a name.
    pub by: String,
    /// That reviewer's mark, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rating: String,
    /// 意見.
    pub text: String,
}

/// 地方創生関係交付金の効果検証 (内閣府 様式: 事業効果・事業の評価・今後の方針).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Grant {
    /// 交付金の種類.
    pub name: String,
    /// 事業効果: 1 非常に効果的 … 4 効果なし.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<u8>,
    /// 外部有識者: whether it served the KPI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<bool>,
    /// 今後の方針 as printed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub policy: String,
    /// 今後の方針の理由.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// 事業の行: one initiative's money on one sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Identity.
    pub id: Id<Line>,
    /// The sheet it is on.
    pub sheet: Id<Sheet>,
    /// The initiative it is about.
    pub initiative: Option<Id<Initiative>>,
    /// Place among the sheet's lines of the same side.
    pub order: Order,
    /// 実績 or 計画.
    pub side: Side,
    /// 事業名 as printed on this line, without its marks.
    pub title: String,
    /// 内容.
    pub text: String,
    /// 決算額 of the year judged.
    pub settled: Option<Money>,
    /// 予算額 by year.
    pub budgets: BTreeMap<FiscalYear, Money>,
    /// 方向性 by year.
    pub courses: BTreeMap<FiscalYear, Course>,
    /// 単独・補助.
    pub funding: Option<Funding>,
    /// 財源内訳 of the first planned (or the settled) year.
    pub funds: Vec<Fund>,
    /// 【再掲】【新規】 … as printed.
    pub marks: Vec<Mark>,
    /// 備考.
    pub note: String,
}

/// Which half of the sheet a line is on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// 事業実績: what was done in the year judged.
    Done,
    /// 3か年計画: what is planned.
    #[default]
    Planned,
}

/// 方向性, as the town words it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Course(pub String);

impl Course {
    /// The words offered; a town may write its own.
    pub const USUAL: [&'static str; 6] = ["維持", "拡充", "検討", "見直し", "縮小", "事業終了"];

    /// 事業終了・廃止・完了: nothing is carried over after this.
    pub fn ends(&self) -> bool {
        ["終了", "廃止", "完了"]
            .iter()
            .any(|word| self.0.contains(word))
    }
}

/// 単独事業・補助事業.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Funding {
    /// 単独事業: the town's own.
    Own,
    /// 補助事業: with a subsidy.
    Subsidised,
}

/// 財源: a part of the money, in 千円.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fund {
    /// Whose money.
    pub source: FundSource,
    /// 千円.
    pub amount: i64,
}

/// 財源の区分.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FundSource {
    /// 国庫支出金.
    Nation,
    /// 都道府県支出金.
    Prefecture,
    /// 地方債.
    Bond,
    /// その他特定財源.
    Other,
    /// 一般財源.
    General,
}

impl FundSource {
    /// Every kind, in the order of the budget papers.
    pub const ALL: [FundSource; 5] = [
        FundSource::Nation,
        FundSource::Prefecture,
        FundSource::Bond,
        FundSource::Other,
        FundSource::General,
    ];
}

/// A mark printed with a name, brackets and all: 【再掲】, ≪新規≫.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Mark(pub String);

impl Mark {
    /// 再掲.
    pub fn is_reprise(&self) -> bool {
        self.0.contains("再掲")
    }

    /// 新規.
    pub fn is_new(&self) -> bool {
        self.0.contains("新規")
    }
}
