//! An indicator: its question and the answer; then, now and aim; how it is rated and why; its figures by year; what it is.

use super::figures;
use super::parts::{entry, link_line, paragraphs};
use super::publication::{Page, Publication};
use crate::markup::{Element, element, text};
use crate::rating;
use ::words::why::reasons;
use ::words::{answer, indicators, model, reader as words};
use insight::answer::IndicatorAnswer;
use insight::overview::Glance;
use strategy::*;

/// Returns the page; `None`: there is no such indicator.
pub fn page(of: &Publication, id: Id<Indicator>) -> Option<Vec<Element>> {
    let s = &of.strategy;
    let (indicator, seen) = (s.get(id)?, of.glance(id)?);
    let mut page = head(of, indicator, &seen);
    page.push(why(s, &seen));
    page.push(facts(indicator));
    page.extend(used(of, &seen));
    Some(page)
}

/// Returns the question of an indicator, the answer, and its figures.
pub(crate) fn head(of: &Publication, indicator: &Indicator, seen: &Glance) -> Vec<Element> {
    let back = of.link(Page::Indicators, words::back_to_indicators());
    let answered = answered(of, indicator, seen);
    let mut page = vec![
        text("h1", &question(indicator, &answered)),
        link_line(back),
        text("p", &answer::answer(&answered)).class("lead"),
    ];
    page.extend(figures::of_series(of, indicator, seen));
    page
}

/// Returns the answer of an indicator, as its page gives it.
pub(crate) fn answered(of: &Publication, indicator: &Indicator, seen: &Glance) -> IndicatorAnswer {
    IndicatorAnswer::of(indicator, of.index.series(indicator.id), seen)
}

/// Returns the question of an indicator: 「出生数は増えていますか？」.
pub(crate) fn question(indicator: &Indicator, answered: &IndicatorAnswer) -> String {
    answer::question(&indicators::named(&indicator.name), answered)
}

/// Returns its rating and the reasons, in sentences with their numbers.
pub(crate) fn why(s: &Strategy, seen: &Glance) -> Element {
    let tone = seen.verdict.band().map_or(Tone::None, |band| band.tone);
    let series = seen.rows.iter().map(|row| {
        let name = s.get(row.series).map_or("", |one| one.name.as_str());
        (name, &row.rated)
    });
    let lines = reasons(&seen.verdict, series);
    let title = match seen.verdict.band() {
        Some(_) => words::why(),
        None => words::not_rated(),
    };
    let title = element("p")
        .child(rating::rating(&seen.verdict))
        .text(" ")
        .child(text("b", title));
    element("aside")
        .class(&["why ", rating::tone_class(tone)].concat())
        .child(title)
        .all(lines.iter().map(|line| text("p", line)))
}

/// Returns its facts: definition, method, source, the day of the next figure, the section in charge.
pub(crate) fn facts(indicator: &Indicator) -> Element {
    let facts = [
        (words::definition(), &indicator.definition),
        (words::method(), &indicator.method),
        (words::source(), &indicator.source),
        (words::next_release(), &indicator.next_release),
        (words::owner(), &indicator.owner),
        (words::rationale(), &indicator.rationale),
    ];
    let facts = facts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    let facts = facts.flat_map(|(name, text)| entry(name, paragraphs(text)));
    element("dl").class("reader-facts").all(facts)
}

/// The goals that use it, as links.
pub(crate) fn used(of: &Publication, seen: &Glance) -> Vec<Element> {
    let goals = seen.used_by.iter().filter_map(|id| of.strategy.get(*id));
    let links: Vec<_> = goals
        .map(|goal| {
            let name = model::goal_coded(&of.numbers.goal(goal.id), &goal.title);
            element("li").child(of.link(Page::Goal(goal.id), &name))
        })
        .collect();
    match links.is_empty() {
        true => Vec::new(),
        false => vec![text("h2", words::used_in()), element("ul").all(links)],
    }
}
