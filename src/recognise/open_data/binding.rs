//! The series of the plan that the measures of a data set belong to.

use std::sync::Arc;

use strategy::{DataForm, Id, Indicator, Series, Strategy, half_width};

use super::read::{DataMeasure, OpenData};

/// A measure that belongs to a series.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundMeasure {
    /// The series.
    pub series: Id<Series>,
    /// The measure.
    pub measure: String,
    /// Its unit in the file.
    pub unit: String,
}

/// Returns the measures of a file that belong to a series: in a known data set those that belonged to one before, in a new
/// one those that are called as an indicator of one series.
pub fn bound_measures(
    s: &Strategy,
    known: Option<&DataForm>,
    read: &OpenData,
) -> Vec<BoundMeasure> {
    match known {
        Some(form) => bound_before(s, form, read),
        None => {
            let measures = read.measures.iter();
            measures.filter_map(|one| called_alike(s, one)).collect()
        }
    }
}

/// Returns the series that a measure of this form belonged to, and none of these measures belongs to any more.
pub fn unbound_series(s: &Strategy, form: &str, bound: &[BoundMeasure]) -> Vec<Id<Series>> {
    let was = |one: &&Arc<Series>| one.published.as_ref().is_some_and(|one| one.form == form);
    let is_gone = |id: &Id<Series>| bound.iter().all(|one| one.series != *id);
    let all = s.series.iter().filter(was).map(|one| one.id);
    all.filter(is_gone).collect()
}

fn bound_before(s: &Strategy, form: &DataForm, read: &OpenData) -> Vec<BoundMeasure> {
    let of_form = |series: &Arc<Series>| {
        let published = series.published.as_ref();
        let published = published.filter(|one| one.form == form.form)?;
        let mut measures = read.measures.iter();
        let measure = measures.find(|one| one.name == published.measure);
        // The unit that was said before holds as long as the heads are the same.
        let unit = measure
            .map(|one| &one.unit)
            .filter(|unit| !unit.is_empty() && form.form != read.form);
        Some(BoundMeasure {
            series: series.id,
            measure: published.measure.clone(),
            unit: unit.unwrap_or(&published.unit).clone(),
        })
    };
    s.series.iter().filter_map(of_form).collect()
}

/// The only series of the only indicator that is called as the measure and counts the same.
fn called_alike(s: &Strategy, measure: &DataMeasure) -> Option<BoundMeasure> {
    let is_called = |one: &&Arc<Indicator>| {
        let is_same = half_width(one.name.trim()) == measure.name;
        is_same && insight::unit::counts_same(&one.unit, &measure.unit)
    };
    let mut called = s.indicators.iter().filter(is_called);
    let (Some(only), None) = (called.next(), called.next()) else {
        return None;
    };
    match s.series.under(only.id).as_slice() {
        [series] if series.published.is_none() => Some(BoundMeasure {
            series: series.id,
            measure: measure.name.clone(),
            unit: measure.unit.clone(),
        }),
        _ => None,
    }
}
