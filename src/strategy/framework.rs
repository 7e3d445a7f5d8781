//! 整合: what the strategy answers to (nation, prefecture, law, earlier plan), and what it may draw on.

use super::record::{described, words};
use super::{GoalKind, Id, Order};

described! {
    /// 枠組み: a set of goals, viewpoints or provisions set by someone else or earlier.
    pub struct Framework {
        /// Identity.
        Must Open id: Id<Framework> as "識別番号",
        /// Place among the frameworks.
        Place Open order: Order as "並び順",
        /// Whose it is.
        May Open kind: FrameworkKind as "種別",
        /// 名称.
        Must Open title: String as "名称",
        /// 出典.
        May Open source: String as "出典",
        /// 説明.
        May Open text: String as "説明",
    }
    lists {
        items: FrameworkItem,
    }
}

words! {
    /// Whose framework it is.
    pub enum FrameworkKind: Other {
        /// 国の総合戦略.
        Nation = "nation" as "国の総合戦略",
        /// 国の示した新たな視点.
        Viewpoints = "viewpoints" as "新たな視点",
        /// 都道府県.
        Prefecture = "prefecture" as "都道府県",
        /// 前期計画.
        Previous = "previous" as "前期計画",
        /// 上位計画.
        UpperPlan = "upper_plan" as "上位計画",
        /// 法令.
        Law = "law" as "法令",
        /// SDGs.
        Sdgs = "sdgs" as "SDGs",
        /// その他.
        Other = "other" as "その他",
    }
}

described! {
    /// 枠組みの項目: one goal or provision of a framework.
    pub struct FrameworkItem {
        /// Identity.
        Must Open id: Id<FrameworkItem> as "識別番号",
        /// The framework it is of.
        Place Open framework: Id<Framework> as "枠組み",
        /// Place among the framework's items.
        Place Open order: Order as "並び順",
        /// 基本 or 横断.
        May Open kind: GoalKind as "種別",
        /// Number as printed.
        May Open number: String as "番号",
        /// 名称.
        Must Open title: String as "名称",
        /// 副題.
        May Open subtitle: String as "副題",
        /// Bullets beneath it, in order.
        May Open points: Vec<String> as "項目",
    }
}

described! {
    /// 支援施策: something a prefecture or the nation offers that an initiative can draw on.
    pub struct Support {
        /// Identity.
        Must Open id: Id<Support> as "識別番号",
        /// Place in the catalogue.
        Place Open order: Order as "並び順",
        /// 資金・情報・人.
        May Open kind: SupportKind as "種別",
        /// Number as printed.
        May Open number: String as "番号",
        /// 名称.
        Must Open title: String as "名称",
        /// 内容.
        May Open text: String as "内容",
        /// Who offers it.
        May Open provider: String as "実施主体",
    }
}

words! {
    /// 支援の三つの側面.
    pub enum SupportKind: Money {
        /// 財政的支援（資金）.
        Money = "money" as "財政的支援",
        /// 情報支援.
        Information = "information" as "情報支援",
        /// 人的支援.
        People = "people" as "人的支援",
    }
}
