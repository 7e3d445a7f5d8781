//! Cells that take one of some words.

/// Returns the word after the one in a cell, as Space chooses it: from an empty cell or a word of its own to the first, from the
/// last to none.
pub fn next_choice<'a>(now: &str, choices: &[&'a str]) -> &'a str {
    let place = choices.iter().position(|word| *word == now.trim());
    let next = place.map_or(0, |place| place + 1);
    choices.get(next).copied().unwrap_or_default()
}
