//! 横棒の段: rows of horizontal bars with their titles, left of the bars on wide paper, above them on narrow paper.

use charming::component::Axis;
use charming::datatype::DataPoint;
use charming::element::AxisType;
use serde_json::{Value, json};

use super::Canvas;
use super::text_metrics::{folded, width};

/// Layout of titles and bars.
pub(super) struct BarRows<'a> {
    titles: Vec<&'a str>,
    titles_above: bool,
    /// Number of letters of a title in a line.
    em: f64,
    /// Start of the bars, in px.
    pub(super) left: f64,
    /// Largest end of the bars, in px from the left.
    pub(super) right: f64,
}

/// Largest width of a title beside the bars, in em.
const TITLE_EM: f64 = 16.0;
const LETTER: f64 = 13.0;

impl<'a> BarRows<'a> {
    pub(super) fn new(titles: Vec<&'a str>, canvas: &Canvas) -> Self {
        let longest = titles.iter().map(|title| width(title)).fold(0.0, f64::max);
        let titles_above = canvas.is_narrow();
        let (left, em) = match titles_above {
            true => (0.0, (canvas.width / LETTER - 1.0).max(8.0)),
            false => (longest.min(TITLE_EM) * LETTER + 12.0, TITLE_EM),
        };
        Self {
            titles,
            titles_above,
            em,
            left,
            right: canvas.width - 8.0,
        }
    }

    /// Returns the largest length of a bar, in px.
    pub(super) fn room(&self) -> f64 {
        (self.right - self.left).max(1.0)
    }

    /// Returns the height of all rows, in px.
    pub(super) fn height(&self) -> u32 {
        let row = if self.titles_above { 56 } else { 46 };
        row * self.titles.len() as u32
    }

    /// Returns the axis with the titles.
    pub(super) fn axis(&self) -> Axis {
        let title = |title: &&str| match self.titles_above {
            true => vec![folded(title, self.em, 1).concat(), String::new()],
            false => vec![folded(title, self.em, 2).join("\n")],
        };
        Axis::new()
            .type_(AxisType::Category)
            .inverse(true)
            .data(self.titles.iter().flat_map(title).collect::<Vec<_>>())
    }

    /// Returns the options of the axis that charming does not support.
    pub(super) fn axis_beyond(&self, canvas: &Canvas) -> Value {
        json!({
            "z": 3,
            "axisLine": {"show": !self.titles_above},
            "axisLabel": {
                "inside": self.titles_above,
                "margin": if self.titles_above { 0 } else { 10 },
                "color": canvas.palette.ink,
                "textBorderColor": canvas.palette.background,
                "textBorderWidth": 3,
                "fontSize": LETTER,
                "lineHeight": 17,
                "interval": 0,
            },
        })
    }

    /// Returns the data of a series: one item per row, and no value in the lines of titles above.
    pub(super) fn data(&self, items: impl Iterator<Item = DataPoint>) -> Vec<DataPoint> {
        let title = self.titles_above.then(|| DataPoint::from(None::<f64>));
        items
            .flat_map(|item| title.clone().into_iter().chain([item]))
            .collect()
    }

    /// Returns the same for the overlay of the data.
    pub(super) fn data_beyond(&self, items: impl Iterator<Item = Value>) -> Value {
        let title = self.titles_above.then_some(Value::Null);
        items
            .flat_map(|item| title.clone().into_iter().chain([item]))
            .collect()
    }
}
