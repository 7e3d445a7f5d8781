//! A title that is broken over two lines (O10).

use super::line::Line;
use crate::table::head;

/// Certainty that the line below a title is the rest of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapped {
    /// It can be nothing else.
    Surely,
    /// A person has to say.
    Perhaps,
}

/// No title ends so: what it is about is still to come.
const OPEN_ENDS: [&str; 12] = [
    "の",
    "を",
    "や",
    "が",
    "と",
    "、",
    "・",
    "および",
    "及び",
    "並びに",
    "または",
    "又は",
];
/// Words that end as an open title does, and are whole.
const WHOLE_ENDS: [&str; 6] = ["ひと", "さと", "こと", "もと", "そと", "おと"];
/// No line begins so that is a text of its own.
const OPEN_STARTS: [char; 15] = [
    'を', 'ん', 'ー', 'っ', 'ゃ', 'ゅ', 'ょ', 'ッ', 'ャ', 'ュ', 'ョ', '、', '」', '）', ')',
];
/// First characters of a line that is a note beside the title.
const ASIDES: [char; 9] = ['（', '(', '【', '［', '[', '＜', '<', '※', '→'];
const BRACKETS: [(char, char); 4] = [('「', '」'), ('『', '』'), ('（', '）'), ('(', ')')];
/// A title that fills a line is so long.
const FULL: usize = 20;
/// A title over two lines is not longer.
const LONGEST: usize = 80;

/// Decides if the line directly below a title continues it; `None`: it does not.
pub fn wrapped(title: &str, below: &Line) -> Option<Wrapped> {
    let (own, more) = (title.chars().count(), below.text.chars().count());
    // An indicator's line: 12人 → 20人.
    let has_arrow = |text: &str| text.contains(['→', '⇒', '➡', '⇨']);
    if below.gap || below.tabbed || own == 0 || own + more > LONGEST {
        return None;
    }
    if has_arrow(title) || has_arrow(&below.text) || is_labelled(&below.text) {
        return None;
    }
    let is_open = |(open, close): &(char, char)| {
        let count = |c: &char| title.matches(*c).count();
        count(open) > count(close) && below.text.contains(*close)
    };
    let surely = BRACKETS.iter().any(is_open)
        || OPEN_ENDS.iter().any(|end| title.ends_with(end))
            && !WHOLE_ENDS.iter().any(|end| title.ends_with(end))
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

/// Both as one; letters of the alphabet keep apart.
pub fn joined(title: &str, below: &str) -> String {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let apart = is_letter(title.chars().next_back()) && is_letter(below.chars().next());
    [title, if apart { " " } else { "" }, below].concat()
}
