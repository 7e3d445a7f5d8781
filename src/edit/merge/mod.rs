//! Three-way merge: what two people made of one strategy, as one edit and an ordered list of what is to be decided.
//!
//! It goes by the description of records: what is told apart there is decided apart, what belongs together there is
//! decided together. Prose is one value; it is never woven.

mod agreed_order;
mod alike;
mod compose;
mod doubles;
mod filter;
mod gather;
mod hand;
mod idle;
mod lists;
mod mend;
mod outcome;
mod part;
mod places;
mod scope;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use self::alike::AlikeBy;
use self::part::{Versions, is_order};
use super::plan::closed_years;
use super::{Changes, Edit, EditLabel, Operation, Refusal};
use strategy::record::{Expected, Held, Members, Value};
use strategy::{
    AnyId, FiscalYear, Flaw, Id, Indicator, Initiative, Kind, Pace, Series, Strategy, at_once, sort,
};

pub use doubles::Double;
pub use filter::RowFilter;
pub use gather::{ChoicesOf, Gathering, LedgerTally, Returned, gather, gathered};
pub use part::{Part, Spot};
pub use places::placed_as;
pub use scope::HandedScope;

/// Changes of the others, part by part, with the choice for each.
#[derive(Debug, Clone)]
pub struct Merge {
    base: Strategy,
    mine: Strategy,
    theirs: Strategy,
    changed: ChangedIds,
    /// The records that come and go with one.
    under: BTreeMap<AnyId, Vec<AnyId>>,
    rows: Vec<Row>,
    doubles: Vec<Double>,
}

/// The records that each side changed.
#[derive(Debug, Clone, Default)]
struct ChangedIds {
    mine: Vec<AnyId>,
    theirs: Vec<AnyId>,
}

/// One part that the others changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The part.
    pub spot: Spot,
    /// True if both changed it, each in their own way.
    pub clashes: bool,
    /// Choice that applies if the user makes none.
    pub default: Choice,
    /// The closed year that it would change: it stays as it is here.
    pub closed: Option<FiscalYear>,
    /// True if it lies outside the scope of the part: it is not merged until somebody chooses.
    pub outside: bool,
    /// True if it is a new record whose place is a guess: it is not added until somebody chooses.
    pub offered: bool,
    /// True if the others left nothing where this plan has a value: it stays until somebody chooses.
    pub empties: bool,
    /// The kind of change by the others.
    pub act: Act,
}

/// Kind of change that the others made to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// They wrote something else.
    Changed,
    /// They moved the record.
    Moved,
    /// They added the record.
    Added,
    /// They took the record out.
    Removed,
    /// They went on with a record that was taken out here.
    WentOn,
}

/// Choice for a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// As it is here.
    Mine,
    /// As the others have it.
    Theirs,
    /// Both: two texts one below the other, two lists as one.
    Both,
    /// In words of one's own.
    Own(String),
}

/// Choices by part.
pub type Choices = BTreeMap<Spot, Choice>;

/// Merges what two made of one strategy. Without what both began with, two may be merged from a blank strategy: then
/// whatever differs is to be decided, and nothing is taken out.
pub fn merge(base: &Strategy, mine: &Strategy, theirs: &Strategy) -> Merge {
    at_once(async |pace| merge_in_steps(base, mine, theirs, &pace).await)
}

/// As many pieces as a merge takes for each record that was changed.
const PIECES: usize = 5;

/// Merges a record at a time.
async fn merge_in_steps(base: &Strategy, mine: &Strategy, theirs: &Strategy, pace: &Pace) -> Merge {
    let theirs = &places::agreed(mine, theirs);
    let changed = |side| Changes::between(base, side).ids();
    let mut merge = Merge {
        base: base.clone(),
        mine: mine.clone(),
        theirs: theirs.clone(),
        changed: ChangedIds {
            mine: changed(mine),
            theirs: changed(theirs),
        },
        under: BTreeMap::new(),
        rows: Vec::new(),
        doubles: Vec::new(),
    };
    merge.under = merge.together(pace).await;
    merge.rows = MergeSides::of(&merge).rows(pace).await;
    merge.hold_together(pace).await;
    merge.keep_closed(pace).await;
    merge.leave_out_idle_moves(pace).await;
    let added = merge.rows.iter().filter(|row| row.act == Act::Added);
    merge.doubles = doubles::of(mine, theirs, added.map(|row| row.spot.record));
    let strategies = [mine, theirs, base];
    let field = |spot: Spot| spot.places().first().copied();
    let mut keys = Vec::with_capacity(merge.rows.len());
    for row in &merge.rows {
        let place = tree::place(strategies, row.spot.record);
        keys.push((place, field(row.spot), row.spot.part));
        pace.step().await;
    }
    sort::by_keys(&mut merge.rows, &keys);
    merge
}

