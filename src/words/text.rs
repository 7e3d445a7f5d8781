//! The texts of the language in force, each by a function of its name. They are data: see `pack.rs` for their form,
//! and [`super::Language`] for the languages.

use super::packed;
use super::say::Say;
use std::cell::Cell;

include!(concat!(env!("OUT_DIR"), "/text.rs"));

thread_local! {
    static TEXTS: Cell<&'static [&'static str]> = const { Cell::new(&[]) };
    static MORE: Cell<fn() -> Option<String>> = const { Cell::new(|| None) };
}

/// Puts a language in force: its first texts, or all of them.
pub fn adopt(packed: String) {
    TEXTS.set(split(packed).leak());
}

/// Sets the source of further texts of the language in force: `more` returns each file that has arrived, once, in
/// order.
pub fn supply(more: fn() -> Option<String>) {
    MORE.set(more);
}

/// Returns the texts of a language that is not in force.
pub(super) fn held(packed: String) -> &'static [&'static str] {
    split(packed).leak()
}

/// Calls `tell` with other texts in force.
pub(super) fn within<T>(texts: &'static [&'static str], tell: impl FnOnce() -> T) -> T {
    let before = (TEXTS.replace(texts), MORE.replace(|| None));
    let told = tell();
    TEXTS.set(before.0);
    MORE.set(before.1);
    told
}

/// Leaks the texts, because pages refer to them for as long as the app runs.
fn split(packed: String) -> Vec<&'static str> {
    packed.leak().split_terminator(packed::STOP).collect()
}

pub use packed::ABSENT;

fn text(at: usize) -> &'static str {
    match texts().get(at) {
        Some(text) => text,
        None => late(at),
    }
}

/// Returns a text of a page that is rarely used. `join.mjs` checks in the finished app which code calls it: so the
/// compiler must not merge it with `text`, which does the same.
#[inline(never)]
fn text_said_seldom(at: usize) -> &'static str {
    text(std::hint::black_box(at))
}

/// Returns a text that came after the first screen, on its first use.
#[cold]
fn late(at: usize) -> &'static str {
    while at >= texts().len()
        && let Some(more) = MORE.get()()
    {
        TEXTS.set([texts(), &split(more)].concat().leak());
    }
    texts().get(at).copied().unwrap_or(ABSENT)
}

/// A table of a page: its name, the index of its first text, and the names of its texts in order.
pub(super) type Table = (&'static str, usize, &'static [&'static str]);

fn find(tables: &[Table], table: &str, name: &str) -> Option<usize> {
    let (_, first, names) = tables.iter().find(|(one, ..)| *one == table)?;
    let at = names.iter().position(|one| *one == name)?;
    Some(first + at)
}

#[cfg(all(target_arch = "wasm32", not(test)))]
fn texts() -> &'static [&'static str] {
    TEXTS.get()
}

/// Returns the texts in force; the first language until a page sets one.
#[cfg(any(not(target_arch = "wasm32"), test))]
fn texts() -> &'static [&'static str] {
    if TEXTS.get().is_empty() {
        adopt(include_str!(concat!(env!("OUT_DIR"), "/ja.txt")).to_owned());
    }
    TEXTS.get()
}

/// True outside of forms and in the form that applies.
fn is_said(form: Option<(bool, bool)>) -> bool {
    form.is_none_or(|(single, first)| single == first)
}

/// Fills a text with its parameters.
fn fill(text: &str, given: &[&dyn Say]) -> String {
    let mut filled = String::new();
    let mut letters = text.chars();
    // The form being read: true for a single thing, and true for the first of the two.
    let mut one = None;
    while let Some(letter) = letters.next() {
        match letter {
            packed::HOLE | packed::FORMS => {
                let thing = letters
                    .next()
                    .and_then(|digit| digit.to_digit(36))
                    .and_then(|at| given.get(at as usize));
                if let Some(thing) = thing {
                    match letter {
                        packed::HOLE if is_said(one) => filled.push_str(&thing.say()),
                        packed::HOLE => {}
                        _ => one = Some((thing.say() == "1", true)),
                    }
                }
            }
            packed::OR => one = one.map(|(single, _)| (single, false)),
            packed::END => one = None,
            _ if is_said(one) => filled.push(letter),
            _ => {}
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a filled text; restores the language of this thread afterwards.
    fn told(packed: &str, given: &[&dyn Say]) -> String {
        let before = TEXTS.get();
        adopt(format!("{packed}{}", packed::STOP));
        let told = fill(text(0), given);
        TEXTS.set(before);
        told
    }

    #[test]
    fn a_text_takes_in_what_it_is_given_where_its_language_has_it() {
        let (hole, forms, or, end) = (packed::HOLE, packed::FORMS, packed::OR, packed::END);
        let changes = format!("{hole}1: {hole}0 {forms}0change{or}changes{end}.");
        assert_eq!(told(&changes, &[&1, &"Goal"]), "Goal: 1 change.");
        assert_eq!(told(&changes, &[&0, &"Goal"]), "Goal: 0 changes.");
        assert_eq!(told(&changes, &[&21, &"{0}"]), "{0}: 21 changes.");
        assert_eq!(told("nothing to take in", &[&1]), "nothing to take in");
        let towns = format!("{forms}0{hole}0 town{or}{hole}0 towns{end} of {hole}1");
        assert_eq!(told(&towns, &[&1, &3]), "1 town of 3");
        assert_eq!(told(&towns, &[&2, &3]), "2 towns of 3");
    }

    #[test]
    fn a_text_is_there_once_its_file_has_arrived() {
        thread_local! {
            static ARRIVED: Cell<usize> = const { Cell::new(0) };
            static GIVEN: Cell<usize> = const { Cell::new(0) };
        }
        let before = TEXTS.get();
        adopt(format!("first{}", packed::STOP));
        supply(|| {
            let given = GIVEN.get();
            (given < ARRIVED.get()).then(|| {
                GIVEN.set(given + 1);
                format!("{given}a{stop}{given}b{stop}", stop = packed::STOP)
            })
        });
        assert_eq!([text(0), text(2)], ["first", ABSENT]);
        ARRIVED.set(2);
        assert_eq!([text(4), text(2), text(1)], ["1b", "0b", "0a"]);
        assert_eq!(text(5), ABSENT);
        supply(|| None);
        TEXTS.set(before);
    }

    #[test]
    fn every_language_has_every_text() {
        let japanese = include_str!(concat!(env!("OUT_DIR"), "/ja.txt"));
        let english = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));
        let easy = include_str!(concat!(env!("OUT_DIR"), "/easy.txt"));
        let count = |packed: &str| packed.matches(packed::STOP).count();
        assert!(count(japanese) > 2_000, "{}", count(japanese));
        assert_eq!(count(japanese), count(english));
        assert_eq!(count(japanese), count(easy));
        // Names are packed everywhere in a text: none is left.
        for packed in [japanese, english, easy] {
            let named = |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_lowercase());
            let left = packed
                .split(packed::STOP)
                .find(|text| text.split('{').skip(1).any(named));
            assert_eq!(left, None);
        }
    }
}
