//! The plan at a glance: how many indicators go as wished, and each goal with its first 数値目標 and the others below.

use super::figures::in_little;
use super::indicators::brief;
use super::parts::badge;
use super::publication::{Page, Publication};
use crate::markup::{Element, element, text};
use crate::rating;
use ::words::{indicators, model, overview as words, reader};
use insight::overview::{GoalOverview, Listed};
use insight::rollup::Median;
use strategy::{Goal, Id};

/// Returns the page.
pub fn page(of: &Publication) -> Vec<Element> {
    let facts = &of.overview;
    let title = of.strategy.about().title.clone();
    let mut page = vec![text("h1", model::named(&title))];
    page.push(standing(of));
    let cards = facts.goals.iter().filter_map(|goal| card(of, goal));
    page.push(element("div").class("reader-goals").all(cards));
    page
}

/// The counts come first: how many go as wished, how each is rated, and how far the one in the middle has come.
fn standing(of: &Publication) -> Element {
    let facts = &of.overview;
    let counts = &facts.whole.indicators;
    let counted = facts.has_actuals && counts.total > 0;
    let median = reader::median(&Median::of(&of.appraisal));
    let median = (counted && !median.is_empty()).then(|| text("p", &median).class("sub"));
    element("div")
        .class("reader-standing")
        .child(text("p", &lead(of)).class("lead"))
        .all(counted.then(|| text("p", &reader::judged(facts.year)).class("sub")))
        .all(counted.then(|| rating::bar(&facts.rules, counts)))
        .all(counted.then(|| rating::legend(&facts.rules, counts)))
        .all(median)
}

/// Returns the state of the whole plan, in a sentence.
pub(crate) fn lead(of: &Publication) -> String {
    let facts = &of.overview;
    match facts.whole.indicators.total {
        0 => outline(of),
        _ if facts.has_actuals => words::headline(facts),
        total => reader::not_yet(total),
    }
}

/// Returns the parts of a plan without indicators, in a sentence.
fn outline(of: &Publication) -> String {
    let s = &of.strategy;
    reader::outline(s.goals.len(), s.measures.len(), s.initiatives.len())
}

fn card(of: &Publication, seen: &GoalOverview) -> Option<Element> {
    let goal = of.strategy.get(seen.goal)?;
    let counts = &seen.tally.all.indicators;
    let bar = (counts.total > 0).then(|| rating::thin_bar(&of.overview.rules, counts));
    let heading = element("h2")
        .child(badge(goal.kind, &seen.number))
        .child(of.link(Page::Goal(goal.id), model::named(&goal.title)));
    // An indicator with an actual says most.
    let says = |one: &&Listed| one.rows.iter().any(|(_, row)| row.latest.is_some());
    let first = seen.targets.iter().find(says).or(seen.targets.first());
    let rest = seen.targets.iter();
    let rest: Vec<&Listed> = rest.filter(|one| Some(*one) != first).collect();
    // A goal without 数値目標 says what is done for it.
    let done = first.is_none().then(|| measures(of, goal.id));
    Some(
        element("section")
            .class("reader-card")
            .child(heading)
            .all(first.into_iter().flat_map(|one| featured(of, one)))
            .all(brief(of, &reader::targets_of(&goal.title), &rest))
            .all(done.flatten())
            .child(text("p", &words::goal_counts(seen)).class("sub"))
            .all(bar),
    )
}

/// Largest number of 施策 named on a card; the page of the goal has all.
const MOST_MEASURES: usize = 5;

fn measures(of: &Publication, goal: Id<Goal>) -> Option<Element> {
    let all = of.strategy.measures.under(goal);
    let names = all.iter().take(MOST_MEASURES);
    let names = names.map(|one| text("li", model::named(&one.title)));
    let more = all.len().saturating_sub(MOST_MEASURES);
    let more = (more > 0).then(|| text("li", &reader::more(more)).class("sub"));
    (!all.is_empty()).then(|| element("ul").class("dotted").all(names).all(more))
}

/// One indicator of a goal, with its picture in little.
fn featured(of: &Publication, one: &Listed) -> Vec<Element> {
    let Some((series, row)) = one.rows.first() else {
        return Vec::new();
    };
    let name = indicators::named(&one.indicator.name);
    let name = words::named(&name, &series.name);
    let name = of.link(Page::Indicator(one.indicator.id), &name);
    let stamp = element("p").child(rating::rating(&one.verdict));
    let mut told = vec![element("p").class("reader-of").child(name)];
    told.extend(in_little(&of.strategy, &one.indicator, series, row));
    told.push(stamp);
    told
}
