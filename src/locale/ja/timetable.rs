//! 日程のことば.

use super::model::named;
use crate::insight::Ahead;
use crate::strategy::{FiscalYear, Jun};

/// Heading.
pub const TITLE: &str = "日程";
/// Empty.
pub const NONE: &str =
    "策定の日程はまだありません。「列を追加」で、事務・会議・段階などの列をつくってください。";
/// Mark.
pub const TODAY: &str = "きょう";
/// Heading, when all is done or over.
pub const NOTHING_NEXT: &str = "日程：これからの予定はありません";
/// What may be written in an item.
pub const ITEM_HINT: &str = "例：第1回 策定委員会";
/// Caption.
pub const CAPTION: &str = "旬ごとの策定日程";
/// Column.
pub const WHEN: &str = "時期";
/// Field.
pub const LANE: &str = "列の見出し";
/// Button.
pub const ADD_LANE: &str = "列を追加";
/// Dialog.
pub const ITEM: &str = "予定";
/// Field.
pub const ITEM_TITLE: &str = "件名";
/// Field.
pub const FROM: &str = "いつから";
/// Field.
pub const TO: &str = "いつまで";
/// Field.
pub const BODY: &str = "会議体";
/// Choice.
pub const NO_BODY: &str = "（会議ではない）";
/// Field.
pub const POINTS: &str = "議題（一行に一つ）";
/// Mark.
pub const DONE: &str = "済";
/// Button.
pub const REMOVE: &str = "この予定を削除";
/// Heading.
pub const BODIES: &str = "策定にたずさわる会議体";
/// Button.
pub const ADD_BODY: &str = "会議体を追加";
/// Field.
pub const ROLE: &str = "役割";

/// 「R1.8」. Months of a calendar year: 令和元年8月.
pub fn month(jun: Jun) -> String {
    format!("{}.{}", FiscalYear(jun.year).short(), jun.month)
}

/// 「次：R1.8 上旬　骨子案の検討」, or 「R1.11 下旬まで：素案」 of what has begun.
pub fn next(ahead: &Ahead) -> String {
    let title = named(&ahead.title);
    match ahead.begun {
        true => format!("{}まで：{title}", ahead.to),
        false => format!("次：{}　{title}", ahead.from),
    }
}

/// 「…に予定を追加」.
pub fn add_to(lane: &str) -> String {
    format!("「{lane}」に予定を追加")
}

/// 「…を削除」.
pub fn remove(title: &str) -> String {
    format!("「{title}」を削除")
}
