//! Workbooks of towns, read as a person who drops the file sees them: hidden parts, shares and days.

use fixtures::arbitrary::Dice;
use format::Archive;
use format::workbook::{SheetRead, read_printed};
use recognise::{Doubt, LineDoubt, PastedTable, SaidMarks, read_outline, read_table};

use crate::kinds::told;
use crate::pasted_table::plan;

/// The numbers of styles: General, 0%, 0.0%, 0"%", 0.00%, yyyy/m/d, ggge"年"m"月"d"日", [$-411]ge.m.d, yyyy"年"m"月", #,##0"％".
const STYLES: &str = "<styleSheet><numFmts>\
    <numFmt numFmtId='164' formatCode='0.0%'/><numFmt numFmtId='165' formatCode='0&quot;%&quot;'/>\
    <numFmt numFmtId='166' formatCode='[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/>\
    <numFmt numFmtId='167' formatCode='[$-411]ge.m.d'/><numFmt numFmtId='168' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>\
    <numFmt numFmtId='169' formatCode='#,##0&quot;％&quot;'/></numFmts>\
    <cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='10'/>\
    <xf numFmtId='14'/><xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='169'/></cellXfs></styleSheet>";

/// A cell: a text, or `style#number`.
fn cell(text: &str) -> String {
    match text.split_once('#') {
        Some((style, number)) => format!("<c s='{style}'><v>{number}</v></c>"),
        None if text.is_empty() => "<c/>".to_owned(),
        None => format!("<c t='inlineStr'><is><t>{text}</t></is></c>"),
    }
}

/// A sheet of rows of cells between bars; a row that begins with ~ is hidden.
fn sheet_xml(properties: &str, columns: &str, rows: &str) -> String {
    let row = |row: &str| {
        let (hidden, cells) = match row.strip_prefix('~') {
            Some(cells) => (" hidden='1'", cells),
            None => ("", row),
        };
        let cells: String = cells.split('|').map(cell).collect();
        format!("<row{hidden}>{cells}</row>")
    };
    let rows: String = rows.lines().map(row).collect();
    format!("<worksheet>{properties}{columns}<sheetData>{rows}</sheetData></worksheet>")
}

/// A workbook of sheets, each with its name and XML; a name that begins with ~ is of a hidden one.
fn book(sheets: &[(&str, String)], more: &[(&str, &str)]) -> Vec<SheetRead> {
    let (mut list, mut relations) = (String::new(), String::new());
    let mut archive = Archive::default();
    for (at, (name, xml)) in sheets.iter().enumerate() {
        let (state, name) = match name.strip_prefix('~') {
            Some(name) => (" state='hidden'", name),
            None => ("", *name),
        };
        list.push_str(&format!("<sheet name='{name}'{state} id='r{at}'/>"));
        relations.push_str(&format!(
            "<Relationship Id='r{at}' Type='x/worksheet' Target='s{at}.xml'/>"
        ));
        archive
            .add(&format!("xl/s{at}.xml"), xml.as_bytes())
            .unwrap();
    }
    let list = format!("<workbook><sheets>{list}</sheets></workbook>");
    let relations = format!(
        "<Relationships>{relations}<Relationship Id='f' Type='x/styles' Target='f.xml'/></Relationships>"
    );
    for (path, xml) in [
        ("xl/workbook.xml", list.as_str()),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/f.xml", STYLES),
    ]
    .iter()
    .chain(more)
    {
        archive.add(path, xml.as_bytes()).unwrap();
    }
    read_printed(&archive.finish().unwrap()).unwrap()
}

fn one_sheet(properties: &str, columns: &str, rows: &str) -> SheetRead {
    book(&[("指標", sheet_xml(properties, columns, rows))], &[]).remove(0)
}

fn read(sheet: &SheetRead, hidden: bool) -> PastedTable {
    read_table(&sheet.indicator_text(hidden).unwrap(), &plan(2025, 2029))
}

const HIDING: &str =
    "指標名|単位|基準値(R6)|目標値(R11)\n出生数|人|30|40\n~転入者数|人|120|150\n婚姻数|件|3|4";

