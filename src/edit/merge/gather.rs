//! Merge of several returned parts of one plan: one after the other, as one edit.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::places::placed_as;
use super::{
    Act, Choice, Choices, HandedScope, Merge, PIECES, Row, Spot, edit_between, merge_in_steps, tree,
};
use crate::{Edit, Refusal};
use strategy::{AnyId, Pace, PartReturn, Steps, Strategy, at_once, sort};

/// A returned part.
#[derive(Debug, Clone)]
pub struct Returned {
    /// Name of the person who returned it.
    pub from: String,
    /// The plan as it was handed out; none: it is not known any more.
    pub base: Option<Strategy>,
    /// The plan as it came back.
    pub strategy: Strategy,
    /// Scope of the part; `None`: the whole plan.
    pub scope: Option<HandedScope>,
    /// New records whose place in the plan is a guess.
    pub offered: BTreeSet<AnyId>,
}

/// Choices by file and part.
pub type ChoicesOf = BTreeMap<(usize, Spot), Choice>;

/// All that was given back, each merged into what those before it made of the plan.
#[derive(Debug, Clone)]
pub struct Gathering {
    before: Strategy,
    after: Strategy,
    merges: Vec<Merge>,
    writers: Vec<BTreeMap<Spot, usize>>,
    /// The rows of all files in the order a plan is read: the file of each, and its place there.
    order: Vec<(usize, usize)>,
}

/// 受け取り台帳: how much somebody's file changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LedgerTally {
    /// 変更.
    pub changed: usize,
    /// 新規.
    pub added: usize,
    /// 削除.
    pub removed: usize,
    /// 範囲外.
    pub outside: usize,
    /// 食い違い.
    pub conflicts: usize,
}

impl From<&PartReturn> for LedgerTally {
    fn from(back: &PartReturn) -> Self {
        Self {
            changed: back.changed as usize,
            added: back.added as usize,
            removed: back.removed as usize,
            outside: back.outside as usize,
            conflicts: back.conflicts as usize,
        }
    }
}

impl<'a> std::iter::Sum<&'a LedgerTally> for LedgerTally {
    fn sum<I: Iterator<Item = &'a LedgerTally>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, one| Self {
            changed: sum.changed.saturating_add(one.changed),
            added: sum.added.saturating_add(one.added),
            removed: sum.removed.saturating_add(one.removed),
            outside: sum.outside.saturating_add(one.outside),
            conflicts: sum.conflicts.saturating_add(one.conflicts),
        })
    }
}

/// Brings together what several gave back, in their order (E52).
pub fn gather(mine: &Strategy, returned: &[Returned], choices: &ChoicesOf) -> Gathering {
    at_once(|pace| gather_in_steps(mine, returned, choices, pace))
}

/// Brings together what several gave back in steps, between which the caller may do something else or cancel it (E58).
pub fn gathered<'a>(
    mine: &'a Strategy,
    returned: &'a [Returned],
    choices: &'a ChoicesOf,
) -> Steps<'a, Gathering> {
    Steps::of(|pace| gather_in_steps(mine, returned, choices, pace))
}

