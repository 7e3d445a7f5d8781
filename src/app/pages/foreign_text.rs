//! What a file holds that is no plan: a text, or the sheets of a workbook.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Blob, File};

use crate::app::beside::Desk;
use crate::beside::{BookQuestion, BookTold, Books, SheetTold, SheetsChosen};
use crate::browser::files;
use crate::format::workbook::{LARGEST_FILE, LARGEST_TEXT, NotRead, may_be_workbook};
use crate::words::chosen_file as words;

/// A workbook of so many bytes is read beside the page; a smaller one has been read before a worker has begun.
const LONG: f64 = 200_000.0;

/// What a file holds.
pub enum Held {
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

    /// Whether it is a part that was handed out.
    pub fn is_part(&self) -> bool {
        self.told.is_part
    }

    /// The text of some of its sheets; `None`: it is too long.
    pub async fn text(&self, chosen: SheetsChosen) -> Option<String> {
        self.desk.text(&BookQuestion::Text(chosen), &[]).await
    }
}

/// A file that is being read: it can be given up.
#[derive(Clone, Default)]
pub struct Reading {
    desk: Rc<RefCell<Option<Desk<Books>>>>,
    given_up: Rc<Cell<bool>>,
}

impl Reading {
    /// Whether it takes long enough to be told.
    pub fn is_long(file: &File) -> bool {
        file.size() >= LONG
    }

    /// Nobody wants it any more.
    pub fn give_up(&self) {
        self.given_up.set(true);
        if let Some(desk) = self.desk.borrow_mut().take() {
            desk.end();
        }
    }

    /// Whether it was given up.
    pub fn is_given_up(&self) -> bool {
        self.given_up.get()
    }

    /// Opens a workbook beside the page, if it takes long, or on it; `None`: it was given up.
    async fn book(&self, file: &File) -> Option<(Desk<Books>, Result<BookTold, NotRead>)> {
        let mut desk = match Self::is_long(file) {
            true => Desk::open().await,
            false => Desk::here(),
        };
        loop {
            if self.is_given_up() {
                return None;
            }
            *self.desk.borrow_mut() = Some(desk.clone());
            let told = desk.told(&BookQuestion::Open, &[file]).await;
            match told {
                Some(told) => return Some((desk, told)),
                None if desk.is_beside() => desk = Desk::here(),
                None => return Some((desk, Err(NotRead::Damaged))),
            }
        }
    }
}

/// What a file holds, or a sentence why not: none where it was given up. Its size is looked at before it is read.
pub async fn held(file: &File, reading: &Reading) -> Result<Held, String> {
    let name = file.name();
    if file.size() > LARGEST_FILE as f64 {
        return Err(words::book_too_large(&name));
    }
    let unread = |_| words::not_read(&name);
    let begins = file.slice_with_i32_and_i32(0, 8).map_err(unread)?;
    if may_be_workbook(&bytes(&begins, &name).await?) {
        let (desk, told) = reading.book(file).await.ok_or_else(String::new)?;
        let told = told.map_err(|why| words::book_not_read(&name, why))?;
        return match told.sheets.is_empty() {
            true => Err(words::book_empty(&name)),
            false => Ok(Held::Book(Book {
                desk,
                told: Rc::new(told),
            })),
        };
    }
    if file.size() > LARGEST_TEXT as f64 {
        return Err(words::too_large(&name));
    }
    let bytes = bytes(file, &name).await?;
    let text = files::text(bytes).ok_or_else(|| words::no_text(&name))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    match text.trim().is_empty() {
        true => Err(words::empty(&name)),
        false => Ok(Held::Text(text.to_owned())),
    }
}

async fn bytes(blob: &Blob, name: &str) -> Result<Vec<u8>, String> {
    let bytes = files::bytes(blob).await;
    bytes.map_err(|_| words::not_read(name))
}
