//! Result of reading the text of a plan.

use std::collections::BTreeMap;

use crate::PastedIndicator;
use strategy::FiscalYear;

/// Role of a line of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineRole {
    /// 基本目標.
    Goal,
    /// 横断的な目標.
    CrossGoal,
    /// 区分: a heading that gathers measures.
    Division,
    /// 施策.
    Measure,
    /// 取組.
    Initiative,
    /// 方向性: what is written of the goal, measure or initiative above.
    Direction,
    /// 指標 of the goal or measure above.
    Indicator,
    /// 読み飛ばす.
    Skip,
}

impl LineRole {
    /// Depth of a line that is no heading.
    const TEXT: usize = 4;

    /// All of them, from the highest level on.
    pub const ALL: [Self; 8] = [
        Self::Goal,
        Self::CrossGoal,
        Self::Division,
        Self::Measure,
        Self::Initiative,
        Self::Direction,
        Self::Indicator,
        Self::Skip,
    ];

    /// Returns its depth; a line that is no heading is deepest.
    pub fn depth(self) -> usize {
        match self {
            Self::Goal | Self::CrossGoal => 0,
            Self::Division => 1,
            Self::Measure => 2,
            Self::Initiative => 3,
            Self::Direction | Self::Indicator | Self::Skip => Self::TEXT,
        }
    }

    /// True if it is a goal of either kind.
    pub fn is_goal(self) -> bool {
        self.depth() == 0
    }
}

/// Why a line is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skipped {
    /// ページ番号.
    PageNumber,
    /// 目次.
    Contents,
    /// 柱: printed again on other pages.
    Repeated,
    /// The heads of a table, and what else of a table is no indicator.
    Table,
    /// `[具体的取組]`: it says what stands under it.
    Label,
    /// Before the first goal, or behind the last.
    Outside,
    /// A goal of another plan, or of a list that is printed in full elsewhere.
    OtherList,
    /// Sentences that belong to no goal, measure or initiative.
    Prose,
    /// Nothing tells what it is.
    NotUnderstood,
}

/// Doubt about a line that is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineDoubt {
    /// The level: no word says it.
    Level,
    /// It may be no title.
    Title,
    /// The line below may be the rest of the title.
    Wrapped,
    /// The heading it stands under is not certain.
    Heading,
    /// Several lists of goals are there, and none of them in full.
    Lists,
    /// The strategy has a goal of this title.
    Known,
    /// A doubt about its indicator.
    Indicator,
    /// It is hidden in the workbook.
    Hidden,
}

/// A line of a plan; a title or text printed over several lines is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedLine {
    /// The numbers of the lines it was printed on, counted from one.
    pub lines: Vec<usize>,
    /// As printed.
    pub printed: String,
    /// The plan's name of its level: 基本計画 of 基本計画32.
    pub label: String,
    /// Its number as printed.
    pub number: String,
    /// Its title or text.
    pub title: String,
    /// 副題.
    pub subtitle: String,
    /// The mark it begins with, by the key of a [`PastedMark`]; empty: none.
    pub mark: String,
    /// Its role.
    pub role: LineRole,
    /// The doubt about its role.
    pub doubt: Option<LineDoubt>,
    /// Why it is skipped.
    pub skipped: Option<Skipped>,
    /// Its indicator, by its place among those read.
    pub indicator: Option<usize>,
}

impl PastedLine {
    /// True if the line is preselected for import.
    pub fn chosen(&self) -> bool {
        self.role != LineRole::Skip && self.doubt.is_none()
    }
}

/// A kind of mark that headings of the plan begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedMark {
    /// Key by which the user's choice is remembered.
    pub key: String,
    /// The mark as first printed.
    pub sample: String,
    /// The first title with it.
    pub title: String,
    /// Number of lines with it.
    pub count: usize,
    /// The role its lines were given.
    pub role: LineRole,
    /// True if that is certain.
    pub sure: bool,
}

/// Result of reading the text of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PastedOutline {
    /// Every line that is not blank, in the order of the plan.
    pub lines: Vec<PastedLine>,
    /// The indicators of its tables.
    pub indicators: Vec<PastedIndicator>,
    /// The kinds of marks, from the highest level on.
    pub marks: Vec<PastedMark>,
    /// The last year of the plan: that of a target that names none.
    pub last: Option<FiscalYear>,
}

impl PastedOutline {
    /// The heading a line stands under when lines are what `roles` says.
    pub fn heading(&self, at: usize, roles: &[LineRole]) -> Option<usize> {
        let depth = roles.get(at)?.depth();
        roles[..at]
            .iter()
            .rposition(|role| role.depth() < depth.min(LineRole::TEXT))
    }
}

/// The user's choices for kinds of marks, by their keys.
pub type SaidMarks = BTreeMap<String, LineRole>;

impl PastedOutline {
    /// Returns the number of lines with one of these roles.
    pub fn count(&self, roles: &[LineRole]) -> usize {
        self.lines
            .iter()
            .filter(|line| roles.contains(&line.role))
            .count()
    }
}
