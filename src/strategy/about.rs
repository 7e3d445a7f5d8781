//! What the strategy is about: its name, its town, its years, its state, its narrative chapters.

use super::record::{described, words};
use super::{Date, FiscalYear, Id, Order, Period, RuleSet};

described! {
    /// 表紙: the one record every strategy has.
    pub struct About {
        /// Always [`About::ID`].
        Place Open id: Id<About> as "識別番号",
        /// 計画の名称.
        Must Open title: String as "名称",
        /// 市町村（または都道府県）.
        Must Open town: Town as "市町村",
        /// 計画期間.
        Must Open period: Period as "計画期間" = Period { first: FiscalYear(2025), last: FiscalYear(2029) },
        /// 段階.
        May Open stage: Stage as "段階",
        /// 備考.
        May Inner note: String as "備考",
        /// 出典: the documents this strategy was taken from.
        May Open sources: Vec<Source> as "出典",
        /// 評価区分: how this town rates; `None` until it chooses.
        May Open ruleset: Option<RuleSet> as "評価区分",
        /// 年度締め: which years were closed, and reopened.
        May Open closings: Vec<Closing> as "年度の確定",
    }
    lists {
        sections: Section,
        goals: Goal,
        indicators: Indicator,
        frameworks: Framework,
        supports: Support,
        bodies: Body,
        lanes: Lane,
        ideas: Idea,
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
        May Open name: String as "市町村" with Reference,
        /// 全国地方公共団体コード: six digits, the last a check digit.
        May Open code: String as "団体コード" with Reference,
    }
}

words! {
    /// 段階: how far the drafting has come.
    pub enum Stage: Policy {
        /// 策定方針.
        Policy = "policy" as "策定方針",
        /// 骨子案.
        Outline = "outline" as "骨子案",
        /// 素案.
        Draft = "draft" as "素案",
        /// 案.
        Proposal = "proposal" as "案",
        /// 決定.
        Decided = "decided" as "決定",
        /// 運用中.
        Running = "running" as "運用中",
        /// 終了.
        Ended = "ended" as "終了",
    }
}

impl Stage {
    /// Whether targets are decided, so that changing one wants a reason.
    pub fn is_decided(self) -> bool {
        self >= Stage::Decided
    }
}

described! {
    /// 出典: a document.
    #[derive(Eq)]
    pub struct Source {
        /// 文書名.
        Always Open title: String as "文書名",
        /// Where it can be read.
        May Open url: String as "掲載先",
        /// What was taken from it.
        May Inner note: String as "備考",
    }
}

described! {
    /// 年度締め: one closing of a year, or its reopening.
    #[derive(Eq)]
    pub struct Closing {
        /// The year closed or reopened.
        Must Open year: FiscalYear as "年度" with Entry,
        /// Closed, or opened again.
        Must Open act: ClosingAct as "確定か解除か" with Entry,
        /// On which day.
        Must Open date: Date as "日付" with Entry,
        /// By whom.
        May Inner by: String as "決定者" with Entry,
        /// Why (asked for when reopening).
        May Inner reason: String as "理由" with Entry,
    }
}

words! {
    /// What was done to a year.
    pub enum ClosingAct: Closed {
        /// 締めた.
        Closed = "closed" as "確定",
        /// 開け直した.
        Reopened = "reopened" as "確定の解除",
    }
}

described! {
    /// 章: one narrative chapter of the strategy, in order.
    pub struct Section {
        /// Identity.
        Must Open id: Id<Section> as "識別番号",
        /// Place among the chapters.
        Place Open order: Order as "並び順",
        /// What the chapter is for.
        May Open kind: SectionKind as "種別",
        /// Number as printed (`1`, `Ⅴ`), or empty.
        May Open number: String as "番号",
        /// 見出し.
        May Open title: String as "見出し",
        /// 本文.
        May Open text: String as "本文",
        /// 項目: its numbered points, in order.
        May Open points: Vec<Point> as "項目",
    }
}

words! {
    /// What a chapter is for.
    pub enum SectionKind: Other {
        /// 策定趣旨.
        Purpose = "purpose" as "策定趣旨",
        /// 基本方針.
        Policy = "policy" as "基本方針",
        /// 基本的な考え方.
        Approach = "approach" as "基本的な考え方",
        /// 推進方策.
        Promotion = "promotion" as "推進方策",
        /// 進行管理.
        Management = "management" as "進行管理",
        /// 策定体制.
        Structure = "structure" as "策定体制",
        /// 地域戦略.
        Region = "region" as "地域戦略",
        /// 市町村戦略支援.
        Support = "support" as "市町村戦略支援",
        /// その他.
        Other = "other" as "その他",
    }
}

described! {
    /// 項目: a numbered point under a heading.
    #[derive(Eq)]
    pub struct Point {
        /// Number as printed, or empty.
        May Open number: String as "番号",
        /// 見出し.
        Always Open title: String as "見出し",
        /// 本文.
        May Open text: String as "本文",
    }
}
