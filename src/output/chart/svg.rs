//! The drawing itself, as SVG. What it shows stands in a table beside it: nobody needs to see it.

use super::text_metrics::{number, width};
use super::{Datum, LETTER, Plot, Px, Scale, TakenAreas, Trend, TrendLine, YearlyData};
use crate::markup::{Element, element, text};
use ::words::YearForms;
use ::words::charts as words;
use strategy::{FiscalYear, Tone, sort};

/// The paper, in units that are a px on a phone.
pub(super) const PAPER: Px = (340.0, 216.0);
/// The same for a chart among others, without an upright axis.
const SMALL: Px = (240.0, 76.0);
/// Room to the right, and above.
pub(super) const RIGHT: f64 = 14.0;
pub(super) const TOP: f64 = 16.0;

/// The same among others on a page of A4.
pub const LEAF: Px = (340.0, 150.0);

/// The picture of an indicator of one series, with what its lines mean; none where there are not two figures to compare.
pub fn picture(trend: &Trend) -> Option<Element> {
    let figure = element("figure").class("reader-picture");
    Some(figure.child(drawn(trend, PAPER)?).child(legend(trend)))
}

/// The picture alone, on paper of this size.
pub(super) fn drawn(trend: &Trend, paper: Px) -> Option<Element> {
    let (line, drawing) = SvgDrawing::of(trend, |years, scale| {
        Plot::new(years, scale, paper, RIGHT, TOP)
    })?;
    let picture = svg(paper, class_of(line))
        .all(drawing.band())
        .all(grid(&drawing.plot))
        .all(drawing.years(8))
        .all(drawing.events())
        .all(drawing.lines(line))
        .all(drawing.ends(line))
        .all(drawing.reasons(line));
    Some(picture)
}

/// The same in little: the line, the aim and the years of both ends.
pub fn small(trend: &Trend) -> Option<Element> {
    let (line, mut drawing) =
        SvgDrawing::of(trend, |years, scale| Plot::plain(years, scale, SMALL))?;
    drawing.tighten(trend);
    let picture = svg(SMALL, class_of(line))
        .all(drawing.years(1))
        .all(drawing.lines(line));
    Some(element("div").class("reader-small").child(picture))
}

/// Legend of the lines of a picture.
pub fn legend(trend: &Trend) -> Element {
    let any = |of: fn(&TrendLine) -> bool| trend.lines.iter().any(of);
    let has = |data: fn(&TrendLine) -> &YearlyData| {
        let mut lines = trend.lines.iter().flat_map(data);
        lines.any(|(_, datum)| datum.value.is_some())
    };
    let kinds = [
        (
            any(|line| !line.drawn().is_empty()),
            "actual",
            words::actual(),
        ),
        (has(|line| &line.targets), "target", words::target()),
        (any(|line| line.path.len() > 1), "path", words::path()),
        (has(|line| &line.replaced), "replaced", words::replaced()),
        (
            has(|line| &line.without_policy),
            "without",
            words::without_policy(),
        ),
    ];
    let kinds = kinds.into_iter().filter(|(is_there, ..)| *is_there);
    let entry = |(_, class, word): (bool, &str, &str)| {
        element("span")
            .child(element("i").class(&["line ", class].concat()))
            .text(word)
    };
    element("figcaption").class("sub").all(kinds.map(entry))
}

/// A drawing on paper of this size.
pub(super) fn svg(paper: Px, class: &str) -> Element {
    let whole = ["0 0 ", &short(paper.0), " ", &short(paper.1)].concat();
    let picture = element("svg").with("viewBox", &whole);
    picture.with("aria-hidden", "true").class(class)
}

/// The class of a drawing of one series.
pub(super) fn class_of(line: &TrendLine) -> &'static str {
    match line.tone {
        Some(Tone::Bad) => "plot bad",
        _ => "plot",
    }
}

/// The lines of the upright axis with their numbers.
pub(super) fn grid(plot: &Plot) -> Vec<Element> {
    let Scale { min, max, step } = plot.scale;
    let steps = ((max - min) / step).round() as usize;
    let line = |nth: usize| {
        let value = min + step * nth as f64;
        let (left, y) = (plot.corner.0, plot.on_paper(FiscalYear(0), value).1);
        let path = format!("M{} {}h{}", short(left), short(y), short(plot.size.0));
        let label = written(&number(value), (left - 6.0, y + 4.0), "end");
        [element("path").class("plot-grid").with("d", &path), label]
    };
    (0..=steps).flat_map(line).collect()
}