async fn gather_in_steps(
    mine: &Strategy,
    returned: &[Returned],
    choices: &ChoicesOf,
    pace: Rc<Pace>,
) -> Gathering {
    let mut gathering = Gathering {
        before: mine.clone(),
        after: mine.clone(),
        merges: Vec::new(),
        writers: Vec::new(),
        order: Vec::new(),
    };
    // A file with so many records has about as many changes at most.
    let pieces = returned.iter().map(|one| PIECES * one.strategy.count());
    let pieces: Vec<usize> = pieces.collect();
    pace.expect(pieces.iter().sum());
    let mut reached = 0;
    let mut wrote = BTreeMap::new();
    for (at, one) in returned.iter().enumerate() {
        let now = &gathering.after;
        let base = one.base.as_ref().map(|base| placed_as(now, base));
        pace.step().await;
        let theirs = placed_as(base.as_ref().unwrap_or(now), &one.strategy);
        pace.step().await;
        let mut merge = merge_in_steps(&base.unwrap_or_default(), now, &theirs, &pace).await;
        if let Some(scope) = &one.scope {
            merge.refuse_outside(scope);
        }
        merge.ask_before_emptying();
        merge.offer(&one.offered);
        let own = choices.iter().filter(|((of, _), _)| *of == at);
        let own: Choices = own
            .map(|((_, spot), choice)| (*spot, choice.clone()))
            .collect();
        gathering.writers.push(wrote.clone());
        for row in merge.rows() {
            if merge.choice(row, &own) != Choice::Mine {
                wrote.insert(row.spot, at);
            }
        }
        gathering.after = merge.outcome_in_steps(&own, &pace).await;
        gathering.merges.push(merge);
        reached += pieces[at];
        pace.reach(reached);
    }
    gathering.order = gathering.in_order(&pace).await;
    gathering
}

impl Gathering {
    /// The merge of each returned part.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// Returns the file, by its place, whose value a part held when this file's was merged; `None`: it was the plan's
    /// own.
    pub fn writer(&self, of: usize, spot: Spot) -> Option<usize> {
        self.writers.get(of)?.get(&spot).copied()
    }

    /// Returns the changes of each file, with the place of the file, in the order a plan is read; for one part, in
    /// the order of the files.
    pub fn rows(&self) -> Vec<(usize, &Row)> {
        let rows = self.order.iter();
        rows.map(|(of, at)| (*of, &self.merges[*of].rows()[*at]))
            .collect()
    }

    /// The rows of all files in the order a plan is read: the file of each, and its place there.
    async fn in_order(&self, pace: &Pace) -> Vec<(usize, usize)> {
        let mut rows = Vec::new();
        for (of, merge) in self.merges.iter().enumerate() {
            rows.extend((0..merge.rows().len()).map(|at| (of, at)));
        }
        // The rows of a single file are in order already.
        if self.merges.len() < 2 {
            return rows;
        }
        let mut keys = Vec::with_capacity(rows.len());
        for (of, at) in &rows {
            let merge = &self.merges[*of];
            let spot = merge.rows()[*at].spot;
            let place = tree::place([&self.before, &merge.theirs, &merge.base], spot.record);
            keys.push((place, spot.places().first().copied(), spot.part, *of));
            pace.step().await;
        }
        sort::by_keys(&mut rows, &keys);
        rows
    }

    /// Returns the counts of changes of each file.
    pub fn tallies(&self) -> Vec<LedgerTally> {
        self.merges
            .iter()
            .map(|merge| tally(merge.rows()))
            .collect()
    }

    /// Returns the number of changes of a file that are not taken though nobody refused them: those that a person has to
    /// decide on and has not, and those of a closed year (E57).
    pub fn left_open(&self, of: usize, choices: &ChoicesOf) -> usize {
        let is_open = |row: &&Row| {
            let is_undecided = row.is_to_decide() && !choices.contains_key(&(of, row.spot));
            row.default == Choice::Mine && (row.closed.is_some() || is_undecided)
        };
        let rows = self.merges.get(of).map_or(&[][..], Merge::rows);
        rows.iter().filter(is_open).count()
    }

    /// The plan that comes out.
    pub fn after(&self) -> &Strategy {
        &self.after
    }

    /// All of it as one edit.
    pub fn edit(&self) -> Result<Edit, Refusal> {
        edit_between(&self.before, &self.after)
    }
}

fn tally(rows: &[Row]) -> LedgerTally {
    let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    let inside = |row: &Row| !row.outside;
    LedgerTally {
        changed: count(&|row| inside(row) && !matches!(row.act, Act::Added | Act::Removed)),
        added: count(&|row| inside(row) && row.act == Act::Added),
        removed: count(&|row| inside(row) && row.act == Act::Removed),
        outside: count(&|row| row.outside),
        conflicts: count(&|row| inside(row) && row.clashes),
    }
}
