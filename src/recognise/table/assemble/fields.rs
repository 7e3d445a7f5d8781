//! Each part of a line gets its field of the indicator.

use super::super::heads::ColumnKind;
use super::super::line::{Line, LineFigure};
use super::super::pasted::{Doubt, PastedIndicator};
use super::figures::{Meant, put};
use super::notes::note;
use super::row_words::one_line;
use strategy::*;

/// Adds what a line says; a time that no figure took for its own goes to the note.
pub fn add(one: &mut PastedIndicator, line: &Line, meant: Meant) {
    spread(one, line, meant);
    for (holds, text) in &line.times {
        let year = At(text.clone());
        let taken = |s: &Series| match holds {
            ColumnKind::BaselineYear => s
                .baseline
                .as_ref()
                .is_some_and(|b| b.at.as_ref() == Some(&year)),
            ColumnKind::RowYear => year
                .year()
                .is_some_and(|year| s.targets.contains_key(&year) || s.actuals.contains_key(&year)),
            _ => year
                .year()
                .is_some_and(|year| s.targets.contains_key(&year)),
        };
        if !one.series.iter().any(taken) {
            note(&mut one.indicator, "", text);
        }
    }
}

/// Gives each part of a line its field and each figure its series.
fn spread(one: &mut PastedIndicator, line: &Line, meant: Meant) {
    for (_, text) in &line.times {
        if At(text.clone()).year().is_none() {
            one.doubt(Doubt::Years);
        }
    }
    let indicator = &mut one.indicator;
    if indicator.unit.is_empty() {
        indicator.unit.clone_from(&line.unit);
    } else if !line.unit.is_empty() && line.unit != indicator.unit {
        note(indicator, "単位", &line.unit);
        one.doubt(Doubt::Units);
    }
    let indicator = &mut one.indicator;
    for (holds, head, text) in &line.rest {
        let field = match holds {
            Some(ColumnKind::Owner) => &mut indicator.owner,
            Some(ColumnKind::Source) => &mut indicator.source,
            Some(ColumnKind::Definition) => &mut indicator.definition,
            Some(ColumnKind::Method) => &mut indicator.method,
            Some(ColumnKind::Rationale) => &mut indicator.rationale,
            Some(ColumnKind::Note)
                if head.is_empty() || ["備考", "摘要", "注記"].iter().any(|w| head.contains(w)) =>
            {
                &mut indicator.note
            }
            _ => {
                note(indicator, head, text);
                continue;
            }
        };
        if field.is_empty() {
            field.clone_from(text);
        } else if field != text {
            note(indicator, head, text);
        }
    }
    let names: Vec<&str> = line.series.lines().map(str::trim).collect();
    let as_many = |figure: &LineFigure| figure.text.lines().count() == names.len();
    if names.len() > 1 && line.figures.iter().all(as_many) {
        for (n, name) in names.iter().enumerate() {
            let figures = line.figures.iter().map(|figure| LineFigure {
                text: figure
                    .text
                    .lines()
                    .nth(n)
                    .unwrap_or_default()
                    .trim()
                    .to_owned(),
                ..figure.clone()
            });
            put(one, name, &figures.collect::<Vec<_>>(), line, meant);
        }
        return;
    }
    match split(line) {
        Some(each) => each
            .iter()
            .for_each(|(name, figures)| put(one, name, figures, line, meant)),
        None => put(one, &one_line(&line.series), &line.figures, line, meant),
    }
}

/// A line whose every figure names its series itself: 男性：72.09歳 女性：….
fn split(line: &Line) -> Option<Vec<(String, Vec<LineFigure>)>> {
    if !line.series.is_empty() || line.figures.is_empty() {
        return None;
    }
    let mut each: Vec<(String, Vec<LineFigure>)> = Vec::new();
    for cell in &line.figures {
        let parts = read_cell(&cell.text);
        if parts.len() < 2 || parts.iter().any(|p| p.name.is_empty() || p.at.is_some()) {
            return None;
        }
        for part in parts {
            let figure = LineFigure {
                text: part.figure.text().trim().to_owned(),
                ..cell.clone()
            };
            match each.iter_mut().find(|(name, _)| *name == part.name) {
                Some((_, figures)) => figures.push(figure),
                None => each.push((part.name, vec![figure])),
            }
        }
    }
    Some(each)
}
