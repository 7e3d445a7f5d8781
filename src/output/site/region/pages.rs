//! The pages of a region: plain tables, of which each figure is in a table beside them, too.

use super::facts::{Facts, RegionPlan};
use super::tables::{RegionCsv, members, own_words, town};
use crate::markup::{Element, element, text};
use crate::site::address::{at_root, in_language};
use crate::site::pages::{heads, link_list, number, row, scrolled};
use crate::site::sizes::{SUMS, sha256};
use ::words::number::{grouped, shown};
use ::words::{Say, Word, indicators, marks, model, reader, region_site as words};
use insight::region::{Alike, AreaMeasure, FrameworkRows, IndicatorDigest, ItemRow, PlanUse};
use strategy::{Figure, FiscalYear};

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionPage {
    /// The areas, the towns and their budgets.
    First,
    /// The items of each framework, and the towns that answer to them.
    Frameworks,
    /// The list of indicators that several towns have.
    Indicators,
    /// One of them, by its place.
    Indicator(usize),
    /// The tables and the terms.
    Data,
}

impl RegionPage {
    /// The pages that every page leads to.
    pub const LISTED: [Self; 4] = [Self::First, Self::Frameworks, Self::Indicators, Self::Data];

    /// Returns its address in the folder. That of an indicator is made of its name and unit, so that it stays.
    pub fn path(self, facts: &Facts) -> String {
        match self {
            Self::First => "index.html".to_owned(),
            Self::Frameworks => "frameworks.html".to_owned(),
            Self::Indicators => "indicators.html".to_owned(),
            Self::Indicator(at) => {
                let key = &facts.shared[at].key;
                let sum = sha256([&*key.name, "\t", &*key.unit].concat().as_bytes());
                ["indicators/", &sum[..12], ".html"].concat()
            }
            Self::Data => "data.html".to_owned(),
        }
    }

    pub fn title(self, facts: &Facts) -> String {
        match self {
            Self::First => words::first().to_owned(),
            Self::Frameworks => words::frameworks().to_owned(),
            Self::Indicators => words::indicators().to_owned(),
            Self::Indicator(at) => indicators::named(&facts.shared[at].name),
            Self::Data => words::data().to_owned(),
        }
    }

    /// Returns its content, the heading first.
    pub fn main(self, facts: &Facts) -> Vec<Element> {
        let heading = text("h1", &self.title(facts));
        let rest = match self {
            Self::First => first(facts),
            Self::Frameworks => frameworks(facts),
            Self::Indicators => all_indicators(facts),
            Self::Indicator(at) => one_indicator(facts, &facts.shared[at]),
            Self::Data => data(facts),
        };
        std::iter::once(heading).chain(rest).collect()
    }
}

/// The name of a town; it leads to its own pages where their address is known (R25).
fn to_town(plan: &RegionPlan) -> Element {
    match &plan.address {
        Some(address) => text("a", town(plan)).with("href", address),
        None => text("span", town(plan)),
    }
}

fn share(part: usize, whole: usize) -> Element {
    number(&match whole {
        0 => marks::nothing().to_owned(),
        whole => words::share(part, whole),
    })
}

fn count(count: usize) -> Element {
    number(&grouped(i64::try_from(count).unwrap_or(i64::MAX)))
}

/// A table that can be scrolled, with a caption for screen readers.
fn table(name: &str, head: Element, rows: impl Iterator<Item = Element>) -> Element {
    let table = element("table")
        .class("reader-table wide")
        .child(text("caption", name).class("visually-hidden"))
        .child(head)
        .child(element("tbody").all(rows));
    scrolled(name, table)
}

fn numbers<const N: usize>(words: [&str; N]) -> [String; N] {
    words.map(str::to_owned)
}

fn first(facts: &Facts) -> Vec<Element> {
    let ratings = &facts.ratings;
    let standing = match ratings.judged {
        0 => words::standing_none(ratings.total),
        judged => words::standing(ratings.total, judged, ratings.as_wished),
    };
    let mut page = vec![text("p", &standing).class("lead")];
    page.extend((facts.counted.len() < facts.plans.len()).then(|| text("p", words::once())));
    page.push(text("p", words::only_published()).class("sub"));
    let (areas, others) = facts.by_area();
    if areas.is_empty() {
        page.push(text("h2", words::towns()));
        page.push(towns(facts, words::towns(), &others));
    } else {
        page.push(text("h2", words::areas()));
        page.push(area_sums(facts));
        for (at, plans) in areas.iter().enumerate() {
            page.extend(area(facts, at, plans));
        }
        if !others.is_empty() {
            page.push(text("h2", words::others()));
            page.push(towns(facts, &words::towns_of(words::others()), &others));
        }
    }
    if !facts.budgets.is_empty() {
        page.push(text("h2", words::budgets()));
        page.push(text("p", words::budgets_note()).class("sub"));
        page.push(budgets(facts));
    }
    page
}

