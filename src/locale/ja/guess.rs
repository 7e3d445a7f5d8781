//! 向きと数え方の見立てのことば.

use crate::insight::Hint;

/// 「目標値が当初値より大きいため」.
pub fn reason(hint: Hint) -> String {
    let why = match hint {
        Hint::Wish => "目標がそう書かれているため",
        Hint::Above => "目標値が当初値より大きいため",
        Hint::Below => "目標値が当初値より小さいため",
        Hint::Same => "目標値が当初値と同じため",
        Hint::AtLeast => "目標値が「以上」のため",
        Hint::AtMost => "目標値が「以下」のため",
        Hint::Range => "目標値に幅があるため",
        Hint::Rising => "目標値が年々大きくなるため",
        Hint::Falling => "目標値が年々小さくなるため",
        Hint::Rank => "順位は小さいほどよいため",
        Hint::Figure => "値に累計・平均と書かれているため",
        Hint::Name(word) => return ["名称に「", word, "」とあるため"].concat(),
    };
    why.to_owned()
}
