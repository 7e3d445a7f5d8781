//! 推移図: one indicator over the years, its actual figures against its targets.

mod series;

use charming::Chart;
use charming::component::{Axis, Grid, Legend, LegendItem};
use charming::element::{AxisType, Tooltip, Trigger};
use serde_json::{Value, json};

use self::series::SeriesRenderer;
use super::{Canvas, ChartDrawing, ChartTable, Draw, Sketch, Trend, TrendLine};
use ::words::charts as words;
use ::words::{Say, YearForms};
use output::chart::{FigureColumn, HEIGHT, LegendEntry, LineKind, RIGHT, whole};
use strategy::FiscalYear;

impl Draw for Trend {
    fn table(&self) -> ChartTable {
        let columns: Vec<FigureColumn> = self.lines.iter().flat_map(TrendLine::columns).collect();
        let head = std::iter::once(words::year().to_owned())
            .chain(columns.iter().map(|column| column.name.clone()))
            .collect();
        let row = |year: Option<FiscalYear>, name: String| {
            let cells: Vec<String> = columns.iter().map(|column| column.at(year)).collect();
            cells
                .iter()
                .any(|cell| !cell.is_empty())
                .then_some((name, cells))
        };
        let undated = row(None, words::baseline().to_owned());
        let dated = self.years().into_iter();
        let dated = dated.filter_map(|year| row(Some(year), year.say()));
        ChartTable {
            head,
            text_columns: 1,
            rows: undated.into_iter().chain(dated).collect(),
        }
    }

    fn sketch(&self, width: f64) -> Option<Sketch> {
        let whole = whole(self, width)?;
        Some(Sketch {
            element: whole.element,
            height: whole.height,
            notes: self.notes(),
        })
    }

    fn draw(&self, canvas: &Canvas) -> ChartDrawing {
        let above = self.legend_height(canvas.width);
        let top = above + 30;
        let renderer = SeriesRenderer::new(self, canvas, f64::from(top), f64::from(HEIGHT + above));
        let years = renderer.years.iter().map(|year| year.short()).collect();
        let mut chart = Chart::new()
            .grid(
                Grid::new()
                    .left(4)
                    .right(RIGHT)
                    .top(top as i32)
                    .bottom(2)
                    .contain_label(true),
            )
            .x_axis(Axis::new().type_(AxisType::Category).data(years))
            .y_axis(
                Axis::new()
                    .type_(AxisType::Value)
                    .name(words::unit(&self.unit))
                    .min(renderer.scale.min)
                    .max(renderer.scale.max)
                    .interval(renderer.scale.step),
            )
            .tooltip(Tooltip::new().trigger(Trigger::Item).formatter("{b}"));
        if above > 0 {
            let items = self.legend().into_iter().map(legend_item);
            chart = chart.legend(Legend::new().data(items.collect::<Vec<_>>()));
        }
        for (at, line) in self.lines.iter().enumerate() {
            chart = renderer.line(chart, at, line);
        }
        ChartDrawing::new(&chart, beyond(self, &renderer), HEIGHT + above).noting(self.notes())
    }
}

/// Returns the entry of the legend with its icon; without an icon the chart library draws its own.
fn legend_item(entry: LegendEntry) -> LegendItem {
    let icon = match entry.kind {
        LineKind::Target | LineKind::Replaced => Some(series::symbol(entry.line).1),
        LineKind::Path => Some(series::DASHES),
        LineKind::Actual | LineKind::Forecast | LineKind::WithoutPolicy | LineKind::Other => None,
    };
    LegendItem {
        name: entry.name,
        icon: icon.map(Into::into),
    }
}

/// Returns the band to keep, and the place of the unit, which charming does not support.
fn beyond(trend: &Trend, renderer: &SeriesRenderer) -> Value {
    let mut beyond = json!({"yAxis": {"nameTextStyle": {"align": "left"}, "nameGap": 12}});
    if let Some((low, high)) = trend.band {
        let ends = (
            low.unwrap_or(renderer.scale.min),
            high.unwrap_or(renderer.scale.max),
        );
        let style = json!({"color": renderer.palette.aim, "opacity": 0.18});
        let name = json!({"show": true, "position": "insideTopLeft", "color": renderer.palette.ink_2, "fontSize": 11});
        beyond["series"] = json!([{"markArea": {
            "silent": true,
            "itemStyle": style,
            "label": name,
            "data": [[{"yAxis": ends.0, "name": words::band()}, {"yAxis": ends.1}]],
        }}]);
    }
    beyond
}
