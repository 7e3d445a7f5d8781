//! Marks that say what another cell says.

use strategy::{Figure, Missing};

/// True if a cell or a unit says what the one above or beside it says: 同上, 〃, 々.
pub fn is_ditto(text: &str) -> bool {
    Figure::read(text).missing() == Some(Missing::Ditto)
}

/// The same, also of words that a person writes into a cell of a workbook: 同左, 左に同じ.
pub fn is_ditto_by_hand(text: &str) -> bool {
    const WORDS: [&str; 6] = ["同左", "同右", "仝", "左に同じ", "上に同じ", "上記と同じ"];
    let text = text.trim();
    WORDS.contains(&text) || is_ditto(text)
}
