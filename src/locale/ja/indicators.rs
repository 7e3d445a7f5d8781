//! 指標のことば.

use crate::edit::Cell;
use crate::insight::Lack;
use crate::insight::forecast::{Caveat, Effect, Forecast, Foreseen, Outlook};
use crate::insight::overview::Row;
use crate::insight::progress::{NoActual, Progress, Standing, Unknown};
use crate::insight::words::{figures as number, shown};
use crate::locale::charts;
use crate::strategy::{FiscalYear, GoalKind, Kind, Missing};

/// Heading.
pub const TITLE: &str = "指標";
/// Tab.
pub const TAB_LIST: &str = "一覧";
/// Tab.
pub const TAB_GRID: &str = "表";
/// Tab.
pub const TAB_YEAR: &str = "実績入力";
/// Button.
pub const ADD: &str = "指標を追加";
/// A group of buttons.
pub const VIEWS: &str = "指標の見方";
/// ⋯.
pub const OTHERS: &str = "そのほかの操作";
/// Landmark.
pub const BESIDE: &str = "選んだ指標";
/// Button.
pub const OPEN_WHOLE: &str = "すべての項目を開く";
/// Empty.
pub const NONE_YET: &str =
    "指標はまだありません。今の計画書やExcelの表があれば、そのまま貼り付けて読み込めます。";
/// Button, on a phone.
pub const BACK: &str = "一覧へ戻る";
/// Button.
pub const BACK_TO_GRID: &str = "表へ戻る";
/// Link.
pub const BACK_TO_OUTLINE: &str = "体系へ戻る";
/// Empty.
pub const NONE: &str =
    "条件に合う指標がありません。絞り込みを解除するか、「指標を追加」で新しく作ってください。";
/// Field.
pub const SEARCH: &str = "名称・単位・担当・出典で検索";
/// Field.
pub const GOAL: &str = "目標で絞り込む";
/// Choice.
pub const ALL_GOALS: &str = "すべての目標";
/// Field.
pub const NAME: &str = "指標の名称";
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
pub const MORE: &str = "詳しい項目";
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
pub const COUNTING_YEAR: &str = "単年度（その年度だけの数。例：出生数）";
/// Choice.
pub const COUNTING_SUM: &str = "累計（始めの年度から足した数。例：移住者の累計）";
/// Choice.
pub const COUNTING_AVERAGE: &str = "期間平均（例：年平均の転入者数）";
/// Choice.
pub const COUNTING_END: &str = "年度末現在（その時点の数。例：会員数）";
/// Choice.
pub const COUNTING_RANK: &str = "順位（小さいほど良い。例：全国順位）";
/// Field.
pub const NATURE: &str = "成果か活動か";
/// Caption.
pub const FIGURES: &str = "数値（資料のとおり入力。△・全角・「集計中」も可）";
/// Column.
pub const SERIES: &str = "内訳";
/// Column.
pub const BASELINE: &str = "当初値";
/// Column.
pub const ROW_KIND: &str = "目標・実績の別";
/// Row.
pub const TARGET: &str = "目標";
/// Row.
pub const ACTUAL: &str = "実績";
/// Row.
pub const WITHOUT_POLICY: &str = "趨勢";
/// Field.
pub const SERIES_NAME: &str = "内訳の名称";
/// Placeholder.
pub const SERIES_ONLY: &str = "（全体）";
/// Field.
pub const BASELINE_AT: &str = "時点（例：R2）";
/// Button.
pub const ADD_SERIES: &str = "内訳を追加（男・女など）";
/// Chip.
pub const CHECK: &str = "要確認";
/// Tooltip.
pub const CHECK_NOTE: &str = "数として読み取れませんでした。文字のまま残しています。";
/// Tooltip.
pub const LOCKED: &str = "決定した目標値です。変更には日付・決定者・理由が必要です";
/// Caption.
pub const CHANGES: &str = "目標値の変更の記録";
/// Columns.
pub const CHANGE_COLUMNS: [&str; 6] = ["日付", "年度", "変更前", "変更後", "決定", "理由"];
/// Dialog.
pub const CHANGE_TITLE: &str = "決定した目標値の変更";
/// Field.
pub const CHANGE_TEXT: &str = "新しい目標値";
/// Field.
pub const CHANGE_DATE: &str = "変更した日";
/// Field.
pub const CHANGE_BY: &str = "決定者・会議";
/// Field.
pub const CHANGE_REASON: &str = "理由";
/// Button.
pub const CHANGE_SAVE: &str = "理由とともに変更";

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
        Some((year, figure)) => format!("{}（{}）", shown(figure.text()), year.short()),
        None => "実績なし".to_owned(),
    };
    let target = row
        .target
        .as_ref()
        .map_or("－".to_owned(), |(_, figure)| shown(figure.text()));
    let more = if rows.len() > 1 {
        format!(" ほか内訳{}件", rows.len() - 1)
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

/// One series of the chart in a sentence.
pub fn trend_sentence(name: &str, row: &Row) -> String {
    let target = match &row.target {
        Some((year, figure)) => format!("{}の目標は {}", year.short(), shown(figure.text())),
        None => "目標値はまだなし".to_owned(),
    };
    let latest = match &row.latest {
        Some((year, figure)) => format!("{}の実績は {}", year.short(), shown(figure.text())),
        None => "実績はまだなし".to_owned(),
    };
    format!("{}{latest}、{target}。", of_series(name))
}

/// A forecast with as many decimals as the figures it is drawn from.
pub fn forecast_figure(forecast: &Forecast) -> String {
    about(forecast.value)
}

fn about(value: Foreseen) -> String {
    ["約", &number(value.told)].concat()
}

/// What becomes of what is asked.
pub fn outlook(outlook: Option<Outlook>) -> &'static str {
    match outlook {
        Some(Outlook::Reaches) => "で、目標に届く",
        Some(Outlook::Misses) => "で、目標に届かない",
        Some(Outlook::Stays) => "で、めざす範囲に収まる",
        Some(Outlook::Leaves) => "で、めざす範囲を外れる",
        None => "の",
    }
}

