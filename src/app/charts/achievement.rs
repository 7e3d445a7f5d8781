//! 進捗率の棒: the progress of each indicator from its baseline to its target.

use charming::Chart;
use charming::component::{Axis, Grid};
use charming::datatype::DataPointItem;
use charming::element::{AxisType, ItemStyle, LineStyle, LineStyleType, Tooltip, Trigger};
use charming::series::Bar;
use serde_json::{Value, json};

use super::bar_rows::BarRows;
use super::text_metrics::{folded, number, width};
use super::{Canvas, ChartDrawing, ChartTable, Draw, Marker};
use ::words::charts as words;
use strategy::{Tone, sort};

/// 進捗率 of many indicators side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Achievement {
    /// Indicators in order; those with a rate are drawn, the worst first.
    pub rows: Vec<AchievementRow>,
    /// 経過率 of the period, in %; drawn as a reference line.
    pub elapsed: Option<f64>,
}

/// 進捗率 of one indicator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AchievementRow {
    /// 指標名.
    pub title: String,
    /// 進捗率 in %; `None` if there is none.
    pub percent: Option<f64>,
    /// Rate as printed (△77.5 %), or why there is none (範囲を保つ指標, 実績なし).
    pub printed: String,
    /// Rating.
    pub marker: Option<Marker>,
}

/// Ends of the scale, in %: a longer bar would make all others short, so it is cut, with a note.
const ENDS: (f64, f64) = (-50.0, 150.0);
const LABEL: f64 = 12.0;
/// Room for 「目標 100」, in px.
const BESIDE: i32 = 46;

impl Draw for Achievement {
    fn table(&self) -> ChartTable {
        let head = [words::indicator(), words::progress(), words::rating()];
        let rows = self.rows.iter().map(|row| {
            let marker = row.marker.as_ref().map(Marker::text).unwrap_or_default();
            (row.title.clone(), vec![row.printed.clone(), marker])
        });
        ChartTable {
            head: head.map(str::to_owned).to_vec(),
            text_columns: 1,
            rows: rows.collect(),
        }
    }

    fn draw(&self, canvas: &Canvas) -> ChartDrawing {
        let bars = self.bars();
        let titles = bars.iter().map(|row| row.title.as_str()).collect();
        let mut rows = BarRows::new(titles, canvas);
        let scale = self.scale();
        // If the scale ends with the target, its text is outside.
        let beside = if scale.1 > 100.0 { 0 } else { BESIDE };
        rows.right -= f64::from(beside);
        let across = Axis::new()
            .type_(AxisType::Value)
            .min(scale.0)
            .max(scale.1)
            .interval(50.0);
        let chart = Chart::new()
            .grid(
                Grid::new()
                    .left(rows.left)
                    .right(8 + beside)
                    .top(24)
                    .bottom(24),
            )
            .x_axis(across)
            .y_axis(rows.axis())
            .tooltip(Tooltip::new().trigger(Trigger::Item).formatter("{b}"))
            .series(drawn(&bars, &rows, canvas, scale));
        let beyond = self.beyond(&bars, &rows, canvas, scale);
        ChartDrawing::new(&chart, beyond, 48 + rows.height()).noting(self.notes())
    }
}

impl Achievement {
    /// Returns the scale, from 0 (or the worst) to 100 (or the best) in steps of 50, within [`ENDS`].
    fn scale(&self) -> (f64, f64) {
        let rates = self.rows.iter().filter_map(|row| row.percent);
        let (low, high) = rates.fold((0.0_f64, 100.0_f64), |(low, high), rate| {
            (low.min(rate), high.max(rate))
        });
        let low = (low / 50.0).floor() * 50.0;
        let high = (high / 50.0).ceil() * 50.0;
        (low.max(ENDS.0), high.min(ENDS.1))
    }

