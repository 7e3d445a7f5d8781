//! Result of a builder: the chart, its table, and the notes beside them.
//!
//! A table is there with its page. What draws, and with it all that charming writes, is fetched with the first chart.

use charming::Chart;
use serde_json::Value;

use super::Canvas;
use super::enlarge::enlarge;
use super::text_metrics::width;
use output::markup::Element;

/// Something that can be drawn: plain figures in, a chart and its table out. It judges nothing.
pub trait Draw {
    /// The same figures, as printed.
    fn table(&self) -> ChartTable;

    /// The chart without the chart library, this many px of text of the usual size wide; `None`: it cannot be drawn so.
    fn sketch(&self, _width: f64) -> Option<Sketch> {
        None
    }

    /// The chart, for paper of these colours and this width.
    fn draw(&self, canvas: &Canvas) -> ChartDrawing;
}

/// A chart without the chart library.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    /// The picture.
    pub element: Element,
    /// Its height, in px of text of the usual size.
    pub height: u32,
    /// 注.
    pub notes: Vec<String>,
}

/// A chart, as it is to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartDrawing {
    /// ECharts' option, as JSON.
    pub option: String,
    /// 注: what the eye would miss (a year without a figure and why, an axis that does not begin at 0).
    pub notes: Vec<String>,
    /// The height it needs, in px of text of the usual size.
    pub height: u32,
}

/// 表: the figures of a chart exactly as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChartTable {
    /// 列見出し. The first is that of the row headings.
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
    /// The word by which the style sheet knows it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Breadth::Narrow => "narrow",
            Breadth::Medium => "medium",
            Breadth::Wide => "wide",
        }
    }
}

impl ChartTable {
    /// From the widest text of each column, in em. Headings are folded at spaces, words anywhere.
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
    /// A drawing of `chart`. `beyond` holds what charming has no words for; it is laid over the option,
    /// object by object and item by item.
    pub fn new(chart: &Chart, beyond: Value, height: u32) -> Self {
        // Serialising into memory fails only for maps with keys that are no strings: a chart has none.
        let mut option = serde_json::to_value(chart).unwrap_or_default();
        lay_over(&mut option, beyond);
        Self {
            option: option.to_string(),
            notes: Vec::new(),
            height,
        }
    }

    /// The same drawing with text enlarged by a factor.
    pub(super) fn enlarged(mut self, times: f64) -> Self {
        if times != 1.0 {
            // It was written by `new`.
            let mut option = serde_json::from_str(&self.option).unwrap_or_default();
            enlarge(&mut option, times);
            self.option = option.to_string();
            self.height = (f64::from(self.height) * times).round() as u32;
        }
        self
    }

    /// The same drawing with these notes.
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
