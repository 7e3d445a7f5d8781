//! Brackets around a word, a unit or a number, as towns write them.

/// Pairs of brackets, opening and closing.
pub type Brackets = &'static [(char, char)];

/// All brackets, the usual ones first.
pub const ALL: Brackets = &[
    ('(', ')'),
    ('（', '）'),
    ('[', ']'),
    ('［', '］'),
    ('【', '】'),
    ('〔', '〕'),
    ('〈', '〉'),
    ('<', '>'),
    ('＜', '＞'),
    ('《', '》'),
    ('｛', '｝'),
];
/// Brackets around a whole cell of a table.
pub const OF_CELLS: Brackets = ALL.split_at(6).0;
/// Brackets in a note on paper, where < and 《 are words of residents.
pub const OF_NOTES: Brackets = ALL.split_at(7).0;
