//! ロジックモデル of a goal: stages, links with their reasons, outside factors.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, set};
use strategy::*;

/// Sets the stage of an indicator in the model of a goal; the usual stage is not kept.
pub fn set_stage(
    strategy: &Strategy,
    goal: Id<Goal>,
    indicator: Id<Indicator>,
    stage: LogicStage,
) -> Result<Edit, Refusal> {
    let (of, one) = (strategy.get(goal), strategy.get(indicator));
    let (of, one) = (of.ok_or(Refusal::NotThere)?, one.ok_or(Refusal::NotThere)?);
    let is_usual = of.usual_stage(one) == stage;
    change_logic(strategy, goal, |logic| {
        logic.stages.retain(|staged| staged.indicator != indicator);
        if !is_usual {
            logic.stages.push(StagedIndicator { indicator, stage });
        }
    })
}

/// States the links of a source, in the place of those that were stated before. Without any, those hold that the plan says
/// by itself.
pub fn set_links(
    strategy: &Strategy,
    goal: Id<Goal>,
    from: LogicSource,
    links: Vec<LogicLink>,
) -> Result<Edit, Refusal> {
    change_logic(strategy, goal, |logic| {
        let place = logic.links.iter().position(|link| link.from == from);
        let place = place.unwrap_or(logic.links.len());
        logic.links.retain(|link| link.from != from);
        let place = place.min(logic.links.len());
        logic.links.splice(place..place, links);
    })
}

/// Writes 点検・評価 that was read from a file into the sheets of a goal, all in one edit (E89).
///
/// # Errors
/// [`Refusal::NotThere`] if a sheet is gone.
pub fn take_checks(strategy: &Strategy, goal: Id<Goal>, sheets: &[Sheet]) -> Result<Edit, Refusal> {
    let title = strategy.get(goal).ok_or(Refusal::NotThere)?.title.clone();
    let mut draft = Draft::new(strategy);
    for read in sheets {
        draft.update(read.id, |sheet| {
            sheet.results.clone_from(&read.results);
            sheet.improvements.clone_from(&read.improvements);
            sheet.rating.clone_from(&read.rating);
            sheet.opinions.clone_from(&read.opinions);
        })?;
    }
    draft.finish(EditLabel::to::<Goal>(Operation::Import, title))
}

/// Changes the texts of a model.
pub fn change_logic(
    strategy: &Strategy,
    goal: Id<Goal>,
    change: impl FnOnce(&mut Logic),
) -> Result<Edit, Refusal> {
    let field = Field::of(Goal::logic.field.name, None);
    set(strategy, goal, field, |goal| goal.change_logic(change))
}