impl Merge {
    /// Returns the changes of the others, in the order a plan is read.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns the parts that both sides changed, each in their own way.
    pub fn conflicts(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.clashes)
    }

    /// Records that the others added and that may be some that are here already.
    pub fn doubles(&self) -> &[Double] {
        &self.doubles
    }

    /// The strategy as both began with it.
    pub fn base(&self) -> &Strategy {
        &self.base
    }

    /// The strategy as it is here.
    pub fn mine(&self) -> &Strategy {
        &self.mine
    }

    /// The strategy as the others have it.
    pub fn theirs(&self) -> &Strategy {
        &self.theirs
    }

    /// True if both can be kept.
    pub fn can_be_both(&self, spot: Spot) -> bool {
        let [_, Some(mine), Some(theirs)] = self.versions(spot.record) else {
            return false;
        };
        if self.joined(spot).is_some() {
            return true;
        }
        let is_text = |record: &dyn Members| match spot.values(record)[..] {
            [Some(value)] => matches!(value.held(), Held::Text(text) if !text.is_empty()),
            _ => false,
        };
        is_text(mine) && is_text(theirs)
    }

    /// True if the user can write another value: the part is one text, or one figure.
    pub fn can_be_own(&self, spot: Spot) -> bool {
        let versions = self.versions(spot.record).into_iter().flatten();
        let held = |record| match spot.values(record)[..] {
            [Some(value)] => {
                let figure = value.expected() == Expected::Printed;
                Some(figure || matches!(value.held(), Held::Text(_)))
            }
            _ => None,
        };
        !matches!(spot.part, Part::Whole) && versions.filter_map(held).any(|can| can)
    }

    /// The records that come and go with one: of those that only one side has, by the uppermost.
    async fn together(&self, pace: &Pace) -> BTreeMap<AnyId, Vec<AnyId>> {
        let Self {
            base, mine, theirs, ..
        } = self;
        let changed = self.changed.mine.iter().chain(&self.changed.theirs);
        let mut under = BTreeMap::<AnyId, Vec<AnyId>>::new();
        for id in sort::set(changed.copied()) {
            pace.step().await;
            let above = match (id.is_in(base), id.is_in(mine), id.is_in(theirs)) {
                (_, false, true) => tree::taken_above(id, theirs, mine, base),
                (true, true, false) => tree::taken_above(id, mine, theirs, base),
                _ => continue,
            };
            under.entry(above.unwrap_or(id)).or_default().push(id);
        }
        under
    }

    fn versions(&self, id: AnyId) -> [Option<&dyn Members>; 3] {
        [&self.base, &self.mine, &self.theirs].map(|strategy| id.find(strategy))
    }

    /// The list that joins what both made of it, where it can be joined; each element as it is written.
    fn joined(&self, spot: Spot) -> Option<Vec<String>> {
        let [base, Some(mine), Some(theirs)] = self.versions(spot.record) else {
            return None;
        };
        if !matches!(spot.part, Part::Field(_)) {
            return None;
        }
        let value = |record: &'_ dyn Members| -> Option<Vec<String>> {
            match spot.values(record)[..] {
                [Some(value)] if matches!(value.held(), Held::List(_)) => {
                    lists::elements(Some(value))
                }
                _ => None,
            }
        };
        let base = base.map_or(Some(Vec::new()), value)?;
        lists::joined(&base, &value(mine)?, &value(theirs)?)
    }

    /// The edit on what is here that does what was chosen, and by default what nobody chose.
    pub fn edit(&self, choices: &Choices) -> Result<Edit, Refusal> {
        let after = self.outcome(choices);
        edit_between(&self.mine, &after)
    }

    /// Decides as it is here what both together would break (E49): the last series of an indicator taken out, 再掲 that
    /// lead back to themselves.
    async fn hold_together(&mut self, pace: &Pace) {
        for _ in 0..4 {
            let after = self.drafted(&Choices::new(), pace).await;
            let mut turned = false;
            for flaw in after.strategy().integrity() {
                turned |= self.turn(&flaw, after.strategy());
            }
            if !turned {
                return;
            }
        }
    }

    fn turn(&mut self, flaw: &Flaw, after: &Strategy) -> bool {
        let indicator_of = |series: AnyId| -> Option<Id<Indicator>> {
            let series = self.base.get(Id::<Series>::new(series.number))?;
            Some(series.indicator)
        };
        let in_a_loop = |initiative: AnyId| {
            let initiative = after.get(Id::<Initiative>::new(initiative.number));
            initiative.is_some_and(|one| after.loops_from(one))
        };
        let causes = |Spot { record, part }: Spot| match (flaw, record.kind) {
            (Flaw::NoSeries { indicator }, Kind::Series) => {
                indicator_of(record) == Some(*indicator)
            }
            (Flaw::Loop { .. }, Kind::Initiative) => {
                part == Part::Field("reprise") && in_a_loop(record)
            }
            _ => false,
        };
        let caused: Vec<bool> = self.rows.iter().map(|row| causes(row.spot)).collect();
        let mut turned = false;
        for (row, caused) in self.rows.iter_mut().zip(caused) {
            if caused && row.default != Choice::Mine {
                row.clashes = true;
                row.default = Choice::Mine;
                turned = true;
            }
        }
        turned
    }

    /// Keeps this plan's value for changes outside the scope, until somebody chooses (E51).
    pub fn refuse_outside(&mut self, scope: &HandedScope) {
        let sides = [&self.base, &self.theirs];
        for row in &mut self.rows {
            if !scope.holds(sides, row.spot) {
                row.outside = true;
                row.default = Choice::Mine;
            }
        }
    }

    /// Keeps what the others emptied, until somebody chooses (E81).
    pub fn ask_before_emptying(&mut self) {
        let Self {
            mine, theirs, rows, ..
        } = self;
        for row in rows {
            if row.act != Act::Changed || row.default != Choice::Theirs {
                continue;
            }
            let holds = |side: &Strategy| -> Vec<bool> {
                let record = row.spot.record.find(side);
                let values = record.map(|record| row.spot.values(record));
                let values = values.unwrap_or_default().into_iter();
                values.map(holds_something).collect()
            };
            if holds(mine)
                .into_iter()
                .zip(holds(theirs))
                .any(|(mine, theirs)| mine && !theirs)
            {
                row.empties = true;
                row.default = Choice::Mine;
            }
        }
    }

    /// Offers new records whose place is a guess, each as one choice with all that was added under it: they are not added
    /// until somebody chooses (E56).
    pub fn offer(&mut self, offered: &BTreeSet<AnyId>) {
        if offered.is_empty() {
            return;
        }
        let above = |id: AnyId| {
            let mut at = tree::parent(&self.theirs, id);
            while let Some(here) = at {
                if offered.contains(&here) {
                    return Some(here);
                }
                at = tree::parent(&self.theirs, here);
            }
            None
        };
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| {
            let root = above(row.spot.record).filter(|_| row.act == Act::Added);
            if let Some(root) = root {
                let with = self.under.remove(&row.spot.record).unwrap_or_default();
                self.under.entry(root).or_default().extend(with);
            }
            root.is_none()
        });
        for row in &mut rows {
            if row.act == Act::Added && offered.contains(&row.spot.record) {
                row.offered = true;
                row.outside = false;
                row.default = Choice::Mine;
            }
        }
        self.rows = rows;
    }

    /// Keeps this plan's value for changes of a closed year (E48).
    async fn keep_closed(&mut self, pace: &Pace) {
        if closed_years(&self.mine).is_empty() {
            return;
        }
        let mentioned = sort::set(self.mine.lines.iter().filter_map(|line| line.initiative));
        let whole = self
            .rows
            .iter()
            .filter(|row| self.reaches_far(row, &mentioned));
        let whole: BTreeSet<Spot> = sort::set(whole.map(|row| row.spot));
        // Mostly none of them does: then one outcome says so of all.
        let one_by_one = !whole.is_empty() && self.closed_with(&whole).is_some();
        let mut closed = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            closed.push(match (whole.contains(&row.spot), one_by_one) {
                (true, true) => self.closed_with(&BTreeSet::from([row.spot])),
                (true, false) => None,
                (false, _) => self.closed_by(row),
            });
            pace.step().await;
        }
        for (row, year) in self.rows.iter_mut().zip(closed) {
            if year.is_some() {
                row.closed = year;
                row.default = Choice::Mine;
            }
        }
    }

    /// True if a row may change more records than it writes: it takes out what lines of money mention, or puts back what
    /// was taken out.
    fn reaches_far(&self, row: &Row, mentioned: &BTreeSet<Id<Initiative>>) -> bool {
        let is_mentioned =
            |id: &AnyId| id.kind == Kind::Initiative && mentioned.contains(&Id::new(id.number));
        match row.act {
            Act::Removed => self.with(row.spot.record).iter().any(is_mentioned),
            Act::WentOn => true,
            Act::Changed | Act::Moved | Act::Added => false,
        }
    }

    /// The closed year that the records would change which a row writes.
    fn closed_by(&self, row: &Row) -> Option<FiscalYear> {
        let rows = std::iter::once((row, Choice::Theirs));
        let draft = at_once(async |pace| self.draft_of(rows, &pace).await);
        closed_year(super::plan::refuse_closed(&self.mine, draft.changes()))
    }

    /// The closed year that the outcome would change if these rows were taken, and no others.
    fn closed_with(&self, taken: &BTreeSet<Spot>) -> Option<FiscalYear> {
        let choice = |row: &Row| match taken.contains(&row.spot) {
            true => (row.spot, Choice::Theirs),
            false => (row.spot, Choice::Mine),
        };
        let choices: Choices = sort::map(self.rows.iter().map(choice));
        let after = self.outcome(&choices);
        let changes = Changes::between(&self.mine, &after);
        closed_year(super::plan::refuse_closed(&self.mine, &changes))
    }
}

