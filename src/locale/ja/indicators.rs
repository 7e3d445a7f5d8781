//! 指標のことば.

use crate::edit::Cell;
use crate::insight::Lack;
use crate::insight::overview::Row;
use crate::strategy::FiscalYear;

/// Heading.
pub const TITLE: &str = "指標";
/// Tab.
pub const TAB_LIST: &str = "一覧";
/// Tab.
pub const TAB_GRID: &str = "表";
/// Tab.
pub const TAB_YEAR: &str = "年度の入力";
/// Button.
pub const ADD: &str = "指標を加える";
/// New.
pub const NEW: &str = "新しい指標";
/// Button, on a phone.
pub const BACK: &str = "一覧へ戻る";
/// Empty.
pub const NONE: &str =
    "当てはまる指標がありません。条件をゆるめるか、「指標を加える」で新しくつくってください。";
/// Field.
pub const SEARCH: &str = "名前・単位・担当・出典でさがす";
/// Field.
pub const GOAL: &str = "目標でしぼる";
/// Choice.
pub const ALL_GOALS: &str = "すべての目標";
/// Field.
pub const NAME: &str = "指標の名前";
/// Field.
pub const UNIT: &str = "単位";
/// Field.
pub const CODE: &str = "コード";
/// Field.
pub const DEFINITION: &str = "定義";
/// Field.
pub const METHOD: &str = "算出方法";
/// Field.
pub const SOURCE: &str = "出典";
/// Field.
pub const OWNER: &str = "担当課";
/// Field.
pub const RATIONALE: &str = "目標値の根拠";
/// Field.
pub const NOTE: &str = "備考";
/// Disclosure.
pub const MORE: &str = "くわしい項目";
/// Field.
pub const DESIRED: &str = "めざす向き";
/// Choice.
pub const DESIRED_UP: &str = "増やす（例：出生数、来訪者数）";
/// Choice.
pub const DESIRED_DOWN: &str = "減らす（例：待機児童、温室効果ガス）";
/// Choice.
pub const DESIRED_KEEP: &str = "保つ（例：死者0人を続ける、範囲に収める）";
/// Field.
pub const LOWER: &str = "下限（これ以上を保つ）";
/// Field.
pub const UPPER: &str = "上限（これ以下を保つ）";
/// Field.
pub const COUNTING: &str = "数え方";
/// Choice.
pub const COUNTING_YEAR: &str = "単年度（その年度だけの数）";
/// Choice.
pub const COUNTING_SUM: &str = "累計（始めの年度から足した数）";
/// Choice.
pub const COUNTING_AVERAGE: &str = "期間平均";
/// Choice.
pub const COUNTING_END: &str = "年度末現在（その時点の数）";
/// Choice.
pub const COUNTING_RANK: &str = "順位（小さいほど良い）";
/// Field.
pub const NATURE: &str = "成果か活動か";
/// Caption.
pub const FIGURES: &str =
    "数値（印刷されているとおりに入れてください。△・全角・「集計中」も読み取ります）";
/// Column.
pub const SERIES: &str = "系列";
/// Column.
pub const BASELINE: &str = "当初値";
/// Column.
pub const ROW_KIND: &str = "目標・実績の別";
/// Row.
pub const TARGET: &str = "目標";
/// Row.
pub const ACTUAL: &str = "実績";
/// Row.
pub const WITHOUT_POLICY: &str = "成り行き";
/// Field.
pub const SERIES_NAME: &str = "系列の名前";
/// Placeholder.
pub const SERIES_ONLY: &str = "（全体）";
/// Field.
pub const BASELINE_AT: &str = "いつの値か";
/// New.
pub const NEW_SERIES: &str = "新しい系列";
/// Button.
pub const ADD_SERIES: &str = "系列を加える（男・女など）";
/// Chip.
pub const CHECK: &str = "要確認";
/// Tooltip.
pub const CHECK_NOTE: &str = "数として読み取れませんでした。文字のまま残しています。";
/// Tooltip.
pub const LOCKED: &str = "決定した目標値です。変えるには日付・決めた人・理由を入れます";
/// Caption.
pub const CHANGES: &str = "目標値の変更の記録";
/// Columns.
pub const CHANGE_COLUMNS: [&str; 6] = ["日付", "年度", "変更前", "変更後", "決定", "理由"];
/// Dialog.
pub const CHANGE_TITLE: &str = "決定した目標値を変える";
/// Field.
pub const CHANGE_TEXT: &str = "新しい目標値";
/// Field.
pub const CHANGE_DATE: &str = "変更した日";
/// Field.
pub const CHANGE_BY: &str = "決めた人・会議";
/// Field.
pub const CHANGE_REASON: &str = "理由";
/// Button.
pub const CHANGE_SAVE: &str = "理由とともに変える";

