//! 実施計画（一覧）: every line of the year in one table a goal.

use super::facts::Facts;
use super::form::{Block, Cell, Paper, Row};
use super::pages::pages;
use super::works::Works;
use crate::insight::money::Scope;
use crate::strategy::*;
use crate::words::{paper as words, plan};

/// Every line of the year, by goal and measure, with 計 and 純計.
pub fn plan_list(facts: &Facts, chosen: Option<Id<Goal>>) -> Paper {
    let ledger = facts.ledger(Side::Planned);
    let lines = ledger.entries.iter().map(|entry| &*entry.line);
    let list = List {
        facts,
        works: Works::planned(lines, facts.edition),
    };
    let goals = facts.goals(chosen).into_iter();
    let mut blocks = vec![
        Block::Above(words::list_title(facts.edition)),
        Block::Title(words::plan_list().0.to_owned()),
    ];
    blocks.extend(goals.flat_map(|goal| list.goal(goal)));
    match blocks.len() {
        2 => blocks.push(Block::Text(words::no_sheets().to_owned())),
        _ if chosen.is_some() => {}
        _ => blocks.push(Block::Text(words::whole(&ledger.total(Scope::All)))),
    }
    pages(vec![blocks], true, facts.scale)
}

struct List<'a> {
    facts: &'a Facts<'a>,
    works: Works,
}

impl List<'_> {
    fn goal(&self, goal: &Goal) -> Vec<Block> {
        let measures = self.facts.strategy.measures_of(goal.id);
        let mut rows: Vec<Row> = measures.iter().flat_map(|m| self.measure(m)).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let label = words::total_of(&self.facts.numbers.goal(goal.id), goal.kind);
        rows.push(self.total(label, Scope::Goal(goal.id)));
        vec![
            Block::Heading(self.facts.goal(goal.id)),
            Block::Table(self.works.table(rows)),
        ]
    }

    fn measure(&self, measure: &Measure) -> Vec<Row> {
        let scope = Scope::Measure(measure.id);
        let entries = self.facts.ledger(Side::Planned).within(scope);
        let lines = entries.map(|entry| {
            let now = entry.edition == self.facts.edition;
            self.works.line(&entry.line, now)
        });
        let mut rows: Vec<Row> = lines.collect();
        if !rows.is_empty() {
            let name = self.facts.measure(measure);
            rows.insert(0, Row::group(name, self.works.width()));
            rows.push(self.total(plan::sum().to_owned(), scope));
        }
        rows
    }

    fn total(&self, label: String, scope: Scope) -> Row {
        let ledger = self.facts.ledger(Side::Planned);
        let total = ledger.total(scope);
        let net = (total.net != total.sum).then(|| words::net_of(total.net));
        let label = Cell::noted(label, net.unwrap_or_default());
        let sum = |year| ledger.total_of(scope, year).amount();
        self.works.total(label, sum)
    }
}
