//! 点検のことば.

use crate::insight::checks::Severity;

/// Note.
pub const NOTE: &str = "書き漏らしや食い違いを、計画の全体から探しています。文を選ぶと、なぜ気をつけるとよいかが出ます。";
/// Link.
pub const GO: &str = "その場所へ";

/// The first line; not yet counted, it says so.
pub fn headline(count: Option<usize>) -> String {
    match count {
        None => "計画の全体を点検しています…".to_owned(),
        Some(0) => "気になる所は見つかりませんでした".to_owned(),
        Some(n) => format!("気になる所が{n}か所あります"),
    }
}

/// 「直す 3」.
pub fn kind(severity: Severity, count: usize) -> String {
    format!("{}（{count}）", severity.word())
}

/// Button.
pub fn more(count: usize) -> String {
    format!("残り{count}件も見る")
}

/// Link.
pub fn go(sentence: &str) -> String {
    format!("その場所へ：{sentence}")
}

/// Button.
pub fn fix(what: &str) -> String {
    format!("直す：{what}")
}