/// 「令和7年度の目標値 380」 is about to change.
pub fn change_note(year: FiscalYear, now: &str) -> String {
    format!("いまの{year}の目標値は「{now}」です。前の値も、図と表に残ります。")
}

/// What a figure lacks.
pub fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::Baseline => "当初値なし",
        Lack::Target => "目標値なし",
        Lack::Actual => "実績なし",
        Lack::Check => "要確認",
    }
}

/// 「18件中 6件」.
pub fn found(count: usize, of: usize) -> String {
    if count == of {
        format!("{of}件")
    } else {
        format!("{of}件中 {count}件")
    }
}

/// 「434.9（R6）→ 438.3」 of the first series, and how many more there are.
pub fn figures(rows: &[Row]) -> String {
    let Some(row) = rows.first() else {
        return String::new();
    };
    let latest = match &row.latest {
        Some((year, figure)) => format!("{}（{}）", figure.text(), year.short()),
        None => "実績なし".to_owned(),
    };
    let target = row
        .target
        .as_ref()
        .map_or("－", |(_, figure)| figure.text());
    let more = if rows.len() > 1 {
        format!(" ほか{}系列", rows.len() - 1)
    } else {
        String::new()
    };
    format!("{latest} → {target}{more}")
}

/// 「男性：」 before what is said of one series.
pub fn of_series(name: &str) -> String {
    if name.is_empty() {
        String::new()
    } else {
        format!("{name}：")
    }
}

/// The chart's title.
pub fn trend_title(name: &str, unit: &str) -> String {
    if unit.is_empty() {
        format!("{name}の推移")
    } else {
        format!("{name}の推移（{unit}）")
    }
}

/// The chart in a sentence.
pub fn trend_sentence(rows: &[(String, &Row)]) -> String {
    let lines: Vec<String> = rows
        .iter()
        .map(|(name, row)| {
            let target = match &row.target {
                Some((year, figure)) => format!("{}の目標は {}", year.short(), figure.text()),
                None => "目標値はまだなし".to_owned(),
            };
            let latest = match &row.latest {
                Some((year, figure)) => format!("{}の実績は {}", year.short(), figure.text()),
                None => "実績はまだなし".to_owned(),
            };
            format!("{}{latest}、{target}。", of_series(name))
        })
        .collect();
    lines.concat()
}

/// 「男性 令和6年度の実績値」.
pub fn cell(series: &str, cell: Cell) -> String {
    let what = crate::locale::history::field(cell.field());
    if series.is_empty() {
        what
    } else {
        format!("{series} {what}")
    }
}

/// 「…を削除」.
pub fn remove(name: &str) -> String {
    format!("指標「{name}」を削除")
}

/// 「系列…を削除」.
pub fn remove_series(name: &str) -> String {
    format!("系列「{name}」を削除")
}

/// 「なぜ「▼ 悪化」？」.
pub fn why(mark: &str, word: &str) -> String {
    format!("なぜ「{mark} {word}」？")
}

/// No rating.
pub const NO_MARK: &str = "－";
/// No rating.
pub const NO_RATING: &str = "評価なし";
/// No rating, asked why.
pub const WHY_NOT: &str = "評価していません";

/// A change of a target, in a line.
pub fn change_line(change: &crate::strategy::TargetChange) -> String {
    let print = |figure: &Option<crate::strategy::Figure>| {
        figure
            .as_ref()
            .map_or("なし".to_owned(), |f| f.text().to_owned())
    };
    format!(
        "{}：{} → {}（{}、{}）",
        change.date.0,
        print(&change.from),
        print(&change.to),
        change.by,
        change.reason
    )
}
