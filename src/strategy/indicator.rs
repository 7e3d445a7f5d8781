//! 指標: 数値目標 and KPI, with their figures by year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::record::{choice, described, words};
use super::{At, Date, Figure, FiscalYear, Id, Order};

described! {
    /// 指標. Lives once, at the strategy; goals and measures use it. It has one or more [`Series`].
    pub struct Indicator {
        /// Identity.
        Must Open id: Id<Indicator> as "識別番号",
        /// Place among the indicators.
        Place Open order: Order as "並び順",
        /// Code as printed, of the parent plan or the town's own. Not unique.
        May Open code: String as "コード",
        /// 指標名.
        Must Open name: String as "名称",
        /// 単位.
        May Open unit: String as "単位" with Scale,
        /// めざす向き; `None`: not yet said.
        May Open desired: Option<Desired> as "めざす向き" with Scale,
        /// 数え方.
        May Open counting: Counting as "数え方" with Scale,
        /// 成果指標・活動指標; `None`: not yet said.
        May Open nature: Option<Nature> as "成果・活動の別",
        /// 定義.
        May Open definition: String as "定義",
        /// 算出方法.
        May Open method: String as "算出方法",
        /// 出典.
        May Open source: String as "出典",
        /// 担当課.
        May Open owner: String as "担当課",
        /// 目標値の根拠.
        May Open rationale: String as "目標値の根拠",
        /// 備考.
        May Inner note: String as "備考",
        /// アンケートの誤差 (±, in the unit): a smaller move counts as none.
        May Open tolerance: Option<Decimal> as "誤差" with Scale,
        /// Years from which the definition or the statistic changed: no line is drawn across.
        May Open breaks: Vec<FiscalYear> as "定義の変更年",
        /// 目標値の変更履歴, oldest first.
        May Open changes: Vec<TargetChange> as "目標値の変更履歴",
        /// Ratings given by people, by year.
        May Open ratings: BTreeMap<FiscalYear, GivenRating> as "評価",
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
    words { Increase = "increase" as "増やす", Decrease = "decrease" as "減らす", }
    values {}
    fields {
        Keep = "keep" as "保つ" {
            May Open lower: Option<Decimal> as "下限" with Scale,
            May Open upper: Option<Decimal> as "上限" with Scale,
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
        Year = "year" as "単年度", Average = "average" as "期間平均",
        YearEnd = "year_end" as "年度末現在", Rank = "rank" as "順位",
    }
    values {}
    fields { Cumulative = "cumulative" as "累計" { May Open from: Option<FiscalYear> as "起点年度", }, }
}

words! {
    /// 成果か活動か.
    pub enum Nature: Outcome {
        /// 成果指標（アウトカム）.
        Outcome = "outcome" as "成果（アウトカム）",
        /// 活動指標（アウトプット）.
        Output = "output" as "活動（アウトプット）",
    }
}

described! {
    /// 目標値の変更: what a target was, what it became, and on whose word.
    pub struct TargetChange {
        /// Which series.
        Must Open series: Id<Series> as "指標の内訳" with Entry,
        /// Of which year the target was.
        Must Open year: FiscalYear as "年度" with Entry,
        /// Before; `None`: there was none.
        May Open from: Option<Figure> as "変更前" with Entry,
        /// After; `None`: taken away.
        May Open to: Option<Figure> as "変更後" with Entry,
        /// 変更日.
        Must Open date: Date as "日付" with Entry,
        /// 決定者・決定した会議.
        Must Inner by: String as "決定者" with Entry,
        /// 理由.
        Must Open reason: String as "理由" with Entry,
    }
}

described! {
    /// A rating given by people, beside the computed one.
    #[derive(Eq)]
    pub struct GivenRating {
        /// The mark of the band given.
        Must Open mark: String as "区分" with Rating,
        /// 理由.
        Must Open reason: String as "理由" with Rating,
        /// 評価者.
        May Inner by: String as "評価者" with Rating,
    }
}

described! {
    /// 系列: one row of figures of an indicator. An indicator without sub-rows has one, without a name.
    pub struct Series {
        /// Identity.
        Must Open id: Id<Series> as "識別番号",
        /// The indicator it is of.
        Place Open indicator: Id<Indicator> as "指標",
        /// Place among the indicator's series.
        Place Open order: Order as "並び順",
        /// 男性, 女性, 児童 …; empty for the only one.
        May Open name: String as "名称",
        /// 当初値・基準値.
        May Open baseline: Option<Baseline> as "当初値",
        /// 目標値 by year.
        May Open targets: BTreeMap<FiscalYear, Figure> as "目標値",
        /// 実績値 by year.
        May Open actuals: BTreeMap<FiscalYear, Figure> as "実績値",
        /// 成り行き値 by year: what is expected without the policy.
        May Open without_policy: BTreeMap<FiscalYear, Figure> as "趨勢（何もしない場合）の値",
        /// 備考 by year.
        May Inner notes: BTreeMap<FiscalYear, String> as "備考",
    }
}

described! {
    /// 当初値: the figure the plan starts from, and when it was taken.
    pub struct Baseline {
        /// The figure.
        Must Open figure: Figure as "当初値" with Figure,
        /// When, as printed; `None`: not said.
        May Open at: Option<At> as "当初値の時点" with Figure,
    }
}
