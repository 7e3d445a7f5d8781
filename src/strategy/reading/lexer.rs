//! The printed text as the parser sees it: one plain character for each printed one, and helpers to walk over them.

use std::ops::Range;

use crate::half_width::narrow;

/// Returns the plain form of a printed character. One for one, so that positions in the two texts agree.
fn plain(c: char) -> char {
    match narrow(c) {
        '−' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '﹣' | '─' | '━' => '-',
        '〜' | '∼' => '~',
        '〈' | '《' | '〔' | '【' | '「' | '『' | '<' | '{' => '(',
        '〉' | '》' | '〕' | '】' | '」' | '』' | '>' | '}' => ')',
        '⁄' | '∕' => '/',
        '､' => '、',
        '｡' => '。',
        '･' => '・',
        'ｰ' => 'ー',
        '㌫' => '%',
        '∆' | 'Δ' | '▵' => '△',
        '⇒' | '⇨' | '➡' | '⟶' => '→',
        '↑' | '⤴' | '⇗' | '⬈' | '⇧' => '↗',
        '↓' | '⤵' | '⇘' | '⬊' | '⇩' => '↘',
        '¦' | '│' => '|',
        '\n' => '\n',
        '\u{FE0E}' | '\u{FE0F}' | '\u{200B}' | '\u{FEFF}' => ' ',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Returns the whole text in plain characters.
pub(super) fn scan(text: &str) -> Vec<char> {
    text.chars().map(plain).collect()
}

/// True for a space or a line break.
pub(super) fn is_space(c: char) -> bool {
    c == ' ' || c == '\n'
}

/// Returns the position after any spaces at `i`.
pub(super) fn skip_spaces(s: &[char], mut i: usize) -> usize {
    while s.get(i).is_some_and(|c| is_space(*c)) {
        i += 1;
    }
    i
}

/// Returns the range without spaces at its ends.
pub(super) fn trim(s: &[char], range: Range<usize>) -> Range<usize> {
    let start = skip_spaces(&s[..range.end], range.start);
    let mut end = range.end;
    while end > start && is_space(s[end - 1]) {
        end -= 1;
    }
    start..end
}

/// True if there is a digit at `i`.
pub(super) fn digit_at(s: &[char], i: usize) -> bool {
    s.get(i).is_some_and(char::is_ascii_digit)
}

/// Returns the position after `word` at `i`; line breaks and spaces inside the word are allowed.
pub(super) fn word(s: &[char], i: usize, word: &str) -> Option<usize> {
    let mut rest = word.chars();
    if *s.get(i)? != rest.next()? {
        return None;
    }
    let mut i = i + 1;
    for c in rest {
        i = skip_spaces(s, i);
        if *s.get(i)? != c {
            return None;
        }
        i += 1;
    }
    Some(i)
}

/// Splits a text of words with spaces between them at compile time.
macro_rules! words {
    ($text:expr) => {{
        const WORDS: [&str; $crate::reading::lexer::count($text)] =
            $crate::reading::lexer::split($text);
        &WORDS as &'static [&'static str]
    }};
}
pub(super) use words;

/// Number of words in a text.
pub(super) const fn count(text: &str) -> usize {
    let (mut n, mut i) = (1, 0);
    while i < text.len() {
        n += (text.as_bytes()[i] == b' ') as usize;
        i += 1;
    }
    n
}

/// Returns the `N` words of a text.
pub(super) const fn split<const N: usize>(mut text: &'static str) -> [&'static str; N] {
    let mut words = [""; N];
    let mut n = 0;
    while n < N {
        let mut end = 0;
        while end < text.len() && text.as_bytes()[end] != b' ' {
            end += 1;
        }
        (words[n], text) = text.split_at(end);
        if !text.is_empty() {
            text = text.split_at(1).1;
        }
        n += 1;
    }
    words
}

/// Words by their meaning.
pub(super) type WordsByMeaning<T> = [(T, &'static [&'static str])];

/// A table of words that quickly skips characters with which no word begins.
pub(super) struct WordTable<T: 'static> {
    words: &'static WordsByMeaning<T>,
    /// One bit for each remainder by 127 of a word's first character.
    firsts: u128,
}

