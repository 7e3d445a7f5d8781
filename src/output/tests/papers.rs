//! Papers of the samples: their pages, and what stands on them.

use std::collections::BTreeMap;

use format::document::Block;
use output::paper::{self, Halves, Paper, Report, ReportData, paginate};
use serde_json::Value;
use strategy::{FiscalYear, Strategy, half_width};

use fixtures::{SAMPLES, sample};

pub const TODAY: FiscalYear = FiscalYear(2026);

/// Every paper of a plan that is no paper of an evening or of two versions.
fn papers(s: &Strategy) -> Vec<(&'static str, Paper)> {
    let data = ReportData::of(s, TODAY);
    let halves = |done| Halves {
        done,
        planned: true,
    };
    vec![
        ("概要版", paper::digest(&data)),
        ("計画書", paper::book(&data)),
        ("本文", paper::chapters(&data)),
        ("体系図", paper::outline(&data)),
        ("指標一覧", paper::indicators(&data, None)),
        ("整合", paper::alignment(&data)),
        ("活用できる支援", paper::supports(&data)),
        ("日程", paper::timetable(&data)),
        ("施策評価シート", paper::sheets(&data, None, halves(true))),
        ("実施計画", paper::sheets(&data, None, halves(false))),
        ("実施計画（一覧）", paper::plan_list(&data, None)),
        ("いただいたご意見と反映", paper::answers(&data)),
    ]
}

/// Number of pages of each paper of each sample. Look at a change of one before you write it here.
const PAGES: [(&str, &[(&str, usize)]); 6] = [
    (
        "mihon",
        &[
            ("概要版", 2),
            ("計画書", 16),
            ("本文", 1),
            ("体系図", 2),
            ("指標一覧", 4),
            ("整合", 8),
            ("活用できる支援", 1),
            ("日程", 2),
            ("施策評価シート", 17),
            ("実施計画", 13),
            ("実施計画（一覧）", 7),
            ("いただいたご意見と反映", 2),
        ],
    ),
    (
        "hokuto-2020",
        &[
            ("概要版", 2),
            ("計画書", 8),
            ("本文", 3),
            ("体系図", 2),
            ("整合", 5),
        ],
    ),
    (
        "kitamoto-2022",
        &[
            ("概要版", 2),
            ("計画書", 4),
            ("本文", 1),
            ("体系図", 1),
            ("指標一覧", 2),
            ("整合", 1),
        ],
    ),
    (
        "hokuto-2024",
        &[
            ("概要版", 2),
            ("計画書", 3),
            ("体系図", 2),
            ("施策評価シート", 27),
            ("実施計画", 18),
            ("実施計画（一覧）", 9),
        ],
    ),
    (
        "hokkaido",
        &[
            ("概要版", 1),
            ("計画書", 2),
            ("本文", 1),
            ("活用できる支援", 1),
        ],
    ),
    (
        "kisarazu-2020",
        &[
            ("概要版", 1),
            ("計画書", 6),
            ("本文", 1),
            ("体系図", 1),
            ("整合", 3),
            ("日程", 2),
        ],
    ),
];

#[test]
fn each_paper_of_each_sample_has_its_number_of_pages() {
    for (name, expected) in PAGES {
        let papers: BTreeMap<_, _> = papers(&sample(name)).into_iter().collect();
        let expected: BTreeMap<_, _> = expected.iter().copied().collect();
        let counted: BTreeMap<&str, usize> = expected
            .keys()
            .map(|paper| (*paper, paginate(&papers[paper]).pages.len()))
            .collect();
        assert_eq!(counted, expected, "{name}");
    }
}

/// The texts of a report, page by page.
pub fn texts(report: &Report) -> Vec<String> {
    let of_block = |block: &Block| match block {
        Block::Text(_, text) | Block::Heading(_, text) => vec![text.clone()],
        Block::Table(table) => {
            let heads = table.columns.iter().map(|column| column.head.clone());
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            let cells = cells.flat_map(|cell| [cell.text.clone(), cell.note.clone()]);
            heads.chain(cells).collect()
        }
        _ => Vec::new(),
    };
    let pages = report.pages.iter();
    pages
        .map(|page| page.blocks.iter().flat_map(of_block).collect::<String>())
        .collect()
}

/// A text without what a line break or a width of letters changes.
pub fn plain(text: &str) -> String {
    half_width(text).split_whitespace().collect()
}

/// Titles, texts, names and figures of a plan, from its file.
fn everything(file: &Value) -> Vec<String> {
    fn of(one: &Value, fields: &[&str], lists: &[&str], all: &mut Vec<String>) {
        for field in fields {
            match &one[*field] {
                Value::String(text) => all.extend(text.lines().map(str::to_owned)),
                Value::Object(values) => {
                    all.extend(values.values().filter_map(Value::as_str).map(str::to_owned));
                }
                _ => {}
            }
        }
        for list in lists {
            for item in one[*list].as_array().into_iter().flatten() {
                match item {
                    Value::String(text) => all.push(text.clone()),
                    item => of(item, fields, lists, all),
                }
            }
        }
    }
    let mut all = Vec::new();
    let text = ["number", "title", "subtitle", "text", "direction"];
    for (table, fields, lists) in [
        ("sections", &text[..], &["points"][..]),
        (
            "goals",
            &text[..],
            &["measures", "initiatives", "points"][..],
        ),
        ("frameworks", &["number", "title"][..], &["items"][..]),
        ("supports", &["title"][..], &[][..]),
        ("lanes", &["title"][..], &["items"][..]),
        ("bodies", &["title", "role"][..], &[][..]),
        (
            "indicators",
            &["code", "name", "baseline", "targets"][..],
            &["series"][..],
        ),
    ] {
        for one in file[table].as_array().into_iter().flatten() {
            of(one, fields, lists, &mut all);
        }
    }
    all
}

/// 計画書 holds all that the documents of the samples hold, on pages that go on with each other. Left out are みほん町, whose
/// 計画書 does not hold the texts of its initiatives, and 北斗市's plan of 2024, whose file holds few of these texts.
#[test]
fn every_title_text_name_and_figure_of_a_sample_stands_in_its_plan() {
    let documents = SAMPLES.into_iter();
    for name in documents.filter(|name| !["mihon", "hokuto-2024"].contains(name)) {
        let s = sample(name);
        let report = paginate(&paper::book(&ReportData::of(&s, TODAY)));
        let pages = texts(&report);
        let said = plain(&pages.concat());
        let file: Value = serde_json::from_str(&format::json::write(&s)).unwrap();
        let all = everything(&file);
        assert!(all.len() > 10, "{name}");
        // A text that goes on over a page has its head between: its pieces are looked for.
        let is_there = |text: &String| plain(text).split('。').all(|piece| said.contains(piece));
        let missing: Vec<&String> = all.iter().filter(|text| !is_there(text)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{name}");
    }
}
