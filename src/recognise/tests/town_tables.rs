//! Workbooks in forms that towns use, each with its truth: nothing false comes chosen, and nearly every indicator is read
//! after at most one choice for a column. `TOWN_TABLES=10000` makes so many of them.

use format::workbook::read_printed;
use recognise::{
    ColumnKind, ColumnMapping, PastedIndicator, PastedTable, read_table, read_table_as,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use strategy::*;

use fixtures::arbitrary::Dice;

mod book;
mod forms;
mod plain_forms;

use book::{Made, book, cut_at, text};

/// Number of tables made in every run of the tests.
const TABLES: u64 = 150;
const NAMES: [&str; 24] = [
    "新規就農者数",
    "観光入込客数",
    "社会増減数",
    "出生数",
    "空き家の活用件数",
    "起業した件数",
    "健康寿命",
    "防災訓練の参加者数",
    "移住相談の件数",
    "町内総生産",
    "子育てに満足する人の割合",
    "関係人口の数",
    "公共交通の利用者数",
    "図書館の貸出冊数",
    "認知症サポーターの数",
    "特定健診の受診率",
    "待機児童数",
    "ふるさと納税の件数",
    "温室効果ガスの排出量",
    "消防団員の数",
    "自主防災組織の数",
    "就業率",
    "婚姻件数",
    "森林の整備面積",
];
const UNITS: [&str; 8] = ["人", "件", "%", "千人", "世帯", "団体", "ha", "か所"];
/// Heads of a kind: most are in the dictionary, the last of each is not.
const NAME_HEADS: [&str; 7] = [
    "指標名",
    "指標",
    "重要業績評価指標（KPI）",
    "KPI",
    "評価指標",
    "目標(指標)名",
    "基本目標指標",
];
const BASE_HEADS: [&str; 4] = [
    "基準値(R6)",
    "当初値（R6）",
    "現状値（令和6年度）",
    "計画策定時（R6）",
];
const TARGET_HEADS: [&str; 4] = [
    "目標値(R11)",
    "目標値（令和11年度）",
    "KPI目標値（R11）",
    "最終目標（R11）",
];

/// The truth about an indicator of a table.
#[derive(Debug, Clone, Default)]
struct Truth {
    name: String,
    /// The name of its sub-row.
    series: String,
    unit: String,
    /// True if the unit has to be read: only the heads name it.
    unit_is_said: bool,
    baseline: Option<Decimal>,
    target: Option<Decimal>,
    actuals: BTreeMap<FiscalYear, Decimal>,
}

/// A figure in one of the spellings of a town.
fn figure(d: &mut Dice, value: Decimal, unit: &str) -> Made {
    let plain = value.normalize().to_string();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => (d.pick(&["△", "▲", "－", "-", "△ "]), digits),
        None => ("", plain.as_str()),
    };
    let wide = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32('０' as u32 + digit).unwrap_or(c),
        None => c,
    };
    let wide = |text: &str| text.chars().map(wide).collect::<String>();
    match d.below(7) {
        // The shown value is the meant one: these forms would show 76.5 as 77.
        0 | 1 if value.fract().is_zero() => Made::Number(value, d.below(4)),
        0 => Made::Number(value, 0),
        2 => text(format!("{sign}{digits}{unit}")),
        3 => text(format!("{sign}{}", wide(digits))),
        4 => text(format!("{sign}{digits} {unit}")),
        5 => Made::Struck("7".to_owned(), format!("{sign}{digits}")),
        _ => text(format!("{sign}{digits}")),
    }
}

fn value(d: &mut Dice) -> Decimal {
    match d.below(9) {
        // It could be a year.
        8 => Decimal::new(d.below(200) as i64 + 1900, 0),
        0 => Decimal::ZERO,
        1 => Decimal::new(d.below(400) as i64 - 200, 0),
        2 => Decimal::new(d.below(999) as i64 + 1, 1),
        _ => Decimal::new(d.below(900) as i64 + 100, 0),
    }
}

