//! 向きと数え方の見立てのことば.

use crate::insight::Hint;

/// Button.
pub const TAKE: &str = "この見立てにする";
/// Nothing tells yet.
pub const NOTHING: &str = "当初値と目標値を入れると、向きの見立てが出ます。";

/// 「見立て：増やす（目標値が当初値より大きいため）」; `same`: it is so already.
pub fn line(kind: &str, hint: Hint, same: bool) -> String {
    let mark = if same {
        "見立ても同じ："
    } else {
        "見立て："
    };
    [mark, kind, "（", &reason(hint), "）"].concat()
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
