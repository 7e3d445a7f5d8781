//! 向きと数え方の自動判定のことば.

use super::text::guess as text;
pub use super::text::guess::*;

use crate::insight::Hint;

/// 「自動判定：増やす（目標値が当初値より大きいため）」; `same`: the town says so already; `judged`: it does not, but
/// the rating goes by it.
pub fn line(kind: &str, hint: Hint, same: bool, judged: bool) -> String {
    let reason = reason(hint);
    match (same, judged) {
        (true, _) => text::line_yes(reason),
        (false, true) => text::line_no_yes(kind, reason),
        (false, false) => text::line_no_no(kind, reason),
    }
}

/// 「目標値が当初値より大きいため」.
pub fn reason(hint: Hint) -> String {
    let why = match hint {
        Hint::Wish => text::reason_wish(),
        Hint::Above => text::reason_above(),
        Hint::Below => text::reason_below(),
        Hint::Same => text::reason_same(),
        Hint::AtLeast => text::reason_at_least(),
        Hint::AtMost => text::reason_at_most(),
        Hint::Floor => text::reason_floor(),
        Hint::Ceiling => text::reason_ceiling(),
        Hint::Range => text::reason_range(),
        Hint::Rising => text::reason_rising(),
        Hint::Falling => text::reason_falling(),
        Hint::Rank => text::reason_rank(),
        Hint::Figure => text::reason_figure(),
        Hint::Name(word) => return [text::reason_name(), word, text::reason_name_2()].concat(),
    };
    why.to_owned()
}
