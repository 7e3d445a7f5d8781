//! The fields of a sheet's lines: what they are called, and what was pasted, copied, emptied in them.

use crate::edit::MoneyCell;
use crate::strategy::*;

/// How the grid is used.
pub const GRID_HINT: &str = "Excel の表を、下の欄にそのまま貼り付けられます。矢印・Enter で動き、Shift + 矢印で選び、Ctrl + D で上の額、Ctrl + R で左の額をコピーします。";

/// 「事業名 予算額」: a field of a line.
pub fn of_line(title: &str, what: &str) -> String {
    format!("{title} {what}")
}

/// 「ふるさと納税 令和6年度の予算額」.
pub fn budget_of(title: &str, year: FiscalYear) -> String {
    format!("{title} {year}の予算額")
}

/// 「ふるさと納税 令和6年度の方向性」.
pub fn course_of(title: &str, year: FiscalYear) -> String {
    format!("{title} {year}の方向性")
}

/// 「R7：「abc」は金額として読めません。…」: why what was typed into a cell of a line cannot be kept.
pub fn wrong(cell: MoneyCell, why: &str) -> String {
    match cell {
        MoneyCell::Budget(_, year) => format!("{}：{why}", year.short()),
        _ => why.to_owned(),
    }
}

/// What pasting did, and what had no place.
pub fn pasted(changed: usize, unread: usize, outside: &[String]) -> String {
    let mut told = match changed {
        0 => "変わった欄はありません。".to_owned(),
        n => format!("{n}か所に貼り付けました。"),
    };
    if unread > 0 {
        told += &format!("{unread}か所は金額として読めず、文字のまま欄に残しました（要確認）。");
    }
    if !outside.is_empty() {
        let shown: Vec<_> = outside.iter().take(5).map(|t| format!("「{t}」")).collect();
        let more = if outside.len() > 5 { "など" } else { "" };
        told += &format!(
            "{}か所は、行や年度の欄が足りないので入れていません（{}{more}）。事業の行を追加してから貼り付けてください。",
            outside.len(),
            shown.concat()
        );
    }
    told
}

/// What copying down did.
pub fn filled(changed: usize) -> String {
    match changed {
        0 => "変わった欄はありません。".to_owned(),
        n => format!("{n}か所へ下にコピーしました。"),
    }
}

/// What copying to the right did.
pub fn filled_right(changed: usize) -> String {
    match changed {
        0 => "変わった欄はありません。".to_owned(),
        n => format!("{n}か所へ右にコピーしました。"),
    }
}

/// What emptying did.
pub fn cleared(changed: usize) -> String {
    match changed {
        0 => "空にする欄はありません。".to_owned(),
        n => format!("{n}か所を空にしました。"),
    }
}
