//! ふりがな of the app's own words in やさしい日本語: added to every word of the packed texts that has a reading in a
//! list.

use std::collections::BTreeMap;

use super::packed::HOLE;

// The same marks as in `markup::ruby`, so that no build script has to compile that crate.
const WORD: char = '\u{fff9}';
const READING: char = '\u{fffa}';
const READ: char = '\u{fffb}';

/// A line of the list: a word and its reading, with a space between them. A word that begins with `}` follows a
/// number or another inserted text; the reading `-` leaves the word without one.
#[derive(Debug, Clone)]
struct FuriganaEntry {
    word: Vec<char>,
    after_hole: bool,
    reading: Option<String>,
}

/// The readings of words.
#[derive(Debug, Clone, Default)]
pub struct Readings(Vec<FuriganaEntry>);

impl Readings {
    /// Reads the list; the longest words come first.
    pub fn read(list: &str) -> Self {
        let lines = list.lines().filter_map(|line| line.split_once(' '));
        let entry = |(word, reading): (&str, &str)| FuriganaEntry {
            word: word.trim_start_matches('}').chars().collect(),
            after_hole: word.starts_with('}'),
            reading: Some(reading.trim().to_owned()).filter(|reading| reading != "-"),
        };
        let ranked = lines.map(entry).enumerate().map(|(at, entry)| {
            let rank = (!entry.after_hole, usize::MAX - entry.word.len(), at);
            (rank, entry)
        });
        let ranked: BTreeMap<_, _> = ranked.collect();
        Self(ranked.into_values().collect())
    }

    /// Returns a packed text with the readings of its words.
    pub fn put_over(&self, packed: &str) -> String {
        let letters: Vec<char> = packed.chars().collect();
        let mut out = String::with_capacity(packed.len() * 2);
        let mut at = 0;
        while at < letters.len() {
            let after_hole = at > 1 && letters[at - 2] == HOLE;
            let rest = &letters[at..];
            let fits = |entry: &&FuriganaEntry| {
                (after_hole || !entry.after_hole) && rest.starts_with(&entry.word)
            };
            match self.0.iter().find(fits) {
                Some(entry) => {
                    entry.write(&mut out);
                    at += entry.word.len();
                }
                None => {
                    out.push(letters[at]);
                    at += 1;
                }
            }
        }
        out
    }
}

impl FuriganaEntry {
    /// Writes the word; the reading covers its kanji, not the kana around them.
    fn write(&self, out: &mut String) {
        let word: String = self.word.iter().collect();
        let Some(reading) = &self.reading else {
            out.push_str(&word);
            return;
        };
        let read: Vec<char> = reading.chars().collect();
        let same = |(a, b): &(&char, &char)| a == b;
        let tail = self.word.iter().rev().zip(read.iter().rev());
        let tail = tail.take_while(same).count();
        let head = self.word.iter().zip(&read).take_while(same).count();
        let head = head.min(self.word.len() - tail).min(read.len() - tail);
        out.extend(&self.word[..head]);
        out.push(WORD);
        out.extend(&self.word[head..self.word.len() - tail]);
        out.push(READING);
        out.extend(&read[head..read.len() - tail]);
        out.push(READ);
        out.extend(&self.word[self.word.len() - tail..]);
    }
}
