//! 指標の表の貼り付けのことば.

use crate::format::{Doubt, Holds, PastedColumn, PastedIndicator, PastedTable};
use crate::locale::model;
use crate::strategy::{Figure, FiscalYear, Series};

/// How it is done.
pub const HOW: &str = "計画の指標の表を、Excel・CSV・Word・PDF から見出し（指標・当初値・目標値など）ごとコピーして、ここに貼り付けてください。確かに読めた指標だけが選ばれます。";
/// Field.
pub const TEXT: &str = "指標の表";
/// Placeholder.
pub const EXAMPLE: &str = "指標\t当初値\t目標値\n出生数\t340人 (R2)\t380人";
/// Table.
pub const READ: &str = "読み取った指標";
/// Columns.
pub const COLUMNS: [&str; 7] = [
    "追加",
    "指標",
    "単位",
    "当初値",
    "目標値",
    "実績値",
    "めざす向き",
];
/// Disclosure.
pub fn left(count: usize) -> String {
    format!("指標ではないとした行（{count}）")
}
/// Chip.
pub const KNOWN: &str = "同じ名前の指標があります";
/// Chip.
pub const CHECK: &str = "要確認";

/// What was read, counted.
pub fn summary(table: &PastedTable) -> String {
    let count = table.indicators.len();
    if count == 0 && !table.columns.is_empty() {
        return "指標の行を見つけられません。指標の表であれば、下の「列の意味」で、指標名・当初値・目標値の列を選んでください。".to_owned();
    }
    if count == 0 {
        return "指標の行を見つけられません。一行に、指標の名前と、当初値・目標値などの数値が要ります。".to_owned();
    }
    let series: usize = table.indicators.iter().map(|k| k.series.len()).sum();
    let unread: usize = table.indicators.iter().map(PastedIndicator::unread).sum();
    let mut told = format!("{count}件の指標（{series}項目）を読み取りました。");
    if unread > 0 {
        told += &format!("{unread}か所は数として読めず、文字のまま残します（要確認）。");
    }
    let known = table.indicators.iter().filter(|k| k.known).count();
    if known > 0 {
        told += &format!("{known}件は同じ名前の指標がすでにあるため、選んでいません。");
    }
    let unsure = |k: &&PastedIndicator| !k.doubts.is_empty() && !k.known;
    let doubtful = table.indicators.iter().filter(unsure).count();
    if doubtful > 0 {
        told += &format!("{doubtful}件は確かでないところがあるため、選んでいません。");
    }
    told
}

/// What is not certain of an indicator.
pub fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Column(head) if head.is_empty() => "列の意味が不確か".to_owned(),
        Doubt::Column(head) => format!("「{}」の列の意味が不確か", one_line(head)),
        Doubt::Place => "どの数値がどの列か不確か".to_owned(),
        Doubt::Years => "年度が不確か".to_owned(),
        Doubt::Unread => "数として読めない欄あり".to_owned(),
        Doubt::Units => "単位が不一致".to_owned(),
        Doubt::Size => "当初値と目標値の桁が違う".to_owned(),
        Doubt::Name => "名称が不確か".to_owned(),
    }
}

/// Disclosure: 「列の意味（5列、うち1列は選択が必要）」.
pub fn columns(count: usize, unsure: usize) -> String {
    match unsure {
        0 => format!("列の意味（{count}列）"),
        _ => format!("列の意味（{count}列、うち{unsure}列は確認が必要）"),
    }
}

/// Hint.
pub const COLUMNS_HOW: &str = "列の意味が違うときは、選び直してください。選んだ意味はこの端末に記憶し、次に同じ見出しの表を貼り付けたときにも使います。";
/// Field.
pub const HEAD_LINE: &str = "見出しの行";
/// Chip.
pub const CHOOSE: &str = "確認が必要";
/// Choice.
pub const AS_FOUND: &str = "自動判定に戻す";

/// The lines that may hold the heads.
pub fn head_lines(table: &PastedTable) -> Vec<(String, String)> {
    let found: Vec<String> = table
        .heads
        .iter()
        .map(|(line, _)| line.to_string())
        .collect();
    let found = match found.is_empty() {
        true => "自動（見出しなし）".to_owned(),
        false => format!("自動（{}行目）", found.join("・")),
    };
    let line = |(line, text): &(usize, String)| {
        let short: String = text.replace(['\t', '\n'], " ").chars().take(28).collect();
        (line.to_string(), format!("{line}行目：{short}"))
    };
    let fixed = [
        (String::new(), found),
        ("0".to_owned(), "見出しの行はない".to_owned()),
    ];
    fixed
        .into_iter()
        .chain(table.lines.iter().map(line))
        .collect()
}

