//! 更新履歴: what changed with each publication.

use super::parts::list;
use crate::markup::{Element, element, text};
use crate::site::address::at_root;
use crate::site::changes::{Touched, Update, UpdateItem, What};
use crate::site::context::Site;
use ::words::{YearForms, model, site as words, time};
use strategy::{Date, FiscalYear};

pub fn page(site: &Site) -> Vec<Element> {
    let updates = &site.manifest.updates;
    let feed = text("a", words::updates_feed()).with("href", &at_root("feed.xml"));
    let mut page = vec![text("h1", words::updates()), element("p").child(feed)];
    if updates.is_empty() {
        page.push(text("p", words::updates_none()));
    }
    page.extend(updates.iter().map(|update| {
        entry(update, "h2").all(update.items.iter().filter(|one| !one.of.is_empty()).map(of))
    }));
    page
}

/// One publication: its day as a heading, and a line for each thing that changed.
pub fn entry(update: &Update, heading: &'static str) -> Element {
    let day = Date(update.published.clone());
    let lines = update
        .items
        .iter()
        .map(|item| text("span", &sentence(item)));
    element("section")
        .class("reader-card")
        .child(text(heading, &time::day(&day)))
        .child(list(lines))
}

/// 「R8実績を公表（42）」.
pub fn sentence(item: &UpdateItem) -> String {
    let year = item
        .year
        .map(|year| FiscalYear(year).short())
        .unwrap_or_default();
    let count = item.of.len();
    match item.what {
        What::First => words::update_first().to_owned(),
        What::Actuals => words::update_actuals(year, count),
        What::Corrected => words::update_corrected(year, count),
        What::Targets => words::update_targets(count),
        What::Baselines => words::update_baselines(count),
        What::Ratings => words::update_ratings(year, count),
        What::Plans => words::update_plans(year, count),
        What::GoalsAdded => words::update_added(words::kind_goals(), count),
        What::GoalsRemoved => words::update_removed(words::kind_goals(), count),
        What::GoalsRenamed => words::update_renamed(words::kind_goals(), count),
        What::MeasuresAdded => words::update_added(words::kind_measures(), count),
        What::MeasuresRemoved => words::update_removed(words::kind_measures(), count),
        What::MeasuresRenamed => words::update_renamed(words::kind_measures(), count),
        What::InitiativesAdded => words::update_added(words::kind_initiatives(), count),
        What::InitiativesRemoved => words::update_removed(words::kind_initiatives(), count),
        What::InitiativesRenamed => words::update_renamed(words::kind_initiatives(), count),
        What::IndicatorsAdded => words::update_added(words::kind_indicators(), count),
        What::IndicatorsRemoved => words::update_removed(words::kind_indicators(), count),
        What::IndicatorsRenamed => words::update_renamed(words::kind_indicators(), count),
        What::Texts => words::update_texts(count),
    }
}

/// Lists the changed records, as links.
fn of(item: &UpdateItem) -> Element {
    element("details")
        .child(text("summary", &sentence(item)))
        .child(list(item.of.iter().map(touched)))
}

/// A page that a publication once had is always there, if only to say that it ended.
fn touched(of: &Touched) -> Element {
    let title = model::named(&of.title);
    match of.path.is_empty() {
        true => text("span", title),
        false => text("a", title).with("href", &["own:", &of.path].concat()),
    }
}
