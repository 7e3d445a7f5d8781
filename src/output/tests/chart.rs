//! The picture of an indicator before the chart library is there.

use std::collections::BTreeSet;

use fixtures::{SAMPLES, sample};
use insight::evaluation_year;
use insight::overview::glance;
use output::chart::{HEIGHT, Trend, whole};
use output::markup::{Element, Node};
use strategy::FiscalYear;

const TODAY: FiscalYear = FiscalYear(2026);

fn trends() -> Vec<Trend> {
    let of = |s: &strategy::Strategy| {
        let year = evaluation_year(s, TODAY);
        let trend = |k: &std::sync::Arc<strategy::Indicator>| {
            let mut trend = Trend::of(s, k.id, &glance(s, k.id, year)?);
            // A forecast goes on from the last figure, as the app adds it.
            for line in &mut trend.lines {
                let last = line
                    .actuals
                    .iter()
                    .rfind(|(_, datum)| datum.value.is_some());
                let last = last.cloned();
                line.forecast = last
                    .into_iter()
                    .flat_map(|(at, datum)| [(at, datum.clone()), (FiscalYear(at.0 + 2), datum)])
                    .collect();
            }
            Some(trend)
        };
        s.indicators.iter().filter_map(trend).collect::<Vec<_>>()
    };
    SAMPLES.iter().flat_map(|name| of(&sample(name))).collect()
}

fn texts(element: &Element, all: &mut Vec<(String, Element)>) {
    for child in &element.children {
        match child {
            Node::Text(text) => all.push((text.clone(), element.clone())),
            Node::Element(child) => texts(child, all),
        }
    }
}

fn count(element: &Element, class: &str) -> usize {
    let own = element.attributes.iter();
    let own = own
        .filter(|(name, value)| *name == "class" && value == class)
        .count();
    let below = element.children.iter().map(|child| match child {
        Node::Element(child) => count(child, class),
        Node::Text(_) => 0,
    });
    own + below.sum::<usize>()
}

#[test]
fn every_figure_of_every_sample_has_its_mark_at_any_width() {
    let trends = trends();
    assert!(trends.len() > 40);
    for trend in &trends {
        let known = |of: fn(&output::chart::TrendLine) -> output::chart::YearlyData| {
            let data = trend.lines.iter().flat_map(of);
            data.filter(|(_, datum)| datum.value.is_some()).count()
        };
        for width in [280.0, 640.0, 1400.0] {
            let Some(picture) = whole(trend, width) else {
                assert!(trend.years().is_empty());
                continue;
            };
            assert_eq!(picture.height, HEIGHT + trend.legend_height(width));
            let Some(Node::Element(svg)) = picture.element.children.first() else {
                panic!("no drawing");
            };
            assert_eq!(count(svg, "plot-dot"), known(|line| line.drawn()));
            assert_eq!(
                count(svg, "plot-target"),
                known(|line| line.targets.clone())
            );
            assert_eq!(
                count(svg, "plot-forecast-mark"),
                known(|line| line.forecast.clone())
            );
        }
    }
}

#[test]
fn every_entry_of_the_legend_is_told_and_every_year_is_written_once() {
    for trend in trends().iter().filter(|trend| !trend.years().is_empty()) {
        let picture = whole(trend, 640.0).unwrap();
        let mut all = Vec::new();
        texts(&picture.element, &mut all);
        let said: Vec<&str> = all.iter().map(|(text, _)| text.as_str()).collect();
        if trend.legend().len() > 1 {
            for entry in trend.legend() {
                assert!(said.contains(&entry.name.as_str()), "{}", entry.name);
            }
        }
        let places: Vec<String> = all
            .iter()
            .filter(|(_, element)| element.name == "text")
            .map(|(text, element)| format!("{text} {:?}", element.attributes))
            .collect();
        let once: BTreeSet<&String> = places.iter().collect();
        assert_eq!(once.len(), places.len(), "a text stands twice in one place");
    }
}

#[test]
fn nothing_is_drawn_without_a_year_or_without_room() {
    assert_eq!(whole(&Trend::default(), 640.0), None);
    for trend in trends() {
        assert_eq!(whole(&trend, 0.0), None);
    }
}
