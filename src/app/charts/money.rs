//! 金額の棒: budgets and settled amounts by year, goal, 財源 or 方向性.

use charming::Chart;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{AxisType, ItemStyle, Label, LabelPosition, Symbol, Tooltip, Trigger};
use charming::series::{Bar, Line};
use serde_json::{Value, json};

use super::text_metrics::{folded, legend_height, number, width};
use super::{Canvas, ChartDrawing, ChartTable, Draw, Scale};
use ::words::charts as words;
use ::words::number::grouped;

/// Amounts in columns, each made of parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoneyBars {
    /// Columns along the bottom: years, goals.
    pub columns: Vec<String>,
    /// Parts of each column: goals, 財源, 方向性, or 予算 and 決算.
    pub parts: Vec<MoneyPart>,
    /// Layout of the parts: stacked to a whole, or side by side.
    pub layout: BarLayout,
    /// Notes: if 再掲 is counted, and the amounts that are not broken down.
    pub notes: Vec<String>,
}

/// Layout of the parts of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BarLayout {
    /// Stacked: they add up, and their 計 is written above.
    #[default]
    Stacked,
    /// Side by side: 予算 and 決算.
    Grouped,
}

/// One part of every column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoneyPart {
    /// 基本目標1, 国庫支出金, 拡充 …
    pub name: String,
    /// Amounts in 千円, in the order of the columns; `None` if there is no amount.
    pub amounts: Vec<Option<i64>>,
}

impl MoneyPart {
    fn amount(&self, column: usize) -> Option<i64> {
        self.amounts.get(column).copied().flatten()
    }
}

