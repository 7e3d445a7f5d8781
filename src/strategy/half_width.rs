//! Full-width characters made half-width.

/// Returns the text with full-width letters, digits and signs (！ to ～) and the wide space made half-width.
pub fn half_width(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// Makes one character half-width, for [`half_width`].
pub(super) fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}
