//! 値: a figure as it is drawn and as it is printed.

use rust_decimal::prelude::ToPrimitive;

use insight::time_series::TimeSeries;
use strategy::{Figure, FiscalYear};
use words::number::shown;

/// A figure on a chart. One without a value is not drawn; its text says why.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// The value, in the unit of the chart.
    pub value: Option<f64>,
    /// As printed: 1.20, △40, 集計中.
    pub text: String,
}

/// Data by year, in the order of the years.
pub type YearlyData = Vec<(FiscalYear, Datum)>;

impl Datum {
    /// A figure at its height among those of its series.
    pub fn of(figure: &Figure, series: &TimeSeries) -> Self {
        Self {
            value: series.value(figure).and_then(|value| value.to_f64()),
            text: shown(figure.text()),
        }
    }
}