/// Where the years lead, with what should be borne in mind.
pub fn forecast(forecast: &Forecast) -> String {
    let unit = &forecast.unit;
    let mut value = amount_of(&forecast_figure(forecast), unit);
    if let Some(mean) = forecast.mean {
        value += &format!("、期間の平均は{}", amount_of(&about(mean), unit));
    }
    let reaches = outlook(forecast.outlook);
    let caveats: Vec<&str> = forecast.caveats.iter().map(|c| caveat(*c)).collect();
    let bear = match caveats.is_empty() {
        true => String::new(),
        false => ["（", &caveats.join("、"), "）"].concat(),
    };
    format!(
        "このままの動きなら{}は{value}{reaches}見込み{bear}。",
        forecast.year.short()
    )
}

fn caveat(caveat: Caveat) -> &'static str {
    match caveat {
        Caveat::FewPoints(_) => "実績の年数が少ない",
        Caveat::FarAhead => "先の年度まで遠い",
        Caveat::Provisional => "最新の実績が確定前",
        Caveat::Gaps => "実績のない年度がある",
        Caveat::Impossible => "ありえない値なので、この動きは続かない",
    }
}

/// Why no forecast is told, where a person could wait for one.
pub fn no_forecast(row: &Row) -> String {
    let known = row
        .trace
        .actuals
        .iter()
        .filter(|(_, value)| value.is_some())
        .count();
    let comes = row
        .trace
        .target
        .as_ref()
        .is_some_and(|t| t.year > row.rated.standing.year);
    match known {
        0 => String::new(),
        _ if !comes => String::new(),
        _ => "見込みは、同じ定義の実績が3年分あるときに出ます。".to_owned(),
    }
}

/// The year against 趨勢.
pub fn effect(effect: &Effect, unit: &str) -> String {
    let gap = amount_of(&number(effect.gain.abs()), unit);
    let side = match (effect.judged, effect.gain.is_sign_negative()) {
        _ if effect.gain.is_zero() => return "趨勢（何もしない場合）と同じ値です。".to_owned(),
        (true, false) => "良い",
        (true, true) => "悪い",
        (false, false) => "多い",
        (false, true) => "少ない",
    };
    format!(
        "趨勢（何もしない場合、{}）より{gap}{side}値です。",
        amount_of(&number(effect.without), unit)
    )
}

fn amount_of(figure: &str, unit: &str) -> String {
    [figure, unit].concat()
}

/// 「男性 令和6年度の実績値」.
pub fn cell(series: &str, cell: Cell) -> String {
    let what = crate::locale::history::field(Kind::Series, cell.field());
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

/// 「内訳…を削除」.
pub fn remove_series(name: &str) -> String {
    if name.is_empty() {
        "この内訳を削除".to_owned()
    } else {
        format!("内訳「{name}」を削除")
    }
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
            .map_or("なし".to_owned(), |f| shown(f.text()))
    };
    format!(
        "{}に、{}の目標を {} → {}（{}、{}）",
        crate::locale::time::day(&change.date),
        change.year.short(),
        print(&change.from),
        print(&change.to),
        change.by,
        change.reason
    )
}

/// Tab.
pub const TAB_PICTURES: &str = "図";
/// Indicators that no goal and no measure uses.
pub const UNUSED: &str = "どの目標にも使われていない指標";

/// More were found than make a picture.
pub fn fewer(most: usize) -> String {
    format!("図は、それぞれ先頭の{most}項目までです。目標や文字で絞り込むと、ほかも見られます。")
}

/// The chart's title.
pub fn achievement(year: FiscalYear) -> String {
    format!("{year}の達成状況（進捗率、％）")
}

/// How many have a 進捗率, and how many reached their target.
pub fn achieved(rows: &[Row]) -> String {
    let rated = rows
        .iter()
        .filter(|row| row.rated.standing.rate().is_some())
        .count();
    let reached = rows
        .iter()
        .filter(|row| row.rated.standing.reached())
        .count();
    let blank = rows.len() - rated;
    if rated + reached == 0 {
        return format!(
            "{}項目とも、まだ進捗率を出せません。下に理由を書いています。",
            rows.len()
        );
    }
    let mut told = format!(
        "{}項目のうち、目標に届いている（保てている）のは{reached}項目。",
        rows.len()
    );
    told += &format!("進捗率を出せるのは{rated}項目です");
    if blank > 0 {
        told += &format!("（出せない{blank}項目は、下に理由を書いています）");
    }
    told + "。"
}

