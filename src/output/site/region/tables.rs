//! The tables beside the pages: every figure of the pages, a line each (R26).

use super::facts::{Facts, RegionPlan};
use ::words::{Word, model, number, region_site as words};
use format::csv::{MARK, line};
use insight::region::{Alike, IndicatorDigest, PlanUse};
use insight::unit::value_in;
use strategy::{Figure, FiscalYear};

/// A table, by its name in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionCsv {
    Towns,
    Areas,
    AreaMeasures,
    Budgets,
    Frameworks,
    Indicators,
}

impl RegionCsv {
    pub const ALL: [Self; 6] = [
        Self::Towns,
        Self::Areas,
        Self::AreaMeasures,
        Self::Budgets,
        Self::Frameworks,
        Self::Indicators,
    ];

    pub fn path(self) -> &'static str {
        match self {
            Self::Towns => "towns.csv",
            Self::Areas => "areas.csv",
            Self::AreaMeasures => "area-measures.csv",
            Self::Budgets => "budgets.csv",
            Self::Frameworks => "frameworks.csv",
            Self::Indicators => "indicators.csv",
        }
    }

    /// Says what it holds.
    pub fn told(self) -> &'static str {
        match self {
            Self::Towns => words::holds_towns(),
            Self::Areas => words::holds_areas(),
            Self::AreaMeasures => words::holds_area_measures(),
            Self::Budgets => words::holds_budgets(),
            Self::Frameworks => words::holds_frameworks(),
            Self::Indicators => words::holds_indicators(),
        }
    }

    /// True if there is something to put into it.
    pub fn is_used(self, facts: &Facts) -> bool {
        match self {
            Self::Towns => true,
            Self::Areas => !facts.order.groups.is_empty(),
            Self::AreaMeasures => facts.tied.iter().any(|area| !area.is_empty()),
            Self::Budgets => !facts.budgets.is_empty(),
            Self::Frameworks => !facts.frameworks.is_empty(),
            Self::Indicators => !facts.shared.is_empty(),
        }
    }

    /// Returns the table with a mark that says it is UTF-8, as spreadsheets want it.
    pub fn text(self, facts: &Facts) -> String {
        let (heads, rows) = match self {
            Self::Towns => towns(facts),
            Self::Areas => areas(facts),
            Self::AreaMeasures => area_measures(facts),
            Self::Budgets => budgets(facts),
            Self::Frameworks => frameworks(facts),
            Self::Indicators => indicators(facts),
        };
        let mut text = String::from(MARK);
        line(&mut text, &heads);
        for row in rows {
            line(&mut text, &row);
        }
        text
    }
}

