//! A strategy as a StratML document.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use format::stratml::{
    OWN_INDICATORS, Objective, Organization, Principle, Sort, StratMlFigure, StratMlGoal,
    StratMlIndicator, StratMlPlan,
};
use insight::unit::value_in;
use strategy::*;
use words::Word;

/// Makes the document.
pub fn document(s: &Strategy) -> StratMlPlan {
    let about = s.about();
    let text = |kind| chapter(s, kind).map(|section| section.text.clone());
    let values = chapter(s, SectionKind::Approach).map(|section| &section.points);
    let value = |point: &Point| Principle {
        name: point.title.clone(),
        description: point.text.clone(),
    };
    let code = about.town.code.as_str();
    let mut making = StratMlMaking {
        s,
        written: BTreeSet::new(),
        stages: stated_stages(s),
    };
    StratMlPlan {
        name: about.title.clone(),
        description: text(SectionKind::Purpose).unwrap_or_default(),
        organization: Organization {
            name: about.town.name.clone(),
            id: match !code.is_empty() && code.bytes().all(|c| c.is_ascii_digit()) {
                true => format!("_lgcode-{code}"),
                false => String::new(),
            },
        },
        vision: text(SectionKind::Other).unwrap_or_default(),
        mission: text(SectionKind::Policy).unwrap_or_default(),
        values: values
            .into_iter()
            .flatten()
            .map(value)
            .filter(|value| *value != Principle::default())
            .collect(),
        goals: s
            .goals
            .sorted()
            .into_iter()
            .enumerate()
            .map(|(at, goal)| making.goal(at, goal))
            .collect(),
        start: first_day(about.period.first),
        end: last_day(about.period.last),
        source: about
            .sources
            .iter()
            .map(|source| source.url.clone())
            .find(|url| url.starts_with("http") && !url.contains(char::is_whitespace))
            .unwrap_or_default(),
    }
}

fn chapter(s: &Strategy, kind: SectionKind) -> Option<&Arc<Section>> {
    let all = s.sections.sorted().into_iter();
    let says = |section: &&Arc<Section>| !section.text.is_empty() || !section.points.is_empty();
    all.filter(says).find(|section| section.kind == kind)
}

fn first_day(year: FiscalYear) -> String {
    format!("{:04}-04-01", year.0)
}

fn last_day(year: FiscalYear) -> String {
    format!("{:04}-03-31", year.0 + 1)
}

struct StratMlMaking<'a> {
    s: &'a Strategy,
    written: BTreeSet<Id<strategy::Indicator>>,
    /// Stages that the logic models state.
    stages: BTreeMap<Id<strategy::Indicator>, LogicStage>,
}

/// The stages that somebody stated in the logic model of a goal; of several goals the first.
fn stated_stages(s: &Strategy) -> BTreeMap<Id<strategy::Indicator>, LogicStage> {
    let goals = s.goals.sorted().into_iter();
    let stated = goals.flat_map(|goal| goal.logic.iter().flat_map(|logic| &logic.stages));
    let mut stages = BTreeMap::new();
    for one in stated {
        stages.entry(one.indicator).or_insert(one.stage);
    }
    stages
}

