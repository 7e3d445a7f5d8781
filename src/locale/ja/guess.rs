//! 向きと数え方の自動判定のことば.

use crate::insight::Hint;

/// Button.
pub const TAKE_WAY: &str = "この向きにする";
/// Button.
pub const TAKE_COUNT: &str = "この数え方にする";
/// Nothing tells yet.
pub const NOTHING: &str = "当初値と目標値を入力すると、向きを自動判定します。";

/// 「自動判定：増やす（目標値が当初値より大きいため）」; `same`: the town says so already; `judged`: it does not, but
/// the rating goes by it.
pub fn line(kind: &str, hint: Hint, same: bool, judged: bool) -> String {
    let reason = reason(hint);
    match (same, judged) {
        (true, _) => format!("自動判定も同じです（{reason}）"),
        (false, true) => format!("自動判定：{kind}（{reason}）。評価はこの向きで行っています。"),
        (false, false) => format!("自動判定：{kind}（{reason}）"),
    }
}

/// 「目標値が当初値より大きいため」.
pub fn reason(hint: Hint) -> String {
    let why = match hint {
        Hint::Wish => "目標がそう書かれているため",
        Hint::Above => "目標値が当初値より大きいため",
        Hint::Below => "目標値が当初値より小さいため",
        Hint::Same => "目標値が当初値と同じため",
        Hint::AtLeast => "目標値が「以上」のため",
        Hint::AtMost => "目標値が「以下」のため",
        Hint::Floor => "目標値が当初値より小さい「以上」のため",
        Hint::Ceiling => "目標値が当初値より大きい「以下」のため",
        Hint::Range => "目標値に幅があるため",
        Hint::Rising => "目標値が年々大きくなるため",
        Hint::Falling => "目標値が年々小さくなるため",
        Hint::Rank => "順位は小さいほどよいため",
        Hint::Figure => "値に累計・平均と書かれているため",
        Hint::Name(word) => return ["名称に「", word, "」とあるため"].concat(),
    };
    why.to_owned()
}
