//! Words of what is published: pages, data, and how to put them up.

use super::rules::test;
use super::say::Word;
use super::text::site as text;
pub use super::text::site::*;
use crate::text::marks;
use insight::progress::NoActual;
use strategy::Band;

/// When a band is given: in these states, or where all it asks holds.
pub fn band_when(band: &Band) -> String {
    let states = band.states.iter().map(|state| state.word().to_owned());
    let tests: Vec<String> = band.when.iter().map(test).collect();
    let all = match tests.is_empty() {
        true => None,
        false => Some(tests.join(marks::and())),
    };
    let parts: Vec<String> = states.chain(all).collect();
    match parts.is_empty() {
        true => text::rules_people().to_owned(),
        false => parts.join(marks::list()),
    }
}

/// Why there is no figure.
pub fn no_actual(why: NoActual) -> &'static str {
    match why {
        NoActual::Missing(why) => why.word(),
        NoActual::NotANumber => text::words_only(),
    }
}

/// 「8.4 KB」: a size as people write it.
pub fn size(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    match tenths % 10 {
        0 => text::bytes(tenths / 10),
        rest => text::bytes(format!("{}.{rest}", tenths / 10)),
    }
}
