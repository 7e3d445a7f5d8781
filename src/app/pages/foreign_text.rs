//! What a file holds that is no plan: a text, or the sheets of a workbook.

use web_sys::File;

use crate::browser::files;
use crate::format::workbook::{
    LARGEST_FILE, LARGEST_TEXT, SheetRead, may_be_workbook, read_printed,
};
use crate::words::chosen_file as words;

/// What a file holds.
pub enum Held {
    /// A text.
    Text(String),
    /// The sheets of a workbook that have something in them.
    Sheets(Vec<SheetRead>),
}

/// What a file holds, or a sentence why not. Its size is looked at before it is read.
pub async fn held(file: &File) -> Result<Held, String> {
    let name = file.name();
    if file.size() > LARGEST_FILE as f64 {
        return Err(words::book_too_large(&name));
    }
    let bytes = files::bytes(file).await;
    let bytes = bytes.map_err(|_| words::not_read(&name))?;
    if may_be_workbook(&bytes) {
        let mut sheets = read_printed(&bytes).map_err(|why| words::book_not_read(&name, why))?;
        sheets.retain(|sheet| !sheet.rows.is_empty());
        return match sheets.is_empty() {
            true => Err(words::book_empty(&name)),
            false => Ok(Held::Sheets(sheets)),
        };
    }
    if bytes.len() > LARGEST_TEXT {
        return Err(words::too_large(&name));
    }
    let text = files::text(bytes).ok_or_else(|| words::no_text(&name))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    match text.trim().is_empty() {
        true => Err(words::empty(&name)),
        false => Ok(Held::Text(text.to_owned())),
    }
}
