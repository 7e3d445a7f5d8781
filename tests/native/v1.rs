//! Version 1 of our file as it was published, in types of its own: what the tests of the samples look at, and a witness
//! beside the descriptions of the records, from which the app reads and writes.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use fixtures::arbitrary::{self, seeds};
use format::json;
use proptest::prelude::{ProptestConfig, prop_assert_eq};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de};

use strategy::{
    Activity, BallotChoice, Baseline, BodyMember, Closing, Counting, Course, Date, Desired, Figure,
    FiscalYear, FrameworkKind, Fund, Funding, GivenRating, GoalKind, Grant, GroundKind, Handout,
    Id, IdeaKind, IdeaSource, IdeaState, Jun, Mark, Money, Nature, Opinion, Period, Point, Related,
    Reprise, RuleSet, SectionKind, SessionTable, Source, Stage, SupportKind, TargetChange, Town,
    VoteResult, Voting,
};

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Reads what is said by year, each year once.
fn by_year<'de, D, V>(deserializer: D) -> Result<BTreeMap<FiscalYear, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    deserializer.deserialize_map(ByYear(PhantomData))
}

struct ByYear<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> de::Visitor<'de> for ByYear<V> {
    type Value = BTreeMap<FiscalYear, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{ } で囲んだ、年度ごとの値")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut years = BTreeMap::new();
        while let Some(year) = map.next_key::<i32>()? {
            let year = FiscalYear(year);
            if years.contains_key(&year) {
                let twice = format!("{}年度が2回書かれています。1つにしてください。", year.0);
                return Err(de::Error::custom(twice));
            }
            years.insert(year, map.next_value()?);
        }
        Ok(years)
    }
}

/// 総合戦略のファイル.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Always `michishirube`.
    pub format: String,
    /// 1, or 2, whose files have the same shape.
    pub version: u32,
    /// 計画の名称.
    pub title: String,
    /// 市町村.
    pub town: Town,
    /// 計画期間.
    pub period: Period,
    /// 段階.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stage: Stage,
    /// パブリックコメント.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_comment: Option<strategy::PublicComment>,
    /// 備考.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// 出典.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// 評価区分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruleset: Option<RuleSet>,
    /// 年度締め.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closings: Vec<Closing>,
    /// 計画の見直し.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<strategy::PlanRevision>,
    /// 人口の見通し.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<strategy::Population>,
    /// 公表の設定.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publishing: Option<strategy::Publishing>,
    /// 英語の名称.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english_name: String,
    /// 英語の説明.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english_text: String,
    /// 受け取り台帳.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handed_out: Vec<strategy::HandedPart>,
    /// 渡された部分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed: Option<strategy::HandedPart>,
    /// 取らなかった内容.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub untaken: Vec<strategy::UntakenValue>,
    /// 一年の流れ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub step_months: Vec<strategy::StepMonth>,
    /// 公表データ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data_forms: Vec<strategy::DataForm>,
    /// 章.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// 基本目標・横断的な目標.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// 指標.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// 枠組み.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frameworks: Vec<Framework>,
    /// 支援施策.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<Support>,
    /// 根拠.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// 会議体.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    /// 日程.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lanes: Vec<Lane>,
    /// 対話の会.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// 意見・アイデア.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ideas: Vec<Idea>,
}

/// 章.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// 番号.
    pub id: Id<strategy::Section>,
    /// 種別.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: SectionKind,
    /// 番号.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 見出し.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// 本文.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// 項目.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Point>,
    /// 根拠.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Id<strategy::Ground>>,
}

/// 基本目標・横断的な目標.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// 番号.
    pub id: Id<strategy::Goal>,
    /// 基本 or 横断.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: GoalKind,
    /// 印刷された番号.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 名称.
    pub title: String,
    /// 副題.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subtitle: String,
    /// 方向性.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub direction: String,
    /// 数値目標.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Id<strategy::Indicator>>,
    /// 整合.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aligned: Vec<Id<strategy::FrameworkItem>>,
    /// 根拠.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Id<strategy::Ground>>,
    /// ロジックモデル.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logic: Option<strategy::Logic>,
    /// 備考.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// 英語の名称.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english_name: String,
    /// 英語の説明.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english_text: String,
    /// 施策 under no heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// 基本計画・柱.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub divisions: Vec<Division>,
}

