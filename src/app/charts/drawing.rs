//! Result of a builder: the chart, its table, and the notes beside them.
//!
//! A table ships with its page. The drawing code, with everything that charming writes, is fetched with the first
//! chart.

use charming::Chart;
use serde_json::Value;

use super::Canvas;
use super::enlarge::enlarge;
use super::text_metrics::width;
use output::markup::Element;

/// Data that can be drawn: turns plain figures into a chart and its table. It makes no judgements.
pub trait Draw {
    /// Returns the same figures, as printed.
    fn table(&self) -> ChartTable;

    /// Returns the chart without the chart library, `width` px of text of the usual size wide; `None` if it cannot be
    /// drawn so.
    fn sketch(&self, _width: f64) -> Option<Sketch> {
        None
    }

    /// Returns the chart, for the colours and the width of a canvas.
    fn draw(&self, canvas: &Canvas) -> ChartDrawing;
}

/// A chart without the chart library.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    /// The picture.
    pub element: Element,
    /// Height, in px of text of the usual size.
    pub height: u32,
    /// 注.
    pub notes: Vec<String>,
}

/// A chart, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartDrawing {
    /// Option of ECharts, as JSON.
    pub option: String,
    /// 注: facts that the eye would miss (a year without a figure and why, an axis that does not begin at 0).
    pub notes: Vec<String>,
    /// Height, in px of text of the usual size.
    pub height: u32,
}

/// 表: the figures of a chart exactly as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChartTable {
    /// 列見出し. The first is the head of the row headings.
    pub head: Vec<String>,
    /// Number of columns of words, from the left; the others hold figures.
    pub text_columns: usize,
    /// 行: a heading and its cells, one fewer than `head`.
    pub rows: Vec<(String, Vec<String>)>,
}

/// Width of a table beside its chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breadth {
    Narrow,
    Medium,
    Wide,
}

impl Breadth {
    /// Returns the name of the width in the style sheet.
    pub(super) fn word(self) -> &'static str {
        match self {
            Breadth::Narrow => "narrow",
            Breadth::Medium => "medium",
            Breadth::Wide => "wide",
        }
    }
}

impl ChartTable {
    /// Returns the width from the widest text of each column, in em. Headings are folded at spaces, words anywhere.
    pub(super) fn breadth(&self) -> Breadth {
        let column = |(at, head): (usize, &String)| {
            let cells = self.rows.iter().filter_map(|(head, cells)| match at {
                0 => Some(head),
                _ => cells.get(at - 1),
            });
            let head = head.split(' ').map(width).fold(0.0, f64::max);
            let widest = cells.map(|cell| width(cell)).fold(head, f64::max);
            let most = if at < self.text_columns { 7.0 } else { 14.0 };
            widest.min(most) + 1.4
        };
        match self.head.iter().enumerate().map(column).sum::<f64>() {
            em if em <= 23.0 => Breadth::Narrow,
            em if em <= 30.0 => Breadth::Medium,
            _ => Breadth::Wide,
        }
    }
}

impl ChartDrawing {
    /// Makes a drawing of `chart`. `beyond` holds options that charming does not support; they are merged into the
    /// option, object by object and item by item.
    pub fn new(chart: &Chart, beyond: Value, height: u32) -> Self {
        // Serialising into memory fails only for maps with keys that are not strings: a chart has none.
        let mut option = serde_json::to_value(chart).unwrap_or_default();
        lay_over(&mut option, beyond);
        Self {
            option: option.to_string(),
            notes: Vec::new(),
            height,
        }
    }

    /// Returns the same drawing with text enlarged by a factor.
    pub(super) fn enlarged(mut self, times: f64) -> Self {
        if times != 1.0 {
            // The option was written by `new`, so it is valid JSON.
            let mut option = serde_json::from_str(&self.option).unwrap_or_default();
            enlarge(&mut option, times);
            self.option = option.to_string();
            self.height = (f64::from(self.height) * times).round() as u32;
        }
        self
    }

    /// Returns the same drawing with these notes.
    pub fn noting(mut self, notes: Vec<String>) -> Self {
        self.notes = notes;
        self
    }
}

fn lay_over(below: &mut Value, above: Value) {
    match (below, above) {
        (Value::Object(below), Value::Object(above)) => {
            for (key, value) in above {
                lay_over(below.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(below), Value::Array(above)) => {
            for (at, value) in above.into_iter().enumerate() {
                match below.get_mut(at) {
                    Some(below) => lay_over(below, value),
                    None => below.push(value),
                }
            }
        }
        (_, Value::Null) => {}
        (below, above) => *below = above,
    }
}
