//! 進み: where one series stands in one year, with every number that went into saying so.

mod input;
mod judge;

#[cfg(any(test, feature = "fixtures"))]
pub mod cases;

use rust_decimal::Decimal;

use super::decimal;
use strategy::*;

pub(crate) use input::ProgressInput;
pub use input::final_target;
pub use judge::{TargetTest, progress_status};
pub(crate) use judge::{asked, without_side};

/// 当初値, and when it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// In the unit of the [`ProgressStatus`].
    pub value: Decimal,
    /// True if it was printed as 約.
    pub about: bool,
    /// The fiscal year, when said.
    pub year: Option<FiscalYear>,
    /// 累計 that starts within the plan: zero, though nobody typed it.
    pub counted_from_zero: bool,
}

/// 目標: the last target typed in the period (else the first after it, else the last before it).
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The year of the target.
    pub year: FiscalYear,
    /// Its aim.
    pub aim: Aim,
}

/// Aim of a target.
#[derive(Debug, Clone, PartialEq)]
pub enum Aim {
    /// A number, in the unit of the [`ProgressStatus`].
    Value {
        /// The value; of a range the end that is reached first.
        value: Decimal,
        /// True if it was printed as 約.
        about: bool,
        /// 以上・未満・～ …, its second value in the same unit.
        bound: Bound,
        /// The years for which it holds.
        holds: Holds,
        /// The directional target it was worked out from (1.5倍, ＋3ポイント), when it was not a number itself.
        directional: Option<DirectionalTarget>,
    },
    /// ↗, 前年度を上回る, 全国平均以上 …: no number.
    Directional(DirectionalTarget),
}

/// The years for which a target's value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// For its own year: a line leads to it.
    AtItsYear,
    /// 毎年度: the same for every year.
    EveryYear,
    /// 期間平均: for the mean of the years.
    OnAverage,
}

/// めざす向き, as judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// 増やす.
    Up,
    /// 減らす; 順位.
    Down,
    /// 保つ.
    Keep,
}

/// 実績: the figure judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Actual {
    /// In the unit of the [`ProgressStatus`]; for 期間平均 the mean so far.
    pub value: Decimal,
    /// True if it was printed as 約.
    pub about: bool,
    /// 速報・推計 ….
    pub provisional: Option<Provisional>,
    /// Over how many years' figures the mean was taken; 1 when it was not.
    pub years: usize,
}

/// Why a year has no number to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoActual {
    /// 未入力・集計中・未公表 …, as entered.
    Missing(Missing),
    /// 要確認: something is written, but not a number.
    NotANumber,
}

/// Value expected in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedValue {
    /// In the unit of the [`ProgressStatus`].
    pub value: Decimal,
    /// Its source.
    pub by: By,
}

/// Source of an expected value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// 年度目標: typed for this very year.
    Typed,
    /// 毎年度・期間平均: the target itself, every year.
    EveryYear,
    /// The straight line from 当初値 to 目標値.
    Line,
    /// The target's year has come.
    Final,
}

/// 経過: so many years gone of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    /// The year it is counted from (the end of it).
    pub from: FiscalYear,
    /// The year it runs to.
    pub to: FiscalYear,
    /// Years gone, from 0 to `of`.
    pub gone: i32,
    /// Years in all, at least 1.
    pub of: i32,
}

impl Elapsed {
    /// From the end of one year to the end of another; `None` when they are not in that order.
    pub fn between(from: FiscalYear, to: FiscalYear, year: FiscalYear) -> Option<Self> {
        let of = to.0.saturating_sub(from.0);
        (of > 0).then(|| Self {
            from,
            to,
            gone: year.0.saturating_sub(from.0).clamp(0, of),
            of,
        })
    }

    /// 期間の経過: how much of the plan is gone at the end of a year.
    pub fn of_period(period: Period, year: FiscalYear) -> Option<Self> {
        Self::between(
            FiscalYear(period.first.0.saturating_sub(1)),
            period.last,
            year,
        )
    }

    /// 経過率, in percent.
    pub fn percent(self) -> Decimal {
        decimal::percent(Decimal::from(self.gone), Decimal::from(self.of)).unwrap_or_default()
    }
}

/// Direction in which a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moved {
    /// 逆の向き.
    Against,
    /// 変わらない (or by less than the tolerance).
    Same,
    /// めざす向き.
    Wished,
}