/// A value near another, so that its size is no doubt.
fn near(d: &mut Dice, value: Decimal) -> Decimal {
    value + Decimal::new(d.below(40) as i64 - 10, 0)
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Made>>,
    truth: Vec<Truth>,
    /// Meaning of each head.
    meaning: BTreeMap<String, ColumnKind>,
    /// At what a text is cut; none: it is a workbook.
    cut_at: Option<char>,
    /// Number of cells with a comment.
    comments: usize,
    /// True if it is only right as a workbook.
    only_book: bool,
}

impl Truth {
    /// An indicator without figures.
    fn named(name: &str, unit: &str) -> Self {
        Self {
            name: name.to_owned(),
            unit: unit.to_owned(),
            ..Self::default()
        }
    }

    fn of(name: String, unit: &str, start: Decimal, aim: Decimal) -> Self {
        Self {
            baseline: Some(start),
            target: Some(aim),
            ..Self::named(&name, unit)
        }
    }
}

impl Table {
    /// A table to read from a text or a workbook, with the meaning of each head that has one.
    fn of(rows: Vec<Vec<Made>>, truth: Vec<Truth>, meaning: &[(&str, ColumnKind)]) -> Self {
        let meaning = meaning.iter();
        Self {
            rows,
            truth,
            meaning: meaning
                .map(|(head, kind)| ((*head).to_owned(), *kind))
                .collect(),
            ..Self::default()
        }
    }
}

fn names(d: &mut Dice) -> Vec<String> {
    let mut all = NAMES.to_vec();
    (0..d.below(5) + 2)
        .map(|_| all.swap_remove(d.below(all.len())).to_owned())
        .collect()
}

fn table(d: &mut Dice) -> Table {
    let mut table = match d.below(6) {
        0 => plain_forms::years_in_columns(d),
        1 => plain_forms::years_in_rows(d),
        2 => plain_forms::in_one_cell(d),
        _ => plain_forms::flat(d),
    };
    if d.once_in(2) {
        let forms = [
            forms::unit_in_heads,
            forms::years_over_pairs,
            forms::target_each_year,
            forms::with_sub_rows,
            forms::in_groups,
            forms::crowded,
            forms::years_down,
            forms::in_other_words,
        ];
        table = d.pick(&forms)(d);
    }
    if !table.only_book && d.once_in(4) {
        table.cut_at = Some(d.pick(&[',', ';', '\t']));
    }
    if table.cut_at.is_none() && d.once_in(6) {
        // A table of money with a unit of its own, before the one of indicators.
        let above = [
            vec![Made::Empty, Made::Empty, text("（単位：千円）")],
            ["事業名", "R7予算額", "R8予算額"].map(text).to_vec(),
            ["移住の支援", "1,200", "1,300"].map(text).to_vec(),
            ["農業の支援", "2,400", "2,300"].map(text).to_vec(),
            vec![Made::Empty; 3],
        ];
        table.rows.splice(0..0, above);
    }
    if d.once_in(3) {
        table.comments = 1 + d.below(4);
    }
    if d.once_in(2) {
        let width = table.rows[0].len();
        let mut title = vec![Made::Empty; width];
        title[0] = text("第3期みほん町総合戦略　指標一覧");
        table.rows.insert(0, title);
    }
    if d.once_in(3) {
        table.rows.push(vec![text("※数値は速報です。")]);
    }
    table
}

/// Returns the differences between a series of an indicator and the truth; empty: none.
fn faults(one: &PastedIndicator, truth: &Truth) -> Vec<String> {
    let mut all = Vec::new();
    let Some(series) = one.series.iter().find(|one| one.name == truth.series) else {
        let names: Vec<_> = one.series.iter().map(|one| &one.name).collect();
        return vec![format!("{} is not in {names:?}", truth.series)];
    };
    let mut differ = |what: String, read: Option<Decimal>, wanted: Option<Decimal>| {
        if read != wanted {
            all.push(format!("{what}: {read:?}, not {wanted:?}"));
        }
    };
    let baseline = series.baseline.as_ref().and_then(|one| one.figure.value());
    differ("当初値".to_owned(), baseline, truth.baseline);
    let target = series.targets.values().last().and_then(Figure::value);
    differ("目標".to_owned(), target, truth.target);
    let years: std::collections::BTreeSet<_> =
        series.actuals.keys().chain(truth.actuals.keys()).collect();
    for year in years {
        let read = series.actuals.get(year).and_then(Figure::value);
        differ(format!("{year:?}"), read, truth.actuals.get(year).copied());
    }
    let unit = half_width(&one.indicator.unit);
    let is_unit = unit == half_width(&truth.unit);
    if !is_unit && (truth.unit_is_said || !unit.is_empty()) {
        all.push(format!("単位: {unit}"));
    }
    all
}

