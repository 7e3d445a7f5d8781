//! The encoding of a text that somebody chooses, by the name a browser's decoder has for it.

/// Returns the name of the encoding of a text: UTF-8, UTF-16 with or without its mark, or else Shift_JIS, which a decoder
/// may refuse.
pub fn text_encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ if bytes.contains(&0) => unmarked_utf16(bytes).unwrap_or("utf-8"),
        _ if std::str::from_utf8(bytes).is_ok() => "utf-8",
        _ => "shift_jis",
    }
}

/// Returns the byte order in which bytes are letters, and ends of lines among them. A file of another kind holds what no text
/// does.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static str> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let are_letters = |unit: fn([u8; 2]) -> u16| {
        let mut units = pairs.iter().map(|pair| unit(*pair));
        units.clone().all(is_of_text) && units.any(|unit| matches!(unit, 0x09 | 0x0A | 0x0D))
    };
    match rest {
        [] if are_letters(u16::from_le_bytes) => Some("utf-16le"),
        [] if are_letters(u16::from_be_bytes) => Some("utf-16be"),
        _ => None,
    }
}

/// True for a unit of UTF-16 that stands in texts: no control but tabs and line ends, none for private use, nothing that is
/// no letter.
fn is_of_text(unit: u16) -> bool {
    let is_control = unit < 0x20 && !matches!(unit, 0x09 | 0x0A | 0x0D);
    !is_control
        && !matches!(unit, 0x7F..=0x9F | 0x0700..=0x1DFF | 0xA000..=0xABFF | 0xE000..=0xF8FF | 0xFFF0..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_encoding_of_a_text_is_known_with_and_without_its_mark() {
        for text in [
            "指標名\t目標値\r\n出生数（①㈱）\t4,000人\r\n",
            "name,target\nbirths,40\n",
            "\u{3000}指標名\n𠮷野町\t３０％\n",
        ] {
            assert_eq!(text_encoding(text.as_bytes()), "utf-8");
            assert_eq!(text_encoding(format!("\u{feff}{text}").as_bytes()), "utf-8");
            for mark in ["", "\u{feff}"] {
                let text = format!("{mark}{text}");
                assert_eq!(text_encoding(&utf16(&text, u16::to_le_bytes)), "utf-16le");
                assert_eq!(text_encoding(&utf16(&text, u16::to_be_bytes)), "utf-16be");
            }
        }
        // 指標①㈱ｱ in the Shift_JIS of Windows.
        let shift_jis = b"\x8E\x77\x95\x57\x87\x40\x87\x8A\xB1,40\r\n";
        assert_eq!(text_encoding(shift_jis), "shift_jis");
    }

    #[test]
    fn a_file_of_another_kind_is_no_utf16() {
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0";
        let document = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0\0\0\0\0";
        for bytes in [&picture[..], document, b"a\0b", b"\0\0\0\0"] {
            assert_eq!(text_encoding(bytes), "utf-8");
        }
    }
}
