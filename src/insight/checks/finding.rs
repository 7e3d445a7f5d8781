//! What the rules find.

use rust_decimal::Decimal;

use super::fix::Fix;
use super::rule::{Rule, Severity};
use crate::Title;
use edit::Field;
use strategy::*;

/// Where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The record.
    pub record: AnyId,
    /// Its field; `None`: the record as a whole.
    pub field: Option<Field>,
}

/// A fact of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A name or words as written.
    Text(String),
    /// A year.
    Year(FiscalYear),
    /// A day.
    Day(Date),
    /// A value and its unit.
    Value(Decimal, String),
    /// How many.
    Count(usize),
    /// 千円.
    Money(i64),
    /// A kind of record.
    Kind(Kind),
    /// A field.
    Field(Field),
    /// A way of counting.
    Counting(Counting),
    /// What was done or what is planned.
    Side(Side),
    /// What no band is given for.
    States(Vec<State>),
    /// What a strategy must not contain.
    Flaw(Flaw),
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How grave, at this stage of the plan.
    pub severity: Severity,
    /// Where.
    pub place: Location,
    /// What the record is called.
    pub name: Title,
    /// The facts, in the order the sentence tells them.
    pub facts: Vec<Fact>,
    /// What would mend it, where that is plain; of several the user chooses one.
    pub fixes: Vec<Fix>,
}

/// How many findings of each gravity: 誤り, 注意, 助言.
pub fn by_severity(findings: &[Finding]) -> [usize; 3] {
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    [Severity::Error, Severity::Warning, Severity::Advice].map(count)
}
