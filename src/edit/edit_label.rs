//! The label of an edit: what it did, for the history a person reads.

use serde::de::value::StrDeserializer;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use strategy::{FiscalYear, Kind, record};

/// 「基本目標「…」の名称を変更」: the operation and what it was done to. `words` has its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditLabel {
    /// The operation.
    #[serde(rename = "act", deserialize_with = "operation")]
    pub operation: Operation,
    /// The kind of thing, as the prefix of its ids (`g`, `k` …); empty: the strategy as a whole.
    pub kind: String,
    /// Title of the record at that time.
    pub title: String,
}

/// Reads an operation. One that only another app has a name for does not make the change unreadable.
fn operation<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Operation, D::Error> {
    let written = Box::<RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(written.get()).unwrap_or(Operation::Other))
}

/// An operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// 追加.
    Add,
    /// 削除.
    Remove,
    /// 移動・並べ替え.
    Move,
    /// 複製.
    Copy,
    /// 項目の変更.
    Set(Field),
    /// 貼り付け, of so many cells.
    Paste(usize),
    /// 消す, of so many cells.
    Clear(usize),
    /// 下へコピー, of so many cells.
    FillDown(usize),
    /// 右へコピー, of so many cells.
    FillRight(usize),
    /// 一つの文字や連続データを入れる, into so many cells.
    Fill(usize),
    /// 置き換え, in so many cells.
    Replace(usize),
    /// まとめて変更, of so many records.
    Bulk(Field, usize),
    /// 表から指標を追加, so many.
    AddIndicators(usize),
    /// 体系をまとめて追加, so many goals, measures and initiatives.
    AddOutline(usize),
    /// 意見をまとめて追加, so many.
    AddIdeas(usize),
    /// ひな形から日程をつくる, so many items.
    AddTimetable(usize),
    /// 公表データから実績を更新, so many figures.
    OpenData(usize),
    /// 目標値の変更 (with date, decider and reason).
    ChangeTarget,
    /// 取り込み.
    Import,
    /// 合流.
    Merge,
    /// 版に戻す.
    Restore,
    /// 次年度へ送る, from this year.
    Roll(FiscalYear),
    /// 年度の確定.
    Close(FiscalYear),
    /// 年度の確定の解除.
    Reopen(FiscalYear),
    /// 計画期間の延長, to this last year.
    Extend(FiscalYear),
    /// 見直しの開始.
    BeginRevision,
    /// 見直しの決定.
    DecideRevision,
    /// 点検からの修正.
    Fix,
    /// An operation of another version of the app.
    Other,
}

/// A field of a record, as the history keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 名称.
    Title,
    /// 副題.
    Subtitle,
    /// 番号.
    Number,
    /// 種別.
    Kind,
    /// 方向性.
    Direction,
    /// 内容・本文.
    Text,
    /// 備考・補足.
    Note,
    /// 印（重点・新規・再掲）.
    Mark,
    /// 数値目標・KPI.
    Uses,
    /// 整合.
    Aligned,
    /// 活用する支援.
    Supports,
    /// 根拠.
    Grounds,
    /// 関連施策.
    Related,
    /// 担当課.
    Owner,
    /// 町.
    Town,
    /// 計画期間.
    Period,
    /// 段階.
    Stage,
    /// 評価区分.
    RuleSet,
    /// 出典.
    Source,
    /// コード.
    Code,
    /// 単位.
    Unit,
    /// めざす向き.
    Desired,
    /// 数え方.
    Counting,
    /// 成果・活動の別.
    Nature,
    /// 定義.
    Definition,
    /// 算出方法.
    Method,
    /// 根拠.
    Rationale,
    /// 誤差.
    Tolerance,
    /// 定義の変更年.
    Breaks,
    /// 当初値.
    Baseline,
    /// 当初値の時点.
    BaselineAt,
    /// その年度の目標値.
    Target(FiscalYear),
    /// その年度の実績値.
    Actual(FiscalYear),
    /// その年度の成り行き値.
    WithoutPolicy(FiscalYear),
    /// その年度の評価.
    Rating(FiscalYear),
    /// その年度の備考.
    YearNote(FiscalYear),
    /// 成果・課題.
    Results,
    /// 評価.
    Grade,
    /// 意見.
    Opinions,
    /// 改善点及び方向性.
    Improvements,
    /// 施策の概要.
    Outline,
    /// 決算額.
    Settled,
    /// その年度の予算額.
    Budget(FiscalYear),
    /// その年度の方向性.
    Course(FiscalYear),
    /// 単独・補助.
    Funding,
    /// 財源内訳.
    Funds,
    /// 印刷された計.
    PrintedTotal,
    /// 交付金の検証.
    Grant,
    /// 日程.
    When,
    /// 会議体.
    Body,
    /// 済.
    Done,
    /// 票.
    Votes,
    /// 町の考え方.
    Answer,
    /// 項目.
    Points,
    /// Any other, by its name in the file.
    Named(Name),
}

