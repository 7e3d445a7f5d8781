//! 版のことば.

/// Dialog.
pub const TITLE: &str = "版を保存";
/// Explanation.
pub const NOTE: &str =
    "いまの内容に名前をつけて残します。あとから見比べたり、この版に戻したりできます。";
/// Field.
pub const NAME: &str = "版の名前";
/// Button.
pub const SAVE: &str = "この名前で保存";
/// Stages offered as names.
pub const USUAL: [&str; 4] = ["骨子案", "素案", "案", "決定"];
