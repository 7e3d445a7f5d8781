//! Every format of every sample, opened by programs that are not ours: tables and documents by LibreOffice, XML by a parser
//! that we do not write with.

use format::FileKind;
use format::csv;
use format::workbook::{CellRead, SheetRead, read_workbook};
use output::export::formats::{FORMATS, Format};
use strategy::{FiscalYear, Strategy};

use super::converted_with;
use fixtures::archive::unpacked;
use fixtures::{SAMPLES, sample};

const TODAY: FiscalYear = FiscalYear(2025);

/// One file of a sample in a format.
struct Exported {
    name: String,
    strategy: Strategy,
    bytes: Vec<u8>,
}

/// Writes every sample in all formats of a kind that hold something of it.
fn exported(kind: FileKind, ending: &str) -> Vec<Exported> {
    let formats = FORMATS.iter().enumerate();
    let formats: Vec<(usize, &Format)> = formats.filter(|(_, one)| one.kind == kind).collect();
    let mut all = Vec::new();
    for name in SAMPLES {
        let strategy = sample(name);
        for (at, format) in formats.iter().filter(|(_, one)| (one.holds)(&strategy)) {
            all.push(Exported {
                name: format!("{name}-{at}.{ending}"),
                bytes: format.write(&strategy, TODAY).unwrap(),
                strategy: strategy.clone(),
            });
        }
    }
    assert!(all.len() >= SAMPLES.len(), "{ending}");
    all
}

/// Commas, quotes, UTF-8: what the window of LibreOffice proposes for a file with a byte order mark.
const AS_CSV: &str = "--infilter=Text - txt - csv (StarCalc):44,34,76,1";

/// Opens all files in one start of LibreOffice.
fn opened(options: &[&str], all: &[Exported], to: &str) -> Vec<Vec<u8>> {
    let given: Vec<_> = all
        .iter()
        .map(|one| (one.name.as_str(), one.bytes.as_slice()))
        .collect();
    converted_with(options, &given, to)
}

/// The cells of a row as texts, up to the last filled one.
fn texts(sheet: &SheetRead, row: usize) -> Vec<String> {
    let row = sheet.rows.iter().find(|one| one.number == row).unwrap();
    let last = row.cells.iter().map(|(at, _)| *at).max().unwrap_or(0);
    let text = |at| match row.get(at) {
        Some(CellRead::Text(text)) => text.clone(),
        Some(CellRead::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    (0..=last).map(text).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn p53_a_spreadsheet_finds_the_heads_and_every_row_of_a_csv() {
    let all = exported(FileKind::Csv, "csv");
    for (one, saved) in all.iter().zip(opened(&[AS_CSV], &all, "xlsx")) {
        let ours = csv::read(std::str::from_utf8(&one.bytes).unwrap());
        let sheet = read_workbook(&saved).unwrap().remove(0);
        let heads = texts(&sheet, 1);
        assert!(heads.iter().all(|head| !head.is_empty()), "{}", one.name);
        assert_eq!(heads, ours[0], "{}", one.name);
        let last = sheet.rows.iter().map(|row| row.number).max();
        assert_eq!(last, Some(ours.len()), "{}", one.name);
        for at in [1, ours.len() / 2, ours.len() - 1] {
            let read = texts(&sheet, at + 1);
            for (column, written) in ours[at].iter().enumerate() {
                if let Ok(number) = written.parse::<f64>() {
                    let place = format!("{} row {} column {column}", one.name, at + 1);
                    assert_eq!(read[column].parse(), Ok(number), "{place}");
                }
            }
        }
    }
}

/// The last target of up to three series, as it is printed.
fn three_figures(strategy: &Strategy) -> Vec<String> {
    let last = strategy.series.sorted().into_iter().filter_map(|series| {
        let figure = series.targets.values().next_back()?;
        figure.value().map(|_| figure.text().to_owned())
    });
    last.take(3).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn p53_a_word_processor_finds_three_figures_in_a_document() {
    let all = exported(FileKind::Document, "docx");
    for (one, flat) in all.iter().zip(opened(&[], &all, "fodt")) {
        // The first document format is the whole plan; the others hold a part of its figures.
        if !one.name.ends_with("-1.docx") {
            continue;
        }
        let text = String::from_utf8(flat).unwrap();
        let tree = roxmltree::Document::parse(&text).unwrap();
        let told: String = tree
            .descendants()
            .filter_map(|node| node.text().filter(|_| node.is_text()))
            .filter(|text| !text.trim().is_empty())
            .collect();
        for figure in three_figures(&one.strategy) {
            assert!(told.contains(&figure), "{}: {figure}", one.name);
        }
    }
}

#[test]
fn p53_xml_of_every_format_is_well_formed() {
    for (kind, ending) in [(FileKind::Document, "docx"), (FileKind::Workbook, "xlsx")] {
        for one in exported(kind, ending) {
            for (path, bytes) in unpacked(&one.bytes) {
                let text = String::from_utf8(bytes).unwrap();
                let parsed = roxmltree::Document::parse(&text);
                assert!(parsed.is_ok(), "{} {path}: {parsed:?}", one.name);
            }
        }
    }
    for one in exported(FileKind::StratMl, "xml") {
        let text = String::from_utf8(one.bytes).unwrap();
        assert!(roxmltree::Document::parse(&text).is_ok(), "{}", one.name);
    }
}
