//! 体系のことば.

use super::text::outline as text;
pub use super::text::outline::*;

/// Label.
pub const KPIS: &str = "KPI";

/// 「12 → 20人」.
pub fn from_to(baseline: Option<&str>, target: Option<&str>, unit: &str) -> Option<String> {
    let with_unit =
        |text: &str| match text.ends_with(unit) || !text.ends_with(|c: char| c.is_numeric()) {
            true => text.to_owned(),
            false => format!("{text}{unit}"),
        };
    match (baseline, target) {
        (None, None) => None,
        (Some(baseline), None) => Some(with_unit(baseline)),
        (None, Some(target)) => Some(format!("→ {}", with_unit(target))),
        (Some(baseline), Some(target)) => Some(format!("{baseline} → {}", with_unit(target))),
    }
}

/// Says how a line was read, before it is added.
pub fn read_as(name: &str, unit: &str, baseline: &str, target: &str) -> String {
    let parts = [
        (text::read_as(), name),
        (text::read_as_2(), unit),
        (text::read_as_3(), baseline),
        (text::read_as_4(), target),
    ];
    let sentences = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let sentences: Vec<_> = sentences
        .map(|(what, text)| format!("{what} {text}"))
        .collect();
    text::read_as_5(sentences.join(text::read_as_6()))
}

/// 再掲 with its original.
pub fn reprise_of(title: &str) -> (&'static str, String) {
    (text::reprise_of(), text::reprise_of_2(title))
}

/// 再掲 whose original is elsewhere.
pub fn reprise_elsewhere(note: &str) -> (&'static str, String) {
    (text::reprise_elsewhere(), text::reprise_elsewhere_2(note))
}
