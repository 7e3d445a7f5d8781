//! 議会答弁資料 of every indicator of every sample: one page, with the figures of the table and whole sentences.

use std::collections::BTreeSet;

use ::words::number::shown;
use ::words::{YearForms, assembly as words};
use fixtures::{SAMPLES, sample};
use format::document::{Block, Table};
use insight::assembly::AssemblyReply;
use output::manuscript::of_paper;
use output::paper::{Paper, ReportData, assembly_reply, paginate};
use strategy::*;

const TODAY: FiscalYear = FiscalYear(2026);

fn tables(paper: &Paper) -> Vec<&Table> {
    let blocks = paper.parts.iter().flatten();
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// All texts of a paper.
fn said(paper: &Paper) -> String {
    let blocks = paper.parts.iter().flatten();
    let of_block = |block: &Block| match block {
        Block::Text(_, text) | Block::Heading(_, text) => vec![text.clone()],
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.map(|cell| cell.text.clone()).collect()
        }
        _ => Vec::new(),
    };
    blocks.flat_map(of_block).collect::<Vec<_>>().join("\n")
}

fn each(mut look: impl FnMut(&str, &Strategy, &AssemblyReply, &Paper)) -> usize {
    let mut looked = 0;
    for name in SAMPLES {
        let s = sample(name);
        let data = ReportData::of(&s, TODAY);
        for indicator in s.indicators.sorted() {
            let reply = AssemblyReply::of(&s, indicator.id, data.judged).unwrap();
            look(name, &s, &reply, &assembly_reply(&data, Some(indicator.id)));
            looked += 1;
        }
    }
    looked
}

#[test]
fn each_indicator_of_each_sample_takes_one_page() {
    let looked = each(|name, _, reply, paper| {
        let indicator = &reply.indicator.name;
        // None of them is cut off at the end of the page.
        assert_eq!(paper.most, None, "{name} {indicator}");
        assert_eq!(paginate(paper).pages.len(), 1, "{name} {indicator}");
    });
    assert!(looked > 40, "{looked}");
}

#[test]
fn it_begins_with_the_indicator_and_tells_its_rating_in_a_sentence() {
    let mut told = 0;
    each(|name, _, reply, paper| {
        let indicator = &reply.indicator.name;
        let first = paper.parts.iter().flatten().next();
        assert!(
            matches!(first, Some(Block::Heading(1, title)) if title.contains(indicator.trim())),
            "{name} {indicator}: {first:?}"
        );
        let said = said(paper);
        // The sum done is for the screen.
        assert!(!said.contains(")÷("), "{name} {indicator}");
        let rated = reply.glance.rows.iter().any(|row| row.rated.is_known());
        if rated {
            assert!(said.contains("」と評価し"), "{name} {indicator}");
            told += 1;
        }
    });
    assert!(told > 15, "{told}");
}

#[test]
fn its_figures_are_those_of_the_table_of_the_indicator() {
    let mut compared = 0;
    each(|name, _, reply, paper| {
        let all = tables(paper);
        let heads = |table: &Table| -> Vec<String> {
            table
                .columns
                .iter()
                .map(|column| column.head.clone())
                .collect()
        };
        for series in &reply.series {
            for (kind, figures) in [
                (words::targets(), &series.targets),
                (words::actuals(), &series.actuals),
            ] {
                let label = words::of_series(&series.name, kind);
                let found = all.iter().find_map(|table| {
                    let row = table.rows.iter().find(|row| row.cells[0].text == label)?;
                    Some((heads(table), row))
                });
                let Some((heads, row)) = found else {
                    assert!(figures.is_empty(), "{name} {label}");
                    continue;
                };
                for (head, cell) in heads.iter().zip(&row.cells).skip(1) {
                    let of_year = figures.iter().find(|(year, _)| year.short() == *head);
                    let expected = of_year.map_or(String::new(), |(_, one)| shown(one.text()));
                    assert_eq!(cell.text, expected, "{name} {}", reply.indicator.name);
                    compared += usize::from(!expected.is_empty());
                }
            }
        }
    });
    assert!(compared > 150, "{compared}");
}

#[test]
fn its_texts_are_those_of_the_sheets_whole_or_with_a_count_of_what_is_left_out() {
    let (mut whole, mut counted) = (0, 0);
    each(|name, _, reply, paper| {
        let said = said(paper);
        for one in reply.measures.iter() {
            for (_, text) in one.results.iter().chain(&one.improvements) {
                let last = text.trim_end();
                if said.contains(last) {
                    whole += 1;
                    continue;
                }
                counted += 1;
                let left = [
                    "文は、施策評価シートに記載",
                    "文、施策評価シートに記載",
                    "施策の記載は",
                ];
                assert!(
                    left.iter().any(|left| said.contains(left)),
                    "{name} {}",
                    reply.indicator.name
                );
            }
        }
    });
    assert!(whole > 20, "{whole} {counted}");
}

/// A plan whose sheets say more than a page holds.
#[test]
fn of_a_plan_with_long_sheets_whole_items_are_left_out_and_counted() {
    let mut s = sample("mihon");
    let sentence = "この施策では、町内の各地区と話し合いを重ね、参加する人を増やしてきた。";
    let sheets: Vec<_> = s.sheets.iter().cloned().collect();
    for sheet in &sheets {
        s.sheets.insert(Sheet {
            results: sentence.repeat(40),
            improvements: sentence.repeat(40),
            ..Sheet::clone(sheet)
        });
    }
    let data = ReportData::of(&s, TODAY);
    let ids: Vec<_> = s.indicators.sorted().iter().map(|one| one.id).collect();
    let mut counts = BTreeSet::new();
    for id in ids {
        let paper = assembly_reply(&data, Some(id));
        assert_eq!((paper.most, paginate(&paper).pages.len()), (None, 1));
        for text in said(&paper).lines().filter(|line| line.contains(sentence)) {
            let rest = text.replace(sentence, "");
            let left = (1..40).find(|left| rest == words::sentences_left(*left));
            let shown = text.matches(sentence).count();
            assert_eq!(left.map(|left| left + shown), Some(40), "{text}");
            counts.insert(shown);
        }
    }
    assert!(!counts.is_empty());
}

#[test]
fn it_is_a_document_with_the_same_texts() {
    let s = sample("mihon");
    let data = ReportData::of(&s, TODAY);
    let paper = assembly_reply(&data, None);
    let document = of_paper(paper.clone(), &s.about(), words::paper().0);
    assert!(!document.docx().unwrap().is_empty());
    let nothing = Strategy::default();
    let nothing = assembly_reply(&ReportData::of(&nothing, TODAY), None);
    assert_eq!(said(&nothing), ::words::paper::no_indicators());
}
