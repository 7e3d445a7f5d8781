//! The picture of an indicator with all its series, laid out as the app's chart library lays it out: an officer sees the
//! same chart before that library is there.

use super::svg::{SvgDrawing, grid, short, svg, written};
use super::text_metrics::{legend_height, width};
use super::{Datum, LETTER, Plot, Px, Scale, Trend, TrendLine, YearlyData};
use crate::markup::{Element, element, text};
use ::words::YearForms;
use ::words::charts as words;
use strategy::{FiscalYear, Tone};

/// Height of the chart without its legend, in px.
pub const HEIGHT: u32 = 300;
/// Room to the right of the years, in px.
pub const RIGHT: f64 = 12.0;
/// Room above the plot, for the unit, in px.
const ABOVE: f64 = 30.0;
/// Widths are told apart in steps of this many px, so that a legend stays as high while a window is made narrower.
pub const WIDTH_STEP: f64 = 40.0;
/// Half the size of the mark of a figure, in px.
const MARK: f64 = 4.5;
/// The same of a figure of another town.
const SMALL: f64 = 2.0;
/// Colours that series have in turn.
const HUES: usize = 6;

/// A picture, in px of text of the usual size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholePicture {
    /// Legend and drawing.
    pub element: Element,
    /// Its height.
    pub height: u32,
}

/// A kind of line of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// 実績.
    Actual,
    /// 目標.
    Target,
    /// 変更前の目標.
    Replaced,
    /// 目標への目安線.
    Path,
    /// 見込み.
    Forecast,
    /// 趨勢.
    WithoutPolicy,
    /// 比べる自治体.
    Other,
}

/// An entry of the legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendEntry {
    /// The series, counted from 0.
    pub line: usize,
    /// Its line.
    pub kind: LineKind,
    /// Its name.
    pub name: String,
}

impl Trend {
    /// The entries of the legend: every kind of line that is drawn, series by series.
    pub fn legend(&self) -> Vec<LegendEntry> {
        let of = |(at, line): (usize, &TrendLine)| {
            let has_target = line.targets.iter().any(|(_, datum)| datum.value.is_some());
            let kinds = [
                (!line.drawn().is_empty(), LineKind::Actual, words::actual()),
                (has_target, LineKind::Target, words::target()),
                (
                    !line.replaced.is_empty(),
                    LineKind::Replaced,
                    words::replaced(),
                ),
                (!line.path.is_empty(), LineKind::Path, words::path()),
                (
                    !line.forecast.is_empty(),
                    LineKind::Forecast,
                    words::forecast(),
                ),
                (
                    !line.without_policy.is_empty(),
                    LineKind::WithoutPolicy,
                    words::without_policy(),
                ),
            ];
            let drawn = kinds.into_iter().filter(|(is_there, ..)| *is_there);
            let others = line.others.iter();
            let others = others.map(|(town, _)| (true, LineKind::Other, town.as_str()));
            drawn
                .chain(others)
                .map(|(_, kind, word)| LegendEntry {
                    line: at,
                    kind,
                    name: words::of_line(&line.name, word),
                })
                .collect::<Vec<_>>()
        };
        self.lines.iter().enumerate().flat_map(of).collect()
    }

    /// Height of the legend above a chart of this width, in px; 0 where one entry says nothing more than the title.
    pub fn legend_height(&self, width: f64) -> u32 {
        let (legend, width) = (self.legend(), (width / WIDTH_STEP).floor() * WIDTH_STEP);
        match legend.len() {
            0 | 1 => 0,
            _ => legend_height(legend.iter().map(|entry| entry.name.as_str()), width),
        }
    }
}

