//! The series renderer of a [`Trend`]: its lines as ECharts draws them.

use charming::Chart;
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{
    Color, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, MarkLine, MarkLineData,
    MarkLineVariant, Symbol,
};
use charming::series::{Line, Scatter};

use crate::charts::{Canvas, Datum, Palette, Scale, Trend, TrendLine, YearlyData};
use ::words::YearForms;
use ::words::charts as words;
use output::chart::{LETTER, Plot, RIGHT, TakenAreas, town_offset};
use strategy::{FiscalYear, Tone};

const MARK: f64 = 9.0;
/// Icon of a path in the legend: dashed; ECharts would put a dot on it.
pub(super) const DASHES: &str = "path://M0 5h7v2h-7zM10 5h7v2h-7zM20 5h7v2h-7z";

/// Symbol of the nth series, on the chart and (not stretched) in the legend.
const SYMBOLS: [(Symbol, &str); 4] = [
    (Symbol::Circle, "circle"),
    (Symbol::Diamond, "path://M6 0L12 6L6 12L0 6Z"),
    (Symbol::Triangle, "path://M6 0L12 12L0 12Z"),
    (Symbol::Rect, "path://M0 0H12V12H0Z"),
];

pub(super) fn symbol(at: usize) -> &'static (Symbol, &'static str) {
    &SYMBOLS[at % SYMBOLS.len()]
}

/// Draws the series of one chart.
pub(super) struct SeriesRenderer<'a> {
    trend: &'a Trend,
    pub(super) palette: &'a Palette,
    pub(super) years: Vec<FiscalYear>,
    pub(super) scale: Scale,
    plot: Plot,
}

impl<'a> SeriesRenderer<'a> {
    /// Makes a renderer for a plot with this much space above and to its right, on a canvas of this height.
    pub(super) fn new(trend: &'a Trend, canvas: &'a Canvas, top: f64, height: f64) -> Self {
        let years = trend.years();
        let scale = Scale::around(trend.values().iter().copied());
        Self {
            trend,
            palette: &canvas.palette,
            plot: Plot::new(&years, scale, (canvas.width, height), RIGHT, top),
            years,
            scale,
        }
    }

    pub(super) fn line(&self, chart: Chart, at: usize, line: &TrendLine) -> Chart {
        let colour = self.colour(at, line);
        let drawn = line.drawn();
        let chart = chart
            .series(self.actual(at, line, &drawn, &colour))
            .series(self.path(line, at))
            .series(self.replaced(line, at))
            .series(self.targets(line, at))
            .series(self.guess(line, &line.forecast, words::forecast(), &colour))
            .series(self.guess(
                line,
                &line.without_policy,
                words::without_policy(),
                &self.palette.ink_3,
            ));
        let others = line.others.iter();
        let chart = others.fold(chart, |chart, (town, data)| {
            let chart = chart.series(self.other(line, town, data));
            let last = data.iter().rev();
            match last.into_iter().find(|(_, datum)| datum.value.is_some()) {
                Some((year, datum)) => {
                    let label = self
                        .label(town, LabelPosition::Inside, &self.palette.ink_2)
                        .offset(town_offset(town));
                    let place: Vec<CompositeValue> = vec![year.short().into(), datum.value.into()];
                    chart.series(written(label, DataPointItem::new(place)))
                }
                None => chart,
            }
        });
        let chart = self.reasons(chart, line);
        match self.trend.lines.len() {
            1 => self.ends(chart, line, &drawn, &colour),
            _ => chart,
        }
    }

    fn colour(&self, at: usize, line: &TrendLine) -> String {
        match (self.trend.lines.len(), line.tone) {
            (1, Some(Tone::Bad)) => self.palette.bad.clone(),
            (1, _) => self.palette.main.clone(),
            _ => self.palette.hue(at).back.clone(),
        }
    }

    fn aim(&self, at: usize) -> String {
        match self.trend.lines.len() {
            1 => self.palette.aim.clone(),
            _ => self.palette.hue(at).back.clone(),
        }
    }

