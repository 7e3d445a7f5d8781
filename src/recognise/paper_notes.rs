//! Notes read from paper: one text, a line a note.
//!
//! - A line is a note; blank lines are none, and a mark of a list before it is no part of it (W10).
//! - `×3`, `x3` or `＊3` at the end: so many stickers (W11).
//! - `！` before it or `困りごと：` is a trouble, `＋` or `できること：` what somebody can do, `？` or `質問：` a question; anything
//!   else, and `アイデア：`, is an idea (W12).
//! - `@2` before it: it speaks to the goal numbered 2, `@横1` to the first that cuts across (W13).
//! - What has stickers or a goal, and no word, is no note, and is told (W29).

use strategy::{IdeaKind, half_width};

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperNote {
    /// The line it stands in, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
    /// What kind of contribution it is.
    pub kind: IdeaKind,
    /// Stickers on it.
    pub stickers: u32,
    /// The number of the goal it speaks to.
    pub goal: Option<String>,
}

/// The kinds by what stands before a note: a mark, or a word and a colon.
const MARKS: [(&str, IdeaKind); 4] = [
    ("!", IdeaKind::Trouble),
    ("*", IdeaKind::Idea),
    ("+", IdeaKind::Offer),
    ("?", IdeaKind::Question),
];
const WORDS: [(&str, IdeaKind); 8] = [
    ("困りごと", IdeaKind::Trouble),
    ("困", IdeaKind::Trouble),
    ("アイデア", IdeaKind::Idea),
    ("案", IdeaKind::Idea),
    ("できること", IdeaKind::Offer),
    ("で", IdeaKind::Offer),
    ("質問", IdeaKind::Question),
    ("問", IdeaKind::Question),
];

/// Reads notes, in the order of their lines.
pub fn read(text: &str) -> Vec<PaperNote> {
    let lines = text.lines().enumerate();
    lines
        .filter_map(|(index, line)| note(index + 1, line))
        .collect()
}

/// Lines that are no note, though something stands in them: stickers or a goal without a word.
pub fn without_text(text: &str) -> Vec<usize> {
    let lines = text.lines().enumerate();
    let is_lost =
        |(index, line): &(usize, &str)| !bare(line).is_empty() && note(index + 1, line).is_none();
    lines.filter(is_lost).map(|(index, _)| index + 1).collect()
}

fn note(line: usize, written: &str) -> Option<PaperNote> {
    let mut rest = bare(written);
    let mut kind = IdeaKind::Idea;
    let mut goal = None;
    // Kind and goal may stand in either order.
    for _ in 0..2 {
        if let Some((said, behind)) = kind_before(rest) {
            (kind, rest) = (said, behind);
        }
        if let Some((number, behind)) = goal_before(rest) {
            (goal, rest) = (Some(number), behind);
        }
    }
    let (rest, stickers) = stickers_behind(rest);
    let text = rest.trim();
    (!text.is_empty()).then(|| PaperNote {
        line,
        text: text.to_owned(),
        kind,
        stickers,
        goal,
    })
}

/// Without the mark of a list.
fn bare(line: &str) -> &str {
    let line = line.trim();
    let marks = ['・', '●', '○', '◯', '■', '□', '‐', '－', '-', '•'];
    line.strip_prefix(marks).map_or(line, str::trim_start)
}

fn kind_before(text: &str) -> Option<(IdeaKind, &str)> {
    let mut letters = text.chars();
    let first = letters.next()?;
    let mark = half_width(first.encode_utf8(&mut [0; 4]));
    if let Some((_, kind)) = MARKS.iter().find(|(known, _)| *known == mark) {
        return Some((*kind, letters.as_str().trim_start()));
    }
    WORDS.iter().find_map(|(word, kind)| {
        let behind = text.strip_prefix(word)?;
        let behind = behind.strip_prefix([':', '：'])?;
        Some((*kind, behind.trim_start()))
    })
}

fn goal_before(text: &str) -> Option<(String, &str)> {
    let behind = text.strip_prefix(['@', '＠'])?;
    let is_part = |letter: char| letter == '横' || letter.is_alphanumeric() && is_digit(letter);
    let end = behind.find(|letter| !is_part(letter));
    let (number, rest) = behind.split_at(end.unwrap_or(behind.len()));
    let number = half_width(number);
    (!number.is_empty()).then(|| {
        (
            number,
            rest.trim_start_matches([':', '：', ' ', '\u{3000}']),
        )
    })
}

