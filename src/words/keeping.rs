//! 保存・復旧のことば.

use serde_json::Value;

pub use super::text::keeping::*;
use super::text::{keeping as text, marks};

/// Edits.
pub fn columns() -> [&'static str; 4] {
    [
        text::columns_1(),
        text::columns_2(),
        text::columns_3(),
        text::columns_4(),
    ]
}

/// 「変更の記録 3件」.
pub fn edits(count: usize) -> String {
    match count {
        0 => text::edits_none().to_owned(),
        count => text::edits_other(count),
    }
}

/// Says how many edits were added to a copy.
pub fn applied(count: usize) -> Option<String> {
    (count > 0).then(|| text::applied(count))
}

/// Says how many edits could not be added to a copy.
pub fn left(count: usize) -> Option<String> {
    (count > 0).then(|| text::left(count))
}

/// Says how many edits a copy lacks.
pub fn lacks(count: usize) -> String {
    match count {
        0 => text::lacks_none().to_owned(),
        count => text::lacks_other(count),
    }
}

/// 「3（最新 23:42）」.
pub fn count(count: usize, newest: Option<String>) -> String {
    match newest {
        Some(newest) => text::count_some(count, newest),
        None => text::count_none().to_owned(),
    }
}

/// Returns the heading of a session of edits in the history.
pub fn sitting(from: &str, to: &str, count: usize) -> String {
    match from == to {
        true => text::sitting_yes(from, count),
        false => text::sitting_no(from, to, count),
    }
}

/// 「1,200 → 1,300」.
pub fn change(from: Option<&str>, to: Option<&str>) -> String {
    format!(
        "{} → {}",
        from.unwrap_or(text::change()),
        to.unwrap_or(text::change_2())
    )
}

/// 「ほか2か所」.
pub fn more(count: usize) -> Option<String> {
    (count > 0).then(|| text::more(count))
}

/// Returns the readable part of a value in a change that cannot be read in full; `None` if there is none.
pub fn written(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => text::yes().to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(all) => all
            .iter()
            .filter_map(written)
            .collect::<Vec<_>>()
            .join(marks::list()),
        Value::Object(all) => all
            .values()
            .filter_map(written)
            .collect::<Vec<_>>()
            .join(" "),
    };
    (!text.is_empty()).then_some(text)
}
