//! 向きと数え方の自動判定のことば.

use super::text::guess as text;
pub use super::text::guess::*;

use insight::Evidence;

/// 「自動判定：増やす（目標値が当初値より大きいため）」. `same`: the town has chosen this already; `judged`: it has
/// not, but the rating uses it.
pub fn line(kind: &str, hint: Evidence, same: bool, judged: bool) -> String {
    let reason = reason(hint);
    match (same, judged) {
        (true, _) => text::line_yes(reason),
        (false, true) => text::line_no_yes(kind, reason),
        (false, false) => text::line_no_no(kind, reason),
    }
}

/// 「目標値が当初値より大きいため」.
pub fn reason(hint: Evidence) -> String {
    let why = match hint {
        Evidence::Directional => text::reason_wish(),
        Evidence::Above => text::reason_above(),
        Evidence::Below => text::reason_below(),
        Evidence::Same => text::reason_same(),
        Evidence::AtLeast => text::reason_at_least(),
        Evidence::AtMost => text::reason_at_most(),
        Evidence::Floor => text::reason_floor(),
        Evidence::Ceiling => text::reason_ceiling(),
        Evidence::Range => text::reason_range(),
        Evidence::Rising => text::reason_rising(),
        Evidence::Falling => text::reason_falling(),
        Evidence::Rank => text::reason_rank(),
        Evidence::Figure => text::reason_figure(),
        Evidence::Name(word) => return [text::reason_name(), word, text::reason_name_2()].concat(),
    };
    why.to_owned()
}
