//! Sentences about files in StratML.

use super::marks;
use super::say::Say;
use super::text::stratml as text;
use format::json::MAX_BYTES;
use format::stratml::{NotStratMl, Read};
use recognise::stratml::TakenIn;

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

/// Lists the parts of a file that are not in the plan; `None`: everything is.
pub fn left(read: &Read, taken: &TakenIn) -> Option<String> {
    let figures = Some(taken.figures_left).filter(|count| *count > 0);
    let elements = read.left.iter();
    let all: Vec<String> = elements
        .map(|(name, count)| text::left_of(name, count))
        .chain(figures.map(text::figures_left))
        .collect();
    match all.is_empty() {
        true => None,
        false => Some(text::left(all.join(marks::list()))),
    }
}
