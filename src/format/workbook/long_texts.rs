//! Texts that are longer than a cell of a spreadsheet takes.

use super::model::{Cell, Workbook};

/// Largest number of units of UTF-16 in a cell.
pub(super) const LONGEST: usize = 32_767;

/// Length of a text as spreadsheets count it: in units of UTF-16.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Returns the beginning of a text with at most so many units of UTF-16.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    // No unit takes more than three bytes, none less than one.
    if text.len() <= most {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > most
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// Returns a text cut to the length of a cell, with `told` of the number of letters left out; `None` if the text fits.
pub fn cut_to_cell(text: &str, told: impl Fn(usize) -> String) -> Option<String> {
    if text.len() <= LONGEST || length(text) <= LONGEST {
        return None;
    }
    let all = text.chars().count();
    let kept = beginning(text, LONGEST.saturating_sub(length(&told(all))));
    Some(format!("{kept}{}", told(all - kept.chars().count())))
}

/// Letters that the words behind a cut may take.
const WORDS: usize = 200;

/// True if a text fills its cell: a spreadsheet may have cut it.
pub fn fills_cell(text: &str) -> bool {
    text.len() >= LONGEST - WORDS && length(text) >= LONGEST - WORDS
}

impl Workbook {
    /// Cuts every text that is longer than a cell takes, with `told` of the number of letters left out.
    pub fn cut_long_texts(&mut self, told: impl Fn(usize) -> String) {
        let rows = self.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows);
        for cell in rows.flat_map(|row| &mut row.cells) {
            if let Cell::Text(text) = cell
                && let Some(cut) = cut_to_cell(text, &told)
            {
                *text = cut;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(left: usize) -> String {
        format!("…あと{left}字")
    }

    #[test]
    fn x5_a_text_longer_than_a_cell_says_how_much_is_left_out() {
        for letter in ["あ", "a", "😀"] {
            let units = letter.encode_utf16().count();
            let fits = letter.repeat(LONGEST / units);
            assert_eq!(cut_to_cell(&fits, told), None);
            let long = letter.repeat(50_000);
            let cut = cut_to_cell(&long, told).expect("cut");
            assert!(length(&cut) <= LONGEST && fills_cell(&cut));
            let (kept, left) = cut.split_once("…あと").expect("said");
            let left: usize = left.trim_end_matches('字').parse().expect("a number");
            assert_eq!(kept.chars().count() + left, 50_000);
            assert!(kept.chars().all(|one| letter.contains(one)));
        }
        assert!(!fills_cell(&"あ".repeat(30_000)));
    }

    #[test]
    fn x3_no_letter_is_cut_in_two() {
        assert_eq!(beginning("あ😀い", 2), "あ");
        assert_eq!(beginning("あ😀い", 3), "あ😀");
        assert_eq!(beginning("abc", 9), "abc");
    }
}