/// The picture of a trend on paper of this width, in px; `None` where there is no year to draw.
pub fn whole(trend: &Trend, width: f64) -> Option<WholePicture> {
    let years = trend.years();
    if years.is_empty() || width <= 0.0 {
        return None;
    }
    let legend = trend.legend_height(width);
    let height = HEIGHT + legend;
    let top = f64::from(legend) + ABOVE;
    let scale = Scale::around(trend.values().into_iter());
    let paper = (width, f64::from(height));
    let drawing = SvgDrawing {
        trend,
        plot: Plot::new(&years, scale, paper, RIGHT, top),
        years,
        scale,
    };
    let lines = trend.lines.iter().enumerate();
    let svg = svg(paper, "plot")
        .all(drawing.band())
        .all(band_name(&drawing))
        .all(grid(&drawing.plot))
        .child(unit(&drawing))
        .all(drawing.years(most_years(&drawing)))
        .all(drawing.events())
        .all(lines.map(|(at, line)| series(&drawing, at, line)));
    let legend = (legend > 0).then(|| entries(trend));
    let element = element("div").class("chart-drawn").child(svg).all(legend);
    Some(WholePicture { element, height })
}

/// Number of years that can be written side by side.
fn most_years(drawing: &SvgDrawing) -> usize {
    let widest = drawing.years.iter().map(|year| width(&year.short()));
    let room = widest.fold(0.0, f64::max) * LETTER + 8.0;
    (drawing.plot.size.0 / room).max(1.0) as usize
}

/// Name of the band of what is to be kept, in its upper left corner.
fn band_name(drawing: &SvgDrawing) -> Option<Element> {
    let (_, high) = drawing.trend.band?;
    let (_, top) = drawing.at(FiscalYear(0), high.unwrap_or(drawing.scale.max));
    let place = (drawing.plot.corner.0 + 5.0, top + LETTER + 2.0);
    Some(written(words::band(), place, "start"))
}

/// The unit above the upright axis, and the line of years below.
fn unit(drawing: &SvgDrawing) -> Element {
    let (left, top) = drawing.plot.corner;
    let foot = top + drawing.plot.size.1;
    let axis = [
        "M",
        &short(left),
        " ",
        &short(foot),
        "h",
        &short(drawing.plot.size.0),
    ]
    .concat();
    element("g")
        .child(
            written(
                &words::unit(&drawing.trend.unit),
                (left, top - 12.0),
                "start",
            )
            .class("plot-unit"),
        )
        .child(element("path").class("plot-axis").with("d", &axis))
}

/// The classes of a series: the only one has the colour of its rating, others have one each.
fn colour(trend: &Trend, at: usize) -> String {
    match trend.lines.as_slice() {
        [line] if line.tone == Some(Tone::Bad) => "plot-series bad".to_owned(),
        [_] => "plot-series".to_owned(),
        _ => format!("plot-series hue-{}", at % HUES + 1),
    }
}

/// Offset of the name of another town from the last point of its line, in px: its end stands above the point.
pub fn town_offset(name: &str) -> Px {
    (MARK - width(name) * LETTER / 2.0, -10.0)
}

/// The name of each other town, at the last point of its line.
fn town_names(drawing: &SvgDrawing, line: &TrendLine) -> Vec<Element> {
    let name = |(town, data): &(String, YearlyData)| {
        let last = data
            .iter()
            .rev()
            .find_map(|(year, datum)| Some((*year, datum.value?)))?;
        let (x, y) = drawing.at(last.0, last.1);
        Some(written(town, (x + MARK, y - 6.0), "end"))
    };
    line.others.iter().filter_map(name).collect()
}

