//! 事業の一覧: the lines of a ledger that are looked for, and what lines are sorted by.

use std::collections::BTreeSet;

use super::total::TotalAdding;
use super::{Ledger, LedgerEntry, Total};
use strategy::*;

/// An entry that a work may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkGap {
    /// 予算額 of the year of the ledger.
    Budget,
    /// 方向性 of every year.
    Course,
    /// 決算額 of its line of 実績.
    Settled,
}

impl WorkGap {
    /// Every lack, in the order offered.
    pub const ALL: [Self; 3] = [Self::Budget, Self::Course, Self::Settled];
}

/// Filter of lines; the default lets every line through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only 新規.
    pub new: bool,
    /// Only those of a 重点施策.
    pub priority: bool,
    /// Only 再掲.
    pub reprise: bool,
    /// Only those with this 方向性 in one of the years planned.
    pub course: Option<Course>,
    /// Only those under this goal.
    pub goal: Option<Id<Goal>>,
    /// Only those of this 担当課; empty: those that have none.
    pub owner: Option<String>,
    /// Only those that lack this.
    pub lacks: Option<WorkGap>,
}

/// A column by which works are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkKey {
    /// 事業名.
    Title,
    /// 決算額 of the line of 実績.
    Settled,
    /// 予算額 of a year.
    Budget(FiscalYear),
    /// 方向性 of a year, the usual words first.
    Course(FiscalYear),
    /// A part of 財源内訳.
    Fund(FundSource),
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ListedBy {
    /// As the plan is read.
    #[default]
    PlanOrder,
    /// By a column, from small to large.
    Rising(WorkKey),
    /// By a column, from large to small.
    Falling(WorkKey),
}

/// The text or the amount that a work is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum WorkSortKey {
    Amount(i64),
    /// With its place among the usual words.
    Word(usize, String),
}

impl WorkKey {
    /// The value of a work with its planned line and its line of 実績; `None`: there is nothing to sort by.
    fn value(self, planned: &Line, done: Option<&Line>) -> Option<WorkSortKey> {
        let amount = |money: &Money| match money {
            Money::Thousand(n) => Some(WorkSortKey::Amount(*n)),
            Money::Blank(_) => None,
        };
        match self {
            Self::Title => Some(WorkSortKey::Word(0, planned.title.clone())),
            Self::Settled => done?.settled.as_ref().and_then(amount),
            Self::Budget(year) => planned.budgets.get(&year).and_then(amount),
            Self::Course(year) => {
                let course = planned.courses.get(&year)?;
                Some(WorkSortKey::Word(place(course), course.0.clone()))
            }
            Self::Fund(source) => {
                let mut funds = planned.funds.iter();
                let fund = funds.find(|fund| fund.source == source)?;
                Some(WorkSortKey::Amount(fund.amount))
            }
        }
    }
}

impl ListedBy {
    /// Sorts works; those alike stay as the plan is read, and those without a value stand last (I59).
    pub(super) fn sort<'a, T>(
        self,
        works: Vec<T>,
        lines: impl Fn(&T) -> (Option<&'a Line>, Option<&'a Line>),
    ) -> Vec<T> {
        let (Self::Rising(key) | Self::Falling(key)) = self else {
            return works;
        };
        let (mut keys, mut found, mut rest) = (Vec::new(), Vec::new(), Vec::new());
        for work in works {
            let (planned, done) = lines(&work);
            match planned.and_then(|planned| key.value(planned, done)) {
                Some(value) => {
                    keys.push(value);
                    found.push(work);
                }
                None => rest.push(work),
            }
        }
        let falls = matches!(self, Self::Falling(_));
        if falls {
            // Turned round before and after, equal ones keep their order.
            keys.reverse();
            found.reverse();
        }
        sort::by_keys(&mut found, &keys);
        if falls {
            found.reverse();
        }
        found.extend(rest);
        found
    }
}

/// Place of a 方向性 among the usual words; others come after them.
fn place(course: &Course) -> usize {
    let usual = Course::USUAL.iter().position(|word| *word == course.0);
    usual.unwrap_or(usize::MAX)
}

/// 担当課 of a line: that of its initiative, else that of its measure.
fn owner<'a>(strategy: &'a Strategy, entry: &LedgerEntry) -> &'a str {
    let initiative = entry.line.initiative.and_then(|id| strategy.get(id));
    let own = initiative.map_or("", |one| one.owner.trim());
    match own {
        "" => strategy
            .get(entry.measure)
            .map_or("", |one| one.owner.trim()),
        own => own,
    }
}

impl Wanted {
    /// Returns the number of choices set, beside the marks.
    pub fn choices(&self) -> usize {
        let set = [
            self.course.is_some(),
            self.goal.is_some(),
            self.owner.is_some(),
            self.lacks.is_some(),
        ];
        set.into_iter().filter(|set| *set).count()
    }

    fn takes(&self, strategy: &Strategy, entry: &LedgerEntry) -> bool {
        let line = &entry.line;
        let priority = || strategy.get(entry.measure).is_some_and(|m| m.priority);
        let course = |course: &Course| line.courses.values().any(|c| c == course);
        (!self.new || line.marks.iter().any(Mark::is_new))
            && (!self.priority || priority())
            && (!self.reprise || line.marks.iter().any(Mark::is_reprise))
            && self.course.as_ref().is_none_or(course)
            && self.goal.is_none_or(|goal| entry.goal == goal)
            && (self.owner.as_deref()).is_none_or(|asked| owner(strategy, entry) == asked)
    }
}

impl WorkGap {
    /// True if a work with its planned line and its line of 実績 lacks this. An amount is lacking where the totals count it as
    /// not written.
    pub(super) fn is_in(self, entry: &LedgerEntry, done: Option<&Line>) -> bool {
        match self {
            Self::Budget => total_of([entry]).unset() > 0,
            Self::Course => entry.line.courses.is_empty(),
            Self::Settled => done.is_some_and(|line| line.settled.is_none()),
        }
    }
}

impl Ledger {
    /// The lines looked for, as the plan is read (I59); what a work lacks is looked for in [`works`](super::works).
    pub fn listed(&self, strategy: &Strategy, wanted: &Wanted) -> Vec<&LedgerEntry> {
        let takes = |entry: &&LedgerEntry| wanted.takes(strategy, entry);
        self.entries.iter().filter(takes).collect()
    }

    /// Every 方向性 its lines have, the usual words first.
    pub fn courses(&self) -> Vec<Course> {
        let lines = self.entries.iter();
        let mut all: Vec<Course> = lines
            .flat_map(|e| e.line.courses.values().cloned())
            .collect();
        sort::by_key(&mut all, |c| (place(c), c.0.clone()));
        all.dedup();
        all
    }

    /// Every 担当課 of its lines, as the plan is read; empty, for those without one, comes last.
    pub fn owners(&self, strategy: &Strategy) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let owners = self.entries.iter().map(|entry| owner(strategy, entry));
        let mut owners: Vec<&str> = owners.filter(|owner| seen.insert(*owner)).collect();
        sort::by_key(&mut owners, |owner| owner.is_empty());
        owners.into_iter().map(str::to_owned).collect()
    }
}

/// 計・純計 of some lines of a ledger.
pub fn total_of<'a>(entries: impl IntoIterator<Item = &'a LedgerEntry>) -> Total {
    let add = |tally: TotalAdding, entry: &'a LedgerEntry| tally.add(entry, entry.money.as_ref());
    let tally = entries.into_iter().fold(TotalAdding::default(), add);
    tally.total()
}
