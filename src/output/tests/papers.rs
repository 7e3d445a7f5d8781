//! Papers of the samples: their pages, and what stands on them.

use std::collections::{BTreeMap, BTreeSet};

use ::words::number::shown;
use ::words::{Language, Voice};

use format::document::{Block, Cell, TableForm};
use output::paper::{self, Halves, PagedPaper, Paper, ReportData, ReportKind, paginate};
use serde_json::Value;
use strategy::{FiscalYear, Id, Session, SessionTable, Strategy, half_width};

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
        ("ロジックモデル", paper::logic_models(&data, None, false)),
        ("人口の見通し", paper::population_outlook(&data)),
        ("指標一覧", paper::indicators(&data, None)),
        ("議会答弁資料", paper::assembly_reply(&data, None)),
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
            ("ロジックモデル", 8),
            ("指標一覧", 4),
            ("議会答弁資料", 1),
            ("整合", 7),
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
            ("計画書", 3),
            ("本文", 1),
            ("体系図", 1),
            ("指標一覧", 2),
            ("議会答弁資料", 1),
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

/// Names of the reports that a plan has something for.
fn offered(s: &Strategy, versions: usize) -> Vec<&'static str> {
    let all = ReportKind::groups().into_iter().flat_map(|(_, all)| all);
    let all = all.filter(|kind| kind.is_in(s, versions));
    all.map(|kind| kind.words().0).collect()
}

#[test]
fn a_report_is_offered_only_where_the_plan_has_something_for_it() {
    assert_eq!(offered(&Strategy::default(), 0), ["概要版", "計画書"]);
    assert_eq!(
        offered(&sample("hokkaido"), 0),
        ["概要版", "計画書", "本文", "活用できる支援"]
    );
    let kisarazu = offered(&sample("kisarazu-2020"), 1);
    for name in ["体系図", "整合", "日程", "新旧対照表"] {
        assert!(kisarazu.contains(&name), "{name}: {kisarazu:?}");
    }
    for name in ["指標一覧", "施策評価シート", "活用できる支援"] {
        assert!(!kisarazu.contains(&name), "{name}: {kisarazu:?}");
    }
}

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

/// The texts of a report, page by page, each for itself.
fn pieces(report: &PagedPaper) -> Vec<Vec<String>> {
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
        .map(|page| page.blocks.iter().flat_map(of_block).collect())
        .collect()
}

/// The texts of a report, page by page.
pub fn texts(report: &PagedPaper) -> Vec<String> {
    pieces(report).iter().map(|page| page.concat()).collect()
}

