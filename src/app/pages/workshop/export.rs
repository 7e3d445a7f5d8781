//! Files of a session: a table's plan, and the table of ideas.

use crate::browser::{clock, files};
use crate::format::json;
use crate::keep::file_name;
use crate::publish::site::ideas_csv;
use crate::strategy::*;
use crate::words::workshop as words;

/// Gives a text to the browser as a file; the error is a sentence.
fn save(name: &str, kind: &str, text: &str) -> Result<(), String> {
    let saved = files::save(&text.as_bytes().into(), kind, name);
    saved.map_err(|_| words::not_saved(name))
}

/// Saves a table's plan under the name of the table.
pub fn save_table(file: &Strategy, table: &str) -> Result<(), String> {
    let name = file_name(
        &file.about().town.name,
        &words::table_named(table),
        &clock::now(),
        "json",
    );
    save(&name, "application/json", &json::write(file))
}

/// Saves all ideas as a table for spreadsheets.
pub fn save_ideas(s: &Strategy) -> Result<(), String> {
    let name = file_name(
        &s.about().town.name,
        words::ideas_file(),
        &clock::now(),
        "csv",
    );
    save(&name, "text/csv;charset=utf-8", &ideas_csv(s))
}
