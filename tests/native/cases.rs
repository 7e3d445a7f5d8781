//! Tables that went wrong elsewhere, read as a person who drops the file sees them. `tests/data/cases/` holds them.

use format::json;
use format::workbook::{CellRead, NotRead, SheetRead, is_web_page, read_printed};
use recognise::{PastedIndicator, PastedTable, read_table};
use strategy::{Figure, Strategy};
use words::chosen_file::book_not_read;

/// A plan for R7 to R11 with nothing in it.
fn plan() -> Strategy {
    json::read(include_bytes!("../data/cases/90-plan-r7-r11.json")).unwrap()
}

fn sheet(book: &[u8]) -> SheetRead {
    read_printed(book).unwrap().remove(0)
}

fn of_book(book: &[u8]) -> PastedTable {
    read_table(&sheet(book).table_text(false).unwrap(), &plan())
}

fn named<'a>(table: &'a PastedTable, name: &str) -> &'a PastedIndicator {
    let is = |one: &&PastedIndicator| one.indicator.name == name;
    let found = table.indicators.iter().find(is);
    found.unwrap_or_else(|| panic!("{name} of {:#?}", table.indicators))
}

/// The target of the last year, the actuals with their years, the baseline: as printed.
fn figures(one: &PastedIndicator) -> (String, Vec<(i32, String)>, String) {
    let series = &one.series[0];
    let text = |figure: &Figure| figure.text().to_owned();
    let actuals = series.actuals.iter();
    let actuals = actuals.map(|(year, figure)| (i32::from(year.0), text(figure)));
    let baseline = series.baseline.as_ref();
    (
        series.targets.values().last().map(text).unwrap_or_default(),
        actuals.collect(),
        baseline.map(|one| text(&one.figure)).unwrap_or_default(),
    )
}

#[test]
fn x8_zero_that_is_shown_as_a_dash_is_zero() {
    let table = of_book(include_bytes!("../data/cases/59-zero-as-dash.xlsx"));
    let one = named(&table, "待機児童数");
    let (target, actuals, baseline) = figures(one);
    assert_eq!((target.as_str(), baseline.as_str()), ("0", "12"));
    assert_eq!(actuals, [(2024, "0".to_owned())]);
    assert!(one.chosen());
    assert_eq!(figures(named(&table, "起業件数")).2, "0");
    assert_eq!(figures(named(&table, "事故死者数")).0, "0");
}

#[test]
fn x10_what_is_struck_out_is_left_out_and_counted() {
    let book = include_bytes!("../data/cases/36-struck-out.xlsx");
    let read = sheet(book);
    assert!(read.struck > 1, "{read:?}");
    assert!(
        read.comments
            .iter()
            .any(|(_, text)| text.contains("45に変更予定")),
        "{:?}",
        read.comments
    );
    let table = of_book(book);
    assert_eq!(figures(named(&table, "相談件数")).0, "120");
    // Its whole row is struck out.
    assert!(
        table
            .indicators
            .iter()
            .all(|one| one.indicator.name != "利用者数")
    );
    assert_eq!(figures(named(&table, "参加者数")).0, "40");
    let near = sheet(include_bytes!("../data/cases/36b-struck-near.xlsx"));
    let text = near.table_text(false).unwrap();
    assert!(
        !text.contains("4045") && !text.contains("観光客関係人口"),
        "{text}"
    );
    assert!(
        text.contains("関係人口の数") && text.contains("45"),
        "{text}"
    );
}

#[test]
fn x10_a_formula_without_its_result_is_no_blank() {
    let book = include_bytes!("../data/cases/25-formula-no-value.xlsx");
    let read = sheet(book);
    assert_eq!(read.without_result(), 4);
    assert_eq!(
        read.rows[1].get(5),
        Some(&CellRead::Formula("D2+E2".to_owned()))
    );
    let table = of_book(book);
    assert!(table.indicators.len() == 2);
    for one in &table.indicators {
        assert!(!one.chosen() && one.unread() > 0, "{one:#?}");
    }
}

#[test]
fn x6_a_table_of_another_form_says_what_to_do_in_its_own_program() {
    let open = include_bytes!("../data/cases/30-open.ods");
    assert_eq!(read_printed(open), Err(NotRead::OpenDocument));
    assert!(book_not_read("表.ods", NotRead::OpenDocument).contains("LibreOffice"));
    let mut binary = format::Archive::default();
    let relation = "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>";
    binary.add("_rels/.rels", relation.as_bytes()).unwrap();
    binary.add("xl/workbook.bin", &[0x83, 1, 0]).unwrap();
    assert_eq!(
        read_printed(&binary.finish().unwrap()),
        Err(NotRead::Binary)
    );
    assert!(is_web_page(
        "\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>"
    ));
    assert!(is_web_page(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
    ));
    assert!(!is_web_page("<基本目標1> 産業") && !is_web_page("指標,目標\n<a>,3"));
    assert!(book_not_read("表.xls", NotRead::WebPage).contains(".xlsx"));
}