fn closed_year(refused: Result<(), Refusal>) -> Option<FiscalYear> {
    match refused {
        Err(Refusal::Closed(year)) => Some(year),
        _ => None,
    }
}

/// True if there is a value that is not blank.
fn holds_something(value: Option<&dyn Value>) -> bool {
    match value.map(|value| value.held()) {
        None | Some(Held::Nothing) => false,
        Some(Held::Text(text) | Held::Exact(text)) => !text.is_empty(),
        Some(_) => true,
    }
}

/// The edit of a merge that made `after` of `mine`: refused where it makes no difference, where the strategy would not
/// hold together, and where it touches a closed year.
pub fn edit_between(mine: &Strategy, after: &Strategy) -> Result<Edit, Refusal> {
    let changes = Changes::between(mine, after);
    if changes.is_empty() {
        return Err(Refusal::Nothing);
    }
    let flaws = changes.flaws(after);
    let before = if flaws.is_empty() {
        Vec::new()
    } else {
        mine.integrity()
    };
    if let Some(flaw) = flaws.into_iter().find(|flaw| !before.contains(flaw)) {
        return Err(Refusal::Breaks(flaw));
    }
    super::plan::refuse_closed(mine, &changes)?;
    let label = EditLabel::to_all(Operation::Merge);
    Ok(Edit { label, changes })
}

