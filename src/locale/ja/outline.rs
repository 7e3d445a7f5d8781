//! 体系のことば.

use crate::strategy::FiscalYear;

/// Heading.
pub const TITLE: &str = "体系";
/// Tab.
pub const EDIT: &str = "編集";
/// Tab.
pub const DIAGRAM: &str = "体系図";
/// Button.
pub const PASTE: &str = "一覧を貼り付ける";
/// Landmark.
pub const GOALS: &str = "目標の一覧";
/// Empty.
pub const NO_GOALS: &str = "目標がまだありません。「基本目標」を押して始めてください。";
/// Button.
pub const ADD_GOAL: &str = "基本目標";
/// Button.
pub const ADD_CROSS: &str = "横断的な目標";
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
pub const KEYS: &str = "Enter で次の行を追加（何も書かずに Enter で終わり） ・ 施策で Tab を押すと取組へ ・ Alt+↑↓ で並べ替え ・ Alt+←→ で前後の施策・目標へ移動 ・ ⠿ のドラッグでも移動できます";
/// Chip.
pub const DIVISION: &str = "基本的方向";
/// Field.
pub const DIVISION_TITLE: &str = "中分類の見出しの名称";
/// Button.
pub const ADD_DIVISION: &str = "＋ 中分類の見出し";
/// Button.
pub const REMOVE_DIVISION: &str = "見出しを削除（施策は残ります）";
/// Button.
pub const ADD_MEASURE: &str = "施策を追加";
/// Field.
pub const MEASURE_TITLE: &str = "施策の名称";
/// Mark.
pub const PRIORITY: &str = "重点施策";
/// Button.
pub const ADD_INITIATIVE: &str = "取組を追加";
/// Field.
pub const INITIATIVE_TITLE: &str = "取組の名称";
/// Mark.
pub const NEW: &str = "新規";
/// Tooltip.
pub const GRIP: &str = "ドラッグで移動";
/// Label.
pub const TARGETS: &str = "数値目標";
/// Label.
pub const KPIS: &str = "KPI";
/// Empty.
pub const NO_TARGETS: &str = "この目標には数値目標がまだありません。";
/// Select.
pub const CHOOSE: &str = "指標を選んでください";
/// Button.
pub const CHOOSE_INDICATOR: &str = "指標を選ぶ";
/// Button.
pub const MAKE_TARGET: &str = "数値目標をつくる";
/// Button.
pub const MAKE_KPI: &str = "KPIをつくる";
/// Row.
pub const MAKING: &str = "新しい指標";
/// Field.
pub const MAKE_NAME: &str = "指標の名称";
/// What may be written in it.
pub const MAKE_EXAMPLE: &str = "例：新規就農者数 12人→20人";
/// Field.
pub const UNIT: &str = "単位";
/// What may be written in it.
pub const UNIT_EXAMPLE: &str = "人";
/// Field.
pub const BASELINE: &str = "当初値";
/// Button.
pub const MAKE: &str = "追加";
/// Menu.
pub const MARK_NEW: &str = "新規の印";
/// Menu.
pub const WRITE_DIRECTION: &str = "方向性を書く";
/// Menu.
pub const UP: &str = "上へ移動";
/// Menu.
pub const DOWN: &str = "下へ移動";
/// Menu.
pub const REMOVE: &str = "削除";

/// 「令和13年度の目標」.
pub fn target_of(year: FiscalYear) -> String {
    format!("{year}の目標")
}

/// 「12 → 20人」.
pub fn from_to(baseline: Option<&str>, target: Option<&str>, unit: &str) -> Option<String> {
    let with_unit =
        |text: &str| match text.ends_with(unit) || !text.ends_with(|c: char| c.is_numeric()) {
            true => text.to_owned(),
            false => format!("{text}{unit}"),
        };
    match (baseline, target) {
        (None, None) => None,
        (Some(baseline), None) => Some(with_unit(baseline)),
        (None, Some(target)) => Some(format!("→ {}", with_unit(target))),
        (Some(baseline), Some(target)) => Some(format!("{baseline} → {}", with_unit(target))),
    }
}

/// How a line was read, before it is added.
pub fn read_as(name: &str, unit: &str, baseline: &str, target: &str) -> String {
    let parts = [
        ("名称", name),
        ("単位", unit),
        ("当初値", baseline),
        ("目標", target),
    ];
    let told = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let told: Vec<_> = told.map(|(what, text)| format!("{what} {text}")).collect();
    format!("{}　Enter で追加", told.join(" ・ "))
}

/// An indicator was added.
pub fn made(name: &str) -> String {
    format!("「{name}」を追加しました。続けて書けます。空のまま Enter で終わります。")
}

/// 「…の操作」.
pub fn acts_on(title: &str) -> String {
    format!("「{title}」の操作")
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

/// Button.
pub const RING: &str = "円の図でも見る";
/// Chart.
pub const RING_TITLE: &str = "体系の円の図";
/// Chart.
pub const RING_NOTE: &str = "内側から目標・施策・取組。幅は取組の数です。";
/// Chart.
pub const RING_WIDTH: &str = "取組の数";

/// The diagram in a sentence.
pub fn diagram(goals: usize, measures: usize, initiatives: usize) -> String {
    format!("{goals}の目標を、{measures}の施策と{initiatives}の取組で進めます。")
}
