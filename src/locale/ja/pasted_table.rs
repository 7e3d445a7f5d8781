//! 指標の表の貼り付けのことば.

use crate::format::{PastedIndicator, PastedTable};
use crate::locale::model;
use crate::strategy::{Figure, FiscalYear, Series};

/// How it is done.
pub const HOW: &str = "計画の指標の表を、Excel・Word・PDF から行ごとコピーして、ここに貼り付けてください。見出し（指標・当初値・目標値など）も一緒だと、よく読めます。";
/// Field.
pub const TEXT: &str = "指標の表";
/// Placeholder.
pub const EXAMPLE: &str = "指標\t当初値\t目標値\n出生数\t340人 (R2)\t380人";
/// Table.
pub const READ: &str = "読み取った指標";
/// Columns.
pub const COLUMNS: [&str; 7] = [
    "加える",
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
        told += &format!("{known}件は同じ名前の指標がすでにあるため、外してあります。");
    }
    told
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
    let counting = model::counting(k.counting);
    match k.counting {
        crate::strategy::Counting::Year => model::desired(k.desired).to_owned(),
        _ => format!("{}・{counting}", model::desired(k.desired)),
    }
}

/// Check box.
pub fn choose(name: &str) -> String {
    format!("「{name}」を加える")
}

/// Button.
pub fn add(count: usize) -> String {
    format!("{count}件の指標を加える")
}

/// What was done.
pub fn added(count: usize) -> String {
    format!("{count}件の指標を加えました。「元に戻す」で一度に戻せます。")
}
