//! Rows of cells as text, commas between them (CSV, RFC 4180), as spreadsheets and other programs read it.
//!
//! - V1  A text that a spreadsheet would compute gets an apostrophe before it, and is a text to it; a plain number is
//!   left as it is.
//! - V2  A written file is read again letter by letter as it was; the apostrophe of a cell is removed.

use super::tsv::parted;
use strategy::arithmetic::exact;

/// Byte order mark that tells a spreadsheet that the text is UTF-8.
pub const MARK: char = '\u{feff}';

/// Writes a row of cells and the end of its line.
pub fn line(text: &mut String, cells: &[impl AsRef<str>]) {
    for (at, written) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        cell(text, written.as_ref());
    }
    text.push_str("\r\n");
}

fn cell(text: &mut String, written: &str) {
    let is_number = exact(written).is_some();
    let guard = if computes(written) && !is_number {
        "'"
    } else {
        ""
    };
    if written.contains([',', '"', '\n', '\r']) || written != written.trim() {
        let doubled = written.replace('"', "\"\"");
        text.extend(["\"", guard, &doubled, "\""]);
    } else {
        text.extend([guard, written]);
    }
}

/// True if a spreadsheet may compute a cell that begins like this, also without the apostrophe before it.
fn computes(written: &str) -> bool {
    let rest =
        written.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c.is_control());
    // A dash alone is not a formula.
    let mut signs = rest.trim_end().chars();
    let is_dash = matches!((signs.next(), signs.next()), (Some('-' | '－'), None));
    !is_dash
        && !is_marked_words(rest)
        && rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'])
}

/// True for a wide minus, a space and words (－ 実績なし). Some spreadsheets compute after a wide sign, but here is
/// nothing to compute: no letter, digit or sign of a formula, narrow or wide. An apostrophe would be visible in the
/// cell.
fn is_marked_words(text: &str) -> bool {
    let words = text
        .strip_prefix('－')
        .filter(|rest| rest.starts_with([' ', '　']));
    let is_formula = |c: char| c.is_ascii_graphic() || ('！'..='～').contains(&c) || c.is_control();
    words.is_some_and(|words| !words.contains(is_formula))
}

/// Returns the rows of a CSV text, each with its cells (V2).
pub fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = parted(text.strip_prefix(MARK).unwrap_or(text), ',');
    rows.iter_mut().flatten().for_each(unguarded);
    rows
}

/// Removes the apostrophe that keeps a spreadsheet from computing a cell (V1).
pub fn unguarded(cell: &mut String) {
    if cell.strip_prefix('\'').is_some_and(computes) {
        cell.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v1_a_cell_never_computes_and_never_ends_early() {
        for (written, told) in [
            ("出生数", "出生数"),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"),
            (" =1+1", "\"' =1+1\""),
            ("\t=1+1", "\"'\t=1+1\""),
            ("'=1+1", "''=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-40", "-40"),
            ("-40人", "'-40人"),
            ("-", "-"),
            ("－", "－"),
            ("＝1", "'＝1"),
            ("－ 実績なし", "－ 実績なし"),
            ("－　集計中", "－　集計中"),
            ("－実績", "'－実績"),
            ("－ SUM", "'－ SUM"),
            ("－ １＋２", "'－ １＋２"),
            ("- 実績なし", "'- 実績なし"),
            ("'60年", "'60年"),
            ("", ""),
        ] {
            let mut text = String::new();
            cell(&mut text, written);
            assert_eq!(text, told, "{written}");
            assert_eq!(read(&format!("{text},")), [[written, ""]], "{written}");
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod any {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn v2_what_is_written_is_read_again(rows in prop::collection::vec(prop::collection::vec("[-+=@'\" ,\\na1＝－実　%|\t\r]{0,6}", 2..5), 0..5)) {
            let mut text = String::from(MARK);
            for row in &rows {
                line(&mut text, row);
            }
            prop_assert_eq!(read(&text), rows);
        }
    }
}
