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

/// True of a sign that begins no line (行頭禁則): it stays with what stands before it.
fn begins_no_line(c: char) -> bool {
    "、。，．・：；？！）〕］｝〉》」』】ー～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々,.:;?!)]}%％".contains(c)
}

/// True of a sign that ends no line (行末禁則): it stays with what follows it.
fn ends_no_line(c: char) -> bool {
    "（〔［｛〈《「『【([{".contains(c)
}

/// Returns how many lines a text takes in a width, with letters of a size; both in mm.
pub fn lines(text: &str, width: f64, letter: f64) -> f64 {
    let room = WIDTH_USED * width / letter;
    text.split('\n').map(|line| lines_of(line, room)).sum()
}

/// Returns how many lines a paragraph takes where a line holds `room` letters. It breaks between any two letters, but not
/// beside the signs above, in a word or in a number.
fn lines_of(paragraph: &str, room: f64) -> f64 {
    if letters(paragraph) <= room {
        return 1.0;
    }
    let (mut count, mut used, mut piece) = (1.0, 0.0, 0.0);
    let mut before = ' ';
    let mut put = |piece: f64| {
        if used > 0.0 && used + piece > room {
            count += 1.0;
            used = 0.0;
        }
        used += piece;
        // A piece wider than the line is broken anywhere.
        while used > room {
            count += 1.0;
            used -= room;
        }
    };
    for c in paragraph.chars() {
        let word = |c: char| c.is_ascii_alphanumeric();
        let in_number = matches!(before, ',' | '.') && c.is_ascii_digit();
        let in_word = in_number || word(before) && word(c);
        let stays = in_word || begins_no_line(c) || ends_no_line(before);
        if !stays {
            put(std::mem::take(&mut piece));
        }
        piece += letter_width(c);
        before = c;
    }
    put(piece);
    count
}

/// Cuts a text after `room` lines: whole paragraphs first, then whole sentences. Returns what fits and what is left.
pub fn divided(text: &str, width: f64, letter: f64, room: f64) -> (String, String) {
    let (mut taken, mut used) = (String::new(), 0.0);
    let mut rest = text;
    while let Some(paragraph) = rest.split_inclusive('\n').next() {
        let need = lines(paragraph.trim_end_matches('\n'), width, letter);
        if used + need > room {
            break;
        }
        taken.push_str(paragraph);
        used += need;
        rest = &rest[paragraph.len()..];
    }
    let paragraph = rest.split('\n').next().unwrap_or_default();
    let mut sentences = String::new();
    for sentence in paragraph.split_inclusive('。') {
        if used + lines(&format!("{sentences}{sentence}"), width, letter) > room {
            break;
        }
        sentences.push_str(sentence);
    }
    let rest = &rest[sentences.len()..];
    taken.push_str(&sentences);
    (taken.trim_end().to_owned(), rest.to_owned())
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
}
