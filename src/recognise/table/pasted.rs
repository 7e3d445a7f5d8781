//! Result of reading a pasted table.

use std::collections::BTreeMap;

use super::heads::ColumnKind;
use insight::suggest_kind;
use strategy::*;

/// Result of reading a pasted text. Ids are yet to be given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PastedTable {
    /// The indicators, in the order printed.
    pub indicators: Vec<PastedIndicator>,
    /// Lines read as the heads of columns, each with its number.
    pub heads: Vec<(usize, String)>,
    /// Lines that are of no indicator, each with its number.
    pub unread: Vec<(usize, String)>,
    /// The columns of its tables, for a person to say what they hold; none in a text that tells no places.
    pub columns: Vec<PastedColumn>,
    /// The first lines, each with its number, for a person to say which holds the heads.
    pub lines: Vec<(usize, String)>,
}

/// A column of a pasted table.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedColumn {
    /// Key by which the user's choice is remembered.
    pub key: String,
    /// Its head; empty where there is none.
    pub head: String,
    /// Its first cells.
    pub sample: Vec<String>,
    /// The content it was given.
    pub holds: Option<ColumnKind>,
    /// True if that is certain.
    pub sure: bool,
}

/// The user's choices for a pasted text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ColumnMapping {
    /// The line of heads, counted from one; zero: there is none; `None`: as found.
    pub head: Option<usize>,
    /// Contents of columns, by their keys.
    pub columns: BTreeMap<String, ColumnKind>,
}

/// Doubt about an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The content of this column was guessed; its head.
    Column(String),
    /// The figures were assigned by their order alone.
    Place,
    /// The year of a figure is not printed.
    Years,
    /// Figures under a year may be targets or actuals: the text does not say.
    TargetOrActual,
    /// A target is of a year before or after the period of the plan, or an actual or a baseline of one after it.
    Outside(FiscalYear),
    /// A figure is kept as text.
    Unread,
    /// The figures are in different units.
    Units,
    /// Target and baseline are far apart in size.
    Size,
    /// A number may be meant otherwise than its point says: 0.6 under ％, 1.200人.
    Decimals,
    /// A target with a plus, such as ＋5件, may be the value or the increase.
    Increase,
    /// A figure stands in cells that are joined over several years: it was taken for the last.
    JoinedYears,
    /// A figure stands in cells that are joined over several lines: it was taken for each.
    JoinedLines,
    /// A line of it, or a column with a cell of it, is hidden in the workbook.
    Hidden,
    /// A text fills its cell to the last letter: the rest may have been cut off.
    Cut,
    /// The name may be more or less than a name, or two have it.
    Name,
}

/// One indicator of a pasted text.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedIndicator {
    /// The lines it was read from, counted from one.
    pub lines: Vec<usize>,
    /// 指標.
    pub indicator: Indicator,
    /// Its 系列, one or more.
    pub series: Vec<Series>,
    /// The goals under whose titles it was printed.
    pub goals: Vec<Id<Goal>>,
    /// True if the strategy has an indicator of this name already.
    pub known: bool,
    /// The doubts about it.
    pub doubts: Vec<Doubt>,
}

impl PastedIndicator {
    /// Returns the number of its figures that are 要確認.
    pub fn unread(&self) -> usize {
        let figures = self.series.iter().flat_map(Series::figures);
        figures.filter(|f| f.needs_check()).count()
    }

    /// True if it is preselected for import: certain in every field, and new.
    pub fn chosen(&self) -> bool {
        self.doubts.is_empty() && !self.known
    }

    /// Way and counting, from unit, name and figures.
    pub(super) fn propose_kind(&mut self) {
        let indicator = &mut self.indicator;
        if let Some(series) = self.series.first() {
            let baseline = series.baseline.as_ref();
            let guess = suggest_kind(&indicator.unit, &indicator.name, baseline, &series.targets);
            (indicator.desired, indicator.counting) = (guess.desired, guess.counting);
        }
    }

    /// Notes what is not certain.
    pub(crate) fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }
}
