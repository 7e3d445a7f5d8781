//! 計画の見直し: extending the period, and a revision from its beginning to its decision.

use super::indicator::FigureCell;
use super::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// Decision behind a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionDecision {
    /// 日付.
    pub date: Date,
    /// 決定者・決定した会議.
    pub by: String,
    /// 理由.
    pub reason: String,
}

impl RevisionDecision {
    fn is_whole(&self) -> bool {
        let all = [&self.date.0, &self.by, &self.reason];
        all.iter().all(|text| !text.trim().is_empty())
    }
}

/// Moves the last year of the plan, and writes the targets that were chosen for it. Nothing else changes. Each new target
/// of a decided plan is kept among the changes of its indicator.
///
/// # Errors
/// [`Refusal::PeriodNotLonger`] if the year is not after the last one, or the period would be longer than 31 years;
/// [`Refusal::RevisionWithoutReason`] if the decision is not whole.
pub fn extend_period(
    strategy: &Strategy,
    title: &str,
    last: FiscalYear,
    decision: &RevisionDecision,
    targets: &[(Id<Series>, Figure)],
    before: &str,
) -> Result<Edit, Refusal> {
    let about = strategy.about();
    let period = Period {
        last,
        ..about.period
    };
    if last <= about.period.last || period.len() > 31 {
        return Err(Refusal::PeriodNotLonger);
    }
    if !decision.is_whole() {
        return Err(Refusal::RevisionWithoutReason);
    }
    let mut draft = Draft::new(strategy);
    draft.update(About::ID, |about| {
        about.period = period;
        about.revisions.push(PlanRevision {
            title: title.trim().to_owned(),
            began: decision.date.clone(),
            decided: Some(decision.date.clone()),
            by: decision.by.trim().to_owned(),
            reason: decision.reason.trim().to_owned(),
            extension: Some(PeriodExtension {
                from: strategy.about().period.last,
                to: last,
            }),
            before: before.to_owned(),
            after: String::new(),
        });
    })?;
    for (series, figure) in targets {
        write_target(&mut draft, *series, last, figure, decision)?;
    }
    draft.finish(EditLabel::to_all(Operation::Extend(last)))
}

fn write_target(
    draft: &mut Draft,
    series: Id<Series>,
    year: FiscalYear,
    figure: &Figure,
    decision: &RevisionDecision,
) -> Result<(), Refusal> {
    let is_decided = draft.strategy().about().stage.is_decided();
    let there = draft.strategy().get(series).ok_or(Refusal::NotThere)?;
    let (indicator, from) = (there.indicator, there.targets.get(&year).cloned());
    if from.as_ref() == Some(figure) {
        return Ok(());
    }
    draft.update(series, |series| {
        FigureCell::Target(year).put(series, Some(figure.clone()));
    })?;
    if !is_decided {
        return Ok(());
    }
    draft.update(indicator, |indicator| {
        indicator.changes.push(TargetChange {
            series,
            year,
            from,
            to: Some(figure.clone()),
            date: decision.date.clone(),
            by: decision.by.trim().to_owned(),
            reason: decision.reason.trim().to_owned(),
        });
    })
}

/// Begins a revision: from now on the plan is 改訂中, and is compared with the kept version `before`.
///
/// # Errors
/// [`Refusal::RevisionOpen`] if another one is being drafted; [`Refusal::NotDecided`] if the plan itself is still a draft;
/// [`Refusal::RevisionWithoutReason`] without name, date or reason.
pub fn begin_revision(
    strategy: &Strategy,
    title: &str,
    date: Date,
    reason: &str,
    before: &str,
) -> Result<Edit, Refusal> {
    let about = strategy.about();
    if about.open_revision().is_some() {
        return Err(Refusal::RevisionOpen);
    }
    if !about.stage.is_decided() {
        return Err(Refusal::NotDecided);
    }
    let texts = [title, &date.0, reason].map(str::trim);
    if texts.contains(&"") {
        return Err(Refusal::RevisionWithoutReason);
    }
    let mut draft = Draft::new(strategy);
    draft.update(About::ID, |about| {
        about.stage = Stage::Revising;
        about.revisions.push(PlanRevision {
            title: title.trim().to_owned(),
            began: date,
            reason: reason.trim().to_owned(),
            before: before.to_owned(),
            ..PlanRevision::default()
        });
    })?;
    draft.finish(EditLabel::to_all(Operation::BeginRevision))
}

/// Decides the revision that is being drafted: the plan is 運用中 again, or stays 終了.
///
/// # Errors
/// [`Refusal::NoRevisionOpen`] if there is none; [`Refusal::RevisionWithoutReason`] without date or decider.
pub fn decide_revision(
    strategy: &Strategy,
    date: Date,
    by: &str,
    after: &str,
) -> Result<Edit, Refusal> {
    let about = strategy.about();
    let (at, _) = about.open_revision().ok_or(Refusal::NoRevisionOpen)?;
    if date.0.trim().is_empty() || by.trim().is_empty() {
        return Err(Refusal::RevisionWithoutReason);
    }
    let mut draft = Draft::new(strategy);
    draft.update(About::ID, |about| {
        about.stage = after_revision(about.stage);
        if let Some(one) = about.revisions.get_mut(at) {
            one.decided = Some(date);
            one.by = by.trim().to_owned();
            one.after = after.to_owned();
        }
    })?;
    draft.finish(EditLabel::to_all(Operation::DecideRevision))
}

/// Returns the stage of a plan without an open revision: 運用中, unless the plan has ended.
fn after_revision(stage: Stage) -> Stage {
    match stage {
        Stage::Ended => Stage::Ended,
        _ => Stage::Running,
    }
}

/// Drops the revision that is being drafted. Contents that were changed stay as they are.
///
/// # Errors
/// [`Refusal::NoRevisionOpen`] if there is none.
pub fn drop_revision(strategy: &Strategy) -> Result<Edit, Refusal> {
    let about = strategy.about();
    let (at, _) = about.open_revision().ok_or(Refusal::NoRevisionOpen)?;
    let mut draft = Draft::new(strategy);
    draft.update(About::ID, |about| {
        about.stage = after_revision(about.stage);
        about.revisions.remove(at);
    })?;
    let field = Field::of(About::revisions.field.name, None);
    draft.finish(EditLabel::to_all(Operation::Set(field)))
}
