//! 版と比較のことば.

use crate::insight::compare::Stand;
use crate::strategy::Side;

/// Heading.
pub const TITLE: &str = "版と比較";
/// Button.
pub const SAVE: &str = "いまの内容を版に保存";
/// Note.
pub const NOTE: &str = "骨子案・素案・案・決定などの節目に、名前をつけて残せます。";
/// Empty.
pub const NONE: &str = "版はまだありません。節目ごとに保存しておくと、比較したり戻したりできます。";
/// Columns.
pub const COLUMNS: [&str; 4] = ["名前", "段階", "日時", "操作"];
/// Heading.
pub const NAMED: &str = "名前をつけた版";
/// Heading.
pub const AUTO: &str = "自動バックアップ";
/// Note.
pub const AUTO_NOTE: &str =
    "変更があると自動で残ります。当日分3件と、それより前は1日1件、合わせて10件までです。";
/// Empty.
pub const NO_AUTO: &str = "自動バックアップはまだありません。";
/// Button.
pub const COMPARE: &str = "いまと比較";
/// Button.
pub const GO_BACK: &str = "この版に戻す";
/// Button.
pub const DELETE: &str = "削除";
/// After deletion, where it stood.
pub const DELETED: &str = "削除しました";
/// Button.
pub const RESTORE: &str = "元に戻す";
/// Columns.
pub const DIFF_COLUMNS: [&str; 5] = ["対象", "場所", "項目", "その版", "いま"];
/// A record as a whole.
pub const WHOLE: &str = "全体";
/// Not there.
pub const ABSENT: &str = "（なし）";

/// 「版「素案」」.
pub fn named(name: &str) -> String {
    format!("版「{name}」")
}

/// 「版「素案」からの違い：12か所」; `what`: a version by its name, or an automatic copy.
pub fn since(what: &str, count: usize) -> String {
    if count == 0 {
        format!("{what}と、いまの内容は同じです")
    } else {
        format!("{what}からの違い：{count}か所")
    }
}

/// 「32-1 町内会等への加入促進 令和6年度のシート（計画）」: where a difference stands; `measure`: its code and title.
pub fn place(measure: Option<String>, stand: &Stand) -> String {
    let sheet = stand.edition.map(|edition| match stand.side {
        None => format!("{edition}のシート"),
        Some(Side::Planned) => format!("{edition}からの計画"),
        Some(Side::Done) => format!("{}の実績", edition.previous()),
    });
    let parts: Vec<String> = measure.into_iter().chain(sheet).collect();
    parts.join(" ")
}
