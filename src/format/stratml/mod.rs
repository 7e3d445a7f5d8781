//! StratML: plans of goals, objectives and performance indicators, as XML that other tools read.
//!
//! Part 1 (ISO 17469-1:2015) holds the plan, Part 2 (ANSI/AIIM 22:2017) its indicators and figures too. A [`Document`] is
//! what we write of either and read of both, of their earlier versions, and of files that name no version.
//!
//! - S1  What is written of a document is read as the same document.
//! - S2  A file is read by the names of what is in it: neither the order nor the namespace matters.
//! - S3  What is not taken in is counted by name, never passed over in silence.
//! - S4  A figure is the printed text where that says the number, else the number; the text is then a note of its year.
//! - S5  A result belongs to the fiscal year in which it ends, or else begins.
//! - S6  An objective numbered below another is an initiative of it; one numbered `n.0` holds the indicators of its goal.
//! - S7  An indicator of no figures that refers to one before it, of the same name and unit, is that one.

mod plan;
mod read;
mod write;

pub use plan::{TakenIn, plan};
pub use read::{NotStratMl, Read, looks_like_xml, read};

/// Which part of the standard a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Strategic plans: no indicators.
    One,
    /// Performance plans and reports.
    Two,
}

/// A plan, as StratML has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The organisation whose plan it is.
    pub organization: Organization,
    /// What is aimed at.
    pub vision: String,
    /// What the organisation is there for.
    pub mission: String,
    /// What it holds to.
    pub values: Vec<Principle>,
    /// Its goals.
    pub goals: Vec<Goal>,
    /// First day, `YYYY-MM-DD`; empty: not said. So with all days.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Where it is published.
    pub source: String,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Organization {
    /// What it is called.
    pub name: String,
    /// What it is identified by, as written.
    pub id: String,
}

/// What an organisation holds to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Principle {
    /// What it is called.
    pub name: String,
    /// What it means.
    pub description: String,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goal {
    /// What others refer to it by.
    pub id: String,
    /// Its number.
    pub sequence: String,
    /// What it is called.
    pub name: String,
    /// What it means.
    pub description: String,
    /// What is to be reached for it.
    pub objectives: Vec<Objective>,
}

/// What is to be reached for a goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Objective {
    /// What others refer to it by.
    pub id: String,
    /// Its number.
    pub sequence: String,
    /// What it is called.
    pub name: String,
    /// What it means.
    pub description: String,
    /// The organisations that do it.
    pub performers: Vec<String>,
    /// What it is measured by.
    pub indicators: Vec<Indicator>,
}

/// What something is measured by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Indicator {
    /// What others refer to it by.
    pub id: String,
    /// The indicator before it that this one is; empty: none.
    pub same_as: String,
    /// What is measured.
    pub name: String,
    /// In what.
    pub unit: String,
    /// Where in the chain from means to effects it stands, in the words of the standard; empty: not said.
    pub stage: String,
    /// How it is defined.
    pub other: String,
    /// Its figures, in order.
    pub results: Vec<Outcome>,
}

/// A figure of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// What sort of figure.
    pub sort: Sort,
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
    /// The number, without commas; empty: none.
    pub number: String,
    /// What is said of it in a word: a rating; empty: nothing.
    pub rating: String,
    /// The figure as printed.
    pub text: String,
}

/// What sort of figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// What was there at the beginning.
    Baseline,
    /// What is aimed at.
    Target,
    /// What was reached.
    #[default]
    Actual,
}

/// The objective of a goal that holds the goal's own indicators ends its number with this.
const OWN: &str = ".0";