type Csv = (Vec<&'static str>, Vec<Vec<String>>);

/// Name of the town of a plan.
pub fn town(plan: &RegionPlan) -> &str {
    model::named(&plan.digest.town)
}

/// Returns the ratings of a plan in the town's own words, the best first, then those without one (R24).
pub fn own_words(plan: &RegionPlan) -> Vec<String> {
    let (bands, unrated) = plan.digest.own_bands();
    let said = bands
        .into_iter()
        .map(|(band, count)| words::rated(&band.mark, &band.word, count));
    said.chain((unrated > 0).then(|| words::unrated(unrated)))
        .collect()
}

/// Code of the municipality of a plan, as its area has it; else as the plan gives it.
fn code(facts: &Facts, place: usize) -> String {
    let known = facts.codes.get(place).filter(|code| !code.is_empty());
    known.unwrap_or(&facts.plans[place].digest.code).clone()
}

fn counted_code(facts: &Facts, at: usize) -> String {
    facts
        .counted
        .get(at)
        .map_or_else(String::new, |place| code(facts, *place))
}

fn year(year: FiscalYear) -> String {
    year.0.to_string()
}

fn towns(facts: &Facts) -> Csv {
    let (areas, _) = facts.by_area();
    let area = |place: usize| {
        let at = areas.iter().position(|plans| plans.contains(&place));
        at.map_or_else(String::new, |at| facts.order.groups[at].name.clone())
    };
    let row = |(place, plan): (usize, &RegionPlan)| {
        let digest = &plan.digest;
        let people = digest.population.as_ref();
        let counts = facts.uses.get(place) != Some(&PlanUse::Listed);
        vec![
            area(place),
            code(facts, place),
            town(plan).to_owned(),
            model::named(&digest.title).to_owned(),
            digest.stage.word().to_owned(),
            model::period(digest.period),
            year(digest.year),
            digest.ratings.total.to_string(),
            digest.ratings.judged.to_string(),
            digest.ratings.as_wished.to_string(),
            own_words(plan).join(" / "),
            people.map_or_else(String::new, |one| one.people.to_string()),
            people.map_or_else(String::new, |one| year(one.year)),
            if counts {
                words::counts_yes()
            } else {
                words::counts_no()
            }
            .to_owned(),
            plan.address.clone().unwrap_or_default(),
            plan.licence.map_or("", |one| one.word()).to_owned(),
        ]
    };
    let heads = vec![
        words::area(),
        words::code(),
        words::town(),
        words::plan(),
        words::stage(),
        words::period(),
        words::year(),
        words::indicator_count(),
        words::judged(),
        words::as_wished(),
        words::ratings(),
        words::population(),
        words::population_year(),
        words::counts(),
        words::address(),
        words::terms(),
    ];
    (heads, facts.plans.iter().enumerate().map(row).collect())
}

fn areas(facts: &Facts) -> Csv {
    let rows = facts.order.groups.iter().zip(&facts.sums);
    let rows = rows.map(|(group, sum)| {
        let (money, written) = sum.budget.unzip();
        vec![
            group.name.clone(),
            sum.towns.to_string(),
            sum.with_plan.to_string(),
            sum.ratings.total.to_string(),
            sum.ratings.judged.to_string(),
            sum.ratings.as_wished.to_string(),
            facts.budget_year.map(year).unwrap_or_default(),
            money.map_or_else(String::new, |money| money.to_string()),
            written.unwrap_or_default().to_string(),
        ]
    });
    let heads = vec![
        words::area(),
        words::town(),
        words::with_plan(),
        words::indicator_count(),
        words::judged(),
        words::as_wished(),
        words::fiscal_year(),
        words::budget(),
        words::written(),
    ];
    (heads, rows.collect())
}

/// The measures of areas, a tie a line (R36); one without ties has a line of its own.
fn area_measures(facts: &Facts) -> Csv {
    let mut rows = Vec::new();
    for (area, group) in facts.order.groups.iter().enumerate() {
        for (at, measure) in group.measures.iter().enumerate() {
            let own = [&group.name, &measure.title].map(String::clone);
            let tied: Vec<_> = facts.tied(area, at).collect();
            if tied.is_empty() {
                let none = [String::new(), String::new(), String::new()];
                rows.push(own.iter().cloned().chain(none).collect());
            }
            for (place, plan, title) in tied {
                let told = [
                    code(facts, place),
                    town(plan).to_owned(),
                    model::named(title).to_owned(),
                ];
                rows.push(own.iter().cloned().chain(told).collect());
            }
        }
    }
    let heads = vec![
        words::area(),
        words::area_measures(),
        words::code(),
        words::town(),
        words::town_measure(),
    ];
    (heads, rows)
}

fn budgets(facts: &Facts) -> Csv {
    let mut rows = Vec::new();
    for row in &facts.budgets {
        let cells = row.cells.iter().enumerate();
        for (at, money) in cells.filter_map(|(at, money)| Some((at, (*money)?))) {
            let Some(plan) = facts.counting(at) else {
                continue;
            };
            rows.push(vec![
                year(row.year),
                counted_code(facts, at),
                town(plan).to_owned(),
                money.to_string(),
            ]);
        }
    }
    let heads = vec![
        words::fiscal_year(),
        words::code(),
        words::town(),
        words::budget(),
    ];
    (heads, rows)
}

fn frameworks(facts: &Facts) -> Csv {
    let mut rows = Vec::new();
    for framework in &facts.frameworks {
        for item in &framework.items {
            let cells = item.cells.iter().enumerate();
            for (at, ties) in cells.filter_map(|(at, ties)| Some((at, (*ties)?))) {
                let Some(plan) = facts.counting(at) else {
                    continue;
                };
                rows.push(vec![
                    framework.title.clone(),
                    item.number.clone(),
                    item.title.clone(),
                    counted_code(facts, at),
                    town(plan).to_owned(),
                    ties.to_string(),
                ]);
            }
        }
    }
    let heads = vec![
        words::framework(),
        words::number(),
        words::item(),
        words::code(),
        words::town(),
        words::ties(),
    ];
    (heads, rows)
}

fn indicators(facts: &Facts) -> Csv {
    let mut rows = Vec::new();
    for shared in &facts.shared {
        for (at, plan, indicator) in members(facts, shared) {
            let band = indicator.band.as_ref();
            let both = [&indicator.latest, &indicator.target];
            let [latest, target] = both.map(|figure| dated(figure, &indicator.unit));
            rows.push(vec![
                shared.name.clone(),
                shared.unit.clone(),
                counted_code(facts, at),
                town(plan).to_owned(),
                latest.0,
                latest.1,
                band.map_or_else(String::new, |band| band.mark.clone()),
                band.map_or_else(String::new, |band| band.word.clone()),
                target.0,
                target.1,
            ]);
        }
    }
    let heads = vec![
        words::indicator(),
        words::unit(),
        words::code(),
        words::town(),
        words::actual_year(),
        words::actual(),
        words::mark(),
        words::word(),
        words::target_year(),
        words::target(),
    ];
    (heads, rows)
}

/// The plans that have an indicator, each with its place among those that count.
pub fn members<'a>(
    facts: &'a Facts,
    shared: &'a Alike,
) -> impl Iterator<Item = (usize, &'a RegionPlan, &'a IndicatorDigest)> {
    shared.members.iter().filter_map(|(at, indicator)| {
        let plan = facts.counting(*at)?;
        Some((*at, plan, plan.digest.indicators.get(*indicator)?))
    })
}

/// A figure as a program reads it: its year, and its number in its unit, else its text.
fn dated(figure: &Option<(FiscalYear, Figure)>, unit: &str) -> (String, String) {
    let Some((of, figure)) = figure else {
        return <_>::default();
    };
    let value = figure.number().and_then(|number| value_in(number, unit));
    let text = value.map_or_else(|| number::shown(figure.text()), |value| value.to_string());
    (year(*of), text)
}
