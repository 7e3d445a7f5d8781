//! 打っている数値の読み取りのことば.

use crate::strategy::{At, Figure, read_cell};

/// 「読み取り：約1,234 千円（R4）」; empty while nothing is typed.
pub fn figure(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let figure = Figure::read(text);
    if !figure.needs_check() {
        return ["読み取り：", &figure.reading().summary()].concat();
    }
    let parts = read_cell(text);
    if parts.len() < 2 {
        return figure.reading().summary();
    }
    let each: Vec<String> = parts
        .iter()
        .map(|part| [&part.name, " ", &part.figure.reading().summary()].concat())
        .collect();
    [
        "要確認：数が",
        &parts.len().to_string(),
        "つあります（",
        each.join("、").trim(),
        "）。内訳や年度に分けて入力すると、数として扱えます",
    ]
    .concat()
}

/// 「読み取り：平成30年度」, of the year a baseline was taken.
pub fn year(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    match At(text.to_owned()).years() {
        Some(years) if years.first == years.last => format!("読み取り：{}", years.first),
        Some(years) => format!("読み取り：{}から{}", years.first, years.last),
        None => "要確認：年度として読めません。そのまま文字で残します".to_owned(),
    }
}