/// Everything on one paper.
pub(super) struct SvgDrawing<'a> {
    pub(super) trend: &'a Trend,
    pub(super) years: Vec<FiscalYear>,
    pub(super) scale: Scale,
    pub(super) plot: Plot,
}

impl<'a> SvgDrawing<'a> {
    pub(super) fn of(
        trend: &'a Trend,
        plot: impl Fn(&[FiscalYear], Scale) -> Plot,
    ) -> Option<(&'a TrendLine, Self)> {
        let line = trend.lines.first()?;
        let values = trend.values();
        if values.len() < 2 {
            return None;
        }
        let years = trend.years();
        let scale = Scale::around(values.into_iter());
        let plot = plot(&years, scale);
        let drawing = Self {
            trend,
            years,
            scale,
            plot,
        };
        Some((line, drawing))
    }

    /// As high as the figures themselves: without numbers beside it an axis says nothing.
    fn tighten(&mut self, trend: &Trend) {
        let values = trend.values();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        if low < high {
            let step = high - low;
            self.scale = Scale {
                min: low,
                max: high,
                step,
            };
            self.plot = Plot::plain(&self.years, self.scale, SMALL);
        }
    }

    /// A place on the paper.
    pub(super) fn at(&self, year: FiscalYear, value: f64) -> Px {
        self.plot.on_paper(year, value)
    }

    pub(super) fn band(&self) -> Option<Element> {
        let (low, high) = self.trend.band?;
        let y = |value: f64| self.at(FiscalYear(0), value).1;
        let (top, foot) = (
            y(high.unwrap_or(self.scale.max)),
            y(low.unwrap_or(self.scale.min)),
        );
        let band = element("rect")
            .class("plot-band")
            .with("x", &short(self.plot.corner.0))
            .with("y", &short(top))
            .with("width", &short(self.plot.size.0))
            .with("height", &short((foot - top).max(2.0)));
        Some(band)
    }

    /// The years below, so many at most between the first and the last.
    pub(super) fn years(&self, most: usize) -> Vec<Element> {
        let foot = self.plot.corner.1 + self.plot.size.1 + 16.0;
        let last = self.years.len().saturating_sub(1);
        let every = last.div_ceil(most.max(1)).max(1);
        let years = self.years.iter().enumerate();
        let shown = years.filter(|(at, _)| (last - at).is_multiple_of(every) || *at == 0);
        let label = |(_, year): (usize, &FiscalYear)| {
            let x = self.at(*year, self.scale.min).0;
            written(&year.short(), (x, foot), "middle")
        };
        shown.map(label).collect()
    }

