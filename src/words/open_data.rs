//! 公表データのことば.

use super::text::marks;
use super::text::open_data as text;
pub use super::text::open_data::*;
use super::time::day;
use super::year::YearForms;

use recognise::open_data::{DataMeasure, NoRows, NotData, OpenData};
use strategy::{ComparisonTown, DataForm, Date, FiscalYear, TownFigures, sort};

/// Returns why a file is not read, with its name; `None` if it is only a question.
pub fn not_read(file: &str, why: &NotData) -> Option<String> {
    let why = match why {
        NotData::Rows(NoRows::NotThere) => text::not_there().to_owned(),
        NotData::Rows(NoRows::SameName) => text::same_name().to_owned(),
        NotData::Rows(NoRows::OtherName { own, name }) => text::other_name(own, name),
        NotData::NoValues => text::no_values().to_owned(),
        NotData::AskYear | NotData::Rows(NoRows::AskDigits { .. } | NoRows::AskName(_)) => {
            return None;
        }
    };
    Some(text::in_file(file, why))
}

/// Rows of a file, as they are read.
pub fn rows_shown(rows: &[String]) -> String {
    match rows {
        [] => text::no_rows().to_owned(),
        rows => rows.join(" ／ "),
    }
}

/// Number of rows, measures and years that were read.
pub fn summary(file: &str, read: &OpenData) -> String {
    let values = read.measures.iter().flat_map(|measure| &measure.values);
    let years = sort::set(values.map(|value| value.year));
    let years = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first != last => {
            text::years_between(first.short(), last.short())
        }
        (Some(only), _) => only.short(),
        _ => String::new(),
    };
    text::found(file, read.count, read.measures.len(), years)
}

/// Name of a measure; a table of one measure may have none.
pub fn measure_name(name: &str) -> &str {
    match name {
        "" => text::unnamed(),
        name => name,
    }
}

/// Returns a measure with its last value, to recognise it in a list.
pub fn measure_choice(measure: &DataMeasure) -> String {
    let name = measure_name(&measure.name);
    match measure.values.last() {
        Some(last) => {
            let value = [last.figure.text(), &measure.unit].concat();
            text::with_value(name, last.year.short(), value)
        }
        None => name.to_owned(),
    }
}

/// Years that are left out.
pub fn several_years(years: &[FiscalYear]) -> String {
    let years: Vec<String> = years.iter().map(|year| year.short()).collect();
    text::several(years.join(" "))
}

/// Returns a town with its code.
pub fn town_choice(town: &ComparisonTown) -> String {
    match town.code.as_str() {
        "" => town.name.clone(),
        code => text::town_coded(&town.name, code),
    }
}

/// Names the towns beside a measure, with the number of their years.
pub fn beside_values(towns: &[TownFigures]) -> String {
    let towns = towns.iter();
    let towns: Vec<String> = towns
        .map(|one| text::beside_value(&one.town, one.figures.len()))
        .collect();
    text::beside_values_of(towns.join(marks::list()))
}

/// Reports the values that were written.
pub fn written_beside(count: usize, towns: usize) -> String {
    match towns {
        0 => text::written(count),
        _ => text::written_towns(count, towns),
    }
}

/// Returns the line of 出典 for a data set that was read on a day.
pub fn cited_on(source: &str, date: &Date) -> String {
    text::cited(source, day(date))
}

/// Returns the file of a data set and the day it was read.
pub fn last_read(form: &DataForm) -> String {
    let day = form.read.as_ref().map(day).unwrap_or_default();
    text::known_line(&form.file, day)
}
