//! 実施計画（一覧）: every line of the year in one table a goal.

use super::initiatives::InitiativeTable;
use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{paper as words, plan};
use format::document::{Block, Cell, Row, Style};
use insight::money::Scope;
use strategy::*;

/// Returns every line of the year, by goal and measure, with 計 and 純計.
pub fn plan_list(data: &ReportData, chosen: Option<Id<Goal>>) -> Paper {
    let ledger = data.ledger(Side::Planned);
    let lines = ledger.entries.iter().map(|entry| &*entry.line);
    let list = PaperList {
        data,
        table: InitiativeTable::planned(lines, data.edition),
    };
    let goals = data.goals(chosen).into_iter();
    let mut blocks = vec![
        Block::Text(Style::Above, words::list_title(data.edition)),
        Block::title(words::plan_list().0),
    ];
    blocks.extend(goals.flat_map(|goal| list.goal(goal)));
    match blocks.len() {
        2 => blocks.push(Block::body(words::no_sheets())),
        _ if chosen.is_some() => {}
        _ => blocks.push(Block::body(words::whole(&ledger.total(Scope::All)))),
    }
    Paper::new(vec![blocks], true, data.scale)
}

struct PaperList<'a> {
    data: &'a ReportData<'a>,
    table: InitiativeTable,
}

impl PaperList<'_> {
    fn goal(&self, goal: &Goal) -> Vec<Block> {
        let measures = self.data.strategy.measures_of(goal.id);
        let mut rows: Vec<Row> = measures.iter().flat_map(|m| self.measure(m)).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let label = words::total_of(&self.data.numbers.goal(goal.id), goal.kind);
        rows.push(self.total(label, Scope::Goal(goal.id)));
        vec![
            Block::heading(self.data.goal(goal.id)),
            Block::Table(self.table.table(rows)),
        ]
    }

    fn measure(&self, measure: &Measure) -> Vec<Row> {
        let scope = Scope::Measure(measure.id);
        let entries = self.data.ledger(Side::Planned).within(scope);
        let lines = entries.map(|entry| {
            let now = entry.edition == self.data.edition;
            self.table.line(&entry.line, now)
        });
        let mut rows: Vec<Row> = lines.collect();
        if !rows.is_empty() {
            let name = self.data.measure(measure);
            rows.insert(0, Row::group(name, self.table.width()));
            rows.push(self.total(plan::sum().to_owned(), scope));
        }
        rows
    }

    fn total(&self, label: String, scope: Scope) -> Row {
        let ledger = self.data.ledger(Side::Planned);
        let total = ledger.total(scope);
        let net = (total.net != total.sum).then(|| words::net_of(total.net));
        let label = Cell::noted(label, net.unwrap_or_default());
        let sum = |year| ledger.total_of(scope, year).amount();
        self.table.total(label, sum)
    }
}
