//! 指標をさがす・くらべる: the indicators of a goal as they stood in a year, and two of them side by side. Only a page with a
//! script can show them; each choice has its address.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::of_series;
use super::indicators::{head, table};
use super::publication::{Page, Publication};
use crate::markup::{Element, element, text};
use crate::rating;
use ::words::number::shown;
use ::words::{Say, charts, indicators, marks, model, reader as words};
use insight::appraisal::Appraisal;
use insight::{evaluation_years, used_under};
use strategy::*;

/// Query for indicators, as of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Those that a goal uses, itself or through a measure; `None`: all.
    pub goal: Option<Id<Goal>>,
    /// `None`: the year that the plan is judged in.
    pub year: Option<FiscalYear>,
}

/// The list of indicators with the choices above it; `to` is the address of a choice.
pub fn find(of: &Publication, asked: Asked, to: &dyn Fn(Asked) -> String) -> Vec<Element> {
    let s = &of.strategy;
    let under = asked.goal.map(|goal| used_under(s, goal));
    let ids = s.indicators.sorted().into_iter().map(|one| one.id);
    let ids: Vec<_> = ids
        .filter(|id| under.as_ref().is_none_or(|under| under.contains(id)))
        .collect();
    let year = asked.year.unwrap_or(of.overview.year);
    let found = match asked.year {
        Some(year) => of.index.listed(s, &Appraisal::of(s, year), &ids),
        None => of.listed(&ids),
    };
    let choices = element("div")
        .class("reader-choices")
        .child(goals(of, asked, to))
        .child(years(of, asked, to));
    vec![
        text("h1", words::indicators()),
        choices,
        text("p", &words::found(year, found.len())).with("role", "status"),
        match found.is_empty() {
            true => text("p", words::no_indicators()),
            false => table(of, words::indicators(), &found),
        },
    ]
}

fn goals(of: &Publication, asked: Asked, to: &dyn Fn(Asked) -> String) -> Element {
    let option = |goal: Option<Id<Goal>>, name: &str| {
        let address = to(Asked { goal, ..asked });
        choice(&address, name, goal == asked.goal)
    };
    let all = of.strategy.goals.sorted().into_iter();
    let all = all.map(|goal| {
        let name = model::goal_coded(&of.numbers.goal(goal.id), model::named(&goal.title));
        option(Some(goal.id), &name)
    });
    let first = option(None, words::all_goals());
    choices("goal", words::of_goal(), std::iter::once(first).chain(all))
}

fn years(of: &Publication, asked: Asked, to: &dyn Fn(Asked) -> String) -> Element {
    let option = |year: Option<FiscalYear>, name: &str| {
        let address = to(Asked { year, ..asked });
        choice(&address, name, year == asked.year)
    };
    let now = of.overview.year;
    let all = evaluation_years(&of.strategy, now).into_iter();
    let all = all.filter(|year| *year != now);
    let all = all.map(|year| option(Some(year), &year.say()));
    let first = option(None, &now.say());
    choices("year", words::year(), std::iter::once(first).chain(all))
}

/// The choice of another indicator to compare one with; `to` is the address of both together.
pub fn compare_with(
    of: &Publication,
    id: Id<Indicator>,
    other: Option<Id<Indicator>>,
    to: &dyn Fn(Id<Indicator>) -> String,
) -> Element {
    let all = of.strategy.indicators.sorted().into_iter();
    let all = all.filter(|one| one.id != id);
    let all = all.map(|one| {
        let name = indicators::named(&one.name);
        choice(&to(one.id), &name, other == Some(one.id))
    });
    let first = choice("", words::choose_other(), other.is_none());
    choices(
        "other",
        words::compare_with(),
        std::iter::once(first).chain(all),
    )
}

fn choices(name: &str, label: &str, all: impl Iterator<Item = Element>) -> Element {
    let list = element("select").with("data-go", name).all(all);
    element("label").child(text("span", label)).child(list)
}

fn choice(address: &str, name: &str, is_chosen: bool) -> Element {
    let option = text("option", name).with("value", address);
    match is_chosen {
        true => option.with("selected", "selected"),
        false => option,
    }
}

/// Two indicators side by side, and their actual figures in one table; none where there is not both.
pub fn compared(of: &Publication, ids: [Id<Indicator>; 2]) -> Option<Vec<Element>> {
    let s = &of.strategy;
    let [one, other] = ids.map(|id| s.get(id));
    let both = [one?, other?];
    let names = both.map(|one| indicators::named(&one.name));
    let beside: Option<Vec<Element>> = both.iter().map(|one| column(of, one)).collect();
    Some(vec![
        text("h1", &words::compared(&names[0], &names[1])),
        element("div").class("reader-beside").all(beside?),
        by_year(s, &both),
    ])
}

fn column(of: &Publication, indicator: &Indicator) -> Option<Element> {
    let seen = of.glance(indicator.id)?;
    let name = indicators::named(&indicator.name);
    let name = of.link(Page::Indicator(indicator.id), &name);
    let rated = element("p").child(rating::rating(&seen.verdict));
    let figures = of_series(of, indicator, &seen);
    Some(
        element("section")
            .class("reader-card")
            .child(element("h2").child(name))
            .child(rated)
            .all(figures),
    )
}

/// Table of the actuals by year, with a column for each series.
fn by_year(s: &Strategy, both: &[&Arc<Indicator>; 2]) -> Element {
    let mut heads = vec![words::year().to_owned()];
    let mut columns: Vec<&BTreeMap<FiscalYear, Figure>> = Vec::new();
    for indicator in both {
        for series in s.series.under(indicator.id) {
            let name = indicators::named(&indicator.name);
            let unit = charts::unit(&indicator.unit);
            heads.push([&charts::of_line(&name, &series.name), " ", &unit].concat());
            columns.push(&series.actuals);
        }
    }
    let years = sort::set(columns.iter().flat_map(|column| column.keys().copied()));
    let line = |year: &FiscalYear| {
        let cell = |column: &&BTreeMap<FiscalYear, Figure>| {
            let told = column.get(year).map(|figure| shown(figure.text()));
            text("td", &told.unwrap_or(marks::nothing().to_owned())).class("number")
        };
        let head = text("th", &year.say()).with("scope", "row");
        element("tr").child(head).all(columns.iter().map(cell))
    };
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    element("table")
        .class("reader-table years")
        .child(text("caption", words::actual()))
        .child(head(&heads))
        .child(element("tbody").all(years.iter().map(line)))
}
