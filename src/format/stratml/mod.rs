//! StratML: plans of goals, objectives and performance indicators, as XML that other tools read.
//!
//! Part 1 (ISO 17469-1:2015) holds the plan, Part 2 (ANSI/AIIM 22:2017) its indicators and figures too. A [`StratMlPlan`] is
//! what we write of either and read of both, of their earlier versions, and of files that name no version.
//!
//! - S1  What is written of a document is read as the same document.
//! - S2  A file is read by the names of what is in it: neither the order nor the namespace matters.
//! - S3  What is not taken in is counted by name, never passed over in silence.
//!
//! `recognise::stratml` makes a plan of a document (S4–S7).

mod read;
mod write;

pub use read::{NotStratMl, StratMlRead, looks_like_xml, read};

/// Part of the standard that a document follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StratMlPart {
    /// Strategic plans: no indicators.
    One,
    /// Performance plans and reports.
    Two,
}

/// A plan, as StratML has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlPlan {
    /// Its name.
    pub name: String,
    /// Its purpose.
    pub description: String,
    /// The organisation whose plan it is.
    pub organization: Organization,
    /// Its vision.
    pub vision: String,
    /// Mission of the organisation.
    pub mission: String,
    /// Values of the organisation.
    pub values: Vec<Principle>,
    /// Its goals.
    pub goals: Vec<StratMlGoal>,
    /// First day, `YYYY-MM-DD`; empty: not said. So with all days.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Address of its publication.
    pub source: String,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organization {
    /// Its name.
    pub name: String,
    /// Its identifier, as written.
    pub id: String,
}

/// A value of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Principle {
    /// Its name.
    pub name: String,
    /// Its meaning.
    pub description: String,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlGoal {
    /// Id for references.
    pub id: String,
    /// Its number.
    pub sequence: String,
    /// Its name.
    pub name: String,
    /// Its meaning.
    pub description: String,
    /// Its objectives.
    pub objectives: Vec<Objective>,
}

/// An objective of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Objective {
    /// Id for references.
    pub id: String,
    /// Its number.
    pub sequence: String,
    /// Its name.
    pub name: String,
    /// Its meaning.
    pub description: String,
    /// The organisations that do it.
    pub performers: Vec<String>,
    /// Its indicators.
    pub indicators: Vec<StratMlIndicator>,
}

/// A performance indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlIndicator {
    /// Id for references.
    pub id: String,
    /// The indicator before it that this one is; empty: none.
    pub same_as: String,
    /// The measured quantity.
    pub name: String,
    /// In what.
    pub unit: String,
    /// Its place in the chain from means to effects, in the words of the standard; empty: not given.
    pub stage: String,
    /// Its definition.
    pub other: String,
    /// Its figures, in order.
    pub results: Vec<StratMlFigure>,
}

/// A figure of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlFigure {
    /// Kind of figure.
    pub sort: Sort,
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
    /// The number, without commas; empty: none.
    pub number: String,
    /// A rating, in a word; empty: none.
    pub rating: String,
    /// The figure as printed.
    pub text: String,
}

/// Kind of figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The value at the beginning.
    Baseline,
    /// The target.
    Target,
    /// The actual.
    #[default]
    Actual,
}

/// The objective of a goal that holds the goal's own indicators ends its number with this.
pub const OWN_INDICATORS: &str = ".0";
