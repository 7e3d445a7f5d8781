//! A goal: where it leads, its 数値目標, and its 施策 with their KPI and 具体的取組.

use super::figures::in_little;
use super::indicators::table;
use super::parts::{badge, link_line, paragraphs};
use super::publication::{Page, Publication};
use crate::markup::{Element, element, text};
use crate::rating;
use ::words::{indicators, model, overview, reader as words};
use insight::overview::Listed;
use strategy::*;

/// Returns the page; `None`: there is no such goal.
pub fn page(of: &Publication, id: Id<Goal>) -> Option<Vec<Element>> {
    let goal = of.strategy.get(id)?;
    let heading = element("h1")
        .child(badge(goal.kind, &of.numbers.goal(id)))
        .child(text("span", model::named(&goal.title)));
    let back = of.link(Page::Plan, words::back_to_plan());
    let mut page = vec![heading, link_line(back)];
    page.extend(paragraphs(&goal.subtitle));
    page.extend(paragraphs(&goal.direction));
    page.extend(standing(of, id));
    let targets = of.listed(&goal.targets);
    if !targets.is_empty() {
        page.push(text("h2", words::targets()));
        let tiles = targets.iter().flat_map(|one| tiles(of, one));
        page.push(element("div").class("reader-tiles").all(tiles));
    }
    let measures = of.strategy.measures.under(id);
    if !measures.is_empty() {
        page.push(text("h2", words::measures()));
    }
    page.extend(measures.into_iter().map(|one| measure(of, one)));
    Some(page)
}

/// Returns the ratings of the indicators under it.
fn standing(of: &Publication, id: Id<Goal>) -> Option<Element> {
    let mut seen = of.overview.goals.iter().filter(|seen| seen.goal == id);
    let counts = &seen.next()?.tally.all.indicators;
    let rules = &of.overview.rules;
    (of.overview.has_actuals && counts.total > 0).then(|| {
        element("div")
            .class("reader-standing")
            .child(text("p", &words::counted(counts.total)).class("sub"))
            .child(rating::bar(rules, counts))
            .child(rating::legend(rules, counts))
    })
}

/// A 数値目標, a tile for each of its series.
fn tiles(of: &Publication, one: &Listed) -> Vec<Element> {
    let named = indicators::named(&one.indicator.name);
    let tile = |(series, row): &(std::sync::Arc<Series>, _)| {
        let name = overview::named(&named, &series.name);
        let name = of.link(Page::Indicator(one.indicator.id), &name);
        element("section")
            .class("reader-card")
            .child(element("h3").child(name))
            .all(in_little(&of.strategy, &one.indicator, series, row))
            .child(element("p").child(rating::rating(&one.verdict)))
    };
    one.rows.iter().map(tile).collect()
}

fn measure(of: &Publication, measure: &Measure) -> Element {
    let kpis = of.listed(&measure.kpis);
    let kpis = (!kpis.is_empty()).then(|| table(of, &words::kpis_of(&measure.title), &kpis));
    let code = model::short_number(&of.numbers.code_of(measure.id));
    let heading = [&code, " ", model::named(&measure.title)].concat();
    element("section")
        .class("reader-card")
        .child(text("h3", &heading))
        .all(paragraphs(&measure.direction))
        .all(kpis)
        .all(initiatives(of, measure.id))
}

fn initiatives(of: &Publication, measure: Id<Measure>) -> Option<Element> {
    let all = of.strategy.initiatives.under(measure);
    let lines = all.iter().map(|one| {
        let name = text("b", model::named(&one.title));
        element("li").child(name).all(paragraphs(&one.text))
    });
    (!all.is_empty()).then(|| {
        element("details")
            .child(text("summary", &words::initiatives(all.len())))
            .child(element("ul").all(lines))
    })
}
