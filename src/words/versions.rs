//! 版と比較のことば.

use super::text::versions as text;
pub use super::text::versions::*;

use insight::compare::Ancestry;
use strategy::Side;

/// 「版「素案」からの違い：12か所」; `what`: the name of a version, or an automatic backup.
pub fn since(what: &str, count: usize) -> String {
    if count == 0 {
        text::since_yes(what)
    } else {
        text::since_no(what, count)
    }
}

/// 「32-1 町内会等への加入促進 令和6年度のシート（計画）」: the place of a difference; `measure`: its code and title.
pub fn place(measure: Option<String>, ancestry: &Ancestry) -> String {
    let sheet = ancestry.edition.map(|edition| match ancestry.side {
        None => text::place_none(edition),
        Some(Side::Planned) => text::place_planned(edition),
        Some(Side::Done) => text::place_done(edition.previous()),
    });
    let parts: Vec<String> = measure.into_iter().chain(sheet).collect();
    parts.join(" ")
}