fn is_digit(letter: char) -> bool {
    matches!(letter, '0'..='9' | '０'..='９')
}

/// What stands before `×3`, and the number; a number above what a sheet of paper holds is a part of the text.
fn stickers_behind(text: &str) -> (&str, u32) {
    let text = text.trim_end();
    let digits = text
        .chars()
        .rev()
        .take_while(|letter| is_digit(*letter))
        .map(char::len_utf8)
        .sum::<usize>();
    let (before, number) = text.split_at(text.len() - digits);
    let sign = ['×', 'x', 'X', 'ｘ', 'Ｘ', '✕', '✖', '*', '＊'];
    let before = before.trim_end().strip_suffix(sign);
    let number: Option<u32> = half_width(number).parse().ok();
    match (before, number) {
        (Some(before), Some(number)) if number <= 9_999 => (before.trim_end(), number),
        _ => (text, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> PaperNote {
        let mut notes = read(line);
        assert_eq!(notes.len(), 1, "{line}");
        notes.remove(0)
    }

    #[test]
    fn w10_a_line_is_a_note_without_the_mark_of_a_list() {
        let notes = read("・バスが遠い\n\n  \n● 病院の待ち時間\r\n- 朝の渋滞\n図書館を夜まで");
        let texts: Vec<_> = notes
            .iter()
            .map(|one| (one.line, one.text.as_str()))
            .collect();
        let expected = [
            (1, "バスが遠い"),
            (4, "病院の待ち時間"),
            (5, "朝の渋滞"),
            (6, "図書館を夜まで"),
        ];
        assert_eq!(texts, expected);
    }

    #[test]
    fn w11_a_cross_and_a_number_at_the_end_are_stickers() {
        for (line, text, stickers) in [
            ("雨の日の遊び場 ×3", "雨の日の遊び場", 3),
            ("雨の日の遊び場x12", "雨の日の遊び場", 12),
            ("雨の日の遊び場　ｘ３", "雨の日の遊び場", 3),
            ("雨の日の遊び場×３", "雨の日の遊び場", 3),
            ("雨の日の遊び場 * 4", "雨の日の遊び場", 4),
            ("国道276", "国道276", 0),
            ("3×3の広場", "3×3の広場", 0),
            ("倍×99999", "倍×99999", 0),
            ("×", "×", 0),
        ] {
            let note = one(line);
            assert_eq!(
                (note.text.as_str(), note.stickers),
                (text, stickers),
                "{line}"
            );
        }
        assert_eq!(read("×3"), []);
    }

    #[test]
    fn w29_a_line_without_a_word_is_told() {
        let text = "図書館を夜まで\n×3\n\n・\n＠2 ×4\n！\n×";
        assert_eq!(without_text(text), [2, 5, 6]);
        assert_eq!(read(text).len(), 2);
    }

    #[test]
    fn w12_a_mark_or_a_word_before_it_says_its_kind() {
        for (line, kind, text) in [
            ("！バスがない", IdeaKind::Trouble, "バスがない"),
            ("困りごと：バスがない", IdeaKind::Trouble, "バスがない"),
            ("困:バスがない", IdeaKind::Trouble, "バスがない"),
            ("困ったときの窓口", IdeaKind::Idea, "困ったときの窓口"),
            ("+ 畑を貸せます", IdeaKind::Offer, "畑を貸せます"),
            ("できること： 畑を貸せます", IdeaKind::Offer, "畑を貸せます"),
            ("？いつ始まるか", IdeaKind::Question, "いつ始まるか"),
            ("・質問：いつ始まるか", IdeaKind::Question, "いつ始まるか"),
            ("アイデア：夜の図書館", IdeaKind::Idea, "夜の図書館"),
        ] {
            let note = one(line);
            assert_eq!((note.kind, note.text.as_str()), (kind, text), "{line}");
        }
    }

    #[test]
    fn w13_a_note_says_the_number_of_its_goal() {
        for (line, goal) in [
            ("@2 夜の図書館", Some("2")),
            ("＠２夜の図書館", Some("2")),
            ("！@横1：夜の図書館", Some("横1")),
            ("@横1 ！夜の図書館", Some("横1")),
            ("夜の図書館 @2", None),
            ("@夜の図書館", None),
        ] {
            assert_eq!(one(line).goal.as_deref(), goal, "{line}");
        }
    }
}
