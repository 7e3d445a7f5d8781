//! Files of a session: a table's plan, and the table of ideas. Each function returns the name of the file; the error is a
//! sentence.

use crate::strategy_file::Download;
use ::words::workshop as words;
use format::json;
use format::{Archive, FileKind};
use output::site::ideas_csv;
use strategy::*;

/// The file of a table's plan, under the name of the table.
fn file_of(file: &Strategy, table: &str) -> Download {
    let title = words::table_named(table);
    Download::of_town(&file.about().town.name, &title, FileKind::Plan)
}

/// Saves a table's plan.
pub fn save_table(file: &Strategy, table: &str) -> Result<String, String> {
    file_of(file, table).text(&json::write(file))
}

/// Saves what came through the camera, as it came.
pub fn save_arrived(bytes: &[u8]) -> Result<String, String> {
    Download::of_town("", words::codes_file(), FileKind::Plan).bytes(Some(bytes))
}

/// Saves the files of all tables as one.
pub fn save_tables(tables: &[(String, Strategy)]) -> Result<String, String> {
    let town = tables
        .first()
        .map(|(_, file)| file.about().town.name.clone());
    let zip = Download::of_town(
        &town.unwrap_or_default(),
        words::tables_file(),
        FileKind::Archive,
    );
    let mut archive = Archive::default();
    for (table, file) in tables {
        let added = archive.add(file_of(file, table).name(), json::write(file).as_bytes());
        added.map_err(|_| zip.failed())?;
    }
    zip.bytes(archive.finish().ok().as_deref())
}

/// Saves all ideas as a table for spreadsheets.
pub fn save_ideas(s: &Strategy) -> Result<String, String> {
    let file = Download::of_town(&s.about().town.name, words::ideas_file(), FileKind::Csv);
    file.text(&ideas_csv(s))
}
