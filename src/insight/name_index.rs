//! さくいん: the words in the names of a plan, each with the names that hold it.
//!
//! Words with a reading come from a list of what residents look for, and from names that give the reading themselves:
//! 「空家（あきや）」. Runs of katakana are their own reading. A name without any of them stands under its longest run of kanji.

use std::collections::{BTreeMap, BTreeSet};

use super::search::fold;
use super::workshop::furigana;
use strategy::*;

/// Words that residents look for; a line each, with its reading.
const WORDS: &str = include_str!("index_words.txt");
/// The first kana of each row, in katakana.
const ROWS: [char; 10] = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];
/// Shortest word of small Latin letters: shorter ones join words.
const LATIN: usize = 4;
/// Shortest word of katakana.
const KATAKANA: usize = 2;

/// Row of the index that a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndexRow {
    /// The row of a kana, from 0 for あ to 9 for わ.
    Kana(usize),
    /// Latin letters.
    Latin,
    /// Words without a reading.
    Unread,
}

/// A word, with the records whose names hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    /// Its row.
    pub row: IndexRow,
    /// The word.
    pub word: String,
    /// The records, in the order of the plan.
    pub of: Vec<AnyId>,
}

/// The words of a plan, in the order of their readings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameIndex {
    /// The words.
    pub entries: Vec<IndexEntry>,
}

impl NameIndex {
    /// Indexes the names of goals, measures, initiatives and indicators, and the texts of ideas (I82).
    pub fn of(s: &Strategy) -> Self {
        let names = names(s);
        let listed = readings(&names);
        let mut words: BTreeMap<(IndexRow, String, String), Vec<AnyId>> = BTreeMap::new();
        for (id, name) in &names {
            for (word, reading) in words_of(name, &listed) {
                let key = (row(&reading), reading, word);
                let of = words.entry(key).or_default();
                if of.last() != Some(id) {
                    of.push(*id);
                }
            }
        }
        let entries = words.into_iter();
        let entries = entries.map(|((row, _, word), of)| IndexEntry { row, word, of });
        Self {
            entries: entries.collect(),
        }
    }
}

fn names(s: &Strategy) -> Vec<(AnyId, String)> {
    let goals = s.goals.sorted().into_iter();
    let goals = goals.map(|one| (one.id.into(), one.title.clone()));
    let measures = s.measures_in_order().into_iter();
    let measures: Vec<_> = measures.collect();
    let initiatives = s.initiatives.by_parent();
    let initiatives = measures.iter().flat_map(|one| initiatives.under(one.id));
    let initiatives = initiatives.map(|one| (one.id.into(), one.title.clone()));
    let indicators = s.indicators.sorted().into_iter();
    let indicators = indicators.map(|one| (one.id.into(), one.name.clone()));
    let ideas = s.ideas.sorted().into_iter();
    let ideas = ideas.filter(|idea| idea.merged.is_none());
    let ideas = ideas.map(|one| (one.id.into(), one.text.clone()));
    let own = measures
        .iter()
        .map(|one| (one.id.into(), one.title.clone()));
    let all = goals.chain(own).chain(initiatives.collect::<Vec<_>>());
    let all = all.chain(indicators).chain(ideas);
    all.filter(|(_, name)| !name.trim().is_empty()).collect()
}

/// Words with their readings in katakana: those of the list, and those that a name reads itself.
fn readings(names: &[(AnyId, String)]) -> BTreeMap<String, String> {
    let listed = WORDS.lines().filter_map(|line| line.split_once(' '));
    let listed = listed.map(|(word, reading)| (word.to_owned(), fold(reading)));
    let read = names.iter().flat_map(|(_, name)| furigana(name));
    let read = read.filter(|(_, reading)| !reading.is_empty());
    let read = read.map(|(word, reading)| (word, fold(&reading)));
    listed.chain(read).collect()
}

