//! ロジックモデル of a goal: the picture, and its links with their reasons.

use super::parts::{heads, link, row, scrolled, under};
use crate::chart::{diagram_picture, logic_diagram};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::parts::{entry, paragraphs};
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::{logic as words, marks, site};
use format::document::Diagram;
use insight::logic::{LogicModel, ModelLink};
use strategy::*;

/// Widths of the picture on a large screen and on a phone, in letters.
const WIDE: f64 = 66.0;
const NARROW: f64 = 24.0;

pub fn page(of: &Site, id: Id<Goal>) -> Option<Vec<Element>> {
    let goal = of.strategy().get(id)?;
    let model = LogicModel::of(of.strategy(), id)?;
    let to_goal = SitePage::Read(Page::Goal(id));
    let mut page = vec![
        text("h1", &of.title(SitePage::Logic(id))),
        element("p").child(link(to_goal, &of.title(to_goal))),
        text("p", site::logic_note()),
        picture(diagram(of.strategy(), &model)),
    ];
    page.extend(under(words::links(), links(of, &model)));
    let logic = goal.logic.clone().unwrap_or_default();
    let said = [
        (words::factors(), paragraphs(&logic.factors)),
        (words::one_stage(), paragraphs(&logic.one_stage)),
    ];
    let said = said.into_iter().filter(|(_, said)| !said.is_empty());
    let said: Vec<_> = said.flat_map(|(name, said)| entry(name, said)).collect();
    if !said.is_empty() {
        page.push(element("dl").class("reader-facts").all(said));
    }
    Some(page)
}

/// The diagram without warnings: they are for those who write the plan.
fn diagram(s: &Strategy, model: &LogicModel) -> Diagram {
    let mut diagram = logic_diagram(s, model);
    for one in &mut diagram.boxes {
        one.warning.clear();
    }
    diagram
}

/// The picture for large screens and for phones: the style sheet shows one of them.
fn picture(of: Diagram) -> Element {
    let drawn = |width, class: &str, key: &str| {
        element("div")
            .class(class)
            .child(diagram_picture(&of, width))
            .child(text("p", key).class("sub"))
    };
    element("figure")
        .class("site-diagram")
        .child(drawn(WIDE, "diagram-wide", words::key_lines()))
        .child(drawn(NARROW, "diagram-narrow", words::key_dots()))
}

/// Every link with its reason, as a table.
fn links(of: &Site, model: &LogicModel) -> Vec<Element> {
    let s = of.strategy();
    let name = |source| {
        let name = words::source_name(s, source);
        match source {
            LogicSource::Measure(id) => link(SitePage::Measure(id), &name),
            LogicSource::Indicator(id) => link(SitePage::Read(Page::Indicator(id)), &name),
        }
    };
    let line = |one: &ModelLink| {
        let because = match one.link.because.trim() {
            "" => marks::nothing(),
            because => because,
        };
        let to = name(LogicSource::Indicator(one.link.to));
        let to = element("td").child(to);
        row(name(one.link.from), [to, text("td", because)])
    };
    let columns = heads(
        site::logic_from(),
        &[],
        &[site::logic_to(), site::logic_reason()],
    );
    let table = element("table")
        .class("reader-table wide site-links")
        .child(text("caption", words::links()).class("visually-hidden"))
        .child(columns)
        .child(element("tbody").all(model.links.iter().map(line)));
    let has_links = !model.links.is_empty();
    has_links
        .then(|| scrolled(words::links(), table))
        .into_iter()
        .collect()
}