/// Limits of 保つ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// Between these, both included; `open`: neither included (未満・超).
    Between {
        /// 下限.
        lower: Option<Decimal>,
        /// 上限.
        upper: Option<Decimal>,
        /// 未満・超.
        open: bool,
    },
    /// At this value, give or take the tolerance.
    At(Decimal),
    /// At this value; whether more or less keeps it too, the plan does not say.
    Unsided(Decimal),
    /// Not below this value (増やす with target = baseline).
    NotBelow(Decimal),
    /// Not above this value (減らす with target = baseline).
    NotAbove(Decimal),
}

impl Limits {
    /// Returns the distance of a value outside the limits; `None`: too many digits.
    pub fn distance(self, value: Decimal) -> Option<Decimal> {
        let below =
            |limit: Decimal| arithmetic::difference(limit, value).map(|gap| gap.max(Decimal::ZERO));
        let above =
            |limit: Decimal| arithmetic::difference(value, limit).map(|gap| gap.max(Decimal::ZERO));
        match self {
            Limits::Between { lower, upper, .. } => {
                let below = lower.map_or(Some(Decimal::ZERO), below)?;
                let above = upper.map_or(Some(Decimal::ZERO), above)?;
                Some(below.max(above))
            }
            Limits::At(limit) | Limits::Unsided(limit) => Some(below(limit)?.max(above(limit)?)),
            Limits::NotBelow(limit) => below(limit),
            Limits::NotAbove(limit) => above(limit),
        }
    }

    /// The limit a value is nearest to; `None` where there is none.
    pub fn nearest(self, value: Decimal) -> Option<Decimal> {
        match self {
            Limits::Between { lower, upper, .. } => match (lower, upper) {
                (Some(lower), Some(upper)) => {
                    let middle = arithmetic::sum(lower / Decimal::TWO, upper / Decimal::TWO)?;
                    Some(if value < middle { lower } else { upper })
                }
                (lower, upper) => lower.or(upper),
            },
            Limits::At(limit)
            | Limits::Unsided(limit)
            | Limits::NotBelow(limit)
            | Limits::NotAbove(limit) => Some(limit),
        }
    }

    /// True if a value is within the limits.
    pub fn hold(self, value: Decimal, tolerance: Option<Decimal>) -> bool {
        let same = |limit| decimal::same(value, limit, tolerance);
        match self {
            Limits::Between { lower, upper, open } => {
                lower.is_none_or(|l| value > l || (!open && value == l))
                    && upper.is_none_or(|u| value < u || (!open && value == u))
            }
            Limits::At(limit) | Limits::Unsided(limit) => same(limit),
            Limits::NotBelow(limit) => value >= limit || same(limit),
            Limits::NotAbove(limit) => value <= limit || same(limit),
        }
    }
}

/// Progress of a series; the variant depends on the kind of target.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// 進捗率: 増やす or 減らす, with a baseline to leave and a target to reach.
    Rate {
        /// 進捗率 (actual − baseline) ÷ (target − baseline), in percent.
        rate: Decimal,
        /// ペース: the same against what is expected of the year, in percent. `None` where nothing
        /// is expected yet.
        pace: Option<Decimal>,
        /// As good as expected of the year, or better.
        on_path: bool,
        /// 達成.
        reached: bool,
        /// Against the baseline.
        moved: Moved,
    },
    /// 保つ: within the limits or not. Never a percentage.
    Kept {
        /// True if it was kept.
        kept: bool,
        /// Outside, but nearer than the baseline was.
        nearing: bool,
        /// The limits.
        limits: Limits,
    },
    /// 方向のみ: moved as wished or not.
    Moved {
        /// The direction.
        moved: Moved,
        /// From this value …
        from: Decimal,
        /// … of this year, when known.
        since: Option<FiscalYear>,
    },
    /// 当初値なし: only whether the target is reached.
    NoBaseline {
        /// 達成.
        reached: bool,
        /// Against what is typed for this very year, when something is.
        on_path: Option<bool>,
    },
    /// 悪化をゆるめる: the target is worse than the baseline (a population that falls more slowly).
    /// No rate can be told; the year is set against what is expected of it.
    Softened {
        /// As good as expected of the year, or better.
        on_path: bool,
        /// On the path when the target's year has come.
        reached: bool,
    },
    /// Nothing can be said.
    Unknown(Unknown),
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// 実績なし.
    NoActual(NoActual),
    /// 目標なし.
    NoTarget,
    /// 向きがわからない: neither said nor to be seen from the target.
    NoWay,
    /// 保つ: not at the value named, and the plan does not say whether more or less keeps it too.
    NoSide,
    /// 当初値なし, where the target is told by it (↗, 1.5倍).
    NoBaseline,
    /// 前年度の実績なし, where the target is told by it.
    NoLastYear,
    /// 定義変更: from this year the figures are of something else than the baseline.
    Redefined(FiscalYear),
    /// ％ set against 人.
    UnitsDiffer,
    /// 全国平均・県平均: the figures of others are not here.
    NeedsOthers,
    /// 定性評価: people must say.
    InWords,
    /// Too many digits.
    TooLarge,
}

