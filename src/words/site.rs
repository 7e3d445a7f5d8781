//! Texts of publications: pages, data, and instructions for putting them online.

use super::number::{grouped, signed};
use super::rules::test;
use super::say::Word;
use super::text::site as text;
pub use super::text::site::*;
use crate::text::marks;
use insight::progress::NoActual;
use strategy::Band;

/// Says when a band is given: each of these states, and all its conditions together, is a case of its own.
pub fn band_when(band: &Band) -> Vec<String> {
    let states = band.states.iter().map(|state| state.word().to_owned());
    let tests: Vec<String> = band.when.iter().map(test).collect();
    let all = (!tests.is_empty()).then(|| tests.join(marks::and()));
    let cases: Vec<String> = states.chain(all).collect();
    match cases.is_empty() {
        true => vec![text::rules_people().to_owned()],
        false => cases,
    }
}

/// Says why there is no figure.
pub fn no_actual(why: NoActual) -> &'static str {
    match why {
        NoActual::Missing(why) => why.word(),
        NoActual::NotANumber => text::words_only(),
    }
}

/// 「8.4 KB」: a size for people.
pub fn size(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    match tenths % 10 {
        0 => text::bytes(tenths / 10),
        rest => text::bytes(format!("{}.{rest}", tenths / 10)),
    }
}

/// 「1億2,345万6千円」: an amount of thousands of yen as people say it. A language without those units counts in
/// thousands.
pub fn money(thousands: i64) -> String {
    let units = text::money_units();
    if units[0].is_empty() {
        return text::thousand_yen(grouped(thousands));
    }
    let amount = thousands.unsigned_abs();
    let parts = [amount / 100_000, amount / 10 % 10_000, amount % 10];
    let parts = parts.iter().zip(units).filter(|(part, _)| **part > 0);
    let said: String = parts
        .map(|(part, unit)| [&grouped(*part as i64), unit].concat())
        .collect();
    match said.trim_end() {
        "" => text::yen(0),
        said => text::yen([signed(thousands < 0, "", "").as_str(), said].concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::money;

    #[test]
    fn thousands_of_yen_are_said_in_large_units() {
        for (thousands, said) in [
            (123_456, "1億2,345万6千円"),
            (100_000, "1億円"),
            (12_340, "1,234万円"),
            (7, "7千円"),
            (0, "0円"),
            (-120, "△12万円"),
        ] {
            assert_eq!(money(thousands), said);
        }
    }
}
