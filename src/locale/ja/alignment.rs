//! 整合のことば.

use super::model;
use crate::insight::Coverage;
use crate::strategy::FrameworkKind;

/// Heading.
pub const TITLE: &str = "整合";
/// Note.
pub const NOTE: &str = "国・都道府県・上位計画などの目標と、この計画の目標・施策の結びつきです。結びつきのない項目には印がつきます。";
/// Empty.
pub const NONE: &str = "結びつける上位計画や国の目標は、まだありません。上のボタンから追加し、その目標を書き入れてください。";
/// Button.
pub const ADD: &str = "上位計画・国の目標を追加";
/// Field.
pub const KIND: &str = "種別";
/// Field.
pub const NAME: &str = "計画・目標の名称";
/// What may be written in a name.
pub const NAME_HINT: &str = "名称（例：国の第2期総合戦略）";
/// What may be written in an item.
pub const ITEM_HINT: &str = "目標・項目の名称";
/// Button.
pub const ADD_CROSS: &str = "横断的な目標を追加";
/// Mark.
pub const CROSS: &str = "横断的な目標";
/// Menu.
pub const UP: &str = "上へ移動";
/// Menu.
pub const DOWN: &str = "下へ移動";
/// Menu.
pub const REMOVE: &str = "削除";
/// Button.
pub const ADD_ITEM: &str = "項目を追加";
/// Field.
pub const NUMBER: &str = "番号";
/// Field.
pub const ITEM: &str = "項目";
/// Chip.
pub const HOLE: &str = "結びつきなし";
/// Choice.
pub const ALIGN: &str = "＋ 目標・施策を結びつける";

/// 「基本目標1 …」「横断的な目標1 …」.
pub fn goal(number: &str, title: &str) -> String {
    format!("{} {}", model::goal_number(number), model::brief(title))
}

/// 「施策1-2 …」.
pub fn measure(code: &str, title: &str) -> String {
    format!("{} {}", model::measure_number(code), model::brief(title))
}

/// 「…の結びつきを外す」.
pub fn unalign(name: &str) -> String {
    format!("「{name}」の結びつきを外す")
}

/// 「…に結びつける」.
pub fn align_to(title: &str) -> String {
    format!("「{title}」に結びつける目標・施策")
}

/// 「取組 …」.
pub fn initiative(title: &str) -> String {
    format!("取組 {}", model::named(title))
}

/// 「…の操作」.
pub fn acts_on(title: &str) -> String {
    format!("「{title}」の操作")
}

/// 「4項目すべてに結びつきがあります」.
pub fn covered(one: &Coverage) -> String {
    match one.holes() {
        0 => format!("{}項目すべてに結びつきがあります", one.items),
        holes => format!("{}項目のうち{holes}項目に結びつきがありません", one.items),
    }
}

/// 「国の4目標すべてに結びつきがあります」; the nation's first, then all, holes counted.
pub fn headline(all: &[Coverage]) -> String {
    let count = |kind: Option<FrameworkKind>| {
        let these = all
            .iter()
            .filter(|one| kind.is_none_or(|kind| one.kind == kind));
        these.fold((0, 0), |(items, holes), one| {
            (items + one.items, holes + one.holes())
        })
    };
    let (items, holes) = count(None);
    let (national, open) = count(Some(FrameworkKind::Nation));
    match (items, holes, national) {
        (0, ..) => TITLE.to_owned(),
        (_, 0, 0) => format!("{items}項目すべてに結びつきがあります"),
        (_, 0, _) if national == items => format!("国の{items}目標すべてに結びつきがあります"),
        (_, 0, _) => format!("国の目標など{items}項目すべてに結びつきがあります"),
        (_, _, n) if n > 0 && open == 0 => {
            format!("国の{n}目標すべてに結びつきがあり、ほかの{holes}項目にはありません")
        }
        _ => format!("{items}項目のうち{holes}項目に、目標・施策との結びつきがありません"),
    }
}
