//! Parts of more than one page.

use crate::markup::{Element, element, text};
use strategy::GoalKind;
use words::model::short_number;

/// A text of the town, its lines as paragraphs.
pub fn paragraphs(written: &str) -> Vec<Element> {
    let lines = written.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| text("p", line)).collect()
}

/// Returns a line with only a link to another page; a printed page leaves it out.
pub fn link_line(link: Element) -> Element {
    element("p").class("reader-way").child(link)
}

/// A goal's number in its square.
pub fn badge(kind: GoalKind, number: &str) -> Element {
    text("span", &short_number(number)).class(match kind {
        GoalKind::Basic => "goal-badge",
        GoalKind::CrossCutting => "goal-badge cross",
    })
}

/// A name and what it stands for, in a list of such.
pub fn entry(name: &str, values: impl IntoIterator<Item = Element>) -> [Element; 2] {
    [text("dt", name), element("dd").all(values)]
}
