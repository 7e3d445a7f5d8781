//! 計画の見直し: an extension of the period, or a revision on the way.

use super::record::described;
use super::{About, Date, FiscalYear, Stage};

described! {
    /// 計画の見直し.
    #[derive(Eq)]
    pub struct PlanRevision {
        /// 名称 (第1回中間見直し).
        Must Open title: String as Entry,
        /// 開始日; of an extension the day it was decided.
        Must Open began: Date as Entry,
        /// 決定日; `None`: it is being drafted.
        May Open decided: Option<Date> as Entry,
        /// 決定者・決定した会議.
        May Inner by: String as Entry,
        /// 理由.
        May Open reason: String as Entry,
        /// 計画期間の延長; `None`: the period stays.
        May Open extension: Option<PeriodExtension> as Entry,
        /// The kept version of the plan before it.
        May Inner before: String as Entry,
        /// The kept version of the plan as it was decided.
        May Inner after: String as Entry,
    }
}

described! {
    /// 計画期間の延長: the last year, before and after.
    #[derive(Eq)]
    pub struct PeriodExtension {
        /// 延長前の最後の年度.
        Must Open from: FiscalYear as Entry,
        /// 延長後の最後の年度.
        Must Open to: FiscalYear as Entry,
    }
}

impl About {
    /// Returns the revision that is being drafted, with its index in the list.
    pub fn open_revision(&self) -> Option<(usize, &PlanRevision)> {
        let all = self.revisions.iter().enumerate();
        all.rev().find(|(_, one)| one.decided.is_none())
    }

    /// Returns the stage as readers are told it: a decided plan with an open revision is 改訂中, whatever stage was chosen. That
    /// holds for 終了, too: its contents are not decided until the revision is decided or dropped.
    pub fn told_stage(&self) -> Stage {
        match self.stage.is_decided() && self.open_revision().is_some() {
            true => Stage::Revising,
            false => self.stage,
        }
    }
}
