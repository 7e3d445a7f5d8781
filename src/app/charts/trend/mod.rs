//! 推移図: one indicator over the years, its actual figures against its targets.

mod series;

use charming::Chart;
use charming::component::{Axis, Grid, Legend, LegendItem};
use charming::element::{AxisType, Tooltip, Trigger};
use serde_json::{Value, json};

use self::series::{RIGHT, SeriesRenderer};
use super::text_metrics::legend_height;
use super::{Canvas, ChartTable, Draw, Drawing, Trend, TrendLine};
use ::words::charts as words;
use ::words::{Say, YearForms};
use output::chart::Column;
use strategy::FiscalYear;

const HEIGHT: u32 = 300;

impl Draw for Trend {
    fn table(&self) -> ChartTable {
        let columns: Vec<Column> = self.lines.iter().flat_map(TrendLine::columns).collect();
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

    fn draw(&self, canvas: &Canvas) -> Drawing {
        let legend = self.legend();
        let above = match legend.len() {
            0 | 1 => 0,
            _ => legend_height(legend.iter().map(|item| item.name.as_str()), canvas.width),
        };
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
            chart = chart.legend(Legend::new().data(legend));
        }
        for (at, line) in self.lines.iter().enumerate() {
            chart = renderer.line(chart, at, line);
        }
        Drawing::new(&chart, self.beyond(&renderer), HEIGHT + above).noting(self.notes(&renderer))
    }
}

/// The parts of a trend's chart beside its lines.
trait ChartParts {
    /// Returns the items of the legend.
    fn legend(&self) -> Vec<LegendItem>;

    /// Returns the band of what is to be kept, and the cut of the unit's text: charming cannot say them.
    fn beyond(&self, renderer: &SeriesRenderer) -> Value;

    /// Returns the notes below the chart.
    fn notes(&self, renderer: &SeriesRenderer) -> Vec<String>;
}

impl ChartParts for Trend {
    fn legend(&self) -> Vec<LegendItem> {
        let of = |(at, line): (usize, &TrendLine)| {
            let has_target = line.targets.iter().any(|(_, datum)| datum.value.is_some());
            let kinds = [
                (!line.drawn().is_empty(), words::actual(), None),
                (has_target, words::target(), Some(series::symbol(at).1)),
                (
                    !line.replaced.is_empty(),
                    words::replaced(),
                    Some(series::symbol(at).1),
                ),
                (!line.path.is_empty(), words::path(), Some(series::DASHES)),
                (!line.forecast.is_empty(), words::forecast(), None),
                (
                    !line.without_policy.is_empty(),
                    words::without_policy(),
                    None,
                ),
            ];
            kinds
                .into_iter()
                .filter(|(is_there, ..)| *is_there)
                .map(|(_, word, icon)| LegendItem {
                    name: words::of_line(&line.name, word),
                    icon: icon.map(Into::into),
                })
                .collect::<Vec<_>>()
        };
        self.lines.iter().enumerate().flat_map(of).collect()
    }

    fn beyond(&self, renderer: &SeriesRenderer) -> Value {
        let mut beyond = json!({"yAxis": {"nameTextStyle": {"align": "left"}, "nameGap": 12}});
        if let Some((low, high)) = self.band {
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

    fn notes(&self, renderer: &SeriesRenderer) -> Vec<String> {
        let missing = self.lines.iter().flat_map(|line| {
            let gaps = line
                .actuals
                .iter()
                .filter(|(_, datum)| datum.value.is_none());
            gaps.map(|(year, datum)| {
                let what = words::of_line(&line.name, words::actual());
                words::missing_note(year.say(), &what, &datum.text)
            })
        });
        let undated = self.lines.iter().filter_map(|line| match &line.baseline {
            Some((None, datum)) => Some(words::undated_baseline(&datum.text, &self.unit)),
            _ => None,
        });
        let breaks = self.breaks.iter().map(|year| words::break_note(*year));
        let changes = self
            .changes
            .iter()
            .map(|(year, why)| words::change_note(*year, why));
        let is_guessed = self.lines.iter().any(|line| !line.forecast.is_empty());
        let caveat = is_guessed.then(|| words::forecast_caveat().to_owned());
        let is_cut = !renderer.years.is_empty() && !renderer.scale.has_zero();
        let cut = is_cut.then(|| words::axis_cut().to_owned());
        missing
            .chain(undated)
            .chain(breaks)
            .chain(changes)
            .chain(caveat)
            .chain(cut)
            .collect()
    }
}
