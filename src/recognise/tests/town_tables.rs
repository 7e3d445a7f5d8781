//! Workbooks in forms that towns use, each with its truth: nothing false comes chosen, and nearly every indicator is read
//! after at most one choice for a column. `TOWN_TABLES=10000` makes so many of them.

use format::Archive;
use format::workbook::read_printed;
use recognise::{
    ColumnKind, ColumnMapping, PastedIndicator, PastedTable, read_table, read_table_as,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use strategy::*;

use fixtures::arbitrary::Dice;

mod forms;

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

/// A cell as XML writes it.
#[derive(Clone)]
enum Made {
    Empty,
    Text(String),
    /// A number, and the place of its style.
    Number(Decimal, usize),
    /// The old text struck out, the new behind it.
    Struck(String, String),
    /// A formula without its result.
    Formula,
    /// A formula and its result.
    Computed(Decimal),
}

/// The styles: as it comes, groups of three, 会計 with a dash for zero, below zero with ▲, struck out,
/// a share with one place, 会計.
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='#,##0;&quot;△ &quot;#,##0;&quot;-&quot;'/>\
    <numFmt numFmtId='165' formatCode='#,##0;&quot;▲&quot;#,##0'/>\
    <numFmt numFmtId='166' formatCode='0.0%'/><numFmt numFmtId='167' formatCode='_ * #,##0_ ;_ * -#,##0_ ;_ * &quot;-&quot;_ ;_ @_ '/></numFmts>\
    <fonts><font><sz val='11'/></font><font><strike/></font></fonts>\
    <cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='3' fontId='0'/><xf numFmtId='164' fontId='0'/>\
    <xf numFmtId='165' fontId='0'/><xf numFmtId='0' fontId='1'/><xf numFmtId='166' fontId='0'/>\
    <xf numFmtId='167' fontId='0'/></cellXfs></styleSheet>";

/// A workbook of the rows, with comments on cells of its first column.
fn book(rows: &[Vec<Made>], comments: usize) -> Vec<u8> {
    let cell = |cell: &Made| match cell {
        Made::Empty => "<c/>".to_owned(),
        Made::Text(text) => format!("<c t='inlineStr'><is><t>{text}</t></is></c>"),
        Made::Number(number, style) => format!("<c s='{style}'><v>{number}</v></c>"),
        Made::Formula => "<c><f>A1+B1</f></c>".to_owned(),
        Made::Computed(value) => format!("<c><f>A1+B1</f><v>{value}</v></c>"),
        Made::Struck(old, new) => format!(
            "<c t='inlineStr'><is><r><rPr><strike/></rPr><t>{old}</t></r><r><t>{new}</t></r></is></c>"
        ),
    };
    let row = |row: &Vec<Made>| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let list = "<workbook><sheets><sheet name='指標' id='a'/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/>\
        <Relationship Id='c' Type='x/styles' Target='f.xml'/></Relationships>";
    let comment = |at: usize| {
        let text = "<text><t>45に変更予定</t></text>";
        format!("<comment ref='A{}'>{text}</comment>", at + 1)
    };
    let comments: String = (0..comments).map(comment).collect();
    let comments = format!("<comments><commentList>{comments}</commentList></comments>");
    let of_sheet =
        "<Relationships><Relationship Id='a' Type='x/comments' Target='c.xml'/></Relationships>";
    let mut archive = Archive::default();
    for (path, xml) in [
        ("xl/c.xml", &*comments),
        ("xl/_rels/s.xml.rels", of_sheet),
        ("xl/workbook.xml", list),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/s.xml", &sheet),
        ("xl/f.xml", STYLES),
    ] {
        archive.add(path, xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap()
}

/// The rows as a text of a file that is cut at a sign.
fn cut_at(rows: &[Vec<Made>], sign: char) -> String {
    let cell = |cell: &Made| {
        let text = match cell {
            Made::Empty | Made::Formula => String::new(),
            Made::Text(text) | Made::Struck(_, text) => text.clone(),
            Made::Number(number, _) | Made::Computed(number) => number.to_string(),
        };
        match text.contains([sign, '\n', '"']) {
            true => format!("\"{}\"", text.replace('"', "\"\"")),
            false => text,
        }
    };
    // A spreadsheet writes every line as wide as the widest.
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let row = |row: &Vec<Made>| {
        let mut cells: Vec<String> = row.iter().map(cell).collect();
        cells.resize(width, String::new());
        cells.join(&sign.to_string())
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn text(text: impl Into<String>) -> Made {
    match text.into() {
        text if text.is_empty() => Made::Empty,
        text => Made::Text(text),
    }
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
    fn of(name: String, unit: &str, start: Decimal, aim: Decimal) -> Self {
        Self {
            name,
            unit: unit.to_owned(),
            baseline: Some(start),
            target: Some(aim),
            ..Self::default()
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
        0 => years_in_columns(d),
        1 => years_in_rows(d),
        2 => in_one_cell(d),
        _ => flat(d),
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

/// 指標名, 単位, 基準値, 目標値 …: a line an indicator.
fn flat(d: &mut Dice) -> Table {
    let (with_goal, with_code, with_unit, with_actual, with_owner) = (
        d.once_in(3),
        d.once_in(3),
        d.once_in(2),
        d.once_in(2),
        d.once_in(2),
    );
    let (two_rows, rate) = (d.once_in(4), d.once_in(4));
    // One head over the columns of figures, the year of the baseline in its cells, columns of sums and of differences.
    let joined = !two_rows && d.once_in(4);
    let (dated, summed, differing) = (!two_rows && d.once_in(5), d.once_in(5), d.once_in(5));
    let name = d.pick(&NAME_HEADS);
    let (base, target) = (d.pick(&BASE_HEADS), d.pick(&TARGET_HEADS));
    let mut meaning = BTreeMap::new();
    let mut heads: Vec<Made> = Vec::new();
    let mut below: Vec<Made> = Vec::new();
    let mut head = |heads: &mut Vec<Made>, below: &mut Vec<Made>, one: &str, under: &str, kind| {
        heads.push(text(one));
        below.push(text(under));
        meaning.insert(one.to_owned(), kind);
    };
    if with_goal {
        head(&mut heads, &mut below, "基本目標", "", ColumnKind::Note);
    }
    if with_code {
        head(&mut heads, &mut below, "番号", "", ColumnKind::Code);
    }
    head(&mut heads, &mut below, name, "", ColumnKind::Name);
    if with_unit {
        head(&mut heads, &mut below, "単位", "", ColumnKind::Unit);
    }
    match two_rows {
        true => {
            head(&mut heads, &mut below, "基準値", "R6", ColumnKind::Baseline);
            head(&mut heads, &mut below, "目標値", "R11", ColumnKind::Target);
        }
        false if joined => {
            head(
                &mut heads,
                &mut below,
                "数値目標",
                base,
                ColumnKind::Baseline,
            );
        }
        false => head(&mut heads, &mut below, base, "", ColumnKind::Baseline),
    }
    if with_actual {
        let (one, under) = if joined {
            ("", "実績値（R7）")
        } else {
            ("実績値（R7）", "")
        };
        head(&mut heads, &mut below, one, under, ColumnKind::Actual);
    }
    if !two_rows {
        let (one, under) = if joined { ("", target) } else { (target, "") };
        head(&mut heads, &mut below, one, under, ColumnKind::Target);
    }
    for (is_there, one) in [(summed, "累計"), (differing, "増減")] {
        if is_there {
            head(&mut heads, &mut below, one, "", ColumnKind::Note);
        }
    }
    if rate {
        head(&mut heads, &mut below, "達成率", "", ColumnKind::Note);
    }
    if with_owner {
        head(&mut heads, &mut below, "担当課", "", ColumnKind::Owner);
    }
    let mut rows = vec![heads];
    if two_rows || joined {
        rows.push(below);
    }
    let mut truth = Vec::new();
    for (at, name) in names(d).into_iter().enumerate() {
        let unit = d.pick(&UNITS);
        let in_figures = if with_unit { "" } else { unit };
        let start = value(d);
        let (reached, aim) = (near(d, start), near(d, start));
        let mut row = Vec::new();
        if with_goal {
            row.push(text(if at == 0 { "しごとをつくる" } else { "" }));
        }
        if with_code {
            row.push(text(format!("1-{}", at + 1)));
        }
        row.push(match d.below(6) {
            0 => Made::Struck("旧".to_owned(), name.clone()),
            1 => text(format!("○{name}")),
            _ => text(name.clone()),
        });
        if with_unit {
            row.push(text(unit));
        }
        row.push(match dated {
            true => text(format!("{}{in_figures}\n(R6年度)", start.normalize())),
            false => figure(d, start, in_figures),
        });
        let mut actuals = BTreeMap::new();
        if two_rows {
            row.push(figure(d, aim, in_figures));
        }
        if with_actual {
            // A formula without its result is a blank.
            match d.once_in(8) {
                true => row.push(Made::Formula),
                false => {
                    row.push(figure(d, reached, in_figures));
                    actuals.insert(FiscalYear(2025), reached);
                }
            }
        }
        // An increase as a target, without a value of its own.
        let more = !two_rows && !in_figures.is_empty() && d.once_in(12);
        if more {
            row.push(text(format!("10{in_figures}アップ")));
        } else if !two_rows {
            row.push(figure(d, aim, in_figures));
        }
        for is_there in [summed, differing] {
            if is_there {
                row.push(figure(d, start, ""));
            }
        }
        if rate {
            row.push(text("98.2%"));
        }
        if with_owner {
            row.push(text("企画課"));
        }
        rows.push(row);
        let unit = unit.to_owned();
        truth.push(Truth {
            name,
            unit,
            baseline: Some(start),
            target: (!more).then_some(aim),
            actuals,
            ..Truth::default()
        });
    }
    if d.once_in(4) {
        // A sum is no indicator.
        let width = rows[0].len();
        let mut sum = vec![Made::Number(999.into(), 0); width];
        sum[0] = text("合計");
        rows.push(sum);
    }
    Table {
        rows,
        truth,
        meaning,
        ..Table::default()
    }
}

/// Item, unit and figures in one cell.
fn in_one_cell(d: &mut Dice) -> Table {
    let (arrow, colon) = (d.pick(&["→", " → ", "⇒"]), d.pick(&["：", ": ", "　"]));
    let mark = d.pick(&["", "・", "○"]);
    let (mut rows, mut truth) = (vec![vec![text("KPI")]], Vec::new());
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = Decimal::new(d.below(400) as i64 + 100, 0);
        let aim = near(d, start);
        rows.push(vec![text(format!(
            "{mark}{name}{colon}{start}{unit}{arrow}{aim}{unit}"
        ))]);
        truth.push(Truth::of(name, unit, start, aim));
    }
    Table::of(rows, truth, &[])
}

/// Rows of 目標 and 実績, the years in columns.
fn years_in_columns(d: &mut Dice) -> Table {
    let years = [2025_i32, 2026, 2027, 2028, 2029];
    let of = |year: i32| format!("R{}", year - 2018);
    let mut heads = vec![text(d.pick(&NAME_HEADS)), text("単位"), text("区分")];
    heads.extend(years.iter().map(|year| text(of(*year))));
    let (mut rows, mut truth) = (vec![heads], Vec::new());
    let rate = d.once_in(2);
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = value(d);
        let mut one = Truth {
            name: name.clone(),
            unit: unit.to_owned(),
            ..Truth::default()
        };
        let mut aims = vec![
            text(name),
            text(unit),
            text(d.pick(&["目標", "目標値", "目　標"])),
        ];
        let mut done = vec![Made::Empty, Made::Empty, text(d.pick(&["実績", "実績値"]))];
        for (at, year) in years.iter().enumerate() {
            let aim = near(d, start);
            aims.push(figure(d, aim, ""));
            one.target = Some(aim);
            if at < 2 {
                let reached = near(d, start);
                done.push(figure(d, reached, ""));
                one.actuals.insert(FiscalYear(*year), reached);
            }
        }
        rows.extend([aims, done]);
        if rate {
            rows.push(vec![
                Made::Empty,
                Made::Empty,
                text("達成率"),
                text("98.0%"),
                text("101.2%"),
            ]);
        }
        truth.push(one);
    }
    Table::of(rows, truth, &[])
}

/// A line a year.
fn years_in_rows(d: &mut Dice) -> Table {
    let name_head = d.pick(&NAME_HEADS);
    let value_head = d.pick(&["実績値", "値", "数値"]);
    let heads = [
        text("年度"),
        text(name_head),
        text("単位"),
        text(value_head),
    ];
    let meaning = [(value_head.to_owned(), ColumnKind::Actual)].into();
    let (mut rows, mut truth) = (vec![heads.to_vec()], Vec::new());
    let western = d.once_in(2);
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = value(d);
        let mut one = Truth {
            name: name.clone(),
            unit: unit.to_owned(),
            ..Truth::default()
        };
        for year in 2022_i32..2025 {
            let reached = near(d, start);
            let when = match western {
                true => year.to_string(),
                false => format!("R{}", year - 2018),
            };
            rows.push(vec![
                text(when),
                text(name.clone()),
                text(unit),
                figure(d, reached, ""),
            ]);
            one.actuals.insert(FiscalYear(year), reached);
        }
        truth.push(one);
    }
    Table {
        rows,
        truth,
        meaning,
        ..Table::default()
    }
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
