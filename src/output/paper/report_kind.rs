//! Kinds of reports: their groups and names, and the plans that have something to print in each.

use ::words::{assembly, grants, paper as words, workshop};
use strategy::{Side, Strategy};

/// A report that can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// 概要版.
    Digest,
    /// 施策評価シート.
    Sheets,
    /// 実施計画, one measure a page.
    Plan,
    /// 実施計画（一覧）.
    PlanList,
    /// 指標一覧.
    Indicators,
    /// 体系図.
    Outline,
    /// ロジックモデル.
    Logic,
    /// 人口の見通し.
    Population,
    /// 計画書: all of it but the sheets.
    Book,
    /// 本文.
    Chapters,
    /// 整合.
    Alignment,
    /// 活用できる支援.
    Supports,
    /// 日程.
    Timetable,
    /// 新旧対照表.
    Revision,
    /// 見直しの履歴.
    RevisionHistory,
    /// 対話のテーブル用紙.
    TableSheets,
    /// 付箋の用紙.
    Notes,
    /// 目標カード.
    GoalCards,
    /// いただいたご意見と反映.
    Answers,
    /// 課からの提出状況.
    HandLedger,
    /// 議会答弁資料, one indicator on a page.
    AssemblyReply,
    /// 交付金の効果検証シート, of a project.
    GrantSheet,
    /// 地域再生計画の素案, of a project.
    RecoveryPlan,
}

impl ReportKind {
    /// The reports in their groups.
    pub fn groups() -> [(&'static str, &'static [ReportKind]); 6] {
        [
            (
                words::group_plan(),
                &[
                    ReportKind::Digest,
                    ReportKind::Book,
                    ReportKind::Chapters,
                    ReportKind::Outline,
                    ReportKind::Logic,
                    ReportKind::Population,
                    ReportKind::Alignment,
                    ReportKind::Supports,
                    ReportKind::Timetable,
                ],
            ),
            (
                words::group_indicators(),
                &[ReportKind::Indicators, ReportKind::AssemblyReply],
            ),
            (
                words::group_year(),
                &[
                    ReportKind::Sheets,
                    ReportKind::Plan,
                    ReportKind::PlanList,
                    ReportKind::HandLedger,
                ],
            ),
            (
                words::group_revision(),
                &[ReportKind::Revision, ReportKind::RevisionHistory],
            ),
            (
                words::group_talk(),
                &[
                    ReportKind::TableSheets,
                    ReportKind::Notes,
                    ReportKind::GoalCards,
                    ReportKind::Answers,
                ],
            ),
            (
                words::group_grant(),
                &[ReportKind::GrantSheet, ReportKind::RecoveryPlan],
            ),
        ]
    }

    /// True if a plan has something to print in this report.
    pub fn is_in(self, s: &Strategy, versions: usize) -> bool {
        match self {
            ReportKind::Digest | ReportKind::Book => true,
            ReportKind::Revision => versions > 0,
            ReportKind::RevisionHistory => !s.about().revisions.is_empty(),
            ReportKind::Population => {
                let population = s.about().population.clone();
                population.is_some_and(|one| one.projection.is_some())
            }
            ReportKind::Chapters => !s.sections.is_empty(),
            ReportKind::Outline | ReportKind::Logic => !s.goals.is_empty(),
            ReportKind::Indicators | ReportKind::AssemblyReply => !s.indicators.is_empty(),
            ReportKind::Alignment => !s.frameworks.is_empty(),
            ReportKind::Supports => !s.supports.is_empty(),
            ReportKind::Timetable => !s.timetable.is_empty() || !s.bodies.is_empty(),
            ReportKind::Sheets | ReportKind::Plan | ReportKind::PlanList => !s.sheets.is_empty(),
            ReportKind::TableSheets | ReportKind::Notes => !s.sessions.is_empty(),
            ReportKind::GoalCards => !s.sessions.is_empty() && !s.goals.is_empty(),
            ReportKind::Answers => !s.ideas.is_empty(),
            ReportKind::HandLedger => !s.about().handed_out.is_empty(),
            ReportKind::GrantSheet | ReportKind::RecoveryPlan => !s.grant_projects.is_empty(),
        }
    }

    /// Its name, and what it is.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            ReportKind::Digest => words::digest(),
            ReportKind::Sheets => words::sheets(),
            ReportKind::Plan => words::plan(),
            ReportKind::PlanList => words::plan_list(),
            ReportKind::Indicators => words::indicators(),
            ReportKind::Outline => words::outline(),
            ReportKind::Logic => words::logic(),
            ReportKind::Population => words::population(),
            ReportKind::Book => words::book(),
            ReportKind::Chapters => words::chapters(),
            ReportKind::Alignment => words::alignment(),
            ReportKind::Supports => words::supports(),
            ReportKind::Timetable => words::timetable(),
            ReportKind::Revision => words::revision(),
            ReportKind::RevisionHistory => words::revision_history(),
            ReportKind::TableSheets => workshop::paper_tables(),
            ReportKind::Notes => workshop::paper_notes(),
            ReportKind::GoalCards => workshop::paper_cards(),
            ReportKind::Answers => workshop::paper_answers(),
            ReportKind::HandLedger => words::hand_ledger(),
            ReportKind::AssemblyReply => assembly::paper(),
            ReportKind::GrantSheet => grants::sheet_paper(),
            ReportKind::RecoveryPlan => grants::plan_paper(),
        }
    }

    /// By the year of which side its sheets are chosen.
    pub fn side(self) -> Option<Side> {
        match self {
            ReportKind::Sheets => Some(Side::Done),
            ReportKind::Plan | ReportKind::PlanList | ReportKind::Digest => Some(Side::Planned),
            _ => None,
        }
    }

    /// Returns the record that the report can be narrowed to: one measure, one goal, one indicator, one grant project, or none.
    pub fn narrowing(self) -> Option<Narrowing> {
        match self {
            ReportKind::Sheets | ReportKind::Plan => Some(Narrowing::Measure),
            ReportKind::PlanList | ReportKind::Indicators | ReportKind::Logic => {
                Some(Narrowing::Goal)
            }
            ReportKind::AssemblyReply => Some(Narrowing::Indicator),
            ReportKind::GrantSheet | ReportKind::RecoveryPlan => Some(Narrowing::Grant),
            _ => None,
        }
    }

    /// True if the report is read, and not cut out or filled in by hand.
    pub fn is_read(self) -> bool {
        !matches!(
            self,
            ReportKind::TableSheets | ReportKind::Notes | ReportKind::GoalCards
        )
    }

    /// True if the report rates indicators, in a year that the user can choose.
    pub fn judges(self) -> bool {
        matches!(
            self,
            ReportKind::Indicators
                | ReportKind::Digest
                | ReportKind::Book
                | ReportKind::AssemblyReply
        )
    }
}

/// Kind of record that a report can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrowing {
    /// One measure.
    Measure,
    /// One goal.
    Goal,
    /// One indicator.
    Indicator,
    /// One grant project.
    Grant,
}