/// 進み of one series in one year: the numbers that went in, and what came out.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressStatus {
    /// The year judged.
    pub year: FiscalYear,
    /// 計画期間.
    pub period: Period,
    /// The unit all values here are told in.
    pub unit: String,
    /// めざす向き; `None`: not said and not to be seen.
    pub way: Option<Way>,
    /// The way was not said but seen from the target.
    pub way_guessed: bool,
    /// アンケートの誤差.
    pub tolerance: Option<Decimal>,
    /// 当初値.
    pub baseline: Option<Start>,
    /// 目標.
    pub target: Option<Target>,
    /// Value expected in the year.
    pub expected: Option<ExpectedValue>,
    /// 実績.
    pub actual: Result<Actual, NoActual>,
    /// 経過 of the way from baseline to target.
    pub elapsed: Option<Elapsed>,
    /// The result.
    pub progress: Progress,
}

impl ProgressStatus {
    /// 達成.
    pub fn reached(&self) -> bool {
        match self.progress {
            Progress::Rate { reached, .. }
            | Progress::NoBaseline { reached, .. }
            | Progress::Softened { reached, .. } => reached,
            Progress::Kept { kept, .. } => kept,
            Progress::Moved { .. } | Progress::Unknown(_) => false,
        }
    }

    /// めざす向きに進んでいる: moved as wished, kept or nearing, reached, or softened as planned.
    /// `None` where that cannot be said, as within the error of a survey.
    pub fn as_wished(&self) -> Option<bool> {
        match &self.progress {
            Progress::Rate { reached: true, .. } => Some(true),
            Progress::Rate { moved, .. } | Progress::Moved { moved, .. } => match moved {
                Moved::Same if self.error_of_move().is_some() => None,
                moved => Some(*moved == Moved::Wished),
            },
            Progress::Kept { kept, nearing, .. } => Some(*kept || *nearing),
            Progress::NoBaseline { reached: true, .. } => Some(true),
            Progress::NoBaseline { on_path, .. } => *on_path,
            Progress::Softened { on_path, .. } => Some(*on_path),
            Progress::Unknown(_) => None,
        }
    }

    /// The error of the survey, where the figure moved by less than it.
    pub fn error_of_move(&self) -> Option<Decimal> {
        let (moved, from) = match self.progress {
            Progress::Rate { moved, .. } => (moved, self.baseline?.value),
            Progress::Moved { moved, from, .. } => (moved, from),
            _ => return None,
        };
        let actual = self.actual.as_ref().ok()?.value;
        let is_hidden = moved == Moved::Same && actual != from;
        self.tolerance.filter(|_| is_hidden)
    }

    /// 進捗率 in percent, where there is one.
    pub fn rate(&self) -> Option<Decimal> {
        match self.progress {
            Progress::Rate { rate, .. } => Some(rate),
            _ => None,
        }
    }

    /// ペース in percent, where there is one.
    pub fn pace(&self) -> Option<Decimal> {
        match self.progress {
            Progress::Rate { pace, .. } => pace,
            _ => None,
        }
    }

    /// Why nothing can be said, where nothing can.
    pub fn unknown(&self) -> Option<Unknown> {
        match self.progress {
            Progress::Unknown(why) => Some(why),
            _ => None,
        }
    }

    /// The target's value, where it is a number.
    pub fn target_value(&self) -> Option<Decimal> {
        match self.target.as_ref()?.aim {
            Aim::Value { value, .. } => Some(value),
            Aim::Directional(_) => None,
        }
    }
}
