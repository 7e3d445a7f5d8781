//! Content of a file that is no plan: a text, or the sheets of a workbook.

use std::rc::Rc;

use web_sys::File;

use super::being_read::asked;
use crate::job_runner::Desk;
use crate::workspace::is_workbook;
use ::words::chosen_file as words;
use browser::files;
use format::text_encoding;
use format::workbook::{LARGEST_FILE, LARGEST_TEXT, NotRead, is_web_page};
use jobs::{BookQuestion, BookTold, Books, SheetTold, SheetsChosen};

/// Content of a file.
#[derive(Clone)]
pub enum FileContent {
    /// A text.
    Text(String),
    /// A workbook with something in it.
    Book(Book),
}

/// A workbook that is open, where it was read.
#[derive(Clone)]
pub struct Book {
    desk: Desk<Books>,
    told: Rc<BookTold>,
}

impl Book {
    /// Its sheets with something in them.
    pub fn sheets(&self) -> &[SheetTold] {
        &self.told.sheets
    }

    /// True if it is a part that was handed out.
    pub fn is_part(&self) -> bool {
        self.told.is_part
    }

    /// The text of some of its sheets; `None`: it is too long.
    pub async fn text(&self, chosen: SheetsChosen) -> Option<String> {
        self.desk.text(&BookQuestion::Text(chosen), &[]).await
    }
}

/// Returns the content of a file, or a sentence with the reason why not. Its size is checked before it is read.
pub async fn held(file: &File) -> Result<FileContent, String> {
    let name = file.name();
    let is_book = is_workbook(file).await;
    if !is_book && file.size() > LARGEST_TEXT as f64 {
        return Err(words::too_large(&name));
    }
    if file.size() > LARGEST_FILE as f64 {
        return Err(words::book_too_large(&name));
    }
    if is_book {
        let open = BookQuestion::Open;
        let (desk, told) = asked::<_, Result<BookTold, NotRead>>(file, &open).await;
        let told = told.unwrap_or(Err(NotRead::Damaged));
        let told = told.map_err(|why| words::book_not_read(&name, why))?;
        return match told.sheets.is_empty() {
            true => Err(words::book_empty(&name)),
            false => Ok(FileContent::Book(Book {
                desk,
                told: Rc::new(told),
            })),
        };
    }
    let bytes = files::bytes(file).await;
    let bytes = bytes.map_err(|_| words::not_read(&name))?;
    let text = files::text(&bytes, text_encoding(&bytes)).ok_or_else(|| words::no_text(&name))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if is_web_page(text) {
        return Err(words::book_not_read(&name, NotRead::WebPage));
    }
    match text.trim().is_empty() {
        true => Err(words::empty(&name)),
        false => Ok(FileContent::Text(text.to_owned())),
    }
}
