//! 外枠のことば.

pub use super::text::shell::*;

/// Returns the name of the plan, after that of the town if it does not contain it.
pub fn plan_name(town: &str, title: &str) -> String {
    match (town.trim(), title.trim()) {
        ("", "") => unnamed().to_owned(),
        ("", title) => title.to_owned(),
        (town, "") => town.to_owned(),
        (town, title) if title.contains(town) => title.to_owned(),
        (town, title) => format!("{town} {title}"),
    }
}
