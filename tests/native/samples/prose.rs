//! A sample contains no long prose of its document: titles, names and figures are as printed, longer texts are in
//! shorter words of our own.
//!
//! The documents are public, but not part of this project. The project stores only `tests/data/document-runs.u32le`:
//! of the text of all five, without white space and punctuation, the FNV-1a hash of every sixth run of 55 characters,
//! sorted. Sixty characters hold six such runs in a row, so that one of them is in the table wherever a text repeats
//! sixty characters or more.

use serde_json::Value;

use super::{ALL, bytes};

/// Number of characters that are hashed together.
const RUN: usize = 55;
/// Of this many runs in a row, one is in the table.
const STEP: usize = 6;

const TABLE: &[u8] = include_bytes!("../../data/document-runs.u32le");

fn bare(text: &str) -> Vec<char> {
    let left_out = |c: char| c.is_whitespace() || "、。，．・,.-*#|（）()「」『』【】".contains(c);
    text.chars().filter(|c| !left_out(*c)).collect()
}

fn hash(run: &[char]) -> u32 {
    let text: String = run.iter().collect();
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Returns a run of a text that a document contains.
fn repeated(table: &[u32], text: &str) -> Option<String> {
    (bare(text).windows(RUN))
        .find(|run| table.binary_search(&hash(run)).is_ok())
        .map(|run| run.iter().collect())
}

fn table() -> Vec<u32> {
    let word = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0, |all, byte| all << 8 | u32::from(*byte))
    };
    TABLE.chunks_exact(4).map(word).collect()
}

/// Collects every text of a file with its place.
pub(super) fn texts(value: &Value, place: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => out.push((place.to_owned(), text.clone())),
        Value::Array(all) => (all.iter().enumerate())
            .for_each(|(at, one)| texts(one, &format!("{place}[{at}]"), out)),
        Value::Object(all) => {
            (all.iter()).for_each(|(name, one)| texts(one, &format!("{place}.{name}"), out))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

pub(super) fn read(name: &str) -> Value {
    serde_json::from_slice(&bytes(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

#[test]
fn no_long_prose_of_a_document_stands_in_a_sample() {
    let table = table();
    let mut found = Vec::new();
    for name in ALL {
        let mut all = Vec::new();
        texts(&read(name), name, &mut all);
        let copied = all.iter().filter_map(|(place, text)| {
            repeated(&table, text).map(|run| format!("{place}: {run}"))
        });
        found.extend(copied);
    }
    let pasted = include_str!("../../data/pasted/kitamoto-2022.txt");
    let cells = pasted.split(['\n', '\t']);
    found.extend(cells.filter_map(|cell| repeated(&table, cell)));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Adjacent names are as printed, so the table must know them.
#[test]
fn names_in_a_row_are_recognised_wherever_they_begin() {
    let table = table();
    for (name, titles) in [
        ("hokuto-2020", "/goals/2/measures/1/initiatives"),
        ("kisarazu-2020", "/frameworks/1/items"),
    ] {
        let file = read(name);
        let titles = file.pointer(titles).and_then(Value::as_array);
        let row: String = (titles.into_iter().flatten().enumerate())
            .map(|(at, one)| format!("{}{}", at + 1, one["title"].as_str().unwrap_or_default()))
            .collect();
        let row = bare(&row);
        assert!(row.len() > RUN + STEP, "{name}: {}", row.len());
        for sixty in row.windows(RUN + STEP - 1) {
            let sixty: String = sixty.iter().collect();
            assert!(repeated(&table, &sixty).is_some(), "{name}: {sixty}");
        }
    }
}

#[test]
fn the_table_is_sorted_and_holds_each_hash_once() {
    let table = table();
    assert!(table.len() > 5_000, "{}", table.len());
    assert!(table.windows(2).all(|two| two[0] < two[1]));
}
