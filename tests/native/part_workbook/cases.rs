//! Workbooks that an earlier version handed out, and that came back wrong elsewhere. `tests/data/cases/` holds them.

use super::*;

/// Returns the part of みほん町 that these workbooks were made from.
fn part() -> Strategy {
    let indicators = [4, 5, 6, 7, 8, 11, 12].map(|id| AnyId::from(Id::<Indicator>::new(id)));
    let measures = [1, 2, 3, 5].map(|id| AnyId::from(Id::<Measure>::new(id)));
    let mut part = HandedPart {
        id: "12ecee4817388e".to_owned(),
        to: "産業振興課".to_owned(),
        records: indicators
            .into_iter()
            .chain(measures)
            .map(|id| id.to_string())
            .collect(),
        ..HandedPart::default()
    };
    let plan = sample("mihon");
    part.hash = hash_of(&part_of(&plan, &part));
    part_of(&plan, &part)
}

fn read(book: &[u8]) -> (Strategy, ReturnedPart) {
    let part = part();
    let mut fresh = 1000..;
    let sheets = read_workbook(book).unwrap();
    assert_eq!(mark_of(&sheets).unwrap().id, "12ecee4817388e");
    let read = read_part(&part, &sheets, &mut || fresh.next().unwrap());
    (part, read)
}

/// Returns the actuals of R7, by series.
fn of_r7(plan: &Strategy) -> Vec<(u64, &str)> {
    let series = plan.series.iter();
    let read = series.filter_map(|one| {
        let figure = one.actuals.get(&FiscalYear(2025))?;
        Some((one.id.number(), figure.text()))
    });
    read.collect()
}

#[test]
fn p33_what_was_handed_out_by_an_earlier_version_comes_back_unchanged() {
    let (part, read) = read(include_bytes!("../../data/cases/70-part-given.xlsx"));
    assert_eq!((read.part, read.unwritten), (part, vec![]));
}

#[test]
fn p33_a_formula_without_a_result_and_odd_cells_of_an_old_workbook_lose_nothing() {
    let (_, read) = read(include_bytes!("../../data/cases/70-part-forms.xlsx"));
    assert_eq!(
        of_r7(&read.part),
        [
            (4, "34.5%"),
            (5, "21（見込）"),
            (6, "1234.5"),
            (7, "2026-03-31")
        ]
    );
    let formula = NotTaken::Unreadable {
        sheet: "指標の数値".to_owned(),
        row: 5,
        head: "R7 実績".to_owned(),
        why: Unreadable::NoResult,
    };
    assert_eq!(read.unwritten, [formula]);
}

#[test]
fn p33_a_figure_under_a_reworded_head_of_an_old_workbook_is_taken() {
    let (_, read) = read(include_bytes!("../../data/cases/70-part-head.xlsx"));
    assert_eq!(
        of_r7(&read.part),
        [(4, "557"), (5, "21（見込）"), (7, "14")]
    );
    assert_eq!(read.unwritten, []);
}

#[test]
fn p33_a_new_row_of_an_old_workbook_is_a_new_indicator() {
    let (part, read) = read(include_bytes!("../../data/cases/70-part-newrow.xlsx"));
    let new: Vec<_> = read
        .part
        .indicators
        .iter()
        .filter(|one| part.get(one.id).is_none())
        .collect();
    assert_eq!(new.len(), 1);
    let series = read
        .part
        .series
        .iter()
        .find(|one| one.indicator == new[0].id)
        .unwrap();
    assert_eq!(
        (&*new[0].name, &*series.name),
        ("みほんファン登録者数（関係人口）", "課が足した指標")
    );
    assert_eq!(series.targets[&FiscalYear(2025)].text(), "1500");
    assert_eq!(
        of_r7(&read.part),
        [(5, "21（見込）"), (7, "14"), (1001, "9")]
    );
    assert!(read.offered.contains(&new[0].id.into()));
}