/// Changes of both sides.
struct MergeSides<'a> {
    merge: &'a Merge,
    /// Records taken out by one side and gone on with by the other, the uppermost of each: by the others, by us.
    went_on: [BTreeSet<AnyId>; 2],
}

impl<'a> MergeSides<'a> {
    fn of(merge: &'a Merge) -> Self {
        let ChangedIds { mine, theirs } = &merge.changed;
        let went_on = [
            Self::gone_on(merge, theirs, &merge.theirs, &merge.mine),
            Self::gone_on(merge, mine, &merge.mine, &merge.theirs),
        ];
        Self { merge, went_on }
    }

    /// The uppermost records that one side took out while the other changed them, or something under them.
    fn gone_on(
        merge: &Merge,
        changed: &[AnyId],
        stands: &Strategy,
        gone: &Strategy,
    ) -> BTreeSet<AnyId> {
        let there = changed.iter().filter(|id| id.is_in(stands));
        sort::set(there.filter_map(|id| root(*id, stands, gone, &merge.base)))
    }

    async fn rows(&self, pace: &Pace) -> Vec<Row> {
        let [theirs, _] = &self.went_on;
        let mut rows: Vec<Row> = theirs
            .iter()
            .map(|id| Row::whole(*id, Act::WentOn, true, Choice::Theirs))
            .collect();
        for id in &self.merge.changed.theirs {
            self.rows_of(*id, &mut rows);
            pace.step().await;
        }
        rows
    }

