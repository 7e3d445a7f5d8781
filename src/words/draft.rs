//! Words of the band on pages of a plan that is not decided.

use super::say::Word;
use super::text::draft as text;
pub use super::text::draft::{address, label};
use super::time::day;
use strategy::{PublicComment, Stage};

/// Says that the contents of a plan at this stage are not decided.
pub fn notice(stage: Stage) -> String {
    match stage {
        Stage::Policy => text::policy(stage.word()),
        Stage::Revising => text::revising().to_owned(),
        stage => text::draft(stage.word()),
    }
}

/// Returns the period of comments; `None` if neither day is given.
pub fn period(of: &PublicComment) -> Option<String> {
    match (&of.from, &of.until) {
        (Some(from), Some(until)) => Some(text::period(day(from), day(until))),
        (Some(from), None) => Some(text::from(day(from))),
        (None, Some(until)) => Some(text::until(day(until))),
        (None, None) => None,
    }
}
