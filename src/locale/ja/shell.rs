//! 外枠のことば.

/// The product's name.
pub const NAME: &str = "みちしるべ";
/// A plan without a name.
pub const UNNAMED: &str = "（名称なし）";
/// Skip link.
pub const SKIP: &str = "本文へ移動";
/// Navigation landmark.
pub const NAVIGATION: &str = "ページ";
/// Close a window.
pub const CLOSE: &str = "閉じる";
/// Take back.
pub const UNDO: &str = "元に戻す";
/// Do again.
pub const REDO: &str = "やり直す";
/// Write a file.
pub const EXPORT: &str = "ファイルに保存";
/// Back to the list.
pub const HOME: &str = "はじめに";
/// Navigation groups.
pub const GROUP_MAKE: &str = "つくる";
/// Navigation groups.
pub const GROUP_REVIEW: &str = "ふりかえる";
/// Landmark of the bar at the top.
pub const TRUTH: &str = "保存のようす";
/// Before the first save is known.
pub const SAVING: &str = "保存しています…";
/// No file written since the last change.
pub const FILE_UNSAVED: &str = "ファイル 未保存";
/// Of the whole bar, for who points at it.
pub const TRUTH_MORE: &str = "どこに、いつ保存されているか";
/// The same in a word, on a phone.
pub const SAVED_SHORT: &str = "保存済み";
/// The same in a word, on a phone.
pub const SAVING_SHORT: &str = "保存中";
/// A reader's bar in a word, on a phone.
pub const READING_SHORT: &str = "閲覧中";
/// A reader's bar.
pub const READING: &str = "見るだけ（別の画面が保存します）";
/// A large change is on its way.
pub const SAVING_LARGE: &str = "大きな変更を保存しています。終わるまで閉じないでください。";
/// In the place of an account: what was done is on the screen and in no store.
pub const BEING_KEPT: &str = "保存しています…終わるまで閉じないでください。";
/// The browser's store has not answered yet.
pub const WAITING_STORE: &str = "この端末の保存先の返事を待っています…";
/// Trouble of keeping.
pub const TROUBLE_CHECK: &str = "確認が必要です";
/// Another tab holds the pen.
pub const READ_ONLY: &str = "この計画は別の画面で編集中です。こちらは見るだけの画面です。";
/// Take the pen.
pub const TAKE_OVER: &str = "こちらで編集する";
/// Opening.
pub const OPENING: &str = "開いています…";
/// A part of the app is being fetched.
pub const FETCHING: &str = "アプリの部品を読み込んでいます…";
/// A part of the app could not be fetched.
pub const NOT_FETCHED: &str = "アプリの部品を読み込めませんでした。何も失われていません。通信を確かめて、もう一度押してください。それでも進まないときは、アプリが新しくなったのかもしれません。画面を再読み込みしてください。";
/// The same, of a page.
pub const PAGE_NOT_FETCHED: &str = "このページの部品を読み込めませんでした。書いたものは、この端末に残っています。通信を確かめて、もう一度読み込んでください。それでも開かないときは、アプリが新しくなったのかもしれません。画面を再読み込みしてください。";
/// Something else came in the place of a part of the app.
pub const NOT_OURS: &str = "サイトが、アプリの部品の代わりに別の内容を返しました。再読み込みしても直りません。サイトを置いた担当者に、このことを伝えてください。直ったら、もう一度押せば進みます。この端末の計画は何も変わっていません。";
/// The same, of a page.
pub const PAGE_NOT_OURS: &str = "サイトが、このページの部品の代わりに別の内容を返しました。再読み込みしても直りません。サイトを置いた担当者に、このことを伝えてください。直ったら、もう一度読み込めば開きます。書いたものは、この端末に残っています。心配なときは「ファイルに保存」を押してください。";
/// The strategy of the address is not on this device.
pub const NOT_HERE: &str = "この計画は、この端末のこのブラウザには見つかりません。";
/// Help.
pub const HELP: &str = "キー操作の一覧";
/// Search.
pub const PALETTE: &str = "検索・操作";
/// History.
pub const HISTORY: &str = "変更の履歴";
/// Menu button on phones.
pub const MENU: &str = "メニュー";
/// Nothing to take back.
pub const NO_HISTORY: &str = "変更は、まだありません。";
/// History explanation.
pub const HISTORY_NOTE: &str =
    "新しい順です。選ぶと、その変更の直前まで戻します。閉じて開き直しても残ります。";
/// Steps that can only be read.
pub const HISTORY_EARLIER: &str = "ここから前の変更は、読むだけです。";
/// What is done again.
pub const UNDONE: &str = "取り消した変更";
/// The error page.
pub const PANIC_TITLE: &str = "申し訳ありません。画面が止まりました";
/// The error page.
pub const PANIC_TEXT: &str = "入力した内容は、最後の変更までこのブラウザに残っています。念のため、下のボタンでファイルに保存してから、画面を開き直してください。";
/// The error page.
pub const PANIC_SAVE: &str = "内容をファイルに保存する";
/// The error page.
pub const PANIC_RELOAD: &str = "画面を開き直す";

/// The plan's name; the town's before it only where the name does not hold it.
pub fn plan_name(town: &str, title: &str) -> String {
    match (town.trim(), title.trim()) {
        ("", "") => UNNAMED.to_owned(),
        ("", title) => title.to_owned(),
        (town, "") => town.to_owned(),
        (town, title) if title.contains(town) => title.to_owned(),
        (town, title) => format!("{town} {title}"),
    }
}

/// 「この端末に保存済み 10:42」.
pub fn saved_at(time: &str) -> String {
    format!("この端末に保存済み {time}")
}

/// 「ファイル 10:42」.
pub fn file_at(time: &str) -> String {
    format!("ファイル {time}")
}

/// 「自動バックアップ 3」.
pub fn backups(count: usize) -> String {
    format!("自動バックアップ {count}")
}
/// The error page.
pub const PANIC_FILE: &str = "みちしるべ_バックアップ.json";

/// Edits had to be taken from the journal.
pub fn replayed(count: usize) -> String {
    format!("前回、保存の前に閉じられた変更 {count} 件を、書きとめから戻しました。")
}
/// A newer app waits.
pub const UPDATE: &str = "みちしるべの新しい版が届いています。書いたものは、そのまま残ります。";
/// Changes over.
pub const UPDATE_NOW: &str = "いま切り替える";
/// Not now: at the next start it is there anyway.
pub const UPDATE_LATER: &str = "あとで";
