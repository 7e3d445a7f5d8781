//! A pasted table of ticks: ● where a row and a column are tied (g38).
//!
//! ```text
//!         │ 1 産業 │ 2 交流 │
//!  1-1 農業│   ●   │        │   →  true  false
//!  1-2 観光│       │   ○    │      false true
//! ```

use strategy::half_width;

/// Marks of a tie.
const MARKS: [&str; 13] = [
    "●", "○", "◎", "〇", "◯", "■", "◆", "★", "☆", "✓", "✔", "レ", "v",
];

/// Marks of no tie.
const NONE: [&str; 8] = ["×", "✕", "-", "－", "―", "—", "ー", "・"];

/// The cells of a pasted table of ticks, without its heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticks {
    /// Texts of the cells, row by row.
    pub cells: Vec<Vec<String>>,
    has_marks: bool,
}

impl Ticks {
    /// Takes a table apart: a first row or a first column of words is a head.
    pub fn of(mut block: Vec<Vec<String>>) -> Self {
        let has_marks = block.iter().flatten().any(|text| is_mark(text));
        if block.len() > 1 && is_head(block[0].iter()) {
            block.remove(0);
        }
        let is_wide = block.iter().any(|row| row.len() > 1);
        if is_wide && is_head(block.iter().filter_map(|row| row.first())) {
            block.retain(|row| !row.is_empty());
            for row in &mut block {
                row.remove(0);
            }
        }
        Self {
            cells: block,
            has_marks,
        }
    }

    /// True if a text ties its row and column, false if it does not; `None` if it says neither. A number beside marks
    /// counts other ties, as the table of 整合 is copied; without any mark it may be a tick, and is not read.
    pub fn read(&self, text: &str) -> Option<bool> {
        let text = text.trim();
        let is_number = !text.is_empty() && mark_of(text).is_empty();
        if text.is_empty() || NONE.contains(&text) || (is_number && self.has_marks) {
            return Some(false);
        }
        is_mark(text).then_some(true)
    }
}

/// The text without a number behind it.
fn mark_of(text: &str) -> String {
    let half = half_width(text.trim());
    half.trim_end_matches(|letter: char| letter.is_ascii_digit())
        .trim_end()
        .to_owned()
}

fn is_mark(text: &str) -> bool {
    let mark = mark_of(text).to_lowercase();
    MARKS.contains(&mark.as_str())
}

/// True if there are words, and no mark.
fn is_head<'a>(mut texts: impl Iterator<Item = &'a String> + Clone) -> bool {
    let is_word = |text: &String| {
        let mark = mark_of(text);
        !mark.is_empty() && !NONE.contains(&mark.as_str())
    };
    !texts.clone().any(|text| is_mark(text)) && texts.any(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(block: &[&[&str]]) -> Vec<Vec<Option<bool>>> {
        let block = block
            .iter()
            .map(|row| row.iter().map(|text| text.to_string()));
        let ticks = Ticks::of(block.map(Iterator::collect).collect());
        let cells = ticks.cells.iter();
        cells
            .map(|row| row.iter().map(|text| ticks.read(text)).collect())
            .collect()
    }

    #[test]
    fn g38_marks_tie_and_blanks_do_not() {
        let (yes, no) = (Some(true), Some(false));
        assert_eq!(
            read(&[&["●", "", "○"], &["×", " ◎ ", "－"]]),
            [[yes, no, yes], [no, yes, no]]
        );
        assert_eq!(read(&[&["レ", "Ｖ", "〇"]]), [[yes, yes, yes]]);
    }

    #[test]
    fn g38_a_copy_of_the_table_is_read_as_it_was() {
        let (yes, no) = (Some(true), Some(false));
        let copied: &[&[&str]] = &[
            &["", "1 産業", "2 交流", "横断"],
            &["目標1 しごと", "●2", "3", ""],
            &["施策1-1 農業", "", "●", ""],
        ];
        assert_eq!(read(copied), [[yes, no, no], [no, yes, no]]);
    }

    #[test]
    fn g38_what_is_neither_is_not_read() {
        // Without a mark a number may be a tick of another table.
        assert_eq!(read(&[&["1", ""]]), [[None, Some(false)]]);
        assert_eq!(read(&[&["●", "検討中", "△"]]), [[Some(true), None, None]]);
    }

    #[test]
    fn g38_heads_are_left_out_and_one_column_of_words_is_no_head() {
        assert_eq!(
            read(&[&["農業", "●"], &["観光", ""]]),
            [[Some(true)], [Some(false)]]
        );
        assert_eq!(read(&[&["検討中"]]), [[None]]);
        assert_eq!(read(&[&["検討中"], &["●"]]), [[Some(true)]]);
        assert!(read(&[]).is_empty());
        assert_eq!(read(&[&[]]).concat(), []);
    }
}
