//! The fields of a sheet's lines: their names, and the results of pasting, copying and clearing.

use super::super::text::plan_grid as text;
pub use super::super::text::plan_grid::*;
use crate::YearForms;

use edit::MoneyCell;

/// 「事業名 予算額」: a field of a line.
pub fn of_line(title: &str, what: &str) -> String {
    format!("{title} {what}")
}

/// 「R7：「abc」は金額として読めません。…」: why a cell of a line does not accept a text.
pub fn wrong(cell: MoneyCell, why: &str) -> String {
    match cell {
        MoneyCell::Budget(_, year) => text::wrong(year.short(), why),
        _ => why.to_owned(),
    }
}

/// Result of pasting, with the texts that had no place.
pub fn pasted(changed: usize, unread: usize, outside: &[String]) -> String {
    let mut sentence = match changed {
        0 => text::pasted_none().to_owned(),
        n => text::pasted_other(n),
    };
    if unread > 0 {
        sentence += &text::pasted_yes(unread);
    }
    if !outside.is_empty() {
        let shown: Vec<_> = outside.iter().take(5).map(text::pasted_yes_2).collect();
        let more = if outside.len() > 5 {
            text::pasted_yes_3()
        } else {
            ""
        };
        sentence += &text::pasted_yes_4(outside.len(), shown.concat(), more);
    }
    sentence
}

/// Result of copying down.
pub fn filled(changed: usize) -> String {
    match changed {
        0 => text::filled_none().to_owned(),
        n => text::filled_other(n),
    }
}

/// Result of copying to the right.
pub fn filled_right(changed: usize) -> String {
    match changed {
        0 => text::filled_right_none().to_owned(),
        n => text::filled_right_other(n),
    }
}

/// Result of filling a selection with a text or a series; some places have no field.
pub fn filled_all(changed: usize, unread: usize, outside: usize) -> String {
    let mut sentence = match changed {
        0 => text::filled_all_none().to_owned(),
        n => text::filled_all_other(n),
    };
    if unread > 0 {
        sentence += &text::pasted_yes(unread);
    }
    if outside > 0 {
        sentence += &text::no_field(outside);
    }
    sentence
}

/// Result of replacing.
pub fn replaced(changed: usize) -> String {
    match changed {
        0 => text::filled_none().to_owned(),
        n => text::replaced_other(n),
    }
}

/// Result of clearing.
pub fn cleared(changed: usize) -> String {
    match changed {
        0 => text::cleared_none().to_owned(),
        n => text::cleared_other(n),
    }
}
