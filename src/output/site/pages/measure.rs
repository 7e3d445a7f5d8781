//! 実施計画と評価 of a measure: sheet by sheet, the newest first.

use super::measures::amount;
use super::parts::{heads, link, list, number, row, scrolled, under};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::indicators::table;
use crate::pages::parts::{entry, link_line, paragraphs};
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::{Say, YearForms, marks, model, reader, site as words};
use insight::money::sheet_total;
use insight::sheets::columns;
use strategy::*;

pub fn page(site: &Site, id: Id<Measure>) -> Option<Vec<Element>> {
    let s = site.strategy();
    let measure = s.get(id)?;
    let goal = SitePage::Read(Page::Goal(measure.goal));
    let mut page = vec![
        text("h1", &site.title(SitePage::Measure(id))),
        link_line(link(SitePage::Measures, words::back_to_measures())),
        element("p")
            .text(words::of_goal())
            .child(link(goal, &site.title(goal))),
    ];
    page.extend(paragraphs(&measure.direction));
    if !measure.owner.trim().is_empty() {
        let owner = entry(words::owner(), [text("p", &measure.owner)]);
        page.push(element("dl").class("reader-facts").all(owner));
    }
    let kpis = site.of.listed(&measure.kpis);
    if !kpis.is_empty() {
        page.push(text("h2", words::kpis()));
        page.push(table(&site.of, &reader::kpis_of(&measure.title), &kpis));
    }
    let initiatives = s.initiatives.under(id);
    let initiatives = initiatives
        .iter()
        .map(|one| text("span", model::named(&one.title)));
    let initiatives: Vec<Element> = initiatives.collect();
    if !initiatives.is_empty() {
        page.extend(under(words::initiatives(), vec![list(initiatives)]));
    }
    let mut sheets = s.sheets.under(id);
    sort::by_key(&mut sheets, |sheet| std::cmp::Reverse(sheet.year));
    if sheets.is_empty() {
        page.push(text("p", words::no_sheets()));
    }
    page.extend(sheets.into_iter().map(|sheet| of_sheet(s, sheet)));
    Some(page)
}

fn of_sheet(s: &Strategy, sheet: &Sheet) -> Element {
    let lines = s.lines.under(sheet.id);
    let (done, planned): (Vec<&Line>, Vec<&Line>) = lines
        .into_iter()
        .map(|line| &**line)
        .partition(|line| line.side == Side::Done);
    element("section")
        .class("reader-card")
        .child(text("h2", &words::sheet(sheet.year)))
        .all((!done.is_empty()).then(|| of_done(s, sheet, &done)))
        .child(said(sheet))
        .all((!planned.is_empty()).then(|| of_planned(s, sheet, &planned)))
}

/// Returns the texts of the sheet.
fn said(sheet: &Sheet) -> Element {
    let opinions = sheet.opinions.iter().map(opinion);
    let grant = sheet.grant.iter().flat_map(|grant| {
        [&grant.name, &grant.policy, &grant.reason]
            .into_iter()
            .flat_map(|one| paragraphs(one))
    });
    let parts = [
        (words::sheet_rating(), paragraphs(&sheet.rating)),
        (words::results(), paragraphs(&sheet.results)),
        (words::opinions(), opinions.flatten().collect()),
        (words::improvements(), paragraphs(&sheet.improvements)),
        (words::outline(), paragraphs(&sheet.outline)),
        (words::grant(), grant.collect()),
        (words::note(), paragraphs(&sheet.note)),
    ];
    let parts = parts.into_iter().filter(|(_, said)| !said.is_empty());
    let parts = parts.flat_map(|(name, said)| entry(name, said));
    element("dl").class("reader-facts").all(parts)
}

fn opinion(opinion: &Opinion) -> Vec<Element> {
    let head = [opinion.by.trim(), opinion.rating.trim()].join(" ");
    let head = paragraphs(head.trim());
    head.into_iter().chain(paragraphs(&opinion.text)).collect()
}

/// 事業名 with the marks printed before it, and what it says.
fn name(line: &Line) -> Element {
    let marks: String = line.marks.iter().map(|mark| mark.0.as_str()).collect();
    let title = [&marks, model::named(&line.title)].concat();
    element("div")
        .child(text("b", &title))
        .all(paragraphs(&line.text))
}

fn money(money: Option<&Money>) -> Element {
    match money {
        Some(money) => number(&money.say()),
        None => number(words::not_written()),
    }
}

fn of_done(s: &Strategy, sheet: &Sheet, lines: &[&Line]) -> Element {
    let year = sheet.year.previous();
    let total = sheet_total(s, sheet.id, Side::Done, year);
    let lines = lines
        .iter()
        .map(|line| row(name(line), [money(line.settled.as_ref())]));
    let sums = [
        (words::sum(), total.amount()),
        (words::net(), total.net_amount()),
    ];
    let sums = sums.map(|(name, sum)| row(text("span", name), [number(&amount(sum))]));
    let caption = words::done_table(year);
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", &caption))
        .child(heads(words::work(), &[words::settled().to_owned()], &[]))
        .child(element("tbody").all(lines))
        .child(element("tfoot").all(sums));
    scrolled(&caption, table)
}

fn of_planned(s: &Strategy, sheet: &Sheet, lines: &[&Line]) -> Element {
    let years = columns(s, sheet.id);
    let line = |line: &&Line| {
        let budgets = years.iter().map(|year| money(line.budgets.get(year)));
        let courses = years.iter().filter_map(|year| {
            let course = line.courses.get(year)?;
            Some([&year.short(), " ", &course.0].concat())
        });
        let courses = courses.collect::<Vec<_>>().join(marks::list());
        row(name(line), budgets.chain([text("td", &courses)]))
    };
    let totals: Vec<_> = years
        .iter()
        .map(|year| sheet_total(s, sheet.id, Side::Planned, *year))
        .collect();
    let blank = || element("td");
    let sums = totals.iter().map(|total| number(&amount(total.amount())));
    let nets = totals
        .iter()
        .map(|total| number(&amount(total.net_amount())));
    let columns: Vec<String> = years.iter().map(|year| year.short()).collect();
    let caption = words::planned_table(sheet.year);
    let foot = element("tfoot")
        .child(row(text("span", words::sum()), sums.chain([blank()])))
        .child(row(text("span", words::net()), nets.chain([blank()])));
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", &caption))
        .child(heads(words::work(), &columns, &[words::course()]))
        .child(element("tbody").all(lines.iter().map(line)))
        .child(foot);
    scrolled(&caption, table)
}
