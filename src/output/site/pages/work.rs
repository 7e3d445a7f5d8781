//! 目標ごとの実施状況: what was done in a year, what it cost, what got worse and what the town does about it, and whom to ask.

use super::parts::{link, list, to_measure};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::parts::{badge, paragraphs};
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::number::amount;
use ::words::{indicators, marks, model, overview, reader, site as words};
use insight::money::{Amount, Total};
use insight::yearly_work::{GoalWork, Response, WorseFigure};
use strategy::*;

/// Largest number of figures that got worse named of a goal on the first page.
const MOST_WORSE: usize = 2;
/// Largest number of letters quoted of a text on the first page.
const MOST_LETTERS: usize = 120;

/// Page on which a goal is reported.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WorkPlace {
    /// The first page: in short.
    First,
    /// The page of the goal: in full.
    Goal,
}

/// Returns the section of the first page; empty if nothing can be said of any goal.
pub fn of_plan(site: &Site) -> Vec<Element> {
    let work = &site.work;
    let cards = work.goals.iter().filter_map(|one| card(site, one));
    let cards: Vec<Element> = cards.collect();
    if cards.is_empty() {
        return cards;
    }
    let whole = told(work.year, &work.whole);
    let once = (work.whole.repeats > 0).then(|| words::work_once().to_owned());
    let contact = contact(site);
    let lines: Vec<String> = whole.into_iter().chain(once).chain(contact).collect();
    let lines = (!lines.is_empty()).then(|| text("p", &lines.join(words::between_sentences())));
    let heading = text("h2", words::work_heading());
    let cards = element("div").class("reader-beside site-work").all(cards);
    std::iter::once(heading)
        .chain(lines)
        .chain([cards])
        .collect()
}

/// Returns the same of one goal, for its own page.
pub fn of_goal(site: &Site, id: Id<Goal>) -> Vec<Element> {
    let work = &site.work;
    let own = work.goals.iter().find(|one| one.goal == id);
    let said = own.map_or(Vec::new(), |one| report(site, one, WorkPlace::Goal));
    super::parts::under(words::work_heading(), said)
}

fn card(site: &Site, one: &GoalWork) -> Option<Element> {
    let goal = site.strategy().get(one.goal)?;
    let said = report(site, one, WorkPlace::First);
    let name = link(
        SitePage::Read(Page::Goal(goal.id)),
        model::named(&goal.title),
    );
    let heading = element("h3")
        .child(badge(goal.kind, &site.of.numbers.goal(goal.id)))
        .child(name);
    (!said.is_empty()).then(|| {
        element("section")
            .class("reader-card")
            .child(heading)
            .all(said)
    })
}

/// Everything that is said of a goal; empty if there are neither works nor figures to compare.
fn report(site: &Site, one: &GoalWork, place: WorkPlace) -> Vec<Element> {
    let done = told(site.work.year, &one.total);
    let largest = largest(one);
    let figures = figures(site, one, place);
    let sentences: Vec<String> = done.into_iter().chain(largest).collect();
    let mut said: Vec<Element> = sentences.iter().map(|one| text("p", one)).collect();
    said.extend(figures);
    if !said.is_empty() {
        said.extend(whom_to_ask(site, one, place));
    }
    said
}

/// 「令和6年度の事業は12件で、決算額は4,567万円です。」; `None` if no work is told of.
fn told(year: Option<FiscalYear>, total: &Total) -> Option<String> {
    let (year, works) = (year?, total.works());
    let unset = (total.unset() > 0).then(|| words::work_unset(total.unset()));
    let said = match total.net_amount() {
        _ if works == 0 => return None,
        Some(Amount::Known(net)) => {
            let done = words::work_done(year, works, words::money(net));
            let all: Vec<String> = std::iter::once(done).chain(unset).collect();
            all.join(words::between_sentences())
        }
        _ => words::work_done_only(year, works),
    };
    Some(said)
}

fn largest(one: &GoalWork) -> Option<String> {
    let named = one
        .largest
        .iter()
        .map(|(line, amount)| words::work_named(model::named(&line.title), words::money(*amount)));
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| words::work_largest(named.join(marks::list())))
}

