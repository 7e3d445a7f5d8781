//! 検索・操作のことば.

use crate::insight::search::Place;
use crate::locale::model;
use crate::strategy::record::Field;
use crate::strategy::{FiscalYear, Kind};

/// The field.
pub const TYPE: &str = "操作の名前や、計画の中のことばを入力";
/// Nothing found.
pub const NOTHING: &str = "見つかりません。ことばを変えてみてください。";
/// Heading of what can be done.
pub const ACTIONS: &str = "操作";

/// Heading of the things of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::About => "計画",
        Kind::Section => "本文の章",
        Kind::Goal => "目標",
        Kind::Division => "見出し",
        Kind::Measure => "施策",
        Kind::Initiative => "取組",
        Kind::Sheet | Kind::Line => "実施計画の事業",
        Kind::Indicator | Kind::Series => "指標",
        Kind::Framework => "上位計画・国の目標",
        Kind::FrameworkItem => "上位計画・国の目標の項目",
        Kind::Support => "支援",
        Kind::Body => "会議体",
        Kind::Lane | Kind::TimetableItem => "日程",
        Kind::Idea => "意見",
    }
}

/// The name of a thing, as far as it fits a line or two.
pub fn named(title: &str) -> String {
    match title.trim() {
        "" => "（名称なし）".to_owned(),
        title => cut(title, 60),
    }
}

/// 「方向性：…若者の就業を支える…」.
pub fn within(field: &Field, excerpt: &str) -> String {
    format!("{}：{excerpt}", field.word)
}

/// 「施策2-1」.
pub fn place(place: &Place) -> String {
    match place {
        Place::Goal(number) => model::goal_number(&cut(number, 8)),
        Place::Measure(code) => model::measure_number(&cut(code, 8)),
        Place::Framework(title) => cut(title, 12),
        Place::Code(code) => cut(code, 8),
    }
}

/// 「実施計画 R4–R7」.
pub fn sheets(years: &[FiscalYear]) -> String {
    let mut told = String::new();
    let mut rest = years.iter().copied().peekable();
    while let Some(first) = rest.next() {
        let mut last = first;
        while let Some(next) = rest.next_if(|year| *year == last.next()) {
            last = next;
        }
        if !told.is_empty() {
            told.push('・');
        }
        told.push_str(&first.short());
        if last != first {
            told.push('–');
            told.push_str(&last.short());
        }
    }
    format!("実施計画 {told}")
}

fn cut(text: &str, letters: usize) -> String {
    let mut all = text.chars();
    let head: String = all.by_ref().take(letters).collect();
    match all.next() {
        Some(_) => format!("{head}…"),
        None => head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_that_follow_each_other_are_told_as_a_span() {
        let told =
            |years: &[i32]| sheets(&years.iter().map(|y| FiscalYear(*y)).collect::<Vec<_>>());
        assert_eq!(told(&[2022, 2023, 2024, 2025]), "実施計画 R4–R7");
        assert_eq!(told(&[2022, 2024, 2025]), "実施計画 R4・R6–R7");
        assert_eq!(told(&[2022]), "実施計画 R4");
    }
}
