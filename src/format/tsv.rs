//! A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows,
//! quotes around a cell that holds either.

/// The rows of a block, each with its cells. The line end after the last row makes no row of its own.
pub fn parse(text: &str) -> Vec<Vec<String>> {
    parted(text, '\t')
}

/// The rows of a block with another mark between its cells, as in a CSV file.
pub fn parted(text: &str, mark: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let cell = rows.last_mut().and_then(|row| row.last_mut());
        let Some(cell) = cell else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && closes(&letters, mark) => quoted = true,
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => rows.push(vec![String::new()]),
            letter if letter == mark && !quoted => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            other => cell.push(other),
        }
    }
    if rows
        .last()
        .is_some_and(|row| row.iter().all(String::is_empty) && row.len() == 1)
    {
        rows.pop();
    }
    rows
}

/// True if a quote that opens a cell is closed again at a cell's end; otherwise it is a letter like any other.
fn closes(rest: &std::iter::Peekable<std::str::Chars<'_>>, mark: char) -> bool {
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

    fn written(rows: &[Vec<String>]) -> String {
        let cell = |c: &String| format!("\"{}\"", c.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
        rows.iter().map(line).collect::<Vec<_>>().join("\r\n")
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_nothing_written_is_lost(text in "\\PC*") {
            parse(&text);
        }

        #[test]
        fn what_is_quoted_comes_back(rows in prop::collection::vec(prop::collection::vec("[a\"\t\n集１△ ]{1,6}", 1..4), 1..5)) {
            prop_assert_eq!(parse(&written(&rows)), rows);
        }
    }
}
