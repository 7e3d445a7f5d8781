//! Moves that change no order: a record that was moved away and back, or that both sides moved to one place (E105).

use std::collections::BTreeSet;

use super::places::lists;
use super::{Act, Choice, Choices, Merge, Part, Row};
use strategy::{AnyId, Kind, Pace, Record, Strategy, for_each_kind, sort};

impl Merge {
    /// Takes out the rows of moves that leave every list in the order it would have without them. Nothing is
    /// taken out while the user decides what comes or goes: the order depends on it.
    pub(super) async fn leave_out_idle_moves(&mut self, pace: &Pace) {
        let moves = |row: &&Row| row.act == Act::Moved && row.default == Choice::Theirs;
        let moved = self.rows.iter().filter(moves).map(|row| row.spot.record);
        let moved = sort::set(moved);
        if moved.is_empty() || self.rows.iter().any(is_open) {
            return;
        }
        let after = self.outcome_in_steps(&Choices::new(), pace).await;
        let idle = idle(&self.mine, &after, &moved);
        self.rows
            .retain(|row| row.act != Act::Moved || !idle.contains(&row.spot.record));
    }
}

/// True if the user decides what comes, goes or moves: the order of what remains depends on it.
fn is_open(row: &Row) -> bool {
    row.clashes && matches!(row.spot.part, Part::Whole | Part::Place)
}

/// Returns those of the moved records that could keep the key they have here: the order comes out the same.
fn idle(mine: &Strategy, after: &Strategy, moved: &BTreeSet<AnyId>) -> BTreeSet<AnyId> {
    let mut idle = BTreeSet::new();
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(if moved.iter().any(|id| id.kind == Kind::$type) {
                idle_of::<strategy::$type>(mine, after, moved, &mut idle);
            })*
        };
    }
    for_each_kind!(each);
    idle
}

/// Two that moved past each other's keys wait for each other: then the list is gone through again.
const MOST_PASSES: usize = 8;

fn idle_of<T: Record>(
    mine: &Strategy,
    after: &Strategy,
    moved: &BTreeSet<AnyId>,
    idle: &mut BTreeSet<AnyId>,
) {
    for group in T::table(after).by_parent().iter() {
        for list in lists(group) {
            let mut keys: Vec<_> = list.iter().map(|one| (one.order(), one.id())).collect();
            let is_moved = |at: &usize| moved.contains(&AnyId::from(list[*at].id()));
            let mut open: Vec<usize> = (0..list.len()).filter(is_moved).collect();
            for _ in 0..MOST_PASSES {
                let before = open.len();
                open.retain(|&at| {
                    let here = mine.get(list[at].id());
                    let here = here.filter(|here| here.beside(list[at]));
                    let Some(here) = here else { return true };
                    let key = (here.order(), here.id());
                    let behind = at == 0 || keys[at - 1] < key;
                    let fits = behind && keys.get(at + 1).is_none_or(|next| key < *next);
                    if fits {
                        keys[at] = key;
                        idle.insert(AnyId::from(list[at].id()));
                    }
                    !fits
                });
                open.reverse();
                if open.is_empty() || open.len() == before {
                    break;
                }
            }
        }
    }
}
