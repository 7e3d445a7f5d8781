//! Arrows between figures, as people type them.

/// Every arrow that is known.
const ARROWS: [&str; 14] = [
    "→", "⇒", "➡", "⇨", "➔", "➜", "⟶", "⟹", "->", "=>", "－＞", "＝＞", "ー＞", "―＞",
];

/// Returns the first arrow of a text and its place.
pub fn arrow_in(text: &str) -> Option<(usize, &'static str)> {
    let found = ARROWS
        .iter()
        .filter_map(|arrow| Some((text.find(arrow)?, *arrow)));
    found.min()
}

/// Returns the texts before and behind the first arrow.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let (at, arrow) = arrow_in(text)?;
    Some((&text[..at], &text[at + arrow.len()..]))
}

/// Returns the texts between the arrows of a text: 就農者数 12人, 15人 and 20人 of 就農者数 12人→15人→20人.
pub fn steps(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = split(rest) {
        all.push(before.trim());
        rest = behind;
    }
    all.push(rest.trim());
    all
}
