//! Differences between two wordings, word by word. A Japanese text has no spaces: a word ends where the script
//! changes.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// It stands in both.
    Same(String),
    /// The other has it otherwise, or not at all.
    Changed(String),
    /// 略: paragraphs that stand in both.
    Omitted,
}

/// One wording before, and one after.
pub type Wordings = [Vec<Piece>; 2];

/// Returns the differences between two wordings: before, after. Equal paragraphs are left out.
pub fn wordings(before: &str, after: &str) -> Wordings {
    let [old, new] = [before, after].map(|text| text.split('\n').collect::<Vec<_>>());
    let mut both = Both::default();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
        both.line();
        match op {
            DiffOp::Equal { .. } => both
                .sides
                .iter_mut()
                .for_each(|side| side.push(Piece::Omitted)),
            DiffOp::Replace { .. } => both.words(&old.join("\n"), &new.join("\n")),
            DiffOp::Delete { .. } => push(&mut both.sides[0], true, &old.join("\n")),
            DiffOp::Insert { .. } => push(&mut both.sides[1], true, &new.join("\n")),
        }
    }
    both.sides
}

#[derive(Default)]
struct Both {
    sides: Wordings,
}

impl Both {
    /// Goes to a new line where something stands already.
    fn line(&mut self) {
        for side in self.sides.iter_mut().filter(|side| !side.is_empty()) {
            push(side, false, "\n");
        }
    }

    fn words(&mut self, before: &str, after: &str) {
        let (old, new) = (words(before), words(after));
        let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
        for (at, op) in ops.iter().enumerate() {
            let (old, new) = (old[op.old_range()].concat(), new[op.new_range()].concat());
            let inner = at > 0 && at + 1 < ops.len();
            let changed = !matches!(op, DiffOp::Equal { .. }) || inner && is_slight(&old);
            push(&mut self.sides[0], changed, &old);
            push(&mut self.sides[1], changed, &new);
        }
    }
}

/// Adds to the stretch before it where that is of its kind.
fn push(side: &mut Vec<Piece>, changed: bool, text: &str) {
    if text.is_empty() {
        return;
    }
    match (side.last_mut(), changed) {
        (Some(Piece::Same(last)), false) | (Some(Piece::Changed(last)), true) => {
            last.push_str(text);
        }
        (_, false) => side.push(Piece::Same(text.to_owned())),
        (_, true) => side.push(Piece::Changed(text.to_owned())),
    }
}

/// True if the text between two changes is too slight to separate them: a particle, a mark.
fn is_slight(text: &str) -> bool {
    let slight = |letter| matches!(script(letter), Script::Hiragana | Script::Mark);
    text.chars().count() <= 2 && text.chars().all(slight)
}

/// Class of letters that form a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Kanji,
    Hiragana,
    Katakana,
    Latin,
    Figure,
    Space,
    Mark,
}

fn script(letter: char) -> Script {
    match letter {
        '々' | '〆' | 'ヶ' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Script::Kanji,
        '\u{3041}'..='\u{309f}' => Script::Hiragana,
        '\u{30a1}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' if letter != '・' => Script::Katakana,
        '0'..='9' | '０'..='９' | ',' | '.' | '，' | '．' | '△' | '▲' | '%' | '％' => {
            Script::Figure
        }
        ' ' | '\u{3000}' | '\n' | '\t' => Script::Space,
        letter if letter.is_alphabetic() => Script::Latin,
        _ => Script::Mark,
    }
}

/// The words of a text, and what stands between them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut begin = 0;
    let mut last = None;
    for (at, letter) in text.char_indices() {
        let script = script(letter);
        let goes_on = last == Some(script) && script != Script::Mark;
        if at > 0 && !goes_on {
            words.push(&text[begin..at]);
            begin = at;
        }
        last = Some(script);
    }
    if begin < text.len() {
        words.push(&text[begin..]);
    }
    words
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(pieces: &[Piece]) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Same(text) => text.clone(),
            Piece::Changed(text) => format!("[{text}]"),
            Piece::Omitted => "(略)".to_owned(),
        };
        pieces.iter().map(piece).collect()
    }

    #[test]
    fn i70_a_word_ends_where_the_script_changes() {
        let text = "令和6年度の観光客を1,200人へ、ICTとＳＮＳで増やす。";
        assert_eq!(
            words(text).join("|"),
            "令和|6|年度|の|観光客|を|1,200|人|へ|、|ICT|と|ＳＮＳ|で|増|やす|。"
        );
        assert!(words("").is_empty());
    }

    #[test]
    fn i70_changed_words_are_told_on_both_sides() {
        for (before, after, old, new) in [
            (
                "観光客を増やす",
                "観光客を2倍に増やす",
                "観光客を増やす",
                "観光客を[2倍に]増やす",
            ),
            ("町民課", "福祉課", "[町民課]", "[福祉課]"),
            ("1,200人", "1,300人", "[1,200]人", "[1,300]人"),
            (
                "農業を守る",
                "漁業と育てる",
                "[農業を守る]",
                "[漁業と育てる]",
            ),
            ("おなじ", "おなじ", "(略)", "(略)"),
            (
                "一\n二\n三",
                "一\n四\n三",
                "(略)\n[二]\n(略)",
                "(略)\n[四]\n(略)",
            ),
            ("一\n三", "一\n二\n三", "(略)\n\n(略)", "(略)\n[二]\n(略)"),
            ("", "あたらしい", "", "[あたらしい]"),
        ] {
            let [was, is] = wordings(before, after);
            assert_eq!((shown(&was).as_str(), shown(&is).as_str()), (old, new));
        }
    }

    proptest! {
        /// The pieces are the text itself, without the paragraphs that are the same on both sides.
        #[test]
        fn i70_nothing_is_lost(before in "[あい漢字1,。\n]{0,30}", after in "[あい漢字1,。\n]{0,30}") {
            let [was, is] = wordings(&before, &after);
            for (pieces, text) in [(was, &before), (is, &after)] {
                let told: String = pieces.iter().map(|piece| match piece {
                    Piece::Same(text) | Piece::Changed(text) => text.as_str(),
                    Piece::Omitted => "",
                }).collect();
                let mut rest = text.as_str();
                for line in told.split('\n').filter(|line| !line.is_empty()) {
                    let at = rest.find(line);
                    prop_assert!(at.is_some(), "{line:?} of {text:?}");
                    rest = &rest[at.unwrap_or(0) + line.len()..];
                }
            }
        }
    }
}
