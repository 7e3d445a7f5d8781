//! 実績入力のことば.

use super::text::entry as text;
pub use super::text::entry::*;
use super::year::YearForms;
use crate::text::marks;

use crate::number::shown;
use strategy::FiscalYear;

/// 「企画課 3」.
pub fn owner(name: &str, count: usize) -> String {
    format!(
        "{} {count}",
        if name.is_empty() { text::owner() } else { name }
    )
}

/// 「企画課 ・ 人」.
pub fn under_name(owner: &str, unit: &str) -> String {
    let owner = if owner.is_empty() {
        text::under_name_yes()
    } else {
        owner
    };
    if unit.is_empty() {
        owner.to_owned()
    } else {
        text::under_name_no(owner, unit)
    }
}

/// 「R5 309」.
pub fn before(year: FiscalYear, text: &str) -> String {
    format!(
        "{} {}",
        year.short(),
        if text.is_empty() {
            marks::nothing().to_owned()
        } else {
            shown(text)
        }
    )
}

/// 「目標 380」.
pub fn target(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        text::target(shown(text))
    }
}

/// 「目標 380（R7）」, of another year.
pub fn target_of(year: FiscalYear, text: &str) -> String {
    text::target_of(target(text), year.short())
}
