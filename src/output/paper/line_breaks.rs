//! Line breaks: how wide a text is, and how many lines a browser makes of it.

/// Returns the width of a text in square letters.
pub fn letters(text: &str) -> f64 {
    text.chars().map(letter_width).sum()
}

fn letter_width(c: char) -> f64 {
    if c.is_ascii() { 0.62 } else { 1.0 }
}

/// A screen sets letters on whole pixels, and so now and then a hair wider than they are.
const WIDTH_USED: f64 = 0.985;

/// A sentence of more lines than these is cut at the end of a line; a shorter one stays whole.
const LONG_SENTENCE: f64 = 20.0;

/// True of a sign that begins no line (行頭禁則): it stays with what stands before it.
fn begins_no_line(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '・'
            | '：'
            | '；'
            | '？'
            | '！'
            | '）'
            | '〕'
            | '］'
            | '｝'
            | '〉'
            | '》'
            | '」'
            | '』'
            | '】'
            | 'ー'
            | '～'
            | 'ぁ'
            | 'ぃ'
            | 'ぅ'
            | 'ぇ'
            | 'ぉ'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ゎ'
            | 'ァ'
            | 'ィ'
            | 'ゥ'
            | 'ェ'
            | 'ォ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
            | 'ヮ'
            | 'ヵ'
            | 'ヶ'
            | '々'
            | ','
            | '.'
            | ':'
            | ';'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
            | '％'
    )
}

/// True of a sign that ends no line (行末禁則): it stays with what follows it.
fn ends_no_line(c: char) -> bool {
    matches!(
        c,
        '（' | '〔' | '［' | '｛' | '〈' | '《' | '「' | '『' | '【' | '(' | '[' | '{'
    )
}

/// Returns how many lines a text takes in a width, with letters of a size; both in mm.
pub fn lines(text: &str, width: f64, letter: f64) -> f64 {
    lines_up_to(text, width, letter, f64::INFINITY)
}

/// The same, but once a text takes more than `most` lines the rest of it is not looked at.
pub fn lines_up_to(text: &str, width: f64, letter: f64, most: f64) -> f64 {
    let room = WIDTH_USED * width / letter;
    let mut count = 0.0;
    for paragraph in text.split('\n') {
        count += 1.0;
        each_break(paragraph, room, |_| {
            count += 1.0;
            count <= most
        });
        if count > most {
            break;
        }
    }
    count
}

/// Calls `begins` with the place in a paragraph at which each line after the first begins, where a line holds `room` letters,
/// until it returns false. A paragraph breaks between any two letters, but not beside the signs above, in a word or in a
/// number. A piece wider than the line is broken anywhere.
fn each_break(paragraph: &str, room: f64, mut begins: impl FnMut(usize) -> bool) {
    let mut used = 0.0;
    let mut put = |from: usize, to: usize, piece: f64| {
        if used > 0.0 && used + piece > room {
            used = 0.0;
            if !begins(from) {
                return false;
            }
        }
        if piece <= room {
            used += piece;
            return true;
        }
        for (at, c) in paragraph[from..to].char_indices() {
            let letter = letter_width(c);
            if used > 0.0 && used + letter > room {
                used = 0.0;
                if !begins(from + at) {
                    return false;
                }
            }
            used += letter;
        }
        true
    };
    let (mut from, mut piece, mut before) = (0, 0.0, ' ');
    for (at, c) in paragraph.char_indices() {
        let word = |c: char| c.is_ascii_alphanumeric();
        let in_number = matches!(before, ',' | '.') && c.is_ascii_digit();
        let in_word = in_number || word(before) && word(c);
        let stays = in_word || begins_no_line(c) || ends_no_line(before);
        if !stays {
            if !put(from, at, std::mem::take(&mut piece)) {
                return;
            }
            from = at;
        }
        piece += letter_width(c);
        before = c;
    }
    put(from, paragraph.len(), piece);
}

/// Cuts a text after `room` lines: whole paragraphs first, then whole sentences, then lines of a very long sentence. Returns
/// what fits and what is left.
pub fn divided(text: &str, width: f64, letter: f64, room: f64) -> (String, String) {
    let (mut taken, mut used) = (String::new(), 0.0);
    let mut rest = text;
    while let Some(paragraph) = rest.split_inclusive('\n').next() {
        let need = lines_up_to(paragraph.trim_end_matches('\n'), width, letter, room - used);
        if used + need > room {
            break;
        }
        taken.push_str(paragraph);
        used += need;
        rest = &rest[paragraph.len()..];
    }
    let paragraph = rest.split('\n').next().unwrap_or_default();
    let left = room - used;
    let mut fits = 0;
    for sentence in paragraph.split_inclusive('。') {
        let end = fits + sentence.len();
        if lines_up_to(&paragraph[..end], width, letter, left) > left {
            let is_long = lines_up_to(sentence, width, letter, LONG_SENTENCE) > LONG_SENTENCE;
            if is_long && left >= 1.0 {
                fits = line_end(&paragraph[..end], width, letter, left);
            }
            break;
        }
        fits = end;
    }
    taken.push_str(&paragraph[..fits]);
    (taken.trim_end().to_owned(), rest[fits..].to_owned())
}

/// Returns the place in a paragraph at which its first lines end: so many of them.
fn line_end(paragraph: &str, width: f64, letter: f64, lines: f64) -> usize {
    let room = WIDTH_USED * width / letter;
    let (mut count, mut end) = (0.0, paragraph.len());
    each_break(paragraph, room, |at| {
        count += 1.0;
        end = at;
        count < lines
    });
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line breaks as in a browser: 「。」 begins no line, 「（」 ends none, a number is not divided.
    #[test]
    fn lines_are_broken_as_a_browser_breaks_them() {
        for (text, room, count) in [
            ("あいうえお", 5.1, 1.0),
            ("あいうえお。かき", 5.1, 2.0),
            ("あいうえ（かきく", 5.1, 2.0),
            ("あいうえおかきくけこ。", 5.1, 3.0),
            ("人口12,345人", 4.1, 3.0),
            ("一行目\n二行目", 9.0, 2.0),
            ("", 5.0, 1.0),
        ] {
            assert_eq!(lines(text, room, 1.0), count, "{text}");
        }
    }

    #[test]
    fn a_very_long_sentence_is_cut_at_the_end_of_a_line() {
        let long = "あ".repeat(40_000);
        let mut left = long.clone();
        let mut parts = Vec::new();
        while !left.is_empty() {
            let (here, there) = divided(&left, 30.5, 1.0, 40.0);
            assert_eq!(
                lines(&here, 30.5, 1.0),
                40.0_f64.min(lines(&left, 30.5, 1.0))
            );
            parts.push(here);
            left = there;
        }
        assert_eq!(parts.concat(), long);
        // A shorter one stays whole.
        let short = "あ".repeat(300);
        assert_eq!(divided(&short, 30.5, 1.0, 5.0), (String::new(), short));
    }
}
