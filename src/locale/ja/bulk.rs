//! 一括変更のことば.

/// Button.
pub const OPEN: &str = "一括変更";
/// Field.
pub const FIELD: &str = "変更する項目";
/// Field.
pub const VALUE: &str = "新しい値";
/// Button.
pub const RUN: &str = "一括変更する";

/// How many are changed.
pub fn note(count: usize) -> String {
    format!("いま表示している{count}件の指標を一度に変更します。「元に戻す」1回で戻せます。")
}
