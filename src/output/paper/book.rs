//! 計画書: the plan without its sheets, one part after another; of the sheets the amounts by goal.

use super::chapters::Under;
use super::layout::Paper;
use super::report_data::ReportData;
use super::timetable::Readers;
use super::{alignment, chapters, digest, figures, grounds, outline, support, timetable};
use ::words::{ground, paper as words};
use format::document::Block;

/// Returns the whole paper.
pub fn book(data: &ReportData) -> Paper {
    let mut blocks = chapters::cover(data);
    blocks.extend(chapters::sections(data, Under::Everything));
    // Goals and measures are printed in the chapter that is their heading, if there is one.
    let goals = match chapters::measures_chapter(data.strategy) {
        Some(_) => Vec::new(),
        None => outline::goals(data),
    };
    let parts = std::iter::once((words::structure(), goals));
    let others = (0..BOOK_PARTS).map(|at| book_part(data, at));
    for (name, part) in parts.chain(others) {
        if !part.is_empty() {
            blocks.push(Block::title(name.to_owned()));
            blocks.extend(part);
        }
    }
    Paper::new(vec![blocks], false, data.scale)
}

/// Number of parts after goals and measures.
pub const BOOK_PARTS: usize = 6;

/// Returns one of these parts with its name. It may be empty.
pub fn book_part(data: &ReportData, at: usize) -> (&'static str, Vec<Block>) {
    match at {
        0 => (words::indicators().0, figures::glances_by_goal(data)),
        1 => (words::alignment().0, alignment::all(data)),
        2 => (words::supports().0, support::by_kind(data)),
        3 => (words::money(), digest::amounts(data, true)),
        4 => (
            words::timetable().0,
            timetable::schedule(data, Readers::Everybody),
        ),
        _ => (ground::grounds(), grounds::grounds(data)),
    }
}
