//! A goal: where it leads, its 数値目標, and its 施策 with their KPI and 具体的取組.

use super::indicators::table;
use super::markup::{Element, element, text};
use super::parts::{badge, paragraphs};
use super::publication::{Page, Publication};
use crate::strategy::*;
use crate::words::{model, reader as words};

/// What stands on the page; none where there is no such goal.
pub fn page(of: &Publication, id: Id<Goal>) -> Option<Vec<Element>> {
    let goal = of.strategy.get(id)?;
    let heading = element("h1")
        .child(badge(goal.kind, &of.numbers.goal(id)))
        .text(model::named(&goal.title));
    let back = of.link(Page::Plan, words::back_to_plan());
    let mut page = vec![heading, element("p").child(back)];
    page.extend(paragraphs(&goal.direction));
    let targets = of.listed(&goal.targets);
    if !targets.is_empty() {
        page.push(text("h2", words::targets()));
        page.push(table(of, &words::targets_of(&goal.title), &targets));
    }
    let measures = of.strategy.measures.under(id);
    if !measures.is_empty() {
        page.push(text("h2", words::measures()));
    }
    page.extend(measures.into_iter().map(|one| measure(of, one)));
    Some(page)
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