#[test]
fn t6_a_row_that_a_filter_hides_is_read_and_asked() {
    let wanted = [
        "+出生数[人] :30@R6>2029=40/",
        "?転入者数[人] :120@R6>2029=150/",
        "+婚姻数[件] :3@R6>2029=4/",
    ];
    let filtered = one_sheet("<sheetPr filterMode='1'/>", "", HIDING);
    let table = read(&filtered, false);
    assert_eq!(told(&table), wanted);
    assert_eq!(table.indicators[1].doubts, [Doubt::Hidden]);
    assert_eq!(words::pasted_table::doubt(&Doubt::Hidden), "非表示の行・列");
    // The filter of a table within the sheet is in a part of its own.
    let relations =
        "<Relationships><Relationship Id='t' Type='x/table' Target='t.xml'/></Relationships>";
    let filter = "<table><autoFilter ref='A1:D4'><filterColumn colId='0'/></autoFilter></table>";
    let more = [("xl/_rels/s0.xml.rels", relations), ("xl/t.xml", filter)];
    let sheets = book(&[("指標", sheet_xml("", "", HIDING))], &more);
    assert_eq!(told(&read(&sheets[0], false)), wanted);
    // Rows that somebody hid are read if they are asked for.
    let by_hand = one_sheet("<sheetPr/>", "", HIDING);
    assert_eq!(told(&read(&by_hand, false)), [wanted[0], wanted[2]]);
    assert_eq!(by_hand.hidden_parts(), (1, 0));
    assert_eq!(told(&read(&by_hand, true)), wanted);
}

#[test]
fn t6_a_cell_of_a_hidden_column_is_asked() {
    let rows = "指標名|単位|基準値(R6)|目標値(R11)|目標値(R9)\n出生数|人|30|40|35\n婚姻数|件|3|4|";
    let hidden = one_sheet("", "<cols><col min='5' max='5' hidden='1'/></cols>", rows);
    assert_eq!(
        told(&read(&hidden, false)),
        ["+出生数[人] :30@R6>2029=40/", "+婚姻数[件] :3@R6>2029=4/"]
    );
    assert_eq!(hidden.hidden_parts(), (0, 1));
    assert_eq!(
        told(&read(&hidden, true)),
        [
            "?出生数[人] :30@R6>2027=35 2029=40/",
            "+婚姻数[件] :3@R6>2029=4/"
        ]
    );
}

#[test]
fn t6_nothing_of_hidden_parts_comes_chosen() {
    for seed in 0..300 {
        let mut d = Dice::new(seed);
        let filtered = d.once_in(2);
        let columns = [
            "指標名",
            "単位",
            "基準値(R6)",
            "R7実績",
            "目標値(R11)",
            "担当課",
        ];
        let hidden_columns: Vec<usize> = (2..6).filter(|_| d.once_in(4)).collect();
        let count = 2 + d.below(6);
        let hidden_rows: Vec<bool> = (0..count).map(|_| d.once_in(3)).collect();
        let mut rows = columns.join("|");
        for (at, hidden) in hidden_rows.iter().enumerate() {
            let mark = if *hidden { "~" } else { "" };
            let value = 100 + d.below(50);
            let actual = if d.once_in(3) {
                String::new()
            } else {
                (value + 1).to_string()
            };
            rows += &format!(
                "\n{mark}指標その{at}の数|人|{value}|{actual}|{}|みほん課",
                value + 5
            );
        }
        let col = |at: &usize| format!("<col min='{0}' max='{0}' hidden='1'/>", at + 1);
        let cols: String = hidden_columns.iter().map(col).collect();
        let properties = if filtered {
            "<sheetPr filterMode='true'/>"
        } else {
            ""
        };
        let sheet = one_sheet(properties, &format!("<cols>{cols}</cols>"), &rows);
        // 担当課 is in every row, so a hidden one is of every indicator that is read with it.
        let hides_every = hidden_columns.iter().any(|at| *at != 3);
        let shows = [2, 4].iter().any(|at| !hidden_columns.contains(at));
        for asked in [false, true] {
            let table = read(&sheet, asked);
            for (at, hidden) in hidden_rows.iter().enumerate() {
                let name = format!("指標その{at}の数");
                let one = table
                    .indicators
                    .iter()
                    .find(|one| one.indicator.name == name);
                let is_chosen = one.is_some_and(|one| one.chosen());
                let is_asked = *hidden || asked && hides_every;
                assert!(!(is_chosen && is_asked), "{seed} {at} {asked}\n{rows}");
                let is_wanted = asked || shows && (!hidden || filtered);
                assert!(one.is_some() || !is_wanted, "{seed} {at} {asked}\n{rows}");
            }
        }
    }
}