/// Returns the differences between all series of an indicator and the truth.
fn faults_of_all(one: &PastedIndicator, all: &[Truth]) -> Vec<String> {
    let of_it = all.iter().filter(|truth| truth.name == one.indicator.name);
    let of_it: Vec<&Truth> = of_it.collect();
    match of_it.len() == one.series.len() {
        true => of_it.iter().flat_map(|truth| faults(one, truth)).collect(),
        false => vec![format!("{} series, not {}", one.series.len(), of_it.len())],
    }
}

fn find<'a>(table: &'a PastedTable, truth: &Truth) -> Option<&'a PastedIndicator> {
    table
        .indicators
        .iter()
        .find(|one| one.indicator.name == truth.name)
}

/// Returns the user's choices for the columns that are not sure.
fn said(read: &PastedTable, made: &Table) -> ColumnMapping {
    let mut mapping = ColumnMapping::default();
    for column in read.columns.iter().filter(|column| !column.sure) {
        if let Some(kind) = made.meaning.get(&column.head) {
            mapping.columns.insert(column.key.clone(), *kind);
        }
    }
    mapping
}

#[test]
fn t12_of_tables_in_the_forms_of_towns_nothing_false_comes_chosen_and_most_is_read() {
    let plan: Strategy = format::json::read(include_bytes!(
        "../../../tests/data/cases/90-plan-r7-r11.json"
    ))
    .unwrap();
    let (mut all, mut right) = (0, 0);
    let (mut wrong, mut missed) = (Vec::new(), Vec::new());
    let tables = std::env::var("TOWN_TABLES");
    let tables = tables.map_or(TABLES, |count| count.parse().unwrap());
    for seed in 0..tables {
        let made = table(&mut Dice::new(seed));
        let of_book = || {
            read_printed(&book(&made.rows, made.comments))
                .unwrap()
                .remove(0)
        };
        let text = match made.cut_at {
            Some(sign) => cut_at(&made.rows, sign),
            None => {
                let sheet = of_book();
                assert_eq!(sheet.comments.len(), made.comments);
                sheet.indicator_text(false).unwrap()
            }
        };
        let read = read_table(&text, &plan);
        let again = read_table_as(&text, &plan, &said(&read, &made));
        for table in [&read, &again] {
            for one in table.indicators.iter().filter(|one| one.chosen()) {
                let faults = faults_of_all(one, &made.truth);
                if !faults.is_empty() {
                    wrong.push(format!(
                        "{seed}: {}: {}\n{text}",
                        one.indicator.name,
                        faults.join(", ")
                    ));
                }
            }
        }
        for truth in &made.truth {
            all += 1;
            match find(&again, truth).map(|one| faults(one, truth)) {
                Some(faults) if faults.is_empty() => right += 1,
                found => missed.push(format!("{seed}: {}: {found:?}\n{text}", truth.name)),
            }
        }
    }
    println!(
        "{right} of {all} read, {} false of what is chosen",
        wrong.len()
    );
    let missed = none_false("TOWN_TABLES", &wrong, &missed);
    assert!(right * 100 >= all * 95, "{right} of {all}:\n{missed}");
}

/// Fails if something false was chosen. Prints all that was missed if the variable is set, and returns some of it.
pub fn none_false(variable: &str, wrong: &[String], missed: &[String]) -> String {
    if std::env::var(variable).is_ok() {
        wrong.iter().for_each(|one| println!("FALSE {one}\n"));
        missed.iter().for_each(|one| println!("MISSED {one}\n"));
    }
    let some = |all: &[String]| all[..all.len().min(6)].join("\n\n");
    assert!(wrong.is_empty(), "{} false:\n{}", wrong.len(), some(wrong));
    some(missed)
}
