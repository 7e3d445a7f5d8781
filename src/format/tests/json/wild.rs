//! Bytes of every sort are refused or read, without a crash; a read strategy is consistent.

use format::json::{Reader, read, write};
use proptest::prelude::*;
use words::Say;

use super::{SMALL, samples};
use fixtures::arbitrary::{self, Dice, seeds};

/// Reads the bytes; a strategy read from them must be consistent, and stay the same when written and read again.
fn survives(bytes: &[u8]) -> bool {
    match read(bytes) {
        Ok(strategy) => {
            assert_eq!(strategy.integrity(), []);
            let text = write(&strategy);
            assert!(read(text.as_bytes()).is_ok_and(|again| again == strategy));
            true
        }
        Err(why) => {
            assert!(!why.say().is_empty());
            false
        }
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let text = SMALL.trim_end();
    for end in 0..text.len() {
        assert!(!survives(&text.as_bytes()[..end]), "{end}");
    }
}

#[test]
fn a_file_with_any_byte_changed_is_refused_or_sound() {
    let mut dice = Dice::new(3);
    for at in 0..SMALL.len() {
        for byte in [
            b'"',
            b'{',
            b']',
            b',',
            b'0',
            b'\\',
            0,
            0xFF,
            dice.roll() as u8,
        ] {
            let mut bytes = SMALL.as_bytes().to_vec();
            bytes[at] = byte;
            survives(&bytes);
        }
    }
}

/// Moves, doubles, drops and overwrites stretches of bytes.
fn stir(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        let start = dice.below(bytes.len());
        let end = (start + dice.below(60)).min(bytes.len());
        let stretch = bytes[start..end].to_vec();
        match dice.below(3) {
            0 => {
                bytes.drain(start..end);
            }
            1 => {
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, stretch);
            }
            _ => {
                let to = dice.below(bytes.len() + 1);
                let until = (to + stretch.len()).min(bytes.len());
                bytes.splice(to..until, stretch);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(!survives(&bytes));
    }

    #[test]
    fn any_bytes_after_a_good_beginning_are_refused_or_sound(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let mut file = br#"{"format":"michishirube","version":2,"title":"","town":{},"period":{"first":1,"last":2},"#.to_vec();
        file.extend(bytes);
        survives(&file);
    }

    #[test]
    fn stirred_files_are_refused_or_sound((seed, size) in seeds(3)) {
        let mut bytes = write(&arbitrary::strategy(seed, size)).into_bytes();
        stir(&mut bytes, &mut Dice::new(seed));
        survives(&bytes);
    }

    #[test]
    fn slices_fail_as_the_whole_does((seed, size) in seeds(3), slice in 0usize..500) {
        let mut bytes = write(&arbitrary::strategy(seed, size)).into_bytes();
        stir(&mut bytes, &mut Dice::new(seed));
        let mut reader = match Reader::new(&bytes) {
            Ok(reader) => reader.in_pieces_of(slice),
            Err(why) => {
                prop_assert_eq!(why, read(&bytes).unwrap_err());
                return Ok(());
            }
        };
        let sliced = loop {
            match reader.next() {
                None => break Ok(()),
                Some(Ok(_)) => {}
                Some(Err(why)) => {
                    prop_assert_eq!(Some(Err(why.clone())), reader.next());
                    break Err(why);
                }
            }
        };
        prop_assert_eq!(sliced, read(&bytes).map(|_| ()));
    }
}

#[test]
fn samples_stirred_are_refused_or_sound() {
    let mut dice = Dice::new(5);
    for (_, bytes) in samples() {
        for _ in 0..30 {
            let mut bytes = bytes.clone();
            stir(&mut bytes, &mut dice);
            survives(&bytes);
        }
    }
}
