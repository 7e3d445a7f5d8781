//! 施策評価シート and 実施計画: one measure a page.

use super::facts::Facts;
use super::figures;
use super::form::{Block, Cell, Paper, Row, labelled};
use super::pages::pages;
use super::summary::{Halves, summary};
use super::works::Works;
use crate::insight::appraisal::Appraisal;
use crate::insight::money::Scope;
use crate::insight::sheets::sheet_of;
use crate::strategy::*;
use crate::words::{marks, paper as words, plan, review};

/// The size of the letters of every sheet: most of them go on one page with it.
const SCALE: f64 = 0.92;

/// The sheets of every measure or of one; before all of them the 総括表.
pub fn sheets(facts: &Facts, chosen: Option<Id<Measure>>, halves: Halves) -> Paper {
    let appraisal = Appraisal::of(facts.strategy, facts.edition.previous());
    let measures = facts.measures(chosen);
    let drafts = measures.iter().filter_map(|measure| {
        let sheet = sheet_of(facts.strategy, measure.id, facts.edition)?;
        let sheet = facts.strategy.get(sheet)?;
        Some(draft(facts, &appraisal, measure, sheet, halves))
    });
    let mut drafts: Vec<Vec<Block>> = drafts.collect();
    if drafts.is_empty() {
        drafts.push(vec![Block::Text(words::no_sheets().to_owned())]);
    } else if chosen.is_none() {
        drafts.insert(0, summary(facts, halves));
    }
    pages(drafts, false, SCALE * facts.scale)
}

fn draft(
    facts: &Facts,
    appraisal: &Appraisal,
    measure: &Measure,
    sheet: &Sheet,
    halves: Halves,
) -> Vec<Block> {
    let mut blocks = head(facts, measure);
    if halves.done {
        done(facts, appraisal, measure, sheet, &mut blocks);
    }
    if halves.planned {
        planned(facts, measure, sheet, &mut blocks);
    }
    blocks
}

fn head(facts: &Facts, measure: &Measure) -> Vec<Block> {
    let division = measure.division.and_then(|id| facts.strategy.get(id));
    let division =
        division.map(|d| words::division(&d.label, &facts.numbers.division(d.id), &d.title));
    let way = plan::way(&facts.goal(measure.goal), division.as_deref());
    vec![
        Block::Above(words::way(&way, &measure.owner)),
        Block::Title(words::measure(&facts.measure(measure), measure.priority)),
    ]
}

/// 実績と評価.
fn done(
    facts: &Facts,
    appraisal: &Appraisal,
    measure: &Measure,
    sheet: &Sheet,
    leaf: &mut Vec<Block>,
) {
    let year = facts.edition.previous();
    leaf.push(Block::Heading(words::done(year)));
    leaf.push(works(facts, Side::Done, sheet.id, &Works::done(year)));
    leaf.push(labelled(vec![
        (review::results().to_owned(), sheet.results.clone()),
        (review::rating().to_owned(), sheet.rating.clone()),
    ]));
    leaf.extend(figures::kpis(facts.strategy, appraisal, &measure.kpis));
    let mut rows = vec![(
        review::improvements().to_owned(),
        sheet.improvements.clone(),
    )];
    let opinions = sheet.opinions.iter();
    rows.extend(opinions.map(|opinion| (opinion.by.clone(), words::opinion(opinion))));
    rows.extend(sheet.grant.iter().flat_map(words::grant));
    leaf.push(labelled(rows));
}

/// 計画.
fn planned(facts: &Facts, measure: &Measure, sheet: &Sheet, leaf: &mut Vec<Block>) {
    let lines = facts.ledger(Side::Planned).within(Scope::Sheet(sheet.id));
    let lines: Vec<_> = lines.map(|entry| &*entry.line).collect();
    let years = Works::planned(lines.iter().copied(), facts.edition);
    let code = |r: &Related| {
        r.measure
            .map_or(r.code.clone(), |id| facts.numbers.code_of(id))
    };
    let related: Vec<_> = measure.related.iter().map(code).collect();
    let mut about = vec![(plan::outline().to_owned(), sheet.outline.clone())];
    if !related.is_empty() {
        about.push((words::related().to_owned(), related.join(marks::list())));
    }
    leaf.push(Block::Heading(words::planned(facts.edition)));
    leaf.push(labelled(about));
    leaf.push(works(facts, Side::Planned, sheet.id, &years));
    if !sheet.note.trim().is_empty() {
        leaf.push(labelled(vec![(
            plan::note().to_owned(),
            sheet.note.clone(),
        )]));
    }
}

/// The lines of a sheet, then 計, then 純計 where it is another.
fn works(facts: &Facts, side: Side, sheet: Id<Sheet>, works: &Works) -> Block {
    let (scope, ledger) = (Scope::Sheet(sheet), facts.ledger(side));
    let entries = ledger.within(scope);
    let mut rows: Vec<Row> = entries.map(|entry| works.line(&entry.line, true)).collect();
    if rows.is_empty() {
        rows.push(Row::across("", words::no_lines().to_owned(), works.width()));
    }
    let total = ledger.total(scope);
    let mut printed = facts.printed.iter();
    let other = printed.find(|t| t.sheet == sheet && t.side == side && !t.agrees());
    let label = Cell::noted(plan::sum(), other.map(words::differs).unwrap_or_default());
    rows.push(works.total(label, |year| ledger.total_of(scope, year).amount()));
    if total.net != total.sum {
        let net = |year| ledger.total_of(scope, year).net_amount();
        rows.push(works.total(words::net_label().into(), net));
    }
    Block::Table(works.table(rows))
}
