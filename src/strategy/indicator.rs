//! 指標: 数値目標 and KPI, with their figures by year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::record::{choice, described, words};
use super::{At, Date, Figure, FiscalYear, Ground, Id, Order, PublishedMeasure, TownFigures};

described! {
    /// 指標. Lives once, at the strategy; goals and measures use it. It has one or more [`Series`].
    pub struct Indicator {
        /// Identity.
        Must Open id: Id<Indicator>,
        /// Place among the indicators.
        Place Open order: Order,
        /// Code as printed, of the parent plan or the town's own. Not unique.
        May Open code: String,
        /// 指標名.
        Must Open name: String,
        /// 単位.
        May Open unit: String as Scale,
        /// めざす向き; `None`: not yet said.
        May Open desired: Option<Desired> as Scale,
        /// 数え方.
        May Open counting: Counting as Scale,
        /// 成果指標・活動指標; `None`: not yet said.
        May Open nature: Option<Nature>,
        /// 定義.
        May Open definition: String,
        /// 算出方法.
        May Open method: String,
        /// 出典.
        May Open source: String,
        /// 次回公表予定: when the next figure comes out.
        May Open next_release: String,
        /// 根拠 it relies on, in order.
        May Open grounds: Vec<Id<Ground>>,
        /// 担当課.
        May Open owner: String,
        /// 目標値の根拠.
        May Open rationale: String,
        /// 備考.
        May Inner note: String,
        /// アンケートの誤差 (±, in the unit): a smaller move counts as none.
        May Open tolerance: Option<Decimal> as Scale,
        /// Years from which the definition or the statistic changed: no line is drawn across.
        May Open breaks: Vec<FiscalYear>,
        /// 目標値の変更履歴, oldest first.
        May Open changes: Vec<TargetChange>,
        /// Ratings given by people, by year.
        May Open ratings: BTreeMap<FiscalYear, GivenRating>,
        /// The name in English, where the town wrote one.
        May Open english_name: String,
        /// Description in English, written by the town.
        May Open english_text: String,
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
    fields {
        Keep = "keep" {
            May Open lower: Option<Decimal> as Scale,
            May Open upper: Option<Decimal> as Scale,
        },
    }
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
    words {
        Year = "year", Average = "average",
        YearEnd = "year_end", Rank = "rank",
    }
    values {}
    fields { Cumulative = "cumulative" { May Open from: Option<FiscalYear>, }, }
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
        /// The series.
        Must Open series: Id<Series> as Entry,
        /// Year of the target.
        Must Open year: FiscalYear as Entry,
        /// Before; `None`: there was none.
        May Open from: Option<Figure> as Entry,
        /// After; `None`: taken away.
        May Open to: Option<Figure> as Entry,
        /// 変更日.
        Must Open date: Date as Entry,
        /// 決定者・決定した会議.
        Must Inner by: String as Entry,
        /// 理由.
        Must Open reason: String as Entry,
    }
}

described! {
    /// A rating given by people, beside the computed one.
    #[derive(Eq)]
    pub struct GivenRating {
        /// The mark of the band given.
        Must Open mark: String as Rating,
        /// 理由.
        Must Open reason: String as Rating,
        /// 評価者.
        May Inner by: String as Rating,
    }
}

described! {
    /// 系列: one row of figures of an indicator. An indicator without sub-rows has one, without a name.
    pub struct Series {
        /// Identity.
        Must Open id: Id<Series>,
        /// The indicator it is of.
        Place Open indicator: Id<Indicator>,
        /// Place among the indicator's series.
        Place Open order: Order,
        /// 男性, 女性, 児童 …; empty for the only one.
        May Open name: String,
        /// 当初値・基準値.
        May Open baseline: Option<Baseline>,
        /// 目標値 by year.
        May Open targets: BTreeMap<FiscalYear, Figure>,
        /// 実績値 by year.
        May Open actuals: BTreeMap<FiscalYear, Figure>,
        /// 成り行き値 by year: what is expected without the policy.
        May Open without_policy: BTreeMap<FiscalYear, Figure>,
        /// 備考 by year.
        May Inner notes: BTreeMap<FiscalYear, String>,
        /// 公表データの項目 that the actuals come from; `None`: they are typed.
        May Inner published: Option<PublishedMeasure>,
        /// 比べる自治体の値, town by town.
        May Inner compared: Vec<TownFigures>,
    }
}

impl Series {
    /// Returns every figure of the series: 当初値, 目標値, 実績値, 趨勢の値.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let years = [&self.targets, &self.actuals, &self.without_policy];
        let baseline = self.baseline.iter().map(|b| &b.figure);
        baseline.chain(years.into_iter().flat_map(BTreeMap::values))
    }
}

described! {
    /// 当初値: the figure the plan starts from, and when it was taken.
    pub struct Baseline {
        /// The figure.
        Must Open figure: Figure as Figure,
        /// When, as printed; `None`: not said.
        May Open at: Option<At> as Figure,
    }
}

impl Baseline {
    /// Returns its year: the one given beside the figure, or else the one in it.
    pub fn year(&self) -> Option<FiscalYear> {
        let own = self.figure.number().and_then(|number| number.at.as_ref());
        self.at.as_ref().or(own).and_then(At::year)
    }
}
