//! 評価の数: how many indicators of each goal stand in which band.

use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::DataPointItem;
use charming::element::{AxisType, ItemStyle, Label, LabelPosition, Tooltip, Trigger};
use charming::series::Bar;
use serde_json::{Value, json};

use super::lanes::Lanes;
use super::lettering::{legend_height, width};
use super::{ChartTable, Draw, Drawing, Paper};
use crate::locale::charts as words;
use crate::strategy::Tone;

/// Counts of ratings, by goal and band.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StatusCounts {
    /// 評価区分, best first, as the town words them.
    pub bands: Vec<Sign>,
    /// Goals from the top; a first row may be all of them together.
    pub rows: Vec<CountRow>,
}

/// 印・評語・色: how a rating shows itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// 印: ◎ A …
    pub mark: String,
    /// 評語: 順調 …
    pub word: String,
    /// How it is coloured.
    pub tone: Tone,
}

/// One goal's counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountRow {
    /// 目標の題.
    pub title: String,
    /// How many in each band, in the order of the bands.
    pub counts: Vec<u32>,
}

impl Sign {
    /// 「◎ 達成」.
    pub fn words(&self) -> String {
        format!("{} {}", self.mark, self.word)
    }
}

impl Sign {
    /// The mark before a count; not a dash, which would read as a minus.
    fn before_count(&self) -> &str {
        let is_dash = |mark: char| "－―-−–‐ー".contains(mark);
        if self.mark.chars().all(is_dash) {
            ""
        } else {
            &self.mark
        }
    }
}

impl CountRow {
    fn count(&self, band: usize) -> Option<u32> {
        self.counts.get(band).copied()
    }

    fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}

impl Draw for StatusCounts {
    fn draw(&self, paper: &Paper) -> Drawing {
        let lanes = Lanes::new(
            self.rows.iter().map(|row| row.title.as_str()).collect(),
            paper,
        );
        let names: Vec<String> = self.bands.iter().map(Sign::words).collect();
        let top = 8 + legend_height(names.iter().map(String::as_str), paper.width);
        let grid = Grid::new()
            .left(lanes.left)
            .right(8)
            .top(top as i32)
            .bottom(4);
        let across = Axis::new()
            .type_(AxisType::Value)
            .show(false)
            .max(self.longest());
        let mut chart = Chart::new()
            .legend(Legend::new().data(names))
            .grid(grid)
            .x_axis(across)
            .y_axis(lanes.axis())
            .tooltip(Tooltip::new().trigger(Trigger::Item).formatter("{b}"));
        for (at, sign) in self.bands.iter().enumerate() {
            chart = chart.series(self.bar(at, sign, &lanes, paper));
        }
        let beyond = self.beyond(&lanes, paper);
        Drawing::new(&chart, beyond, self.table(), top + 8 + lanes.height())
    }
}

impl StatusCounts {
    fn longest(&self) -> f64 {
        let longest = self.rows.iter().map(CountRow::total).max();
        f64::from(longest.unwrap_or_default().max(1))
    }

    fn bar(&self, at: usize, sign: &Sign, lanes: &Lanes, paper: &Paper) -> Bar {
        let fill = paper.palette.tone(sign.tone);
        let item = |row: &CountRow| {
            let count = row.count(at).filter(|count| *count > 0);
            let name = words::count(&row.title, &sign.words(), count.unwrap_or_default());
            DataPointItem::new(count.map(f64::from)).name(name).into()
        };
        let label = Label::new()
            .show(true)
            .position(LabelPosition::Inside)
            .formatter(format!("{}{{c}}", sign.before_count()).as_str())
            .color(fill.text.as_str())
            .font_size(12.0);
        let style = ItemStyle::new()
            .color(fill.back.as_str())
            .border_color(paper.palette.paper.as_str())
            .border_width(1.0);
        Bar::new()
            .name(sign.words())
            .stack("bands")
            .bar_width(24)
            .label(label)
            .item_style(style)
            .data(lanes.data(self.rows.iter().map(item)))
    }

    /// Patterns, and no label where its bar is too short for it.
    fn beyond(&self, lanes: &Lanes, paper: &Paper) -> Value {
        let px = lanes.room() / self.longest();
        let series = self.bands.iter().enumerate().map(|(at, sign)| {
            let fits = |row: &CountRow| {
                let count = row.count(at).unwrap_or_default();
                let label = width(&format!("{}{count}", sign.before_count())) * 12.0 + 4.0;
                json!({"label": {"show": count > 0 && f64::from(count) * px >= label}})
            };
            json!({
                "data": lanes.data_beyond(self.rows.iter().map(fits)),
                "itemStyle": {"decal": paper.palette.decal(sign.tone)},
            })
        });
        json!({
            "series": series.collect::<Vec<_>>(),
            "yAxis": lanes.axis_beyond(paper),
        })
    }

    fn table(&self) -> ChartTable {
        let bands = self.bands.iter().map(Sign::words);
        let head = std::iter::once(words::GOAL.to_owned())
            .chain(bands)
            .chain([words::TOTAL.to_owned()]);
        let rows = self.rows.iter().map(|row| {
            let counts = (0..self.bands.len()).map(|at| row.count(at).unwrap_or_default());
            let cells = counts.chain([row.total()]).map(|count| count.to_string());
            (row.title.clone(), cells.collect())
        });
        ChartTable {
            head: head.collect(),
            text_columns: 1,
            rows: rows.collect(),
        }
    }
}
