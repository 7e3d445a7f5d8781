//! Every format of every sample, opened by foreign programs: tables and documents by LibreOffice, XML by a parser
//! that we do not write with.

use std::collections::BTreeSet;

use format::FileKind;
use format::csv;
use format::workbook::{Cell, CellRead, RowKind, SheetRead, read_workbook};
use insight::logic::LogicModel;
use output::export::formats::{FORMATS, Format};
use output::export::review::review;
use output::export::workbook::workbook;
use output::site::{PublishedFile, Site};
use strategy::{About, Date, FiscalYear, OtherLanguage, Publishing, Strategy};
use words::{Language, Say, Voice};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::converted_with;
use fixtures::archive::unpacked_texts;
use fixtures::{SAMPLES, sample};

const TODAY: FiscalYear = FiscalYear(2025);

/// One file of a sample in a format.
struct Exported {
    name: String,
    strategy: Strategy,
    bytes: Vec<u8>,
}

/// Returns the samples in Japanese, and one with something of every kind in the other languages.
fn spoken() -> impl Iterator<Item = (Language, &'static str)> {
    let others = [Language::English, Language::Easy].map(|language| (language, "mihon"));
    SAMPLES
        .map(|name| (Language::Japanese, name))
        .into_iter()
        .chain(others)
}

/// Writes every sample in all formats of a kind that have content for it, with the texts that the editor fetches.
fn exported(kind: FileKind) -> Vec<Exported> {
    let voices = Language::ALL.map(Voice::of_editor_file);
    let formats = FORMATS.iter().enumerate();
    let formats: Vec<(usize, &Format)> = formats.filter(|(_, one)| one.kind == kind).collect();
    let mut all = Vec::new();
    for (language, name) in spoken() {
        let strategy = sample(name);
        let voice = voices
            .iter()
            .find(|voice| voice.language() == language)
            .unwrap();
        for (at, format) in formats.iter().filter(|(_, one)| (one.holds)(&strategy)) {
            all.push(Exported {
                name: format!("{name}-{}-{at}.{}", language.tag(), kind.extension()),
                bytes: voice.says(|| format.write(&strategy, TODAY)).unwrap(),
                strategy: strategy.clone(),
            });
        }
    }
    assert!(all.len() >= SAMPLES.len(), "{kind:?}");
    all
}

/// Returns the tables of a publication in all languages, and those of 行政事業レビュー.
fn published(kind: FileKind) -> Vec<Exported> {
    let mut strategy = sample("mihon");
    let mut about = About::clone(&strategy.about());
    about.publishing = Some(Publishing {
        languages: OtherLanguage::ALL.to_vec(),
        ..Publishing::default()
    });
    strategy.about.insert(about);
    let voices = Language::ALL.map(Voice::of_site_file);
    let day = Date("2026-11-23".to_owned());
    let site = Site::new(&strategy, None, &day, &voices).unwrap();
    let ending = format!(".{}", kind.extension());
    let files = site.files().filter(|file| file.path.ends_with(&ending));
    let exported = |file: PublishedFile| Exported {
        name: format!("site-{}", file.path.replace('/', "-")),
        strategy: strategy.clone(),
        bytes: file.bytes,
    };
    let mut all: Vec<Exported> = files.map(exported).collect();
    if kind == FileKind::Csv {
        let goal = strategy.goals.sorted()[0].id;
        let made = review(&strategy, &LogicModel::of(&strategy, goal).unwrap());
        for (name, text) in [("links", made.links_csv()), ("goals", made.goals_csv())] {
            all.push(Exported {
                name: format!("review-{name}.csv"),
                strategy: strategy.clone(),
                bytes: text.into(),
            });
        }
    }
    all
}

/// Commas, quotes, UTF-8: the options that LibreOffice proposes for a file with a byte order mark.
const AS_CSV: &str = "--infilter=Text - txt - csv (StarCalc):44,34,76,1";

/// Opens all files in one start of LibreOffice.
fn opened(options: &[&str], all: &[Exported], to: &str) -> Vec<Vec<u8>> {
    let given: Vec<_> = all
        .iter()
        .map(|one| (one.name.as_str(), one.bytes.as_slice()))
        .collect();
    converted_with(options, &given, to)
}

/// Returns the cells of a row as texts, up to the last filled one.
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
    let mut all = exported(FileKind::Csv);
    all.extend(published(FileKind::Csv));
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

