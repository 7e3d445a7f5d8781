//! 整合のことば.

use super::model;

/// Heading.
pub const TITLE: &str = "整合";
/// Note.
pub const NOTE: &str = "国・都道府県・前期計画・上位計画などの目標と、この計画の目標・施策の結びつきです。結びつきのない項目には印がつきます。";
/// Empty.
pub const NONE: &str = "結びつける相手の枠組みはまだありません。「枠組みを加える」から、国や都道府県の目標を書き入れてください。";
/// Button.
pub const ADD: &str = "枠組みを加える";
/// New.
pub const NEW: &str = "新しい枠組み";
/// Field.
pub const KIND: &str = "枠組みの種別";
/// Field.
pub const NAME: &str = "枠組みの名称";
/// New.
pub const NEW_ITEM: &str = "新しい項目";
/// Button.
pub const ADD_ITEM: &str = "項目を加える";
/// Field.
pub const NUMBER: &str = "番号";
/// Field.
pub const ITEM: &str = "項目";
/// Chip.
pub const HOLE: &str = "結びつきなし";
/// Choice.
pub const ALIGN: &str = "＋ 目標・施策を結びつける";

/// 「目標1 …」.
pub fn goal(number: &str, title: &str) -> String {
    format!("目標{number} {}", model::brief(title))
}

/// 「施策1-2 …」.
pub fn measure(code: &str, title: &str) -> String {
    format!("施策{code} {}", model::brief(title))
}

/// 「…の結びつきを外す」.
pub fn unalign(name: &str) -> String {
    format!("「{name}」の結びつきを外す")
}

/// 「…に結びつける」.
pub fn align_to(title: &str) -> String {
    format!("「{title}」に結びつける目標・施策")
}

/// 「…を削除」.
pub fn remove(title: &str) -> String {
    format!("「{title}」を削除")
}