/// The words of a name, each with its reading; without any, the name's longest run of kanji, or the name itself.
fn words_of(name: &str, listed: &BTreeMap<String, String>) -> BTreeSet<(String, String)> {
    let known = listed.iter().filter(|(word, _)| name.contains(*word));
    let known: Vec<_> = known.collect();
    let is_part = |word: &str| {
        let mut longer = known.iter().filter(|(one, _)| one.len() > word.len());
        longer.any(|(one, _)| one.contains(word))
    };
    let own = known.iter().filter(|(word, _)| !is_part(word));
    let mut words: BTreeSet<_> = own
        .map(|(word, reading)| ((*word).clone(), (*reading).clone()))
        .collect();
    let spelled = runs(name, is_katakana, KATAKANA).into_iter();
    let spelled = spelled.chain(latin(name));
    let spelled = spelled.filter(|word| !words.iter().any(|(known, _)| known.contains(word)));
    let spelled: Vec<_> = spelled.map(|word| (word.clone(), fold(&word))).collect();
    words.extend(spelled);
    if words.is_empty() {
        let kanji = runs(name, is_kanji, 2).into_iter();
        let longest = kanji.max_by_key(|word| word.chars().count());
        words.insert((
            longest.unwrap_or_else(|| name.trim().to_owned()),
            String::new(),
        ));
    }
    words
}

fn runs(name: &str, is_of: fn(char) -> bool, least: usize) -> Vec<String> {
    let runs = name.split(|letter| !is_of(letter));
    let runs = runs.filter(|run| run.chars().count() >= least);
    runs.map(str::to_owned).collect()
}

/// Words and abbreviations in Latin letters.
fn latin(name: &str) -> impl Iterator<Item = String> {
    let is_short_for = |word: &str| word.chars().all(char::is_uppercase);
    let runs = runs(name, is_latin, 2).into_iter();
    runs.filter(move |word| word.chars().count() >= LATIN || is_short_for(word))
}

fn is_katakana(letter: char) -> bool {
    matches!(letter, 'ァ'..='ヺ' | 'ー')
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn is_kanji(letter: char) -> bool {
    matches!(letter, '一'..='鿿' | '々' | '〆')
}

/// The row of a reading in katakana or lower case.
fn row(reading: &str) -> IndexRow {
    match reading.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => IndexRow::Latin,
        Some(first) => {
            let before = ROWS.iter().filter(|row| **row <= first.max('ア'));
            IndexRow::Kana(before.count().saturating_sub(1))
        }
        None => IndexRow::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(names: &[&str]) -> Strategy {
        let mut s = Strategy::default();
        for (at, name) in names.iter().enumerate() {
            s.indicators.insert(Indicator {
                id: Id::new(at as u64 + 1),
                order: Order::nth(at),
                name: (*name).to_owned(),
                ..Indicator::default()
            });
        }
        s
    }

    #[test]
    fn i82_every_name_stands_under_a_word_in_the_row_of_its_reading() {
        let s = plan(&[
            "空き家バンクの成約",
            "農地（のうち）の集積",
            "KPIの数",
            "会議体",
            "こと",
            "ガイドの数",
            "待機児童",
        ]);
        let index = NameIndex::of(&s).entries;
        let told: Vec<_> = index
            .iter()
            .map(|one| (one.row, one.word.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (IndexRow::Kana(0), "空き家"),
                (IndexRow::Kana(1), "ガイド"),
                (IndexRow::Kana(3), "待機児童"),
                (IndexRow::Kana(4), "農地"),
                (IndexRow::Kana(5), "バンク"),
                (IndexRow::Latin, "KPI"),
                (IndexRow::Unread, "こと"),
                (IndexRow::Unread, "会議体"),
            ]
        );
        let held: BTreeSet<_> = index.iter().flat_map(|one| &one.of).collect();
        assert_eq!(held.len(), s.indicators.len());
    }

    #[test]
    fn i82_every_sample_is_indexed_whole() {
        for bytes in [
            include_bytes!("../../public/samples/mihon.json").as_slice(),
            include_bytes!("../../public/samples/hokuto-2024.json"),
        ] {
            let s = format::json::read(bytes).expect("the sample is readable");
            let held: BTreeSet<_> = NameIndex::of(&s)
                .entries
                .iter()
                .flat_map(|one| one.of.clone())
                .collect();
            assert_eq!(held.len(), names(&s).len());
        }
    }
}
