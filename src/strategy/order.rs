//! Place of a record among its siblings: a key of letters, with room between any two.
//!
//! Fractional indexing as published by David Greenspan ("Implementing Fractional Indexing", 2020): a whole number,
//! whose first letter gives the number of digits that follow (`a0` … `az`, `b00` …, and before them `Zz`, `Yzz` …),
//! and a fraction behind it. A key between two others ends in the number of its record: two people who insert at one
//! place make two keys, and neither changes the other's record.

use std::sync::{Arc, LazyLock};

use super::sort;

/// Digits, in the order of their bytes.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE: i128 = DIGITS.len() as i128;
/// Largest number of digits of a whole number.
const MOST: usize = 11;
/// Distance of neighbours in a freshly numbered list, until version 1.
const GAP: i64 = 1 << 32;

/// Place of a record among its siblings. Only the comparison has a meaning. The blank key, the default, is first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Order(Arc<str>);

/// Error: a text is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnOrder;

impl Order {
    /// Returns the key of item `index` of a freshly numbered list.
    pub fn nth(index: usize) -> Self {
        Self(whole(index as i128).into())
    }

    /// Returns the key of a record that is sorted by time, in milliseconds since 1970.
    pub fn at(moment: i64) -> Self {
        Self(whole(moment.into()).into())
    }

    /// Returns the key of the record of this `number` between two neighbours (`None`: the end of the list). The second is
    /// ignored if it does not sort behind the first.
    pub fn between(before: Option<&Self>, after: Option<&Self>, number: u64) -> Self {
        let from = before.map_or("", Self::as_str);
        let to = after.map(Self::as_str).filter(|to| from < *to);
        let mut key = middle(from, to);
        // The number follows the key: the key with its number, too, must sort before the neighbour.
        while to.is_some_and(|to| to.starts_with(&key)) {
            key = middle(&key, to);
        }
        let mut rest = i128::from(number) + 1;
        while rest > 0 {
            key.push(letter(rest % BASE));
            rest /= BASE;
        }
        Self(key.into())
    }

    /// Returns the key of a record without siblings.
    pub fn alone() -> &'static Self {
        static ALONE: LazyLock<Order> = LazyLock::new(Order::default);
        &ALONE
    }

    /// Converts a key of version 1, which was a number.
    pub fn of_version_1(key: i64) -> Self {
        let mut fraction = String::new();
        let mut rest = i128::from(key.rem_euclid(GAP));
        // 62⁶ is more than a step.
        for _ in 0..6 {
            fraction.insert(0, letter(rest % BASE));
            rest /= BASE;
        }
        let index = i128::from(key.div_euclid(GAP)) - 1;
        Self((whole(index) + fraction.trim_end_matches('0')).into())
    }

    /// Returns the key as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a stored key.
    pub fn parse(text: &str) -> Result<Self, NotAnOrder> {
        let digits = text.bytes().all(|byte| digit(byte).is_some());
        let fraction = split(text).map(|(_, fraction)| fraction);
        let sound = fraction.is_some_and(|fraction| !fraction.ends_with('0'));
        match text.is_empty() || digits && sound {
            true => Ok(Self(text.into())),
            false => Err(NotAnOrder),
        }
    }
}

fn letter(digit: i128) -> char {
    DIGITS[digit as usize].into()
}

fn digit(letter: u8) -> Option<i128> {
    DIGITS
        .binary_search(&letter)
        .ok()
        .map(|digit| digit as i128)
}

/// Returns how many numbers have fewer digits than this, on one side of zero.
fn shorter(digits: usize) -> i128 {
    (1..digits as u32).map(|digits| BASE.pow(digits)).sum()
}

/// Writes a whole number: a letter for the number of digits, then the digits. Below zero they count from the end.
fn whole(number: i128) -> String {
    let below = number < 0;
    let mut rest = if below { -1 - number } else { number };
    let (mut digits, mut numbers) = (1, BASE);
    while rest >= numbers && digits < MOST {
        rest -= numbers;
        digits += 1;
        numbers *= BASE;
    }
    let head = match below {
        true => b'Z' - (digits - 1) as u8,
        false => b'a' + (digits - 1) as u8,
    };
    let mut text = vec![head; 1 + digits];
    for place in text[1..].iter_mut().rev() {
        let digit = rest % BASE;
        *place = DIGITS[if below { BASE - 1 - digit } else { digit } as usize];
        rest /= BASE;
    }
    String::from_utf8(text).unwrap_or_default()
}

/// Returns the whole number of a key, and its fraction; `None` if it is blank or not a key.
fn split(key: &str) -> Option<(i128, &str)> {
    let head = key.bytes().next()?;
    let (below, digits) = match head {
        b'a'..=b'z' => (false, (head - b'a') as usize + 1),
        b'A'..=b'Z' => (true, (b'Z' - head) as usize + 1),
        _ => return None,
    };
    let written = key.get(1..1 + digits).filter(|_| digits <= MOST)?;
    let mut size = 0;
    for byte in written.bytes() {
        let digit = digit(byte)?;
        size = size * BASE + if below { BASE - 1 - digit } else { digit };
    }
    size += shorter(digits);
    Some((if below { -1 - size } else { size }, &key[1 + digits..]))
}

