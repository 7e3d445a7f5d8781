//! The indicator that a line belongs to: sub-rows join the one above.

use super::super::heads::ColumnKind;
use super::super::kind::is_sub_row;
use super::super::line::Line;
use super::super::pasted::PastedIndicator;
use super::figures::{beside, joined};
use super::notes::note;
use super::row_words::{is_sum, one_line};
use super::{Assembly, Belongs};
use strategy::{Series, half_width};

impl Assembly {
    /// Begins the indicator that the line above names, if this line is the first of its sub-rows.
    pub(super) fn begin_heading(&mut self, line: &Line) {
        let Some((at, heading)) = self.heading.take() else {
            return;
        };
        let bare = line.code.is_empty() && line.series.is_empty() && !line.figures.is_empty();
        let of_unit = line.unit.is_empty() && !heading.unit.is_empty();
        let same_unit = line.unit.is_empty() || line.unit == heading.unit;
        let set_back = line.set_back && !heading.set_back && !heading.unit.is_empty();
        if bare && (of_unit || same_unit && (is_sub_row(&line.name) || set_back)) {
            self.begin(&heading);
            self.headed = true;
            if let Some(one) = self.done.last_mut() {
                one.lines.push(at);
                one.indicator.unit.clone_from(&heading.unit);
                for (_, head, text) in &heading.rest {
                    note(&mut one.indicator, head, text);
                }
                for (_, text) in &heading.times {
                    note(&mut one.indicator, "", text);
                }
            }
        }
    }

    pub(super) fn belongs(&self, line: &Line, of_a_kind: bool) -> Belongs {
        let nameless = line.name.is_empty() && line.code.is_empty();
        let of_year = beside(line, ColumnKind::RowYear).is_some();
        if nameless && (of_a_kind || of_year || !line.series.is_empty()) {
            return match self.done.last() {
                Some(_) if !line.figures.is_empty() => Belongs::Above,
                _ => Belongs::Nowhere,
            };
        }
        // A heading has no figures, nor is a sum an indicator.
        if line.name.is_empty() || line.figures.is_empty() || is_sum(&line.name) {
            return Belongs::Nowhere;
        }
        if of_year {
            let name = (one_line(&line.name), line.code.clone());
            return match self.named.get(&name) {
                Some(place) => Belongs::At(*place),
                None => Belongs::New,
            };
        }
        let own = line.figures.iter();
        let own: Vec<String> = own.map(|f| joined(&line.series, &f.series)).collect();
        let other = |s: &Series| !s.name.is_empty() && !own.contains(&s.name);
        let again = |last: &PastedIndicator| {
            let of_last = &last.indicator.unit;
            let same_unit = line.unit.is_empty()
                || of_last.is_empty()
                || half_width(&line.unit) == half_width(of_last);
            last.indicator.name == one_line(&line.name)
                && last.indicator.code == line.code
                && same_unit
                && (of_a_kind || last.series.iter().all(other))
        };
        match self.done.last().is_some_and(again) {
            true => Belongs::Above,
            false => Belongs::New,
        }
    }

    /// True if a line's only word is to the right of the names of indicators: the name of a sub-row.
    pub(super) fn below(&self, line: &Line) -> bool {
        let headed = self.headed && line.unit.is_empty();
        let right = line.indent > self.indent || is_sub_row(&line.name) || headed;
        line.code.is_empty() && right && !self.done.is_empty() && !line.name.is_empty()
    }

    /// True if a line's name is set back and that of the indicator right above is not.
    pub(super) fn is_set_back_below(&self, line: &Line) -> bool {
        let same_unit = |last: &PastedIndicator| {
            let of_last = &last.indicator.unit;
            line.unit.is_empty() || half_width(&line.unit) == half_width(of_last)
        };
        line.set_back
            && !self.no_sub_rows
            && line.code.is_empty()
            && !line.name.is_empty()
            && !line.figures.is_empty()
            && self.done.last().is_some_and(same_unit)
    }
}
