//! 整合のことば.

use super::text::alignment as text;
pub use super::text::alignment::*;

use super::model;
use edit::FrameworkOffer;
use format::PublishedFramework;
use insight::{AlignmentMatrix, Coverage, Numbers};
use strategy::{FiscalYear, FrameworkItem, FrameworkKind, GoalKind, Id, Period, Strategy};

/// 「基本目標1 …」「横断的な目標1 …」.
pub fn goal(number: &str, title: &str) -> String {
    format!("{} {}", model::goal_number(number), model::brief(title))
}

/// 「施策1-2 …」.
pub fn measure(code: &str, title: &str) -> String {
    format!("{} {}", model::measure_number(code), model::brief(title))
}

/// The goals, then the measures, whose tied items are so: the id of each as a text, and its name.
pub fn goals_and_measures(
    s: &Strategy,
    are: &dyn Fn(&[Id<FrameworkItem>]) -> bool,
) -> Vec<(String, String)> {
    let numbers = Numbers::of(s);
    let goals = s.goals.sorted().into_iter().filter(|g| are(&g.aligned));
    let goals = goals.map(|g| {
        let name = goal(&numbers.goal(g.id), model::named(&g.title));
        (g.id.to_string(), name)
    });
    let measures = s.measures.sorted().into_iter().filter(|m| are(&m.aligned));
    let measures = measures.map(|m| {
        let name = measure(&numbers.code_of(m.id), model::named(&m.title));
        (m.id.to_string(), name)
    });
    goals.chain(measures).collect()
}

/// 「取組 …」.
pub fn initiative(title: &str) -> String {
    text::initiative(model::named(title))
}

/// 「4項目すべてに結びつきがあります」.
pub fn covered(one: &Coverage) -> String {
    match one.holes() {
        0 => text::covered_none(one.items),
        holes => text::covered_other(one.items, holes),
    }
}

/// 「国の4目標すべてに結びつきがあります」: those of the nation first, then all, with the number of gaps.
pub fn headline(all: &[Coverage]) -> String {
    let count = |kind: Option<FrameworkKind>| {
        let these = all
            .iter()
            .filter(|one| kind.is_none_or(|kind| one.kind == kind));
        these.fold((0, 0), |(items, holes), one| {
            (items + one.items, holes + one.holes())
        })
    };
    let (items, holes) = count(None);
    let (national, open) = count(Some(FrameworkKind::Nation));
    match (items, holes, national) {
        (0, ..) => title().to_owned(),
        (_, 0, 0) => text::headline_none_none(items),
        (_, 0, _) if national == items => text::headline_none(items),
        (_, 0, _) => text::headline_none_2(items),
        (_, _, n) if n > 0 && open == 0 => text::headline_other(n, holes),
        _ => text::headline_other_2(items, holes),
    }
}

/// Returns the source of a published framework, as a plan holds it in every language: the organisation that decided
/// it, the day, the document, its address.
pub fn source(one: &PublishedFramework) -> String {
    let source = &one.source;
    let parts = [&one.decided_by, &one.decided_on, &source.title, &source.url];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Returns the line of 出典 for items that a user took from a page on a day.
pub fn looked_up(source: &str, address: &str, day: String) -> String {
    match address {
        "" => text::looked_up_plain(source, day),
        _ => text::looked_up_at(source, address, day),
    }
}

/// Number of points of an item; nothing where it has none.
pub fn points(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => text::points_some(count),
    }
}

/// Says if all items of a published framework are present.
pub fn completeness(one: &PublishedFramework) -> &'static str {
    match one.complete {
        true => complete(),
        false => incomplete(),
    }
}

/// Returns the notes on the items of a published framework, for a plan that adopts them.
pub fn known_of(one: &PublishedFramework) -> String {
    let part = (!one.complete).then_some(incomplete());
    let note = Some(one.note.as_str()).filter(|note| !note.is_empty());
    part.into_iter().chain(note).collect::<Vec<_>>().join("\n")
}

