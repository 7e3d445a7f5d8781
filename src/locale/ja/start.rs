//! はじめの手順のことば.

use crate::edit::{OutlineGoal, OutlineMeasure};
use crate::strategy::GoalKind;

/// Heading.
pub const TITLE: &str = "はじめの5つの手順";
/// Button.
pub const DISMISS: &str = "この案内を閉じる";
/// What to begin from.
pub const FROM: &str = "ゼロから書かずに始めることもできます";
/// The way to begin.
pub const WAY: &str = "始め方";
/// A way to begin.
pub const BLANK: &str = "白紙";
/// What that is.
pub const BLANK_NOTE: &str = "基本目標から順に書きます";
/// A way to begin.
pub const SKELETON: &str = "見本の骨組み";
/// What that is.
pub const SKELETON_NOTE: &str = "よくある4つの基本目標と施策の名前が入ります。書き換えて使います";
/// A way to begin.
pub const PASTE: &str = "前の計画を貼り付ける";
/// What that is.
pub const PASTE_NOTE: &str = "Word・PDF・Excelの目標・施策・取組の一覧を読み取ります";
/// Button.
pub const USE_SKELETON: &str = "見本の骨組みを入れる";
/// Said of a step that is taken.
pub const DONE: &str = "済み";

/// The five steps: what it is called, and what is meant.
pub const STEPS: [(&str, &str); 5] = [
    ("基本目標", "まちがめざす姿を、1つ以上"),
    ("施策・取組", "目標ごとに、何をするか"),
    ("指標（数値目標・KPI）", "何で測るか。当初値と目標"),
    ("実績", "年度ごとの値。評価とグラフはここから"),
    ("印刷", "概要版・指標一覧などを紙で"),
];
/// Button of the first step.
pub const WRITE_GOAL: &str = "基本目標を書く";
/// Button.
pub const TO_OUTLINE: &str = "体系を開く";
/// Button.
pub const MAKE_INDICATORS: &str = "体系でつくる";
/// Button.
pub const ENTER_ACTUALS: &str = "実績を入力";
/// Button.
pub const PRINT: &str = "印刷を開く";

/// Dialog.
pub const PASTE_TITLE: &str = "目標・施策・取組を貼り付ける";
/// How it is used.
pub const PASTE_HOW: &str = "「基本目標1 …」「施策1-1 …」「・…」のような行や、目標・施策・取組が3列に並んだ表を貼り付けてください。読み取った内容を確かめてから追加します。";
/// Field.
pub const PASTE_TEXT: &str = "計画の文章";
/// What may be pasted.
pub const PASTE_EXAMPLE: &str =
    "基本目標1　若者が戻り、働けるまち\n施策1-1　農業の担い手を育てる\n・就農相談\n・研修農場";
/// Region.
pub const PASTE_READ: &str = "読み取った体系";
/// Nothing was read.
pub const PASTE_NOTHING: &str = "目標・施策・取組として読める行がありません。「基本目標1」「施策1-1」「・」などで始まる行を含めてください。";

/// 「目標2・施策3・取組5を読み取りました」.
pub fn read(goals: usize, measures: usize, initiatives: usize) -> String {
    match goals {
        0 => PASTE_NOTHING.to_owned(),
        _ => format!("目標{goals}件・施策{measures}件・取組{initiatives}件を読み取りました。"),
    }
}

/// Lines that were not read.
pub fn left(count: usize) -> String {
    format!("読み取らなかった行 {count}")
}

/// Button.
pub fn add(count: usize) -> String {
    format!("{count}件を追加")
}

/// What was added.
pub fn added(count: usize) -> String {
    format!("体系に{count}件を追加しました。「元に戻す」で一度に取り消せます。")
}

/// What most plans hold, to be written over.
pub fn skeleton() -> Vec<OutlineGoal> {
    let measures = |titles: &[&str]| {
        let measure = |title: &&str| OutlineMeasure {
            title: (*title).to_owned(),
            initiatives: Vec::new(),
        };
        titles.iter().map(measure).collect()
    };
    let goal = |kind, title: &str, titles: &[&str]| OutlineGoal {
        kind,
        title: title.to_owned(),
        measures: measures(titles),
    };
    vec![
        goal(
            GoalKind::Basic,
            "しごとをつくり、安心して働けるまち",
            &["地域の産業を支える", "働き手を確保し、育てる"],
        ),
        goal(
            GoalKind::Basic,
            "人の流れをつくるまち",
            &["移住・定住を進める", "観光と関係人口を増やす"],
        ),
        goal(
            GoalKind::Basic,
            "結婚・出産・子育ての希望をかなえるまち",
            &["出会いから出産までを支える", "子育てしやすい環境をつくる"],
        ),
        goal(
            GoalKind::Basic,
            "安心して暮らし続けられるまち",
            &["医療・福祉・交通を守る", "防災と地域のつながりを強める"],
        ),
        goal(
            GoalKind::CrossCutting,
            "デジタルの力を活用する",
            &["手続きと地域のサービスを便利にする"],
        ),
    ]
}
