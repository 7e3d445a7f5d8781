//! 版と比較のことば.

/// Heading.
pub const TITLE: &str = "版と比較";
/// Button.
pub const SAVE: &str = "いまの内容を版に保存";
/// Note.
pub const NOTE: &str = "骨子案・素案・案・決定などの節目に名前をつけて残せます。自動の控えは、今日の3つと一日ごとに一つ、合わせて10個までです。";
/// Empty.
pub const NONE: &str = "版はまだありません。節目ごとに保存しておくと、見比べたり戻したりできます。";
/// Columns.
pub const COLUMNS: [&str; 5] = ["名前", "段階", "いつ", "種類", "操作"];
/// Kind.
pub const NAMED: &str = "名前をつけた版";
/// Kind.
pub const AUTO: &str = "自動の控え";
/// Button.
pub const COMPARE: &str = "いまと比べる";
/// Button.
pub const GO_BACK: &str = "この版に戻す";
/// Button.
pub const DELETE: &str = "版を消す";
/// Columns.
pub const DIFF_COLUMNS: [&str; 4] = ["対象", "項目", "その版", "いま"];
/// A record as a whole.
pub const WHOLE: &str = "全体";
/// Not there.
pub const ABSENT: &str = "（なし）";

/// 「版「素案」からの違い 12」.
pub fn since(name: &str, count: usize) -> String {
    if count == 0 {
        format!("版「{name}」と、いまの内容は同じです")
    } else {
        format!("版「{name}」からの違い：{count}か所")
    }
}
