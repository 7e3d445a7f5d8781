//! 図のことば: each figure with its sentence.

use super::super::text::plan_pictures as text;
pub use super::super::text::plan_pictures::*;
use crate::text::marks;

use super::{fund_name, thousand};
use insight::money::Share;
use strategy::*;

/// Returns 方向性, or that there is none.
pub fn course_name(course: Option<&Course>) -> String {
    course.map_or(text::course_name().to_owned(), |course| course.0.clone())
}

/// Compares the budgets of the years, in a sentence.
pub fn by_goal_sentence(years: &[(FiscalYear, Option<i64>)]) -> String {
    match years {
        [] => text::by_goal_sentence_other().to_owned(),
        [.., (year, None)] => text::by_goal_sentence_other_2(year),
        [(year, Some(net))] | [.., (_, None), (year, Some(net))] => {
            text::by_goal_sentence_other_3(year, thousand(*net))
        }
        [.., (before, Some(old)), (year, Some(net))] => {
            let gap = net.saturating_sub(*old);
            let moved = match gap {
                0 => text::by_goal_sentence_none().to_owned(),
                1.. => text::by_goal_sentence_other_4(thousand(gap)),
                _ => text::by_goal_sentence_other_5(thousand(gap.saturating_neg())),
            };
            text::by_goal_sentence_other_6(year, thousand(*net), before, moved)
        }
    }
}

/// Names the largest source, in a sentence.
pub fn by_fund_sentence(year: FiscalYear, shares: &[(Option<FundSource>, Share)]) -> String {
    let known: Vec<_> = shares
        .iter()
        .filter(|(source, _)| source.is_some())
        .collect();
    let largest = known.iter().max_by_key(|(_, share)| share.net);
    match largest {
        None => text::by_fund_sentence_none(year),
        Some((source, share)) => {
            text::by_fund_sentence_some(year, fund_name(*source), thousand(share.net))
        }
    }
}

/// Number of works that go on, grow or end.
pub fn by_course_sentence(year: FiscalYear, shares: &[(Option<Course>, Share)]) -> String {
    let parts: Vec<String> = shares
        .iter()
        .filter(|(_, share)| share.works > 0)
        .map(|(course, share)| text::by_course_sentence(course_name(course.as_ref()), share.works))
        .collect();
    text::by_course_sentence_2(year, parts.join(marks::list()))
}
