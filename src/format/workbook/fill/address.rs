//! Addresses of cells, and areas of joined cells.

use std::fmt;
use std::str::FromStr;

/// Address of a cell (`B3`), ordered by row, then by column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// Row, counted from 1.
    pub row: usize,
    /// Column, counted from 0.
    pub column: usize,
}

/// Largest numbers of rows and columns of a sheet.
pub const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Error: a text is not an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAddress;

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let (letters, row) = text.split_at(letters);
        let row: usize = row.parse().map_err(|_| NoAddress)?;
        if letters.is_empty() || letters.len() > 3 || row == 0 || row > MOST_ROWS {
            return Err(NoAddress);
        }
        let add = |sum: usize, letter: u8| sum * 26 + usize::from(letter - b'A') + 1;
        let column = letters.bytes().fold(0, add) - 1;
        match column < MOST_COLUMNS {
            true => Ok(Self { row, column }),
            false => Err(NoAddress),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row)
    }
}

/// Returns the letters of a column: `AB` for 27.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Joined cells: the first and the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct JoinedArea {
    /// The upper left cell, which holds the content.
    pub from: Address,
    /// The lower right cell.
    pub to: Address,
}

impl JoinedArea {
    /// Reads `B3:D4`.
    pub fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(':')?;
        let (from, to): (Address, Address) = (from.parse().ok()?, to.parse().ok()?);
        (from.row <= to.row && from.column <= to.column).then_some(Self { from, to })
    }

    /// True if it covers a cell.
    pub fn covers(self, at: Address) -> bool {
        (self.from.row..=self.to.row).contains(&at.row)
            && (self.from.column..=self.to.column).contains(&at.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x4_an_address_is_written_as_it_is_read() {
        for text in ["A1", "Z9", "AA10", "AZ3", "BA1", "XFD1048576"] {
            let address: Address = text.parse().expect(text);
            assert_eq!(address.to_string(), text);
        }
        for text in [
            "", "A", "1", "A0", "a1", "XFE1", "A1048577", "ABCD1", "A1:B2",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
        let area = JoinedArea::read("B2:C3").expect("an area");
        let covers = |text: &str| area.covers(text.parse().expect(text));
        assert!(covers("B2") && covers("C3") && !covers("D3") && !covers("B4"));
        assert_eq!(JoinedArea::read("C3:B2"), None);
    }
}
