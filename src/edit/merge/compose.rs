//! A record put together out of the parts of several.

use strategy::FiscalYear;
use strategy::record::{Held, Members, Shown, Value, ValueReader};
use strategy::sort;

/// The fields of a record as they are written, in order.
pub(super) struct WrittenFields(Vec<String>);

/// A value as it is written.
pub(super) fn text(value: &dyn Value) -> String {
    serde_json::to_string(&Shown(value)).unwrap_or_else(|_| "null".to_owned())
}

/// A list as it is written, by its elements as they are.
pub(super) fn list(elements: &[String]) -> String {
    format!("[{}]", elements.join(","))
}

impl WrittenFields {
    /// The fields of a record.
    pub fn of(record: &dyn Members) -> Self {
        Self(record.values().into_iter().map(text).collect())
    }

    /// Writes another value into the field at this place.
    pub fn put(&mut self, place: usize, text: String) {
        if let Some(field) = self.0.get_mut(place) {
            *field = text;
        }
    }

    /// Writes a year of the values by year of a record into the field at this place; nothing: takes the year out.
    pub fn put_year(&mut self, place: usize, year: FiscalYear, value: Option<String>) {
        let Some(field) = self.0.get_mut(place) else {
            return;
        };
        let read = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(field);
        let mut years = sort::map(
            read.unwrap_or_default()
                .into_iter()
                .filter_map(|(year, value)| Some((year.parse::<i32>().ok()?, value.to_string()))),
        );
        match value {
            Some(value) => years.insert(year.0, value),
            None => years.remove(&year.0),
        };
        let written = years
            .iter()
            .map(|(year, value)| format!("\"{year}\":{value}"));
        *field = format!("{{{}}}", written.collect::<Vec<_>>().join(","));
    }

    /// Writes all of it into a blank record; `false`: some of it cannot be written there.
    pub fn write(&self, record: &mut dyn Members) -> bool {
        let mut all = true;
        for (place, text) in self.0.iter().enumerate() {
            if let Some(slot) = record.slot(place) {
                all &= ValueReader::new(text.as_bytes(), 0).value(slot).is_ok();
            }
        }
        all
    }
}

/// Returns the value of this year in a value by year, as text.
pub(super) fn year_text(value: &dyn Value, year: FiscalYear) -> Option<String> {
    match value.held() {
        Held::Years(years) => {
            let all = years.all();
            let found = all.into_iter().find(|(one, _)| *one == year);
            found.map(|(_, value)| text(value))
        }
        _ => None,
    }
}