impl Field {
    /// The field of this name in a description; of values by year, that of one year.
    pub fn of(name: &'static str, year: Option<FiscalYear>) -> Self {
        match (name, year) {
            ("targets", Some(year)) => Self::Target(year),
            ("actuals", Some(year)) => Self::Actual(year),
            ("without_policy", Some(year)) => Self::WithoutPolicy(year),
            ("ratings", Some(year)) => Self::Rating(year),
            ("notes", Some(year)) => Self::YearNote(year),
            ("budgets", Some(year)) => Self::Budget(year),
            ("courses", Some(year)) => Self::Course(year),
            ("name", _) => Self::Title,
            ("role", _) => Self::Text,
            ("provider", _) => Self::Owner,
            ("ruleset", _) => Self::RuleSet,
            ("rating", _) => Self::Grade,
            ("sources", _) => Self::Source,
            ("targets" | "kpis", _) => Self::Uses,
            ("priority" | "new" | "marks" | "reprise" | "stages", _) => Self::Mark,
            ("from" | "to", _) => Self::When,
            ("printed_settled" | "printed_budget", _) => Self::PrintedTotal,
            _ => {
                // An error of its own would bring the printing of floats along.
                let name_of = StrDeserializer::<serde_json::Error>::new(name);
                let known = Self::deserialize(name_of);
                known.unwrap_or(Self::Named(Name(name)))
            }
        }
    }

    /// The year it is of, where it is the field of one.
    pub fn year(self) -> Option<FiscalYear> {
        match self {
            Self::Target(year) | Self::Actual(year) | Self::WithoutPolicy(year) => Some(year),
            Self::Rating(year) | Self::YearNote(year) => Some(year),
            Self::Budget(year) | Self::Course(year) => Some(year),
            _ => None,
        }
    }

    /// The field of a kind that it is; `None`: it is no one field there.
    pub fn described(self, kind: Kind) -> Option<&'static record::Field> {
        let is_it = |field: &&record::Field| Self::of(field.name, self.year()) == self;
        let mut fields = kind.fields().iter().filter(is_it);
        let field = fields.next()?;
        fields.next().is_none().then_some(field)
    }
}

/// The name of a field in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Name(&'static str);

impl<'de> Deserialize<'de> for Name {
    /// A name that no kind knows is none.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let mut fields = Kind::ALL.iter().flat_map(|kind| kind.fields());
        let known = fields.find(|field| field.name == name);
        Ok(Self(known.map_or("", |field| field.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(act: &str) -> EditLabel {
        let text = format!(r#"{{"act":{act},"kind":"g","title":"働く"}}"#);
        serde_json::from_str(&text).expect("reads")
    }

    #[test]
    fn k18_an_act_that_only_another_app_has_a_name_for_is_some_change() {
        for act in [
            r#""paint""#,
            r#"{"paint":["colour",3]}"#,
            r#"{"roll":"soon"}"#,
            "7",
        ] {
            assert_eq!(read(act).operation, Operation::Other, "{act}");
        }
        assert_eq!(
            read(r#"{"set":"title"}"#).operation,
            Operation::Set(Field::Title)
        );
        assert_eq!(read(r#""other""#).operation, Operation::Other);
    }
}
