//! 再掲・関連施策のことば.

use super::thousand;

/// Mark.
pub const REPRISE: &str = "再掲";
/// Dialog.
pub const REPRISE_TITLE: &str = "どの事業の再掲ですか";
/// Dialog.
pub const REPRISE_NOTE: &str =
    "もとの事業を選ぶと、金額がまだない行にはもとの金額が入り、純計では1回だけ数えます。";
/// Field.
pub const REPRISE_LOOK: &str = "もとの事業を検索";
/// List.
pub const REPRISE_FOUND: &str = "もとになる事業";
/// Field.
pub const REPRISE_ELSEWHERE: &str = "この計画にない事業の再掲（もとの事業の名前や番号）";
/// Button.
pub const REPRISE_ELSEWHERE_SET: &str = "計画の外の再掲にする";
/// Button.
pub const REPRISE_NONE: &str = "再掲をやめる";
/// Before the original.
pub const REPRISE_OF: &str = "もと：";
/// After it.
pub const REPRISE_COUNTED: &str = "（純計ではもとの行で数えます）";
/// A mark without anything behind it.
pub const REPRISE_UNKNOWN: &str =
    "再掲の印がありますが、もとの事業が選ばれていません。ここで1回数えます。";
/// Label.
pub const RELATED: &str = "関連施策";
/// Label.
pub const RELATED_FROM: &str = "この施策を関連施策に挙げている施策";
/// Field.
pub const RELATED_ADD: &str = "関連施策を番号で追加";
/// Placeholder.
pub const RELATED_PLACEHOLDER: &str = "例：33-1";
/// Button.
pub const RELATED_SET: &str = "追加";
/// Tooltip.
pub const RELATED_OUTSIDE: &str = "この計画にはない施策の番号です";

/// The original has no line in this year.
pub fn reprise_without_line(name: &str) -> String {
    format!("もと：{name}（この年度のシートに行がないので、ここで1回数えます）")
}

/// The original is not in this strategy.
pub fn reprise_elsewhere(text: &str) -> String {
    match text.trim() {
        "" => "もとの事業はこの計画の外です。ここで1回数えます。".to_owned(),
        text => format!("もと：{text}（この計画にはないので、ここで1回数えます）"),
    }
}

/// A repeat says another amount.
pub fn reprise_differs(printed: i64, counted: i64) -> String {
    format!(
        "金額がもとの行と違います（ここ {}、もと {}）。純計にはもとの額が入ります。",
        thousand(printed),
        thousand(counted)
    )
}

/// A code that the document prints twice.
pub fn related_twice(code: &str) -> String {
    format!("番号 {code} の施策が二つ以上あります。候補の一覧から、名称つきで選んでください。")
}

/// 「関連施策33-1を外す」.
pub fn unrelate(code: &str) -> String {
    format!("関連施策 {code} を外す")
}
