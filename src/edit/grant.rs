//! 交付金・寄附: the years of a project, its reviews, its deadlines in 日程, and the forms that it fills in.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, set};
use strategy::*;

/// Sets the years of a project; they run forwards (E84).
pub fn set_grant_period(
    strategy: &Strategy,
    id: Id<GrantProject>,
    period: Period,
) -> Result<Edit, Refusal> {
    if period.is_empty() {
        return Err(Refusal::Breaks(Flaw::PeriodReversed));
    }
    let field = Field::of(GrantProject::period.field.name, None);
    set(strategy, id, field, |project: &mut GrantProject| {
        project.period = period;
    })
}

/// Changes the review of a year; a blank one is none (E85).
pub fn change_grant_review(
    strategy: &Strategy,
    id: Id<GrantProject>,
    year: FiscalYear,
    change: impl FnOnce(&mut GrantReview),
) -> Result<Edit, Refusal> {
    let field = Field::of(GrantProject::reviews.field.name, None);
    set(strategy, id, field, |project: &mut GrantProject| {
        let mut review = project.reviews.remove(&year).unwrap_or_default();
        change(&mut review);
        if review != GrantReview::default() {
            project.reviews.insert(year, review);
        }
    })
}

/// Puts the deadlines of a project into a lane of 日程, which is added if it is not there (E86). A deadline is one item: one
/// that is there moves to its day, and one that lies there already stays. `called` names the item of a deadline.
pub fn offer_deadlines(
    strategy: &Strategy,
    id: Id<GrantProject>,
    lane: &str,
    called: impl Fn(&GrantProject, &GrantDeadline) -> String,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let project = strategy.get(id).ok_or(Refusal::NotThere)?;
    let mut draft = Draft::new(strategy);
    let mut lanes = strategy.lanes.iter();
    let there = lanes.find(|one| one.title == lane && !one.stages);
    let mut lane_id = there.map(|one| one.id);
    let mut count = 0;
    for deadline in &project.deadlines {
        let Some(jun) = deadline.due.as_ref().and_then(Date::jun) else {
            continue;
        };
        let title = called(project, deadline);
        let mut items = strategy.timetable.iter();
        let item = items.find(|one| Some(one.lane) == lane_id && one.title == title);
        match item {
            Some(item) if (item.from, item.to) == (jun, jun) => continue,
            Some(item) => draft.update(item.id, |item| (item.from, item.to) = (jun, jun))?,
            None => {
                let lane = match lane_id {
                    Some(lane) => lane,
                    None => add_lane(&mut draft, lane, Id::new(fresh()))?,
                };
                lane_id = Some(lane);
                let mut item = TimetableItem {
                    id: Id::new(fresh()),
                    lane,
                    from: jun,
                    to: jun,
                    title,
                    ..Default::default()
                };
                draft.place(&mut item, usize::MAX);
                draft.add(item)?;
            }
        }
        count += 1;
    }
    draft.finish(EditLabel::to_all(Operation::AddTimetable(count)))
}

fn add_lane(draft: &mut Draft, title: &str, id: Id<Lane>) -> Result<Id<Lane>, Refusal> {
    let mut lane = Lane {
        id,
        title: title.to_owned(),
        ..Default::default()
    };
    draft.place(&mut lane, usize::MAX);
    draft.add(lane)?;
    Ok(id)
}

/// Remembers the cells of a form, in the place of what was known of the same form; without a cell it is forgotten (E87).
pub fn remember_form(strategy: &Strategy, form: GrantForm) -> Result<Edit, Refusal> {
    let field = Field::of(About::grant_forms.field.name, None);
    set(strategy, About::ID, field, |about: &mut About| {
        let forms = &mut about.grant_forms;
        let place = forms.iter().position(|one| one.form == form.form);
        match place {
            Some(at) if form.cells.is_empty() => drop(forms.remove(at)),
            Some(at) => forms[at] = form,
            None if form.cells.is_empty() => {}
            None => forms.push(form),
        }
    })
}