/// 基本計画・柱.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// 番号.
    pub id: Id<strategy::Division>,
    /// 呼び名.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// 印刷された番号.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 名称.
    pub title: String,
    /// 施策.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
}

/// 施策.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// 番号.
    pub id: Id<strategy::Measure>,
    /// 印刷された番号.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 名称.
    pub title: String,
    /// 方向性.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub direction: String,
    /// 重点施策.
    #[serde(default, skip_serializing_if = "is_default")]
    pub priority: bool,
    /// KPI.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<Id<strategy::Indicator>>,
    /// 関連施策.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// 整合.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aligned: Vec<Id<strategy::FrameworkItem>>,
    /// 根拠.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Id<strategy::Ground>>,
    /// 担当課.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// 備考.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// 英語の名称.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english_name: String,
    /// 具体的取組.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub initiatives: Vec<Initiative>,
    /// 実施計画・評価シート.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<Sheet>,
}

/// 具体的取組・事業.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// 番号.
    pub id: Id<strategy::Initiative>,
    /// 印刷された番号.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 名称.
    pub title: String,
    /// 概要.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// 新規.
    #[serde(default, skip_serializing_if = "is_default")]
    pub new: bool,
    /// 再掲.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reprise: Option<Reprise>,
    /// 活用する支援.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<Id<strategy::Support>>,
    /// 整合.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aligned: Vec<Id<strategy::FrameworkItem>>,
    /// 担当課.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
}

/// 実施計画・評価シート.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// 番号.
    pub id: Id<strategy::Sheet>,
    /// 計画初年度.
    pub year: FiscalYear,
    /// 事業実績.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<Line>,
    /// 印刷された決算額の計.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed_settled: Option<i64>,
    /// 成果・課題.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub results: String,
    /// 評価.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rating: String,
    /// 意見.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// 改善点及び方向性.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub improvements: String,
    /// 施策の概要.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outline: String,
    /// 3か年計画.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<Line>,
    /// 印刷された予算額の計.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed_budget: Option<i64>,
    /// 補足.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// 交付金の検証.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<Grant>,
}

/// 事業の行.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// 番号.
    pub id: Id<strategy::Line>,
    /// 取組.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initiative: Option<Id<strategy::Initiative>>,
    /// 印刷された事業名.
    pub title: String,
    /// 印.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// 内容.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// 決算額.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Money>,
    /// 年度ごとの予算額.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub budgets: BTreeMap<FiscalYear, Money>,
    /// 年度ごとの方向性.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub courses: BTreeMap<FiscalYear, Course>,
    /// 単独・補助.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Funding>,
    /// 財源内訳.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funds: Vec<Fund>,
    /// 備考.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// 指標.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// 番号.
    pub id: Id<strategy::Indicator>,
    /// コード.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// 指標名.
    pub name: String,
    /// 単位.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// めざす向き.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desired: Option<Desired>,
    /// 数え方.
    #[serde(default, skip_serializing_if = "is_default")]
    pub counting: Counting,
    /// 成果・活動.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// 定義.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// 算出方法.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method: String,
    /// 出典.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// 次回公表予定.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next_release: String,
    /// 根拠.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Id<strategy::Ground>>,
    /// 担当課.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// 目標値の根拠.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rationale: String,
    /// 備考.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// 誤差.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Decimal>,
    /// 定義の変わった年度.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<FiscalYear>,
    /// 系列.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<Series>,
    /// 目標値の変更.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<TargetChange>,
    /// 評価.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub ratings: BTreeMap<FiscalYear, GivenRating>,
    /// 英語の名称.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english_name: String,
    /// 英語の説明.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub english_text: String,
}

/// 系列.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// 番号.
    pub id: Id<strategy::Series>,
    /// 系列名.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// 当初値.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// 目標値.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub targets: BTreeMap<FiscalYear, Figure>,
    /// 実績値.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub actuals: BTreeMap<FiscalYear, Figure>,
    /// 成り行き値.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub without_policy: BTreeMap<FiscalYear, Figure>,
    /// 備考.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub notes: BTreeMap<FiscalYear, String>,
    /// 公表データの項目.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<strategy::PublishedMeasure>,
}

/// 枠組み.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// 番号.
    pub id: Id<strategy::Framework>,
    /// 種別.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: FrameworkKind,
    /// 名称.
    pub title: String,
    /// 出典.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// 説明.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// 項目.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<FrameworkItem>,
}