/// Describes a published framework.
pub fn facts(one: &PublishedFramework) -> String {
    let (first, last) = one.period;
    let period = Period {
        first: FiscalYear(first),
        last: FiscalYear(last),
    };
    let facts = text::facts(one.len(), model::period(period), completeness(one));
    match one.targets().count() {
        0 => facts,
        targets => facts_under(facts, targets),
    }
}

/// 「(4) 民間と協働する」: an item with its number, if it has one.
pub fn item_named(number: &str, title: &str) -> String {
    format!("{} {}", number.trim(), title.trim())
        .trim()
        .to_owned()
}

/// Returns the number of an item in short form: 「1」「横1」.
pub fn item_number(kind: GoalKind, number: &str) -> String {
    match (kind, number.trim()) {
        (GoalKind::CrossCutting, number) => model::short_number(&format!("横{number}")),
        (GoalKind::Basic, number) => number.to_owned(),
    }
}

/// Largest number of items that a sentence names; the others are counted.
const NAMED: usize = 4;

/// 「「…」の6項目のうち2項目に結びつきがありません（…）。」
pub fn matrix_framework(title: &str, items: usize, open: &[String]) -> String {
    let title = model::brief(model::named(title));
    if open.is_empty() {
        return text::matrix_full(title, items);
    }
    if open.len() == items {
        return text::matrix_empty(title, items);
    }
    let named: Vec<_> = open
        .iter()
        .take(NAMED)
        .map(|one| model::brief(one))
        .collect();
    let named = named.join(matrix_comma());
    let named = match open.len().saturating_sub(NAMED) {
        0 => named,
        others => text::matrix_others(named, others),
    };
    text::matrix_open(title, items, open.len(), named)
}

/// Says for each framework which items are open, then which measures have no tie.
pub fn matrix_sentences(s: &Strategy, matrix: &AlignmentMatrix) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for one in matrix.frameworks.iter().filter(|one| one.head.is_none()) {
        let title = s.get(one.framework).map(|f| f.title.clone());
        let open = one.holes().filter_map(|item| s.get(item));
        let open: Vec<_> = open
            .map(|item| item_named(&item.number, &item.title))
            .collect();
        let title = title.unwrap_or_default();
        sentences.push(matrix_framework(&title, one.items.len(), &open));
    }
    let (measures, untied) = matrix.measures();
    sentences.extend(matrix_measures(measures, untied));
    sentences
}

/// Returns the mark for a tie and for those under it, in short form: 「●」「2」「●2」.
pub fn matrix_mark(own: bool, under: usize) -> String {
    let own = if own { "●" } else { "" };
    match under {
        0 => own.to_owned(),
        under => format!("{own}{under}"),
    }
}

/// 「13の施策のうち2つが、どの項目にも結びついていません。」; `None` if every measure is tied.
pub fn matrix_measures(measures: usize, untied: usize) -> Option<String> {
    (untied > 0).then(|| text::matrix_untied(measures, untied))
}

/// Says how many ties an act changed, and which texts it left out.
pub fn matrix_done(changed: usize, left: &[&str]) -> String {
    let mut said = match changed {
        0 => text::matrix_unchanged().to_owned(),
        count => text::matrix_changed(count),
    };
    if !left.is_empty() {
        let texts = left.iter().take(NAMED).map(|one| model::brief(one));
        let texts = texts.collect::<Vec<_>>().join(text::matrix_comma());
        said += &text::matrix_left(left.len(), texts);
    }
    said
}

/// Numbers of selected cells and of ties among them.
pub fn matrix_selected((cells, tied): (usize, usize)) -> String {
    text::matrix_selected(cells, tied)
}

/// Says if a row and an item are tied, and how many records under the row are.
pub fn matrix_cell(own: bool, under: usize) -> String {
    match (own, under) {
        (true, 0) => cell_own().to_owned(),
        (false, 0) => cell_none().to_owned(),
        (true, under) => cell_both(under),
        (false, under) => cell_under(under),
    }
}

/// Says how many items a framework of a file would add.
pub fn offered(offer: &FrameworkOffer) -> String {
    match (offer.own.is_some(), offer.new) {
        (false, _) => text::offered_whole(offer.items),
        (true, 0) => text::offered_nothing(offer.items),
        (true, new) => text::offered_missing(new),
    }
}
