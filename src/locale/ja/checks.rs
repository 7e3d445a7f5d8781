//! 点検のことば.

use crate::insight::checks::{Group, Rule, Severity};

/// Note.
pub const NOTE: &str = "書き漏らしや食い違いを、計画の全体から探しています。文を選ぶと、なぜ気をつけるとよいかが出ます。";
/// Link.
pub const GO: &str = "該当箇所を開く";

/// Link of a year without figures.
pub const GO_TO_FIGURES: &str = "指標を開いて入力する";

/// The first line; not yet counted, it says so.
pub fn headline(count: Option<usize>) -> String {
    match count {
        None => "計画の全体を点検しています…".to_owned(),
        Some(0) => "確認が必要な箇所はありません".to_owned(),
        Some(n) => format!("確認が必要な箇所が{n}件あります"),
    }
}

/// What is only advice is not counted above.
pub fn advice(count: usize) -> Option<String> {
    (count > 0).then(|| format!("このほかに、助言が{count}件あります。"))
}

/// What is one sentence many times: 「令和7年度の実績が未入力：24件」.
pub fn group(group: &Group) -> String {
    let what = match (group.rule, group.year) {
        (Rule::ActualOverdue, Some(year)) => format!("{year}の実績が未入力"),
        (Rule::SheetWithoutRating, Some(year)) => format!("{year}の評価が未記入の施策"),
        (rule, Some(year)) => format!("{}（{year}）", rule.title()),
        (rule, None) => rule.title().to_owned(),
    };
    format!("{what}：{}件", group.findings.len())
}

/// 「注意（3）」.
pub fn kind(severity: Severity, count: usize) -> String {
    format!("{}（{count}件）", severity.word())
}

/// Button.
pub fn more(count: usize) -> String {
    format!("残り{count}件も見る")
}

/// Link.
pub fn go(sentence: &str) -> String {
    format!("該当箇所を開く：{sentence}")
}

/// Button.
pub fn fix(what: &str) -> String {
    format!("直す：{what}")
}
