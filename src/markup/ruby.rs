//! ふりがな in a text: the words with readings that the texts of publications carry in やさしい日本語.

use std::borrow::Cow;

/// Mark before a word with its reading.
pub const WORD: char = '\u{fff9}';
/// Mark between a word and its reading.
pub const READING: char = '\u{fffa}';
/// Mark after the reading.
pub const READ: char = '\u{fffb}';

/// Splits a text into plain text and words with their readings. The reading of plain text is empty.
pub fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split(READ).flat_map(|part| {
        let (before, word) = part.split_once(WORD).unwrap_or((part, ""));
        let pair = word.split_once(READING).unwrap_or((word, ""));
        [(before, ""), pair]
            .into_iter()
            .filter(|(word, _)| !word.is_empty())
    })
}

/// Returns the text without its readings.
pub fn plain(text: &str) -> Cow<'_, str> {
    match text.contains(WORD) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(pieces(text).map(|(word, _)| word).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_with_its_readings_and_without() {
        let text = "数字の \u{fff9}目標\u{fffa}もくひょう\u{fffb}を \u{fff9}見\u{fffa}み\u{fffb}る";
        let told: Vec<_> = pieces(text).collect();
        let words = [
            ("数字の ", ""),
            ("目標", "もくひょう"),
            ("を ", ""),
            ("見", "み"),
            ("る", ""),
        ];
        assert_eq!(told, words);
        assert_eq!(plain(text), "数字の 目標を 見る");
        assert!(matches!(plain("目標"), Cow::Borrowed("目標")));
    }
}