#[test]
fn t6_a_share_is_read_as_it_is_shown_and_one_without_a_sign_is_asked() {
    let reads = |rows: &str, wanted: &[&str]| {
        let table = read(&one_sheet("", "", rows), false);
        assert_eq!(told(&table), wanted, "{rows}");
    };
    for (base, target) in [
        ("1#0.25", "1#0.3"),
        ("3#25", "3#30"),
        ("9#25", "9#30"),
        ("2#0.25", "30"),
        ("1#0.25", "3#30"),
        ("25%", "9#30"),
    ] {
        for unit in ["％", "%", ""] {
            let rows = format!("指標名|単位|基準値(R6)|目標値(R11)\n受診率|{unit}|{base}|{target}");
            let table = read(&one_sheet("", "", &rows), false);
            let told = told(&table);
            let of = if unit.is_empty() { "%" } else { unit };
            let base = if base.starts_with("2#") { "25.0" } else { "25" };
            assert_eq!(
                told,
                [format!("+受診率[{of}] :{base}@R6>2029=30/")],
                "{rows}"
            );
        }
    }
    for unit in ["％", ""] {
        // Stored as shares without their form.
        for (base, target) in [
            ("0#0.25", "0#0.3"),
            ("0.25", "30%"),
            ("1#0.25", "0#0.3"),
            ("0#1", "0#1"),
        ] {
            let rows = format!("指標名|単位|基準値(R6)|目標値(R11)\n受診率|{unit}|{base}|{target}");
            let table = read(&one_sheet("", "", &rows), false);
            assert!(!table.indicators[0].chosen(), "{rows} {:?}", told(&table));
        }
    }
    reads(
        "指標名|単位|基準値(R6)|R7実績|目標値(R11)\n受診率|％|0#25|0#0.27|0#30\n満足度|％|0#61|0#62|0#70",
        &[
            "?受診率[％] :25@R6>2029=30/2025=0.27",
            "+満足度[％] :61@R6>2029=70/2025=62",
        ],
    );
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n受診率|％|0#0.16|0#2\n離職率|％|0#0.45|0#1.25",
        &[
            "?受診率[％] :0.16@R6>2029=2/",
            "+離職率[％] :0.45@R6>2029=1.25/",
        ],
    );
    // Another row of the table bears the sign.
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n受診率|％|0#0.9|0#8\n満足度|％|1#0.61|1#0.7",
        &["?受診率[％] :0.9@R6>2029=8/", "+満足度[％] :61@R6>2029=70/"],
    );
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n受診率|％|0#0.9|0#8\n出生率||0#1.35|0#1.5",
        &[
            "+受診率[％] :0.9@R6>2029=8/",
            "+出生率[] :1.35@R6>2029=1.5/",
        ],
    );
}

#[test]
fn t6_of_shares_in_any_form_nothing_false_comes_chosen() {
    let mut sure = 0;
    for seed in 0..tables(400) {
        let mut d = Dice::new(seed);
        let unit = d.pick(&["％", "%", ""]);
        let in_head = unit.is_empty() && d.once_in(2);
        let heads = match in_head {
            true => "指標名|単位|基準値(R6)（％）|R7実績（％）|目標値(R11)（％）",
            false => "指標名|単位|基準値(R6)|R7実績|目標値(R11)",
        };
        let (mut rows, mut truth) = (heads.to_owned(), Vec::new());
        for at in 0..1 + d.below(4) {
            let name = format!("その{at}の受診率");
            let first = 2 + d.below(80);
            let mut row = vec![name.clone(), unit.to_owned()];
            let mut values = Vec::new();
            // Most rows are of one form; in some each cell has its own.
            let mixed = d.once_in(4);
            let of_row = d.below(7);
            for _ in 0..3 {
                let value = first + d.below(15);
                let form = if mixed { d.below(7) } else { of_row };
                let share = format!("{}.{:02}", value / 100, value % 100);
                row.push(match form {
                    0 => format!("1#{share}"),
                    1 => format!("2#{share}"),
                    2 => format!("3#{value}"),
                    3 => format!("9#{value}"),
                    4 => format!("{value}%"),
                    5 => format!("0#{value}"),
                    // Stored as a share, shown without the sign.
                    _ => format!("0#{share}"),
                });
                values.push(value.to_string());
            }
            rows += &format!("\n{}", row.join("|"));
            truth.push((name, values));
        }
        let table = read(&one_sheet("", "", &rows), false);
        for one in table.indicators.iter().filter(|one| one.chosen()) {
            let (_, values) = truth
                .iter()
                .find(|(name, _)| *name == one.indicator.name)
                .unwrap();
            let series = &one.series[0];
            let figures = [
                &series.baseline.as_ref().unwrap().figure,
                &series.actuals[&strategy::FiscalYear(2025)],
                &series.targets[&strategy::FiscalYear(2029)],
            ];
            let read = figures.map(|figure| figure.value().unwrap().normalize().to_string());
            assert_eq!(read.as_slice(), values, "{seed}\n{rows}");
            sure += 1;
        }
    }
    assert!(sure > 500, "{sure}");
}

