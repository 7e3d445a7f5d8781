//! Names and titles that cannot be whole: what they are about is still to come.

/// No name ends so.
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
/// Words that end as an open name does, and are whole.
const WHOLE_ENDS: [&str; 13] = [
    "ひと",
    "さと",
    "こと",
    "もと",
    "そと",
    "おと",
    "ごと",
    "もの",
    "おや",
    "へや",
    "あと",
    "ずっと",
    "もっと",
];
const BRACKETS: [(char, char); 4] = [('「', '」'), ('『', '』'), ('（', '）'), ('(', ')')];

/// True if a name goes on, whatever follows: 若者の, 子どもや.
pub fn is_open(name: &str) -> bool {
    OPEN_ENDS.iter().any(|end| name.ends_with(end))
        && !WHOLE_ENDS.iter().any(|end| name.ends_with(end))
}

/// True if a text closes a bracket that a name opens.
pub fn closes(name: &str, text: &str) -> bool {
    BRACKETS.iter().any(|(open, close)| {
        let count = |c: &char| name.matches(*c).count();
        count(open) > count(close) && text.contains(*close)
    })
}
