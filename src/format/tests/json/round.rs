//! A written file is read back unchanged, and a read file is written back unchanged.

use std::collections::{BTreeMap, BTreeSet};

use format::json::{Reader, Writer, read, write};
use proptest::prelude::*;
use strategy::*;

use super::{SMALL, samples};
use fixtures::arbitrary::{self, seeds};

#[test]
fn a_small_file_is_read_and_written_back_byte_for_byte() {
    let strategy = read(SMALL.as_bytes()).unwrap();
    let measures = strategy.measures_of(Id::new(1));
    let order: Vec<_> = measures.iter().map(|m| m.id.number()).collect();
    assert_eq!(order, [2, 1, 3]);
    assert_eq!(write(&strategy), SMALL);
}

#[test]
fn every_sample_is_read_and_written_back_byte_for_byte() {
    for (name, bytes) in samples() {
        let strategy = read(&bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(write(&strategy).as_bytes(), bytes, "{name}");
    }
}

#[test]
fn a_byte_order_mark_is_dropped() {
    let marked = [b"\xEF\xBB\xBF", SMALL.as_bytes()].concat();
    assert_eq!(write(&read(&marked).unwrap()), SMALL);
}

#[test]
fn order_and_space_in_the_file_do_not_matter() {
    let value: serde_json::Value = serde_json::from_str(SMALL).unwrap();
    let tight = value.to_string();
    assert!(tight.starts_with("{\"format\":\"michishirube\",\"goals\":["));
    assert_eq!(write(&read(tight.as_bytes()).unwrap()), SMALL);
    let wide = SMALL.replace('\n', "\r\n\t \r\n");
    assert_eq!(write(&read(wide.as_bytes()).unwrap()), SMALL);
}

#[test]
fn an_indicator_without_a_series_gets_one_the_same_for_everyone() {
    let file = r#"{"format":"michishirube","version":2,"title":"","town":{},"period":{"first":2025,"last":2029},
        "indicators":[{"id":"k7","name":"a"},{"id":"k8","name":"b","series":[{"id":"r7"}]}]}"#;
    let strategy = read(file.as_bytes()).unwrap();
    let rows: Vec<_> = strategy
        .series
        .iter()
        .map(|r| (r.id.number(), r.indicator.number()))
        .collect();
    assert_eq!(rows, [(7, 8), (8, 7)]);
    assert_eq!(strategy, read(write(&strategy).as_bytes()).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_as_the_same((seed, size) in seeds(5)) {
        let strategy = arbitrary::strategy(seed, size);
        prop_assert_eq!(strategy.integrity(), []);
        let text = write(&strategy);
        let back = read(text.as_bytes());
        prop_assert!(back.is_ok(), "{:?}\n{text}", back.unwrap_err());
        let back = back.unwrap();
        prop_assert_eq!(write(&back), &*text);
        prop_assert!(back == strategy);
    }

    #[test]
    fn reading_in_slices_of_any_size_gives_the_same((seed, size) in seeds(4), slice in 0usize..3000) {
        let strategy = arbitrary::strategy(seed, size);
        let text = write(&strategy);
        let mut reader = Reader::new(text.as_bytes()).unwrap().in_pieces_of(slice);
        let mut before = 0;
        for progress in reader.by_ref() {
            let progress = progress.unwrap();
            prop_assert!(before <= progress.read && progress.read <= progress.of);
            before = progress.read;
        }
        prop_assert_eq!(before, text.len());
        prop_assert!(reader.finish().unwrap() == strategy);
    }
}

#[test]
fn the_strategies_tried_hold_every_kind_of_record_and_mention() {
    let mut records: BTreeMap<&str, usize> = BTreeMap::new();
    let mut mentions = BTreeSet::new();
    for seed in 0..40 {
        let s = arbitrary::strategy(seed, 5);
        macro_rules! count {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(
                    *records.entry($prefix).or_default() += s.$table.len();
                    for record in s.$table.iter() {
                        record.mentions(&mut |field, _| { mentions.insert(($prefix, field)); });
                    }
                )*
            };
        }
        strategy::for_each_kind!(count);
    }
    assert!(records.values().all(|n| *n > 20), "{records:?}");
    assert_eq!(mentions.len(), 31, "{mentions:?}");
}

#[test]
fn long_files_are_written_in_chunks_that_join_to_the_whole() {
    let mut strategy = arbitrary::strategy(7, 5);
    for n in 0..2000 {
        strategy.sections.insert(Section {
            id: Id::new(1_000_000 + n),
            order: Order::nth(100 + n as usize),
            kind: SectionKind::Other,
            title: "章".repeat(20),
            text: "本文".repeat(30),
            ..Default::default()
        });
    }
    let chunks: Vec<String> = Writer::new(&strategy).collect();
    assert!(chunks.len() > 5 && chunks.iter().all(|c| c.len() < 128 << 10));
    let text = chunks.concat();
    assert!(text == write(&strategy) && text == write(&read(text.as_bytes()).unwrap()));
}