/// Number of tables to make: `TOWN_TABLES` if it is set.
fn tables(usual: u64) -> u64 {
    std::env::var("TOWN_TABLES").map_or(usual, |n| n.parse().unwrap())
}

#[test]
fn t7_a_blank_column_of_a_sheet_parts_two_tables() {
    let row = |cells: &[(&str, &str)]| {
        let cell = |(at, text): &(&str, &str)| {
            format!("<c r='{at}' t='inlineStr'><is><t>{text}</t></is></c>")
        };
        format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
    };
    let sheet = |rows: &[String], joined: &str| {
        let rows = rows.concat();
        let xml = format!(
            "<worksheet><sheetData>{rows}</sheetData><mergeCells>{joined}</mergeCells><x/></worksheet>"
        );
        book(&[("指標", xml)], &[]).remove(0)
    };
    let heads = row(&[
        ("A1", "指標名"),
        ("B1", "基準値(R6)"),
        ("C1", "目標値(R11)"),
        ("F1", "課名"),
        ("G1", "職員数"),
    ]);
    let body = row(&[
        ("A2", "出生数"),
        ("B2", "30人"),
        ("C2", "40人"),
        ("F2", "総務課"),
        ("G2", "12"),
    ]);
    let apart = sheet(&[heads.clone(), body.clone()], "");
    assert_eq!(
        apart.table_text(false).unwrap(),
        "指標名\t基準値(R6)\t目標値(R11)\t\t課名\t職員数\n出生数\t30人\t40人\t\t総務課\t12"
    );
    let table = read(&apart, false);
    assert_eq!(told(&table), ["+出生数[人] :30@R6>2029=40/"]);
    assert!(table.indicators[0].indicator.owner.is_empty());
    // Cells joined over columns leave no blank ones.
    let joined = sheet(
        &[heads, body],
        "<mergeCell ref='C1:E1'/><mergeCell ref='C2:E2'/>",
    );
    assert_eq!(
        joined.table_text(false).unwrap(),
        "指標名\t基準値(R6)\t目標値(R11)\t課名\t職員数\n出生数\t30人\t40人\t総務課\t12"
    );
}

/// A sheet of rows of cells between bars, with these cells joined.
fn joined_sheet(rows: &str, areas: &[&str]) -> SheetRead {
    let row = |(at, row): (usize, &str)| {
        let cell = |(column, text): (usize, &str)| {
            let letter = char::from(b'A' + u8::try_from(column).unwrap());
            cell(text).replacen("<c", &format!("<c r='{letter}{}'", at + 1), 1)
        };
        let cells: String = row.split('|').enumerate().map(cell).collect();
        format!("<row r='{}'>{cells}</row>", at + 1)
    };
    let rows: String = rows.lines().enumerate().map(row).collect();
    let areas = areas
        .iter()
        .map(|area| format!("<mergeCell ref='{area}'/>"));
    let areas: String = areas.collect();
    let xml = format!(
        "<worksheet><sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells></worksheet>"
    );
    book(&[("指標", xml)], &[]).remove(0)
}

