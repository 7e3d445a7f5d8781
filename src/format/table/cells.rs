//! The cells of a pasted text: parted by tabs; in a text without any, by spaces.

use super::columns::{head, is_figure};
use super::line::{is_code, is_sub_row};
use crate::format::block;

/// Whether the places of cells tell what they hold.
pub fn is_tabbed(text: &str) -> bool {
    text.contains('\t')
}

/// The lines and their cells, each without spaces around it.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    if is_tabbed(text) {
        let trimmed = |row: Vec<String>| row.iter().map(|cell| cell.trim().to_owned()).collect();
        return block(text).into_iter().map(trimmed).collect();
    }
    text.lines().map(spaced).collect()
}

/// The words of a line. What stands in brackets stays with the word before it; words of a name stay together.
fn spaced(line: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match cells.last_mut() {
            Some(last) if goes_on(last, word) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => cells.push(word.to_owned()),
        }
    }
    cells
}

fn goes_on(last: &str, word: &str) -> bool {
    let count = |marks: [char; 2]| last.chars().filter(|c| marks.contains(c)).count();
    let open = count(['(', '（']) > count([')', '）']);
    let named = |text: &str| {
        !is_code(text) && !is_figure(text) && !is_sub_row(text) && head(text).is_none()
    };
    open || word.starts_with(['(', '（']) || (named(last) && named(word))
}
