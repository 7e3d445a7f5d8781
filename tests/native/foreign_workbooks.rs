//! Workbooks of other programs: their shown text goes to the reader of pasted tables.
//!
//! `tests/data/workbooks/town.xlsx` and `outline.xlsx` were written by LibreOffice, `town.xls` is the first in the
//! old format.

use ::words::chosen_file as words;
use format::Archive;
use format::workbook::{CellRead, NotRead, SheetRead, read_printed, read_workbook};
use jobs::{Answer, BookQuestion, BookTold, Books, SheetForm, SheetsChosen, WorkerJob, Works};
use recognise::{read_outline, read_table};
use strategy::{FiscalYear, Strategy};

const TOWN: &[u8] = include_bytes!("../data/workbooks/town.xlsx");
const OUTLINE: &[u8] = include_bytes!("../data/workbooks/outline.xlsx");
const OLD: &[u8] = include_bytes!("../data/workbooks/town.xls");

fn sheet<'a>(sheets: &'a [SheetRead], name: &str) -> &'a SheetRead {
    sheets.iter().find(|sheet| sheet.name == name).unwrap()
}

#[test]
fn x8_a_workbook_of_a_town_is_read_as_it_is_seen() {
    let sheets = read_printed(TOWN).unwrap();
    let names: Vec<_> = sheets
        .iter()
        .map(|one| (one.name.as_str(), one.hidden, one.rows.is_empty()))
        .collect();
    assert_eq!(
        names,
        [
            ("表紙", false, false),
            ("指標", false, false),
            ("空", false, true),
            ("作業用", true, false)
        ]
    );
    let cover = sheet(&sheets, "表紙").table_text(false).unwrap();
    assert_eq!(cover, "第2期　総合戦略　指標一覧\n\n令和6年4月1日");
    let table = sheet(&sheets, "指標");
    assert_eq!(table.hidden_parts(), (1, 0));
    let text = table.table_text(false).unwrap();
    assert!(
        text.contains("観光入込客数\t人\t272,000\t281,500\t\t300,000"),
        "{text}"
    );
    assert!(text.contains("転入超過数\t人\t△1,234\t△980\t\t0"), "{text}");
    assert!(text.contains("就業率\t%\t34.2%\t36.0%\t\t40.0%"), "{text}");
    assert!(!text.contains("前の計画だけの指標"), "{text}");
    assert!(
        table
            .table_text(true)
            .unwrap()
            .contains("前の計画だけの指標")
    );
}

#[test]
fn x9_its_table_is_read_by_the_rules_of_pasted_tables() {
    let sheets = read_printed(TOWN).unwrap();
    let text = sheet(&sheets, "指標").table_text(false).unwrap();
    let table = read_table(&text, &Strategy::default());
    let told: Vec<_> = table
        .indicators
        .iter()
        .map(|one| {
            let series = &one.series[0];
            let baseline = series.baseline.as_ref().map(|b| b.figure.text().to_owned());
            let actual = series.actuals.get(&FiscalYear(2024));
            let target = series.targets.get(&FiscalYear(2029));
            (
                one.indicator.name.as_str(),
                baseline.unwrap_or_default(),
                actual.map_or("", |figure| figure.text()),
                target.map_or("", |figure| figure.text()),
                one.chosen(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "観光入込客数",
                "272,000".to_owned(),
                "281,500",
                "300,000",
                true
            ),
            ("転入超過数", "△1,234".to_owned(), "△980", "0", true),
            ("就業率", "34.2%".to_owned(), "36.0%", "40.0%", true),
            ("出生数", "340人".to_owned(), "集計中", "1,380人", true),
        ]
    );
}

#[test]
fn x6_an_old_or_locked_or_damaged_workbook_says_what_to_do() {
    assert_eq!(read_printed(OLD), Err(NotRead::Old));
    let mut locked = OLD[..512].to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read_printed(&locked), Err(NotRead::Locked));
    assert_eq!(read_printed(&TOWN[..TOWN.len() / 2]), Err(NotRead::Damaged));
    let mut archive = Archive::default();
    archive.add("word/document.xml", b"<w/>").unwrap();
    let document = archive.finish().unwrap();
    assert_eq!(read_printed(&document), Err(NotRead::NoWorkbook));
    for why in [
        NotRead::Old,
        NotRead::Locked,
        NotRead::Damaged,
        NotRead::NoWorkbook,
        NotRead::TooLarge,
        NotRead::TooManyCells,
    ] {
        let sentence = words::book_not_read("指標.xlsx", why);
        assert!(
            sentence.starts_with("「指標.xlsx」") && sentence.ends_with("ください。"),
            "{sentence}"
        );
    }
}