/// An area: its direction, its measures and the plans of its towns. One of which there is nothing to say is not there.
fn area(facts: &Facts, at: usize, plans: &[usize]) -> Vec<Element> {
    let group = &facts.order.groups[at];
    let lines = group.direction.lines();
    let lines = lines.filter(|line| !line.trim().is_empty());
    let mut said: Vec<Element> = lines.map(|line| text("p", line)).collect();
    said.extend((!group.measures.is_empty()).then(|| area_measures(facts, at)));
    said.extend((!plans.is_empty()).then(|| towns(facts, &words::towns_of(&group.name), plans)));
    if !said.is_empty() {
        said.insert(0, text("h2", model::named(&group.name)));
    }
    said
}

/// The measures of an area, and the measures of towns that they are tied to (R36).
fn area_measures(facts: &Facts, area: usize) -> Element {
    let group = &facts.order.groups[area];
    let line = |(at, measure): (usize, &AreaMeasure)| {
        let ties = facts.tied(area, at).map(|(_, plan, title)| {
            let said = words::tied(town(plan), model::named(title));
            let said = match &plan.address {
                Some(address) => text("a", &said).with("href", address),
                None => text("span", &said),
            };
            element("li").child(said)
        });
        let ties: Vec<Element> = ties.collect();
        let cell = match ties.is_empty() {
            true => text("td", words::none()),
            false => element("td").child(element("ul").all(ties)),
        };
        row(text("span", model::named(&measure.title)), [cell])
    };
    let rows = group.measures.iter().enumerate().map(line);
    let head = heads(words::area_measures(), &[], &[words::tied_measures()]);
    let name = words::named_area_measures(model::named(&group.name));
    table(&name, head, rows)
}

fn area_sums(facts: &Facts) -> Element {
    let budget = facts.budget_year.map(words::budget_of);
    let mut columns = numbers([
        words::with_plan(),
        words::indicator_count(),
        words::as_wished(),
    ])
    .to_vec();
    columns.extend(
        budget
            .map(|head| [head, words::written().to_owned()])
            .into_iter()
            .flatten(),
    );
    let line = |(at, group): (usize, &insight::region::TownGroup)| {
        let sum = &facts.sums[at];
        let budget = facts.budget_year.map(|_| {
            let (money, written) = sum.budget.unzip();
            let money = money.map_or_else(|| marks::nothing().to_owned(), grouped);
            [
                number(&money),
                share(written.unwrap_or_default(), sum.with_plan),
            ]
        });
        let cells = [
            share(sum.with_plan, sum.towns),
            count(sum.ratings.total),
            share(sum.ratings.as_wished, sum.ratings.judged),
        ];
        let cells = cells.into_iter().chain(budget.into_iter().flatten());
        row(text("span", &group.name), cells)
    };
    let rows = facts.order.groups.iter().enumerate().map(line);
    table(words::areas(), heads(words::area(), &columns, &[]), rows)
}

/// The table of some plans; the ratings stand in each town's own words (R24).
fn towns(facts: &Facts, name: &str, plans: &[usize]) -> Element {
    let line = |place: &usize| {
        let plan = &facts.plans[*place];
        let digest = &plan.digest;
        let stage = digest
            .stage
            .is_draft()
            .then(|| words::draft(digest.stage.word()));
        let is_listed = facts.uses.get(*place) == Some(&PlanUse::Listed);
        let listed = is_listed.then(|| words::listed().to_owned());
        let notes: Vec<String> = stage.into_iter().chain(listed).collect();
        let about = element("td")
            .child(text("span", model::named(&digest.title)))
            .all(notes.iter().map(|note| text("p", note).class("sub")));
        let own = own_words(plan).join(marks::list());
        // Without indicators there is no year in which they are rated.
        let rated = (digest.ratings.total > 0).then(|| digest.year.say());
        let cells = [
            count(digest.ratings.total),
            share(digest.ratings.as_wished, digest.ratings.judged),
            about,
            text("td", &model::period(digest.period)),
            text("td", rated.as_deref().unwrap_or(marks::nothing())),
            text("td", if own.is_empty() { words::none() } else { &own }),
        ];
        row(to_town(plan), cells)
    };
    let head = heads(
        words::town(),
        &numbers([words::indicator_count(), words::as_wished()]),
        &[
            words::plan(),
            words::period(),
            words::year(),
            words::ratings(),
        ],
    );
    table(name, head, plans.iter().map(line))
}

fn budgets(facts: &Facts) -> Element {
    let rows = facts.budgets.iter().map(|budget| {
        let cells = [
            number(&grouped(budget.total)),
            share(budget.towns.0, budget.towns.1),
        ];
        row(text("span", &budget.year.say()), cells)
    });
    let columns = numbers([words::budget(), words::written()]);
    table(
        words::budgets(),
        heads(words::fiscal_year(), &columns, &[]),
        rows,
    )
}