/// Unit of an axis: its name, and its size in 千円.
type CountedMoney = (&'static str, f64);

const HEIGHT: u32 = 320;

impl Draw for MoneyBars {
    fn table(&self) -> ChartTable {
        let print = |amount: Option<i64>| amount.map_or(words::no_amount().to_owned(), grouped);
        let row = |part: &MoneyPart| {
            let cells = (0..self.columns.len()).map(|column| print(part.amount(column)));
            (part.name.clone(), cells.collect())
        };
        let total = || {
            let cells = (0..self.columns.len()).map(|column| print(self.total(column)));
            (words::total().to_owned(), cells.collect())
        };
        let is_whole = self.layout == BarLayout::Stacked && !self.parts.is_empty();
        let head = std::iter::once(words::division().to_owned());
        ChartTable {
            head: head.chain(self.columns.iter().cloned()).collect(),
            text_columns: 1,
            rows: self
                .parts
                .iter()
                .map(row)
                .chain(is_whole.then(total))
                .collect(),
        }
    }

    fn draw(&self, canvas: &Canvas) -> ChartDrawing {
        let tops: Vec<f64> = match self.layout {
            BarLayout::Stacked => self.ends().collect(),
            BarLayout::Grouped => self.all().map(|amount| amount as f64).collect(),
        };
        let unit = counted(&tops);
        let scale = Scale::from_zero(tops.iter().map(|top| top / unit.1));
        let names: Vec<String> = (0..self.parts.len())
            .map(|at| self.legend_name(at))
            .collect();
        let legend = legend_height(names.iter().map(String::as_str), canvas.width);
        let top = legend + 30;
        let up = Axis::new()
            .type_(AxisType::Value)
            .name(words::unit(unit.0))
            .min(scale.min)
            .max(scale.max)
            .interval(scale.step);
        let grid = Grid::new()
            .left(4)
            .right(8)
            .top(top as i32)
            .bottom(4)
            .contain_label(true);
        let mut chart = Chart::new()
            .legend(Legend::new().data(names))
            .grid(grid)
            .x_axis(
                Axis::new()
                    .type_(AxisType::Category)
                    .data(self.titles(canvas)),
            )
            .y_axis(up)
            .tooltip(Tooltip::new().trigger(Trigger::Item).formatter("{b}"));
        for at in 0..self.parts.len() {
            chart = chart.series(self.bar(at, unit, canvas));
        }
        if self.layout == BarLayout::Stacked {
            chart = chart.series(self.totals(unit, canvas));
        }
        let beyond = self.beyond(unit, canvas);
        ChartDrawing::new(&chart, beyond, HEIGHT + legend).noting(self.all_notes(unit))
    }
}

impl MoneyBars {
    fn all(&self) -> impl Iterator<Item = i64> {
        self.parts
            .iter()
            .flat_map(|part| part.amounts.iter().flatten().copied())
    }

    fn total(&self, column: usize) -> Option<i64> {
        let amounts = self.parts.iter().filter_map(|part| part.amount(column));
        amounts.fold(None, |sum: Option<i64>, amount| {
            Some(sum.unwrap_or_default().saturating_add(amount))
        })
    }

    /// Returns the highest and the lowest end of each stack.
    fn ends(&self) -> impl Iterator<Item = f64> {
        (0..self.columns.len()).flat_map(|column| {
            let amounts = self
                .parts
                .iter()
                .filter_map(move |part| part.amount(column));
            let (up, down): (Vec<i64>, Vec<i64>) = amounts.partition(|amount| *amount > 0);
            let sum = |part: Vec<i64>| part.into_iter().map(|amount| amount as f64).sum::<f64>();
            [sum(up), sum(down)]
        })
    }

    /// Cuts long names; the table shows them in full. The number distinguishes names with the same start.
    fn legend_name(&self, at: usize) -> String {
        let name = folded(&self.parts[at].name, 20.0, 1).concat();
        let is_taken = self.parts[..at]
            .iter()
            .any(|other| folded(&other.name, 20.0, 1).concat() == name);
        if is_taken {
            format!("{name} ({})", at + 1)
        } else {
            name
        }
    }

    fn titles(&self, canvas: &Canvas) -> Vec<String> {
        let room = (canvas.width - 60.0) / self.columns.len().max(1) as f64 / 12.0 - 0.5;
        self.columns
            .iter()
            .map(|column| folded(column, room.max(2.0), 3).join("\n"))
            .collect()
    }

    fn bar(&self, at: usize, unit: CountedMoney, canvas: &Canvas) -> Bar {
        let part = &self.parts[at];
        let fill = canvas.palette.hue(at);
        let item = |(column, title): (usize, &String)| {
            let amount = part.amount(column);
            let printed = amount.map_or(words::no_amount().to_owned(), grouped);
            let value = amount.map(|amount| amount as f64 / unit.1);
            DataPointItem::new(value).name(words::amount(title, &part.name, &printed))
        };
        let style = ItemStyle::new()
            .color(fill.back.as_str())
            .border_color(canvas.palette.background.as_str())
            .border_width(1.0);
        let bar = Bar::new()
            .name(self.legend_name(at))
            .item_style(style)
            .data(
                self.columns
                    .iter()
                    .enumerate()
                    .map(item)
                    .collect::<Vec<_>>(),
            );
        match self.layout {
            BarLayout::Stacked => bar.stack("parts"),
            BarLayout::Grouped => bar.label(written(canvas)),
        }
    }

    /// Returns the 計 above each column.
    fn totals(&self, unit: CountedMoney, canvas: &Canvas) -> Line {
        let place = |column: usize| {
            let above = self.parts.iter().filter_map(|part| part.amount(column));
            let above: i64 = above.filter(|amount| *amount > 0).sum();
            let place: Vec<CompositeValue> =
                vec![(column as i64).into(), (above as f64 / unit.1).into()];
            DataPointItem::new(place)
        };
        Line::new()
            .symbol(Symbol::Circle)
            .symbol_size(0.01)
            .silent(true)
            .label(written(canvas))
            .data((0..self.columns.len()).map(place).collect::<Vec<_>>())
    }

    /// Returns the patterns, and the amounts at the columns.
    fn beyond(&self, unit: CountedMoney, canvas: &Canvas) -> Value {
        let shown = |amount: Option<i64>| number_in(amount, unit);
        let room = (canvas.width - 60.0) / self.columns.len().max(1) as f64;
        let bars = self.parts.iter().enumerate().map(|(at, part)| {
            let each = room * 0.7 / self.parts.len() as f64;
            let label = |column: usize| {
                let text = shown(part.amount(column));
                let fits = width(&text) * 11.0 <= each + 6.0;
                json!({"label": {"formatter": text, "show": fits && self.layout == BarLayout::Grouped}})
            };
            let data: Vec<Value> = (0..self.columns.len()).map(label).collect();
            json!({"data": data, "itemStyle": {"decal": canvas.palette.pattern(at)}})
        });
        let totals = (0..self.columns.len()).map(|column| {
            let text = shown(self.total(column));
            json!({"label": {"show": width(&text) * 11.0 <= room + 4.0, "formatter": text}})
        });
        let totals = json!({"data": totals.collect::<Vec<_>>(), "lineStyle": {"opacity": 0}});
        let has_totals = self.layout == BarLayout::Stacked;
        let series: Vec<Value> = bars.chain(has_totals.then_some(totals)).collect();
        json!({
            "series": series,
            "xAxis": {"axisLabel": {"interval": 0, "lineHeight": 16}},
            "yAxis": {"nameTextStyle": {"align": "left"}, "nameGap": 12},
        })
    }

    fn all_notes(&self, unit: CountedMoney) -> Vec<String> {
        let differs = unit.0 != words::in_thousands();
        let table = differs.then(|| words::table_in_thousands().to_owned());
        self.notes.iter().cloned().chain(table).collect()
    }
}

/// Returns the unit that keeps the numbers of the axis short.
fn counted(tops: &[f64]) -> CountedMoney {
    let most = tops.iter().fold(0.0_f64, |most, top| most.max(top.abs()));
    match most {
        most if most >= 1_000_000.0 => (words::in_hundred_millions(), 100_000.0),
        most if most >= 10_000.0 => (words::in_millions(), 1_000.0),
        _ => (words::in_thousands(), 1.0),
    }
}

/// Returns an amount in the unit of the axis, with three significant digits if there are decimals.
fn number_in(amount: Option<i64>, unit: CountedMoney) -> String {
    let Some(amount) = amount else {
        return String::new();
    };
    let value = amount as f64 / unit.1;
    let digits = match value.abs() {
        size if size >= 100.0 => 1.0,
        size if size >= 10.0 => 10.0,
        _ => 100.0,
    };
    number((value * digits).round() / digits)
}

fn written(canvas: &Canvas) -> Label {
    Label::new()
        .show(true)
        .position(LabelPosition::Top)
        .color(canvas.palette.ink.as_str())
        .font_size(11.0)
}
