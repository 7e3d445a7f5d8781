//! ファイルを選ぶことば: a file with a table or the text of a plan.

use super::text::chosen_file as text;
pub use super::text::chosen_file::*;

use crate::format::workbook::NotRead;

/// Why a workbook is not read, and what to do.
pub fn book_not_read(file: &str, why: NotRead) -> String {
    match why {
        NotRead::TooLarge => text::book_too_large(file),
        NotRead::TooManyCells => text::book_too_many(file),
        NotRead::Old => text::book_old(file),
        NotRead::Locked => text::book_locked(file),
        NotRead::NoWorkbook => text::no_book(file),
        NotRead::Damaged => text::book_damaged(file),
    }
}