#[test]
fn t7_a_figure_joined_over_several_years_is_of_the_last_and_is_asked() {
    let heads = "指標名|単位|目標|||実績||\n||R7|R8|R9|R7|R8|R9";
    let of_heads = ["A1:A2", "B1:B2", "C1:E1", "F1:H1"];
    let reads = |rows: &str, areas: &[&str], wanted: &[&str], doubt: Option<Doubt>| {
        let areas = [&of_heads[..], areas].concat();
        let table = read(&joined_sheet(&format!("{heads}\n{rows}"), &areas), false);
        assert_eq!(told(&table), wanted, "{rows}");
        let doubts = &table.indicators[0].doubts;
        assert_eq!(doubts.first(), doubt.as_ref(), "{rows}");
    };
    for number in ["0#30", "30人", "約30人", "△30"] {
        let bare = number.trim_start_matches("0#");
        let value = if bare.starts_with('△') { "-30" } else { "30" };
        reads(
            &format!("出生数|人|{number}|||29|28|"),
            &["C3:E3"],
            &[&format!("?出生数[人] :>2027={value}/2025=29 2026=28")],
            Some(Doubt::JoinedYears),
        );
    }
    // Two of the three years.
    reads(
        "出生数|人|0#30|0#40||0#29||",
        &["D3:E3"],
        &["?出生数[人] :>2025=30 2027=40/2025=29"],
        Some(Doubt::JoinedYears),
    );
    // Over figures of two kinds it stays where it stands.
    reads(
        "出生数|人|30|31|32|||",
        &["E3:F3"],
        &["?出生数[人] :>2025=30 2026=31 2027=32/"],
        Some(Doubt::Place),
    );
    // A name or a unit over two columns says nothing of figures.
    reads(
        "出生数||30|31|32|29||",
        &["A3:B3"],
        &["+出生数[] :>2025=30 2026=31 2027=32/2025=29"],
        None,
    );
}

#[test]
fn t7_a_figure_joined_over_several_indicators_is_of_each_and_is_asked() {
    let heads = "基本目標|指標名|区分|単位|基準値(R6)|目標値(R11)";
    let reads = |rows: &str, areas: &[&str], wanted: &[&str]| {
        let table = read(&joined_sheet(&format!("{heads}\n{rows}"), areas), false);
        assert_eq!(told(&table), wanted, "{rows}");
    };
    reads(
        "1 しごと|就農者数||人|10|20\n|起業者数||人|3|\n2 ひと|転入者数||人|100|150",
        &["A2:A3", "F2:F3"],
        &[
            "?就農者数[人] :10@R6>2029=20/",
            "?起業者数[人] :3@R6>2029=20/",
            "+転入者数[人] :100@R6>2029=150/",
        ],
    );
    reads(
        "1 しごと|健康寿命|男性|歳|79.5|85\n|健康寿命|女性|歳|84.1|",
        &["F2:F3"],
        &["?健康寿命[歳] 男性:79.5@R6>2029=85/ 女性:84.1@R6>2029=85/"],
    );
    // Goals and names that are joined down say nothing of figures.
    reads(
        "1 しごと|就農者数||人|10|20\n|起業者数||人|3|4",
        &["A2:A3", "D2:D3"],
        &[
            "+就農者数[人] :10@R6>2029=20/",
            "+起業者数[人] :3@R6>2029=4/",
        ],
    );
    // Lines of 目標 and 実績 are of one indicator.
    let text = "指標名|区分|基準値(R6)|R7|R8\n出生数|目標|30人|31人|32人\n|実績||29人|";
    let table = read(&joined_sheet(text, &["A2:A3", "C2:C3"]), false);
    assert_eq!(told(&table), ["+出生数[人] :30@R6>2025=31 2026=32/2025=29"]);
}

#[test]
fn o12_a_line_of_a_plan_that_is_hidden_in_its_workbook_is_asked() {
    let text = "基本目標1 しごとをつくる\n(1) 農業の振興\n(2) 昔の施策（非表示の行）\n(3) 商業の振興\n指標\t現状値(R6)\t目標値(R11)\n新規就農者数\t12人\t20人\n内部の数\t3人\t5人（非表示の行）\n";
    let outline = read_outline(text, &plan(2025, 2029), &SaidMarks::default());
    let line = |title: &str| {
        let found = outline.lines.iter().find(|line| line.title == title);
        found.unwrap_or_else(|| panic!("{title} of {:#?}", outline.lines))
    };
    assert_eq!(line("昔の施策").doubt, Some(LineDoubt::Hidden));
    assert!(!line("昔の施策").chosen());
    assert!(line("農業の振興").chosen() && line("商業の振興").chosen());
    let of_table = |name: &str| {
        let mut all = outline.indicators.iter();
        all.find(|one| one.indicator.name == name).unwrap()
    };
    assert!(of_table("新規就農者数").chosen());
    assert!(!of_table("内部の数").chosen());
    let told = format!("{outline:?}");
    assert!(!told.contains("非表示の行"), "{told}");
}