/// Whether a person should say what a column holds.
pub fn open(column: &PastedColumn) -> bool {
    let text = column
        .sample
        .iter()
        .all(|cell| Figure::read(cell).needs_check());
    !column.sure && (column.holds.is_some() || !text)
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], "")
}

/// The head of a column, or its place.
pub fn column(n: usize, column: &PastedColumn) -> String {
    match column.head.as_str() {
        "" => format!("{}列目（見出しなし）", n + 1),
        head => one_line(head),
    }
}

/// What a screen reader calls the choice.
pub fn column_label(n: usize, column: &PastedColumn) -> String {
    format!("{}の意味", self::column(n, column))
}

/// What was found by itself.
pub fn found(column: &PastedColumn) -> String {
    match column.holds {
        Some(found) if column.sure => format!("自動（{}）", holds(found)),
        Some(found) => format!("推定（{}）", holds(found)),
        None => "自動（備考）".to_owned(),
    }
}

/// 「例：62人、28件」.
pub fn sample(column: &PastedColumn) -> String {
    let cells: Vec<String> = column
        .sample
        .iter()
        .map(|cell| one_line(cell).chars().take(12).collect())
        .collect();
    match cells.is_empty() {
        true => "（空欄）".to_owned(),
        false => format!("例：{}", cells.join("、")),
    }
}

/// What a column holds.
pub fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::Name | Holds::Group => "指標名",
        Holds::Code => "番号",
        Holds::Series => "内訳（男・女など）",
        Holds::Unit => "単位",
        Holds::Baseline => "当初値",
        Holds::BaselineYear => "当初値の年度",
        Holds::Target => "目標値",
        Holds::TargetYear => "目標値の年度",
        Holds::Actual => "実績値",
        Holds::WithoutPolicy => "趨勢（何もしない場合）",
        Holds::Year => "年度ごとの値",
        Holds::Owner => "担当課",
        Holds::Source => "出典",
        Holds::Definition => "定義",
        Holds::Method => "算出方法",
        Holds::Rationale => "目標の根拠",
        Holds::Note | Holds::Other => "備考に入れる",
        Holds::Skip => "使わない",
    }
}

/// Where it came from: 「12・13行目」.
pub fn lines(one: &PastedIndicator) -> String {
    let lines: Vec<String> = one.lines.iter().map(usize::to_string).collect();
    format!("{}行目", lines.join("・"))
}

/// 「男性：18.43年（R1）」, a line for each series.
pub fn baselines(one: &PastedIndicator) -> Vec<(String, bool)> {
    let cell = |s: &Series| {
        let baseline = s.baseline.as_ref();
        let at = baseline.and_then(|b| b.at.as_ref());
        let text = baseline.map(|b| match at {
            Some(at) => format!("{}（{}）", b.figure, at.0),
            None => b.figure.to_string(),
        });
        (
            named(s, &text.unwrap_or_else(|| "－".to_owned())),
            baseline.is_some_and(|b| b.figure.needs_check()),
        )
    };
    one.series.iter().map(cell).collect()
}

/// 「男性：19.00年（R7）」, a line for each series.
pub fn by_year(
    one: &PastedIndicator,
    row: fn(&Series) -> &std::collections::BTreeMap<FiscalYear, Figure>,
) -> Vec<(String, bool)> {
    let cell = |s: &Series| {
        let each: Vec<String> = row(s)
            .iter()
            .map(|(year, figure)| format!("{figure}（{}）", year.short()))
            .collect();
        let check = row(s).values().any(Figure::needs_check);
        (
            named(
                s,
                if each.is_empty() {
                    "－".to_owned()
                } else {
                    each.join("、")
                }
                .as_str(),
            ),
            check,
        )
    };
    one.series.iter().map(cell).collect()
}

fn named(series: &Series, text: &str) -> String {
    match series.name.as_str() {
        "" => text.to_owned(),
        name => format!("{name}：{text}"),
    }
}

/// 「増やす」, and how it is counted where not by the year.
pub fn kind(one: &PastedIndicator) -> String {
    let k = &one.indicator;
    let counting = k.counting.word();
    match k.counting {
        crate::strategy::Counting::Year => model::desired(k.desired).to_owned(),
        _ => format!("{}・{counting}", model::desired(k.desired)),
    }
}

/// Check box.
pub fn choose(name: &str) -> String {
    format!("「{name}」を追加")
}

/// Button.
pub fn add(count: usize) -> String {
    format!("{count}件の指標を追加")
}

/// What was done.
pub fn added(count: usize) -> String {
    format!("{count}件の指標を追加しました。「元に戻す」で一度に戻せます。")
}
