//! Parts of 人口の見通し that its paper and its published page share.

use crate::chart::{outlook_lines, population_curve};
use crate::markup::Element;
use ::words::{YearForms, population as words};
use format::document::DrawingKey;
use insight::population::OutlookReport;
use strategy::Strategy;

/// Returns the source of the projection, and the year from which it counts.
pub fn source(s: &Strategy) -> Option<[String; 2]> {
    let population = s.about().population.clone()?;
    let projection = population.projection?;
    let first = projection.years.first()?.year.short();
    let source = words::source(&projection.title, &projection.name);
    Some([source, words::as_of(first)])
}

/// Returns how a 試算 is computed, a line each; `None` where there is none.
pub fn method(report: &OutlookReport) -> Option<[&'static str; 3]> {
    report.scenario.is_some().then(|| {
        [
            words::method_cohorts(),
            words::method_families(),
            words::method_pupils(),
        ]
    })
}

/// Returns 総人口 as a curve, and the names of its lines.
pub fn curve(report: &OutlookReport) -> Option<(Element, Vec<DrawingKey>)> {
    let scenario = report.scenario.as_ref();
    let years = scenario.map(|(_, years)| years.as_slice());
    let lines = outlook_lines(&report.base, years, &report.known);
    let drawn = population_curve(&lines)?;
    let name = |class: &str| match class {
        "without" => words::without().to_owned(),
        "scenario" => scenario.map_or_else(String::new, |(one, _)| one.name.clone()),
        "actual" => words::actual().to_owned(),
        _ => words::target().to_owned(),
    };
    let key = lines.iter().map(|line| DrawingKey {
        class: line.class,
        name: name(line.class),
    });
    Some((drawn, key.collect()))
}
