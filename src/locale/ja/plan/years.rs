//! From year to year: 翌年度の計画をつくる, 前年度の計画との違い.

use crate::insight::money::Moved;
use crate::insight::sheets::Rolling;
use crate::strategy::*;

/// Button.
pub const ROLL: &str = "翌年度の計画をつくる";
/// Button of the dialog.
pub const ROLL_APPLY: &str = "この内容でつくる";
/// Table.
pub const ROLL_TABLE: &str = "施策ごとの引き継ぎ";
/// Columns.
pub const ROLL_COLUMNS: [&str; 4] = ["施策", "続ける事業", "終わる事業", "実績の行"];
/// Button.
pub const CHANGES: &str = "前年度の計画との違い";
/// Caption.
pub const CHANGES_CAPTION: &str = "前年度の計画との違い（千円、同額のものを除く）";
/// Columns.
pub const CHANGE_COLUMNS: [&str; 5] = ["事業", "施策", "前年度", "この年度", "増減"];
/// Empty.
pub const NO_CHANGES: &str = "前年度のシートがないので、比べられません。";

/// Dialog title.
pub fn roll_title(next: FiscalYear) -> String {
    format!("{next}の計画をつくる")
}

/// What rolling would do, in a sentence.
pub fn roll_sentence(from: FiscalYear, all: &[Rolling]) -> String {
    let carried: usize = all.iter().map(|r| r.carried.len()).sum();
    let ended: usize = all.iter().map(|r| r.ended.len()).sum();
    let done: usize = all.iter().map(|r| r.done).sum();
    let next = from.next();
    format!(
        "{}の施策に{next}のシートを新しくつくります。{from}の計画のうち、続ける{carried}事業を計画の行に移し、{next}の方向性が「終了」などの{ended}事業は終わりにします。{from}の計画{done}事業は、評価する実績の行として載せます（決算額はこれから入れます）。{from}のシートは変わりません。",
        all.len()
    )
}

/// 「3事業（拡充 1・維持 2）」.
pub fn carried(rolling: &Rolling) -> String {
    format!("{}事業", rolling.carried.len())
}

/// Names of what ends.
pub fn ended(rolling: &Rolling) -> String {
    let names: Vec<_> = rolling.ended.iter().map(|l| l.title.as_str()).collect();
    match names[..] {
        [] => "なし".to_owned(),
        _ => names.join("、"),
    }
}

/// 増減.
pub fn moved(moved: Moved) -> &'static str {
    match moved {
        Moved::New => "新規",
        Moved::Ended => "終了",
        Moved::More => "増",
        Moved::Less => "減",
        Moved::Same => "同額",
        Moved::Unknown => "未記入",
    }
}

/// 「＋1,000」「△500」.
pub fn difference(n: i64) -> String {
    if n > 0 {
        format!("＋{}", grouped(n))
    } else {
        grouped(n)
    }
}

/// What changed since last year, counted.
pub fn changes(before: FiscalYear, counts: &[(Moved, usize)]) -> String {
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{} {count}", moved(*kind)))
        .collect();
    format!("{before}の計画と比べて、{}事業。", parts.join("、"))
}
