//! 指標の表のことば.

use crate::edit::{Cell, Pasted};
use crate::strategy::{FiscalYear, Kind};

/// The table.
pub const LABEL: &str = "指標の数値の表";
/// Tools.
pub const ROWS: &str = "表の行";
/// Tools.
pub const BOTH: &str = "目標と実績";
/// Tools.
pub const ACTUALS: &str = "実績のみ";
/// Tools.
pub const TARGETS: &str = "目標のみ";
/// Hint.
pub const HINT: &str =
    "矢印で移動、F2で編集、Excelから貼り付け可、Ctrl+Dで下へ・Ctrl+Rで右へコピー、Ctrl+Zで元に戻す";
/// Column.
pub const NAME: &str = "指標";
/// Column.
pub const UNIT: &str = "単位";
/// Column.
pub const KIND: &str = "目標・実績";
/// Column.
pub const BASELINE: &str = "当初値";
/// Row.
pub const TARGET: &str = "目標";
/// Row.
pub const ACTUAL: &str = "実績";
/// Column.
pub fn rating(year: FiscalYear) -> String {
    format!("評価（{}）", year.short())
}
/// 「女性による」: which series decides a rating, where there is little room.
pub fn decided_by<'a>(names: impl Iterator<Item = &'a str>) -> String {
    [&names.collect::<Vec<_>>().join("・"), "による"].concat()
}
/// No cell.
pub const NO_CELL: &str = "入れる所のない欄";

/// 「65歳健康寿命（男性）」.
pub fn row_name(name: &str, series: &str) -> String {
    if series.is_empty() {
        name.to_owned()
    } else {
        format!("{name}（{series}）")
    }
}

/// What a cell is.
pub fn cell(name: &str, series: &str, cell: Cell) -> String {
    format!(
        "{} {}",
        row_name(name, series),
        crate::locale::history::field(Kind::Series, cell.field())
    )
}

/// Where the cursor is, and what is there.
pub fn at(cell: &str, text: &str) -> String {
    if text.is_empty() {
        format!("{cell}：空")
    } else {
        format!("{cell}：{text}")
    }
}

fn told(done: &Pasted, act: &str) -> String {
    let mut told = match done.written {
        0 if !done.closed.is_empty() => String::new(),
        0 => "変わった欄はありません。".to_owned(),
        n => format!("{n}か所に{act}。"),
    };
    if !done.unread.is_empty() {
        told += &format!(
            "{}か所は数として読めず、文字のまま残しました（要確認）。",
            done.unread.len()
        );
    }
    if done.skipped > 0 {
        told += &format!(
            "{}か所は、表の外か決定した目標値のため入れていません。",
            done.skipped
        );
    }
    told + &left_closed(done)
}

/// What was left as it is, because its year is closed.
fn left_closed(done: &Pasted) -> String {
    let years: Vec<String> = done.closed.keys().map(|year| year.to_string()).collect();
    match done.closed.values().sum::<usize>() {
        0 => String::new(),
        n => format!(
            "{n}か所は、{}が確定済みのため変えていません。",
            years.join("・")
        ),
    }
}

/// What pasting did.
pub fn pasted(done: &Pasted) -> String {
    told(done, "貼り付けました")
}

/// What filling down did.
pub fn filled(done: &Pasted) -> String {
    told(done, "下へコピーしました")
}

/// What filling to the right did.
pub fn filled_right(done: &Pasted) -> String {
    told(done, "右へコピーしました")
}

/// Filling down among rows of which no two are alike.
pub const NO_ROW_ALIKE: &str =
    "コピー元になる同じ種類の行がありません。目標は目標の行へ、実績は実績の行へコピーします。";

/// What clearing did.
pub fn cleared(done: &Pasted) -> String {
    match done.written {
        0 if !done.closed.is_empty() => left_closed(done),
        0 => "空にする欄はありません。".to_owned(),
        n => format!("{n}か所を空にしました。{}", left_closed(done)),
    }
}
