//! 公表のことば.

use super::say::Word;
use std::collections::BTreeMap;

use super::model;
use super::text::publication as text;
pub use super::text::publication::*;
use crate::text::marks;
use strategy::Kind;
use strategy::record::Field;

/// Names a kind of record for publication.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Measure => text::kind_measures(),
        Kind::Sheet => text::kind_sheets(),
        Kind::Lane => text::kind_timetable(),
        kind => model::kind(kind),
    }
}

/// 「備考（基本目標）」: an inner field, with the name of its type.
pub fn inner_field(field: &Field) -> String {
    let of = match field.of {
        "Source" => text::of_source(),
        "Closing" => text::of_closing(),
        "Opinion" => text::of_opinion(),
        "BodyMember" => text::of_member(),
        "TargetChange" => text::of_change(),
        "GivenRating" => text::of_rating(),
        of => {
            let mut kinds = Kind::ALL.iter();
            let kind = kinds.find(|kind| format!("{kind:?}") == of);
            kind.map_or("", |kind| model::kind(*kind))
        }
    };
    text::inner_field(field.word(), of)
}

/// Counts the records that become public for the first time; at the first publication, all of them.
pub fn new_records(before: Option<&str>, new: &BTreeMap<Kind, usize>) -> String {
    let counted = new.iter();
    let counted: Vec<_> = counted
        .map(|(kind, count)| text::counted(model::kind(*kind), count))
        .collect();
    let counted = counted.join(marks::list());
    match (before, new.is_empty()) {
        (None, _) => text::new_first(counted),
        (Some(day), true) => text::new_none(day),
        (Some(day), false) => text::new_since(day, counted),
    }
}

/// Counts the texts that may be personal.
pub fn personal(count: usize) -> String {
    match count {
        0 => text::personal_none().to_owned(),
        count => text::personal_some(count),
    }
}

/// Number of gaps of indicators.
pub fn lacking(count: usize) -> String {
    match count {
        0 => text::lacking_none().to_owned(),
        count => text::lacking_some(count),
    }
}
