//! A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows, quotes around a
//! cell that holds either.

use std::iter::Peekable;
use std::str::Chars;

use super::xml::escaped;

/// Returns the rows of a block, each with its cells. The line end after the last row makes no further row.
pub fn parse(text: &str) -> Vec<Vec<String>> {
    parted(text, '\t')
}

/// Returns the rows of a block with another mark between its cells, as in a CSV file.
pub fn parted(text: &str, mark: char) -> Vec<Vec<String>> {
    rows(text, mark).collect()
}

/// Reads the rows of a block one at a time.
pub fn rows(text: &str, mark: char) -> impl Iterator<Item = Vec<String>> {
    Rows {
        letters: text.chars().peekable(),
        mark,
        is_over: false,
    }
}

/// The rows that are still to be read.
struct Rows<'a> {
    letters: Peekable<Chars<'a>>,
    mark: char,
    is_over: bool,
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.is_over {
            return None;
        }
        let letters = &mut self.letters;
        let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        loop {
            let Some(letter) = letters.next() else {
                self.is_over = true;
                if row.is_empty() && cell.is_empty() {
                    return None;
                }
                break;
            };
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if cell.is_empty() && closes(letters, self.mark) => quoted = true,
                '\r' if !quoted && letters.peek() == Some(&'\n') => {}
                '\n' | '\r' if !quoted => break,
                letter if letter == self.mark && !quoted => row.push(std::mem::take(&mut cell)),
                other => cell.push(other),
            }
        }
        row.push(cell);
        Some(row)
    }
}

/// Writes a block in the form that spreadsheets read; [`parse`] reads the same block from it.
pub fn write(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| match text.contains(['\t', '\n', '\r', '"']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.clone(),
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    let lines: Vec<_> = rows.iter().map(line).collect();
    lines.join("\r\n")
}

/// Writes a block as a table in HTML, which word processors keep as a table.
pub fn html(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        let text = text.replace('\r', "");
        format!("<td>{}</td>", escaped(&text).replace('\n', "<br>"))
    };
    let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    format!(
        "<table>{}</table>",
        rows.iter().map(row).collect::<String>()
    )
}

/// True if a quote that opens a cell is closed again at a cell's end; otherwise it is a letter like any other.
fn closes(rest: &Peekable<Chars<'_>>, mark: char) -> bool {
    let mut rest = rest.clone();
    while let Some(letter) = rest.next() {
        if letter == '"' && rest.next_if_eq(&'"').is_none() {
            return rest
                .peek()
                .is_none_or(|next| *next == mark || matches!(next, '\n' | '\r'));
        }
    }
    false
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_spreadsheets_write() {
        let cases: [(&str, &[&[&str]]); 7] = [
            ("a\tb\r\nc\td\r\n", &[&["a", "b"], &["c", "d"]]),
            ("1\n2", &[&["1"], &["2"]]),
            ("\"男性\n女性\"\t\"a\"\"b\"", &[&["男性\n女性", "a\"b"]]),
            ("\t\t3", &[&["", "", "3"]]),
            ("5\" pipe\tx", &[&["5\" pipe", "x"]]),
            ("\"open\tx", &[&["\"open", "x"]]),
            ("", &[]),
        ];
        for (text, rows) in cases {
            assert_eq!(parse(text), rows, "{text:?}");
        }
    }

    /// Returns a block with every cell quoted, as some programs write it.
    fn quoted(rows: &[Vec<String>]) -> String {
        let cell = |c: &String| format!("\"{}\"", c.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
        rows.iter().map(line).collect::<Vec<_>>().join("\r\n")
    }

    #[test]
    fn copied_cells_keep_tabs_quotes_and_line_ends() {
        let rows = [["a", "b\tc"], ["\"d\"", "e\nf"], ["<i>&", ""]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            write(&rows),
            "a\t\"b\tc\"\r\n\"\"\"d\"\"\"\t\"e\nf\"\r\n<i>&\t"
        );
        assert_eq!(
            html(&rows),
            "<table><tr><td>a</td><td>b\tc</td></tr><tr><td>&quot;d&quot;</td><td>e<br>f</td></tr><tr><td>&lt;i&gt;&amp;</td><td></td></tr></table>"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_nothing_written_is_lost(text in "\\PC*") {
            parse(&text);
        }

        #[test]
        fn what_is_quoted_comes_back(rows in prop::collection::vec(prop::collection::vec("[a\"\t\n集１△ ]{1,6}", 1..4), 1..5)) {
            prop_assert_eq!(parse(&quoted(&rows)), rows.clone());
            prop_assert_eq!(parse(&write(&rows)), rows);
        }
    }

    #[test]
    fn a_million_cells_are_parsed_in_proportion_whatever_their_quotes_are() {
        for cell in [
            "1\t",
            "\"\"\"a\t",
            "\"a\t",
            "\"\"\t",
            "\"a\n\"\"",
            "\"\"\"\"\n",
        ] {
            let time = |cells: usize| {
                let text = cell.repeat(cells);
                let start = std::time::Instant::now();
                assert!(!parse(&text).is_empty());
                start.elapsed().as_secs_f64()
            };
            let (few, many) = (time(20_000), time(200_000));
            assert!(
                many < few.max(0.005) * 40.0,
                "{cell:?}: {few} s, then {many} s"
            );
        }
    }
}