fn frameworks(facts: &Facts) -> Vec<Element> {
    if facts.frameworks.is_empty() {
        return vec![text("p", words::no_frameworks())];
    }
    let mut page = vec![text("p", words::frameworks_note()).class("sub")];
    for rows in &facts.frameworks {
        let answered = rows.items.iter().filter(|item| item.towns[0] > 0).count();
        page.push(text("h2", &rows.title));
        page.push(text(
            "p",
            &words::coverage(rows.towns, rows.items.len(), answered),
        ));
        page.push(items(facts, rows));
    }
    page
}

/// The items of a framework, and the towns that answer to each.
fn items(facts: &Facts, rows: &FrameworkRows) -> Element {
    let line = |item: &ItemRow| {
        let [tied, open, _] = item.towns;
        let cells = item.cells.iter().enumerate();
        let takers = cells.filter(|(_, ties)| ties.is_some_and(|ties| ties > 0));
        let takers = takers.filter_map(|(at, _)| facts.counting(at));
        let names = match tied {
            0 => text("td", words::none()),
            _ => element("td").child(link_list(takers.map(to_town))),
        };
        let title = model::named(&item.title);
        let name = match item.number.trim() {
            "" => title.to_owned(),
            number => [number, " ", title].concat(),
        };
        row(text("span", &name), [share(tied, tied + open), names])
    };
    let head = heads(
        words::item(),
        &numbers([words::takers()]),
        &[words::taker_names()],
    );
    table(&rows.title, head, rows.items.iter().map(line))
}

fn all_indicators(facts: &Facts) -> Vec<Element> {
    if facts.shared.is_empty() {
        return vec![text("p", words::no_indicators())];
    }
    let line = |(at, shared): (usize, &Alike)| {
        let page = RegionPage::Indicator(at);
        let name = text("a", &page.title(facts)).with("href", &in_language(&page.path(facts)));
        row(name, [count(shared.towns), text("td", &shared.unit)])
    };
    let head = heads(
        words::indicator(),
        &numbers([words::towns_with()]),
        &[words::unit()],
    );
    let rows = facts.shared.iter().enumerate().map(line);
    vec![
        text("p", words::indicators_note()).class("sub"),
        table(words::indicators(), head, rows),
    ]
}

fn one_indicator(facts: &Facts, shared: &Alike) -> Vec<Element> {
    let line = |(_, plan, one): (usize, &RegionPlan, &IndicatorDigest)| {
        let rating = one.band.as_ref();
        let rating = rating.map(|band| [&*band.mark, " ", &*band.word].concat());
        let cells = [
            number(&figure(one.latest.as_ref(), &one.unit)),
            number(&figure(one.target.as_ref(), &one.unit)),
            text("td", rating.as_deref().unwrap_or(words::none())),
        ];
        row(to_town(plan), cells)
    };
    let head = heads(
        words::town(),
        &numbers([words::latest(), words::target()]),
        &[words::rating()],
    );
    let unit = (!shared.unit.is_empty()).then(|| text("p", &words::unit_of(&shared.unit)));
    let back =
        text("a", words::back()).with("href", &in_language(&RegionPage::Indicators.path(facts)));
    let name = indicators::named(&shared.name);
    let table = table(&name, head, members(facts, shared).map(line));
    let note = text("p", words::indicators_note()).class("sub");
    unit.into_iter()
        .chain([note, table, element("p").child(back)])
        .collect()
}

/// 「309人（R6）」, or that there is none.
fn figure(figure: Option<&(FiscalYear, Figure)>, unit: &str) -> String {
    match figure {
        None => words::none().to_owned(),
        Some((year, figure)) => reader::of_year(&shown(figure.text()), unit, Some(*year)),
    }
}

fn data(facts: &Facts) -> Vec<Element> {
    let used = RegionCsv::ALL.into_iter().filter(|one| one.is_used(facts));
    let files = used.map(|one| (one.path(), one.told()));
    let files = files
        .chain([(SUMS, words::holds_sums())])
        .map(|(path, told)| {
            let file = text("a", path).with("href", &at_root(path));
            row(file, [text("td", told)])
        });
    let terms = facts.plans.iter().map(|plan| {
        let licence = plan.licence.map_or(words::none(), |one| one.word());
        let address = match &plan.address {
            Some(address) => text("a", address).with("href", address),
            None => text("span", words::none()),
        };
        let cells = [
            text("td", model::named(&plan.digest.title)),
            text("td", licence),
            element("td").child(address),
        ];
        row(text("span", town(plan)), cells)
    });
    let of_terms = [words::plan(), words::terms(), words::address()];
    vec![
        text("p", words::data_note()),
        table(
            words::data_note(),
            heads(words::file(), &[], &[words::holds()]),
            files,
        ),
        text("h2", words::terms()),
        text("p", words::terms_note()).class("sub"),
        table(words::terms(), heads(words::town(), &[], &of_terms), terms),
    ]
}
