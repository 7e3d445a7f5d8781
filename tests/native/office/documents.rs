//! The documents of a plan, opened in a word processor.

use super::converted;
use super::every_document::documents;
use fixtures::{SAMPLES, sample};
use format::document::Block;

/// Returns the headings that a word processor finds, with their depth.
fn headings(flat: &str) -> Vec<(usize, String)> {
    let tree = roxmltree::Document::parse(flat).unwrap();
    let heads = tree
        .descendants()
        .filter(|node| node.tag_name().name() == "h");
    let depth = |node: &roxmltree::Node| {
        let level = node.attributes().find(|one| one.name() == "outline-level");
        level.map_or(0, |level| level.value().parse().unwrap())
    };
    let text = |node: roxmltree::Node| {
        let told = node
            .descendants()
            .filter_map(|one| one.text().filter(|_| one.is_text()));
        told.collect::<String>()
    };
    heads.map(|node| (depth(&node), text(node))).collect()
}

/// Removes blanks, because they are elements there.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn d2_a_word_processor_finds_every_heading_at_its_depth() {
    let mut files = Vec::new();
    let mut wanted = Vec::new();
    for name in SAMPLES {
        for (of, document) in documents(&sample(name)) {
            let heads = document.blocks.iter().filter_map(|block| match block {
                Block::Heading(depth, text) => Some((*depth, squeezed(text))),
                _ => None,
            });
            wanted.push(heads.collect::<Vec<_>>());
            files.push((format!("{name}-{of}.docx"), document.docx().unwrap()));
        }
    }
    let given: Vec<_> = files
        .iter()
        .map(|(name, file)| (name.as_str(), file.as_slice()))
        .collect();
    for (((name, _), flat), wanted) in files.iter().zip(converted(&given, "fodt")).zip(&wanted) {
        let found = headings(&String::from_utf8(flat).unwrap());
        let found: Vec<_> = found
            .into_iter()
            .map(|(depth, text)| (depth, squeezed(&text)))
            .collect();
        assert_eq!(found, *wanted, "{name}");
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn d5_documents_become_paper() {
    let files: Vec<_> = documents(&sample("mihon"))
        .into_iter()
        .map(|(of, document)| (format!("paper-{of}.docx"), document.docx().unwrap()))
        .collect();
    let given: Vec<_> = files
        .iter()
        .map(|(name, file)| (name.as_str(), file.as_slice()))
        .collect();
    let papers = converted(&given, "pdf");
    for ((name, _), paper) in files.iter().zip(&papers) {
        assert!(paper.starts_with(b"%PDF"), "{name}");
        // A4 in points, portrait or landscape.
        let told = String::from_utf8_lossy(paper);
        let upright = told.contains("/MediaBox[0 0 595");
        let on_its_side = told.contains("/MediaBox[0 0 841") || told.contains("/MediaBox[0 0 842");
        assert_eq!(
            (upright, on_its_side),
            match name.contains("revision") {
                true => (false, true),
                false => (true, false),
            },
            "{name}"
        );
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn d8_a_word_processor_draws_the_charts_of_the_digest() {
    // Without chapters and money there is enough space.
    let mut plan = sample("mihon");
    plan.sections = Default::default();
    plan.sheets = Default::default();
    plan.lines = Default::default();
    plan.measures = Default::default();
    plan.initiatives = Default::default();
    let last: Vec<_> = plan
        .goals
        .sorted()
        .iter()
        .skip(1)
        .map(|one| one.id)
        .collect();
    last.into_iter().for_each(|id| drop(plan.goals.remove(id)));
    let documents = documents(&plan);
    let digest = documents.iter().find(|(of, _)| *of == "digest");
    let document = &digest.unwrap().1;
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Charts(all) => Some(all),
        _ => None,
    });
    let charts: Vec<_> = charts.flatten().collect();
    assert!(!charts.is_empty(), "the digest has room");
    let file = document.docx().unwrap();
    let saved = converted(&[("charts.docx", &file)], "fodt").remove(0);
    let saved = String::from_utf8(saved).unwrap();
    let drawn: Vec<&str> = saved.split("<chart:chart ").skip(1).collect();
    assert_eq!(drawn.len(), charts.len());
    for chart in charts {
        let title = format!(">{}</text:p>", chart.title);
        let one = drawn.iter().find(|xml| xml.contains(&title));
        let one = one.unwrap_or_else(|| panic!("{}", chart.title));
        for value in chart.lines.iter().flat_map(|line| &line.values).flatten() {
            let figure = format!("office:value=\"{}\"", value.normalize());
            assert!(one.contains(&figure), "{}: {figure}", chart.title);
        }
    }
}