/// The figures that got worse, each with what the town does about it.
fn figures(site: &Site, one: &GoalWork, place: WorkPlace) -> Vec<Element> {
    let year = site.of.overview.year;
    match (one.compared, one.worse.len()) {
        (0, _) => Vec::new(),
        (compared, 0) => vec![text("p", &words::work_none_worse(compared, year))],
        (_, count) => {
            let most = match place {
                WorkPlace::First => MOST_WORSE,
                WorkPlace::Goal => count,
            };
            let heading = match place {
                WorkPlace::First => "h4",
                WorkPlace::Goal => "h3",
            };
            let shown = one.worse.iter().take(most);
            let shown = shown.map(|figure| worse(site, figure, place));
            let more = count.saturating_sub(most);
            let more = (more > 0).then(|| {
                let goal = SitePage::Read(Page::Goal(one.goal));
                element("p").child(link(goal, &words::work_more_worse(more)))
            });
            let heading = text(heading, &words::work_worse(year));
            let told = [heading, list(shown)].into_iter();
            told.chain(more).collect()
        }
    }
}

fn worse(site: &Site, figure: &WorseFigure, place: WorkPlace) -> Element {
    let named = indicators::named(&figure.indicator.name);
    let name = overview::named(&named, &figure.series.name);
    let page = SitePage::Read(Page::Indicator(figure.indicator.id));
    let at = |value, year| reader::of_year(&amount(value, &figure.unit), "", Some(year));
    let moved = &figure.moved;
    let figures = [
        &at(moved.from, moved.since),
        " → ",
        &at(moved.to, moved.year),
    ]
    .concat();
    element("div")
        .child(link(page, &name))
        .child(text("span", &figures).class("moved"))
        .all(responses(site, &figure.measures, place))
}

/// The response of the town to a figure: the words of its sheets, or the measures that act on it.
fn responses(site: &Site, all: &[Response], place: WorkPlace) -> Vec<Element> {
    let quoted = all.iter().filter(|one| !one.improvements.is_empty());
    let quoted: Vec<Element> = quoted.map(|one| quotation(site, one, place)).collect();
    if !quoted.is_empty() || all.is_empty() {
        return quoted;
    }
    let mut line = element("p").class("sub").text(words::work_measures());
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            line = line.text(marks::list());
        }
        line = line.child(to_measure(site, one.measure));
    }
    vec![line]
}

fn quotation(site: &Site, one: &Response, place: WorkPlace) -> Element {
    let head = element("p")
        .class("sub")
        .text(words::work_answer())
        .child(to_measure(site, one.measure));
    let said = match place {
        WorkPlace::First => vec![text("p", &opening(&one.improvements))],
        WorkPlace::Goal => paragraphs(&one.improvements),
    };
    let quoted = element("blockquote").all(said);
    element("div")
        .class("site-answer")
        .child(head)
        .child(quoted)
}

/// The first line of a text, as far as it is quoted on the first page.
fn opening(written: &str) -> String {
    let line = written.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or_default().trim();
    let is_whole = line.chars().count() <= MOST_LETTERS && line.len() == written.trim().len();
    match is_whole {
        true => line.to_owned(),
        false => {
            let cut: String = line.chars().take(MOST_LETTERS).collect();
            [&cut, "…"].concat()
        }
    }
}

fn contact(site: &Site) -> Option<String> {
    let contact = site.choices.contact.trim();
    (!contact.is_empty()).then(|| words::work_contact(contact))
}

/// The sections in charge; on the page of a goal, the town's contact, too.
fn whom_to_ask(site: &Site, one: &GoalWork, place: WorkPlace) -> Option<Element> {
    let owners = &one.owners;
    let owners = (!owners.is_empty()).then(|| words::work_owners(owners.join(marks::list())));
    let contact = match place {
        WorkPlace::First => None,
        WorkPlace::Goal => contact(site),
    };
    let said: Vec<String> = owners.into_iter().chain(contact).collect();
    (!said.is_empty()).then(|| text("p", &said.join(words::between_sentences())))
}
