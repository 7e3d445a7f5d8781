//! 評価: a row for each sheet, newest year first, in the order of the plan.

use super::draft::{SheetDraft, head};
use ::words::model::kind;
use ::words::{YearForms, paper, plan, workbook as words};
use format::workbook::{Cell, Row, RowKind, Sheet as Tab};
use insight::Numbers;
use strategy::*;

/// Returns the sheet; `None` if no measure has a sheet.
pub fn sheet(s: &Strategy) -> Option<Tab> {
    let numbers = Numbers::of(s);
    let mut rows = Vec::new();
    for year in sort::set(s.sheets.iter().map(|sheet| sheet.year))
        .into_iter()
        .rev()
    {
        for goal in s.goals.sorted() {
            for measure in s.measures_of(goal.id) {
                let sheets = s.sheets.under(measure.id).into_iter();
                let of_year = sheets.filter(|sheet| sheet.year == year);
                let name = plan::coded(&numbers.code_of(measure.id), &measure.title);
                rows.extend(of_year.map(|sheet| row(&name, measure, sheet)));
            }
        }
    }
    SheetDraft {
        plan: &s.about().title,
        name: words::reviews(),
        note: String::new(),
        heads: vec![
            (words::judged_year().to_owned(), 10),
            (kind(Kind::Measure).to_owned(), 32),
            head(&Sheet::rating.field, 8),
            head(&Sheet::outline.field, 40),
            head(&Sheet::results.field, 56),
            head(&Sheet::improvements.field, 56),
            head(&Sheet::opinions.field, 40),
            head(&Measure::owner.field, 14),
            head(&Sheet::note.field, 28),
        ],
        frozen: 2,
        rows,
    }
    .sheet()
}

fn row(name: &str, measure: &Measure, sheet: &Sheet) -> Row {
    let opinions: Vec<_> = sheet.opinions.iter().map(paper::opinion).collect();
    let cells = [
        sheet.year.previous().short().as_str(),
        name,
        &sheet.rating,
        &sheet.outline,
        &sheet.results,
        &sheet.improvements,
        &opinions.join("\n"),
        &measure.owner,
        &sheet.note,
    ]
    .map(Cell::text);
    Row::new(RowKind::Body, cells)
}