/// Makes a workbook of these parts, beside those that every workbook has.
fn book(folder: &str, kind: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let relation = |id: &str, what: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{kind}/{what}\" Target=\"{target}\"/>")
    };
    let root = relation("rId1", "officeDocument", &format!("{folder}/book.xml"));
    let own = [
        relation("a", "worksheet", "one.xml"),
        relation("b", "sharedStrings", "texts.xml"),
        relation("c", "styles", "styles.xml"),
        relation("d", "chartsheet", "chart.xml"),
    ];
    let mut archive = Archive::default();
    let mut add = |path: &str, xml: &str| archive.add(path, xml.as_bytes()).unwrap();
    add(
        "_rels/.rels",
        &format!("<Relationships>{root}</Relationships>"),
    );
    let own = own.concat();
    add(
        &format!("{folder}/_rels/book.xml.rels"),
        &format!("<Relationships>{own}</Relationships>"),
    );
    add(
        &format!("{folder}/book.xml"),
        "<x:workbook xmlns:x='a' xmlns:r='b'><x:workbookPr date1904='1'/><x:sheets><x:sheet name='図' r:id='d'/><x:sheet name='表' r:id='a' state='veryHidden'/></x:sheets></x:workbook>",
    );
    for (path, xml) in parts {
        add(&format!("{folder}/{path}"), xml);
    }
    archive.finish().unwrap()
}

