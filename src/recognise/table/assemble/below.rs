//! Lines below an indicator that go on with it: a line of brackets, and one of rates.

use super::super::line::Line;
use super::super::pasted::{Doubt, PastedIndicator};
use super::Assembly;
use super::notes::note;
use super::row_words::one_line;
use crate::open_end::{closes, is_open};
use strategy::*;

impl Assembly {
    /// Adds a line of brackets to the figures above it: （R2国調） below 8,503人. Returns true if it is one.
    pub(super) fn goes_on(&mut self, at: usize, line: &Line) -> bool {
        let texts = [&line.name, &line.code, &line.series, &line.unit];
        let bare = texts.iter().all(|text| text.is_empty()) && line.rest.is_empty();
        let bracketed = |text: &str| text.starts_with(['(', '（']) && text.ends_with([')', '）']);
        let whole = line.figures.iter().all(|figure| bracketed(&figure.text));
        if !bare || !whole || line.figures.is_empty() || !line.times.is_empty() {
            return false;
        }
        let Some(one) = self.done.last_mut() else {
            return false;
        };
        let Some(series) = one.series.last_mut() else {
            return false;
        };
        let mut left = Vec::new();
        for cell in &line.figures {
            let above = self.above.iter().find(|above| above.is_beside(cell));
            match above.and_then(|above| figure_of(series, &above.text)) {
                Some(figure) => *figure = Figure::read(&format!("{}{}", figure.text(), cell.text)),
                None => left.push(&cell.text),
            }
        }
        one.lines.push(at);
        for text in left {
            note(&mut one.indicator, "", text);
        }
        true
    }

    /// Joins a name to the line above it, if that is a name that cannot be whole: 移住の相談を ¦ 受けた人の数. Returns that line.
    pub(super) fn name_goes_on(&mut self, at: usize, line: &mut Line) -> Option<usize> {
        let begun = |(above, heading): &mut (usize, Line)| {
            let bare = heading.unit.is_empty() && heading.rest.is_empty();
            *above + 1 == at && bare && goes_on(&heading.name)
        };
        let joins = !line.name.is_empty() && line.code.is_empty() && !line.figures.is_empty();
        let (above, heading) = self.heading.take_if(|above| joins && begun(above))?;
        line.name.insert_str(0, &heading.name);
        line.code = heading.code;
        line.doubt(Doubt::Name);
        Some(above)
    }

    /// Adds a line with nothing but a name to the indicator above it, if its name cannot be whole. Returns true if it is so.
    pub(super) fn goes_on_with_name(&mut self, at: usize, line: &Line) -> bool {
        let bare = line.code.is_empty() && line.unit.is_empty() && line.rest.is_empty();
        let begun = |one: &&mut PastedIndicator| {
            let right_above = one.lines.last().is_some_and(|above| above + 1 == at);
            right_above && bare && goes_on(&one.indicator.name)
        };
        let Some(one) = self.done.last_mut().filter(begun) else {
            return false;
        };
        one.indicator.name.push_str(&one_line(&line.name));
        one.lines.push(at);
        one.doubt(Doubt::Name);
        true
    }

    /// A line of 達成率 or the like below an indicator: it is computed from the others, and goes to the note.
    pub(super) fn note_row(&mut self, at: usize, line: &Line) -> bool {
        let of_it = |last: &&mut PastedIndicator| {
            line.name.is_empty() || one_line(&line.name) == last.indicator.name
        };
        let Some(last) = self.done.last_mut().filter(of_it) else {
            return false;
        };
        last.lines.push(at);
        if line.figures.is_empty() {
            note(&mut last.indicator, "", &line.series);
        }
        for figure in &line.figures {
            let year = figure.year.as_deref().unwrap_or_default();
            let words = [&one_line(&line.series), year, &figure.series];
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            note(&mut last.indicator, &words.join(" "), &figure.text);
        }
        for (_, head, text) in &line.rest {
            note(&mut last.indicator, head, text);
        }
        let is_new =
            |one: &Indicator, text: &str| !text.is_empty() && one.code != text && one.unit != text;
        let times = line.times.iter().map(|(_, text)| text);
        for text in [&line.code, &line.unit].into_iter().chain(times) {
            if is_new(&last.indicator, text) {
                note(&mut last.indicator, "", text);
            }
        }
        true
    }
}

/// True if a name cannot be whole: 移住の相談を, 制度を利用して, 高齢者（65歳.
fn goes_on(name: &str) -> bool {
    is_open(name) || name.ends_with("して") || closes(name, "）") || closes(name, ")")
}

/// The only figure of a series with this text.
fn figure_of<'a>(series: &'a mut Series, text: &str) -> Option<&'a mut Figure> {
    let baseline = series
        .baseline
        .iter_mut()
        .map(|baseline| &mut baseline.figure);
    let figures = baseline
        .chain(series.targets.values_mut())
        .chain(series.actuals.values_mut());
    let mut found = figures.filter(|figure| figure.text() == text);
    found.next().filter(|_| found.next().is_none())
}
