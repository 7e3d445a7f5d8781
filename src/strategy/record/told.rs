//! Display name of a record.

use super::{Held, Members, Value};
use crate::AnyId;

/// Returns the display name of a record, by its id.
pub type Names<'a> = &'a dyn Fn(AnyId) -> String;

/// Writes a value as people write it; `None` if it is blank.
pub type Telling = fn(&dyn Value, Names<'_>) -> Option<String>;

/// Returns the name of a record from its own fields; for a sheet its year, as plans write it.
pub fn called(record: &dyn Members) -> String {
    let fields = record.fields();
    let name = ["title", "name", "text", "year"].into_iter();
    let at = name
        .filter_map(|name| fields.iter().position(|field| field.name == name))
        .next();
    let values = record.values();
    match at.and_then(|at| values.get(at)).map(|name| name.held()) {
        Some(Held::Text(name)) => name.into_owned(),
        Some(Held::Year(year)) => year.in_plan(),
        _ => String::new(),
    }
}
