//! 計画書: all that the plan holds but its sheets, one part after another.

use super::facts::Facts;
use super::form::{Block, Paper};
use super::pages::pages;
use super::{alignment, chapters, figures, outline, support, timetable};
use crate::locale::paper as words;

/// Everything.
pub fn book(facts: &Facts) -> Paper {
    let mut blocks = chapters::cover(facts);
    blocks.extend(chapters::sections(facts));
    let parts = [
        (words::STRUCTURE, outline::goals(facts)),
        (words::INDICATORS.0, figures::glances_by_goal(facts)),
        (words::ALIGNMENT.0, alignment::frameworks(facts)),
        (words::SUPPORTS.0, support::by_kind(facts)),
        (words::TIMETABLE.0, timetable::schedule(facts)),
    ];
    for (name, part) in parts {
        if !part.is_empty() {
            blocks.push(Block::Title(name.to_owned()));
            blocks.extend(part);
        }
    }
    pages(vec![blocks], false, 1.0)
}
