//! ふりがな that a text itself gives: 「空家（あきや）」. None is guessed.

/// A text in pieces, each with its reading where the text has one behind it.
pub fn furigana(text: &str) -> Vec<(String, String)> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(open) = rest.find(['（', '(']) {
        let (before, behind) = rest.split_at(open);
        let mut inside = behind.chars();
        inside.next();
        let inside = inside.as_str();
        let close = inside
            .find(['）', ')'])
            .filter(|close| is_reading(&inside[..*close]));
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_kanji(*c))
            .last();
        match (close, start) {
            (Some(close), Some((start, _))) => {
                plain.push_str(&before[..start]);
                pieces.push((std::mem::take(&mut plain), String::new()));
                pieces.push((before[start..].to_owned(), inside[..close].to_owned()));
                let after = inside[close..].chars();
                rest = {
                    let mut after = after;
                    after.next();
                    after.as_str()
                };
            }
            _ => {
                let passed = rest.len() - inside.len();
                plain.push_str(&rest[..passed]);
                rest = inside;
            }
        }
    }
    plain.push_str(rest);
    pieces.push((plain, String::new()));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

fn is_reading(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, 'ぁ'..='ゖ' | 'ー'))
}

fn is_kanji(c: char) -> bool {
    matches!(c, '一'..='鿿' | '々' | '〆')
}

#[cfg(test)]
mod tests {
    use super::furigana;

    #[test]
    fn a_reading_that_stands_behind_kanji_goes_over_them_and_nothing_else_does() {
        let told = |text| {
            let pieces = furigana(text).into_iter();
            let told = pieces.map(|(text, reading)| match reading.as_str() {
                "" => text,
                reading => format!("[{text}|{reading}]"),
            });
            told.collect::<String>()
        };
        assert_eq!(told("町の空家（あきや）の数"), "町の[空家|あきや]の数");
        assert_eq!(told("移住者数（女性）は増えた"), "移住者数（女性）は増えた");
        assert_eq!(told("バス（ばす）（1日）"), "バス（ばす）（1日）");
        assert_eq!(told("出生数（しゅっしょうすう"), "出生数（しゅっしょうすう");
        assert_eq!(told(""), "");
    }
}