    /// Returns the rows that have a rate, the worst first.
    fn bars(&self) -> Vec<&AchievementRow> {
        let mut bars: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.percent.is_some())
            .collect();
        let percent = |row: &AchievementRow| row.percent.unwrap_or_default();
        sort::by(&mut bars, |a, b| percent(a).total_cmp(&percent(b)));
        bars
    }

    /// Returns the rates beside the bars, the patterns, and the lines of the target and of the elapsed time.
    fn beyond(
        &self,
        bars: &[&AchievementRow],
        rows: &BarRows,
        canvas: &Canvas,
        scale: (f64, f64),
    ) -> Value {
        let px = rows.room() / (scale.1 - scale.0);
        let lines = self.elapsed.filter(|percent| *percent < 100.0);
        let lines = lines.into_iter().chain([100.0]);
        let lines: Vec<f64> = lines.map(|at| (at - scale.0) * px).collect();
        let item = |row: &&AchievementRow| {
            let shown = row.percent.unwrap_or_default().max(scale.0).min(scale.1);
            let text = row.value_label();
            // A positive bar has space to its right, a negative one beyond the zero line.
            let end = (shown.max(0.0) - scale.0) * px;
            let long = width(&text) * LABEL + 8.0;
            // Prefer a place off the lines of the target and of the elapsed time.
            let is_free = |from: f64, to: f64| !lines.iter().any(|line| (from..to).contains(line));
            let fits = rows.room() - end >= long
                && (is_free(end, end + long) || !is_free(end - long, end) || end < long);
            let inside = &canvas.palette.tone(row.tone()).text;
            json!({
                "label": {
                    "formatter": text,
                    "position": if shown < 0.0 || fits { "right" } else { "insideRight" },
                    "color": if shown < 0.0 || fits { &canvas.palette.ink } else { inside },
                    "textBorderColor": canvas.palette.background,
                    "textBorderWidth": if shown < 0.0 || fits { 3 } else { 0 },
                },
                "itemStyle": {"decal": canvas.palette.decal(row.tone())},
            })
        };
        let line = |at: f64, text: String, style: &str| {
            // The texts of close lines are placed on opposite sides.
            let side = if style == "solid" { "left" } else { "right" };
            let label = json!({"formatter": text, "color": canvas.palette.ink_2, "fontSize": 11, "position": "start", "align": side});
            let style = LineStyle::new()
                .color(canvas.palette.ink_3.as_str())
                .width(1.0)
                .type_(if style == "solid" {
                    LineStyleType::Solid
                } else {
                    LineStyleType::Dashed
                });
            json!({"xAxis": at, "label": label, "lineStyle": style})
        };
        let elapsed = self.elapsed.filter(|percent| *percent < 100.0);
        let elapsed = elapsed.map(|at| line(at, words::elapsed(number(at)), "dashed"));
        let target = line(100.0, words::at_target().to_owned(), "solid");
        let marks: Vec<Value> = elapsed.into_iter().chain([target]).collect();
        json!({
            "series": [{
                "data": rows.data_beyond(bars.iter().map(item)),
                "label": {"show": true, "fontSize": LABEL},
                "markLine": {"silent": true, "z": 1, "symbol": ["none", "none"], "data": marks},
            }],
            "yAxis": rows.axis_beyond(canvas),
        })
    }

    fn notes(&self) -> Vec<String> {
        let is_cut = |row: &&AchievementRow| {
            row.percent
                .is_some_and(|percent| !(ENDS.0..=ENDS.1).contains(&percent))
        };
        let cut: Vec<String> = self
            .rows
            .iter()
            .filter(is_cut)
            .map(|row| words::cut_title(folded(&row.title, 20.0, 1).concat()))
            .collect();
        let cut = (!cut.is_empty()).then(|| words::bar_cut(cut.join(words::between_titles())));
        std::iter::once(words::progress_note().to_owned())
            .chain(cut)
            .chain(self.without_bars())
            .collect()
    }

    /// Names the rows without a rate, by reason.
    fn without_bars(&self) -> Vec<String> {
        let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
        for row in self.rows.iter().filter(|row| row.percent.is_none()) {
            match reasons.iter_mut().find(|(why, _)| *why == row.printed) {
                Some((_, titles)) => titles.push(&row.title),
                None => reasons.push((&row.printed, vec![&row.title])),
            }
        }
        let notes = reasons
            .iter()
            .map(|(why, titles)| words::without_bar(why, titles));
        notes.collect()
    }
}

fn drawn(bars: &[&AchievementRow], rows: &BarRows, canvas: &Canvas, scale: (f64, f64)) -> Bar {
    let item = |row: &&AchievementRow| {
        let fill = canvas.palette.tone(row.tone());
        let shown = row.percent.unwrap_or_default().max(scale.0).min(scale.1);
        let name = words::of_row(&row.title, &row.value_label());
        let style = ItemStyle::new().color(fill.back.as_str());
        DataPointItem::new(shown)
            .name(name)
            .item_style(style)
            .into()
    };
    Bar::new()
        .bar_width(18)
        .data(rows.data(bars.iter().map(item)))
}

impl AchievementRow {
    fn tone(&self) -> Tone {
        self.marker
            .as_ref()
            .map_or(Tone::None, |marker| marker.tone)
    }

    /// Returns the rate and the mark, as they are shown beside the bar.
    fn value_label(&self) -> String {
        match &self.marker {
            Some(marker) => format!("{} {}", marker.mark, self.printed),
            None => self.printed.clone(),
        }
    }
}
