//! Words of the pages for those who read.

use super::charts::with_unit;
use super::number::{amount, figures};
pub use super::text::reader::*;
use super::text::{file, reader as text};
use super::year::YearForms;
use format::json::{Problem, ReadError};
use insight::moves::Move;
use insight::progress::Way;
use strategy::FiscalYear;

/// 「380人（R7）」; without a year, the figure alone.
pub fn of_year(figure: &str, unit: &str, year: Option<FiscalYear>) -> String {
    let figure = with_unit(figure, unit);
    match year {
        Some(year) => text::with_year(figure, year.short()),
        None => figure,
    }
}

/// Heading of the figures by year, with their unit where there is one.
pub fn by_year(unit: &str) -> String {
    match unit {
        "" => text::by_year_plain().to_owned(),
        _ => text::by_year(unit),
    }
}

/// 「出生数は増えていますか？」: what an indicator asks.
pub fn question(name: &str, way: Option<Way>, is_rank: bool) -> String {
    match way {
        Some(_) if is_rank => text::ask_rank(name),
        Some(Way::Up) => text::ask_increase(name),
        Some(Way::Down) => text::ask_decrease(name),
        Some(Way::Keep) => text::ask_keep(name),
        None => text::ask_plain(name),
    }
}

/// Says whether the indicator goes as wished and how far it has come; `None`: not known.
pub fn answer(as_wished: Option<bool>, moved: Option<String>, year: FiscalYear) -> String {
    let answer = match as_wished {
        Some(true) => text::answer_yes(),
        Some(false) => text::answer_no(),
        None => text::answer_unknown(),
    };
    let moved = moved.unwrap_or_else(|| text::judged(year));
    [answer, &moved].concat()
}

/// 「令和6年度は36人で、はじめの46人（R2）より10人減りました。」
pub fn moved(moved: &Move, unit: &str, is_rank: bool) -> String {
    let now = amount(moved.to, unit);
    let then = of_year(&amount(moved.from, unit), "", moved.since);
    let by = moved.by.abs();
    // Of percentages the difference is in points, of ranks in places.
    let by = match unit {
        "%" | "％" => text::points(figures(by)),
        _ => amount(by, unit),
    };
    let year = moved.year;
    match (moved.by.is_zero(), moved.by.is_sign_positive(), is_rank) {
        (true, ..) => text::moved_same(year, now, then),
        (_, false, true) => text::moved_rank_up(year, now, then),
        (_, true, true) => text::moved_rank_down(year, now, then),
        (_, true, false) => text::moved_more(year, now, then, by),
        (_, false, false) => text::moved_less(year, now, then, by),
    }
}

/// Returns why a file cannot be read, for a person who did not make it and cannot mend it: what to do with the file itself is
/// told to offices only.
pub fn why_unread(error: &ReadError) -> String {
    let why = match error.problem {
        Problem::Empty => text::why_empty(),
        Problem::TooLarge(_) => text::why_too_large(),
        Problem::Truncated => text::why_truncated(),
        Problem::Newer(_) => text::why_newer(),
        Problem::Encoding(_) | Problem::Foreign | Problem::TooDeep | Problem::NotOurs(_) => {
            text::why_not_ours()
        }
        _ => text::why_damaged(),
    };
    match &error.place {
        Some(place) => file::at_place(place, why),
        None => why.to_owned(),
    }
}