impl StratMlMaking<'_> {
    fn goal(&mut self, at: usize, goal: &strategy::Goal) -> StratMlGoal {
        let sequence = numbered(&goal.number, (at + 1).to_string(), "");
        let mut objectives = Vec::new();
        let own = self.indicators(&goal.targets);
        if !own.is_empty() {
            objectives.push(Objective {
                id: format!("_{}-targets", goal.id),
                sequence: format!("{sequence}{OWN_INDICATORS}"),
                name: strategy::Goal::targets.field.word().to_owned(),
                indicators: own,
                ..Objective::default()
            });
        }
        let mut above = String::new();
        for (at, measure) in self.s.measures_of(goal.id).into_iter().enumerate() {
            let counted = format!("{sequence}.{}", at + 1);
            let sequence = numbered(&measure.number, counted, &above);
            above = format!("{sequence}.");
            objectives.push(Objective {
                id: format!("_{}", measure.id),
                sequence: sequence.clone(),
                name: measure.title.clone(),
                description: measure.direction.clone(),
                performers: performers(&measure.owner),
                indicators: self.indicators(&measure.kpis),
            });
            for (at, initiative) in self.s.initiatives.under(measure.id).into_iter().enumerate() {
                let counted = format!("{above}{}", at + 1);
                let number = initiative.number.as_str();
                objectives.push(Objective {
                    id: format!("_{}", initiative.id),
                    sequence: match number.starts_with(&above) {
                        true => number.to_owned(),
                        false => counted,
                    },
                    name: initiative.title.clone(),
                    description: initiative.text.clone(),
                    performers: performers(&initiative.owner),
                    ..Objective::default()
                });
            }
        }
        StratMlGoal {
            id: format!("_{}", goal.id),
            sequence,
            name: goal.title.clone(),
            description: goal.direction.clone(),
            objectives,
        }
    }

    fn indicators(&mut self, ids: &[Id<strategy::Indicator>]) -> Vec<StratMlIndicator> {
        let all = ids.iter().filter_map(|id| self.s.indicators.get(*id));
        let all: Vec<_> = all.cloned().collect();
        all.iter().flat_map(|one| self.indicator(one)).collect()
    }

    /// The stage of the value chain (`ValueChainStage` of Part 2): as the indicator says, else as its logic model states.
    fn stage(&self, one: &strategy::Indicator) -> &'static str {
        let stated = self.stages.get(&one.id).map(|stage| match stage {
            LogicStage::Output => Nature::Output,
            _ => Nature::Outcome,
        });
        match one.nature.or(stated) {
            Some(Nature::Outcome) => "Outcome",
            Some(Nature::Output) => "Output",
            None => "",
        }
    }

    /// An indicator: as many as it has series.
    fn indicator(&mut self, one: &strategy::Indicator) -> Vec<StratMlIndicator> {
        let again = !self.written.insert(one.id);
        let series = self.s.series.under(one.id);
        let none = [&Arc::new(Series::default())];
        let series = if series.is_empty() {
            none.as_slice()
        } else {
            &series
        };
        series
            .iter()
            .map(|series| StratMlIndicator {
                stage: match again {
                    true => String::new(),
                    false => self.stage(one).to_owned(),
                },
                ..written(one, series, again)
            })
            .collect()
    }
}

/// An indicator with the figures of one of its series. Where it was written before, it only refers there.
fn written(one: &strategy::Indicator, series: &Series, again: bool) -> StratMlIndicator {
    let id = format!("_{}-{}", one.id, series.id);
    let name = match series.name.as_str() {
        "" => one.name.clone(),
        series => format!("{} ({series})", one.name),
    };
    let mut written = StratMlIndicator {
        name,
        unit: one.unit.clone(),
        ..StratMlIndicator::default()
    };
    if again {
        written.same_as = id;
        return written;
    }
    let about = [&one.definition, &one.method, &one.source];
    let about: Vec<&str> = about
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    written.id = id;
    written.other = about.join("\n");
    written.results = results(one, series);
    written
}

fn results(one: &strategy::Indicator, series: &Series) -> Vec<StratMlFigure> {
    let mut all = Vec::new();
    if let Some(baseline) = &series.baseline {
        let year = baseline.at.as_ref().and_then(At::year);
        all.push(outcome(Sort::Baseline, year, &baseline.figure, &one.unit));
    }
    let years = series.targets.keys().chain(series.actuals.keys()).copied();
    for year in sort::set(years) {
        if let Some(figure) = series.targets.get(&year) {
            all.push(outcome(Sort::Target, Some(year), figure, &one.unit));
        }
        if let Some(figure) = series.actuals.get(&year) {
            let rating = one.ratings.get(&year).map(|given| given.mark.clone());
            all.push(StratMlFigure {
                rating: rating.unwrap_or_default(),
                ..outcome(Sort::Actual, Some(year), figure, &one.unit)
            });
        }
    }
    all.retain(|result| !result.text.trim().is_empty() || !result.rating.is_empty());
    all
}

/// A figure with its number in the unit of its indicator; without a number where the units do not meet.
fn outcome(sort: Sort, year: Option<FiscalYear>, figure: &Figure, unit: &str) -> StratMlFigure {
    let value = figure.number().and_then(|number| value_in(number, unit));
    StratMlFigure {
        sort,
        start: year.map(first_day).unwrap_or_default(),
        end: year.map(last_day).unwrap_or_default(),
        number: value.map(|value| value.to_string()).unwrap_or_default(),
        rating: String::new(),
        text: figure.text().to_owned(),
    }
}

/// A number as it can stand in the document: as printed, where it is plain and does not seem to stand below another.
fn numbered(printed: &str, counted: String, above: &str) -> String {
    let plain = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'.' | b'-');
    let printed = printed.trim();
    let stands = !printed.is_empty()
        && printed.bytes().all(plain)
        && (above.is_empty() || !printed.starts_with(above));
    if stands { printed.to_owned() } else { counted }
}

/// Returns the sections of a 担当課, one a line.
fn performers(owner: &str) -> Vec<String> {
    let all = owner.lines().map(str::trim);
    all.filter(|owner| !owner.is_empty())
        .map(str::to_owned)
        .collect()
}
