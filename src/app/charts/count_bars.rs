//! 件数の棒: counts of several categories, row by row, as bars made of parts.

use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::DataPointItem;
use charming::element::{AxisType, ItemStyle, Tooltip, Trigger};
use charming::series::Bar;
use serde_json::{Value, json};

use super::bar_rows::BarRows;
use super::text_metrics::{legend_height, width};
use super::{Canvas, ChartDrawing, ChartTable, Draw, Scale};
use ::words::charts as words;
use strategy::Tone;

/// Counts of several categories, for each of several things.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountBars {
    /// Subject of the rows: 町, 項目, 指標.
    pub of: String,
    /// Categories, in order.
    pub parts: Vec<CountPart>,
    /// Rows: a title, and the count of each category.
    pub rows: Vec<(String, Vec<usize>)>,
    /// Notes: the order of the rows, and the rows left out.
    pub notes: Vec<String>,
}

/// One category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountPart {
    /// Name.
    pub name: String,
    /// Colour.
    pub tone: Tone,
}

const LABEL: f64 = 12.0;
/// Height of the numbers under the bars, in px.
const BELOW: u32 = 28;

impl Draw for CountBars {
    fn table(&self) -> ChartTable {
        let head = std::iter::once(self.of.clone());
        let row = |(title, counts): &(String, Vec<usize>)| {
            let cells = counts.iter().map(usize::to_string);
            (title.clone(), cells.collect())
        };
        ChartTable {
            head: head
                .chain(self.parts.iter().map(|part| part.name.clone()))
                .collect(),
            text_columns: 1,
            rows: self.rows.iter().map(row).collect(),
        }
    }

    fn draw(&self, canvas: &Canvas) -> ChartDrawing {
        let titles = self.rows.iter().map(|(title, _)| title.as_str()).collect();
        let rows = BarRows::new(titles, canvas);
        let scale = self.scale();
        let names: Vec<String> = self.parts.iter().map(|part| part.name.clone()).collect();
        let legend = legend_height(names.iter().map(String::as_str), canvas.width);
        let across = Axis::new()
            .type_(AxisType::Value)
            .min(0.0)
            .max(scale.max)
            .interval(scale.step);
        let grid = Grid::new()
            .left(rows.left)
            .right(8)
            .top((legend + 8) as i32)
            .bottom(BELOW as i32);
        let mut chart = Chart::new()
            .legend(Legend::new().data(names))
            .grid(grid)
            .x_axis(across)
            .y_axis(rows.axis())
            .tooltip(Tooltip::new().trigger(Trigger::Item).formatter("{b}"));
        for (at, part) in self.parts.iter().enumerate() {
            chart = chart.series(self.bar(at, part, &rows, canvas));
        }
        let series = self.parts.iter().enumerate();
        let series: Vec<Value> = series
            .map(|(at, part)| self.beyond(at, part, &rows, canvas, scale))
            .collect();
        let beyond = json!({"series": series, "yAxis": rows.axis_beyond(canvas)});
        let height = legend + 8 + rows.height() + BELOW;
        ChartDrawing::new(&chart, beyond, height).noting(self.notes.clone())
    }
}

impl CountBars {
    /// Returns the scale from 0 to the longest bar, in whole steps.
    fn scale(&self) -> Scale {
        let long = self.rows.iter().map(|(_, counts)| counts.iter().sum());
        let long = long.fold(1_usize, usize::max) as f64;
        let step = Scale::from_zero([long].into_iter()).step.ceil().max(1.0);
        Scale {
            min: 0.0,
            max: (long / step).ceil() * step,
            step,
        }
    }

    fn bar(&self, at: usize, part: &CountPart, rows: &BarRows, canvas: &Canvas) -> Bar {
        let item = |(title, counts): &(String, Vec<usize>)| {
            let count = counts.get(at).copied().unwrap_or_default();
            let value = (count > 0).then_some(count as f64);
            let name = words::counted(title, &part.name, count);
            DataPointItem::new(value).name(name).into()
        };
        let style = ItemStyle::new()
            .color(canvas.palette.tone(part.tone).back.as_str())
            .border_color(canvas.palette.background.as_str())
            .border_width(1.0);
        Bar::new()
            .name(part.name.as_str())
            .stack("parts")
            .bar_width(18)
            .item_style(style)
            .data(rows.data(self.rows.iter().map(item)))
    }

    /// Returns the counts within the bars, where they fit, and the patterns of the categories.
    fn beyond(
        &self,
        at: usize,
        part: &CountPart,
        rows: &BarRows,
        canvas: &Canvas,
        scale: Scale,
    ) -> Value {
        let px = rows.room() / scale.max;
        let item = |(_, counts): &(String, Vec<usize>)| {
            let count = counts.get(at).copied().unwrap_or_default();
            let text = count.to_string();
            let fits = count > 0 && count as f64 * px >= width(&text) * LABEL + 6.0;
            json!({"label": {"show": fits, "formatter": text}})
        };
        let label = json!({
            "position": "inside",
            "fontSize": LABEL,
            "color": canvas.palette.tone(part.tone).text,
        });
        json!({
            "label": label,
            "itemStyle": {"decal": canvas.palette.decal(part.tone)},
            "data": rows.data_beyond(self.rows.iter().map(item)),
        })
    }
}
