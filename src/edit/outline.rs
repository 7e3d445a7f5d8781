//! Changing the 体系: adding and moving goals, measures and initiatives.

use super::change::Changed;
use super::{Draft, Edit, EditLabel, Operation, Refusal, Titled};
use strategy::*;

/// Adds a record at `index` among its siblings. The id must be free, the parent there.
pub fn add<T: Changed + Titled>(
    strategy: &Strategy,
    mut record: T,
    index: usize,
) -> Result<Edit, Refusal> {
    if !AnyId::from(record.parent()).is_in(strategy) {
        return Err(Refusal::NotThere);
    }
    let label = EditLabel::to::<T>(Operation::Add, record.title_text());
    let mut draft = Draft::new(strategy);
    draft.place(&mut record, index);
    draft.add(record)?;
    draft.finish(label)
}

/// Adds a record right after a sibling, in the list the sibling stands in (E26).
pub fn add_after<T: Changed + Titled>(
    strategy: &Strategy,
    record: T,
    sibling: Id<T>,
) -> Result<Edit, Refusal> {
    let there = strategy.get(sibling).ok_or(Refusal::NotThere)?;
    if !there.beside(&record) {
        return Err(Refusal::WrongPlace);
    }
    let stands = T::table(strategy)
        .beside(&record)
        .iter()
        .position(|r| r.id() == sibling);
    add(strategy, record, stands.map_or(usize::MAX, |at| at + 1))
}

/// Moves a record by a number of places in its list; `Nothing` beyond its ends.
pub fn shift_by<T: Changed + Titled>(
    strategy: &Strategy,
    id: Id<T>,
    places: isize,
) -> Result<Edit, Refusal> {
    let record = strategy.get(id).ok_or(Refusal::NotThere)?;
    let others = T::table(strategy).beside(record);
    let stands = (record.order(), id);
    let at = others
        .iter()
        .filter(|r| (r.order(), r.id()) < stands)
        .count();
    let to = at
        .checked_add_signed(places)
        .filter(|to| *to <= others.len());
    shift(strategy, id, to.ok_or(Refusal::Nothing)?)
}

/// Moves a record to `index` in the list it stands in.
pub fn shift<T: Changed + Titled>(
    strategy: &Strategy,
    id: Id<T>,
    index: usize,
) -> Result<Edit, Refusal> {
    reposition(strategy, id, index, |_| {})
}

/// Moves a measure to `index` under a goal, and under one of its headings or none.
pub fn move_measure(
    strategy: &Strategy,
    id: Id<Measure>,
    goal: Id<Goal>,
    division: Option<Id<Division>>,
    index: usize,
) -> Result<Edit, Refusal> {
    if strategy.get(goal).is_none() {
        return Err(Refusal::NotThere);
    }
    if let Some(heading) = division
        && strategy.get(heading).ok_or(Refusal::NotThere)?.goal != goal
    {
        return Err(Refusal::WrongPlace);
    }
    reposition(strategy, id, index, |m: &mut Measure| {
        m.goal = goal;
        m.division = division;
    })
}

/// Moves a measure to the end of the goal a number of places on, under no heading; `Nothing` beyond the last goal.
pub fn move_measure_by(
    strategy: &Strategy,
    id: Id<Measure>,
    places: isize,
) -> Result<Edit, Refusal> {
    let goal = strategy.get(id).ok_or(Refusal::NotThere)?.goal;
    let all = strategy.goals.sorted();
    let at = all.iter().position(|one| one.id == goal);
    let to = at.and_then(|at| all.get(at.checked_add_signed(places)?));
    let to = to.ok_or(Refusal::Nothing)?.id;
    move_measure(strategy, id, to, None, usize::MAX)
}

/// Moves an initiative to `index` under a measure.
pub fn move_initiative(
    strategy: &Strategy,
    id: Id<Initiative>,
    measure: Id<Measure>,
    index: usize,
) -> Result<Edit, Refusal> {
    if strategy.get(measure).is_none() {
        return Err(Refusal::NotThere);
    }
    reposition(strategy, id, index, |i: &mut Initiative| {
        i.measure = measure
    })
}

/// Moves an initiative to the end of a measure of the same goal, a number of places on; `Nothing` beyond the last measure.
pub fn move_initiative_by(
    strategy: &Strategy,
    id: Id<Initiative>,
    places: isize,
) -> Result<Edit, Refusal> {
    let measure = strategy.get(id).ok_or(Refusal::NotThere)?.measure;
    let goal = strategy.get(measure).ok_or(Refusal::NotThere)?.goal;
    let all = strategy.measures_of(goal);
    let at = all.iter().position(|one| one.id == measure);
    let to = at.and_then(|at| all.get(at.checked_add_signed(places)?));
    move_initiative(strategy, id, to.ok_or(Refusal::Nothing)?.id, usize::MAX)
}

/// Puts a record elsewhere, at `index` of the list it then stands in.
fn reposition<T: Changed + Titled>(
    strategy: &Strategy,
    id: Id<T>,
    index: usize,
    elsewhere: impl FnOnce(&mut T),
) -> Result<Edit, Refusal> {
    let before = strategy.get(id).ok_or(Refusal::NotThere)?;
    let mut after = T::clone(before);
    elsewhere(&mut after);
    let others = T::table(strategy).beside(&after);
    let stands = (before.order(), id);
    let at = others
        .iter()
        .filter(|r| (r.order(), r.id()) < stands)
        .count();
    if before.beside(&after) && at == index.min(others.len()) {
        return Err(Refusal::Nothing);
    }
    let mut draft = Draft::new(strategy);
    draft.place(&mut after, index);
    draft.put(after);
    draft.finish(EditLabel::to::<T>(Operation::Move, before.title_text()))
}
