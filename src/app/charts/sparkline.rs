//! 小さな線: the course of an indicator in the height of a line of text, without words of its own.

use crate::parts::Short;
use leptos::prelude::*;

use output::chart::Spark;
use strategy::{FiscalYear, Tone};

/// Draws `spark` as a small line: figures solid, the height of the target dashed, the last figure as a dot.
#[component]
pub fn Sparkline(
    /// The figures.
    #[prop(into)]
    spark: Signal<Spark>,
    /// Width in px.
    #[prop(default = 96.0)]
    width: f64,
    /// Height in px.
    #[prop(default = 28.0)]
    height: f64,
) -> impl IntoView {
    move || spark.with(|spark| drawn(spark, width, height))
}

/// Returns the drawing itself, for callers that draw many.
pub(super) fn drawn(spark: &Spark, width: f64, height: f64) -> AnyView {
    let sheet = SparklineSheet::new(spark, width, height);
    let dots = sheet.lone_dots(spark);
    let [width, height] = [width, height].map(|px| Short(px).to_string());
    let view_box = format!("0 0 {width} {height}");
    view! {
        <svg
            class="spark"
            class:bad=spark.tone == Some(Tone::Bad)
            width=width
            height=height
            viewBox=view_box
            aria-hidden="true"
            focusable="false"
        >
            <path class="spark-target" d=sheet.target_line(spark)></path>
            <path class="spark-line" d=sheet.line(spark)></path>
            {dots
                .into_iter()
                .map(|(x, y)| view! { <circle class="spark-dot" cx=x.to_string() cy=y.to_string() r="3"></circle> })
                .collect_view()}
        </svg>
    }
    .into_any()
}

/// Returns the same drawing as SVG text, for a file: `line` and `target` are colours.
pub(super) fn as_svg(spark: &Spark, width: f64, height: f64, line: &str, target: &str) -> String {
    let sheet = SparklineSheet::new(spark, width, height);
    let dots: String = sheet
        .lone_dots(spark)
        .iter()
        .map(|(x, y)| format!(r#"<circle cx="{x}" cy="{y}" r="3" fill="{line}"/>"#))
        .collect();
    format!(
        r#"<path d="{}" fill="none" stroke="{target}" stroke-width="1.5" stroke-dasharray="4 3"/><path d="{}" fill="none" stroke="{line}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/>{dots}"#,
        sheet.target_line(spark),
        sheet.line(spark),
    )
}

/// Scales of years and values on the small sheet.
struct SparklineSheet {
    first: f64,
    years: f64,
    low: f64,
    span: f64,
    width: f64,
    height: f64,
}

const MARGIN: f64 = 4.0;

impl SparklineSheet {
    fn new(spark: &Spark, width: f64, height: f64) -> Self {
        let target = spark.target.iter().copied();
        let drawn = spark
            .points
            .iter()
            .filter_map(|(year, value)| Some((*year, (*value)?)));
        let years = spark
            .points
            .iter()
            .map(|(year, _)| *year)
            .chain(target.clone().map(|(year, _)| year));
        let (first, last) = ends(years.map(|year| f64::from(year.0)));
        let (low, high) = ends(drawn.chain(target).map(|(_, value)| value));
        Self {
            first,
            years: last - first,
            low,
            span: high - low,
            width,
            height,
        }
    }

    fn x(&self, year: FiscalYear) -> Short {
        let share = match self.years > 0.0 {
            true => (f64::from(year.0) - self.first) / self.years,
            false => 0.5,
        };
        round(MARGIN + share * (self.width - 2.0 * MARGIN))
    }

    fn y(&self, value: f64) -> Short {
        let share = match self.span > 0.0 {
            true => (value - self.low) / self.span,
            false => 0.5,
        };
        round(self.height - MARGIN - share * (self.height - 2.0 * MARGIN))
    }

    fn line(&self, spark: &Spark) -> String {
        let mut path = String::new();
        let mut is_on = false;
        for (year, value) in &spark.points {
            if let Some(value) = value {
                let command = if is_on { 'L' } else { 'M' };
                path.push_str(&format!("{command}{} {}", self.x(*year), self.y(*value)));
            }
            is_on = value.is_some();
        }
        path
    }

    fn target_line(&self, spark: &Spark) -> String {
        match spark.target {
            Some((_, value)) => {
                let y = self.y(value);
                format!("M0 {y}H{}", Short(self.width))
            }
            None => String::new(),
        }
    }

    /// Returns the last figure, and those between two gaps, which no line would show.
    fn lone_dots(&self, spark: &Spark) -> Vec<(Short, Short)> {
        let points = &spark.points;
        let is_there = |at: Option<usize>| {
            at.and_then(|at| points.get(at))
                .is_some_and(|(_, value)| value.is_some())
        };
        let last = points.iter().rposition(|(_, value)| value.is_some());
        let shown = points.iter().enumerate().filter(|(at, _)| {
            Some(*at) == last || !(is_there(at.checked_sub(1)) || is_there(Some(at + 1)))
        });
        shown
            .filter_map(|(_, (year, value))| Some((self.x(*year), self.y((*value)?))))
            .collect()
    }
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let around = (f64::INFINITY, f64::NEG_INFINITY);
    let (low, high) = values.fold(around, |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if low > high { (0.0, 0.0) } else { (low, high) }
}

fn round(px: f64) -> Short {
    Short((px * 10.0).round() / 10.0)
}
