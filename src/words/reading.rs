//! 打っている数値の読み取りのことば.

use super::say::Say;
use super::text::reading as text;
pub use super::text::reading::*;
use crate::text::marks;

use strategy::{At, Figure, read_cell};

/// 「読み取り：約1,234 千円（R4）」; empty for an empty field.
pub fn figure(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let figure = Figure::read(text);
    if !figure.needs_check() {
        return [text::figure_yes(), &figure.reading().say()].concat();
    }
    let parts = read_cell(text);
    if parts.len() < 2 {
        return figure.reading().say();
    }
    let each: Vec<String> = parts
        .iter()
        .map(|part| [&part.name, " ", &part.figure.reading().say()].concat())
        .collect();
    [
        text::figure(),
        &parts.len().to_string(),
        text::figure_2(),
        each.join(marks::list()).trim(),
        text::figure_4(),
    ]
    .concat()
}

/// 「読み取り：平成30年度」, for the year of a baseline.
pub fn year(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    match At(text.to_owned()).years() {
        Some(years) if years.first == years.last => text::year_some(years.first),
        Some(years) => text::year_some_2(years.first, years.last),
        None => text::year_none().to_owned(),
    }
}
