//! The picture of a series over the years: what was reached as a line, the aim as a dashed one. Its table stands below.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::markup::{Element, element, text};
use crate::insight::overview::SeriesSummary;
use crate::strategy::FiscalYear;
use crate::words::reader as words;

/// The drawing's size, in its own units; it is shown as wide as its place.
const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 180.0;
/// Room for the dots at the edges, and for the years below.
const EDGE: f64 = 28.0;

/// A figure and its year.
type Point = (f64, f64);

/// The picture; none where there are not two figures to compare.
pub fn trend(row: &SeriesSummary) -> Option<Element> {
    let number = |value: Decimal| value.to_f64();
    let at = |year: FiscalYear, value: Decimal| Some((f64::from(year.0), number(value)?));
    let baseline = row.trace.baseline.as_ref();
    let baseline = baseline.and_then(|(year, start)| at(*year, start.value));
    let actuals = row.trace.actuals.iter();
    let actuals = actuals.map(|(year, value)| value.and_then(|value| at(*year, value)));
    let reached: Vec<Option<Point>> = baseline.map(Some).into_iter().chain(actuals).collect();
    let aim = row.target.as_ref().zip(row.rated.status.target_value());
    let aim = aim.and_then(|((year, _), value)| at(*year, value));
    let known: Vec<Point> = reached.iter().flatten().copied().chain(aim).collect();
    if known.len() < 2 {
        return None;
    }
    let sheet = Sheet::around(&known);
    let picture = element("svg")
        .with("viewBox", "0 0 560 180")
        .with("aria-hidden", "true")
        .all(aim.map(|aim| sheet.dashed(aim)))
        .child(
            element("path")
                .class("spark-line")
                .with("d", &sheet.line(&reached)),
        )
        .all(reached.iter().flatten().map(|point| sheet.dot(*point)))
        .all(sheet.years(&known));
    Some(
        element("figure")
            .class("reader-picture")
            .child(picture.class("spark"))
            .child(text("figcaption", words::picture()).class("sub")),
    )
}

/// From years and figures to places in the drawing.
struct Sheet {
    first: f64,
    years: f64,
    low: f64,
    span: f64,
}

impl Sheet {
    fn around(points: &[Point]) -> Self {
        let (mut first, mut last) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut low, mut high) = (first, last);
        for (year, value) in points {
            (first, last) = (first.min(*year), last.max(*year));
            (low, high) = (low.min(*value), high.max(*value));
        }
        Self {
            first,
            years: last - first,
            low,
            span: high - low,
        }
    }

    fn place(&self, (year, value): Point) -> (String, String) {
        let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.5 };
        let x = EDGE + share(year - self.first, self.years) * (WIDTH - 2.0 * EDGE);
        let high = share(value - self.low, self.span) * (HEIGHT - 2.0 * EDGE);
        (short(x), short(HEIGHT - EDGE - high))
    }

    /// Broken where a year has no figure.
    fn line(&self, points: &[Option<Point>]) -> String {
        let mut path = String::new();
        let mut is_on = false;
        for point in points {
            if let Some(point) = point {
                let (x, y) = self.place(*point);
                path += if is_on { "L" } else { "M" };
                path += &[&x, " ", &y].concat();
            }
            is_on = point.is_some();
        }
        path
    }

    fn dashed(&self, aim: Point) -> Element {
        let (_, y) = self.place(aim);
        let path = ["M0 ", &y, "H560"].concat();
        element("path").class("spark-target").with("d", &path)
    }

    fn dot(&self, point: Point) -> Element {
        let (x, y) = self.place(point);
        element("circle")
            .class("spark-dot")
            .with("cx", &x)
            .with("cy", &y)
            .with("r", "4")
    }

    /// The first year and the last, below.
    fn years(&self, points: &[Point]) -> [Element; 2] {
        let low = self.low;
        let year = |year: f64, anchor: &str| {
            let (x, _) = self.place((year, low));
            let words = FiscalYear(year as i32).short();
            text("text", &words)
                .with("x", &x)
                .with("y", &short(HEIGHT - 4.0))
                .with("text-anchor", anchor)
        };
        let last = points
            .iter()
            .fold(self.first, |last, (year, _)| last.max(*year));
        [year(self.first, "middle"), year(last, "middle")]
    }
}

/// A length with one decimal at most.
fn short(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}