impl<T: Copy> WordTable<T> {
    pub const fn new(words: &'static WordsByMeaning<T>) -> Self {
        let mut firsts = 0;
        let mut group = 0;
        while group < words.len() {
            let mut n = 0;
            while n < words[group].1.len() {
                firsts |= 1 << (first(words[group].1[n]) % 127);
                n += 1;
            }
            group += 1;
        }
        Self { words, firsts }
    }

    /// Returns the position after the longest word at `i`, and its meaning.
    pub fn at(&self, s: &[char], i: usize) -> Option<(usize, T)> {
        let c = *s.get(i)?;
        if self.firsts >> (c as u32 % 127) & 1 == 0 {
            return None;
        }
        let mut best: Option<(usize, T)> = None;
        for &(what, words) in self.words {
            for w in words {
                if let Some(end) = word(s, i, w)
                    && best.is_none_or(|(b, _)| end > b)
                {
                    best = Some((end, what));
                }
            }
        }
        best
    }

    /// True if the text ends with one of the words.
    pub fn ends(&self, s: &[char]) -> bool {
        let mut words = self.words.iter().flat_map(|(_, words)| *words);
        words.any(|w| ends_with(s, w))
    }
}

/// Returns the first character of a word, as a number.
const fn first(word: &str) -> u32 {
    let b = word.as_bytes();
    match b[0] {
        0..0x80 => b[0] as u32,
        0x80..0xE0 => (b[0] as u32 & 0x1F) << 6 | (b[1] as u32 & 0x3F),
        _ => (b[0] as u32 & 0x0F) << 12 | (b[1] as u32 & 0x3F) << 6 | (b[2] as u32 & 0x3F),
    }
}

/// Returns the position after the longest of the words at `i`.
pub(super) fn any_word(s: &[char], i: usize, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|w| word(s, i, w)).max()
}

/// Returns the inside of a bracket that opens at `i`, and the position after its close.
pub(super) fn bracket(s: &[char], i: usize) -> Option<(Range<usize>, usize)> {
    let (open, close) = match s.get(i)? {
        '(' => ('(', ')'),
        '[' => ('[', ']'),
        _ => return None,
    };
    let mut depth = 0;
    for (j, &c) in s.iter().enumerate().skip(i) {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some((i + 1..j, j + 1));
            }
        }
    }
    None
}

/// Returns the characters as text; spaces remain only between two Latin letters or digits.
pub(super) fn collapse_spaces(s: &[char]) -> String {
    let mut out = String::new();
    let mut gap = false;
    let mut last = ' ';
    for &c in s {
        if is_space(c) {
            gap = true;
            continue;
        }
        if gap && last.is_ascii_alphanumeric() && c.is_ascii_alphanumeric() {
            out.push(' ');
        }
        gap = false;
        last = c;
        out.push(c);
    }
    out
}

/// Returns the characters without brackets, their content, and spaces.
pub(super) fn strip_brackets(s: &[char]) -> Vec<char> {
    let mut out = Vec::with_capacity(s.len());
    let mut i = 0;
    while i < s.len() {
        if let Some((_, end)) = bracket(s, i) {
            i = end;
            continue;
        }
        if !is_space(s[i]) {
            out.push(s[i]);
        }
        i += 1;
    }
    out
}

/// True if the text contains the word.
pub(super) fn contains(s: &[char], w: &str) -> bool {
    (0..s.len()).any(|i| word(s, i, w).is_some())
}

/// True if the characters are one of the words.
pub(super) fn is_one_of(s: &[char], words: &[&str]) -> bool {
    words.iter().any(|w| w.chars().eq(s.iter().copied()))
}

/// True if the characters end with the word.
pub(super) fn ends_with(s: &[char], word: &str) -> bool {
    if s.last() != word.chars().next_back().as_ref() {
        return false;
    }
    let n = word.chars().count();
    s.len() >= n && word.chars().eq(s[s.len() - n..].iter().copied())
}

/// ひらがな.
pub(super) fn is_hiragana(c: char) -> bool {
    ('ぁ'..='ゖ').contains(&c)
}

/// 漢字.
pub(super) fn is_kanji(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || c == '々'
}

/// True for a character of Japanese or Latin words.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || c == 'ー' || c == '々' || c == '・'
}