/// 枠組みの項目.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkItem {
    /// 番号.
    pub id: Id<strategy::FrameworkItem>,
    /// 基本 or 横断.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: GoalKind,
    /// 番号.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 名称.
    pub title: String,
    /// 副題.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subtitle: String,
    /// 箇条.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
}

/// 支援施策.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// 番号.
    pub id: Id<strategy::Support>,
    /// 資金・情報・人.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: SupportKind,
    /// 番号.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// 名称.
    pub title: String,
    /// 内容.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// 提供者.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// 締切.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
}

/// 根拠.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Identity.
    pub id: Id<strategy::Ground>,
    /// Kind of ground.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: GroundKind,
    /// 名称.
    pub title: String,
    /// 策定者・発行者.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// 所在.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// 確認日.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Date>,
    /// 該当箇所.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub passage: String,
}

/// 会議体.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// 番号.
    pub id: Id<strategy::Body>,
    /// 名称.
    pub title: String,
    /// 役割.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// 委員.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<BodyMember>,
}

/// 日程のレーン.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// 番号.
    pub id: Id<strategy::Lane>,
    /// 見出し.
    pub title: String,
    /// 段階のレーン.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stages: bool,
    /// 項目.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<TimetableItem>,
}

/// 日程の項目.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimetableItem {
    /// 番号.
    pub id: Id<strategy::TimetableItem>,
    /// 会議体.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Id<strategy::Body>>,
    /// この旬から.
    pub from: Jun,
    /// この旬まで.
    pub to: Jun,
    /// 件名.
    pub title: String,
    /// 議題.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
    /// 資料.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handouts: Vec<Handout>,
    /// 済.
    #[serde(default, skip_serializing_if = "is_default")]
    pub done: bool,
}

/// 対話の会.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// id.
    pub id: Id<strategy::Session>,
    /// title.
    pub title: String,
    /// date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// question.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// activities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Id<strategy::Goal>>,
    /// indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Id<strategy::Indicator>>,
    /// tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<SessionTable>,
    /// voting.
    #[serde(default, skip_serializing_if = "is_default")]
    pub voting: Voting,
    /// dots.
    #[serde(default = "three")]
    pub dots: u32,
    /// groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// opened.
    #[serde(default, skip_serializing_if = "is_default")]
    pub opened: bool,
    /// at_table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at_table: String,
    /// ballots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ballots: Vec<Ballot>,
    /// guesses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guesses: Vec<Guess>,
}

/// 予想.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guess {
    /// id.
    pub id: Id<strategy::Guess>,
    /// indicator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Id<strategy::Indicator>>,
    /// table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
    /// values.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[serde(deserialize_with = "by_year")]
    pub values: BTreeMap<FiscalYear, Figure>,
    /// reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
}

/// 投票.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// id.
    pub id: Id<strategy::Ballot>,
    /// table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
    /// group.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// source.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: IdeaSource,
    /// people.
    #[serde(default = "one")]
    pub people: u32,
    /// voting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voting: Option<Voting>,
    /// choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<BallotChoice>,
}

fn three() -> u32 {
    3
}

fn one() -> u32 {
    1
}

/// 意見・アイデア.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// id.
    pub id: Id<strategy::Idea>,
    /// text.
    pub text: String,
    /// wordings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wordings: Vec<String>,
    /// written.
    #[serde(default, skip_serializing_if = "is_default")]
    pub written: i64,
    /// kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: IdeaKind,
    /// source.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: IdeaSource,
    /// session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Id<strategy::Session>>,
    /// goal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<Id<strategy::Goal>>,
    /// measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Id<strategy::Measure>>,
    /// indicator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<Id<strategy::Indicator>>,
    /// table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
    /// date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// votes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: u32,
    /// results.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<VoteResult>,
    /// theme.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub theme: String,
    /// merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged: Option<Id<strategy::Idea>>,
    /// state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<IdeaState>,
    /// answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// changed_goals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed_goals: Vec<Id<strategy::Goal>>,
    /// changed_measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed_measures: Vec<Id<strategy::Measure>>,
    /// changed_indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed_indicators: Vec<Id<strategy::Indicator>>,
}

proptest::proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_text_is_that_of_the_published_shape((seed, size) in seeds(4)) {
        let text = json::write(&arbitrary::strategy(seed, size));
        let file: File = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_string_pretty(&file).unwrap() + "\n", text);
    }
}
