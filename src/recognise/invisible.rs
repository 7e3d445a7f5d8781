//! Letters of a pasted text that nobody sees: they part or join nothing, and would make two names of one.

use std::borrow::Cow;

/// True for zero-width spaces, soft hyphens and marks of writing direction. Joiners of emoji and variants of kanji stay.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// Returns the text without what nobody sees.
pub fn visible(text: &str) -> Cow<'_, str> {
    match text.contains(is_invisible) {
        true => Cow::Owned(text.replace(is_invisible, "")),
        false => Cow::Borrowed(text),
    }
}
