//! 人口の見通し: taking the published projection, 試算 on top of it, and a target from one of them.

use super::indicator::{FigureCell, figure_of, wants_reason};
use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, set};
use strategy::*;

/// Keeps a projection with the plan, in the place of the one before. 試算 stay.
pub fn take_projection(strategy: &Strategy, projection: Projection) -> Result<Edit, Refusal> {
    change(strategy, |population| {
        population.projection = Some(projection);
    })
}

/// Keeps 住民基本台帳人口 of some days, each in the place of that of the same day (E90).
pub fn take_registers(strategy: &Strategy, registers: Vec<Register>) -> Result<Edit, Refusal> {
    change(strategy, |population| {
        for register in registers {
            population.registers.retain(|one| one.date != register.date);
            population.registers.push(register);
        }
        sort::by(&mut population.registers, |one, other| {
            one.date.0.cmp(&other.date.0)
        });
    })
}

/// Removes 住民基本台帳人口 of a day.
pub fn remove_register(strategy: &Strategy, date: &Date) -> Result<Edit, Refusal> {
    let population = strategy.about().population.clone().unwrap_or_default();
    let is_there = population.registers.iter().any(|one| one.date == *date);
    is_there.then_some(()).ok_or(Refusal::NotThere)?;
    change(strategy, |population| {
        population.registers.retain(|one| one.date != *date)
    })
}

/// Adds a 試算, last.
pub fn add_scenario(strategy: &Strategy, scenario: Scenario) -> Result<Edit, Refusal> {
    change(strategy, |population| population.scenarios.push(scenario))
}

/// Changes the 試算 at a place.
pub fn set_scenario(
    strategy: &Strategy,
    at: usize,
    change_one: impl FnOnce(&mut Scenario),
) -> Result<Edit, Refusal> {
    is_there(strategy, at)?;
    change(strategy, |population| {
        if let Some(scenario) = population.scenarios.get_mut(at) {
            change_one(scenario);
        }
    })
}

/// Removes the 試算 at a place.
pub fn remove_scenario(strategy: &Strategy, at: usize) -> Result<Edit, Refusal> {
    is_there(strategy, at)?;
    change(strategy, |population| {
        population.scenarios.remove(at);
    })
}

fn is_there(strategy: &Strategy, at: usize) -> Result<(), Refusal> {
    let about = strategy.about();
    let scenarios = about.population.as_ref().map_or(0, |p| p.scenarios.len());
    (at < scenarios).then_some(()).ok_or(Refusal::NotThere)
}

/// Changes the record; a blank one is none.
fn change(strategy: &Strategy, change: impl FnOnce(&mut Population)) -> Result<Edit, Refusal> {
    let field = Field::of(About::population.field.name, None);
    set(strategy, About::ID, field, |about| {
        let mut population = about.population.take().unwrap_or_default();
        change(&mut population);
        about.population = (population != Population::default()).then_some(population);
    })
}

/// A target for 総人口 that comes from a 試算.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationAim {
    /// Year of the target.
    pub year: FiscalYear,
    /// Persons.
    pub persons: i64,
    /// 成り行き by year: what the projection expects.
    pub without_policy: Vec<(FiscalYear, i64)>,
    /// Source of the figure, as it is written into the plan.
    pub reason: String,
}

/// Writes an aim into the only or first series of an indicator: its target, 成り行き値 and 目標値の根拠. A reason that is
/// written already stays above the new one.
///
/// # Errors
/// [`Refusal::TargetWithoutReason`] if the plan is decided and has a target of that year: that one is changed in 指標, with
/// day and decider.
pub fn aim_at(
    strategy: &Strategy,
    indicator: Id<Indicator>,
    aim: &PopulationAim,
) -> Result<Edit, Refusal> {
    let series = strategy.series.under(indicator);
    let series = series.first().ok_or(Refusal::NotThere)?.id;
    if wants_reason(strategy, series, FigureCell::Target(aim.year)) {
        return Err(Refusal::TargetWithoutReason);
    }
    let mut draft = Draft::new(strategy);
    write_aim(&mut draft, indicator, series, aim)?;
    let name = strategy.get(indicator).map(|one| one.name.clone());
    draft.finish(EditLabel::to::<Series>(
        Operation::Set(Field::Target(aim.year)),
        name.unwrap_or_default(),
    ))
}

/// Adds the indicator 総人口 with an aim.
pub fn add_aim(
    strategy: &Strategy,
    mut indicator: Indicator,
    series: Series,
    aim: &PopulationAim,
) -> Result<Edit, Refusal> {
    let (id, series_id, name) = (indicator.id, series.id, indicator.name.clone());
    let mut draft = Draft::new(strategy);
    draft.place(&mut indicator, usize::MAX);
    draft.add(indicator)?;
    draft.add(series)?;
    write_aim(&mut draft, id, series_id, aim)?;
    draft.finish(EditLabel::to::<Indicator>(Operation::Add, name))
}

fn write_aim(
    draft: &mut Draft,
    indicator: Id<Indicator>,
    series: Id<Series>,
    aim: &PopulationAim,
) -> Result<(), Refusal> {
    let figure = |persons: i64| figure_of(&with_commas(&persons.to_string()));
    draft.update(series, |series| {
        FigureCell::Target(aim.year).put(series, figure(aim.persons));
        for (year, persons) in &aim.without_policy {
            FigureCell::WithoutPolicy(*year).put(series, figure(*persons));
        }
    })?;
    draft.update(indicator, |indicator| {
        let before = &mut indicator.rationale;
        if !before.contains(&aim.reason) {
            if !before.trim().is_empty() {
                before.push('\n');
            }
            before.push_str(&aim.reason);
        }
    })
}
