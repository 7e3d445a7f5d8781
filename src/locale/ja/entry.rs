//! 実績入力のことば.

use crate::insight::words::shown;
use crate::strategy::FiscalYear;

/// Field.
pub const YEAR: &str = "入力する年度";
/// Filter.
pub const ONLY_AWAITED: &str = "未入力のみ";
/// Landmark.
pub const OWNERS: &str = "未入力の課";
/// List.
pub const LABEL: &str = "実績の入力";
/// Placeholder.
pub const PLACEHOLDER: &str = "実績";

/// 「21/29項目を入力済み」.
pub fn entered(count: usize, of: usize) -> String {
    format!("{count}/{of}項目を入力済み")
}

/// 「企画課 3」.
pub fn owner(name: &str, count: usize) -> String {
    format!(
        "{} {count}",
        if name.is_empty() {
            "担当なし"
        } else {
            name
        }
    )
}

/// 「企画課 ・ 人」.
pub fn under_name(owner: &str, unit: &str) -> String {
    let owner = if owner.is_empty() {
        "担当なし"
    } else {
        owner
    };
    if unit.is_empty() {
        owner.to_owned()
    } else {
        format!("{owner} ・ {unit}")
    }
}

/// 「R5 309」.
pub fn before(year: FiscalYear, text: &str) -> String {
    format!(
        "{} {}",
        year.short(),
        if text.is_empty() {
            "－".to_owned()
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
        format!("目標 {}", shown(text))
    }
}

/// The field.
pub fn field(name: &str, year: FiscalYear) -> String {
    format!("{name} {year}の実績")
}

/// 「目標 380（R7）」, of another year.
pub fn target_of(year: FiscalYear, text: &str) -> String {
    format!("{}（{}）", target(text), year.short())
}
