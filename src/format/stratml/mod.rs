//! StratML: plans of goals, objectives and performance indicators, as XML that other tools read.
//!
//! Part 1 (ISO 17469-1:2015) holds the plan, Part 2 (ANSI/AIIM 22:2017) its indicators and figures too. The app
//! writes a [`StratMlPlan`] as either part, and reads one from both, from their earlier versions, and from files that
//! name no version.
//!
//! - S1  A written document is read as the same document.
//! - S2  A file is read by the names of its elements: neither the order nor the namespace matters.
//! - S3  Elements that are not imported are counted by name, never skipped silently.
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

/// A plan in StratML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlPlan {
    /// Name.
    pub name: String,
    /// Purpose.
    pub description: String,
    /// The organisation whose plan it is.
    pub organization: Organization,
    /// Vision.
    pub vision: String,
    /// Mission of the organisation.
    pub mission: String,
    /// Values of the organisation.
    pub values: Vec<Principle>,
    /// Goals.
    pub goals: Vec<StratMlGoal>,
    /// First day, `YYYY-MM-DD`; empty if not given. All days have this form.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Address of its publication.
    pub source: String,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organization {
    /// Name.
    pub name: String,
    /// Identifier, as written.
    pub id: String,
}

/// A value of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Principle {
    /// Name.
    pub name: String,
    /// Meaning.
    pub description: String,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlGoal {
    /// Id for references.
    pub id: String,
    /// Number.
    pub sequence: String,
    /// Name.
    pub name: String,
    /// Meaning.
    pub description: String,
    /// Objectives.
    pub objectives: Vec<Objective>,
}

/// An objective of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Objective {
    /// Id for references.
    pub id: String,
    /// Number.
    pub sequence: String,
    /// Name.
    pub name: String,
    /// Meaning.
    pub description: String,
    /// Organisations that carry it out.
    pub performers: Vec<String>,
    /// Indicators.
    pub indicators: Vec<StratMlIndicator>,
}

/// A performance indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlIndicator {
    /// Id for references.
    pub id: String,
    /// Id of an earlier indicator that it repeats; empty: none.
    pub same_as: String,
    /// The measured quantity.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Stage in the chain from means to effects, in the words of the standard; empty: not given.
    pub stage: String,
    /// Definition.
    pub other: String,
    /// Figures, in order.
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

/// End of the number of the objective that holds the indicators of the goal itself.
pub const OWN_INDICATORS: &str = ".0";