    fn actual(&self, at: usize, line: &TrendLine, drawn: &YearlyData, colour: &str) -> Line {
        let mut series = Line::new()
            .name(words::of_line(&line.name, words::actual()))
            .symbol(symbol(at).0.clone())
            .symbol_size(MARK)
            .line_style(LineStyle::new().color(colour).width(2.5))
            .item_style(ItemStyle::new().color(colour))
            .data(self.cut(drawn, line));
        if at == 0 {
            series = series.mark_line(self.events());
        }
        series
    }

    fn path(&self, line: &TrendLine, at: usize) -> Line {
        let points = line.path.iter().map(|(year, value)| {
            let place = CompositeValue::from(year.short());
            DataPoint::from(vec![place, CompositeValue::from(*value)])
        });
        Line::new()
            .name(words::of_line(&line.name, words::path()))
            .symbol(Symbol::None)
            .silent(true)
            .line_style(
                LineStyle::new()
                    .color(self.aim(at))
                    .width(1.5)
                    .type_(LineStyleType::Dashed),
            )
            .item_style(ItemStyle::new().color(self.aim(at)))
            .data(points.collect())
    }

    fn targets(&self, line: &TrendLine, at: usize) -> Scatter {
        let points = line
            .targets
            .iter()
            .map(|(year, datum)| self.point(*year, datum, line, words::target()));
        Scatter::new()
            .name(words::of_line(&line.name, words::target()))
            .symbol(symbol(at).0.clone())
            .symbol_size(MARK + 2.0)
            .item_style(hollow(&self.aim(at), &self.palette.background))
            .data(points.collect())
    }

    /// Returns the targets before they were changed.
    fn replaced(&self, line: &TrendLine, at: usize) -> Scatter {
        let points = line
            .replaced
            .iter()
            .map(|(year, datum)| self.point(*year, datum, line, words::replaced()));
        Scatter::new()
            .name(words::of_line(&line.name, words::replaced()))
            .symbol(symbol(at).0.clone())
            .symbol_size(MARK)
            .item_style(hollow(&self.palette.ink_3, &self.palette.background))
            .data(points.collect())
    }

    fn guess(&self, line: &TrendLine, data: &YearlyData, word: &str, colour: &str) -> Line {
        let points = data
            .iter()
            .map(|(year, datum)| self.point(*year, datum, line, word));
        Line::new()
            .z(1)
            .name(words::of_line(&line.name, word))
            .symbol(match word == words::forecast() {
                true => Symbol::Diamond,
                false => Symbol::Triangle,
            })
            .symbol_size(MARK - 2.0)
            .line_style(
                LineStyle::new()
                    .color(colour)
                    .width(1.5)
                    .type_(LineStyleType::Dotted),
            )
            .item_style(hollow(colour, &self.palette.background))
            .data(points.collect())
    }

    /// Returns the line of another town: thin, behind the others.
    fn other(&self, line: &TrendLine, town: &str, data: &YearlyData) -> Line {
        let points = data
            .iter()
            .map(|(year, datum)| self.point(*year, datum, line, town));
        Line::new()
            .z(0)
            .name(words::of_line(&line.name, town))
            .symbol(Symbol::Circle)
            .symbol_size(4.0)
            .line_style(
                LineStyle::new()
                    .color(self.palette.ink_3.as_str())
                    .width(1.0),
            )
            .item_style(ItemStyle::new().color(self.palette.ink_3.as_str()))
            .data(points.collect())
    }

    /// Returns the points of a line, with a gap where a figure is missing and before each break.
    fn cut(&self, data: &YearlyData, line: &TrendLine) -> Vec<DataPoint> {
        let all = self.trend.with_gaps(data).into_iter();
        let point = |(year, datum): (FiscalYear, Option<&Datum>)| match datum {
            Some(datum) => self.point(year, datum, line, line.word(year)),
            None => gap(year),
        };
        all.map(point).collect()
    }

    fn point(&self, year: FiscalYear, datum: &Datum, line: &TrendLine, word: &str) -> DataPoint {
        let Some(value) = datum.value else {
            return gap(year);
        };
        let name = words::point(
            year,
            &words::of_line(&line.name, word),
            &datum.text,
            &self.trend.unit,
        );
        let place: Vec<CompositeValue> = vec![year.short().into(), value.into()];
        DataPointItem::new(place).name(name).into()
    }

