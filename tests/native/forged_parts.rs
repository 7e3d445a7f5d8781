//! A forged workbook of a part (P33, E51): numbers of other records, hostile texts, duplicate rows. Nothing outside
//! of its scope is accepted, each record keeps its identity, and one undo restores the plan byte for byte.

use edit::merge::{ChoicesOf, gather};
use fixtures::arbitrary::Dice;
use fixtures::sample;
use format::json;
use format::workbook::{CellRead, RowRead, SheetRead, read_workbook};
use output::hands::{hash_of, incoming, part_of, part_workbook, read_part, returned};
use strategy::*;

use crate::part_workbook::text;

/// Texts that a program could interpret as something other than text.
const HOSTILE: [&str; 10] = [
    "=HYPERLINK(\"https://example.com\",\"x\")",
    "+cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "\u{202e}gpj.exe\u{feff}",
    "__proto__",
    "\u{0}\u{1b}[2J",
    "'; DROP TABLE x; --",
    "（非表示の行）",
    "9999999999999999999999999999999999999999",
];

/// Returns a plan that handed out one of its measures, and that part.
fn handing_out(mut plan: Strategy) -> (Strategy, Strategy, HandedPart) {
    let measure = plan.measures.sorted()[0].id;
    let mut part = HandedPart {
        id: "17".to_owned(),
        to: "産業課".to_owned(),
        records: vec![measure.to_string()],
        ..HandedPart::default()
    };
    part.hash = hash_of(&part_of(&plan, &part));
    let handed = part_of(&plan, &part);
    plan.about.insert(About {
        handed_out: vec![part.clone()],
        ..About::clone(&plan.about())
    });
    (plan, handed, part)
}

/// Returns the numbers that a forger may write: of records within the part and outside of it, and of none.
fn numbers(plan: &Strategy) -> Vec<String> {
    let goals = plan.goals.ids().map(AnyId::from);
    let measures = plan.measures.ids().map(AnyId::from);
    let initiatives = plan.initiatives.ids().map(AnyId::from);
    let series = plan.series.ids().map(AnyId::from);
    let lines = plan.lines.ids().map(AnyId::from);
    let all = goals
        .chain(measures)
        .chain(initiatives)
        .chain(series)
        .chain(lines);
    let own = all.map(|id| id.to_string());
    let none = [
        "",
        "m0",
        "m18446744073709551615",
        "x1",
        "m-1",
        "new",
        "m1e9",
        "１",
    ];
    own.chain(none.map(str::to_owned)).collect()
}

fn put(row: &mut RowRead, column: usize, cell: CellRead) {
    row.cells.retain(|(at, _)| *at != column);
    row.cells.push((column, cell));
    row.cells.sort_by_key(|(at, _)| *at);
}

/// Forges some rows of a sheet.
fn forge(sheet: &mut SheetRead, numbers: &[String], d: &mut Dice) {
    for _ in 0..1 + d.below(4) {
        if sheet.rows.len() < 6 {
            return;
        }
        let at = 4 + d.below(sheet.rows.len() - 4);
        let width = sheet.rows[3].cells.last().map_or(1, |(last, _)| *last);
        match d.below(5) {
            0 => put(
                &mut sheet.rows[at],
                0,
                text(&numbers[d.below(numbers.len())]),
            ),
            1 => {
                let again = sheet.rows[at].clone();
                sheet.rows.push(again);
            }
            2 => {
                let other = 4 + d.below(sheet.rows.len() - 4);
                let number = sheet.rows[other].get(0).cloned();
                number
                    .into_iter()
                    .for_each(|number| put(&mut sheet.rows[at], 0, number));
            }
            3 => put(
                &mut sheet.rows[at],
                d.below(width + 2),
                text(&HOSTILE[d.below(10)].repeat(1 + d.below(40))),
            ),
            _ => put(
                &mut sheet.rows[3],
                d.below(width + 1),
                text(HOSTILE[d.below(10)]),
            ),
        }
    }
    for (at, row) in sheet.rows.iter_mut().enumerate() {
        row.number = at + 1;
    }
}

#[test]
fn e51_a_forged_workbook_takes_nothing_outside_of_its_scope_and_is_undone_to_the_byte() {
    let mut merged = 0;
    for name in ["mihon", "hokuto-2024"] {
        let (plan, part, handed) = handing_out(sample(name));
        let numbers = numbers(&plan);
        let sheets = read_workbook(&part_workbook(&part).unwrap()).unwrap();
        let before = json::write(&plan);
        for seed in 0..40 {
            let mut d = Dice::new(seed);
            let mut forged = sheets.clone();
            for sheet in forged.iter_mut().filter(|sheet| !sheet.hidden) {
                forge(sheet, &numbers, &mut d);
            }
            let mut last = 4_710;
            let written = read_part(&part, &forged, &mut || {
                last += 1;
                last
            });
            assert_eq!(written.part.integrity(), [], "{name} {seed}");
            let mut came = incoming(&plan, written.part, &[]).unwrap();
            came.offered = written.offered;
            let returns = [returned(&plan, &came, Some(&plan))];
            let gathering = gather(&plan, &returns, &ChoicesOf::new());
            let Ok(edit) = gathering.edit() else { continue };
            let mut now = plan.clone();
            edit.apply(&mut now).unwrap();
            assert_eq!(now.integrity(), [], "{name} {seed}");
            // The plan outside the part is unchanged: every other measure, goal and indicator.
            for measure in plan
                .measures
                .iter()
                .filter(|one| one.id.to_string() != handed.records[0])
            {
                assert_eq!(now.measures.get(measure.id), Some(measure), "{name} {seed}");
                let works = plan.initiatives.under(measure.id);
                assert_eq!(now.initiatives.under(measure.id), works, "{name} {seed}");
            }
            assert_eq!(goals(&now), goals(&plan), "{name} {seed}");
            edit.reverse().apply(&mut now).unwrap();
            assert_eq!(json::write(&now), before, "{name} {seed}");
            merged += 1;
        }
    }
    assert!(merged > 40, "{merged}");
}

/// Titles and texts of all goals.
fn goals(plan: &Strategy) -> Vec<(String, String)> {
    let all = plan.goals.sorted().into_iter();
    all.map(|goal| (goal.title.clone(), goal.direction.clone()))
        .collect()
}
