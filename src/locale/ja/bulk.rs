//! まとめて変更のことば.

/// Button.
pub const OPEN: &str = "まとめて変更";
/// Field.
pub const FIELD: &str = "変える項目";
/// Field.
pub const VALUE: &str = "新しい値";
/// Button.
pub const RUN: &str = "まとめて変える";

/// How many are changed.
pub fn note(count: usize) -> String {
    format!("いま一覧に出ている {count}件の指標を、一度に変えます。「元に戻す」一回で戻せます。")
}
