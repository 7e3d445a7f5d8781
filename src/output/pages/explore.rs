//! 指標をさがす・くらべる: the indicators of a goal, or with some words, as they stood in a year, and two of them side by side.
//! Only a page with a script can show them; each choice has its address.

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
use insight::search::fold;
use insight::{evaluation_years, used_under};
use strategy::*;

/// Query for indicators, as of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedIndicators {
    /// Words; each has to stand in a name or a text.
    pub words: String,
    /// Those that a goal uses, itself or through a measure; `None`: all.
    pub goal: Option<Id<Goal>>,
    /// `None`: the year that the plan is judged in.
    pub year: Option<FiscalYear>,
}

/// The list of indicators with the choices above it; `to` is the address of a choice.
pub fn find(
    of: &Publication,
    asked: &AskedIndicators,
    to: &dyn Fn(AskedIndicators) -> String,
) -> Vec<Element> {
    let s = &of.strategy;
    let under = asked.goal.map(|goal| used_under(s, goal));
    let all = s.indicators.sorted().into_iter();
    let all = all.filter(|one| under.as_ref().is_none_or(|under| under.contains(&one.id)));
    let all = all.filter(|one| asked.stands_in(&[&one.name, &one.definition, &one.source]));
    let ids: Vec<_> = all.map(|one| one.id).collect();
    let year = asked.year.unwrap_or(of.overview.year);
    let found = match asked.year {
        Some(year) => of.index.listed(s, &Appraisal::of(s, year), &ids),
        None => of.listed(&ids),
    };
    let choices = element("div")
        .class("reader-choices")
        .child(words_asked(asked, to))
        .child(goals(of, asked, to))
        .child(years(of, asked, to));
    let listed = match found.is_empty() {
        true if s.indicators.is_empty() => text("p", words::no_indicators()),
        true => text("p", words::none_found()),
        false => table(of, words::indicators(), &found),
    };
    let mut page = vec![
        text("h1", words::indicators()),
        choices,
        text("p", &words::found(year, found.len())).with("role", "status"),
        listed,
    ];
    page.extend(beside(of, asked));
    page
}

impl AskedIndicators {
    /// True if each word stands in one of these texts; width, case and kind of kana aside.
    fn stands_in(&self, texts: &[&str]) -> bool {
        let text = fold(&texts.join(" "));
        let asked = fold(&self.words);
        asked.split_whitespace().all(|word| text.contains(word))
    }
}

/// The goals, measures and initiatives with the words; each leads to the page of its goal.
fn beside(of: &Publication, asked: &AskedIndicators) -> Option<Element> {
    if asked.words.trim().is_empty() {
        return None;
    }
    let s = &of.strategy;
    let line = |goal: Id<Goal>, kind: Kind, title: &str, told: &str| {
        let link = of.link(Page::Goal(goal), model::named(title));
        let kind = [model::kind(kind), "　"].concat();
        let line = element("li").text(&kind).child(link);
        asked.stands_in(&[title, told]).then_some(line)
    };
    let mut lines = Vec::new();
    let goals = s.goals.sorted().into_iter();
    for goal in goals.filter(|one| asked.goal.is_none_or(|goal| goal == one.id)) {
        lines.extend(line(goal.id, Kind::Goal, &goal.title, &goal.direction));
        for measure in s.measures.under(goal.id) {
            lines.extend(line(
                goal.id,
                Kind::Measure,
                &measure.title,
                &measure.direction,
            ));
            let all = s.initiatives.under(measure.id).into_iter();
            lines.extend(
                all.filter_map(|one| line(goal.id, Kind::Initiative, &one.title, &one.text)),
            );
        }
    }
    let heading = text("h2", &words::found_beside(lines.len()));
    let list = (!lines.is_empty()).then(|| element("ul").all(lines));
    Some(element("section").child(heading).all(list))
}

/// The field for words. A page adds what is typed to the address before.
fn words_asked(asked: &AskedIndicators, to: &dyn Fn(AskedIndicators) -> String) -> Element {
    let before = to(AskedIndicators {
        words: String::new(),
        ..asked.clone()
    });
    let field = element("input")
        .with("type", "search")
        .with("data-go", "words")
        .with("data-before", &before)
        .with("value", &asked.words);
    let label = text("span", words::words_asked());
    element("label").child(label).child(field)
}

fn goals(
    of: &Publication,
    asked: &AskedIndicators,
    to: &dyn Fn(AskedIndicators) -> String,
) -> Element {
    let option = |goal: Option<Id<Goal>>, name: &str| {
        let address = to(AskedIndicators {
            goal,
            ..asked.clone()
        });
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

fn years(
    of: &Publication,
    asked: &AskedIndicators,
    to: &dyn Fn(AskedIndicators) -> String,
) -> Element {
    let option = |year: Option<FiscalYear>, name: &str| {
        let address = to(AskedIndicators {
            year,
            ..asked.clone()
        });
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
