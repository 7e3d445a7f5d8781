//! A StratML document as a strategy.
//!
//! - S4  A figure is the printed text where that says the number, else the number; the text is then a note of its year.
//! - S5  A result belongs to the fiscal year in which it ends, or else begins.
//! - S6  An objective numbered below another is an initiative of it; one numbered `n.0` holds the indicators of its goal.
//! - S7  An indicator of no figures that refers to one before it, of the same name and unit, is that one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use edit::{NewIndicator, Outline, OutlineGoal, OutlineInitiative, OutlineMeasure, add_outline};
use format::stratml::{
    NotStratMl, OWN_INDICATORS, Objective, Principle, Sort, StratMlFigure, StratMlGoal,
    StratMlIndicator, StratMlPlan,
};
use strategy::{
    About, At, Baseline, Date, Figure, FiscalYear, GivenRating, Id, Nature, Order, Period, Point,
    Section, SectionKind, Series, Source, Strategy, Town,
};

/// A plan made of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenIn {
    /// The plan.
    pub strategy: Strategy,
    /// Figures of no year, and further figures of a year that has one.
    pub figures_left: usize,
}

/// Makes a strategy of a document.
pub fn plan(document: &StratMlPlan, mut fresh: impl FnMut() -> u64) -> Result<TakenIn, NotStratMl> {
    let mut taking = Taking::default();
    let goals = document
        .goals
        .iter()
        .enumerate()
        .map(|(at, goal)| taking.goal(goal, at))
        .collect();
    let period = period(document, &taking.years);
    let mut strategy = Strategy::default();
    strategy.about.insert(about(document, period));
    for (at, section) in sections(document).into_iter().enumerate() {
        strategy.sections.insert(Section {
            id: Id::new(fresh()),
            order: Order::nth(at),
            ..section
        });
    }
    let outline = Outline {
        goals,
        indicators: taking.indicators,
    };
    if outline.count() > 0 {
        let added = add_outline(&strategy, &outline, fresh).map_err(|_| NotStratMl::NotAPlan)?;
        added
            .apply(&mut strategy)
            .map_err(|_| NotStratMl::NotAPlan)?;
    }
    Ok(TakenIn {
        strategy,
        figures_left: taking.figures_left,
    })
}

fn about(document: &StratMlPlan, period: Period) -> About {
    let code = document.organization.id.trim_start_matches("_lgcode-");
    let is_code = code.len() == 6 && code.bytes().all(|c| c.is_ascii_digit());
    let sources = Some(document.source.as_str()).filter(|url| !url.is_empty());
    About {
        title: document.name.clone(),
        town: Town {
            name: document.organization.name.clone(),
            code: if is_code {
                code.to_owned()
            } else {
                String::new()
            },
        },
        period,
        sources: sources
            .map(|url| Source {
                title: document.name.clone(),
                url: url.to_owned(),
                ..Source::default()
            })
            .into_iter()
            .collect(),
        ..About::default()
    }
}

/// The years it says, or else those it has figures of.
fn period(document: &StratMlPlan, years: &[FiscalYear]) -> Period {
    let said = year_of(&document.start).zip(year_of(&document.end));
    let seen = years.iter().min().zip(years.iter().max());
    let (first, last) = match (said, seen) {
        (Some(said), _) if said.0 <= said.1 => said,
        (_, Some((first, last))) => (*first, *last),
        _ => return About::default().period,
    };
    Period { first, last }
}

fn sections(document: &StratMlPlan) -> Vec<Section> {
    let text = |kind: SectionKind, text: &String| Section {
        kind,
        text: text.clone(),
        ..Section::default()
    };
    let points = |value: &Principle| Point {
        title: value.name.clone(),
        text: value.description.clone(),
        ..Point::default()
    };
    let all = [
        text(SectionKind::Purpose, &document.description),
        text(SectionKind::Other, &document.vision),
        text(SectionKind::Policy, &document.mission),
        Section {
            kind: SectionKind::Approach,
            points: document.values.iter().map(points).collect(),
            ..Section::default()
        },
    ];
    let says = |section: &Section| !section.text.is_empty() || !section.points.is_empty();
    all.into_iter().filter(says).collect()
}

fn year_of(day: &str) -> Option<FiscalYear> {
    Date(day.to_owned()).fiscal_year()
}

#[derive(Default)]
struct Taking {
    indicators: Vec<NewIndicator>,
    by_id: BTreeMap<String, usize>,
    years: Vec<FiscalYear>,
    figures_left: usize,
}