#[test]
fn no_paper_of_a_sample_cuts_a_text_or_says_a_name_twice() {
    let mut seen = 0;
    for name in SAMPLES {
        let s = sample(name);
        let file = format::json::write(&s);
        for (of, paper) in papers(&s) {
            for text in pieces(&paginate(&paper)).concat() {
                let text = text.trim();
                let is_cut = text.ends_with('…') && !file.contains(text);
                assert!(!is_cut, "{name} {of}: {text}");
                // SDGs　SDGs（持続可能な開発目標）, 85％ ％.
                let mut words = text
                    .split(['\u{3000}', ' '])
                    .filter(|word| word.chars().count() > 1);
                let first = words
                    .next()
                    .filter(|first| first.chars().any(char::is_alphabetic));
                let twice = first
                    .zip(words.next())
                    .is_some_and(|(one, next)| next.starts_with(one));
                assert!(!twice || file.contains(text), "{name} {of}: {text}");
                for unit in ["％ ％", "% ％", "人 人", "件 件", "人人", "％％"] {
                    assert!(
                        !text.contains(unit) || file.contains(text),
                        "{name} {of}: {text}"
                    );
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 2_000, "{seen}");
}

/// A text without what a line break, a width of letters or the sign of a minus changes.
pub fn plain(text: &str) -> String {
    shown(&half_width(text)).split_whitespace().collect()
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

/// みほん町 with a session of three tables that asks the first target of each goal.
fn with_session() -> Strategy {
    let mut s = sample("mihon");
    let goals = s.goals.sorted().into_iter();
    let asked = goals.filter_map(|goal| goal.targets.first().copied());
    let table = |(name, people): (&str, u32)| SessionTable {
        name: name.to_owned(),
        people,
    };
    s.sessions.insert(Session {
        id: Id::new(900),
        title: "まちのこれからを話す会".to_owned(),
        indicators: asked.collect(),
        tables: [("A", 0), ("B", 7), ("C", 8)].map(table).into(),
        ..Session::default()
    });
    s
}

fn cells(paper: &Paper) -> Vec<&Cell> {
    let blocks = paper.parts.iter().flatten();
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|table| &table.rows);
    rows.flat_map(|row| &row.cells).collect()
}

/// The cells of the tables with pictures.
fn pictured(paper: &Paper) -> Vec<&Cell> {
    let blocks = paper.parts.iter().flatten();
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) if table.form == TableForm::Pictured => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|table| &table.rows);
    rows.flat_map(|row| &row.cells).collect()
}

#[test]
fn a_card_of_a_goal_has_figures_and_a_picture_or_room_for_a_guess() {
    let s = with_session();
    let asked = s.get(Id::<Session>::new(900)).unwrap().indicators.clone();
    Voice::compiled_in(Language::Japanese).says(|| {
        let paper = paper::goal_cards(&ReportData::of(&s, TODAY));
        assert_eq!(paper.parts.len(), s.goals.len());
        let mut guesses = 0;
        for (name, picture) in pictured(&paper).chunks(2).map(|pair| (pair[0], pair[1])) {
            match name.note.contains("予想　＿") {
                true => {
                    guesses += 1;
                    assert!(picture.spark.is_none(), "{}", name.text);
                }
                false => {
                    assert!(picture.spark.is_some(), "{}", name.text);
                    assert!(name.note.contains("いま　"), "{}", name.text);
                }
            }
        }
        assert_eq!(guesses, asked.len());
        // No figure of what is asked stands on a card.
        let told = cells(&paper)
            .into_iter()
            .filter(|cell| cell.note.contains("予想　＿"));
        for cell in told {
            let figures = cell.note.chars().filter(char::is_ascii_digit);
            assert_eq!(figures.count(), 0, "{}", cell.note);
        }
        // Without a session every number is shown.
        let paper = paper::goal_cards(&ReportData::of(&sample("mihon"), TODAY));
        assert!(cells(&paper).iter().all(|cell| !cell.note.contains("予想")));
    });
}

#[test]
fn a_card_of_a_goal_names_its_measures_and_is_one_side_with_room_for_notes() {
    Voice::compiled_in(Language::Japanese).says(|| {
        for name in ["mihon", "kitamoto-2022", "hokuto-2024"] {
            let s = sample(name);
            let paper = paper::goal_cards(&ReportData::of(&s, TODAY));
            assert_eq!(paginate(&paper).pages.len(), s.goals.len(), "{name}");
            for (part, goal) in paper.parts.iter().zip(s.goals.sorted()) {
                let told = format!("{part:?}");
                for measure in s.measures_of(goal.id) {
                    assert!(told.contains(&measure.title), "{name} {}", measure.title);
                }
                let rows = part.iter().filter_map(|block| match block {
                    Block::Table(table) if table.columns.len() == 1 => Some(table.rows.len()),
                    _ => None,
                });
                let lines: usize = rows.sum();
                assert!(lines >= 3, "{name} {}: {lines} lines", goal.title);
            }
        }
    });
}

#[test]
fn there_are_notes_for_three_ideas_of_each_person_of_a_table() {
    let s = with_session();
    let paper = paper::notes(&ReportData::of(&s, TODAY));
    // 1 sheet where nobody was counted, 21 notes for 7 people, 42 for 8.
    assert_eq!(paper.parts.len(), 1 + 1 + 2);
    let names: Vec<&str> = cells(&paper).iter().map(|cell| &*cell.text).collect();
    assert_eq!(names.len(), 4 * 21);
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 4 * 21);
    assert!(names.contains(&"C-22") && names.contains(&"C-42"));
}
