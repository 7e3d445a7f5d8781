//! A part of a plan, saved and filled in with LibreOffice.

use edit::merge::{ChoicesOf, gather};
use format::workbook::read_workbook;
use output::hands::{hash_of, incoming, mark_of, part_of, part_workbook, read_part, returned};
use strategy::*;

use super::converted;
use super::fill_in::filled_in;
use crate::part_workbook::whole;
use fixtures::sample;

#[test]
#[ignore = "needs LibreOffice"]
fn p33_a_workbook_saved_by_libreoffice_is_the_part() {
    for name in ["hokuto-2024", "mihon"] {
        let part = whole(&sample(name));
        let file = part_workbook(&part).unwrap();
        let saved = converted(&[("part.xlsx", &file)], "xlsx").remove(0);
        let sheets = read_workbook(&saved).unwrap();
        assert_eq!(mark_of(&sheets).unwrap().hash, hash_of(&part));
        assert!(sheets.last().unwrap().hidden);
        let written = read_part(&part, &sheets, &mut || unreachable!());
        assert_eq!(written.unwritten, []);
        assert_eq!(written.part, part);
    }
}

/// Returns the part of a plan that a line of the ledger hands out, and the plan with that line; the line gets its hash.
fn handed_out(plan: &Strategy, given: &mut HandedPart) -> (Strategy, Strategy) {
    given.hash = hash_of(&part_of(plan, given));
    let part = part_of(plan, given);
    let mut mine = plan.clone();
    let mut about = About::clone(&mine.about());
    about.handed_out.push(given.clone());
    mine.about.insert(about);
    (part, mine)
}

/// Replaces the first occurrence of a text after another one.
fn replaced(xml: &mut String, behind: &str, from: &str, to: &str) {
    let start = xml.find(behind).unwrap_or_else(|| panic!("{behind}"));
    let at = start + xml[start..].find(from).unwrap_or_else(|| panic!("{from}"));
    xml.replace_range(at..at + from.len(), to);
}

#[test]
#[ignore = "needs LibreOffice"]
fn p33_a_part_written_in_with_libreoffice_comes_together_with_the_plan() {
    let plan = sample("hokuto-2024");
    let line = plan.lines.iter().find(|line| {
        let settled = line.settled.as_ref().map(Money::amount);
        settled.is_some_and(|amount| amount > 999)
    });
    let line = Line::clone(line.unwrap());
    let measure = plan.get(line.sheet).unwrap().measure;
    let initiative = Initiative::clone(plan.initiatives.under(measure)[0]);
    let mut given = HandedPart {
        id: "17".to_owned(),
        to: "産業課".to_owned(),
        records: vec![measure.to_string()],
        ..HandedPart::default()
    };
    let (part, mine) = handed_out(&plan, &mut given);

    // Opened, a title and an amount overwritten, saved.
    let file = part_workbook(&part).unwrap();
    let opened = converted(&[("section.xlsx", &file)], "fods").remove(0);
    let mut opened = String::from_utf8(opened).unwrap();
    let amount = line.settled.as_ref().map(Money::amount).unwrap();
    replaced(
        &mut opened,
        &initiative.id.to_string(),
        &format!("<text:p>{}</text:p>", initiative.title),
        "<text:p>産業課の取組</text:p>",
    );
    replaced(
        &mut opened,
        &line.id.to_string(),
        &format!("office:value=\"{amount}\""),
        "office:value=\"4711\"",
    );
    let saved = converted(&[("section.fods", opened.as_bytes())], "xlsx").remove(0);

    let sheets = read_workbook(&saved).unwrap();
    assert_eq!(mark_of(&sheets).unwrap().hash, given.hash);
    let written = read_part(&part, &sheets, &mut || unreachable!());
    assert_eq!(written.unwritten, []);
    let one = incoming(&mine, written.part, &[]).unwrap();
    let gathering = gather(
        &mine,
        &[returned(&mine, &one, Some(&plan))],
        &ChoicesOf::new(),
    );
    let tally = gathering.tallies()[0];
    assert_eq!((tally.changed, tally.added, tally.conflicts), (2, 0, 0));
    let mut now = mine.clone();
    gathering.edit().unwrap().apply(&mut now).unwrap();
    assert_eq!(now.get(initiative.id).unwrap().title, "産業課の取組");
    assert_eq!(
        now.get(line.id).unwrap().settled,
        Some(Money::Thousand(4711))
    );
}

#[test]
#[ignore = "needs LibreOffice"]
fn p36_a_workbook_is_filled_in_where_it_is_coloured_and_nowhere_else_and_all_of_it_is_taken() {
    let plan = sample("mihon");
    let measures = plan.measures.iter().map(|one| one.id.to_string());
    let kpis = plan.measures.iter().flat_map(|one| &one.kpis);
    let mut given = HandedPart {
        id: "21".to_owned(),
        to: "産業課".to_owned(),
        records: measures.chain(kpis.map(Id::to_string)).collect(),
        work: vec![Work::Actuals, Work::Reviews, Work::Plans],
        ..HandedPart::default()
    };
    let (part, mine) = handed_out(&plan, &mut given);

    let filled = filled_in("part", &part_workbook(&part).unwrap());
    assert!(filled.typed > 20, "{}", filled.typed);
    assert!(filled.refused > filled.typed, "{}", filled.refused);
    assert_eq!(filled.through, 0);
    let written = read_part(
        &part,
        &read_workbook(&filled.saved).unwrap(),
        &mut || unreachable!(),
    );
    assert_eq!(written.unwritten, []);
    assert!(written.offered.is_empty());
    // 評価 and its text are one decision.
    let judged = |sheet: &&std::sync::Arc<Sheet>| {
        let now = written.part.get(sheet.id).unwrap();
        now.rating != sheet.rating && now.results != sheet.results
    };
    let both = part.sheets.iter().filter(judged).count();
    let one = incoming(&mine, written.part, &[]).unwrap();
    let returns = [returned(&mine, &one, Some(&plan))];
    let gathering = gather(&mine, &returns, &ChoicesOf::new());
    let tally = gathering.tallies()[0];
    assert_eq!(tally.changed + both, filled.typed);
    let rest = (tally.added, tally.removed, tally.outside, tally.conflicts);
    assert_eq!(rest, (0, 0, 0, 0));
    for (_, row) in gathering.rows() {
        assert_eq!(row.closed, None, "{row:?}");
        assert!(!row.is_to_decide(), "{row:?}");
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn e54_eight_sections_come_together_one_of_them_by_libreoffice() {
    crate::eight_sections::come_together(&|bytes| {
        converted(&[("eighth.xlsx", &bytes)], "xlsx").remove(0)
    });
}
