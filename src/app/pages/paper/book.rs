//! 計画書: all that the plan holds but its sheets, one part after another.

use super::facts::Facts;
use super::form::{Block, Paper};
use super::pages::pages;
use super::{alignment, chapters, figures, outline, support, timetable};
use crate::words::paper as words;

/// Everything.
pub fn book(facts: &Facts) -> Paper {
    let mut blocks = chapters::cover(facts);
    blocks.extend(chapters::sections(facts));
    let parts = [
        (words::structure(), outline::goals(facts)),
        (words::indicators().0, figures::glances_by_goal(facts)),
        (words::alignment().0, alignment::frameworks(facts)),
        (words::supports().0, support::by_kind(facts)),
        (words::timetable().0, timetable::schedule(facts)),
    ];
    for (name, part) in parts {
        if !part.is_empty() {
            blocks.push(Block::Title(name.to_owned()));
            blocks.extend(part);
        }
    }
    pages(vec![blocks], false, facts.scale)
}