/// Returns the last target of up to three series, as it is printed.
fn three_figures(strategy: &Strategy) -> Vec<String> {
    let last = strategy.series.sorted().into_iter().filter_map(|series| {
        let figure = series.targets.values().next_back()?;
        figure.value().map(|_| figure.text().to_owned())
    });
    last.take(3).collect()
}

/// Returns the figures of a plan with at least two adjacent digits.
fn figures(strategy: &Strategy) -> BTreeSet<String> {
    let all = strategy
        .series
        .iter()
        .flat_map(|one| one.figures().map(|one| one.text().to_owned()));
    let money = strategy
        .lines
        .iter()
        .filter_map(|line| line.settled.as_ref().map(Say::say));
    let is_long = |text: &String| {
        text.as_bytes()
            .windows(2)
            .any(|two| two.iter().all(u8::is_ascii_digit))
    };
    all.chain(money).filter(is_long).collect()
}

/// Returns the last target of each series as a number, if it has at least two digits.
fn values(strategy: &Strategy) -> BTreeSet<String> {
    let last = strategy.series.iter().filter_map(|series| {
        let figure = series.targets.values().next_back()?;
        figure.value().map(|value| value.normalize().to_string())
    });
    last.filter(|text| text.len() > 1).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn p53_a_word_processor_finds_the_headings_and_figures_of_every_document() {
    let mut all = exported(FileKind::Document);
    // `documents` tests the headings of all samples.
    all.retain(|one| !one.strategy.series.is_empty());
    for (one, flat) in all.iter().zip(opened(&[], &all, "fodt")) {
        let text = String::from_utf8(flat).unwrap();
        let tree = roxmltree::Document::parse(&text).unwrap();
        let text_of = |node: roxmltree::Node<'_, '_>| -> String {
            let texts = node
                .descendants()
                .filter_map(|one| one.text().filter(|_| one.is_text()));
            texts.filter(|text| !text.trim().is_empty()).collect()
        };
        let heads = tree
            .descendants()
            .filter(|node| node.tag_name().name() == "h");
        let heads: Vec<String> = heads.map(text_of).collect();
        assert!(
            !heads.is_empty() && heads.iter().all(|head| !head.is_empty()),
            "{}",
            one.name
        );
        // English texts write the △ of a Japanese office as −.
        let told = text_of(tree.root()).replace('−', "△");
        // The first document format is the whole plan; the others hold a part of its figures.
        if one.name.ends_with("-1.docx") {
            for figure in three_figures(&one.strategy) {
                assert!(told.contains(&figure), "{}: {figure}", one.name);
            }
        }
        let figures = figures(&one.strategy);
        let found = figures
            .iter()
            .filter(|figure| told.contains(*figure))
            .count();
        assert!(
            found >= figures.len().min(3),
            "{}: {found} of {}",
            one.name,
            figures.len()
        );
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn p53_a_spreadsheet_finds_the_heads_and_figures_of_every_workbook() {
    let mut all = exported(FileKind::Workbook);
    all.extend(published(FileKind::Workbook));
    for (one, flat) in all.iter().zip(opened(&[], &all, "fods")) {
        let text = String::from_utf8(flat).unwrap();
        let tree = roxmltree::Document::parse(&text).unwrap();
        let tables = tree
            .descendants()
            .filter(|node| node.tag_name().name() == "table");
        for table in tables {
            let attribute = |name: &str| {
                let found = table.attributes().find(|one| one.name() == name);
                found.map(|one| one.value().to_owned()).unwrap_or_default()
            };
            assert!(!attribute("name").is_empty(), "{}", one.name);
        }
        let cells = tree
            .descendants()
            .filter(|node| node.tag_name().name() == "table-cell");
        let cells: Vec<String> = cells
            .filter_map(|cell| {
                let value = cell.attributes().find(|one| one.name() == "value");
                value.map(|value| value.value().to_owned())
            })
            .collect();
        let figures = one
            .strategy
            .series
            .sorted()
            .into_iter()
            .filter_map(|series| {
                let figure = series.targets.values().next_back()?;
                figure.value().map(|value| value.normalize().to_string())
            });
        let figures: BTreeSet<String> = figures.filter(|text| text.len() > 1).collect();
        let found = figures
            .iter()
            .filter(|figure| cells.contains(figure))
            .count();
        assert!(
            found >= figures.len().min(3),
            "{}: {found} of {figures:?}",
            one.name
        );
    }
}

#[test]
fn p53_no_sheet_of_a_workbook_has_an_empty_head_in_any_language() {
    for language in Language::ALL {
        let voice = Voice::of_editor_file(language);
        for name in SAMPLES {
            let made = voice.says(|| workbook(&sample(name), TODAY));
            for sheet in &made.sheets {
                let heads = sheet.rows.iter().filter(|row| row.kind == RowKind::Head);
                let heads: Vec<&Cell> = heads.flat_map(|row| &row.cells).collect();
                let is_filled =
                    |cell: &&Cell| matches!(cell, Cell::Text(text) if !text.trim().is_empty());
                assert!(!heads.is_empty(), "{name} {language:?} {}", sheet.name);
                assert!(
                    heads.iter().all(is_filled),
                    "{name} {language:?} {}: {heads:?}",
                    sheet.name
                );
            }
        }
    }
}

/// Returns the headings of a Markdown text, and all its text, as another parser reads them, without markup.
fn headings_and_text(text: &str) -> (Vec<String>, String) {
    let (mut headings, mut all, mut begin) = (Vec::new(), String::new(), 0);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => begin = all.len(),
            Event::End(TagEnd::Heading(_)) => headings.push(all[begin..].to_owned()),
            Event::End(_) | Event::SoftBreak | Event::HardBreak => all.push('\n'),
            Event::Text(text) => all.push_str(&text),
            Event::InlineHtml(html) => assert_eq!(&*html, "<br>"),
            Event::Html(html) => panic!("{html}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                panic!("{dest_url}")
            }
            _ => {}
        }
    }
    (headings, all)
}

#[test]
fn p53_another_parser_finds_the_headings_and_figures_of_every_text() {
    for one in exported(FileKind::Markdown) {
        let text = String::from_utf8(one.bytes).unwrap();
        let (headings, all) = headings_and_text(&text);
        let filled = headings.iter().all(|heading| !heading.trim().is_empty());
        assert!(headings.len() > 2 && filled, "{}: {headings:?}", one.name);
        for goal in one.strategy.goals.sorted() {
            let told = headings
                .iter()
                .any(|heading| heading.contains(&*goal.title));
            assert!(
                told || one.name.contains("-en-"),
                "{}: {}",
                one.name,
                goal.title
            );
        }
        for figure in three_figures(&one.strategy) {
            let in_english = figure.replace('△', "−");
            let told =
                all.contains(&figure) || one.name.contains("-en-") && all.contains(&in_english);
            assert!(told, "{}: {figure}", one.name);
        }
    }
}

#[test]
fn p53_xml_of_every_format_is_well_formed() {
    for kind in [FileKind::Document, FileKind::Workbook] {
        for one in exported(kind) {
            for (path, text) in unpacked_texts(&one.bytes) {
                let parsed = roxmltree::Document::parse(&text);
                assert!(parsed.is_ok(), "{} {path}: {parsed:?}", one.name);
            }
        }
    }
    let mut all = exported(FileKind::StratMl);
    all.extend(published(FileKind::StratMl));
    for one in all {
        let text = String::from_utf8(one.bytes).unwrap();
        let parsed = roxmltree::Document::parse(&text);
        let tree = parsed.unwrap_or_else(|why| panic!("{}: {why}", one.name));
        let name = tree
            .descendants()
            .find(|node| node.tag_name().name() == "Name");
        let named = name.and_then(|node| node.text());
        let is_plan = !one.name.starts_with("site-");
        assert!(
            !is_plan || named.is_some_and(|name| !name.is_empty()),
            "{}",
            one.name
        );
        let numbers: BTreeSet<&str> = tree
            .descendants()
            .filter(|node| node.tag_name().name() == "NumberOfUnits")
            .filter_map(|node| node.text())
            .collect();
        let figures = values(&one.strategy);
        let found = figures
            .iter()
            .filter(|one| numbers.contains(&***one))
            .count();
        // The second part is the report.
        let is_report = one.name.ends_with("-11.xml");
        assert!(
            !is_report || found >= figures.len().min(3),
            "{}: {found}",
            one.name
        );
    }
}
