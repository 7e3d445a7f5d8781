//! Plans of real towns as their texts come out of a converter: what is read of them, beside what the samples hold.
//!
//! `tests/data/outlines/` holds headings, titles and tables as printed; each sentence is a filler in the same place.

use std::collections::BTreeMap;

use edit::{Outline, add_outline};
use recognise::{LineRole, PastedOutline, SaidMarks, read_outline};
use strategy::*;

use fixtures::sample;

/// Kind of a title, and the title above it.
type Place = (&'static str, String);

/// The titles of a strategy, each with its places; a title may stand in several.
fn titles(strategy: &Strategy) -> BTreeMap<String, Vec<Place>> {
    let mut all: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut put = |title: &str, level, under: &str| {
        all.entry(plain(title))
            .or_default()
            .push((level, plain(under)));
    };
    for goal in strategy.goals.iter() {
        let level = if goal.kind == GoalKind::Basic {
            "goal"
        } else {
            "cross"
        };
        put(&goal.title, level, "");
        for division in strategy.divisions.iter().filter(|d| d.goal == goal.id) {
            put(&division.title, "division", &goal.title);
        }
        for measure in strategy.measures.iter().filter(|m| m.goal == goal.id) {
            let division = measure.division.and_then(|id| strategy.divisions.get(id));
            put(
                &measure.title,
                "measure",
                division.map_or(&goal.title, |d| &d.title),
            );
            for initiative in strategy.initiatives.under(measure.id) {
                put(&initiative.title, "initiative", &measure.title);
            }
        }
        for id in &goal.targets {
            let indicator = strategy.indicators.get(*id).unwrap();
            put(&indicator.name, "indicator", &goal.title);
        }
    }
    all
}

fn plain(title: &str) -> String {
    half_width(title).replace(' ', "")
}

/// Results for the titles of a sample.
#[derive(Debug, PartialEq, Eq, Default)]
struct Measured {
    /// Titles, counted once for each place they stand in.
    wanted: usize,
    /// In their places.
    found: usize,
    /// There, but on another level or under another title.
    misplaced: usize,
    /// Titles read that the sample has not.
    added: usize,
}

fn measured(outline: &Outline, sample: &Strategy) -> Measured {
    let mut read = Strategy::default();
    read.about.insert(About::default());
    let mut last = 0;
    let fresh = || {
        last += 1;
        last
    };
    if outline.count() > 0 {
        add_outline(&read, outline, fresh)
            .unwrap()
            .apply(&mut read)
            .unwrap();
    }
    let (mut read, wanted) = (titles(&read), titles(sample));
    let mut measured = Measured::default();
    for (title, places) in &wanted {
        let mut there = read.remove(title).unwrap_or_default();
        measured.wanted += places.len();
        let mut others = 0;
        for place in places {
            match there.iter().position(|one| one == place) {
                Some(at) => {
                    there.remove(at);
                    measured.found += 1;
                }
                None => {
                    println!("  not in place: {title} {place:?}, but {there:?}");
                    others += 1;
                }
            }
        }
        let elsewhere = others.min(there.len());
        measured.misplaced += elsewhere;
        measured.added += there.len() - elsewhere;
    }
    for (title, places) in &read {
        println!("  added: {title} {places:?}");
    }
    measured.added += read.values().map(Vec::len).sum::<usize>();
    measured
}

fn read(name: &str) -> PastedOutline {
    let path = fixtures::path(&format!("tests/data/outlines/{name}.txt"));
    let mut plan = Strategy::default();
    plan.about.insert(About {
        period: sample(name).about().period,
        ..About::default()
    });
    read_outline(
        &std::fs::read_to_string(path).unwrap(),
        &plan,
        &SaidMarks::new(),
    )
}

/// As proposed, whether it comes chosen or is asked.
fn proposed(read: &PastedOutline) -> Outline {
    let roles: Vec<LineRole> = read.lines.iter().map(|line| line.role).collect();
    read.outline(&roles)
}

fn counts(name: &str, chosen: [usize; 4], all: [usize; 4]) {
    let (read, sample) = (read(name), sample(name));
    let told = |[wanted, found, misplaced, added]: [usize; 4]| Measured {
        wanted,
        found,
        misplaced,
        added,
    };
    println!("{name}, as it comes chosen:");
    let as_chosen = measured(&read.chosen(), &sample);
    println!("{name}, with what is asked:");
    let as_proposed = measured(&proposed(&read), &sample);
    println!("{as_chosen:?}\n{as_proposed:?}");
    assert_eq!(
        (as_chosen, as_proposed),
        (told(chosen), told(all)),
        "{name}"
    );
}

#[test]
fn hokuto_2020_is_read_whole() {
    counts("hokuto-2020", [55, 55, 0, 0], [55, 55, 0, 0]);
}

#[test]
fn kitamoto_2022_is_read_whole_with_its_indicators() {
    counts("kitamoto-2022", [22, 22, 0, 0], [22, 22, 0, 0]);
}

/// Its goals stand in a list behind the nation's, with nothing under them: they are asked.
#[test]
fn kisarazu_2020_is_asked() {
    counts("kisarazu-2020", [4, 0, 0, 0], [4, 4, 0, 0]);
}

/// The document lists kinds of support, under no goal.
#[test]
fn hokkaido_has_no_goals_and_nothing_comes_chosen() {
    counts("hokkaido", [0, 0, 0, 0], [0, 0, 0, 20]);
}

/// Added is one name that the plan prints in two ways, and, where it is asked, what looks like a name.
#[test]
fn hokuto_2024_is_read_from_its_sheets() {
    counts("hokuto-2024", [87, 81, 0, 1], [87, 87, 0, 6]);
}

/// The titles taken of a text, each with its role and, for an indicator, the goals' title above it.
fn taken(text: &str) -> Vec<String> {
    let outline = read_outline(text, &Strategy::default(), &SaidMarks::default());
    let rows = outline
        .lines
        .iter()
        .filter(|one| one.role != LineRole::Skip);
    rows.map(|one| {
        format!(
            "{:?} {}{}",
            one.role,
            one.title,
            if one.doubt.is_some() { "?" } else { "" }
        )
    })
    .collect()
}

#[test]
fn o2_a_title_whose_mark_stands_in_a_cell_of_its_own_is_a_heading() {
    let rows = "指標名\t単位\t基準値(R6)\t目標値(R11)\n";
    for [first, second] in [
        ["基本目標１\tしごとをつくる", "基本目標２\tひとをよぶ"],
        [
            "【基本目標１】\tしごとをつくる",
            "【基本目標２】\tひとをよぶ",
        ],
        ["\t基本目標1\tしごとをつくる\t", "\t基本目標2\tひとをよぶ\t"],
        ["基本目標\t１　しごとをつくる", "基本目標\t２　ひとをよぶ"],
        ["基本目標\tしごとをつくる", "基本目標\tひとをよぶ"],
        [
            "第1章 基本目標1\tしごとをつくる",
            "第2章 基本目標2\tひとをよぶ",
        ],
        ["\t\t基本目標1　しごとをつくる", "\t\t基本目標2　ひとをよぶ"],
    ] {
        let wanted = [
            "Goal しごとをつくる",
            "Indicator 就農者数",
            "Indicator 起業数",
            "Goal ひとをよぶ",
            "Indicator 移住者数",
        ];
        let tables = format!(
            "{first}\n{rows}就農者数\t人\t30\t40\n起業数\t件\t3\t4\n{second}\n{rows}移住者数\t人\t30\t40\n"
        );
        assert_eq!(taken(&tables), wanted, "{first}");
        // The heads stand once, above the first title.
        let one_table = format!(
            "{rows}{first}\n就農者数\t人\t30\t40\n起業数\t件\t3\t4\n{second}\n移住者数\t人\t30\t40\n"
        );
        assert_eq!(taken(&one_table), wanted, "{first}");
    }
    let with_measures = format!(
        "基本目標１\tしごとをつくる\n施策1-1\t農業の振興\n{rows}就農者数\t人\t30\t40\n施策1-2\t起業の支援\n{rows}起業数\t件\t3\t4\n"
    );
    let wanted = [
        "Goal しごとをつくる",
        "Measure 農業の振興",
        "Indicator 就農者数",
        "Measure 起業の支援",
        "Indicator 起業数",
    ];
    assert_eq!(taken(&with_measures), wanted);
    let numbered = with_measures
        .replace("施策1-1", "(1)")
        .replace("施策1-2", "(2)");
    assert_eq!(taken(&numbered), wanted);
}

#[test]
fn o2_a_row_of_a_table_is_no_heading_for_the_mark_in_its_first_cell() {
    // The mark and its title stand in one cell, and something else beside it.
    let owners = "施策\t担当課\n施策1-1 農業の振興\t農林課\n施策1-2 起業の支援\t商工課\n";
    assert_eq!(taken(&format!("前文です。\n{owners}")), [""; 0]);
    // Figures beside a mark.
    let money = "事業名\t予算\n事業1\t300\n事業2\t500\n";
    assert_eq!(taken(&format!("前文です。\n{money}")), [""; 0]);
    // A list with numbers.
    let list = "番号\t名称\n1\t農業の振興\n2\t起業の支援\n";
    assert_eq!(taken(&format!("前文です。\n{list}")), [""; 0]);
}
