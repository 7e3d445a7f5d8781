//! Fixes of findings that have a plain one.

use edit::{Draft, Edit, EditLabel, Operation, Refusal};
use strategy::*;

/// A record that uses an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum User {
    /// As 数値目標.
    Goal(Id<Goal>),
    /// As KPI.
    Measure(Id<Measure>),
}

impl User {
    /// The record.
    pub fn record(self) -> AnyId {
        match self {
            User::Goal(id) => id.into(),
            User::Measure(id) => id.into(),
        }
    }
}

/// A proposed mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// めざす向き.
    SetDesired(Id<Indicator>, Desired),
    /// 数え方.
    SetCounting(Id<Indicator>, Counting),
    /// 単位.
    SetUnit(Id<Indicator>, String),
    /// 当初値: the figure of this year, which reads so.
    SetBaseline(Id<Series>, FiscalYear, String),
    /// 当初値の年度.
    SetBaselineYear(Id<Series>, FiscalYear),
    /// 同じ指標を一度だけ.
    UseOnce(User, Id<Indicator>),
    /// 関連施策: the printed code means this measure.
    LinkRelated(Id<Measure>, String, Id<Measure>),
}

impl Fix {
    /// The edit that makes it; refused when what it mends is no longer so.
    pub fn edit(&self, strategy: &Strategy) -> Result<Edit, Refusal> {
        let mut draft = Draft::new(strategy);
        let label = match self {
            Fix::SetDesired(id, desired) => {
                draft.update(*id, |k| k.desired = Some(*desired))?;
                label(strategy, *id, |k| &k.name)
            }
            Fix::SetCounting(id, counting) => {
                draft.update(*id, |k| k.counting = *counting)?;
                label(strategy, *id, |k| &k.name)
            }
            Fix::SetUnit(id, unit) => {
                draft.update(*id, |k| k.unit.clone_from(unit))?;
                label(strategy, *id, |k| &k.name)
            }
            Fix::SetBaseline(id, year, _) => {
                draft.update(*id, |row| {
                    let figure = row.actuals.get(year).cloned();
                    row.baseline = figure.map(|figure| Baseline {
                        figure,
                        at: Some(At(year.wareki_short())),
                    });
                })?;
                label(strategy, *id, |row| &row.name)
            }
            Fix::SetBaselineYear(id, year) => {
                draft.update(*id, |row| {
                    if let Some(baseline) = &mut row.baseline {
                        baseline.at = Some(At(year.wareki_short()));
                    }
                })?;
                label(strategy, *id, |row| &row.name)
            }
            Fix::UseOnce(User::Goal(id), indicator) => {
                draft.update(*id, |goal| once(&mut goal.targets, *indicator))?;
                label(strategy, *id, |goal| &goal.title)
            }
            Fix::UseOnce(User::Measure(id), indicator) => {
                draft.update(*id, |measure| once(&mut measure.kpis, *indicator))?;
                label(strategy, *id, |measure| &measure.title)
            }
            Fix::LinkRelated(id, code, meant) => {
                strategy.get(*meant).ok_or(Refusal::NotThere)?;
                draft.update(*id, |measure| {
                    let loose = measure.related.iter_mut().filter(|r| r.measure.is_none());
                    for related in loose.filter(|r| r.code == *code) {
                        related.measure = Some(*meant);
                    }
                })?;
                label(strategy, *id, |measure| &measure.title)
            }
        };
        draft.finish(label)
    }
}

fn label<T: Record>(strategy: &Strategy, id: Id<T>, title: fn(&T) -> &String) -> EditLabel {
    let title = strategy
        .get(id)
        .map_or(String::new(), |record| title(record).clone());
    EditLabel::to::<T>(Operation::Fix, title)
}

/// Keeps the first mention only.
fn once(used: &mut Vec<Id<Indicator>>, indicator: Id<Indicator>) {
    let mut seen = false;
    used.retain(|id| *id != indicator || !std::mem::replace(&mut seen, true));
}
