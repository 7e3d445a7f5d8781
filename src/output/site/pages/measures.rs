//! 実施計画と評価: every measure with its money, goal by goal.

use super::parts::{heads, number, row, scrolled, to_measure};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::page as read;
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::number::grouped;
use ::words::{YearForms, marks, model, site as words};
use insight::money::{Amount, Ledger, Scope};
use insight::sheets::editions;
use strategy::*;

pub fn page(site: &Site) -> Vec<Element> {
    let s = site.strategy();
    let mut page = vec![
        text("h1", words::measures()),
        text("p", words::measures_note()),
    ];
    let edition = editions(s).into_keys().next_back();
    let sums = edition.map(|year| Sums::of(s, year));
    if s.measures.is_empty() {
        page.push(text("p", words::no_measures()));
    }
    page.extend(sums.as_ref().map(|sums| sums.whole()));
    for goal in s.goals.sorted() {
        let measures = s.measures_of(goal.id);
        if measures.is_empty() {
            continue;
        }
        let number = site.of.numbers.goal(goal.id);
        let heading = model::goal_coded(&number, model::named(&goal.title));
        page.push(text("h2", &heading));
        page.push(match &sums {
            Some(sums) => sums.table(site, &heading, &measures),
            None => super::parts::list(measures.iter().map(|one| to_measure(site, one.id))),
        });
    }
    page
}

/// The page of a goal, with the way to its measures.
pub fn goal(site: &Site, id: Id<Goal>) -> Option<Vec<Element>> {
    let mut page = read(&site.of, Page::Goal(id))?;
    page.extend(super::work::of_goal(site, id));
    if site.has_logic(id) {
        let model = super::parts::link(SitePage::Logic(id), words::to_logic());
        page.push(element("p").child(model));
    }
    let measures = site.strategy().measures_of(id);
    if !measures.is_empty() {
        page.push(text("h2", words::measures_of_goal()));
        let links = measures.iter().map(|one| to_measure(site, one.id));
        page.push(super::parts::list(links));
    }
    Some(page)
}

/// The money of one edition: what is planned for its first year, and what was settled in the year before.
struct Sums {
    planned: Ledger,
    settled: Ledger,
}

impl Sums {
    fn of(s: &Strategy, edition: FiscalYear) -> Self {
        let of = insight::money::Edition::Of(edition);
        Self {
            planned: Ledger::of(s, Side::Planned, edition, of),
            settled: Ledger::of(s, Side::Done, edition.previous(), of),
        }
    }

    fn cells(&self, scope: Scope) -> [Element; 4] {
        let (settled, planned) = (self.settled.total(scope), self.planned.total(scope));
        [
            settled.amount(),
            settled.net_amount(),
            planned.amount(),
            planned.net_amount(),
        ]
        .map(|sum| number(&amount(sum)))
    }

    fn columns(&self, first: &str) -> Element {
        let settled = [words::settled(), " ", &self.settled.year.short()].concat();
        let planned = [words::budget(), " ", &self.planned.year.short()].concat();
        let net = |of: &str| [of, " ", words::net()].concat();
        let numbers = [
            [&settled, " ", words::sum()].concat(),
            net(&settled),
            [&planned, " ", words::sum()].concat(),
            net(&planned),
        ];
        heads(first, &numbers, &[])
    }

    fn whole(&self) -> Element {
        let table = element("table")
            .class("reader-table wide")
            .child(text("caption", words::year_sums()))
            .child(self.columns(words::whole()))
            .child(
                element("tbody").child(row(text("span", words::whole()), self.cells(Scope::All))),
            );
        scrolled(words::year_sums(), table)
    }

    fn table(&self, site: &Site, heading: &str, measures: &[&std::sync::Arc<Measure>]) -> Element {
        let lines = measures
            .iter()
            .map(|one| row(to_measure(site, one.id), self.cells(Scope::Measure(one.id))));
        let table = element("table")
            .class("reader-table wide")
            .child(text("caption", heading).class("visually-hidden"))
            .child(self.columns(words::measure()))
            .child(element("tbody").all(lines));
        scrolled(heading, table)
    }
}

/// 「431,295」; what is not written is no zero.
pub fn amount(amount: Option<Amount>) -> String {
    match amount {
        None => marks::nothing().to_owned(),
        Some(Amount::Unset) => words::not_written().to_owned(),
        Some(Amount::Dash) => "-".to_owned(),
        Some(Amount::Known(n)) => grouped(n),
    }
}
