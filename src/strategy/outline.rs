//! 体系: 基本目標 → 施策 → 具体的取組.

use super::record::{choice, described, words};
use super::{FrameworkItem, Id, Indicator, Order, Support};

described! {
    /// 基本目標・横断的な目標.
    pub struct Goal {
        /// Identity.
        Must Open id: Id<Goal> as "識別番号",
        /// Place among the goals.
        Place Open order: Order as "並び順",
        /// 基本 or 横断.
        May Open kind: GoalKind as "種別",
        /// Number as printed; empty: counted among the goals of its kind.
        May Open number: String as "番号",
        /// 名称.
        Must Open title: String as "名称",
        /// 副題.
        May Open subtitle: String as "副題",
        /// 方向性・基本的方向.
        May Open direction: String as "方向性",
        /// 数値目標: the indicators that tell whether the goal is reached, in order.
        May Open targets: Vec<Id<Indicator>> as "数値目標",
        /// 整合: the goals of nation, prefecture or earlier plan it answers to.
        May Open aligned: Vec<Id<FrameworkItem>> as "整合",
        /// 備考.
        May Inner note: String as "備考",
    }
    lists {
        measures: Measure,
        divisions: Division,
    }
}

words! {
    /// The two kinds of goal.
    pub enum GoalKind: Basic {
        /// 基本目標.
        Basic = "basic" as "基本目標",
        /// 横断的な目標.
        CrossCutting = "cross_cutting" as "横断的な目標",
    }
}

described! {
    /// 基本計画・施策の柱: a heading that gathers some measures of a goal.
    pub struct Division {
        /// Identity.
        Must Open id: Id<Division> as "識別番号",
        /// The goal it is of.
        Place Open goal: Id<Goal> as "目標",
        /// Place among the goal's divisions.
        Place Open order: Order as "並び順",
        /// What the plan calls this level (基本計画, 基本的方向 …).
        May Open label: String as "段の呼び名",
        /// Number as printed; empty: counted.
        May Open number: String as "番号",
        /// 名称.
        Must Open title: String as "名称",
    }
    lists {
        measures: Measure,
    }
}

described! {
    /// 施策.
    pub struct Measure {
        /// Identity.
        Must Open id: Id<Measure> as "識別番号",
        /// The goal it serves.
        Place Open goal: Id<Goal> as "目標",
        /// The heading it stands under, when the goal has such.
        Place Open division: Option<Id<Division>> as "見出し",
        /// Place among the measures under the same goal and heading.
        Place Open order: Order as "並び順",
        /// Number as printed; empty: counted.
        May Open number: String as "番号",
        /// 名称.
        Must Open title: String as "名称",
        /// 方向性.
        May Open direction: String as "方向性",
        /// 重点施策.
        May Open priority: bool as "重点施策",
        /// KPI, in order.
        May Open kpis: Vec<Id<Indicator>> as "KPI",
        /// 関連施策.
        May Open related: Vec<Related> as "関連施策",
        /// 整合.
        May Open aligned: Vec<Id<FrameworkItem>> as "整合",
        /// 担当課.
        May Open owner: String as "担当課",
        /// 備考.
        May Inner note: String as "備考",
    }
    lists {
        initiatives: Initiative,
        sheets: Sheet,
    }
}

described! {
    /// 関連施策: a printed code (`1-26`), and the measure it means when that is in this strategy.
    #[derive(Eq)]
    pub struct Related {
        /// The code as printed.
        Must Open code: String as "番号" with Reference,
        /// The measure meant.
        May Open measure: Option<Id<Measure>> as "施策" with Reference,
    }
}

described! {
    /// 具体的取組・事業.
    pub struct Initiative {
        /// Identity.
        Must Open id: Id<Initiative> as "識別番号",
        /// The measure it carries out.
        Place Open measure: Id<Measure> as "施策",
        /// Place among the measure's initiatives.
        Place Open order: Order as "並び順",
        /// Number as printed; empty: counted.
        May Open number: String as "番号",
        /// 名称.
        Must Open title: String as "名称",
        /// 概要.
        May Open text: String as "概要",
        /// 新規.
        May Open new: bool as "新規",
        /// 再掲: where it really stands.
        May Open reprise: Option<Reprise> as "再掲",
        /// 活用する支援.
        May Open supports: Vec<Id<Support>> as "活用する支援",
        /// 整合.
        May Open aligned: Vec<Id<FrameworkItem>> as "整合",
        /// 担当課.
        May Open owner: String as "担当課",
    }
}

/// 再掲: an initiative that stands in more than one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reprise {
    /// The original, in this strategy.
    Of(Id<Initiative>),
    /// The original is not in this strategy; what is known of it.
    Elsewhere(String),
}

choice! {
    Reprise: Reprise::Elsewhere(String::new());
    words {}
    values { Of(Id<Initiative>) = "of" as "再掲", Elsewhere(String) = "elsewhere" as "再掲", }
    fields {}
}
