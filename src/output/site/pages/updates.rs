//! 更新履歴: what changed with each publication.

use super::parts::list;
use crate::markup::{Element, element, text};
use crate::site::address::at_root;
use crate::site::changes::{Touched, Update, UpdateItem, What};
use crate::site::context::Site;
use crate::site::figure_change::FigureChange;
use crate::site::frame::one_line;
use ::words::number::shown;
use ::words::{YearForms, charts, marks, model, site as words, time};
use strategy::{Date, FiscalYear};

pub fn page(site: &Site) -> Vec<Element> {
    let updates = &site.manifest.updates;
    let feed = text("a", words::updates_feed()).with("href", &at_root("feed.xml"));
    let mut page = vec![text("h1", words::updates()), element("p").child(feed)];
    if updates.is_empty() {
        page.push(text("p", words::updates_none()));
    }
    page.extend(
        updates
            .iter()
            .zip(moments(updates))
            .map(|(update, moment)| {
                let items = update.items.iter().filter(|one| !one.of.is_empty());
                entry(update, text("h2", &moment)).all(items.map(of))
            }),
    );
    page
}

/// The day of each publication; where several share a day, with its time or its number.
pub fn moments(updates: &[Update]) -> Vec<String> {
    let moment = |(at, update): (usize, &Update)| {
        let day = time::day(&Date(update.published.clone()));
        let is_of_day = |one: &&Update| one.published == update.published;
        let of_day = updates.iter().filter(is_of_day);
        let of_minute = of_day.clone().filter(|one| one.time == update.time);
        let is_timed = !update.time.is_empty() && of_minute.count() == 1;
        match of_day.count() {
            1 => day,
            _ if is_timed => words::update_at(day, &update.time),
            _ => words::update_number(day, updates[at..].iter().filter(is_of_day).count()),
        }
    };
    updates.iter().enumerate().map(moment).collect()
}

/// One publication: its heading, and a line for each thing that changed.
pub fn entry(update: &Update, heading: Element) -> Element {
    let lines = update
        .items
        .iter()
        .map(|item| text("span", &sentence(item)));
    element("section")
        .class("reader-card")
        .child(heading)
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

/// Largest number of figures told of one kind of change; the page of each indicator has its own.
const MOST_FIGURES: usize = 20;

/// Lists the changed records, as links, with the figures that changed; records alone are folded.
fn of(item: &UpdateItem) -> Element {
    let mut left = MOST_FIGURES;
    let records = item.of.iter().map(|of| {
        let told = &of.figures[..of.figures.len().min(left)];
        left -= told.len();
        touched(item.what, of, told)
    });
    let records = list(records);
    let all: usize = item.of.iter().map(|of| of.figures.len()).sum();
    let more = all.saturating_sub(MOST_FIGURES);
    let more = (more > 0).then(|| text("p", &words::change_more(more)).class("sub"));
    let sentence = sentence(item);
    let (whole, head) = match all {
        0 => ("details", "summary"),
        _ => ("div", "h3"),
    };
    element(whole)
        .child(text(head, &sentence))
        .child(records)
        .all(more)
}

/// A page that a publication once had is always there, if only to say that it ended.
fn touched(what: What, of: &Touched, figures: &[FigureChange]) -> Element {
    let title = model::named(&of.title);
    let name = match of.path.is_empty() {
        true => text("span", title),
        false => text("a", title).with("href", &["own:", &of.path].concat()),
    };
    let lines = figures.iter().map(|one| text("p", &change(what, one)));
    element("div").child(name).all(lines)
}

/// 「R6実績　8,000人 → 8,100人　理由：集計の誤り」.
fn change(what: What, of: &FigureChange) -> String {
    let year = of.year.map(|year| FiscalYear(year).short());
    let name = match (what, year) {
        (What::Corrected, Some(year)) => words::change_actual(year),
        (_, Some(year)) => words::change_target(year),
        (_, None) => words::change_baseline().to_owned(),
    };
    let figure = |printed: &str| match printed {
        "" => marks::nothing().to_owned(),
        printed => charts::with_unit(&shown(printed), &of.unit),
    };
    let steps = [&figure(&of.from), " → ", &figure(&of.to)].concat();
    let mut parts = vec![charts::of_line(&of.series, &name), steps];
    let reason = of.reason.trim();
    if !reason.is_empty() {
        parts.push(words::change_reason(one_line(reason)));
    }
    parts.join(marks::gap())
}

/// The first of the figures that an update changes, each with the title of its record, and the number of the others.
pub fn figure_lines(update: &Update, most: usize) -> Vec<String> {
    let records = update.items.iter();
    let records = records.flat_map(|item| item.of.iter().map(|of| (item.what, of)));
    let figures = records.flat_map(|(what, of)| of.figures.iter().map(move |one| (what, of, one)));
    let line = |(what, of, one): (What, &Touched, &FigureChange)| {
        [model::named(&of.title), marks::gap(), &change(what, one)].concat()
    };
    let mut lines: Vec<String> = figures.clone().take(most).map(line).collect();
    let more = figures.count() - lines.len();
    if more > 0 {
        lines.push(words::change_more(more));
    }
    lines
}
