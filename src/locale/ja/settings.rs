//! 設定のことば.

/// Heading.
pub const TITLE: &str = "設定";
/// Heading.
pub const COVER: &str = "計画の表紙";
/// Field.
pub const NAME: &str = "計画の名称";
/// Field.
pub const TOWN: &str = "市町村の名前";
/// Field.
pub const CODE: &str = "全国地方公共団体コード（6けた）";
/// Field.
pub const FIRST: &str = "最初の年度";
/// Field.
pub const LAST: &str = "最後の年度";
/// Field.
pub const STAGE: &str = "段階";
/// Field.
pub const NOTE: &str = "備考";
/// Heading.
pub const SOURCES: &str = "出典";
/// Heading.
pub const LOOK: &str = "画面の明るさ（この端末だけの設定）";
/// Themes.
pub const THEMES: [(&str, &str); 3] = [
    ("", "端末に合わせる"),
    ("light", "明るい"),
    ("dark", "暗い"),
];
/// Error.
pub const BAD_YEAR: &str =
    "年度が読み取れないか、期間の前後が逆です。「令和7」「R7」「2025」のように入れてください。";
