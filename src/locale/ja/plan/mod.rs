//! 実施計画のことば, and those of the sheets 評価 shares with it.

mod grid;
mod money;
mod pictures;
mod reprise;
mod works;
mod years;

pub use grid::*;
pub use money::*;
pub use pictures::*;
pub use reprise::*;
pub use works::*;
pub use years::*;

use crate::strategy::*;

/// Heading.
pub const TITLE: &str = "実施計画";
/// The list at the left.
pub const MEASURES: &str = "施策";
/// Empty.
pub const NO_MEASURES: &str =
    "施策がまだありません。体系のページで、目標の下に施策を追加してください。";
/// Link.
pub const TO_OUTLINE: &str = "体系を開く";
/// Button, on a phone.
pub const BACK: &str = "一覧へ戻る";
/// Field.
pub const YEAR_PLANNED: &str = "計画の年度";
/// Field.
pub const YEAR_JUDGED: &str = "評価する年度";
/// After a year.
pub const FISCAL_YEAR: &str = "年度";
/// Mark.
pub const PRIORITY: &str = "重点施策";
/// Region.
pub const LINES_PLANNED: &str = "計画の事業";
/// Region.
pub const LINES_DONE: &str = "実績の事業";
/// Empty.
pub const NO_LINES: &str = "事業の行はまだありません。";
/// The id of the list of usual words for 方向性.
pub const COURSE_LIST: &str = "course-words";
/// Column.
pub const WORK: &str = "事業名";
/// Row.
pub const COURSE: &str = "方向性";
/// Field.
pub const TEXT: &str = "内容";
/// Tooltip.
pub const GRIP: &str = "ドラッグで移動（Alt + ↑↓ でも移動できます）";
/// Button.
pub const UP: &str = "上へ";
/// Button.
pub const DOWN: &str = "下へ";
/// Mark.
pub const NEW: &str = "新規";
/// The mark as it is printed.
pub const MARK_NEW: &str = "【新規】";
/// Field.
pub const FUNDING: &str = "単独・補助";
/// Choice.
pub const FUNDING_NONE: &str = "単独・補助：なし";
/// Choice.
pub const FUNDING_OWN: &str = "単独事業";
/// Choice.
pub const FUNDING_SUBSIDISED: &str = "補助事業";
/// The DOM id of the field that adds a line.
pub const ADD_FIELD: &str = "add-work";
/// Field.
pub const ADD_NAME: &str = "追加する事業の名称";
/// Button.
pub const ADD_LINE: &str = "事業を追加";
/// Before the initiatives without a line.
pub const LEFT: &str = "この施策の取組で、まだ載っていないもの";
/// Button.
pub const ADD_SHEET: &str = "この施策のシートをつくる";
/// Heading.
pub const OUTLINE: &str = "施策の概要";
/// Heading.
pub const WORKS: &str = "事業と3か年の方向性";
/// Heading.
pub const NOTE: &str = "補足";
/// Button.
pub const BREAKDOWN: &str = "目標・見出しごと、年度ごとの計を見る";
/// Row.
pub const WHOLE: &str = "全体";
/// Caption.
pub const BREAKDOWN_NOTE: &str =
    "予算額（千円）。上段：純計（再掲を除く）、下段：計（再掲を含む）。";
/// Column.
pub const PART: &str = "区分";
/// In the list.
pub const NONE_YET: &str = "シートなし";
/// Tab.
pub const BY_MEASURE: &str = "施策ごと";

/// 「行…を削除」.
pub fn remove(title: &str) -> String {
    format!("事業「{title}」の行を削除")
}

/// 「32-1 町内会等への加入促進」.
pub fn coded(code: &str, title: &str) -> String {
    format!("{code} {title}")
}

/// Goal and heading above a measure.
pub fn way(goal: &str, division: Option<&str>) -> String {
    match division {
        Some(division) => format!("{goal} ＞ {division}"),
        None => goal.to_owned(),
    }
}

/// 担当課.
pub fn owner(name: &str) -> String {
    match name {
        "" => "担当課 未記入".to_owned(),
        _ => format!("担当 {name}"),
    }
}

/// 「令和6年度（17シート）」.
pub fn year_choice(year: FiscalYear, sheets: usize) -> String {
    match sheets {
        0 => format!("{year}（シートなし）"),
        _ => format!("{year}（{sheets}シート）"),
    }
}

/// There is no sheet of this year.
pub fn no_sheet(year: FiscalYear, side: Side) -> String {
    match side {
        Side::Planned => format!("この施策には、{year}からの計画のシートがまだありません。"),
        Side::Done => format!("この施策には、{year}を評価するシートがまだありません。"),
    }
}

/// 「令和6年度の予算」.
pub fn headline(year: FiscalYear) -> String {
    format!("{year}の予算額")
}

/// The line under the heading of the page.
pub fn subtitle(year: FiscalYear) -> String {
    let last = FiscalYear(year.0 + Sheet::YEARS - 1);
    format!("{year}から{last}までの3か年計画")
}