impl Taking {
    fn goal(&mut self, goal: &StratMlGoal, at: usize) -> OutlineGoal {
        let counted = (at + 1).to_string();
        let own = [&goal.sequence, OWN_INDICATORS].concat();
        let mut made = OutlineGoal {
            number: number(&goal.sequence, &counted),
            title: goal.name.clone(),
            direction: goal.description.clone(),
            ..OutlineGoal::default()
        };
        let mut above = String::new();
        for objective in &goal.objectives {
            let places = objective.indicators.iter();
            let used: Vec<usize> = places.map(|one| self.indicator(one)).collect();
            if !goal.sequence.is_empty() && objective.sequence == own {
                made.targets.extend(used);
                continue;
            }
            let below = !above.is_empty() && objective.sequence.starts_with(&above);
            match made.measures.last_mut().filter(|_| below) {
                Some(measure) => {
                    let counted = format!("{above}{}", measure.initiatives.len() + 1);
                    measure.kpis.extend(used);
                    measure.initiatives.push(initiative(objective, &counted));
                }
                None => {
                    let counted = format!("{}.{}", goal.sequence, made.measures.len() + 1);
                    above = match objective.sequence.as_str() {
                        "" => String::new(),
                        sequence => format!("{sequence}."),
                    };
                    made.measures.push(measure(objective, &counted, used));
                }
            }
        }
        made
    }

    /// The place of an indicator among all.
    fn indicator(&mut self, one: &StratMlIndicator) -> usize {
        let same = self.by_id.get(&one.same_as).copied();
        let is = |at: &usize| {
            let before = self.indicators.get(*at).map(|before| &before.indicator);
            let alike = before.is_some_and(|b| b.name == one.name && b.unit == one.unit);
            alike && one.results.is_empty()
        };
        if let Some(at) = same.filter(is) {
            return at;
        }
        let at = self.indicators.len();
        if !one.id.is_empty() {
            self.by_id.entry(one.id.clone()).or_insert(at);
        }
        let made = self.newcomer(one);
        self.indicators.push(made);
        at
    }

    fn newcomer(&mut self, one: &StratMlIndicator) -> NewIndicator {
        let mut indicator = strategy::Indicator {
            name: one.name.clone(),
            unit: one.unit.clone(),
            definition: one.other.clone(),
            nature: match one.stage.as_str() {
                "Outcome" => Some(Nature::Outcome),
                "Output" | "Output_Processing" => Some(Nature::Output),
                _ => None,
            },
            ..Default::default()
        };
        let mut series = Series::default();
        for result in &one.results {
            let year = year_of(&result.end).or_else(|| year_of(&result.start));
            let (figure, note) = figure(result);
            let taken = match (result.sort, year) {
                (Sort::Baseline, _) if series.baseline.is_some() => false,
                (Sort::Baseline, year) => {
                    let at = year.map(|year| At(year.0.to_string()));
                    series.baseline = Some(Baseline { figure, at });
                    true
                }
                (_, None) => false,
                (Sort::Target, Some(year)) => taken(&mut series.targets, year, figure),
                (Sort::Actual, Some(year)) => taken(&mut series.actuals, year, figure),
            };
            if !taken {
                self.figures_left += 1;
                continue;
            }
            let Some(year) = year else { continue };
            if !note.is_empty() {
                let kept = series.notes.entry(year).or_default();
                if !kept.is_empty() {
                    kept.push('\n');
                }
                kept.push_str(&note);
            }
            if result.sort == Sort::Baseline {
                continue;
            }
            self.years.push(year);
            if !result.rating.is_empty() && result.sort == Sort::Actual {
                let given = GivenRating {
                    mark: result.rating.clone(),
                    ..GivenRating::default()
                };
                indicator.ratings.insert(year, given);
            }
        }
        NewIndicator {
            indicator,
            series: vec![series],
            goals: Vec::new(),
        }
    }
}

fn taken(years: &mut BTreeMap<FiscalYear, Figure>, year: FiscalYear, figure: Figure) -> bool {
    let free = !years.contains_key(&year);
    if free {
        years.insert(year, figure);
    }
    free
}

/// A figure, and what else was written with it (S4).
fn figure(result: &StratMlFigure) -> (Figure, String) {
    let printed = Figure::read(&result.text);
    let written = result.number.trim();
    let number: Option<Decimal> = written.parse().ok();
    match number {
        // 1,200 or 12%: as another program or a person wrote it.
        None if !written.is_empty() && result.text.is_empty() => {
            (Figure::read(written), String::new())
        }
        None if !written.is_empty() && Figure::read(written) != printed => {
            (Figure::read(written), result.text.clone())
        }
        None if result.text.is_empty() => (Figure::read(&result.rating), String::new()),
        None => (printed, String::new()),
        Some(number) if printed.value() == Some(number) => (printed, String::new()),
        Some(_) => (Figure::read(written), result.text.clone()),
    }
}

/// A number as printed; none where counting gives the same.
fn number(sequence: &str, counted: &str) -> String {
    match sequence == counted {
        true => String::new(),
        false => sequence.to_owned(),
    }
}

fn measure(objective: &Objective, counted: &str, kpis: Vec<usize>) -> OutlineMeasure {
    OutlineMeasure {
        number: number(&objective.sequence, counted),
        title: objective.name.clone(),
        direction: objective.description.clone(),
        kpis,
        owner: objective.performers.join("\n"),
        ..OutlineMeasure::default()
    }
}

fn initiative(objective: &Objective, counted: &str) -> OutlineInitiative {
    OutlineInitiative {
        number: number(&objective.sequence, counted),
        title: objective.name.clone(),
        text: objective.description.clone(),
        owner: objective.performers.join("\n"),
        ..OutlineInitiative::default()
    }
}