    fn rows_of(&self, id: AnyId, rows: &mut Vec<Row>) {
        let Merge {
            base, mine, theirs, ..
        } = self.merge;
        match self.merge.versions(id) {
            [_, Some(_), None] if tree::taken_above(id, mine, theirs, base).is_none() => {
                let clashes = self.went_on[1].contains(&id);
                let default = if clashes {
                    Choice::Mine
                } else {
                    Choice::Theirs
                };
                rows.push(Row::whole(id, Act::Removed, clashes, default));
            }
            [None, None, Some(_)] if tree::taken_above(id, theirs, mine, base).is_none() => {
                rows.push(Row::whole(id, Act::Added, false, Choice::Theirs));
            }
            [base, Some(mine), Some(theirs)] => {
                let versions = Versions {
                    kind: id.kind,
                    base,
                    mine,
                    theirs,
                };
                for part in versions.parts() {
                    let spot = Spot { record: id, part };
                    rows.extend(self.row(spot, &versions));
                }
            }
            _ => {}
        }
    }

    /// Returns the row of a part in which theirs differs from the base (E41).
    fn row(&self, spot: Spot, versions: &Versions<'_>) -> Option<Row> {
        let &Versions {
            base, mine, theirs, ..
        } = versions;
        let (mine, theirs) = (Some(mine), Some(theirs));
        let joins = |default| Some(Row::part(spot, false, default));
        if spot.same(mine, theirs, AlikeBy::Text) {
            return None;
        }
        if spot.same(mine, base, AlikeBy::Text) {
            return joins(Choice::Theirs);
        }
        if base.is_some() && spot.same(theirs, base, AlikeBy::Meaning) {
            return None;
        }
        if base.is_some() && spot.same(mine, base, AlikeBy::Meaning) {
            return joins(Choice::Theirs);
        }
        if spot.same(mine, theirs, AlikeBy::Meaning) {
            return None;
        }
        if spot.part == Part::Place {
            return self.moved(spot, versions);
        }
        match self.merge.joined(spot) {
            Some(_) => joins(Choice::Both),
            None => Some(Row::part(spot, true, Choice::Mine)),
        }
    }

    /// A record that both moved: within one list nobody has to decide (E45).
    fn moved(&self, spot: Spot, versions: &Versions<'_>) -> Option<Row> {
        let &Versions {
            base, mine, theirs, ..
        } = versions;
        let fields = spot.fields();
        let list = |record| {
            let values = spot.values(record).into_iter().zip(&fields);
            values
                .filter(|(_, field)| !is_order(field))
                .map(|(value, _)| value)
        };
        let same = |a, b| {
            let mut both = list(a).zip(list(b));
            both.all(|(a, b): (Option<&dyn Value>, _)| alike::same(a, b, AlikeBy::Text))
        };
        if same(mine, theirs) {
            let order = |record| {
                let at = fields.iter().position(|field| is_order(field));
                let value = at.and_then(|at| spot.values(record)[at].map(|value| value.held()));
                match value {
                    Some(Held::Exact(text)) => text.into_owned(),
                    _ => String::new(),
                }
            };
            let first = order(theirs) < order(mine);
            return first.then(|| Row::part(spot, false, Choice::Theirs));
        }
        match base {
            Some(base) if same(base, theirs) => None,
            Some(base) if same(base, mine) => Some(Row::part(spot, false, Choice::Theirs)),
            _ => Some(Row::part(spot, true, Choice::Mine)),
        }
    }
}

/// The record whose being there decides on this one: the uppermost taken out by one side of what it stands under on the
/// other, or itself.
fn root(id: AnyId, stands: &Strategy, gone: &Strategy, base: &Strategy) -> Option<AnyId> {
    let itself = (!id.is_in(gone) && id.is_in(base)).then_some(id);
    tree::taken_above(id, stands, gone, base).or(itself)
}

impl Row {
    /// True if a person has to look at it: both changed it, it lies outside of what was handed out, it is offered, or it
    /// empties a value.
    pub fn is_to_decide(&self) -> bool {
        self.clashes || self.outside || self.offered || self.empties
    }

    /// True if a person can decide it: it is to be decided, and no closed year keeps it as it is.
    pub fn can_be_decided(&self) -> bool {
        self.is_to_decide() && self.closed.is_none()
    }

    fn whole(record: AnyId, act: Act, clashes: bool, default: Choice) -> Self {
        let part = Part::Whole;
        Self {
            spot: Spot { record, part },
            clashes,
            default,
            closed: None,
            outside: false,
            offered: false,
            empties: false,
            act,
        }
    }

    fn part(spot: Spot, clashes: bool, default: Choice) -> Self {
        let act = match spot.part {
            Part::Place => Act::Moved,
            _ => Act::Changed,
        };
        Self {
            spot,
            clashes,
            default,
            closed: None,
            outside: false,
            offered: false,
            empties: false,
            act,
        }
    }
}