/// How many go as wished.
pub fn as_wished(rows: &[Row]) -> String {
    let told: Vec<bool> = rows
        .iter()
        .filter_map(|row| row.rated.standing.as_wished())
        .collect();
    let wished = told.iter().filter(|wished| **wished).count();
    let unknown = rows.len() - told.len();
    if told.is_empty() {
        return format!(
            "{}項目とも、めざす向きに進んでいるかは、まだ言えません。",
            rows.len()
        );
    }
    let mut sentence = format!(
        "{}項目のうち、{wished}項目がめざす向きに進んでいます",
        rows.len()
    );
    if unknown > 0 {
        sentence += &format!("（{unknown}項目はまだ言えません）");
    }
    sentence + "。"
}

/// Why there is no 進捗率, in a word or two.
pub fn no_rate(standing: &Standing) -> &'static str {
    match standing.progress {
        Progress::Rate { .. } => "",
        Progress::Kept { kept: true, .. } => "保てている",
        Progress::Kept { kept: false, .. } => "保てていない",
        Progress::Moved { .. } => "向きだけの目標",
        Progress::NoBaseline { .. } => "当初値なし",
        Progress::Softened { .. } => "悪化をゆるめる目標",
        Progress::Unknown(Unknown::NoActual(NoActual::Missing(Missing::Counting))) => "集計中",
        Progress::Unknown(Unknown::NoActual(_)) => "実績なし",
        Progress::Unknown(Unknown::NoTarget) => "目標値なし",
        Progress::Unknown(Unknown::NoWay) => "向きが未定",
        Progress::Unknown(Unknown::NoBaseline | Unknown::NoLastYear) => "比べる値なし",
        Progress::Unknown(Unknown::Redefined(_)) => "定義変更",
        Progress::Unknown(Unknown::UnitsDiffer) => "単位が違う",
        Progress::Unknown(Unknown::NeedsOthers | Unknown::InWords) => "人が評価",
        Progress::Unknown(Unknown::TooLarge) => "桁が多すぎる",
    }
}

/// 「309人（R6）」.
pub fn latest(row: &Row, unit: &str) -> String {
    match &row.latest {
        Some((year, figure)) => {
            format!(
                "{}（{}）",
                charts::with_unit(&shown(figure.text()), unit),
                year.short()
            )
        }
        None => "実績なし".to_owned(),
    }
}

/// 「目標 380人（R7）」.
pub fn aim(row: &Row, unit: &str) -> String {
    match &row.target {
        Some((year, figure)) => {
            format!(
                "目標 {}（{}）",
                charts::with_unit(&shown(figure.text()), unit),
                year.short()
            )
        }
        None => "目標値なし".to_owned(),
    }
}

/// A name, or that there is none yet.
pub fn named(name: &str) -> String {
    match name.trim() {
        "" => "（名称未入力）".to_owned(),
        _ => name.to_owned(),
    }
}

/// Fact.
pub const KIND: &str = "種類";
/// Fact.
pub const CHANGED_TARGETS: &str = "目標の変更";
/// Fact.
pub const USED_IN: &str = "使われる所";
/// Fact that is missing.
pub const NOT_WRITTEN: &str = "未入力";
/// Fact.
pub const NOT_USED: &str = "どの目標・施策にもまだ使われていません";

/// 「増やす ・ 単年度」.
pub fn kind(way: &str, counting: &str) -> String {
    format!("{way}・{counting}")
}

/// A way the app judges by while nobody decided one.
pub fn judged_way(way: &str) -> String {
    format!("{way}（自動判定）")
}

/// 「1件（最近：令和…）」.
pub fn changed_targets(changes: &[crate::strategy::TargetChange]) -> String {
    match changes.last() {
        None => "なし".to_owned(),
        Some(last) => format!("{}件。{}", changes.len(), change_line(last)),
    }
}

/// 「基本目標3 の数値目標」.
pub fn goal_target(kind: GoalKind, number: &str) -> String {
    format!("{}{number}の数値目標", kind.word())
}

/// 「施策1-2 のKPI」.
pub fn measure_kpi(number: &str) -> String {
    format!("施策{number}のKPI")
}

/// What a row of figures is, where its name is short.
pub fn row_note(cell: Cell) -> Option<&'static str> {
    matches!(cell, Cell::WithoutPolicy(_)).then_some("趨勢（何もしない場合の値）")
}

/// Button that opens the choices where there is little room.
pub fn narrow_by(set: usize) -> String {
    match set {
        0 => "絞り込み".to_owned(),
        set => format!("絞り込み（{set}）"),
    }
}

/// 「目標 380」.
pub fn aimed(figure: &str) -> String {
    format!("目標 {}", shown(figure))
}
