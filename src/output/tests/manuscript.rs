//! The plan as a document: nothing of it is missing, in the order of the plan, and word processors can open it.

use format::document::{Block, RowKind};
use insight::money::Scope;
use output::manuscript::whole;
use output::paper::{ReportData, book};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::documents::{TODAY, documents};
use fixtures::arbitrary::{self, seeds};
use fixtures::archive::unpacked_texts;
use fixtures::{SAMPLES, sample};
use strategy::Side;

/// For who wants to open them in a word processor.
#[test]
fn documents_are_written_into_target() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    std::fs::create_dir_all(&folder).unwrap();
    for name in SAMPLES {
        for (of, document) in documents(&sample(name)) {
            let file = document.docx().unwrap();
            assert!(file.starts_with(b"PK"));
            std::fs::write(folder.join(format!("{name}-{of}.docx")), file).unwrap();
            std::fs::write(folder.join(format!("{name}-{of}.md")), document.markdown()).unwrap();
        }
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The text of an element, lines and tabs as they are.
fn text_of(node: roxmltree::Node) -> String {
    let told = node
        .descendants()
        .filter_map(|one| match one.tag_name().name() {
            "t" => one.text().map(str::to_owned),
            "tab"
                if one
                    .parent()
                    .is_some_and(|above| above.tag_name().name() == "r") =>
            {
                Some("\t".to_owned())
            }
            _ => None,
        });
    told.collect()
}

/// A document as a word processor would read it: its headings with their depth, and all other texts.
#[derive(Default)]
struct Read {
    headings: Vec<(usize, String)>,
    paragraphs: Vec<String>,
    cells: Vec<String>,
}

fn read(xml: &str) -> Read {
    let tree = roxmltree::Document::parse(xml).unwrap();
    let is = |node: &roxmltree::Node, name: &str| node.has_tag_name((MAIN, name));
    let mut read = Read::default();
    for node in tree.descendants().filter(|node| is(node, "p")) {
        let style = node.descendants().find(|one| is(one, "pStyle"));
        let style = style
            .and_then(|one| one.attribute((MAIN, "val")))
            .unwrap_or_default();
        match style.strip_prefix("Heading") {
            Some(depth) => read.headings.push((depth.parse().unwrap(), text_of(node))),
            None => read.paragraphs.push(text_of(node)),
        }
    }
    for row in tree.descendants().filter(|node| is(node, "tr")) {
        for cell in row.children().filter(|node| is(node, "tc")) {
            let last = cell.children().rfind(roxmltree::Node::is_element).unwrap();
            assert!(is(&last, "p"), "every cell ends with a paragraph");
            let lines: Vec<_> = cell
                .children()
                .filter(|one| is(one, "p"))
                .map(text_of)
                .collect();
            read.cells.push(lines.join("\n"));
        }
    }
    read
}

#[test]
fn d4_every_part_is_well_formed_declared_and_related() {
    for name in SAMPLES {
        for (of, document) in documents(&sample(name)) {
            let parts = unpacked_texts(&document.docx().unwrap());
            assert_eq!(parts.len(), 10);
            let kinds = &parts["[Content_Types].xml"];
            for (path, xml) in &parts {
                roxmltree::Document::parse(xml)
                    .unwrap_or_else(|why| panic!("{name} {of} {path}: {why}"));
                let is_part = path.ends_with(".xml") && !path.starts_with('[');
                assert!(
                    !is_part || kinds.contains(&format!("\"/{path}\"")),
                    "{path}"
                );
            }
            let related = &parts["word/_rels/document.xml.rels"];
            let body = &parts["word/document.xml"];
            for id in ["rId4", "rId5"] {
                assert!(related.contains(id) && body.contains(id));
            }
            let tree = roxmltree::Document::parse(body).unwrap();
            for table in tree
                .descendants()
                .filter(|node| node.has_tag_name((MAIN, "tbl")))
            {
                let of = |node: &roxmltree::Node, name: &str| {
                    node.children()
                        .filter(|one| one.has_tag_name((MAIN, name)))
                        .count()
                };
                let grid = table
                    .children()
                    .find(|one| one.has_tag_name((MAIN, "tblGrid")))
                    .unwrap();
                let columns = of(&grid, "gridCol");
                for row in table
                    .children()
                    .filter(|one| one.has_tag_name((MAIN, "tr")))
                {
                    let cells = row.children().filter(|one| one.has_tag_name((MAIN, "tc")));
                    let spans = cells.map(|cell| {
                        let span = cell
                            .descendants()
                            .find(|one| one.has_tag_name((MAIN, "gridSpan")));
                        let span = span.and_then(|one| one.attribute((MAIN, "val")));
                        span.map_or(1, |span| span.parse::<usize>().unwrap())
                    });
                    assert_eq!(spans.sum::<usize>(), columns, "{name}");
                }
                assert!(
                    table
                        .next_sibling_element()
                        .unwrap()
                        .has_tag_name((MAIN, "p"))
                );
            }
        }
    }
}

#[test]
fn d2_headings_stand_in_the_order_of_the_plan_and_none_is_missing() {
    for name in SAMPLES {
        let s = sample(name);
        let data = ReportData::of(&s, TODAY);
        let parts = unpacked_texts(&whole(&data).docx().unwrap());
        let read = read(&parts["word/document.xml"]);
        let mut wanted = Vec::new();
        wanted.extend(s.sections.sorted().into_iter().map(|one| one.title.clone()));
        for goal in s.goals.sorted() {
            wanted.push(goal.title.clone());
            let all = s.measures_of(goal.id);
            let under = |of: Option<_>| all.iter().filter(move |one| one.division == of);
            wanted.extend(under(None).map(|one| one.title.clone()));
            for division in s.divisions.under(goal.id) {
                wanted.push(division.title.clone());
                wanted.extend(under(Some(division.id)).map(|one| one.title.clone()));
            }
        }
        let mut there = read.headings.iter();
        for title in &wanted {
            let title = title.trim();
            assert!(
                there.any(|(_, told)| told.contains(title)),
                "{name}: {title}"
            );
        }
        // No depth is left out on the way down.
        let mut above = 0;
        for (depth, told) in &read.headings {
            assert!(*depth <= above + 1, "{name}: {told}");
            above = *depth;
        }
    }
}

#[test]
fn d12_every_figure_text_and_initiative_of_every_sample_is_there() {
    for name in SAMPLES {
        let s = sample(name);
        let data = ReportData::of(&s, TODAY);
        let parts = unpacked_texts(&whole(&data).docx().unwrap());
        let read = read(&parts["word/document.xml"]);
        let said = read.paragraphs.join("\n");
        let cells = read.cells.join("\n");
        for text in s
            .sections
            .iter()
            .flat_map(|one| one.text.lines())
            .chain(s.measures.iter().flat_map(|one| one.direction.lines()))
            .chain(s.initiatives.iter().flat_map(|one| one.text.lines()))
            .chain(s.initiatives.iter().map(|one| one.title.as_str()))
            .chain(s.grounds.iter().map(|one| one.title.as_str()))
        {
            assert!(said.contains(text.trim()), "{name}: {text}");
        }
        for one in s.series.iter() {
            let last = one.targets.values().next_back().into_iter();
            let baseline = one.baseline.iter().map(|baseline| &baseline.figure);
            for figure in baseline.chain(last) {
                let text = ::words::number::shown(figure.text());
                assert!(cells.contains(&text), "{name}: {text}");
            }
        }
    }
}

/// 計画書 holds the amounts of every goal, as Word, as Markdown and on paper.
#[test]
fn d13_the_plan_holds_the_amounts_of_its_goals() {
    let mut compared = 0;
    for name in SAMPLES {
        let s = sample(name);
        let data = ReportData::of(&s, TODAY);
        let markdown = whole(&data).markdown();
        for goal in s.goals.iter() {
            let total = data.ledger(Side::Planned).total(Scope::Goal(goal.id));
            if total.lines == 0 {
                continue;
            }
            let amount = words::plan::amount(total.amount());
            let rows = markdown.lines().filter(|line| line.contains(&goal.title));
            assert!(
                rows.clone().any(|row| row.contains(&amount)),
                "{name}: {amount}"
            );
            compared += 1;
        }
        let is_amounts = |block: &Block| *block == Block::title(words::paper::money());
        let has_amounts = book(&data).parts[0].iter().any(is_amounts);
        assert_eq!(has_amounts, !s.sheets.is_empty(), "{name}");
    }
    assert!(compared > 5, "{compared} goals");
}

#[test]
fn d12_the_sums_of_the_sheets_are_those_that_are_printed() {
    let s = sample("hokuto-2024");
    let (_, document) = documents(&s).remove(2);
    let totals = document.blocks.iter().filter_map(|part| match part {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    let totals = totals.flatten().filter(|row| row.kind == RowKind::Total);
    let told: Vec<_> = totals
        .flat_map(|row| &row.cells)
        .map(|cell| cell.text.replace(',', ""))
        .collect();
    let edition = s.sheets.iter().map(|sheet| sheet.year).max().unwrap();
    let mut compared = 0;
    for sheet in s.sheets.iter().filter(|sheet| sheet.year == edition) {
        for printed in [sheet.printed_budget, sheet.printed_settled]
            .into_iter()
            .flatten()
        {
            assert!(told.contains(&printed.to_string()), "{printed}");
            compared += 1;
        }
    }
    assert_eq!(compared, 34);
}

#[test]
fn d3_what_changed_is_underlined_on_a_sheet_that_lies_on_its_side() {
    let s = sample("mihon");
    let (_, document) = documents(&s).remove(3);
    let parts = unpacked_texts(&document.docx().unwrap());
    let body = &parts["word/document.xml"];
    assert!(body.contains("w:orient=\"landscape\""));
    assert!(body.contains("<w:tblHeader/>"));
    let lined: Vec<_> = body.split("<w:u w:val=\"single\"/>").skip(1).collect();
    assert!(
        lined.iter().any(|rest| rest.contains("の前の題")),
        "{}",
        lined.len()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn d1_any_plan_is_a_document((seed, size) in seeds(4)) {
        let s = arbitrary::strategy(seed, size);
        for (_, document) in documents(&s) {
            let parts = unpacked_texts(&document.docx().unwrap());
            for xml in parts.values() {
                prop_assert!(roxmltree::Document::parse(xml).is_ok());
            }
            let body = &parts["word/document.xml"];
            let turns = body.contains(|c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
            prop_assert!(!turns);
            let read = read(body);
            let headings = document.blocks.iter().filter(|part| matches!(part, Block::Heading(..)));
            prop_assert_eq!(read.headings.len(), headings.count());
        }
    }

    #[test]
    fn d11_any_plan_is_a_text_with_the_same_headings((seed, size) in seeds(4)) {
        let s = arbitrary::strategy(seed, size);
        let document = whole(&ReportData::of(&s, TODAY));
        let text = document.markdown();
        let headings = document.blocks.iter().filter(|part| matches!(part, Block::Heading(..))).count();
        let told = text.lines().filter(|line| line.starts_with('#')).count();
        prop_assert_eq!(told, headings + 1);
    }
}
