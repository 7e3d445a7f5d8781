//! A title that is broken over two lines (O10).

use super::line::Line;
use crate::arrows::arrow_in;
use crate::open_end::{closes, is_open};
use crate::table::head;

/// Certainty that the line below a title is the rest of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapped {
    /// It can be nothing else.
    Surely,
    /// A person has to say.
    Perhaps,
}

/// No line begins so that is a text of its own.
const OPEN_STARTS: [char; 15] = [
    'を', 'ん', 'ー', 'っ', 'ゃ', 'ゅ', 'ょ', 'ッ', 'ャ', 'ュ', 'ョ', '、', '」', '）', ')',
];
/// First characters of a line that is a note beside the title.
const ASIDES: [char; 9] = ['（', '(', '【', '［', '[', '＜', '<', '※', '→'];
/// Words after a bracket that begin a note: （注）, [メモ].
const NOTES: [&str; 9] = [
    "注",
    "備考",
    "メモ",
    "出典",
    "資料",
    "単位",
    "参考",
    "要確認",
    "再掲",
];
/// A title that fills a line is so long.
const FULL: usize = 20;
/// A title that may lose its last letter to the next line is so long.
const LONGER: usize = 10;
/// A title over two lines is not longer.
const LONGEST: usize = 80;

/// Decides if the line directly below a title continues it; `None`: it does not.
pub fn wrapped(title: &str, below: &Line) -> Option<Wrapped> {
    let (own, more) = (title.chars().count(), below.text.chars().count());
    if below.gap || below.tabbed || own == 0 || own + more > LONGEST {
        return None;
    }
    // An indicator's line: 12人 → 20人.
    if arrow_in(title).is_some() || arrow_in(&below.text).is_some() {
        return None;
    }
    if is_labelled(&below.text) || is_note(&below.text) {
        return None;
    }
    // No text is one letter: 確保・育 and 成.
    let is_letter = more == 1 && own >= LONGER && below.text.chars().all(char::is_alphabetic);
    let surely = is_letter
        || closes(title, &below.text)
        || is_open(title)
        || below.text.starts_with(OPEN_STARTS);
    if surely {
        return Some(Wrapped::Surely);
    }
    let perhaps = own >= FULL && more <= own && !below.text.starts_with(ASIDES);
    perhaps.then_some(Wrapped::Perhaps)
}

/// 指標名：空き店舗数: a line that says what it holds.
fn is_labelled(text: &str) -> bool {
    let label = text.split_once([':', '：']);
    label.is_some_and(|(label, _)| head(label.trim()).is_some())
}

/// （注）見直し中, ※ or ＊要確認: a line that speaks of what stands above it.
fn is_note(text: &str) -> bool {
    let inside = text.strip_prefix(ASIDES).unwrap_or(text);
    let named = NOTES.iter().any(|word| inside.starts_with(word));
    text.starts_with(['※', '＊', '*', '→'])
        || inside.len() < text.len() && named
        || starts_note(text)
}

/// 注）, 注1：, 備考：.
fn starts_note(text: &str) -> bool {
    NOTES.iter().any(|word| {
        let behind = text.strip_prefix(word);
        let behind = behind.map(|text| text.trim_start_matches(char::is_numeric));
        behind.is_some_and(|text| text.starts_with([')', '）', ':', '：']))
    })
}

/// Both as one; letters of the alphabet keep apart.
pub fn joined(title: &str, below: &str) -> String {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let apart = is_letter(title.chars().next_back()) && is_letter(below.chars().next());
    [title, if apart { " " } else { "" }, below].concat()
}
