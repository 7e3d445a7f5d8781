//! What an edit did, in terms a person can be told.

use serde::{Deserialize, Serialize};

use crate::strategy::FiscalYear;

/// 「基本目標「…」の名称を変更」: the act and what it was done to. `locale` puts it into words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Did {
    /// What was done.
    pub act: Act,
    /// The kind of thing, as the prefix of its ids (`g`, `k` …); empty: the strategy as a whole.
    pub kind: String,
    /// What the thing was called then.
    pub title: String,
}

/// An act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
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
    /// まとめて変更, of so many records.
    Bulk(Field, usize),
    /// 表から指標を追加, so many.
    AddIndicators(usize),
    /// 体系をまとめて追加, so many goals, measures and initiatives.
    AddOutline(usize),
    /// 目標値の変更 (with date, decider and reason).
    ChangeTarget,
    /// 取り込み.
    Import,
    /// 合流.
    Merge,
    /// 版に戻す.
    Restore,
    /// 次年度へ送る.
    Roll(FiscalYear),
    /// 年度の確定.
    Close(FiscalYear),
    /// 年度の確定の解除.
    Reopen(FiscalYear),
    /// 点検からの修正.
    Fix,
}

/// A field of a record.
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
}
