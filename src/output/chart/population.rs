//! 人口ピラミッド of two years over each other, and 総人口 over the years. Tables beside them hold the figures.

use super::svg::{grid, short, svg, written};
use super::text_metrics::number;
use super::{Plot, Px, Scale};
use crate::markup::{Element, element};
use ::words::YearForms;
use insight::population::{AgeGroup, KnownTotals, YearPopulation};
use strategy::FiscalYear;

/// The paper of a pyramid, in units that are a px on a phone.
pub const PYRAMID: Px = (340.0, 314.0);
/// Room in the middle for the ages, above and below.
const MIDDLE: f64 = 32.0;
const TOP: f64 = 20.0;
const FOOT: f64 = 20.0;

/// The texts of a pyramid.
pub struct PyramidWords<'a> {
    /// 男.
    pub men: &'a str,
    /// 女.
    pub women: &'a str,
}

/// A pyramid: the earlier year as filled bars, the later one as an outline over them.
pub fn pyramid(
    earlier: &YearPopulation,
    later: &YearPopulation,
    words: &PyramidWords<'_>,
) -> Element {
    let bands = earlier.men.len().max(earlier.women.len()).max(1);
    let all = [earlier, later].into_iter();
    let all = all.flat_map(|year| year.men.iter().chain(&year.women));
    let scale = Scale::from_zero(all.map(|persons| *persons as f64));
    let half = (PYRAMID.0 - MIDDLE) / 2.0;
    let height = (PYRAMID.1 - TOP - FOOT) / bands as f64;
    let length = |people: &[i64], band: usize| {
        let persons = people.get(band).copied().unwrap_or_default();
        persons as f64 / scale.max * (half - 4.0)
    };
    let foot = PYRAMID.1 - FOOT;
    let (left, right) = (half, half + MIDDLE);
    let bar = |band: usize, length: f64, is_left: bool| {
        let x = if is_left { left - length } else { right };
        element("rect")
            .class("pyramid-bar")
            .with("x", &short(x))
            .with("y", &short(foot - (band + 1) as f64 * height + 1.0))
            .with("width", &short(length))
            .with("height", &short(height - 2.0))
    };
    let bars = (0..bands).flat_map(|band| {
        [
            bar(band, length(&earlier.men, band), true),
            bar(band, length(&earlier.women, band), false),
        ]
    });
    let outline = |people: &[i64], from: f64, way: f64| {
        let mut path = ["M", &short(from), " ", &short(foot)].concat();
        for band in 0..bands {
            let x = from + way * length(people, band);
            let y = foot - (band + 1) as f64 * height;
            path += &["H", &short(x), "V", &short(y)].concat();
        }
        path += &["H", &short(from)].concat();
        element("path").class("pyramid-line").with("d", &path)
    };
    let age = |band: usize| {
        let y = foot - (band as f64 + 0.5) * height + 4.0;
        written(&(band * 5).to_string(), (PYRAMID.0 / 2.0, y), "middle")
    };
    let most = number(scale.max);
    let below = PYRAMID.1 - 4.0;
    svg(PYRAMID, "population-plot")
        .all(bars)
        .all([
            outline(&later.men, left, -1.0),
            outline(&later.women, right, 1.0),
        ])
        .all((0..bands).step_by(2).map(age))
        .all([
            written(words.men, (half / 2.0, 12.0), "middle"),
            written(words.women, (right + half / 2.0, 12.0), "middle"),
            written(&most, (4.0, below), "start"),
            written("0", (left, below), "end"),
            written("0", (right, below), "start"),
            written(&most, (PYRAMID.0 - 4.0, below), "end"),
        ])
}

/// A line of 総人口, or points of it.
pub struct PopulationLine<'a> {
    /// Its class: `without` (成り行き), `scenario` (試算), `target` (目標値) or `actual` (実績).
    pub class: &'a str,
    /// Persons by year, earliest first.
    pub persons: Vec<(FiscalYear, i64)>,
    /// True for points without a line.
    pub is_points: bool,
}

/// The lines of an outlook: 成り行き, a 試算, and actual and target figures; without those that are empty.
pub fn outlook_lines(
    base: &[YearPopulation],
    scenario: Option<&[YearPopulation]>,
    known: &KnownTotals,
) -> Vec<PopulationLine<'static>> {
    let totals = |years: &[YearPopulation]| {
        let total = |year: &YearPopulation| (year.year, year.group(AgeGroup::All));
        years.iter().map(total).collect()
    };
    let line = |class, persons, is_points| PopulationLine {
        class,
        persons,
        is_points,
    };
    let mut lines = vec![
        line("without", totals(base), false),
        line("scenario", scenario.map(totals).unwrap_or_default(), false),
        line("actual", known.actuals.clone(), true),
        line("target", known.targets.clone(), true),
    ];
    lines.retain(|line| !line.persons.is_empty());
    lines
}

/// The paper of a curve.
pub const CURVE: Px = (340.0, 216.0);

/// 総人口 over the years, from 0; nothing where there are not two years.
pub fn population_curve(lines: &[PopulationLine<'_>]) -> Option<Element> {
    let all = || lines.iter().flat_map(|line| &line.persons);
    let (first, last) = (
        all().map(|(year, _)| *year).min()?,
        all().map(|(year, _)| *year).max()?,
    );
    if first == last || last.0 - first.0 > 200 {
        return None;
    }
    let years: Vec<_> = (first.0..=last.0).map(FiscalYear).collect();
    let scale = Scale::from_zero(all().map(|(_, persons)| *persons as f64));
    let plot = Plot::new(&years, scale, CURVE, 14.0, 16.0);
    let labels = years
        .iter()
        .filter(|year| (year.0 - first.0) % 5 == 0)
        .map(|year| {
            let foot = plot.corner.1 + plot.size.1 + 16.0;
            written(&year.short(), (plot.on_paper(*year, 0.0).0, foot), "middle")
        });
    let drawn = lines.iter().flat_map(|line| {
        let points: Vec<Px> = line
            .persons
            .iter()
            .map(|(year, n)| plot.on_paper(*year, *n as f64))
            .collect();
        let path: Vec<_> = points
            .iter()
            .map(|(x, y)| [&short(*x), " ", &short(*y)].concat())
            .collect();
        let path = ["M", &path.join("L")].concat();
        let class = ["population-line ", line.class].concat();
        let through = (!line.is_points && points.len() > 1)
            .then(|| element("path").class(&class).with("d", &path));
        let class = ["population-dot ", line.class].concat();
        let dots = points.into_iter().map(move |(x, y)| {
            let dot = element("circle").class(&class).with("r", "3.5");
            dot.with("cx", &short(x)).with("cy", &short(y))
        });
        through.into_iter().chain(dots)
    });
    let picture = svg(CURVE, "population-plot").all(grid(&plot));
    Some(picture.all(labels).all(drawn))
}
