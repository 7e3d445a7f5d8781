//! Meaning of a printed figure: a number with its qualifiers, the reason for no number, or a direction.

use rust_decimal::Decimal;

use super::record::{choice, described, words};

/// Meaning of a printed figure.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// A number, with all its qualifiers.
    Number(Number),
    /// No number, and the reason.
    Missing(Missing),
    /// A target without a number: only its direction.
    Directional(DirectionalTarget),
    /// 要確認: not understood; kept as text.
    Unread,
}

choice! {
    Reading: Reading::Unread;
    words { Unread = "unread", }
    values {
        Number(Number) = "number", Missing(Missing) = "missing",
        Directional(DirectionalTarget) = "wish",
    }
    fields {}
}

described! {
    /// A number as printed, taken apart.
    pub struct Number {
        /// The value, in `unit`. Digits as printed: 1.20 keeps its zero.
        Must Open value: Decimal as Figure,
        /// The unit as printed, in half-width (`千人`, `%`, `t-CO2/年`); empty when the figure stands alone.
        /// 2,205千人 is 2205 in 千人; figures of several parts are in the plain unit: 2億396万円 is 203960000 in 円.
        May Open unit: String as Figure,
        /// 約・以上・未満 …
        May Open bound: Bound as Figure,
        /// 約・程度・おおむね.
        May Open about: bool as Figure,
        /// 累計・平均 …
        May Open span: Span as Figure,
        /// 速報・暫定・推計・見込.
        May Open provisional: Option<Provisional> as Figure,
        /// The year or month printed with the figure, in half-width.
        May Open at: Option<super::year::At> as Figure,
        /// Text printed beside it (rank, rate, cumulative in brackets, notes).
        May Open aside: String as Figure,
    }
}

/// Relation of the number to the true value.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// 以上.
    AtLeast,
    /// 超・上回る.
    MoreThan,
    /// 以下・以内.
    AtMost,
    /// 未満・下回る.
    LessThan,
    /// A range up to this value (20～30).
    To(Decimal),
    /// …台: from the value, below the next of its kind.
    Band,
}

choice! {
    Bound: Bound::Exact;
    words {
        Exact = "exact", AtLeast = "at_least", MoreThan = "more_than",
        AtMost = "at_most", LessThan = "less_than", Band = "band",
    }
    values { To(Decimal) = "to", }
    fields {}
}

words! {
    /// Stretch of time that the number covers.
    pub enum Span: Single {
        /// 単年 or not said.
        Single = "single",
        /// 累計.
        Cumulative = "cumulative",
        /// 期間平均・年平均.
        Average = "average",
        /// 延べ.
        Total = "total",
        /// 毎年・毎年度.
        EveryYear = "every_year",
    }
}

words! {
    /// Firmness of the number.
    pub enum Provisional: Flash {
        /// 速報値.
        Flash = "flash",
        /// 暫定値.
        Interim = "interim",
        /// 推計値.
        Estimate = "estimate",
        /// 見込値.
        Expected = "expected",
    }
}

words! {
    /// Why there is no number. A missing figure is not zero.
    pub enum Missing: Unset {
        /// 未設定: nothing was written.
        Unset = "unset",
        /// 「－」: a dash, no reason given.
        Dash = "dash",
        /// 集計中.
        Counting = "counting",
        /// 未公表・公表予定.
        Unpublished = "unpublished",
        /// 調査なし・調査未実施.
        NotSurveyed = "not_surveyed",
        /// 中止・廃止.
        Stopped = "stopped",
        /// 不明・把握できない.
        Unknown = "unknown",
        /// 〃・同上: what the cell above says.
        Ditto = "ditto",
    }
}

/// A target that names a direction, not a number.
#[derive(Debug, Clone, PartialEq)]
pub enum DirectionalTarget {
    /// ↗ 増加 アップ 現状値より増加.
    Up,
    /// ↘ 減少 ダウン.
    Down,
    /// → 維持 現状維持 横ばい.
    Keep,
    /// 現状値以上・維持または増加: not below the baseline.
    NotBelow,
    /// 現状値以下・維持または減少: not above the baseline.
    NotAbove,
    /// 前年度を上回る.
    AboveLastYear,
    /// 前年度を下回る.
    BelowLastYear,
    /// 前年度以上.
    NotBelowLastYear,
    /// 前年度以下.
    NotAboveLastYear,
    /// 全国平均以上・県平均を上回る: above another figure that moves too.
    AboveOthers,
    /// 全国平均以下・県平均を下回る: below another figure that moves too.
    BelowOthers,
    /// 現状値の1.5倍・半減 (0.5)・22％減少 (0.78): the baseline times this.
    Times(Decimal),
    /// 3ポイントの増加・5人減・毎年50億円の増加: the baseline plus this.
    Plus {
        /// The increase; negative for a decrease.
        by: Decimal,
        /// Unit as printed; empty if there is none.
        unit: String,
        /// 毎年・／年: true if it applies every year.
        yearly: bool,
    },
    /// 全員・全市町村: the whole number.
    All,
    /// 定性評価・おおむね解消・◎・達成: words or a mark, no number to compare.
    Words,
}

choice! {
    DirectionalTarget: DirectionalTarget::Up;
    words {
        Up = "up", Down = "down", Keep = "keep",
        NotBelow = "not_below", NotAbove = "not_above",
        AboveLastYear = "above_last_year",
        BelowLastYear = "below_last_year",
        NotBelowLastYear = "not_below_last_year",
        NotAboveLastYear = "not_above_last_year",
        AboveOthers = "above_others",
        BelowOthers = "below_others",
        All = "all", Words = "words",
    }
    values { Times(Decimal) = "times", }
    fields {
        Plus = "plus" {
            Must Open by: Decimal as Figure,
            May Open unit: String as Figure,
            May Open yearly: bool as Figure,
        },
    }
}
