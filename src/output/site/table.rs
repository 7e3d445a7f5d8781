//! `indicators.csv`: every figure of every indicator, a line each; and the same of one indicator.

use std::sync::Arc;

use ::words::{Word, csv, site as words};
use format::csv::{MARK, line};
use insight::time_series::time_series;
use insight::unit::value_in;
use strategy::*;

/// Its name in the folder.
pub const TABLE: &str = "indicators.csv";
/// The same for spreadsheets, by its name in the folder.
pub const WORKBOOK: &str = "indicators.xlsx";

/// The table with a mark that says it is UTF-8, as spreadsheets want it.
pub fn csv(s: &Strategy) -> String {
    let mut text = head();
    some(&mut text, s, 0..usize::MAX);
    text
}

/// The line of its heads.
pub fn head() -> String {
    let mut text = String::from(MARK);
    line(&mut text, &heads().map(str::to_owned));
    text
}

/// The lines of these indicators, counted in the order of the plan.
pub fn some(text: &mut String, s: &Strategy, which: std::ops::Range<usize>) {
    let groups = s.series.by_parent();
    let period = s.about().period;
    let all = s.indicators.sorted().into_iter();
    for indicator in all.skip(which.start).take(which.len()) {
        for series in groups.under(indicator.id) {
            TableOf::new(indicator, series, period).lines(text);
        }
    }
}

/// The path of the table of one indicator in the folder.
pub fn own_path(id: Id<Indicator>) -> String {
    format!("indicators/{id}.csv")
}

/// The table of one indicator of these series, under the same heads.
pub fn own_csv(indicator: &Indicator, series: &[Arc<Series>], period: Period) -> String {
    let mut text = head();
    for one in series {
        TableOf::new(indicator, one, period).lines(&mut text);
    }
    text
}

/// The heads of the table of indicators.
fn heads() -> [&'static str; 12] {
    [
        csv::indicator(),
        csv::code(),
        csv::name(),
        csv::series_id(),
        csv::series(),
        csv::unit(),
        csv::kind(),
        csv::year(),
        csv::value(),
        csv::text(),
        csv::missing(),
        csv::owner(),
    ]
}

/// The columns of the table of indicators, and what each holds.
pub fn columns() -> [(&'static str, &'static str); 12] {
    let told = [
        words::told_indicator(),
        words::told_code(),
        words::told_name(),
        words::told_series_id(),
        words::told_series(),
        words::told_unit(),
        words::told_kind(),
        words::told_year(),
        words::told_value(),
        words::told_text(),
        words::told_missing(),
        words::told_owner(),
    ];
    let mut told = told.into_iter();
    heads().map(|head| (head, told.next().unwrap_or_default()))
}

struct TableOf<'a> {
    indicator: &'a Indicator,
    series: &'a Series,
    unit: String,
}

impl<'a> TableOf<'a> {
    fn new(indicator: &'a Indicator, series: &'a Series, period: Period) -> Self {
        Self {
            indicator,
            series,
            unit: time_series(indicator, series, period).unit,
        }
    }

    fn lines(&self, text: &mut String) {
        let one = self.series;
        if let Some(baseline) = &one.baseline {
            let year = baseline.at.as_ref().and_then(At::year);
            self.line(text, csv::baseline(), year, &baseline.figure);
        }
        let kinds = [
            (csv::target(), &one.targets),
            (csv::actual(), &one.actuals),
            (csv::without(), &one.without_policy),
        ];
        for (kind, figures) in kinds {
            for (year, figure) in figures {
                self.line(text, kind, Some(*year), figure);
            }
        }
    }

    fn line(&self, text: &mut String, kind: &str, year: Option<FiscalYear>, figure: &Figure) {
        let number = figure.number();
        let value = number.and_then(|number| value_in(number, &self.unit));
        let why = figure.missing().map_or("", |one| one.word());
        let unit = match self.unit.as_str() {
            "" => self.indicator.unit.clone(),
            unit => unit.to_owned(),
        };
        let cells = [
            self.indicator.id.to_string(),
            self.indicator.code.clone(),
            self.indicator.name.clone(),
            self.series.id.to_string(),
            self.series.name.clone(),
            unit,
            kind.to_owned(),
            year.map(|year| year.0.to_string()).unwrap_or_default(),
            value.map(|value| value.to_string()).unwrap_or_default(),
            figure.text().to_owned(),
            why.to_owned(),
            self.indicator.owner.clone(),
        ];
        line(text, &cells);
    }
}
