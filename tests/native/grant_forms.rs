//! One list of cells fills in an official form of two years: everything else in it stays unchanged.

use fixtures::archive::unpacked;
use fixtures::grant_form;
use format::icalendar::calendar_deadlines;
use format::workbook::{
    Address, CellFilling, CellRead, FilledCell, FormBook, NotFilled, SheetRead, read_workbook,
};
use insight::grants::{FormFacts, FormValue};
use strategy::*;
use words::grants as words;

/// Returns a project of three years with a KPI that should fall; with `gap`, the last target is missing.
pub fn plan(gap: bool) -> Strategy {
    let mut s = Strategy::default();
    s.about.insert(About {
        period: Period {
            first: FiscalYear(2025),
            last: FiscalYear(2029),
        },
        ..About::default()
    });
    s.indicators.insert(Indicator {
        id: Id::new(1),
        name: "空き家の数".to_owned(),
        unit: "戸".to_owned(),
        desired: Some(Desired::Decrease),
        ..Indicator::default()
    });
    let mut series = Series {
        id: Id::new(1),
        indicator: Id::new(1),
        baseline: Some(Baseline {
            figure: Figure::read("1,200戸"),
            at: Some(At("R6".to_owned())),
        }),
        ..Series::default()
    };
    for (year, text) in [(2025, "1,150"), (2026, "1,080"), (2027, "1,000")] {
        series.targets.insert(FiscalYear(year), Figure::read(text));
    }
    if gap {
        series.targets.remove(&FiscalYear(2027));
    }
    s.series.insert(series);
    s.grant_projects.insert(GrantProject {
        id: Id::new(1),
        title: "空き家を<活かす>事業".to_owned(),
        period: Period {
            first: FiscalYear(2025),
            last: FiscalYear(2027),
        },
        kpis: vec![Id::new(1)],
        deadlines: vec![GrantDeadline {
            title: "実績報告書".to_owned(),
            due: Some(Date("2026-04-30".to_owned())),
        }],
        ..GrantProject::default()
    });
    s
}

/// Cells of the made-up form, each with the name of its value.
const CELLS: [(&str, &str); 8] = [
    ("B3", "title"),
    ("B4", "period"),
    ("A7", "kpi.1.name"),
    ("B7", "kpi.1.start"),
    ("C7", "kpi.1.increment.1"),
    ("D7", "kpi.1.increment.2"),
    ("E7", "kpi.1.increment.3"),
    ("B8", "kpi.1.total"),
];

fn at(text: &str) -> Address {
    text.parse().expect(text)
}

/// Returns the form of a year, filled in with these cells.
pub fn filled(year: u32, s: &Strategy) -> Vec<u8> {
    let book = FormBook::read(grant_form(year)).expect("a form");
    let project = s.get(Id::<GrantProject>::new(1)).expect("there");
    let facts = FormFacts::of(s, project, None);
    let cell = |(cell, takes): &(&str, &str)| {
        let value: FormValue = takes.parse().expect("a value");
        FilledCell {
            sheet: book.sheets[0].name.clone(),
            at: at(cell),
            content: words::filling(&facts.taken(value)).unwrap_or(CellFilling::Nothing),
        }
    };
    let cells: Vec<_> = CELLS.iter().map(cell).collect();
    book.filled(&cells).expect("filled")
}

/// Returns the texts of a sheet's cells.
pub fn texts(sheet: &SheetRead) -> Vec<(String, String)> {
    let rows = sheet.rows.iter();
    rows.flat_map(|row| {
        row.cells.iter().map(|(column, cell)| {
            let at = Address {
                row: row.number,
                column: *column,
            };
            (at.to_string(), cell.text())
        })
    })
    .collect()
}

fn text(sheet: &SheetRead, cell: &str) -> Option<String> {
    let found = texts(sheet).into_iter().find(|(at, _)| at == cell);
    found.map(|(_, text)| text)
}

#[test]
fn x4_a_form_is_filled_twice_and_all_else_stays() {
    for year in [7, 8] {
        let (before, after) = (grant_form(year), filled(year, &plan(false)));
        let sheets = read_workbook(&after).expect("a workbook");
        let of = |cell: &str| text(&sheets[0], cell);
        assert_eq!(of("B3").as_deref(), Some("空き家を<活かす>事業"));
        assert_eq!(of("A7").as_deref(), Some("空き家の数"));
        let numbers = ["B7", "C7", "D7", "E7", "B8"].map(|cell| of(cell).unwrap());
        assert_eq!(numbers, ["1200", "-50", "-70", "-80", "-200"]);
        assert_eq!(of("F7").as_deref(), Some("=SUM(C7:E7)"), "computed anew");
        assert_eq!(of("A1"), Some(format!("実施計画（令和{year}年度）")));
        let (before, after) = (unpacked(&before), unpacked(&after));
        assert_eq!(
            before.keys().collect::<Vec<_>>(),
            after.keys().collect::<Vec<_>>()
        );
        for (path, part) in &before {
            let is_filled = ["xl/workbook.xml", "xl/worksheets/sheet1.xml"].contains(&&**path);
            assert_eq!(after[path] != *part, is_filled, "{path}");
        }
        let sheet = String::from_utf8(after["xl/worksheets/sheet1.xml"].clone()).unwrap();
        assert!(
            sheet.contains("<c r=\"C7\" s=\"2\"><v>-50</v></c>"),
            "{sheet}"
        );
        assert!(sheet.contains("<mergeCell ref=\"B3:F3\"/>"));
        let workbook = String::from_utf8(after["xl/workbook.xml"].clone()).unwrap();
        assert!(workbook.contains("fullCalcOnLoad=\"1\""));
    }
}

