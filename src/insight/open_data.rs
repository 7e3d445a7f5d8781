//! Figures of published data beside those of the plan: which are new, which differ (I94, I95); those of other towns (I121).

use std::collections::{BTreeMap, BTreeSet};

use crate::unit;
use rust_decimal::Decimal;
use strategy::{
    Figure, FiscalYear, Indicator, Missing, Number, Reading, Series, Strategy, with_commas,
};

/// A figure of a file beside that of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedFigure {
    /// Its year.
    pub year: FiscalYear,
    /// The figure of the plan; `None`: it has none.
    pub old: Option<Figure>,
    /// The figure of the file, in the unit of the indicator.
    pub new: Figure,
    /// Relation of the two.
    pub standing: Standing,
}

/// Relation of a figure of a file to that of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The plan has none, or waits for one.
    New,
    /// They say the same.
    Same,
    /// They differ: it is asked.
    Differs,
    /// It is of a unit that does not count what the indicator counts: it is asked.
    OtherUnit,
    /// It is not understood: it is asked.
    Unread,
    /// The year is closed.
    Closed,
}

impl Standing {
    /// True if it is taken unless somebody says otherwise.
    pub fn is_certain(self) -> bool {
        self == Standing::New
    }

    /// True if it may be taken.
    pub fn is_offered(self) -> bool {
        !matches!(self, Standing::Same | Standing::Closed)
    }
}

/// Compares the values of a measure, in `own` unit, with the actuals of a series.
pub fn published_figures(
    strategy: &Strategy,
    series: &Series,
    own: &str,
    values: &[(FiscalYear, Figure)],
) -> Vec<PublishedFigure> {
    let closed = edit::closed_years(strategy);
    let unit = strategy
        .get(series.indicator)
        .map_or("", |one: &std::sync::Arc<Indicator>| &one.unit);
    let figure = |(year, figure): &(FiscalYear, Figure)| {
        let old = series.actuals.get(year).cloned();
        let told = figure_in(figure, own, unit);
        PublishedFigure {
            year: *year,
            standing: standing(&closed, *year, old.as_ref(), &told, unit),
            old,
            new: told.unwrap_or_else(|| figure.clone()),
        }
    };
    values.iter().map(figure).collect()
}

/// The figures of another town in the unit of an indicator, those left out that are of another unit or not understood
/// (I121).
pub fn figures_beside(
    unit: &str,
    own: &str,
    values: &[(FiscalYear, Figure)],
) -> BTreeMap<FiscalYear, Figure> {
    let figures = values.iter().filter_map(|(year, figure)| {
        let told = figure_in(figure, own, unit)?;
        (!is_doubtful(&told)).then_some((*year, told))
    });
    figures.collect()
}

fn standing(
    closed: &BTreeSet<FiscalYear>,
    year: FiscalYear,
    old: Option<&Figure>,
    new: &Option<Figure>,
    unit: &str,
) -> Standing {
    let says_same = |new: &Figure| old.is_some_and(|old| is_same(old, new, unit));
    match new {
        Some(new) if says_same(new) => Standing::Same,
        _ if closed.contains(&year) => Standing::Closed,
        None => Standing::OtherUnit,
        Some(new) if is_doubtful(new) => Standing::Unread,
        Some(_) if old.is_none_or(is_awaited) => Standing::New,
        Some(_) => Standing::Differs,
    }
}

/// True if a person should look at it: it is not understood, or more than a number is printed.
fn is_doubtful(figure: &Figure) -> bool {
    figure.needs_check()
        || figure
            .number()
            .is_some_and(|number| !number.aside.is_empty())
}

/// True for a figure in whose place one is awaited.
fn is_awaited(figure: &Figure) -> bool {
    matches!(
        figure.missing(),
        Some(Missing::Unset | Missing::Counting | Missing::Unpublished)
    ) && !is_mark(figure)
}

/// True for a mark of statistics that came from a file: it is what the file says, and not awaited.
fn is_mark(figure: &Figure) -> bool {
    figure
        .text()
        .chars()
        .all(|c| !c.is_alphabetic() || c.is_ascii_alphabetic() || matches!(c, 'Ｘ' | 'ｘ'))
        && !figure.text().trim().is_empty()
}

fn is_same(old: &Figure, new: &Figure, unit: &str) -> bool {
    match (old.number(), new.number()) {
        (Some(first), Some(second)) => {
            match [first, second].map(|number| unit::value_in(number, unit)) {
                [Some(first), Some(second)] => first == second,
                _ => old.text() == new.text(),
            }
        }
        (None, None) => {
            old.reading() == new.reading() && old.missing().is_some() || old.text() == new.text()
        }
        _ => false,
    }
}

/// The figure in a unit; `None`: its own counts something else. Where nothing is to be shifted the digits stay.
fn figure_in(figure: &Figure, own: &str, unit: &str) -> Option<Figure> {
    let Reading::Number(number) = figure.reading() else {
        return Some(figure.clone());
    };
    let own = match number.unit.as_str() {
        "" => own,
        printed => printed,
    };
    if !unit::counts_same(own, unit) {
        return None;
    }
    let told = unit::told_in(number.value, own, unit)?;
    let is_plain = *number
        == Number {
            value: number.value,
            unit: number.unit.clone(),
            ..Number::default()
        };
    match is_plain {
        true => Some(Figure::read(&printed(told))),
        false if told == number.value => Some(figure.clone()),
        false => None,
    }
}

/// A number as plans print it: commas between thousands.
fn printed(value: Decimal) -> String {
    let text = value.to_string();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", &*text),
    };
    let (whole, rest) = digits
        .split_once('.')
        .map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let whole = with_commas(whole);
    match rest {
        Some(rest) => [sign, &whole, ".", rest].concat(),
        None => [sign, &whole].concat(),
    }
}
