//! 計画書: all that the plan holds but its sheets, one part after another.

use super::layout::{Block, Paper};
use super::report_data::ReportData;
use super::timetable::Readers;
use super::{alignment, chapters, figures, grounds, outline, support, timetable};
use crate::words::{ground, paper as words};

/// Everything.
pub fn book(data: &ReportData) -> Paper {
    let mut blocks = chapters::cover(data);
    blocks.extend(chapters::sections(data));
    let parts = std::iter::once((words::structure(), outline::goals(data)));
    for (name, part) in parts.chain(book_parts(data)) {
        if !part.is_empty() {
            blocks.push(Block::Title(name.to_owned()));
            blocks.extend(part);
        }
    }
    Paper::new(vec![blocks], false, data.scale)
}

/// What follows goals and measures, each part under its name; some are empty.
pub fn book_parts(data: &ReportData) -> [(&'static str, Vec<Block>); 5] {
    [
        (words::indicators().0, figures::glances_by_goal(data)),
        (words::alignment().0, alignment::frameworks(data)),
        (words::supports().0, support::by_kind(data)),
        (
            words::timetable().0,
            timetable::schedule(data, Readers::Everybody),
        ),
        (ground::grounds(), grounds::grounds(data)),
    ]
}