#[test]
fn x5_other_programs_name_and_write_their_parts_in_other_ways() {
    let texts = "<sst><si><t>漢字</t><rPh sb='0' eb='2'><t>かんじ</t></rPh><phoneticPr/></si><si><r><t>太</t></r><r><rPr><b/></rPr><t xml:space='preserve'>字 </t></r></si></sst>";
    let styles = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='57'/><xf numFmtId='9'/></cellXfs></styleSheet>";
    let sheet = "<worksheet><cols><col min='3' max='4' hidden='1'/></cols><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><t>中</t></is></c></row><row r='5'><c r='B5' t='d' s='1'><v>2026-11-24T00:00:00</v></c><c r='C5' s='1'><v>44888</v></c><c r='D5' t='b'><v>1</v></c><c r='E5' t='e'><v>#DIV/0!</v></c><c r='F5' t='str'><f>A1&amp;B1</f><v>和</v></c><c r='G5' s='2'><v>0.5</v></c><c r='H5'/></row></sheetData><extLst><c r='A1'><v>9</v></c></extLst></worksheet>";
    let parts = [
        ("one.xml", sheet),
        ("texts.xml", texts),
        ("styles.xml", styles),
        ("chart.xml", "<chartsheet/>"),
    ];
    for (folder, kind) in [
        (
            "xl",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ),
        // The strict form, with its parts in another folder.
        (
            "book/inside",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ] {
        let file = book(folder, kind, &parts);
        let sheets = read_printed(&file).unwrap();
        assert_eq!(sheets.len(), 1);
        assert!(sheets[0].hidden);
        assert_eq!(sheets[0].hidden_columns, [2, 3].into());
        let told: Vec<Vec<(usize, String)>> = sheets[0]
            .rows
            .iter()
            .map(|row| {
                row.cells
                    .iter()
                    .map(|(at, cell)| (*at, cell.text()))
                    .collect()
            })
            .collect();
        let cell = |at: usize, text: &str| (at, text.to_owned());
        assert_eq!(
            told,
            [
                vec![cell(0, "漢字"), cell(1, "太字 "), cell(2, "中")],
                vec![
                    cell(1, "R8.11.24"),
                    cell(2, "R8.11.24"),
                    cell(3, "TRUE"),
                    cell(4, "#DIV/0!"),
                    cell(5, "和"),
                    cell(6, "50%"),
                ]
            ]
        );
        let values = read_workbook(&file).unwrap();
        assert_eq!(
            values[0].rows[1].get(2),
            Some(&CellRead::Text("2026-11-24".to_owned()))
        );
    }
}

#[test]
fn o6_a_workbook_of_an_outline_is_read_with_its_table() {
    let rows = [
        "<c t='inlineStr'><is><t>基本目標1　働く場をつくる</t></is></c>",
        "<c t='inlineStr'><is><t>施策1-1　農業の担い手を育てる</t></is></c>",
        "<c t='inlineStr'><is><t>・就農相談</t></is></c>",
        "<c t='inlineStr'><is><t>指標</t></is></c><c t='inlineStr'><is><t>基準値（R5）</t></is></c><c t='inlineStr'><is><t>目標値（R11）</t></is></c>",
        "<c t='inlineStr'><is><t>新規就農者数</t></is></c><c t='inlineStr'><is><t>3人</t></is></c><c t='inlineStr'><is><t>10人</t></is></c>",
    ];
    let rows: String = rows.iter().map(|row| format!("<row>{row}</row>")).collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheets = read_printed(&book("xl", kind, &[("one.xml", &sheet)])).unwrap();
    let text = sheets[0].plan_text(false).unwrap();
    let outline = read_outline(&text, &Strategy::default(), &Default::default());
    let roles: Vec<_> = outline
        .lines
        .iter()
        .map(|line| format!("{:?} {}", line.role, line.title))
        .collect();
    assert_eq!(
        roles,
        [
            "Goal 働く場をつくる",
            "Measure 農業の担い手を育てる",
            "Initiative 就農相談",
            "Skip 指標\t基準値（R5）\t目標値（R11）",
            "Indicator 新規就農者数"
        ]
    );
}

#[test]
fn o11_a_workbook_with_a_title_over_joined_cells_is_read_by_its_heads() {
    let sheets = read_printed(OUTLINE).unwrap();
    let text = sheets[0].plan_text(false).unwrap();
    let outline = read_outline(&text, &Strategy::default(), &Default::default());
    let taken: Vec<_> = outline
        .lines
        .iter()
        .filter(|line| line.chosen())
        .map(|line| format!("{:?} {}", line.role, line.title))
        .collect();
    assert_eq!(
        taken,
        [
            "Goal 働く場をつくる",
            "Measure 農業を支える",
            "Initiative 就農相談",
            "Initiative 研修農場",
            "Measure 商いを支える",
            "Initiative 直売所の整備",
            "Goal 育てる",
            "Measure 保育を充実する",
            "Initiative 送迎の支援",
            "Initiative 一時預かり",
        ]
    );
    let left: Vec<_> = outline
        .lines
        .iter()
        .filter(|line| !line.chosen())
        .map(|line| line.lines[0])
        .collect();
    assert_eq!(left, [1, 2, 4, 11]);
}

#[test]
fn x8_a_workbook_read_beside_the_page_is_told_and_gives_the_same_texts() {
    let open = serde_json::to_string(&BookQuestion::Open).unwrap();
    let mut works = Works::default();
    let mut ask =
        |question: &str, files: &[Vec<u8>]| match works.answer(Books::NAME, question, files) {
            Some(Answer::Text(text)) => Some(text),
            _ => None,
        };
    let told = ask(&open, &[TOWN.to_vec()]).unwrap();
    let told: Result<BookTold, NotRead> = serde_json::from_str(&told).unwrap();
    let told = told.unwrap();
    let sheets: Vec<_> = read_printed(TOWN).unwrap();
    let filled: Vec<_> = sheets
        .iter()
        .filter(|sheet| !sheet.rows.is_empty())
        .collect();
    assert_eq!(told.sheets.len(), filled.len());
    assert!(!told.is_part);
    for (at, (told, sheet)) in told.sheets.iter().zip(&filled).enumerate() {
        assert_eq!(
            (&told.name, told.hidden, told.size),
            (&sheet.name, sheet.hidden, sheet.size(true))
        );
        let forms = [SheetForm::Table, SheetForm::Indicators, SheetForm::Plan];
        for (form, hidden) in forms
            .into_iter()
            .flat_map(|form| [(form, true), (form, false)])
        {
            let chosen = SheetsChosen {
                sheets: vec![at],
                form,
                hidden,
            };
            let text = ask(
                &serde_json::to_string(&BookQuestion::Text(chosen)).unwrap(),
                &[],
            );
            let own = match form {
                SheetForm::Table => sheet.table_text(hidden),
                SheetForm::Indicators => sheet.indicator_text(hidden),
                SheetForm::Plan => sheet.plan_text(hidden),
            };
            assert_eq!(text, own);
        }
    }
    let both = BookQuestion::Text(SheetsChosen {
        sheets: vec![0, 1],
        form: SheetForm::Plan,
        hidden: false,
    });
    let both = ask(&serde_json::to_string(&both).unwrap(), &[]).unwrap();
    assert!(
        both.starts_with("第2期　総合戦略")
            && both.contains("\n\n")
            && both.contains("観光入込客数")
    );
    let none = BookQuestion::Text(SheetsChosen {
        sheets: vec![99],
        form: SheetForm::Plan,
        hidden: false,
    });
    assert_eq!(ask(&serde_json::to_string(&none).unwrap(), &[]), None);
    for (file, why) in [(OLD, NotRead::Old), (b"PK\x03\x04", NotRead::Damaged)] {
        let told: Result<BookTold, NotRead> =
            serde_json::from_str(&ask(&open, &[file.to_vec()]).unwrap()).unwrap();
        assert_eq!(told, Err(why));
    }
    assert_eq!(ask(&open, &[]), None);
}

#[test]
fn x8_a_part_that_was_handed_out_is_told_as_one() {
    let part = crate::part_workbook::whole(&fixtures::sample("mihon"));
    let file = output::hands::part_workbook(&part).unwrap();
    let open = serde_json::to_string(&BookQuestion::Open).unwrap();
    let Some(Answer::Text(told)) = Works::default().answer(Books::NAME, &open, &[file]) else {
        panic!("no text");
    };
    let told: Result<BookTold, NotRead> = serde_json::from_str(&told).unwrap();
    assert!(told.unwrap().is_part);
}

#[test]
fn x9_hidden_sheets_are_offered_last() {
    let sheet = |text: &str| {
        format!(
            "<worksheet><sheetData><row><c t='inlineStr'><is><t>{text}</t></is></c></row></sheetData></worksheet>"
        )
    };
    let list = "<workbook><sheets><sheet name='作業用' state='hidden' id='a'/><sheet name='集計' state='veryHidden' id='b'/>\
        <sheet name='指標' id='c'/></sheets></workbook>";
    let relation =
        |id: &str| format!("<Relationship Id='{id}' Type='x/worksheet' Target='{id}.xml'/>");
    let relations: String = ["a", "b", "c"].map(relation).concat();
    let mut archive = Archive::default();
    for (path, xml) in [
        ("xl/workbook.xml", list),
        (
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships>{relations}</Relationships>"),
        ),
        ("xl/a.xml", &sheet("い")),
        ("xl/b.xml", &sheet("ろ")),
        ("xl/c.xml", &sheet("は")),
    ] {
        archive.add(path, xml.as_bytes()).unwrap();
    }
    let mut works = Works::default();
    let open = serde_json::to_string(&BookQuestion::Open).unwrap();
    let file = archive.finish().unwrap();
    let Some(Answer::Text(told)) = works.answer(Books::NAME, &open, &[file]) else {
        panic!("no text");
    };
    let told: Result<BookTold, NotRead> = serde_json::from_str(&told).unwrap();
    let told = told.unwrap();
    let names: Vec<_> = told
        .sheets
        .iter()
        .map(|one| (&*one.name, one.hidden))
        .collect();
    assert_eq!(names, [("指標", false), ("作業用", true), ("集計", true)]);
    // Their indices are those of the choices.
    let chosen = SheetsChosen {
        sheets: vec![0],
        form: SheetForm::Table,
        hidden: false,
    };
    let text = serde_json::to_string(&BookQuestion::Text(chosen)).unwrap();
    let Some(Answer::Text(text)) = works.answer(Books::NAME, &text, &[]) else {
        panic!("no text");
    };
    assert_eq!(text, "は");
}
