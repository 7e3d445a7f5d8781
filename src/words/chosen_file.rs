//! ファイルを選ぶことば: a file with a table or the text of a plan.

use super::text::chosen_file as text;
pub use super::text::chosen_file::*;

use format::workbook::NotRead;

/// Returns why a workbook is not read, and a way out.
pub fn book_not_read(file: &str, why: NotRead) -> String {
    match why {
        NotRead::TooLarge => text::book_too_large(file),
        NotRead::TooManyCells => text::book_too_many(file),
        NotRead::Old => text::book_old(file),
        NotRead::Binary => text::book_binary(file),
        NotRead::OpenDocument => text::book_open_document(file),
        NotRead::WebPage => text::book_web_page(file),
        NotRead::Locked => text::book_locked(file),
        NotRead::NoWorkbook if is_called_workbook(file) => text::no_book(file),
        NotRead::NoWorkbook => text::no_text(file),
        NotRead::Damaged => text::book_damaged(file),
    }
}

/// True for the name of a workbook: for other files, the advice to use Excel is of no help.
fn is_called_workbook(file: &str) -> bool {
    let name = file.to_lowercase();
    [".xlsx", ".xlsm", ".xls"]
        .iter()
        .any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_chooses_a_document_is_not_sent_to_excel() {
        let said = |file| book_not_read(file, NotRead::NoWorkbook);
        assert!(said("計画.DOCX").contains("Word・PDF は"));
        assert!(!said("計画.docx").contains("Excel で開いて"));
        assert!(said("表.xlsx").contains("Excel で開いて"));
    }
}
