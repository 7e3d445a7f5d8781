//! The plan at a glance: how many indicators go as wished, and each goal with its 数値目標.

use super::indicators::table;
use super::markup::{Element, element, text};
use super::parts::badge;
use super::publication::{Page, Publication};
use super::rating;
use crate::insight::overview::GoalOverview;
use crate::words::{model, overview as words, reader};

/// What stands on the page.
pub fn page(of: &Publication) -> Vec<Element> {
    let facts = &of.overview;
    let title = of.strategy.about().title.clone();
    let mut page = vec![
        text("h1", model::named(&title)),
        text("p", &words::headline(facts)).class("lead"),
        text("p", &reader::judged(facts.year)).class("sub"),
    ];
    let counts = &facts.whole.indicators;
    if facts.has_actuals && counts.total > 0 {
        page.push(rating::bar(&facts.rules, counts));
        page.push(rating::legend(&facts.rules, counts));
    }
    page.extend(facts.goals.iter().filter_map(|goal| card(of, goal)));
    page
}

fn card(of: &Publication, seen: &GoalOverview) -> Option<Element> {
    let goal = of.strategy.get(seen.goal)?;
    let counts = &seen.tally.all.indicators;
    let bar = (counts.total > 0).then(|| rating::bar(&of.overview.rules, counts));
    let targets = match seen.targets.is_empty() {
        true => text("p", words::no_targets()).class("sub"),
        false => table(of, &reader::targets_of(&goal.title), &seen.targets),
    };
    let heading = element("h2")
        .child(badge(goal.kind, &seen.number))
        .child(of.link(Page::Goal(goal.id), model::named(&goal.title)));
    Some(
        element("section")
            .class("reader-card")
            .child(heading)
            .child(text("p", &words::goal_counts(seen)).class("sub"))
            .all(bar)
            .child(targets),
    )
}
