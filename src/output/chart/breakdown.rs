//! 内訳をくらべる図: the measured figures of every series of an indicator in one picture.

use super::svg::{PAPER, RIGHT, SvgDrawing, TOP, class_of, grid, svg, written};
use super::{LETTER, Plot, TakenAreas, Trend, TrendLine};
use crate::markup::{Element, element, text};
use ::words::{answer, charts as words};

/// The way of drawing of each series; more of them cannot be told apart.
const STYLES: [&str; 4] = ["series-1", "series-2", "series-3", "series-4"];

/// The lines of all series with their names; `None` for one series, for more than can be told apart, and where not two of them
/// have figures.
pub fn breakdown(trend: &Trend) -> Option<Element> {
    let lines = trend.lines.iter().map(measured);
    let lines: Vec<TrendLine> = lines.collect();
    let has_figures = |line: &&TrendLine| !line.drawn().is_empty();
    let is_comparable = lines.iter().filter(has_figures).count() > 1;
    if !is_comparable || lines.len() > STYLES.len() {
        return None;
    }
    let measured = Trend {
        lines,
        breaks: trend.breaks.clone(),
        ..Trend::default()
    };
    let (line, drawing) = SvgDrawing::of(&measured, |years, scale| {
        Plot::new(years, scale, PAPER, RIGHT, TOP)
    })?;
    let mut taken = TakenAreas::default();
    for (_, line) in styled(&measured) {
        taken.line(drawing.points(line).into_iter());
    }
    let drawn = styled(&measured).map(|(class, line)| drawing.measured(class, line));
    let ends = styled(&measured).filter_map(|(class, line)| end(&drawing, &mut taken, class, line));
    let picture = svg(PAPER, class_of(line))
        .all(grid(&drawing.plot))
        .all(drawing.years(8))
        .all(drawing.events())
        .all(drawn.flatten())
        .all(ends);
    let figure = element("figure").class("reader-picture").child(picture);
    Some(figure.child(names(&measured)))
}

fn styled(trend: &Trend) -> impl Iterator<Item = (&'static str, &TrendLine)> {
    STYLES.into_iter().zip(&trend.lines)
}

/// A series with nothing but what was measured.
fn measured(line: &TrendLine) -> TrendLine {
    TrendLine {
        name: line.name.clone(),
        baseline: line.baseline.clone(),
        actuals: line.actuals.clone(),
        ..TrendLine::default()
    }
}

/// The name of a series beside its last figure.
fn end(
    drawing: &SvgDrawing,
    taken: &mut TakenAreas,
    class: &str,
    line: &TrendLine,
) -> Option<Element> {
    let drawn = line.drawn();
    let last = drawn.iter().rev().find(|(_, datum)| datum.value.is_some());
    let (year, datum) = last?;
    let value = datum.value?;
    let said = words::end(answer::series_name(&line.name), &datum.text);
    let away = taken.place(&drawing.plot, &said, drawing.plot.at(*year, value));
    let (x, y) = drawing.at(*year, value);
    let place = (x + away.0, y + away.1 + LETTER / 3.0);
    let class = ["plot-end ", class].concat();
    Some(written(&said, place, "middle").class(&class))
}

/// Legend: the line of each series, and its name.
fn names(trend: &Trend) -> Element {
    let entry = |(class, line): (&str, &TrendLine)| {
        element("span")
            .child(element("i").class(&["line ", class].concat()))
            .child(text("span", answer::series_name(&line.name)))
    };
    element("figcaption")
        .class("sub")
        .all(styled(trend).map(entry))
}
