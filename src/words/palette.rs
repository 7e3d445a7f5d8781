//! 検索・操作のことば.

use super::model::cut;
use super::say::Word;
use super::text::palette as text;
pub use super::text::palette::*;
use super::year::YearForms;

use crate::model;
use insight::search::ParentLabel;
use strategy::record::Field;
use strategy::{FiscalYear, Kind};

/// Heading of the things of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::About => text::kind_about(),
        Kind::Section => text::kind_section(),
        Kind::Goal => text::kind_goal(),
        Kind::Division => text::kind_division(),
        Kind::Measure => text::kind_measure(),
        Kind::Initiative => text::kind_initiative(),
        Kind::Sheet | Kind::Line => text::kind_sheet(),
        Kind::Indicator | Kind::Series => text::kind_indicator(),
        Kind::Framework => text::kind_framework(),
        Kind::FrameworkItem => text::kind_framework_item(),
        Kind::Support => text::kind_support(),
        Kind::Ground => text::kind_ground(),
        Kind::Body => text::kind_body(),
        Kind::Lane | Kind::TimetableItem => text::kind_lane(),
        Kind::Session | Kind::Ballot | Kind::Guess => text::kind_session(),
        Kind::Idea => text::kind_idea(),
        Kind::GrantProject => text::kind_grant_project(),
    }
}

/// Returns the name of a record, cut to a line or two.
pub fn named(title: &str) -> String {
    match title.trim() {
        "" => text::named().to_owned(),
        title => cut(title, 60),
    }
}

/// 「方向性：…若者の就業を支える…」.
pub fn within(field: &Field, excerpt: &str) -> String {
    text::within(field.word(), excerpt)
}

/// 「施策2-1」.
pub fn place(place: &ParentLabel) -> String {
    match place {
        ParentLabel::Goal(number) => model::goal_number(&cut(number, 8)),
        ParentLabel::Measure(code) => model::measure_number(&cut(code, 8)),
        ParentLabel::Framework(title) => cut(title, 12),
        ParentLabel::Code(code) => cut(code, 8),
    }
}

/// 「実施計画 R4–R7」.
pub fn sheets(years: &[FiscalYear]) -> String {
    let mut sentence = String::new();
    let mut rest = years.iter().copied().peekable();
    while let Some(first) = rest.next() {
        let mut last = first;
        while let Some(next) = rest.next_if(|year| *year == last.next()) {
            last = next;
        }
        if !sentence.is_empty() {
            sentence.push('・');
        }
        sentence.push_str(&first.short());
        if last != first {
            sentence.push('–');
            sentence.push_str(&last.short());
        }
    }
    text::sheets(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_that_follow_each_other_are_told_as_a_span() {
        let spans =
            |years: &[i32]| sheets(&years.iter().map(|y| FiscalYear(*y)).collect::<Vec<_>>());
        assert_eq!(spans(&[2022, 2023, 2024, 2025]), "実施計画 R4–R7");
        assert_eq!(spans(&[2022, 2024, 2025]), "実施計画 R4・R6–R7");
        assert_eq!(spans(&[2022]), "実施計画 R4");
    }
}
