//! 指標: 数値目標 and KPI, with their figures by year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::record::{choice, described, words};
use super::{At, Date, Figure, FiscalYear, Id, Order};

described! {
    /// 指標. Lives once, at the strategy; goals and measures use it. It has one or more [`Series`].
    pub struct Indicator {
        /// Identity.
        Must id: Id<Indicator>,
        /// Place among the indicators.
        Place order: Order,
        /// Code as printed, of the parent plan or the town's own. Not unique.
        May code: String,
        /// 指標名.
        Must name: String,
        /// 単位.
        May unit: String,
        /// めざす向き; `None`: not yet said.
        May desired: Option<Desired>,
        /// 数え方.
        May counting: Counting,
        /// 成果指標・活動指標; `None`: not yet said.
        May nature: Option<Nature>,
        /// 定義.
        May definition: String,
        /// 算出方法.
        May method: String,
        /// 出典.
        May source: String,
        /// 担当課.
        May owner: String,
        /// 目標値の根拠.
        May rationale: String,
        /// 備考.
        May note: String,
        /// アンケートの誤差 (±, in the unit): a smaller move counts as none.
        May tolerance: Option<Decimal>,
        /// Years from which the definition or the statistic changed: no line is drawn across.
        May breaks: Vec<FiscalYear>,
        /// 目標値の変更履歴, oldest first.
        May changes: Vec<TargetChange>,
        /// Ratings given by people, by year.
        May ratings: BTreeMap<FiscalYear, GivenRating>,
    }
    lists {
        series: Series before changes,
    }
}

/// めざす向き.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Desired {
    /// 増やす.
    Increase,
    /// 減らす.
    Decrease,
    /// 保つ: within the band. With neither bound, at the target itself (or at the baseline).
    Keep {
        /// 下限.
        lower: Option<Decimal>,
        /// 上限.
        upper: Option<Decimal>,
    },
}

choice! {
    Desired: Desired::Increase;
    words { Increase = "increase", Decrease = "decrease", }
    values {}
    fields { Keep = "keep" { May lower: Option<Decimal>, May upper: Option<Decimal>, }, }
}

/// 数え方: what a year's figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Counting {
    /// 単年度.
    #[default]
    Year,
    /// 累計, from the start year (`None`: from the plan's first) on; each year's figure is the running total.
    Cumulative {
        /// 起点年度.
        from: Option<FiscalYear>,
    },
    /// 期間平均.
    Average,
    /// 年度末現在.
    YearEnd,
    /// 順位: smaller is better.
    Rank,
}

choice! {
    Counting: Counting::Year;
    words { Year = "year", Average = "average", YearEnd = "year_end", Rank = "rank", }
    values {}
    fields { Cumulative = "cumulative" { May from: Option<FiscalYear>, }, }
}

words! {
    /// 成果か活動か.
    pub enum Nature: Outcome {
        /// 成果指標（アウトカム）.
        Outcome = "outcome",
        /// 活動指標（アウトプット）.
        Output = "output",
    }
}

described! {
    /// 目標値の変更: what a target was, what it became, and on whose word.
    pub struct TargetChange {
        /// Which series.
        Must series: Id<Series>,
        /// Of which year the target was.
        Must year: FiscalYear,
        /// Before; `None`: there was none.
        May from: Option<Figure>,
        /// After; `None`: taken away.
        May to: Option<Figure>,
        /// 変更日.
        Must date: Date,
        /// 決定者・決定した会議.
        Must by: String,
        /// 理由.
        Must reason: String,
    }
}

described! {
    /// A rating given by people, beside the computed one.
    #[derive(Eq)]
    pub struct GivenRating {
        /// The mark of the band given.
        Must mark: String,
        /// 理由.
        Must reason: String,
        /// 評価者.
        May by: String,
    }
}

described! {
    /// 系列: one row of figures of an indicator. An indicator without sub-rows has one, without a name.
    pub struct Series {
        /// Identity.
        Must id: Id<Series>,
        /// The indicator it is of.
        Place indicator: Id<Indicator>,
        /// Place among the indicator's series.
        Place order: Order,
        /// 男性, 女性, 児童 …; empty for the only one.
        May name: String,
        /// 当初値・基準値.
        May baseline: Option<Baseline>,
        /// 目標値 by year.
        May targets: BTreeMap<FiscalYear, Figure>,
        /// 実績値 by year.
        May actuals: BTreeMap<FiscalYear, Figure>,
        /// 成り行き値 by year: what is expected without the policy.
        May without_policy: BTreeMap<FiscalYear, Figure>,
        /// 備考 by year.
        May notes: BTreeMap<FiscalYear, String>,
    }
}

described! {
    /// 当初値: the figure the plan starts from, and when it was taken.
    pub struct Baseline {
        /// The figure.
        Must figure: Figure,
        /// When, as printed; `None`: not said.
        May at: Option<At>,
    }
}
