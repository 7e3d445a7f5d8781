//! 推移図: one indicator over the years, its actual figures against its targets.

mod labels;
mod pen;

use charming::Chart;
use charming::component::{Axis, Grid, Legend, LegendItem};
use charming::element::{AxisType, Tooltip, Trigger};
use serde_json::{Value, json};

use self::pen::Pen;
use super::lettering::legend_height;
use super::{ChartTable, Dot, Dots, Draw, Drawer, Drawers, Drawing, Paper};
use crate::locale::charts as words;
use crate::strategy::{FiscalYear, Tone};

/// The figures of one indicator, ready to draw.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// 単位.
    pub unit: String,
    /// 内訳: one, or men and women …
    pub lines: Vec<TrendLine>,
    /// めざす範囲 of an indicator that is to be kept: lower and upper bound.
    pub band: Option<(Option<f64>, Option<f64>)>,
    /// Years from which the figure is not comparable with those before: lines are cut there.
    pub breaks: Vec<FiscalYear>,
    /// 目標値の変更: in which year it was decided, and what and why.
    pub changes: Vec<(FiscalYear, String)>,
}

/// One series of a [`Trend`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrendLine {
    /// 男性, 女性 …; empty for the only one.
    pub name: String,
    /// The tone of its rating; a bad one is drawn as such.
    pub tone: Option<Tone>,
    /// 当初値 and its year, where that is known.
    pub baseline: Option<(Option<FiscalYear>, Dot)>,
    /// 目標への目安線: where each year should be.
    pub path: Vec<(FiscalYear, f64)>,
    /// 目標値.
    pub targets: Dots,
    /// 変更前の目標値, of the years whose target was changed; a year as often as it was.
    pub replaced: Dots,
    /// 実績値, with the years that have none and why.
    pub actuals: Dots,
    /// 趨勢の値.
    pub without_policy: Dots,
    /// 見込み: beginning with the last actual figure, so that the line goes on from there.
    pub forecast: Dots,
}

const HEIGHT: u32 = 300;
/// Room to the right of the years, in px.
const RIGHT: f64 = 12.0;

impl Draw for Trend {
    fn table(&self) -> ChartTable {
        let columns: Vec<Column> = self.lines.iter().flat_map(TrendLine::columns).collect();
        let head = std::iter::once(words::YEAR.to_owned())
            .chain(columns.iter().map(|column| column.name.clone()))
            .collect();
        let row = |year: Option<FiscalYear>, name: String| {
            let cells: Vec<String> = columns.iter().map(|column| column.at(year)).collect();
            cells
                .iter()
                .any(|cell| !cell.is_empty())
                .then_some((name, cells))
        };
        let undated = row(None, words::BASELINE.to_owned());
        let dated = self.years().into_iter();
        let dated = dated.filter_map(|year| row(Some(year), year.to_string()));
        ChartTable {
            head,
            text_columns: 1,
            rows: undated.into_iter().chain(dated).collect(),
        }
    }

    fn drawer(of: &Drawers) -> Drawer<Self> {
        of.trend
    }

    fn draw(&self, paper: &Paper) -> Drawing {
        let legend = self.legend();
        let above = match legend.len() {
            0 | 1 => 0,
            _ => legend_height(legend.iter().map(|item| item.name.as_str()), paper.width),
        };
        let top = above + 30;
        let pen = Pen::new(self, paper, f64::from(top), f64::from(HEIGHT + above));
        let years = pen.years.iter().map(|year| year.short()).collect();
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
                    .min(pen.scale.min)
                    .max(pen.scale.max)
                    .interval(pen.scale.step),
            )
            .tooltip(Tooltip::new().trigger(Trigger::Item).formatter("{b}"));
        if above > 0 {
            chart = chart.legend(Legend::new().data(legend));
        }
        for (at, line) in self.lines.iter().enumerate() {
            chart = pen.line(chart, at, line);
        }
        Drawing::new(&chart, self.beyond(&pen), HEIGHT + above).noting(self.notes(&pen))
    }
}

impl Trend {
    /// Every year from the first figure to the last, so that distances are true.
    fn years(&self) -> Vec<FiscalYear> {
        let years = self.lines.iter().flat_map(|line| {
            let baseline = line.baseline_dot().map(|(year, _)| year);
            let path = line.path.iter().map(|(year, _)| *year);
            let dots = line.dots().map(|(year, _)| year);
            path.chain(dots).chain(baseline)
        });
        let ends = years.fold(None, |ends, year| match ends {
            None => Some((year, year)),
            Some((first, last)) => Some((year.min(first), year.max(last))),
        });
        match ends {
            Some((first, last)) => (first.0..=last.0).map(FiscalYear).collect(),
            None => Vec::new(),
        }
    }

    fn values(&self) -> Vec<f64> {
        let band = self
            .band
            .iter()
            .flat_map(|(low, high)| [*low, *high])
            .flatten();
        let lines = self.lines.iter().flat_map(|line| {
            let baseline = line.baseline.iter().filter_map(|(_, dot)| dot.value);
            let path = line.path.iter().map(|(_, value)| *value);
            baseline
                .chain(path)
                .chain(line.dots().filter_map(|(_, dot)| dot.value))
        });
        band.chain(lines).collect()
    }

