//! Sentences about files in StratML.

use std::collections::BTreeMap;

use super::marks;
use super::say::Say;
use super::text::stratml as text;
use format::json::MAX_BYTES;
use format::stratml::NotStratMl;

impl Say for NotStratMl {
    fn say(&self) -> String {
        match self {
            NotStratMl::TooLarge(bytes) => text::too_large(bytes >> 20, MAX_BYTES >> 20),
            NotStratMl::NotText => text::not_text().to_owned(),
            NotStratMl::NotXml(at) => text::not_xml(at.line, at.column),
            NotStratMl::TooMuch => text::too_much().to_owned(),
            NotStratMl::Foreign(name) => text::foreign(name),
            NotStratMl::NotAPlan => text::not_a_plan().to_owned(),
        }
    }
}

/// Lists the parts of a file that are not in the plan: elements by name, each with its number, and figures. `None` if
/// everything is in the plan.
pub fn left(elements: &BTreeMap<String, usize>, figures: usize) -> Option<String> {
    let figures = Some(figures).filter(|count| *count > 0);
    let all: Vec<String> = elements
        .iter()
        .map(|(name, count)| text::left_of(name, count))
        .chain(figures.map(text::figures_left))
        .collect();
    match all.is_empty() {
        true => None,
        false => Some(text::left(all.join(marks::list()))),
    }
}