#[test]
fn x4_a_value_that_the_plan_does_not_say_leaves_its_cell_empty() {
    let sheets = read_workbook(&filled(7, &plan(true))).expect("a workbook");
    assert_eq!(text(&sheets[0], "D7").as_deref(), Some("-70"));
    assert_eq!(
        (text(&sheets[0], "E7"), text(&sheets[0], "B8")),
        (None, None)
    );
}

#[test]
fn x4_the_form_of_the_next_year_is_known_and_a_filled_one_too() {
    let form = |bytes: Vec<u8>| FormBook::read(bytes).expect("a form").form;
    assert_eq!(form(grant_form(7)), form(grant_form(8)));
    assert_eq!(form(grant_form(7)), form(filled(7, &plan(false))));
    let other = fixtures::sample("mihon");
    let other = output::export::workbook::workbook(&other, FiscalYear(2025));
    assert_ne!(form(grant_form(7)), form(other.write().unwrap()));
}

#[test]
fn x4_a_cell_with_a_formula_and_a_sheet_that_is_not_there_are_refused() {
    let book = FormBook::read(grant_form(7)).expect("a form");
    let cell = |sheet: &str, cell: &str| FilledCell {
        sheet: sheet.to_owned(),
        at: at(cell),
        content: CellFilling::Number("1".to_owned()),
    };
    let refused = book.filled(&[cell("様式7", "F7")]);
    assert_eq!(
        refused,
        Err(NotFilled::Formula("様式7".to_owned(), at("F7")))
    );
    let refused = book.filled(&[cell("様式9", "B3")]);
    assert_eq!(refused, Err(NotFilled::NoSheet("様式9".to_owned())));
    let sheet = &book.sheets[0];
    assert!(sheet.computes(at("F7")) && !sheet.computes(at("E7")));
    assert_eq!(sheet.holder(at("D3")), at("B3"));
    assert!(book.sheets[1].hidden);
    let mut torn = grant_form(7);
    torn.truncate(400);
    assert!(FormBook::read(torn).is_err());
    assert!(FormBook::read(b"plain".to_vec()).is_err());
}

#[test]
fn a_deadline_with_a_day_is_in_the_calendar_file() {
    let deadlines = calendar_deadlines(&plan(false));
    assert_eq!(deadlines.len(), 1);
    assert_eq!(deadlines[0].title, "実績報告書");
    assert_eq!(deadlines[0].day.0, "2026-04-30");
}

#[test]
fn the_results_of_a_year_are_the_printed_figures_of_every_kpi() {
    let mut s = plan(true);
    let mut mean = Indicator::clone(s.get(Id::<Indicator>::new(1)).expect("there"));
    mean.counting = Counting::Average;
    s.indicators.insert(mean);
    let mut series = Series::clone(s.get(Id::<Series>::new(1)).expect("there"));
    series
        .actuals
        .insert(FiscalYear(2026), Figure::read("集計中"));
    s.series.insert(series);
    let project = s.get(Id::<GrantProject>::new(1)).expect("there");
    let cells = |year: i32| {
        let table = output::paper::result_table(&s, project, FiscalYear(year));
        let row = table.map(|table| table.rows[0].cells.clone());
        row.map(|cells| cells.into_iter().map(|cell| cell.text).collect::<Vec<_>>())
    };
    let expected = ["空き家の数（戸）", "1,080", "集計中"].map(str::to_owned);
    assert_eq!(cells(2026), Some(expected.to_vec()));
    let missing = words::missing().to_owned();
    assert_eq!(
        cells(2027).map(|cells| cells[1..].to_vec()),
        Some(vec!["1,080（R8）".to_owned(), missing])
    );
    assert_eq!(cells(2024), None);
}

#[test]
fn the_papers_and_the_workbook_of_a_project_say_its_increments() {
    use output::export::workbook::{grant_rows, grant_workbook};
    use output::manuscript::of_paper;
    use output::paper::{ReportFacts, grant_sheet, recovery_plan};
    let s = plan(true);
    let project = s.get(Id::<GrantProject>::new(1)).expect("there");
    let rows = grant_rows(&s, project);
    assert_eq!(rows[1][..2], ["空き家の数", "戸"]);
    assert_eq!(rows[1][6..], ["-50", "-70", "－", "－"]);
    let book = read_workbook(&grant_workbook(&s, project).write().unwrap()).unwrap();
    let has = |cell: CellRead| {
        let mut rows = book[0].rows.iter();
        rows.any(|row| row.cells.iter().any(|(_, one)| *one == cell))
    };
    assert!(has(CellRead::Number((-70).into())) && !has(CellRead::Number(0.into())));
    let facts = ReportFacts::of(&s, FiscalYear(2025));
    let data = facts.data(&s);
    let id = Some(project.id);
    for (paper, heads) in [
        (
            grant_sheet(&data, id),
            vec![
                "△50",
                "△70",
                "| － |",
                "開始前、前の年度、その年度のどれかの値がない",
                "1,200（R6）",
            ],
        ),
        (
            recovery_plan(&data, id),
            vec![
                "△70",
                words::head_goals(),
                words::head_evaluation(),
                "令和7〜9年度",
            ],
        ),
    ] {
        let document = of_paper(paper, &s.about(), "素案");
        let text = document.markdown();
        for head in heads {
            assert!(text.contains(head), "{head}: {text}");
        }
        assert!(document.docx().is_ok());
    }
}
