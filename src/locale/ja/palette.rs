//! さがす・操作する のことば.

/// The field.
pub const TYPE: &str = "操作の名前や、計画の中のことばを入力";
/// Nothing found.
pub const NOTHING: &str = "見つかりません。ことばを変えてみてください。";

/// Where a text was found.
pub fn place(title: &str, field: &str) -> String {
    let short: String = title.chars().take(16).collect();
    format!("{short} の{field}")
}
