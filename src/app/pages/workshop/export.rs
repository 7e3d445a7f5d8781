//! Files of a session: a table's plan, and the table of ideas.

use ::words::workshop as words;
use browser::files;
use device::clock;
use format::Archive;
use format::json;
use keep::file_name;
use output::site::ideas_csv;
use strategy::*;

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

/// Saves what came through the camera, as it came.
pub fn save_arrived(bytes: &[u8]) -> Result<(), String> {
    let name = file_name("", words::codes_file(), &clock::now(), "json");
    let saved = files::save(&bytes.into(), "application/json", &name);
    saved.map_err(|_| words::not_saved(&name))
}

/// Saves the files of all tables as one.
pub fn save_tables(tables: &[(String, Strategy)]) -> Result<(), String> {
    let Some((_, first)) = tables.first() else {
        return Ok(());
    };
    let (town, now) = (first.about().town.name.clone(), clock::now());
    let name = file_name(&town, words::tables_file(), &now, "zip");
    let failed = || words::not_saved(&name);
    let mut archive = Archive::default();
    for (table, file) in tables {
        let path = file_name(&town, &words::table_named(table), &now, "json");
        let added = archive.add(&path, json::write(file).as_bytes());
        added.map_err(|_| failed())?;
    }
    let bytes = archive.finish().map_err(|_| failed())?;
    let saved = files::save(&bytes.as_slice().into(), "application/zip", &name);
    saved.map_err(|_| failed())
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
