//! 同上 and 〃: a cell says what the line above says.

use super::super::heads::ColumnKind;
use super::super::line::Line;
use super::super::pasted::Doubt;
use super::Assembly;
use super::figures::beside;
use super::row_words::is_sum;
use crate::ditto::is_ditto;

impl Assembly {
    /// 同上, 〃: what the line above says in the same column.
    pub(super) fn say_again(&mut self, line: &mut Line) {
        if let Some(last) = self.done.last() {
            for (text, above) in [
                (&mut line.name, &last.indicator.name),
                (&mut line.unit, &last.indicator.unit),
            ] {
                if is_ditto(text) {
                    text.clone_from(above);
                }
            }
        }
        for figure in &mut line.figures {
            let above = self.above.iter().find(|above| above.is_beside(figure));
            if !is_ditto(&figure.text) {
                continue;
            }
            // With no figure above it, it says nothing.
            if self.sum_above || above.is_none_or(|above| is_ditto(&above.text)) {
                line.doubts.push(Doubt::Place);
            }
            if let Some(above) = above {
                figure.text.clone_from(&above.text);
            }
        }
        self.sum_above = is_sum(&line.name);
        for (_, head, text) in &mut line.rest {
            let above = self.beside.iter().find(|(_, of, _)| of == head);
            if let Some((_, _, above)) = above.filter(|_| is_ditto(text) && !head.is_empty()) {
                text.clone_from(above);
            }
        }
        self.beside.clone_from(&line.rest);
        self.above.clone_from(&line.figures);
        // A year that is joined over several lines stands in the first.
        match beside(line, ColumnKind::RowYear) {
            Some(year) => self.year_above = Some(year),
            None if line.of_years => {
                let year = self.year_above.clone();
                line.times
                    .extend(year.map(|year| (ColumnKind::RowYear, year)));
            }
            None => self.year_above = None,
        }
    }
}
