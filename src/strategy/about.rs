//! The strategy itself: its name, town, years, stage and narrative chapters.

use super::record::{described, words};
use super::{
    ComparisonTown, DataForm, Date, FiscalYear, GrantForm, Ground, HandedPart, Id, Order, Period,
    PlanRevision, Population, Publishing, RuleSet, StepMonth, UntakenValue, web_address,
};

described! {
    /// 表紙: the one record every strategy has.
    pub struct About {
        /// Always [`About::ID`].
        Place Open id: Id<About>,
        /// 計画の名称.
        Must Open title: String,
        /// 市町村（または都道府県）.
        Must Open town: Town,
        /// 計画期間.
        Must Open period: Period = Period { first: FiscalYear(2025), last: FiscalYear(2029) },
        /// 段階.
        May Open stage: Stage,
        /// パブリックコメント: when and where residents may comment on a draft; `None`: not said.
        May Open public_comment: Option<PublicComment>,
        /// 備考.
        May Inner note: String,
        /// 出典: the documents this strategy was taken from.
        May Open sources: Vec<Source>,
        /// 評価区分: how this town rates; `None` until it chooses.
        May Open ruleset: Option<RuleSet>,
        /// 年度締め: which years were closed, and reopened.
        May Open closings: Vec<Closing>,
        /// 計画の見直し: extensions and revisions, oldest first.
        May Open revisions: Vec<PlanRevision>,
        /// 人口の見通し; `None` until the town begins one.
        May Open population: Option<Population>,
        /// 公表の設定; `None` until the town chooses.
        May Inner publishing: Option<Publishing>,
        /// The name in English, where the town wrote one.
        May Open english_name: String,
        /// Description in English, written by the town.
        May Open english_text: String,
        /// 受け取り台帳: which parts were handed out to whom, oldest first.
        May Inner handed_out: Vec<HandedPart>,
        /// The part that this file is; `None`: it is the plan itself.
        May Inner handed: Option<HandedPart>,
        /// 取らなかった内容, oldest first.
        May Inner untaken: Vec<UntakenValue>,
        /// 一年の流れ: the months that differ from the usual ones.
        May Inner step_months: Vec<StepMonth>,
        /// 公表データ: the data sets whose files actuals come from.
        May Inner data_forms: Vec<DataForm>,
        /// 比べる自治体 of 公表データ.
        May Inner comparison_towns: Vec<ComparisonTown>,
        /// 様式の対応: the official workbooks that the projects of grants fill in.
        May Inner grant_forms: Vec<GrantForm>,
        /// 首長説明の記録: when the mayor was briefed, oldest first.
        May Inner briefings: Vec<BriefingMark>,
    }
    lists {
        sections: Section,
        goals: Goal,
        indicators: Indicator,
        frameworks: Framework,
        supports: Support,
        grounds: Ground,
        bodies: Body,
        lanes: Lane,
        sessions: Session,
        ideas: Idea,
        grant_projects: GrantProject,
    }
}

impl About {
    /// The id of the only record of this kind.
    pub const ID: Id<About> = Id::new(0);
}

described! {
    /// 地方公共団体.
    #[derive(Eq)]
    pub struct Town {
        /// 名称.
        May Open name: String as Reference,
        /// 全国地方公共団体コード: six digits, the last a check digit.
        May Open code: String as Reference,
    }
}

described! {
    /// 首長説明の記録: the plan as a mayor was told of it.
    #[derive(Eq)]
    pub struct BriefingMark {
        /// 説明した日.
        Must Inner at: Date as Entry,
        /// The kept version of the plan as it was then.
        May Inner version: String as Entry,
    }
}

words! {
    /// 段階: how far the drafting has come.
    pub enum Stage: Policy {
        /// 策定方針.
        Policy = "policy",
        /// 骨子案.
        Outline = "outline",
        /// 素案.
        Draft = "draft",
        /// 案.
        Proposal = "proposal",
        /// 決定.
        Decided = "decided",
        /// 運用中.
        Running = "running",
        /// 改訂中: it is in force, and changed contents are drafted.
        Revising = "revising",
        /// 終了.
        Ended = "ended",
    }
}

impl Stage {
    /// True if targets are decided, so that a change of one needs a reason.
    pub fn is_decided(self) -> bool {
        self >= Stage::Decided
    }

    /// True if the contents are a draft, of a new plan or of a revision, which readers are told.
    pub fn is_draft(self) -> bool {
        self < Stage::Decided || self == Stage::Revising
    }
}

described! {
    /// パブリックコメント: when and where residents may comment on a draft.
    #[derive(Eq)]
    pub struct PublicComment {
        /// The first day.
        May Open from: Option<Date> as When,
        /// The last day.
        May Open until: Option<Date> as When,
        /// Address for comments: of mail or of the web, or a section.
        May Open address: String,
    }
}

impl PublicComment {
    /// Returns the address if a browser may open it.
    pub fn link(&self) -> Option<&str> {
        web_address(&self.address)
    }
}

described! {
    /// 出典: a document.
    #[derive(Eq)]
    pub struct Source {
        /// 文書名.
        Always Open title: String,
        /// Address where it can be read.
        May Open url: String,
        /// Note on what was taken from it.
        May Inner note: String,
    }
}

described! {
    /// 年度締め: one closing of a year, or its reopening.
    #[derive(Eq)]
    pub struct Closing {
        /// The year closed or reopened.
        Must Open year: FiscalYear as Entry,
        /// Closed, or opened again.
        Must Open act: ClosingAct as Entry,
        /// The day.
        Must Open date: Date as Entry,
        /// The person who did it.
        May Inner by: String as Entry,
        /// Why (asked for when reopening).
        May Inner reason: String as Entry,
    }
}

words! {
    /// Event in the life of a year.
    pub enum ClosingAct: Closed {
        /// 締めた.
        Closed = "closed",
        /// 開け直した.
        Reopened = "reopened",
    }
}

described! {
    /// 章: one narrative chapter of the strategy, in order.
    pub struct Section {
        /// Identity.
        Must Open id: Id<Section>,
        /// Place among the chapters.
        Place Open order: Order,
        /// Kind of chapter.
        May Open kind: SectionKind,
        /// Number as printed (`1`, `Ⅴ`), or empty.
        May Open number: String,
        /// 見出し.
        May Open title: String,
        /// 本文.
        May Open text: String,
        /// 項目: its numbered points, in order.
        May Open points: Vec<Point>,
        /// 根拠 it relies on, in order.
        May Open grounds: Vec<Id<Ground>>,
    }
}

words! {
    /// Kind of chapter.
    pub enum SectionKind: Other {
        /// 策定趣旨.
        Purpose = "purpose",
        /// 基本方針.
        Policy = "policy",
        /// 基本的な考え方.
        Approach = "approach",
        /// 推進方策.
        Promotion = "promotion",
        /// 進行管理.
        Management = "management",
        /// 策定体制.
        Structure = "structure",
        /// 地域戦略.
        Region = "region",
        /// 市町村戦略支援.
        Support = "support",
        /// その他.
        Other = "other",
    }
}

described! {
    /// 項目: a numbered point under a heading.
    #[derive(Eq)]
    pub struct Point {
        /// Number as printed, or empty.
        May Open number: String,
        /// 見出し.
        Always Open title: String,
        /// 本文.
        May Open text: String,
    }
}