    fn legend(&self) -> Vec<LegendItem> {
        let of = |(at, line): (usize, &TrendLine)| {
            let has_target = line.targets.iter().any(|(_, dot)| dot.value.is_some());
            let kinds = [
                (!line.drawn().is_empty(), words::ACTUAL, None),
                (has_target, words::TARGET, Some(pen::sign(at).1)),
                (
                    !line.replaced.is_empty(),
                    words::REPLACED,
                    Some(pen::sign(at).1),
                ),
                (!line.path.is_empty(), words::PATH, Some(pen::DASHES)),
                (!line.forecast.is_empty(), words::FORECAST, None),
                (!line.without_policy.is_empty(), words::WITHOUT_POLICY, None),
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

    /// The band of what is to be kept, and the cut of the unit's text: charming cannot say them.
    fn beyond(&self, pen: &Pen) -> Value {
        let mut beyond = json!({"yAxis": {"nameTextStyle": {"align": "left"}, "nameGap": 12}});
        if let Some((low, high)) = self.band {
            let ends = (low.unwrap_or(pen.scale.min), high.unwrap_or(pen.scale.max));
            let style = json!({"color": pen.palette.aim, "opacity": 0.18});
            let name = json!({"show": true, "position": "insideTopLeft", "color": pen.palette.ink_2, "fontSize": 11});
            beyond["series"] = json!([{"markArea": {
                "silent": true,
                "itemStyle": style,
                "label": name,
                "data": [[{"yAxis": ends.0, "name": words::BAND}, {"yAxis": ends.1}]],
            }}]);
        }
        beyond
    }

    fn notes(&self, pen: &Pen) -> Vec<String> {
        let missing = self.lines.iter().flat_map(|line| {
            let gaps = line.actuals.iter().filter(|(_, dot)| dot.value.is_none());
            gaps.map(|(year, dot)| {
                let what = words::of_line(&line.name, words::ACTUAL);
                words::missing_note(&year.to_string(), &what, &dot.text)
            })
        });
        let undated = self.lines.iter().filter_map(|line| match &line.baseline {
            Some((None, dot)) => Some(words::undated_baseline(&dot.text, &self.unit)),
            _ => None,
        });
        let breaks = self.breaks.iter().map(|year| words::break_note(*year));
        let changes = self
            .changes
            .iter()
            .map(|(year, why)| words::change_note(*year, why));
        let is_guessed = self.lines.iter().any(|line| !line.forecast.is_empty());
        let caveat = is_guessed.then(|| words::FORECAST_CAVEAT.to_owned());
        let is_cut = !pen.years.is_empty() && !pen.scale.has_zero();
        let cut = is_cut.then(|| words::AXIS_CUT.to_owned());
        missing
            .chain(undated)
            .chain(breaks)
            .chain(changes)
            .chain(caveat)
            .chain(cut)
            .collect()
    }
}

/// A column of the table.
struct Column<'a> {
    name: String,
    dots: &'a [(FiscalYear, Dot)],
    baseline: Option<&'a (Option<FiscalYear>, Dot)>,
}

impl Column<'_> {
    fn at(&self, year: Option<FiscalYear>) -> String {
        let own = self.dots.iter().filter(|(own, _)| Some(*own) == year);
        let own: Vec<&str> = own.map(|(_, dot)| dot.text.as_str()).collect();
        let baseline = self.baseline.filter(|(own, _)| *own == year);
        match baseline {
            _ if !own.is_empty() => own.join(words::THEN),
            Some((None, dot)) => dot.text.clone(),
            Some((Some(_), dot)) => words::as_baseline(&dot.text),
            None => String::new(),
        }
    }
}

impl TrendLine {
    /// All dots but the baseline's.
    fn dots(&self) -> impl Iterator<Item = (FiscalYear, &Dot)> {
        let kinds = [
            &self.targets,
            &self.replaced,
            &self.actuals,
            &self.without_policy,
            &self.forecast,
        ];
        kinds.into_iter().flatten().map(|(year, dot)| (*year, dot))
    }

    /// The baseline where its year is known.
    fn baseline_dot(&self) -> Option<(FiscalYear, &Dot)> {
        let (year, dot) = self.baseline.as_ref()?;
        Some(((*year)?, dot))
    }

    fn columns(&self) -> Vec<Column<'_>> {
        let column = |word, dots, baseline| Column {
            name: words::of_line(&self.name, word),
            dots,
            baseline,
        };
        let baseline = self.baseline.as_ref();
        // A forecast begins with the last actual figure, which has its own column.
        let ahead = self.forecast.get(1..).unwrap_or_default();
        let columns = [
            (true, column(words::TARGET, &self.targets, None)),
            (false, column(words::REPLACED, &self.replaced, None)),
            (true, column(words::ACTUAL, &self.actuals, baseline)),
            (false, column(words::FORECAST, ahead, None)),
            (
                false,
                column(words::WITHOUT_POLICY, &self.without_policy, None),
            ),
        ];
        let shown = columns
            .into_iter()
            .filter(|(always, column)| *always || !column.dots.is_empty());
        shown.map(|(_, column)| column).collect()
    }

    /// What the line of measured figures has in a year: 実績 or, where none was measured, the baseline.
    fn word(&self, year: FiscalYear) -> &'static str {
        match self.actuals.iter().any(|(own, _)| *own == year) {
            true => words::ACTUAL,
            false => words::BASELINE,
        }
    }

    /// Baseline and actual figures as one line.
    fn drawn(&self) -> Dots {
        let is_measured = |year: FiscalYear| self.actuals.iter().any(|(own, _)| *own == year);
        let baseline = self.baseline_dot().filter(|(year, _)| !is_measured(*year));
        let baseline = baseline.map(|(year, dot)| (year, dot.clone()));
        let mut drawn: Dots = baseline
            .into_iter()
            .chain(self.actuals.iter().cloned())
            .collect();
        drawn.sort_by_key(|(year, _)| *year);
        drawn
    }
}
