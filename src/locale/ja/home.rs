//! はじめに のことば.

use crate::edit::{self, Wording};
use crate::strategy::Strategy;

/// The first line.
pub const LEAD: &str = "まちの総合戦略を、つくり、動かし、ひらく。";
/// The promise.
pub const PROMISE: &str =
    "入れたものは失われない。どこに保存されているか、いつでも分かる。外には何も送らない。";
/// New.
pub const NEW: &str = "新しくつくる";
/// Open a file.
pub const OPEN_FILE: &str = "ファイルを開く";
/// Drop hint.
pub const DROP: &str = "ファイルをこの画面にドラッグしても開けます";
/// Heading.
pub const ON_THIS_DEVICE: &str = "この端末にある計画";
/// Empty.
pub const NONE_YET: &str = "まだありません。新しくつくるか、下の見本から始めてください。";
/// Heading.
pub const FROM_SAMPLE: &str = "見本からはじめる";
/// Sample note.
pub const SAMPLE_NOTE: &str = "複製をこの端末に保存して開きます。見本そのものは変わりません。";
/// Heading.
pub const WHERE: &str = "データはどこに？";
/// Explanation.
pub const WHERE_TEXT: &str = "入れた内容は、このパソコンのこのブラウザの中だけに保存されます。インターネットへは何も送りません。閲覧データを消すと一緒に消えるので、";
/// Explanation, stressed.
pub const WHERE_ADVICE: &str = "区切りごとにファイルに保存してください。";
/// Card buttons.
pub const OPEN: &str = "開く";
/// Card buttons.
pub const DUPLICATE: &str = "複製";
/// Card buttons.
pub const NEXT_PERIOD: &str = "次の期をつくる";
/// Card buttons.
pub const DELETE: &str = "削除";
/// Card buttons.
pub const EXPORT: &str = "ファイルに保存";
/// After deletion.
pub const TRASH: &str = "削除した計画";
/// After deletion.
pub const RESTORE: &str = "元に戻す";
/// After deletion.
pub const PURGE: &str = "完全に削除";
/// A new strategy's name.
pub const NEW_TITLE: &str = "総合戦略";
/// Storage is kept by the browser.
pub const PERSISTED: &str =
    "このブラウザは、空き容量が足りなくなってもこのデータを消さないと約束しています。";
/// Form.
pub const TOWN: &str = "市町村の名前";
/// Form.
pub const TOWN_HINT: &str = "例：みほん町";
/// Form.
pub const TITLE: &str = "計画の名称";
/// Form.
pub const FIRST: &str = "最初の年度";
/// Form.
pub const LAST: &str = "最後の年度";
/// Form.
pub const YEAR_HINT: &str = "「令和7」「R7」「2025」のどれでも";
/// Form.
pub const MAKE: &str = "つくって開く";
/// Form.
pub const BAD_YEAR: &str = "年度が読み取れません。「令和7」「R7」「2025」のように入れてください。";
/// Form.
pub const BAD_PERIOD: &str = "最後の年度は、最初の年度以降にしてください（30年以内）。";

/// Example of a name.
pub const TITLE_HINT: &str = "例：第3期総合戦略";

/// A sample: its file, what it is, and what can be seen in it.
pub struct Sample {
    /// File.
    pub file: &'static str,
    /// Whose, and what.
    pub name: &'static str,
    /// What it shows.
    pub shows: &'static str,
}

/// The samples.
pub const SAMPLES: [Sample; 6] = [
    Sample {
        file: "mihon",
        name: "みほん町 総合戦略",
        shows: "架空の町。目標から評価まで、すべてのページを試せます",
    },
    Sample {
        file: "hokuto-2020",
        name: "北斗市 総合戦略 骨子案",
        shows: "4つの目標・施策・取組の体系と、国の目標との整合",
    },
    Sample {
        file: "kitamoto-2022",
        name: "北本市 総合戦略 概要",
        shows: "数値目標とKPI。当初値・目標値・男女別などの内訳",
    },
    Sample {
        file: "hokuto-2024",
        name: "北斗市 実施計画",
        shows: "17施策の事業・決算額・予算額、評価シートと純計",
    },
    Sample {
        file: "hokkaido",
        name: "北海道 地域戦略・市町村支援",
        shows: "資金・情報・人の支援と、地域の方向性",
    },
    Sample {
        file: "kisarazu-2020",
        name: "木更津市 策定方針と日程",
        shows: "会議体と、旬ごとの策定スケジュール",
    },
];

/// 「目標 6」.
pub fn goals(count: usize) -> String {
    format!("目標 {count}")
}

/// 「指標 16」.
pub fn indicators(count: usize) -> String {
    format!("指標 {count}")
}

/// 「取組 38」.
pub fn initiatives(count: usize) -> String {
    format!("取組 {count}")
}

/// 「11月18日 10:42 に変更」.
pub fn changed(when: &str) -> String {
    format!("{when} に変更")
}

/// How much of the browser's room is used, in bytes.
pub fn room(used: f64, of: f64) -> String {
    format!("いま使っている量：{}（{} まで）", bytes(used), bytes(of))
}

fn bytes(n: f64) -> String {
    let of = |unit: f64| (n / unit).round() as u64;
    match n {
        n if n >= 1e9 => format!("約 {} GB", of(1e9)),
        n if n >= 1e6 => format!("{}.{} MB", of(1e5) / 10, of(1e5) % 10),
        _ => format!("{} KB", of(1e3)),
    }
}

/// Nothing differs.
pub const SAME_AS_VERSION: &str = "いまの内容は、この版と同じです。";

/// 「…（複製）」.
pub fn copy_of(title: &str) -> String {
    format!("{title}（複製）")
}

/// The title of the period after: 「第3期…」, else with its years.
pub fn next_of(old: &Strategy) -> String {
    let about = old.about();
    edit::next_title(&about.title).unwrap_or_else(|| {
        let first = about.period.last.next();
        format!("{}（{first}から）", about.title)
    })
}

/// The sentences the period after begins with.
pub const NEXT: Wording = Wording {
    period: |period| {
        let years = period.len();
        format!("{}から{}までの{years}年間", period.first, period.last)
    },
    counted: |period, figure, year| {
        format!(
            "前期（{}～{}）の累計は {}（{}）。",
            period.first.short(),
            period.last.short(),
            figure.text(),
            year.short()
        )
    },
};

/// A version was saved.
pub fn version_saved(name: &str) -> String {
    format!("版「{name}」を保存しました。「版と比較」から見られます。")
}

/// A file could not be read.
pub fn unreadable(name: &str, why: &str) -> String {
    format!("「{name}」は開けませんでした。端末の計画は何も変わっていません。\n{why}")
}

/// A sample could not be had.
pub const NO_SAMPLE: &str = "見本を読み込めませんでした。通信を確かめて、もう一度押してください。";
/// Something else came in the place of a sample.
pub const SAMPLE_NOT_OURS: &str = "見本の代わりに、別の内容が届きました。再読み込みしても直りません。サイトを置いた担当者に、samples フォルダのファイルが正しく置かれているか、確かめてもらってください。この端末の計画は何も変わっていません。";