    /// 目標変更 and 定義変更 as upright lines.
    pub(super) fn events(&self) -> Vec<Element> {
        let changes = self.trend.changes.iter().map(|(year, _)| *year);
        let changes = changes.map(|year| (year, words::target_changed()));
        let breaks = self.trend.breaks.iter();
        let breaks = breaks.map(|year| (*year, words::r#break()));
        // Several series may be changed in one year.
        let all = sort::set(changes.chain(breaks)).into_iter();
        let all = all.filter(|(year, _)| self.years.contains(year));
        let event = |(year, word): (FiscalYear, &str)| {
            let (x, top) = self.at(year, self.scale.max);
            let path = format!("M{} {}v{}", short(x), short(top), short(self.plot.size.1));
            let line = element("path").class("plot-event").with("d", &path);
            [line, written(word, (x, top - 4.0), "middle")]
        };
        all.flat_map(event).collect()
    }

    fn lines(&self, line: &TrendLine) -> Vec<Element> {
        let value = |(year, datum): &(FiscalYear, Datum)| Some((*year, datum.value?));
        let known = |data: &YearlyData| data.iter().filter_map(value).collect::<Vec<_>>();
        let (drawn, without) = (line.drawn(), known(&line.without_policy));
        let cut: Vec<_> = self.cut(&drawn);
        let path: Vec<_> = line.path.iter().copied().map(Some).collect();
        let without: Vec<_> = without.into_iter().map(Some).collect();
        let mut all = vec![
            self.through("plot-without", &without),
            self.through("plot-path", &path),
            self.through("plot-actual", &cut),
        ];
        all.retain(|path| path.attributes.iter().all(|(_, value)| !value.is_empty()));
        let dots = |class, data: Vec<(FiscalYear, f64)>, radius| {
            let dot = move |(year, value)| self.dot(class, year, value, radius);
            data.into_iter().map(dot).collect::<Vec<_>>()
        };
        all.extend(dots("plot-replaced", known(&line.replaced), "4"));
        all.extend(dots("plot-target", known(&line.targets), "4.5"));
        let mut reached = known(&drawn);
        let last = reached.pop();
        all.extend(dots("plot-dot", reached, "3"));
        all.extend(dots("plot-dot", last.into_iter().collect(), "5"));
        all
    }

    /// The points of the measured figures of a series, from the corner of the plot.
    pub(super) fn points(&self, line: &TrendLine) -> Vec<Px> {
        let drawn = line.drawn();
        let points = drawn.iter();
        let points = points.filter_map(|(year, datum)| Some(self.plot.at(*year, datum.value?)));
        points.collect()
    }

    /// The measured figures of one series among several: a line, and a dot for each.
    pub(super) fn measured(&self, class: &str, line: &TrendLine) -> Vec<Element> {
        let drawn = line.drawn();
        let path = self.through(&["plot-series ", class].concat(), &self.cut(&drawn));
        let values = drawn.iter();
        let values = values.filter_map(|(year, datum)| Some((*year, datum.value?)));
        let class = ["plot-dot ", class].concat();
        let dots = values.map(|(year, value)| self.dot(&class, year, value, "3"));
        std::iter::once(path).chain(dots).collect()
    }

    /// Figures in a row, with a gap where one is missing and before each break.
    pub(super) fn cut(&self, data: &YearlyData) -> Vec<Option<(FiscalYear, f64)>> {
        let all = self.trend.with_gaps(data).into_iter();
        all.map(|(year, datum)| Some((year, datum?.value?)))
            .collect()
    }

    pub(super) fn through(&self, class: &str, points: &[Option<(FiscalYear, f64)>]) -> Element {
        let mut path = String::new();
        let mut is_on = false;
        for point in points {
            if let Some((year, value)) = point {
                let (x, y) = self.at(*year, *value);
                path += if is_on { "L" } else { "M" };
                path += &[&short(x), " ", &short(y)].concat();
            }
            is_on = point.is_some();
        }
        element("path").class(class).with("d", &path)
    }

    pub(super) fn dot(&self, class: &str, year: FiscalYear, value: f64, radius: &str) -> Element {
        let (x, y) = self.at(year, value);
        element("circle")
            .class(class)
            .with("cx", &short(x))
            .with("cy", &short(y))
            .with("r", radius)
    }

    /// The last actual figure and the last target, written beside their points, off every line.
    pub(super) fn ends(&self, line: &TrendLine) -> Vec<Element> {
        let last = |data: &YearlyData| {
            let mut known = data.iter().rev().filter(|(_, datum)| datum.value.is_some());
            known.next().cloned()
        };
        let drawn = line.drawn();
        let actual = last(&drawn);
        let word = actual
            .as_ref()
            .map_or(words::actual(), |(year, _)| line.word(*year));
        let ends = [
            (actual, "plot-end", word),
            (last(&line.targets), "plot-end aim", words::target()),
        ];
        let mut taken = TakenAreas::by(line, &drawn, &self.plot);
        let mut all = Vec::new();
        for (end, class, word) in ends {
            let Some((year, datum)) = end else { continue };
            let value = datum.value.unwrap_or_default();
            let said = words::end(word, &datum.text);
            let away = taken.place(&self.plot, &said, self.plot.at(year, value));
            let (x, y) = self.at(year, value);
            let place = (x + away.0, y + away.1 + LETTER / 3.0);
            all.push(written(&said, place, "middle").class(class));
        }
        all
    }

    /// Why a year has no point, where there is room to say so.
    pub(super) fn reasons(&self, line: &TrendLine) -> Vec<Element> {
        let column = self.plot.size.0 / self.years.len().max(1) as f64;
        let missing = line.actuals.iter();
        let missing = missing.filter(|(_, datum)| datum.value.is_none());
        let shown = missing.filter(|(_, datum)| width(&datum.text) * LETTER <= column + 16.0);
        let reason = |(year, datum): &(FiscalYear, Datum)| {
            let (x, y) = self.at(*year, self.scale.min);
            written(&datum.text, (x, y - 6.0), "middle")
        };
        shown.map(reason).collect()
    }
}

pub(super) fn written(said: &str, (x, y): Px, anchor: &str) -> Element {
    text("text", said)
        .with("x", &short(x))
        .with("y", &short(y))
        .with("text-anchor", anchor)
}

/// A length with one decimal at most.
pub(super) fn short(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let whole = tenths / 10;
    match tenths % 10 {
        0 => whole.to_string(),
        rest if tenths < 0 => format!("-{}.{}", whole.abs(), rest.abs()),
        rest => format!("{whole}.{rest}"),
    }
}