/// The lines and marks of a series.
fn series(drawing: &SvgDrawing, at: usize, line: &TrendLine) -> Element {
    let value = |(year, datum): &(FiscalYear, Datum)| Some((*year, datum.value?));
    let known = |data: &YearlyData| data.iter().filter_map(value).collect::<Vec<_>>();
    let drawn = line.drawn();
    // Beside several lines there is no room for them.
    let ends = match drawing.trend.lines.len() {
        1 => drawing.ends(line),
        _ => Vec::new(),
    };
    let through = |class, points: &[(FiscalYear, f64)]| {
        let points: Vec<_> = points.iter().copied().map(Some).collect();
        drawing.through(class, &points)
    };
    let (forecast, without) = (known(&line.forecast), known(&line.without_policy));
    let others = line.others.iter();
    let others = others.map(|(_, data)| through("plot-other", &known(data)));
    let mut lines: Vec<Element> = others.collect();
    lines.extend([
        through("plot-without", &without),
        through("plot-forecast", &forecast),
        through("plot-path", &line.path),
        drawing.through("plot-actual", &drawing.cut(&drawn)),
    ]);
    lines.retain(|path| path.attributes.iter().all(|(_, value)| !value.is_empty()));
    let marks = |class: &'static str, data: Vec<(FiscalYear, f64)>, shape: usize, half: f64| {
        let mark = move |(year, value)| mark(class, shape, drawing.at(year, value), half);
        data.into_iter().map(mark).collect::<Vec<_>>()
    };
    element("g")
        .class(&colour(drawing.trend, at))
        .all(lines)
        .all(
            line.others
                .iter()
                .flat_map(|(_, data)| marks("plot-other-dot", known(data), 0, SMALL)),
        )
        .all(town_names(drawing, line))
        .all(marks("plot-without-mark", without, TRIANGLE, MARK - 1.0))
        .all(marks("plot-forecast-mark", forecast, DIAMOND, MARK - 1.0))
        .all(marks("plot-dot", known(&drawn), at, MARK))
        .all(marks("plot-replaced", known(&line.replaced), at, MARK))
        .all(marks("plot-target", known(&line.targets), at, MARK + 1.0))
        .all(drawing.reasons(line))
        .all(ends)
}

const DIAMOND: usize = 1;
const TRIANGLE: usize = 2;

/// The mark of the nth series: circle, diamond, triangle, square.
fn mark(class: &str, shape: usize, (x, y): Px, half: f64) -> Element {
    let corners: &[Px] = match shape % 4 {
        0 => {
            let circle = element("circle").class(class);
            let place = [("cx", x), ("cy", y), ("r", half)];
            let place = place.into_iter();
            return place.fold(circle, |circle, (name, px)| circle.with(name, &short(px)));
        }
        DIAMOND => &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        TRIANGLE => &[(0.0, -1.0), (1.0, 1.0), (-1.0, 1.0)],
        _ => &[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)],
    };
    let mut path = String::new();
    for (at, (right, down)) in corners.iter().enumerate() {
        path += if at == 0 { "M" } else { "L" };
        path += &[&short(x + right * half), " ", &short(y + down * half)].concat();
    }
    element("path").class(class).with("d", &(path + "Z"))
}

/// The legend: each entry with its line and its mark.
fn entries(trend: &Trend) -> Element {
    let entry = |entry: LegendEntry| {
        let middle = (13.0, 6.0);
        let (line, mark) = match entry.kind {
            LineKind::Actual => (Some("plot-actual"), Some(("plot-dot", entry.line))),
            LineKind::Target => (None, Some(("plot-target", entry.line))),
            LineKind::Replaced => (None, Some(("plot-replaced", entry.line))),
            LineKind::Path => (Some("plot-path"), None),
            LineKind::Other => (Some("plot-other"), None),
            LineKind::Forecast => (Some("plot-forecast"), Some(("plot-forecast-mark", DIAMOND))),
            LineKind::WithoutPolicy => {
                (Some("plot-without"), Some(("plot-without-mark", TRIANGLE)))
            }
        };
        let line = line.map(|class| element("path").class(class).with("d", "M0 6h26"));
        let mark = mark.map(|(class, shape)| self::mark(class, shape, middle, MARK));
        let group = element("g")
            .class(&colour(trend, entry.line))
            .all(line)
            .all(mark);
        let picture = element("svg")
            .class("plot")
            .with("viewBox", "0 0 26 12")
            .child(group);
        element("span")
            .child(picture)
            .child(text("span", &entry.name))
    };
    let all = trend.legend().into_iter().map(entry);
    element("div")
        .class("chart-legend")
        .with("aria-hidden", "true")
        .all(all)
}
