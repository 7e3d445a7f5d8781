//! 本文・支援のことば.

/// Heading.
pub const TITLE: &str = "本文・支援";
/// Button.
pub const ADD: &str = "章を追加";
/// Empty.
pub const NONE: &str =
    "策定趣旨や基本方針などの文章は、まだありません。上の「章を追加」から書き始められます。";
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
pub const TEXT: &str = "本文";
/// What may be written in it.
pub const TEXT_HINT: &str = "本文を入力";
/// Field.
pub const POINT: &str = "項目";
/// Button.
pub const ADD_POINT: &str = "項目を追加";
/// Heading.
pub const SUPPORTS: &str = "活用できる支援";
/// Note.
pub const SUPPORTS_NOTE: &str = "国や都道府県の支援を、資金・情報・人の三つに分けて並べます。体系の取組から選んで結びつけられます。";
/// Field.
pub const SUPPORT: &str = "支援の名称";
/// Button.
pub const ADD_SUPPORT: &str = "支援を追加";

/// 「…を削除」.
pub fn remove(title: &str) -> String {
    format!("「{title}」を削除")
}

/// 「使う取組：…」.
pub fn used_by(titles: &[String]) -> String {
    format!("使う取組：{}", titles.join("、"))
}
