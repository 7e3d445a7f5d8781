//! 体系のことば.

use crate::strategy::GoalKind;

/// Heading.
pub const TITLE: &str = "体系";
/// Tab.
pub const EDIT: &str = "編集";
/// Tab.
pub const DIAGRAM: &str = "体系図";
/// Landmark.
pub const GOALS: &str = "目標の一覧";
/// Empty.
pub const NO_GOALS: &str = "目標がまだありません。左の「基本目標を加える」から始めてください。";
/// Button.
pub const ADD_GOAL: &str = "＋ 基本目標";
/// Button.
pub const ADD_CROSS: &str = "＋ 横断的な目標";
/// Field.
pub const GOAL_KIND: &str = "目標の種別";
/// Field.
pub const GOAL_TITLE: &str = "目標の名称";
/// Field.
pub const SUBTITLE: &str = "副題（あれば）";
/// Field.
pub const DIRECTION: &str = "方向性（文章）";
/// Button.
pub const REMOVE_GOAL: &str = "この目標を削除";
/// Hint.
pub const KEYS: &str = "Enter で次を加える ・ Alt+↑↓ で並べ替え ・ Alt+←→ で前後の施策・目標へ移す ・ つまみ（⠿）を引いても動かせます";
/// Chip.
pub const DIVISION: &str = "基本的方向";
/// Field.
pub const DIVISION_TITLE: &str = "見出しの名称";
/// New.
pub const NEW_DIVISION: &str = "新しい見出し";
/// Button.
pub const ADD_DIVISION: &str = "＋ 施策をまとめる見出し";
/// Button.
pub const REMOVE_DIVISION: &str = "見出しを削除（施策は残ります）";
/// Button.
pub const ADD_MEASURE: &str = "施策を加える";
/// Field.
pub const MEASURE_TITLE: &str = "施策の名称";
/// Mark.
pub const PRIORITY: &str = "重点";
/// Button.
pub const ADD_INITIATIVE: &str = "取組を加える";
/// Field.
pub const INITIATIVE_TITLE: &str = "取組の名称";
/// Mark.
pub const NEW: &str = "新規";
/// Tooltip.
pub const GRIP: &str = "引いて動かす";
/// Label.
pub const TARGETS: &str = "数値目標";
/// Label.
pub const KPIS: &str = "KPI";
/// Empty.
pub const NO_TARGETS: &str = "この目標には数値目標がまだありません。";
/// Empty.
pub const NO_KPIS: &str = "KPI はまだありません。";
/// Select.
pub const CHOOSE: &str = "指標を選んでください";
/// Button.
pub const CHOOSE_INDICATOR: &str = "指標を選ぶ";
/// Button.
pub const MAKE_INDICATOR: &str = "新しくつくる";
/// New.
pub const NEW_INDICATOR: &str = "新しい指標";

/// A new goal's name.
pub fn new_goal(kind: GoalKind) -> &'static str {
    match kind {
        GoalKind::Basic => "新しい基本目標",
        GoalKind::CrossCutting => "新しい横断的な目標",
    }
}

/// 「施策 3 ・ 取組 10 ・ 数値目標 0」.
pub fn counts(measures: usize, initiatives: usize, targets: usize) -> String {
    format!("施策 {measures} ・ 取組 {initiatives} ・ 数値目標 {targets}")
}

/// 「取組 4」.
pub fn initiatives(count: usize) -> String {
    format!("取組 {count}")
}

/// 「支援 2」.
pub fn supports(count: usize) -> String {
    format!("支援 {count}")
}

/// 「…を削除」.
pub fn remove(title: &str) -> String {
    format!("「{title}」を削除")
}

/// 「…をここで使わない」.
pub fn unuse(name: &str) -> String {
    format!("「{name}」をここから外す")
}

/// 再掲 with its original.
pub fn reprise_of(title: &str) -> (&'static str, String) {
    ("再掲", format!("元の取組：{title}"))
}

/// 再掲 whose original is elsewhere.
pub fn reprise_elsewhere(note: &str) -> (&'static str, String) {
    ("再掲", format!("元の取組はこの計画の外：{note}"))
}

/// Chart.
pub const RING_WIDTH: &str = "取組の数";

/// The diagram in a sentence.
pub fn diagram(goals: usize, measures: usize, initiatives: usize) -> String {
    format!(
        "{goals}の目標を、{measures}の施策と{initiatives}の取組で進めます。輪の幅は取組の数です。"
    )
}
