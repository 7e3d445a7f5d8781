//! 保存・復旧のことば.

/// Panel.
pub const TITLE: &str = "保存のようす";
/// Row.
pub const PLACE: &str = "保存先";
/// Row.
pub const PLACE_TEXT: &str = "この端末の、このブラウザの中";
/// Row.
pub const LAST: &str = "最後の保存";
/// Row.
pub const FILE: &str = "ファイル";
/// Row.
pub const FILE_NONE: &str = "最後の変更のあと、まだ保存していません";
/// Row.
pub const AUTO: &str = "自動バックアップ";
/// Row.
pub const NAMED: &str = "名前をつけた版";
/// Row.
pub const ROOM: &str = "容量";
/// Button.
pub const OPEN_BACKUPS: &str = "自動バックアップを開く";
/// Private windows.
pub const PRIVATE: &str = "プライベート（シークレット）ウィンドウで開いているときは、ウィンドウを閉じると、保存したものもすべて消えます。閉じる前に「ファイルに保存」で残してください。";
/// Opened as a file.
pub const LOCAL_FILE: &str = "ファイルとして開いているため、保存先は、この端末のこのブラウザで開くほかのHTMLファイルと共用です。フォルダを移しても内容は残りますが、ほかのHTMLファイルがこの内容を読んだり消したりすることもできます。出所の分からないHTMLファイルは、このブラウザで開かないでください。";
/// Trouble, button.
pub const RELOAD: &str = "読み込み直す";
/// Trouble, button.
pub const LOOK: &str = "反映していない変更を見る";
/// Trouble, landmark.
pub const TROUBLES: &str = "保存についての注意";
/// Trouble, for whoever looks after the computer.
pub const DETAIL: &str = "技術情報";
/// A strategy that does not open.
pub const CANNOT_OPEN: &str = "この計画を開けませんでした";
/// A strategy that does not open: what there is.
pub const COPIES: &str = "ここから開き直せます";
/// The same.
pub const COPIES_NOTE: &str = "新しい順です。開いても、版と自動バックアップ、取り置いた元のデータはそのまま残ります。違っていたら、ほかのものを開き直せます。";
/// The same, where not one of them can be read.
pub const NONE_OPENS: &str = "読めるものがありませんでした";
/// The same.
pub const NONE_OPENS_NOTE: &str = "ファイルに保存したものがあれば、「はじめに」の「ファイルを開く」から開けます。取り置いたデータは、下でファイルに取り出せます。";
/// The same, nothing.
pub const NO_COPIES: &str = "この端末には、開き直せる版も自動バックアップもありません。ファイルに保存したものがあれば、「はじめに」の「ファイルを開く」から開けます。";
/// Looking for copies.
pub const LOOKING: &str = "版と自動バックアップを調べています…";
/// A copy.
pub const LAST_KEPT: &str = "直前に保存されていた内容";
/// A copy.
pub const LAST_KEPT_NOTE: &str = "保存したときと合わない箇所があります。文字や数値が一部変わっているおそれがあるので、開いたら確かめてください。";
/// A copy that cannot be read.
pub const COPY_UNREADABLE: &str = "読めません";
/// The best there is.
pub const COMPLETE: &str = "いちばん新しい内容です";
/// Button.
pub const OPEN_COPY: &str = "これで開き直す";
/// Button.
pub const AGAIN: &str = "もう一度開く";
/// Data set aside.
pub const ASIDE: &str = "取り置いたデータ";
/// Data set aside.
pub const ASIDE_NOTE: &str =
    "読めなかったものや、いまの内容に合わなかった変更を、上書きせずに残してあります。";
/// Kind.
pub const ASIDE_STRATEGY: &str = "計画の元のデータ";
/// Button.
pub const TAKE_OUT: &str = "ファイルに取り出す";
/// Button.
pub const READ: &str = "内容を見る";
/// Button.
pub const HIDE: &str = "閉じる";
/// Button.
pub const OPEN_AGAIN: &str = "開き直す";
/// Button.
pub const FORGET: &str = "削除";
/// Sure?
pub const FORGET_SURE: &str =
    "削除すると元に戻せません。必要なら、先にファイルに取り出してください。";
/// Button.
pub const FORGET_YES: &str = "完全に削除";
/// Button.
pub const FORGET_NO: &str = "やめる";
/// Edits, landmark.
pub const CHANGES: &str = "変更の前と後";
/// Edits.
pub const COLUMNS: [&str; 4] = ["変更", "項目", "前", "後"];
/// Edit, button.
pub const GIVE_BACK: &str = "この変更を入れ直す";
/// Edit given back.
pub const GIVEN_BACK: &str = "入れ直しました";
/// Edit that cannot be read.
pub const UNREADABLE: &str = "読めない記録";
/// The same, as far as it can be read.
pub const UNREADABLE_IN_PART: &str = "この変更は一部が読めないため、入れ直せません。読めた内容は次のとおりです。必要なら入力し直してください。";
/// Nothing to list but the act itself.
pub const NO_FIELDS: &str = "位置や結びつきの変更";
/// Read edits from a file.
pub const READ_FILE: &str = "取り出したファイルを読み込む";
/// A file without edits.
pub const NO_EDITS: &str = "このファイルには、変更の記録がありません。「ファイルに取り出す」で保存した .jsonl ファイルを選んでください。";

/// 「変更の記録 3件」.
pub fn edits(count: usize) -> String {
    match count {
        0 => "変更の記録".to_owned(),
        count => format!("変更の記録 {count}件"),
    }
}

/// What was added to a copy.
pub fn applied(count: usize) -> Option<String> {
    (count > 0).then(|| format!("そのあとの変更の記録{count}件を足してあります"))
}

/// What could not be added to a copy.
pub fn left(count: usize) -> Option<String> {
    (count > 0).then(|| format!("変更の記録{count}件は、足せません"))
}

/// What a copy lacks.
pub fn lacks(count: usize) -> String {
    match count {
        0 => "いちばん新しい内容と同じです".to_owned(),
        count => format!("いちばん新しい内容と、{count}か所違います"),
    }
}

/// 「版「素案」」.
pub fn version(name: &str) -> String {
    format!("版「{name}」")
}

/// 「3（最新 23:42）」.
pub fn count(count: usize, newest: Option<String>) -> String {
    match newest {
        Some(newest) => format!("{count}件（最新 {newest}）"),
        None => "0件".to_owned(),
    }
}

/// A sitting of the history.
pub fn sitting(from: &str, to: &str, count: usize) -> String {
    match from == to {
        true => format!("{from}（{count}件）"),
        false => format!("{from}〜{to}（{count}件）"),
    }
}

/// 「1,200 → 1,300」.
pub fn change(from: Option<&str>, to: Option<&str>) -> String {
    format!("{} → {}", from.unwrap_or("（空）"), to.unwrap_or("（空）"))
}

/// 「ほか2か所」.
pub fn more(count: usize) -> Option<String> {
    (count > 0).then(|| format!("ほか{count}か所"))
}