    /// Writes why a year has no point, at the place of that point.
    fn reasons(&self, chart: Chart, line: &TrendLine) -> Chart {
        let missing = line
            .actuals
            .iter()
            .filter(|(_, datum)| datum.value.is_none());
        missing.fold(chart, |chart, (year, datum)| {
            let text = words::of_line(&line.name, &datum.text);
            let label = self.label(&text, LabelPosition::Top, &self.palette.ink_2);
            let place: Vec<CompositeValue> = vec![year.short().into(), self.scale.min.into()];
            chart.series(written(label, DataPointItem::new(place)))
        })
    }

    /// Writes the last actual figure and the last target beside their points, away from every line.
    fn ends(&self, chart: Chart, line: &TrendLine, drawn: &YearlyData, colour: &str) -> Chart {
        let last = |data: &YearlyData| {
            let mut known = data.iter().rev().filter(|(_, datum)| datum.value.is_some());
            known.next().cloned()
        };
        let word = |(year, _): &(FiscalYear, Datum)| line.word(*year);
        let actual = last(drawn);
        let word = actual.as_ref().map_or(words::actual(), word);
        let ends = [
            (actual, colour, word),
            (last(&line.targets), &self.palette.ink_2, words::target()),
        ];
        let mut taken = self.taken(line, drawn);
        ends.into_iter()
            .fold(chart, |chart, (end, colour, word)| match end {
                Some((year, datum)) => {
                    let text = words::end(word, &datum.text);
                    let point = self.plot.at(year, datum.value.unwrap_or_default());
                    let label = self
                        .label(&text, LabelPosition::Inside, colour)
                        .offset(taken.place(&self.plot, &text, point));
                    let place: Vec<CompositeValue> = vec![year.short().into(), datum.value.into()];
                    chart.series(written(label, DataPointItem::new(place)))
                }
                None => chart,
            })
    }

    /// Returns the areas of the plot that are taken already.
    fn taken(&self, line: &TrendLine, drawn: &YearlyData) -> TakenAreas {
        let mut taken = TakenAreas::by(line, drawn, &self.plot);
        for (year, datum) in line
            .actuals
            .iter()
            .filter(|(_, datum)| datum.value.is_none())
        {
            let text = words::of_line(&line.name, &datum.text);
            taken.above(&text, self.plot.at(*year, self.scale.min));
        }
        taken
    }

    fn label(&self, text: &str, position: LabelPosition, colour: &str) -> Label {
        Label::new()
            .show(true)
            .position(position)
            .formatter(text)
            .color(colour)
            .font_size(LETTER)
    }

    /// Returns 目標変更 and 定義変更 as vertical lines.
    fn events(&self) -> MarkLine {
        let changes = self
            .trend
            .changes
            .iter()
            .filter(|(year, _)| self.years.contains(year))
            .map(|(year, _)| (*year, words::target_changed()));
        let breaks = self
            .trend
            .breaks
            .iter()
            .map(|year| (*year, words::r#break()));
        let data = changes.chain(breaks).map(|(year, word)| {
            let label = Label::new()
                .show(true)
                .formatter(word)
                .color(self.palette.ink_2.as_str())
                .font_size(11.0);
            MarkLineVariant::Simple(MarkLineData::new().x_axis(year.short()).label(label))
        });
        MarkLine::new()
            .silent(true)
            .symbol(vec![Symbol::None, Symbol::None])
            .line_style(
                LineStyle::new()
                    .color(self.palette.line_2.as_str())
                    .width(1.0)
                    .type_(LineStyleType::Dashed),
            )
            .data(data.collect())
    }
}

/// Returns a text at a place, without a symbol.
fn written(label: Label, place: DataPointItem) -> Line {
    Line::new()
        .symbol(Symbol::Circle)
        .symbol_size(0.01)
        .silent(true)
        .label(label)
        .data(vec![place])
}

fn gap(year: FiscalYear) -> DataPoint {
    let none: Option<f64> = None;
    let place: Vec<CompositeValue> = vec![year.short().into(), none.into()];
    DataPoint::from(place)
}

fn hollow(colour: &str, background: &str) -> ItemStyle {
    ItemStyle::new()
        .color(Color::from(background))
        .border_color(colour)
        .border_width(1.5)
}
