//! `indicators.csv`: every figure of every indicator, a line each.

use ::words::Word;
use ::words::site as words;
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
    let heads = columns().map(|(name, _)| name.to_owned());
    line(&mut text, &heads);
    text
}

/// The lines of these indicators, counted in the order of the plan.
pub fn some(text: &mut String, s: &Strategy, which: std::ops::Range<usize>) {
    let groups = s.series.by_parent();
    let period = s.about().period;
    let all = s.indicators.sorted().into_iter();
    for indicator in all.skip(which.start).take(which.len()) {
        for series in groups.under(indicator.id) {
            let unit = time_series(indicator, series, period).unit;
            let of = Of {
                indicator,
                series,
                unit,
            };
            of.lines(text);
        }
    }
}

/// The columns of the table of indicators, and what each holds.
pub fn columns() -> [(&'static str, &'static str); 12] {
    [
        (words::csv_indicator(), words::told_indicator()),
        (words::csv_code(), words::told_code()),
        (words::csv_name(), words::told_name()),
        (words::csv_series_id(), words::told_series_id()),
        (words::csv_series(), words::told_series()),
        (words::csv_unit(), words::told_unit()),
        (words::csv_kind(), words::told_kind()),
        (words::csv_year(), words::told_year()),
        (words::csv_value(), words::told_value()),
        (words::csv_text(), words::told_text()),
        (words::csv_missing(), words::told_missing()),
        (words::csv_owner(), words::told_owner()),
    ]
}

struct Of<'a> {
    indicator: &'a Indicator,
    series: &'a Series,
    unit: String,
}

impl Of<'_> {
    fn lines(&self, text: &mut String) {
        let one = self.series;
        if let Some(baseline) = &one.baseline {
            let year = baseline.at.as_ref().and_then(At::year);
            self.line(text, words::csv_baseline(), year, &baseline.figure);
        }
        let kinds = [
            (words::csv_target(), &one.targets),
            (words::csv_actual(), &one.actuals),
            (words::csv_without(), &one.without_policy),
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
