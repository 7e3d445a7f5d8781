//! 図のことば.

use crate::strategy::FiscalYear;

/// While the chart library is on its way.
pub const LOADING: &str = "図を準備しています…";
/// The chart library could not be had.
pub const NOT_LOADED: &str = "図の部品を読み込めませんでした。数字は表で見られます。";
/// The chart library refused the figures.
pub const NOT_DRAWN: &str = "この図は描けませんでした。数字は表で見られます。";
/// No file came of the picture.
pub const NOT_SAVED: &str =
    "図をファイルにできませんでした。画面の図をコピーするか、もう一度お試しください。";
/// Button.
pub const RETRY: &str = "もう一度読み込む";
/// Button that opens the table.
pub const SHOW_TABLE: &str = "表で見る";
/// Button.
pub const SAVE_PNG: &str = "PNG";
/// Button.
pub const SAVE_SVG: &str = "SVG";
/// A file without a title.
pub const FILE_NAME: &str = "図";
/// Nothing to draw.
pub const NOTHING: &str = "図にする数字がまだありません。";

/// What the button does, for a person who hears it.
pub fn save_label(title: &str, kind: &str) -> String {
    format!("「{title}」の図を{kind}で保存")
}

/// The table's heading.
pub fn table_caption(title: &str) -> String {
    format!("{title}（表）")
}

/// 年度, the first column.
pub const YEAR: &str = "年度";
/// 実績.
pub const ACTUAL: &str = "実績";
/// 目標.
pub const TARGET: &str = "目標";
/// 変更前の目標.
pub const REPLACED: &str = "変更前の目標";
/// Between the targets a year had one after the other.
pub const THEN: &str = " → ";
/// The line from the baseline to the targets.
pub const PATH: &str = "目標への目安線";
/// 当初値.
pub const BASELINE: &str = "当初値";
/// 趨勢.
pub const WITHOUT_POLICY: &str = "趨勢（何もしない場合）";
/// 見込み.
pub const FORECAST: &str = "見込み";
/// What a forecast is not.
pub const FORECAST_CAVEAT: &str =
    "「見込み」は、これまでの実績の動きを先へ延ばした目安です。約束された値ではありません。";
/// Said when the axis is cut.
pub const AXIS_CUT: &str = "縦軸は0から始まっていません。";
/// A target was changed in this year.
pub const TARGET_CHANGED: &str = "目標変更";
/// From this year the figure is not comparable.
pub const BREAK: &str = "定義変更";
/// 保つべき範囲.
pub const BAND: &str = "めざす範囲";

/// 「男性 実績」, or only 「実績」 where there is one line.
pub fn of_line(line: &str, what: &str) -> String {
    match line {
        "" => what.to_owned(),
        _ => format!("{line} {what}"),
    }
}

/// 「令和6年度 実績 309人」.
pub fn point(year: FiscalYear, what: &str, printed: &str, unit: &str) -> String {
    format!("{year} {what} {}", with_unit(printed, unit))
}

/// The figure with its unit, unless something other than a digit is printed after it already.
pub fn with_unit(printed: &str, unit: &str) -> String {
    let is_bare = printed.chars().last().is_some_and(char::is_numeric);
    format!("{printed}{}", if is_bare { unit } else { "" })
}

/// 「単位：人」.
pub fn unit(unit: &str) -> String {
    match unit {
        "" => String::new(),
        _ => format!("単位：{unit}"),
    }
}

/// Why a year has no point.
pub fn missing_note(years: &str, what: &str, why: &str) -> String {
    format!("{years}の{what}は「{why}」のため、点がありません。")
}

/// Where the line is cut.
pub fn break_note(year: FiscalYear) -> String {
    format!("{year}から定義や調べ方が変わったため、線を切っています。")
}

/// A target change and its reason.
pub fn change_note(year: FiscalYear, what: &str) -> String {
    match what {
        "" => format!("{year}に目標値を変更しました。"),
        _ => format!("{year}に目標値を変更しました：{what}"),
    }
}

/// A baseline that does not say of which year it is.
pub fn undated_baseline(printed: &str, unit: &str) -> String {
    format!("{BASELINE} {}（年度の記載なし）", with_unit(printed, unit))
}

/// A baseline inside the column of actual figures.
pub fn as_baseline(printed: &str) -> String {
    format!("{printed}（{BASELINE}）")
}

/// The text beside the last point: 「実績 309」.
pub fn end(what: &str, printed: &str) -> String {
    format!("{what} {printed}")
}

/// 目標, a column.
pub const GOAL: &str = "目標";
/// 施策, a column.
pub const MEASURE: &str = "施策";
/// 取組, a column.
pub const INITIATIVE: &str = "取組";
/// 計.
pub const TOTAL: &str = "計";

/// A part of a whole and what it holds.
pub fn holds(name: &str, printed: &str) -> String {
    match printed {
        "" => name.to_owned(),
        _ => format!("{name}（{printed}）"),
    }
}

/// A goal that has no part in the rings.
pub fn no_width(name: &str, what: &str) -> String {
    format!("「{name}」は{what}が0のため、輪に現れません。")
}

/// 指標, a column.
pub const INDICATOR: &str = "指標";
/// 進捗率.
pub const PROGRESS: &str = "進捗率";
/// 評価.
pub const RATING: &str = "評価";
/// Where the target lies on the scale of 進捗率.
pub const AT_TARGET: &str = "目標 100";
/// 経過率, marked on the scale.
pub fn elapsed(percent: &str) -> String {
    format!("経過 {percent}")
}
/// 「出生数 △77.5 %」.
pub fn of_row(title: &str, printed: &str) -> String {
    format!("{title} {printed}")
}
/// A bar that is cut at the end of the scale.
pub fn bar_cut(titles: &str) -> String {
    format!("{titles}の棒は、目盛りの端で切っています。")
}
/// What 進捗率 is, and is not.
pub const PROGRESS_NOTE: &str =
    "進捗率は、当初値から目標値までのうち、実績がどこまで来たかです。低い順に並べています。";

/// 区分, a column.
pub const DIVISION: &str = "区分";
/// 「単位：千円」.
pub const IN_THOUSANDS: &str = "千円";
/// 「単位：百万円」.
pub const IN_MILLIONS: &str = "百万円";
/// 「単位：億円」.
pub const IN_HUNDRED_MILLIONS: &str = "億円";
/// No amount.
pub const NO_AMOUNT: &str = "－";
/// What the table's amounts are in.
pub const TABLE_IN_THOUSANDS: &str = "表の金額は千円です。";
/// 「令和6年度 基本目標1 12,345千円」.
pub fn amount(column: &str, part: &str, printed: &str) -> String {
    format!("{column} {part} {printed}{IN_THOUSANDS}")
}

/// Those without a bar, and why.
pub fn without_bar(why: &str, titles: &[&str]) -> String {
    let titles: String = titles.iter().map(|title| format!("「{title}」")).collect();
    format!("棒のない項目（{why}）：{titles}")
}
