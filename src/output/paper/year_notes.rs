//! 備考 of years as footnotes: a mark beside the figure, and the notes below the table.

use std::collections::BTreeMap;

use ::words::{YearForms, overview, paper as words};
use format::document::Block;
use insight::overview::Listed;
use strategy::*;

/// The footnotes of a paper, numbered as they come.
#[derive(Debug, Default)]
pub struct YearNotes {
    numbers: BTreeMap<(Id<Series>, FiscalYear), usize>,
    lines: Vec<String>,
}

impl YearNotes {
    /// The notes on these years of indicators; an indicator that is listed twice has them once.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Listed>, years: &[FiscalYear]) -> Self {
        let mut notes = Self::default();
        for one in all {
            for (series, _) in &one.rows {
                let known = series.notes.iter();
                for (year, note) in known.filter(|(year, _)| years.contains(year)) {
                    notes.add(&one.indicator, series, *year, note);
                }
            }
        }
        notes
    }

    fn add(&mut self, indicator: &Indicator, series: &Series, year: FiscalYear, note: &str) {
        let next = self.lines.len() + 1;
        let number = *self.numbers.entry((series.id, year)).or_insert(next);
        if number == next {
            let name = overview::named(&indicator.name, &series.name);
            self.lines
                .push(words::year_note(number, name, year.short(), note));
        }
    }

    /// The mark beside the figure of a year; empty if there is no note.
    pub fn mark(&self, series: Id<Series>, year: FiscalYear) -> String {
        let number = self.numbers.get(&(series, year));
        number.map(words::note_mark).unwrap_or_default()
    }

    /// The notes, a line each.
    pub fn block(self) -> Option<Block> {
        (!self.lines.is_empty()).then(|| Block::body(self.lines.join("\n")))
    }
}
