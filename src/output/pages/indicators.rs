//! Every indicator in one table: then, now, and what it should become.

use super::dated;
use super::publication::{Page, Publication};
use crate::markup::{Element, element, text};
use crate::rating;
use ::words::number::{amount, shown, with_unit};
use ::words::{indicators, marks, overview as phrases, reader as words};
use insight::overview::{Listed, SeriesSummary};
use strategy::*;

/// Returns the page.
pub fn page(of: &Publication) -> Vec<Element> {
    let ids: Vec<_> = of
        .strategy
        .indicators
        .sorted()
        .into_iter()
        .map(|one| one.id)
        .collect();
    let all = of.listed(&ids);
    vec![
        text("h1", words::indicators()),
        text("p", &words::judged(of.overview.year)).class("sub"),
        match all.is_empty() {
            true => text("p", words::no_indicators()),
            false => table(of, words::indicators(), &all),
        },
    ]
}

/// A table of indicators; each series has its line.
pub fn table(of: &Publication, caption: &str, all: &[Listed]) -> Element {
    let heads = [
        words::indicator(),
        words::baseline(),
        words::latest(),
        words::target(),
        words::rating(),
    ];
    element("table")
        .class("reader-table")
        .child(text("caption", caption).class("visually-hidden"))
        .child(head(&heads))
        .child(element("tbody").all(all.iter().flat_map(|one| lines(of, one))))
}

/// The same in short: name, now, and how it is rated; none where there is nothing.
pub fn brief(of: &Publication, caption: &str, all: &[&Listed]) -> Option<Element> {
    let heads = [words::indicator(), words::latest(), words::rating()];
    let line = |one: &&Listed| {
        let name = indicators::named(&one.indicator.name);
        let name = of.link(Page::Indicator(one.indicator.id), &name);
        let unit = &one.indicator.unit;
        let now = one.rows.iter().map(|(_, row)| match row.latest {
            Some(_) => latest(row, unit),
            None => words::aimed(aim(row, unit)),
        });
        let now: Vec<String> = now.collect();
        let now = now.join(marks::list());
        element("tr")
            .child(element("th").with("scope", "row").child(name))
            .child(text("td", &now).class("number"))
            .child(
                element("td")
                    .class("rated")
                    .child(rating::rating(&one.verdict)),
            )
    };
    (!all.is_empty()).then(|| {
        element("table")
            .class("reader-table brief")
            .child(text("caption", caption).class("visually-hidden"))
            .child(head(&heads))
            .child(element("tbody").all(all.iter().map(line)))
    })
}

/// The head of a table.
pub fn head(words: &[&str]) -> Element {
    let heads = words
        .iter()
        .map(|word| text("th", word).with("scope", "col"));
    element("thead").child(element("tr").all(heads))
}

fn lines(of: &Publication, one: &Listed) -> Vec<Element> {
    let unit = &one.indicator.unit;
    let named = indicators::named(&one.indicator.name);
    let rows = one.rows.iter().enumerate();
    let line = |(at, (series, row)): (usize, &(std::sync::Arc<Series>, SeriesSummary))| {
        let name = phrases::named(&named, &series.name);
        let name = of.link(Page::Indicator(one.indicator.id), &name);
        // One rating for all series: it stands with the first.
        let rated = (at == 0).then(|| {
            element("td")
                .class("rated")
                .with("rowspan", &one.rows.len().to_string())
                .child(rating::rating(&one.verdict))
        });
        element("tr")
            .child(element("th").with("scope", "row").child(name))
            .child(number(words::baseline(), &baseline(series, unit)))
            .child(number(words::latest(), &latest(row, unit)))
            .child(number(words::target(), &aim(row, unit)))
            .all(rated)
    };
    rows.map(line).collect()
}

/// A figure in a table, with the name of its column for where the columns do not stand beside one another.
fn number(column: &str, figure: &str) -> Element {
    text("td", figure)
        .class("number")
        .with("data-label", column)
}

/// 「250人（R1）」, or that there is none.
fn baseline(series: &Series, unit: &str) -> String {
    match dated::baseline(series) {
        None => words::no_figure().to_owned(),
        Some((at, figure)) => {
            let figure = with_unit(&shown(figure.text()), unit);
            match at.as_str() {
                "" => figure,
                at => words::with_year(figure, at),
            }
        }
    }
}

/// 「309人（R6）」, or that there is none.
fn latest(row: &SeriesSummary, unit: &str) -> String {
    if let Some((told, mean)) = dated::mean(row) {
        return words::with_year(amount(mean, unit), told);
    }
    of_year(row.latest.as_ref(), unit)
}

/// 「380人（R7）」, or that there is none.
fn aim(row: &SeriesSummary, unit: &str) -> String {
    of_year(row.target.as_ref(), unit)
}

fn of_year(figure: Option<&(FiscalYear, Figure)>, unit: &str) -> String {
    match figure {
        None => words::no_figure().to_owned(),
        Some((year, figure)) => words::of_year(&shown(figure.text()), unit, Some(*year)),
    }
}
