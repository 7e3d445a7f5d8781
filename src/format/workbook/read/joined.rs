//! Joined cells, and the mark of a joined figure in the text of a sheet.

use super::model::{JoinedCells, MOST_COLUMNS};
use super::pull::{Met, Pull};
use strategy::half_width;

/// Largest number of joined cells that are read.
const MOST_JOINED: usize = 65_536;
/// Largest number of rows of a joined cell that are reported.
pub const MOST_JOINED_ROWS: usize = 60;

/// Reads the list of joined cells. It comes after the cells, among elements that may be long.
pub fn joined(xml: &str) -> Vec<JoinedCells> {
    const LIST: &str = "mergeCells";
    let list = xml.rfind(LIST).and_then(|end| xml[..end].rfind(LIST));
    let start = list.and_then(|at| xml[..at].rfind('<'));
    let mut all = Vec::new();
    let Some(start) = start else {
        return all;
    };
    let mut pull = Pull::new(&xml[start..]);
    for _ in 0..MOST_JOINED {
        // A text may contain the name of the list.
        let tag = match pull.next() {
            Ok(Some(Met::Begin(tag))) => tag,
            Ok(Some(Met::End(end))) if end.name() == LIST => break,
            Ok(None) | Err(_) => break,
            _ => continue,
        };
        all.extend(area(&tag.get("ref").unwrap_or_default()));
    }
    all
}

/// Returns the cells of an address such as B2:D2; `None` if it is not one.
fn area(text: &str) -> Option<JoinedCells> {
    let (from, to) = text.split_once(':')?;
    let row = |address: &str| {
        let digits = address.trim_start_matches(|c: char| c.is_ascii_uppercase());
        digits.parse().ok()
    };
    let (columns, rows) = (column_at(from)?..=column_at(to)?, row(from)?..=row(to)?);
    let sound = !columns.is_empty() && !rows.is_empty() && *columns.end() < MOST_COLUMNS;
    sound.then_some(JoinedCells { rows, columns })
}

/// Returns the column of an address.
pub fn column_at(address: &str) -> Option<usize> {
    let mut column = 0_usize;
    for letter in address.bytes().take_while(u8::is_ascii_uppercase) {
        column = column
            .checked_mul(26)?
            .checked_add(usize::from(letter - b'A') + 1)?;
    }
    column.checked_sub(1)
}

/// True if a text begins like a figure: a joined head needs no mark.
pub fn may_be_figure(text: &str) -> bool {
    let plain = half_width(text);
    let first = plain.trim_start().chars().next();
    first.is_some_and(|c| c.is_ascii_digit() || "△▲-+±(約".contains(c))
        && plain.contains(|c: char| c.is_ascii_digit())
}

/// Returns a figure with the mark of a cell that is joined over this many rows and columns of the text.
pub fn with_joined_mark(text: &str, rows: usize, columns: usize) -> String {
    format!("{text}（縦{rows}・横{columns}の結合）")
}

/// Returns the text of a cell without the mark of a joined one, and its rows and columns.
pub fn without_joined_mark(text: &str) -> Option<(&str, usize, usize)> {
    let inside = text.strip_suffix("の結合）")?;
    let (text, spans) = inside.rsplit_once("（縦")?;
    let (rows, columns) = spans.split_once("・横")?;
    let (rows, columns) = (rows.parse().ok()?, columns.parse().ok()?);
    let sound = (1..=MOST_JOINED_ROWS).contains(&rows) && (1..=MOST_COLUMNS).contains(&columns);
    sound.then_some((text, rows, columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x10_the_mark_of_a_joined_figure_is_read_as_it_was_written() {
        for (text, rows, columns) in [("30人", 1, 3), ("△3（R6）", 2, 1)] {
            let marked = with_joined_mark(text, rows, columns);
            assert_eq!(without_joined_mark(&marked), Some((text, rows, columns)));
        }
        for text in [
            "30人",
            "（縦2・横x の結合）",
            "3（縦0・横1の結合）",
            "の結合）",
        ] {
            assert_eq!(without_joined_mark(text), None, "{text}");
        }
    }

    #[test]
    fn x10_joined_cells_are_read_whatever_their_list_holds() {
        let list = "<mergeCells><mergeCell ref='B2:D3'/><mergeCell ref='D4:B4'/><mergeCell ref='x'/>\
            <mergeCell ref='A1:XFE1'/><mergeCell ref='99999999999999999999'/></mergeCells>";
        let found = joined(list);
        assert_eq!(
            found,
            [JoinedCells {
                rows: 2..=3,
                columns: 1..=3
            }]
        );
    }
}
