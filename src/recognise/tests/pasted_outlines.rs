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
