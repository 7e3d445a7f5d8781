//! Cells that hold one of several words.

/// Returns the word after the one in a cell, for the space key: from an empty cell or another word to the first, from
/// the last to an empty text.
pub fn next_choice<'a>(now: &str, choices: &[&'a str]) -> &'a str {
    let place = choices.iter().position(|word| *word == now.trim());
    let next = place.map_or(0, |place| place + 1);
    choices.get(next).copied().unwrap_or_default()
}
