//! 一年の流れ: the steps of the office's year, and the months in which a town takes them.

use super::record::{described, words};
use super::{About, Month};

words! {
    /// A step of the office's year, in the usual order.
    pub enum YearStep: Actuals {
        /// 実績の入力.
        Actuals = "actuals",
        /// 評価.
        Reviews = "reviews",
        /// 課への確認.
        Sections = "sections",
        /// 年度の確定.
        Closing = "closing",
        /// 翌年度の計画.
        NextPlan = "next_plan",
        /// 議会への報告.
        Council = "council",
        /// 公表.
        Publication = "publication",
    }
}

impl YearStep {
    /// Returns the month in which most offices take this step.
    pub fn usual_month(self) -> Month {
        Month(match self {
            YearStep::Actuals => 4,
            YearStep::Reviews => 5,
            YearStep::Sections => 6,
            YearStep::Closing => 7,
            YearStep::NextPlan => 9,
            YearStep::Council => 12,
            YearStep::Publication => 3,
        })
    }
}

described! {
    /// The month in which a town takes a step of its year, where it is not the usual one.
    #[derive(Eq)]
    pub struct StepMonth {
        /// The step.
        Must Inner step: YearStep as Entry,
        /// The month.
        Must Inner month: Month as Entry,
    }
}

impl About {
    /// Returns the month in which the town takes a step.
    pub fn step_month(&self, step: YearStep) -> Month {
        let own = self.step_months.iter().rev().find(|own| own.step == step);
        own.map_or(step.usual_month(), |own| own.month)
    }

    /// Moves a step to a month; the usual month is not stored.
    pub fn set_step_month(&mut self, step: YearStep, month: Month) {
        self.step_months.retain(|own| own.step != step);
        if month != step.usual_month() {
            self.step_months.push(StepMonth { step, month });
        }
    }
}