/// Returns a key between two; blank or `None` is the end of the list.
fn middle(from: &str, to: Option<&str>) -> String {
    match (split(from), to.and_then(split)) {
        (None, None) => whole(0),
        (None, Some((number, ""))) => whole(number - 1),
        (None, Some((number, _))) => whole(number),
        (Some((number, _)), None) => whole(number + 1),
        (Some((number, low)), Some((other, high))) => match other - number {
            ..1 => whole(number) + &half(low, Some(high)),
            1 if high.is_empty() => whole(number) + &half(low, None),
            _ => whole(number + 1),
        },
    }
}

/// Returns a fraction between two; `None` as `high`: no upper bound.
fn half(low: &str, high: Option<&str>) -> String {
    let mut high = high.map(str::as_bytes);
    let mut text = String::new();
    for at in 0.. {
        let value = |text: &[u8]| text.get(at).and_then(|byte| digit(*byte)).unwrap_or(0);
        let below = value(low.as_bytes());
        let above = high.map_or(BASE, value);
        match above - below {
            0 => text.push(letter(below)),
            1 if high.is_some_and(|high| high.len() > at + 1) => {
                text.push(letter(above));
                break;
            }
            1 => {
                text.push(letter(below));
                high = None;
            }
            apart => {
                text.push(letter(below + apart.max(0) / 2));
                break;
            }
        }
    }
    text
}

/// Returns the items sorted by their keys: order among siblings, ties by number.
pub fn in_order<'k, T>(mut items: Vec<T>, key: impl Fn(&T) -> (Option<&'k Order>, u64)) -> Vec<T> {
    sort::by_key(&mut items, key);
    items
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_fresh_list_is_numbered_in_its_order_with_short_keys() {
        let keys: Vec<Order> = (0..70_000).map(Order::nth).collect();
        assert!(keys.windows(2).all(|two| two[0] < two[1]));
        let texts = [0, 61, 62, 3905, 3906].map(|index| keys[index].as_str());
        assert_eq!(texts, ["a0", "az", "b00", "bzz", "c000"]);
    }

    #[test]
    fn whole_numbers_read_as_written_on_both_sides_of_nothing() {
        for number in (-5000..5000).chain([i128::from(i64::MAX), i128::from(i64::MIN)]) {
            let text = whole(number);
            assert_eq!(split(&text), Some((number, "")), "{text}");
        }
        assert_eq!([-1, -62, -63].map(whole), ["Zz", "Z0", "Yzz"]);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["5", "a", "a0 ", "a00", "bz", "あ", "a0-", "zzz"] {
            assert_eq!(Order::parse(text), Err(NotAnOrder), "{text}");
        }
        assert_eq!(Order::parse(""), Ok(Order::default()));
    }

    #[test]
    fn at_one_place_there_is_always_room_and_keys_stay_short() {
        for (down, number) in [(true, 0), (true, u64::MAX), (false, 1), (false, u64::MAX)] {
            let (mut low, mut high) = (Order::nth(0), Order::nth(1));
            for _ in 0..1000 {
                let key = Order::between(Some(&low), Some(&high), number);
                assert!(low < key && key < high);
                *(if down { &mut high } else { &mut low }) = key;
            }
            let longest = low.as_str().len().max(high.as_str().len());
            assert!(longest < 500, "{longest}");
        }
    }

    fn sound(key: &Order) -> bool {
        Order::parse(key.as_str()).as_ref() == Ok(key)
    }

    proptest! {
        #[test]
        fn a_list_grown_anywhere_stands_as_it_was_put_together(
            places in prop::collection::vec((any::<prop::sample::Index>(), any::<u64>()), 1..200),
        ) {
            let mut keys = vec![Order::nth(0), Order::nth(1)];
            for (place, number) in places {
                let place = place.index(keys.len() + 1);
                let before = place.checked_sub(1).map(|before| &keys[before]);
                let key = Order::between(before, keys.get(place), number);
                prop_assert!(sound(&key), "{key:?}");
                keys.insert(place, key);
                prop_assert!(keys.windows(2).all(|two| two[0] < two[1]), "{keys:?}");
            }
        }

        #[test]
        fn two_people_at_one_place_make_two_keys_and_there_is_room_between_them(
            place in 0..4usize,
            mine in any::<u64>(),
            theirs in any::<u64>(),
        ) {
            prop_assume!(mine != theirs);
            let keys: Vec<Order> = (0..3).map(Order::nth).collect();
            let before = place.checked_sub(1).map(|before| &keys[before]);
            let mut both = [mine, theirs].map(|number| Order::between(before, keys.get(place), number));
            both.sort();
            let [first, second] = &both;
            prop_assert!(first < second);
            let key = Order::between(Some(first), Some(second), 1);
            prop_assert!(first < &key && &key < second);
        }

        #[test]
        fn keys_of_version_1_stand_as_they_stood(one in any::<i64>(), other in any::<i64>(), near in -3..3i64) {
            let (a, b) = (Order::of_version_1(one), Order::of_version_1(other));
            prop_assert_eq!(one.cmp(&other), a.cmp(&b));
            let next = one.saturating_add(near);
            prop_assert_eq!(one.cmp(&next), a.cmp(&Order::of_version_1(next)));
            prop_assert!(sound(&a));
        }

        #[test]
        fn a_fresh_list_of_version_1_is_one_of_today(index in 0..100_000usize) {
            prop_assert_eq!(Order::of_version_1((index as i64 + 1) * GAP), Order::nth(index));
        }
    }
}
