//! Findings of the rules.

use rust_decimal::Decimal;

use super::fix::Fix;
use super::rule::{Rule, Severity};
use crate::Title;
use edit::Field;
use strategy::*;

/// Place of a finding.
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
    /// A number.
    Count(usize),
    /// 千円.
    Money(i64),
    /// A kind of record.
    Kind(Kind),
    /// A field.
    Field(Field),
    /// A way of counting.
    Counting(Counting),
    /// Side of the money: settled or planned.
    Side(Side),
    /// States that no band is given for.
    States(Vec<State>),
    /// A flaw of the strategy.
    Flaw(Flaw),
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Severity, at this stage of the plan.
    pub severity: Severity,
    /// Its place.
    pub place: Location,
    /// Title of the record.
    pub name: Title,
    /// The facts, in the order the sentence tells them.
    pub facts: Vec<Fact>,
    /// Fixes, if there is a plain one; of several the user chooses one.
    pub fixes: Vec<Fix>,
}

/// Returns the findings that were not there before.
pub fn new_since(before: &[Finding], mut after: Vec<Finding>) -> Vec<Finding> {
    after.retain(|finding| !before.contains(finding));
    after
}
