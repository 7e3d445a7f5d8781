//! 新旧対照表: what is told of two versions, and in which order.

use edit::Draft;
use insight::revision::{RevisionLine, revision};
use insight::wording::Piece;
use strategy::*;
use words::Say;
use words::value;

fn sample(bytes: &[u8]) -> Strategy {
    format::json::read(bytes).unwrap()
}

fn shown(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Changed(text) => format!("[{text}]"),
        Piece::Omitted => "…".to_owned(),
    };
    pieces.iter().map(piece).collect()
}

/// Each line as a reader sees it: after | before.
fn lines(from: &Strategy, to: &Strategy) -> Vec<String> {
    let line = |line: RevisionLine| match line {
        RevisionLine::Omitted => "略".to_owned(),
        RevisionLine::Record(record) => format!("# {:?} {}", record.kind, record.title.say()),
        RevisionLine::Part {
            difference,
            wordings: [before, after],
        } => {
            let field = difference.field.map_or("", |field| field.field.name);
            format!("{field}: {} | {}", shown(&after), shown(&before))
        }
    };
    revision(from, to, value::display)
        .into_iter()
        .map(line)
        .collect()
}

#[test]
fn i71_each_record_is_told_once_in_reading_order_with_what_is_left_out_between() {
    let old = sample(include_bytes!("../../../public/samples/hokuto-2020.json"));
    assert_eq!(lines(&old, &old), [] as [String; 0]);

    let goals = old.goals.sorted();
    let (first, last) = (goals[0].id, goals[goals.len() - 1].id);
    let measure = old.measures_of(first)[0].id;
    let gone = old.measures_of(first)[1].clone();
    let mut draft = Draft::new(&old);
    draft
        .update(first, |goal| goal.title = format!("観光と{}", goal.title))
        .unwrap();
    let (id, title, text) = (
        Id::new(70_007),
        "空き店舗の活用".to_owned(),
        "貸し手と借り手を結ぶ".to_owned(),
    );
    draft.put(Initiative {
        id,
        measure,
        title,
        text,
        ..Initiative::default()
    });
    let without = edit::remove(draft.strategy(), gone.id).unwrap();
    let mut new = draft.strategy().clone();
    without.apply(&mut new).unwrap();
    let mut draft = Draft::new(&new);
    draft
        .update(last, |goal| goal.number = "9".to_owned())
        .unwrap();
    let new = draft.strategy().clone();

    let told = lines(&old, &new);
    let at = |wanted: &str| told.iter().position(|line| line == wanted);
    let title = &old.get(first).unwrap().title;
    let expected = [
        format!("# Goal 観光と{title}"),
        format!("title: [観光と]{title} | {title}"),
        "# Initiative 空き店舗の活用".to_owned(),
        ": [空き店舗の活用] | ".to_owned(),
        "text: [貸し手と借り手を結ぶ] | ".to_owned(),
        format!("# Measure {}", gone.title),
        format!(":  | [{}]", gone.title),
        "略".to_owned(),
    ];
    let places: Vec<_> = expected.iter().map(|line| at(line)).collect();
    assert!(places.iter().all(Option::is_some), "{told:#?}");
    assert!(places[..7].is_sorted(), "{told:#?}");
    assert_eq!(
        told.iter()
            .filter(|line| line.starts_with("# Initiative 空き"))
            .count(),
        1
    );
    assert_eq!(told.last().unwrap(), "略");

    let back = lines(&new, &old);
    assert!(
        back.contains(&format!(": [{}] | ", gone.title)),
        "{back:#?}"
    );
}

#[test]
fn i71_a_year_that_was_closed_tells_of_each_sheet_and_year() {
    let old = sample(include_bytes!("../../../public/samples/hokuto-2024.json"));
    let line = old.lines.sorted()[0].clone();
    let (year, amount) = (FiscalYear(2025), Money::Thousand(123_456));
    let mut draft = Draft::new(&old);
    draft
        .update(line.id, |line| {
            line.budgets.insert(year, amount);
        })
        .unwrap();
    let told = lines(&old, draft.strategy());
    assert!(
        told.iter()
            .any(|line| line.starts_with("budgets: ") && line.contains("123,456")),
        "{told:#?}"
    );
}

/// The log of revisions is no part of what they revise, and the id of a kept version is shown nowhere.
#[test]
fn i71_an_extension_tells_the_period_and_no_id_of_a_version() {
    let before = Strategy::default();
    let decision = edit::RevisionDecision {
        date: Date("2026-11-26".to_owned()),
        by: "町議会".to_owned(),
        reason: "次期計画の策定を延ばすため".to_owned(),
    };
    let mut after = before.clone();
    let last = before.about().period.last.next();
    edit::extend_period(&before, "延長", last, &decision, &[], "0ab1533e8dec33")
        .unwrap()
        .apply(&mut after)
        .unwrap();
    let told = lines(&before, &after).join("\n");
    assert!(told.contains("period: "), "{told}");
    assert!(!told.contains("revisions: "), "{told}");
    let log = value::display(&after.about().revisions, &|_| String::new()).unwrap();
    assert!(log.contains("延長") && log.contains("町議会"), "{log}");
    assert!(!log.contains("0ab1533e8dec33"), "{log}");
}

/// I132: a target of an extension is told once, as it stands in its year, without its log: that has ids and days of the file.
#[test]
fn i132_a_target_of_an_extension_is_told_without_its_log() {
    let before = sample(include_bytes!("../../../public/samples/mihon.json"));
    let decision = edit::RevisionDecision {
        date: Date("2026-11-26".to_owned()),
        by: "町議会".to_owned(),
        reason: "次期計画の策定を延ばすため".to_owned(),
    };
    let last = before.about().period.last.next();
    let one = before.series.iter().next().expect("a series");
    let targets = [(one.id, Figure::read("8,100"))];
    let mut after = before.clone();
    edit::extend_period(&before, "延長", last, &decision, &targets, "0ab1533e8dec33")
        .unwrap()
        .apply(&mut after)
        .unwrap();
    let told = lines(&before, &after);
    let targets = told.iter().filter(|line| line.contains("8,100"));
    assert_eq!(targets.count(), 1, "{told:#?}");
    assert!(
        !told.iter().any(|line| line.contains("2026-11-26")),
        "{told:#?}"
    );
}
