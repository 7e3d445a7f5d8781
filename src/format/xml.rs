//! Text in XML.

use std::borrow::Cow;

/// XML declaration at the head of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Namespace of spreadsheets.
pub const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Namespace of the relations between the parts of an office file.
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Namespace of the package that holds the parts.
pub const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// True if XML 1.0 allows a character (its production `Char`).
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Returns the text without the characters that XML does not allow.
pub fn held(text: &str) -> String {
    text.chars().filter(|letter| is_allowed(*letter)).collect()
}

/// Escapes a text for an element or an attribute; drops characters that XML does not allow.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let plain = |c: char| is_allowed(c) && !matches!(c, '<' | '>' | '&' | '"' | '\r');
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 16);
    for letter in text.chars().filter(|letter| is_allowed(*letter)) {
        match letter {
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '&' => written.push_str("&amp;"),
            '"' => written.push_str("&quot;"),
            '\r' => written.push_str("&#13;"),
            letter => written.push(letter),
        }
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn x3_nothing_stands_in_xml_that_it_cannot_hold() {
        assert_eq!(escaped("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
        assert_eq!(escaped("a\u{0}b\u{1b}c\u{fffe}"), "abc");
        assert_eq!(escaped("1行\n2行\t𠮷"), "1行\n2行\t𠮷");
    }
}
