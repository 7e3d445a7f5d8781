//! The workbook of a plan, opened, computed and saved again.

use format::Archive;
use format::workbook::{Cell, CellRead, SheetRead, Workbook, read_workbook};
use output::export::workbook::workbook;
use strategy::FiscalYear;

use super::converted;
use fixtures::archive::unpacked;
use fixtures::{SAMPLES, sample};

/// Returns the cells of all sheets, with their places.
fn told(sheets: &[SheetRead]) -> Vec<(String, usize, usize, CellRead)> {
    let mut told = Vec::new();
    for sheet in sheets {
        for row in &sheet.rows {
            let cells = row.cells.iter();
            told.extend(
                cells.map(|(at, cell)| (sheet.name.clone(), row.number, *at, cell.clone())),
            );
        }
    }
    told
}

#[test]
#[ignore = "needs LibreOffice"]
fn x3_every_workbook_opens_and_is_saved_with_all_that_was_in_it() {
    let made: Vec<(String, Vec<u8>)> = SAMPLES
        .iter()
        .map(|name| {
            let file = workbook(&sample(name), FiscalYear(2025)).write().unwrap();
            (format!("{name}.xlsx"), file)
        })
        .collect();
    let given: Vec<_> = made
        .iter()
        .map(|(name, file)| (name.as_str(), file.as_slice()))
        .collect();
    for ((name, ours), saved) in made.iter().zip(converted(&given, "xlsx")) {
        let (ours, saved) = (
            told(&read_workbook(ours).unwrap()),
            told(&read_workbook(&saved).unwrap()),
        );
        for (one, other) in ours.iter().zip(&saved) {
            assert_eq!(one, other, "{name}");
        }
        assert_eq!(ours.len(), saved.len(), "{name}");
    }
}

/// Returns a column as a letter; sums are in the first few.
fn letter(column: usize) -> char {
    char::from(b'A' + u8::try_from(column).unwrap())
}

/// Returns the sums of the workbook: their positions, and their results.
fn sums(made: &Workbook) -> Vec<(usize, usize, usize, CellRead)> {
    let mut sums = Vec::new();
    for (at, sheet) in made.sheets.iter().enumerate() {
        for (row, line) in sheet.rows.iter().enumerate() {
            for (column, cell) in line.cells.iter().enumerate() {
                if let Cell::Sum(shown, _) = cell {
                    sums.push((at, row + 1, column, CellRead::Number(shown.value)));
                }
            }
        }
    }
    sums
}

/// Returns the workbook without the results of its sums, for the program to compute.
fn to_be_computed(made: &Workbook, sums: &[(usize, usize, usize, CellRead)]) -> Vec<u8> {
    let mut archive = Archive::default();
    for (path, bytes) in unpacked(&made.write().unwrap()) {
        let mut xml = String::from_utf8(bytes).unwrap();
        for (sheet, row, column, _) in sums {
            if path != format!("xl/worksheets/sheet{}.xml", sheet + 1) {
                continue;
            }
            let cell = xml
                .find(&format!("<c r=\"{}{row}\"", letter(*column)))
                .unwrap();
            let from = cell + xml[cell..].find("<v>").unwrap();
            let to = from + xml[from..].find("</v>").unwrap() + "</v>".len();
            xml.replace_range(from..to, "");
        }
        archive.add(&path, xml.as_bytes()).unwrap();
    }
    archive.finish().unwrap()
}

#[test]
#[ignore = "needs LibreOffice"]
fn p21_what_libreoffice_adds_up_is_what_stands_there() {
    for (name, at_least) in [("hokuto-2024", 38), ("mihon", 4)] {
        let made = workbook(&sample(name), FiscalYear(2025));
        let sums = sums(&made);
        assert!(sums.len() >= at_least, "{name}: {}", sums.len());
        let file = to_be_computed(&made, &sums);
        let without = read_workbook(&file).unwrap();
        let computed = converted(&[("computed.xlsx", &file)], "xlsx").remove(0);
        let computed = read_workbook(&computed).unwrap();
        let at = |sheets: &[SheetRead], sheet: usize, row: usize, column: usize| {
            let row = sheets[sheet].rows.iter().find(|one| one.number == row);
            row.and_then(|row| row.get(column)).cloned()
        };
        for (sheet, row, column, ours) in sums {
            let formula = at(&without, sheet, row, column);
            let Some(CellRead::Formula(added)) = formula else {
                panic!("{name}, sheet {sheet}, row {row}: {formula:?}");
            };
            assert_eq!(
                at(&computed, sheet, row, column),
                Some(ours),
                "{name}, sheet {sheet}, row {row}: {added}"
            );
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn x3_a_workbook_becomes_pages() {
    let file = workbook(&sample("hokuto-2024"), FiscalYear(2025));
    let pages = converted(&[("pages.xlsx", &file.write().unwrap())], "pdf").remove(0);
    assert!(pages.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&pages);
    let count = text.matches("/Type/Page/").count();
    assert!(count >= file.sheets.len(), "{count} pages");
}

#[test]
#[ignore = "needs LibreOffice"]
fn x14_the_charts_are_drawn_through_the_figures_and_follow_them() {
    let made = workbook(&sample("mihon"), FiscalYear(2025));
    let charts = made.sheets.iter().find(|sheet| !sheet.charts.is_empty());
    let charts = charts.unwrap();
    let file = made.write().unwrap();
    let saved = converted(&[("charts.xlsx", &file)], "fods").remove(0);
    let saved = String::from_utf8(saved).unwrap();
    let objects: Vec<&str> = saved.split("<chart:chart ").skip(1).collect();
    assert_eq!(objects.len(), charts.charts.len());
    for one in &charts.charts {
        let title = format!(">{}</text:p>", one.chart.title);
        let of = |xml: &&&str| xml.contains(&title);
        let drawn = objects.iter().find(of);
        let drawn = drawn.unwrap_or_else(|| panic!("{}", one.chart.title));
        assert!(drawn.contains("chart:class=\"chart:line\""), "a line");
        assert!(drawn.contains("values-cell-range-address"), "of cells");
        for value in one
            .chart
            .lines
            .iter()
            .flat_map(|line| &line.values)
            .flatten()
        {
            let figure = format!("office:value=\"{}\"", value.normalize());
            assert!(drawn.contains(&figure), "{}: {figure}", one.chart.title);
        }
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn x15_the_notes_are_comments_on_their_cells() {
    let plan = sample("mihon");
    let file = workbook(&plan, FiscalYear(2025)).write().unwrap();
    let ours = read_workbook(&file).unwrap();
    let saved = converted(&[("comments.xlsx", &file)], "xlsx").remove(0);
    let saved = read_workbook(&saved).unwrap();
    let all = |sheets: &[SheetRead]| -> Vec<(String, String)> {
        let comments = sheets.iter().flat_map(|sheet| sheet.comments.clone());
        comments.collect()
    };
    let (mut ours, mut saved) = (all(&ours), all(&saved));
    ours.sort();
    saved.sort();
    assert_eq!(ours, saved);
    let notes: usize = plan.series.iter().map(|one| one.notes.len()).sum();
    assert!(notes > 10 && ours.len() == notes, "{notes} notes");
}
