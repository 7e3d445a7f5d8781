//! 整合: the goals to which the strategy responds (nation, prefecture, law, earlier plan), and the support it may
//! use.

use super::record::{described, words};
use super::{Date, GoalKind, Id, Order};

described! {
    /// 枠組み: a set of goals, viewpoints or provisions set by someone else or earlier.
    pub struct Framework {
        /// Identity.
        Must Open id: Id<Framework>,
        /// Place among the frameworks.
        Place Open order: Order,
        /// Kind of framework.
        May Open kind: FrameworkKind,
        /// 名称.
        Must Open title: String,
        /// 出典.
        May Open source: String,
        /// 説明.
        May Open text: String,
    }
    lists {
        items: FrameworkItem,
    }
}

words! {
    /// Kind of framework.
    pub enum FrameworkKind: Other {
        /// 国の総合戦略.
        Nation = "nation",
        /// 国の示した新たな視点.
        Viewpoints = "viewpoints",
        /// 都道府県.
        Prefecture = "prefecture",
        /// 前期計画.
        Previous = "previous",
        /// 上位計画.
        UpperPlan = "upper_plan",
        /// 法令.
        Law = "law",
        /// SDGs.
        Sdgs = "sdgs",
        /// その他.
        Other = "other",
    }
}

described! {
    /// 枠組みの項目: one goal or provision of a framework.
    pub struct FrameworkItem {
        /// Identity.
        Must Open id: Id<FrameworkItem>,
        /// The framework it is of.
        Place Open framework: Id<Framework>,
        /// Place among the framework's items.
        Place Open order: Order,
        /// 基本 or 横断.
        May Open kind: GoalKind,
        /// Number as printed.
        May Open number: String,
        /// 名称.
        Must Open title: String,
        /// 副題.
        May Open subtitle: String,
        /// Bullets beneath it, in order.
        May Open points: Vec<String>,
    }
}

described! {
    /// 支援施策: something a prefecture or the nation offers that an initiative can draw on.
    pub struct Support {
        /// Identity.
        Must Open id: Id<Support>,
        /// Place in the catalogue.
        Place Open order: Order,
        /// 資金・情報・人.
        May Open kind: SupportKind,
        /// Number as printed.
        May Open number: String,
        /// 名称.
        Must Open title: String,
        /// 内容.
        May Open text: String,
        /// Organisation that offers it.
        May Open provider: String,
        /// 締切: until when it can be asked for.
        May Open deadline: Option<Date>,
    }
}

words! {
    /// 支援の三つの側面.
    pub enum SupportKind: Money {
        /// 財政的支援（資金）.
        Money = "money",
        /// 情報支援.
        Information = "information",
        /// 人的支援.
        People = "people",
    }
}
