//! 施策評価シート and 実施計画: one measure a page.

use super::figures;
use super::initiatives::InitiativeTable;
use super::layout::Paper;
use super::report_data::ReportData;
use super::summary::{Halves, summary};
use ::words::{marks, paper as words, plan, review};
use format::document::{Block, Cell, Row, Style};
use insight::appraisal::Appraisal;
use insight::money::Scope;
use insight::sheets::sheet_of;
use strategy::*;

/// Scale of the letters of all sheets. Most sheets fit on one page with it.
const SCALE: f64 = 0.92;

/// Returns the sheets of all measures after the 総括表, or the sheet of one measure.
pub fn sheets(data: &ReportData, chosen: Option<Id<Measure>>, halves: Halves) -> Paper {
    let appraisal = Appraisal::of(data.strategy, data.edition.previous());
    let measures = data.measures(chosen);
    let drafts = measures.iter().filter_map(|measure| {
        let sheet = sheet_of(data.strategy, measure.id, data.edition)?;
        let sheet = data.strategy.get(sheet)?;
        Some(draft(data, &appraisal, measure, sheet, halves))
    });
    let mut drafts: Vec<Vec<Block>> = drafts.collect();
    if drafts.is_empty() {
        drafts.push(vec![Block::body(words::no_sheets())]);
    } else if chosen.is_none() {
        drafts.insert(0, summary(data, halves));
    }
    Paper::new(drafts, false, SCALE * data.scale)
}

fn draft(
    data: &ReportData,
    appraisal: &Appraisal,
    measure: &Measure,
    sheet: &Sheet,
    halves: Halves,
) -> Vec<Block> {
    let mut blocks = head(data, measure);
    if halves.done {
        done(data, appraisal, measure, sheet, &mut blocks);
    }
    if halves.planned {
        planned(data, measure, sheet, &mut blocks);
    }
    blocks
}

fn head(data: &ReportData, measure: &Measure) -> Vec<Block> {
    let division = measure.division.and_then(|id| data.strategy.get(id));
    let division =
        division.map(|d| words::division(&d.label, &data.numbers.division(d.id), &d.title));
    let way = plan::way(&data.goal(measure.goal), division.as_deref());
    vec![
        Block::Text(Style::Above, words::way(&way, &measure.owner)),
        Block::title(words::measure(&data.measure(measure), measure.priority)),
    ]
}

/// Adds 実績と評価.
fn done(
    data: &ReportData,
    appraisal: &Appraisal,
    measure: &Measure,
    sheet: &Sheet,
    blocks: &mut Vec<Block>,
) {
    let year = data.edition.previous();
    blocks.push(Block::heading(words::done(year)));
    blocks.push(initiatives(
        data,
        Side::Done,
        sheet.id,
        &InitiativeTable::done(year),
    ));
    blocks.push(Block::labelled(vec![
        (review::results().to_owned(), sheet.results.clone()),
        (review::rating().to_owned(), sheet.rating.clone()),
    ]));
    blocks.extend(figures::kpis(data.strategy, appraisal, &measure.kpis));
    let mut rows = vec![(
        review::improvements().to_owned(),
        sheet.improvements.clone(),
    )];
    let opinions = sheet.opinions.iter();
    rows.extend(opinions.map(|opinion| (opinion.by.clone(), words::opinion(opinion))));
    rows.extend(sheet.grant.iter().flat_map(words::grant));
    blocks.push(Block::labelled(rows));
}

/// Adds 計画.
fn planned(data: &ReportData, measure: &Measure, sheet: &Sheet, blocks: &mut Vec<Block>) {
    let lines = data.ledger(Side::Planned).within(Scope::Sheet(sheet.id));
    let lines: Vec<_> = lines.map(|entry| &*entry.line).collect();
    let years = InitiativeTable::planned(lines.iter().copied(), data.edition);
    let code = |r: &Related| {
        r.measure
            .map_or(r.code.clone(), |id| data.numbers.code_of(id))
    };
    let related: Vec<_> = measure.related.iter().map(code).collect();
    let mut about = vec![(plan::outline().to_owned(), sheet.outline.clone())];
    if !related.is_empty() {
        about.push((words::related().to_owned(), related.join(marks::list())));
    }
    blocks.push(Block::heading(words::planned(data.edition)));
    blocks.push(Block::labelled(about));
    blocks.push(initiatives(data, Side::Planned, sheet.id, &years));
    if !sheet.note.trim().is_empty() {
        blocks.push(Block::labelled(vec![(
            plan::note().to_owned(),
            sheet.note.clone(),
        )]));
    }
}

/// Returns the lines of a sheet, then 計, then 純計 if it differs.
fn initiatives(data: &ReportData, side: Side, sheet: Id<Sheet>, table: &InitiativeTable) -> Block {
    let (scope, ledger) = (Scope::Sheet(sheet), data.ledger(side));
    let entries = ledger.within(scope);
    let mut rows: Vec<Row> = entries.map(|entry| table.line(&entry.line, true)).collect();
    if rows.is_empty() {
        rows.push(Row::across(words::no_lines().to_owned(), table.width()));
    }
    let total = ledger.total(scope);
    let mut printed = data.printed.iter();
    let other = printed.find(|t| t.sheet == sheet && t.side == side && !t.agrees());
    let label = Cell::noted(plan::sum(), other.map(words::differs).unwrap_or_default());
    rows.push(table.total(label, |year| ledger.total_of(scope, year).amount()));
    if total.net != total.sum {
        let net = |year| ledger.total_of(scope, year).net_amount();
        rows.push(table.total(words::net_label().into(), net));
    }
    Block::Table(table.table(rows))
}
