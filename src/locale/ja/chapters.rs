//! 本文・支援のことば.

/// Heading.
pub const TITLE: &str = "本文・支援";
/// Button.
pub const ADD: &str = "章を加える";
/// New.
pub const NEW: &str = "新しい章";
/// Empty.
pub const NONE: &str =
    "策定趣旨や基本方針などの文章は、まだありません。「章を加える」から書き始められます。";
/// Field.
pub const KIND: &str = "章の種別";
/// Button.
pub const UP: &str = "上へ";
/// Button.
pub const DOWN: &str = "下へ";
/// Field.
pub const NUMBER: &str = "番号";
/// Field.
pub const HEADING: &str = "見出し";
/// Field.
pub const TEXT: &str = "文章";
/// Field.
pub const POINT: &str = "項目";
/// New.
pub const NEW_POINT: &str = "新しい項目";
/// Button.
pub const ADD_POINT: &str = "項目を加える";
/// Heading.
pub const SUPPORTS: &str = "活用できる支援";
/// Note.
pub const SUPPORTS_NOTE: &str = "国や都道府県の支援を、資金・情報・人の三つに分けて並べます。体系の取組から選んで結びつけられます。";
/// Field.
pub const SUPPORT: &str = "支援の名称";
/// New.
pub const NEW_SUPPORT: &str = "新しい支援";
/// Button.
pub const ADD_SUPPORT: &str = "支援を加える";

/// 「…を削除」.
pub fn remove(title: &str) -> String {
    format!("「{title}」を削除")
}

/// 「使う取組：…」.
pub fn used_by(titles: &[String]) -> String {
    format!("使う取組：{}", titles.join("、"))
}
