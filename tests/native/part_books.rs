//! The worker reads a returned workbook of a part like the page itself.

use edit::merge::placed_as;
use format::json;
use format::workbook::{
    Cell, CellRead, NotRead, Row, Sheet as Tab, SheetRead, Workbook, read_workbook,
};
use jobs::{Answer, PartBooks, PartQuestion, Untaken, Works};
use output::hands::{ReturnedPart, part_workbook, read_part};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use strategy::*;

use crate::beside::asked;
use crate::part_workbook::{handing_out, text, whole};
use fixtures::arbitrary;
use fixtures::{SAMPLES, sample};

/// Returns a workbook as another spreadsheet would save it.
fn saved(sheets: &[SheetRead]) -> Vec<u8> {
    let cell = |cell: Option<&CellRead>| match cell {
        Some(CellRead::Text(text)) => Cell::text(text),
        Some(_) | None => Cell::Empty,
    };
    let row = |row: &format::workbook::RowRead| {
        let last = row.cells.last().map_or(0, |(at, _)| *at);
        Row {
            cells: (0..=last).map(|at| cell(row.get(at))).collect(),
            ..Row::default()
        }
    };
    let tab = |sheet: &SheetRead| Tab {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: sheet.rows.iter().map(row).collect(),
        ..Tab::default()
    };
    let sheets = sheets.iter().map(tab).collect();
    Workbook { sheets }.write().unwrap()
}

/// Returns the job's answer about a workbook and its edits; `None` if it is not of this plan.
fn beside(book: &[u8], plan: &Strategy, first: u64) -> Option<(Strategy, Untaken)> {
    let mut works = Works::default();
    let mut ask = |question: &PartQuestion, file: Option<Vec<u8>>| {
        asked::<PartBooks>(&mut works, question, file.into_iter().collect())
    };
    let Some(Answer::Text(told)) = ask(&PartQuestion::Open, Some(book.to_vec())) else {
        panic!("not opened");
    };
    let told: Result<Option<String>, NotRead> = serde_json::from_str(&told).unwrap();
    assert_eq!(told.unwrap().as_deref(), Some("17"));
    let plan = json::write(plan).into_bytes();
    let Some(Answer::Text(told)) = ask(&PartQuestion::Read(first), Some(plan)) else {
        panic!("not read");
    };
    let untaken: Option<Untaken> = serde_json::from_str(&told).unwrap();
    match ask(&PartQuestion::Part, None) {
        Some(Answer::File { bytes, .. }) => Some((json::read(&bytes).unwrap(), untaken.unwrap())),
        answer => {
            assert_eq!((answer, untaken), (None, None));
            None
        }
    }
}

/// Reads the workbook without the job, in the form of the job's answer.
fn here(book: &[u8], part: &Strategy, first: u64) -> (Strategy, Untaken) {
    let sheets = read_workbook(book).unwrap();
    let mut numbers = first..;
    let ReturnedPart {
        part,
        unwritten,
        offered,
    } = read_part(part, &sheets, &mut || numbers.next().unwrap());
    let more = unwritten.len().saturating_sub(100);
    let first = unwritten.into_iter().take(100).collect();
    let offered = offered.iter().map(AnyId::to_string).collect();
    (
        part,
        Untaken {
            first,
            more,
            offered,
        },
    )
}

#[test]
fn p33_a_workbook_that_nobody_wrote_in_comes_back_as_the_part() {
    for name in SAMPLES {
        let (plan, part) = handing_out(sample(name));
        let book = part_workbook(&part).unwrap();
        let (read, untaken) = beside(&book, &plan, 7).unwrap();
        assert_eq!((untaken.first, untaken.more), (vec![], 0), "{name}");
        assert_eq!(json::write(&read), json::write(&part), "{name}");
        assert!(placed_as(&part, &read) == part, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p33_whatever_was_written_is_read_as_where_it_lies(seed in 0..10_000_u64, each in 2..9_usize) {
        let (plan, part) = handing_out(arbitrary::strategy(seed, 4));
        let mut sheets = read_workbook(&part_workbook(&part).unwrap()).unwrap();
        let ours = sheets.pop().unwrap();
        let rows = sheets.iter_mut().flat_map(|sheet| &mut sheet.rows);
        for (nth, (at, cell)) in rows.flat_map(|row| &mut row.cells).enumerate() {
            // Some rows lost their number: they are new.
            match (nth % each, *at) {
                (0, 0) => *cell = text(""),
                (0, _) => *cell = text(&format!("書いた{nth}")),
                _ => {}
            }
        }
        sheets.push(ours);
        let book = saved(&sheets);
        let (read, untaken) = beside(&book, &plan, 1 << 40).unwrap();
        let (wanted, told) = here(&book, &part, 1 << 40);
        prop_assert_eq!(untaken, told);
        prop_assert_eq!(json::write(&read), json::write(&wanted));
        // A file shows places by order alone (E53).
        prop_assert!(placed_as(&part, &read) == placed_as(&part, &wanted));
    }
}

#[test]
fn p31_a_part_that_is_not_found_in_the_plan_as_it_was_given_is_not_read() {
    let (plan, part) = handing_out(sample("mihon"));
    let book = part_workbook(&part).unwrap();
    let (mut later, mut without) = (plan.clone(), plan.clone());
    let mut measure = Measure::clone(plan.measures.iter().next().unwrap());
    measure.title.push('改');
    later.measures.insert(measure);
    without.about.insert(About {
        handed_out: Vec::new(),
        ..About::clone(&plan.about())
    });
    assert!(beside(&book, &plan, 1).is_some());
    assert_eq!(beside(&book, &later, 1), None);
    assert_eq!(beside(&book, &without, 1), None);
}

fn told(why: &Result<Option<String>, NotRead>) -> Option<Answer> {
    Answer::told(why)
}

#[test]
fn x6_why_a_workbook_is_not_read_is_told() {
    let mut works = Works::default();
    let book = part_workbook(&whole(&sample("mihon"))).unwrap();
    for (bytes, why) in [
        (b"PK\x03\x04".to_vec(), Err(NotRead::Damaged)),
        (book[..book.len() / 2].to_vec(), Err(NotRead::Damaged)),
        (Workbook::default().write().unwrap(), Ok(None)),
    ] {
        let answer = asked::<PartBooks>(&mut works, &PartQuestion::Open, vec![bytes]);
        assert_eq!(answer, told(&why));
    }
    let plan = json::write(&sample("mihon")).into_bytes();
    let answer = asked::<PartBooks>(&mut works, &PartQuestion::Read(1), vec![plan]);
    assert_eq!(answer, Answer::told(&None::<Untaken>));
    assert_eq!(
        asked::<PartBooks>(&mut works, &PartQuestion::Part, vec![]),
        None
    );
    assert_eq!(
        asked::<PartBooks>(&mut works, &PartQuestion::Open, vec![]),
        None
    );
}
