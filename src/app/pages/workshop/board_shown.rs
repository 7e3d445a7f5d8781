//! The cards of the board that are drawn. Thousands of ideas are grouped into columns between the page's other work,
//! and only a few of each column are drawn at a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::soon::FEW;
use super::state::WorkshopState;
use crate::async_memo::async_memo;
use crate::store::Store;
use browser::time::{frame, yield_now};
use insight::search::fold;
use insight::workshop::{Board, BoardSubject, Grouping, board, merged_by_head};
use strategy::*;

/// Number of cards that a column grows by.
pub const MORE: usize = 30;
/// Number of cards on the board at first, shared out among the columns; a column has no fewer than `LEAST` and no
/// more than `MOST`.
const AT_FIRST: usize = 240;
const LEAST: usize = 6;
const MOST: usize = 60;
/// Number of cards drawn with the page.
const AT_ONCE: usize = 24;
/// Number of cards added in each frame, until all wanted cards are drawn.
const A_PICTURE: usize = 6;

/// The columns, and what was merged into what.
#[derive(Debug, Clone, Default)]
struct Sorted {
    board: Board,
    merged: BTreeMap<Id<Idea>, Vec<Id<Idea>>>,
}

/// The drawn cards. Copy it freely.
#[derive(Clone, Copy)]
pub struct ShownCards {
    /// By what ideas are put together.
    pub by: RwSignal<Grouping>,
    /// The search text; empty: all.
    pub find: RwSignal<String>,
    sorted: Memo<Arc<Sorted>>,
    /// Number of cards of a column wanted beyond the first.
    beyond: RwSignal<BTreeMap<usize, usize>>,
    /// Number of cards drawn in each column.
    drawn: Memo<Vec<usize>>,
}

impl ShownCards {
    /// The board of the session that is looked at.
    pub fn set_up(store: Store, state: WorkshopState) -> Self {
        let by = RwSignal::new(Grouping::Theme);
        let find = RwSignal::new(String::new());
        let sorted = async_memo(move || {
            let (session, by, wanted) = (state.session.get(), by.get(), fold(&find.get()));
            let few = store.follow(|s| s.ideas.len() <= FEW);
            async move {
                if !few {
                    yield_now().await;
                }
                Arc::new(store.with(|s| Sorted::of(s, session, by, &wanted)))
            }
        });
        let sorted = Memo::new_with_compare(
            move |_| sorted.get().unwrap_or_default(),
            |before, now| match (before, now) {
                (Some(before), Some(now)) => !Arc::ptr_eq(before, now),
                _ => true,
            },
        );
        let beyond = RwSignal::new(BTreeMap::new());
        Effect::new(move |_| {
            by.track();
            beyond.set(BTreeMap::new());
        });
        let wanted =
            Memo::new(move |_| sorted.with(|all| beyond.with(|beyond| wanted(all, beyond))));
        Self {
            by,
            find,
            sorted,
            beyond,
            drawn: little_by_little(by, wanted),
        }
    }

    /// Returns the number of ideas on the board.
    pub fn total(self) -> usize {
        let of = |all: &Arc<Sorted>| all.board.iter().map(|(_, ideas)| ideas.len()).sum();
        self.sorted.with(of)
    }

    /// Returns the number of columns.
    pub fn columns(self) -> usize {
        self.sorted.with(|all| all.board.len())
    }

    /// The column at a place.
    pub fn column(self, at: usize) -> Memo<Option<BoardSubject>> {
        Memo::new(move |_| {
            let of = |all: &Arc<Sorted>| all.board.get(at).map(|(column, _)| column.clone());
            self.sorted.with(of)
        })
    }

    /// The columns beside this one, those without an idea too.
    pub fn others(self, here: &BoardSubject) -> Vec<BoardSubject> {
        self.sorted.with_untracked(|all| {
            let columns = all.board.iter().map(|(column, _)| column);
            columns.filter(|one| *one != here).cloned().collect()
        })
    }

    /// Returns the number of ideas in the column at a place.
    pub fn count(self, at: usize) -> usize {
        let of = |all: &Arc<Sorted>| all.board.get(at).map_or(0, |(_, ideas)| ideas.len());
        self.sorted.with(of)
    }

    /// Those of them that are drawn.
    pub fn cards(self, at: usize) -> Vec<Id<Idea>> {
        let drawn = self
            .drawn
            .with(|all| all.get(at).copied().unwrap_or_default());
        let of = |all: &Arc<Sorted>| {
            let ideas = all.board.get(at).map(|(_, ideas)| ideas.iter());
            ideas.into_iter().flatten().take(drawn).copied().collect()
        };
        self.sorted.with(of)
    }

    /// Returns the number of its ideas that are not drawn.
    pub fn rest(self, at: usize) -> usize {
        let drawn = self
            .drawn
            .with(|all| all.get(at).copied().unwrap_or_default());
        self.count(at).saturating_sub(drawn)
    }

    /// Draws more of the column at a place.
    pub fn more(self, at: usize) {
        self.beyond
            .update(|all| *all.entry(at).or_default() += MORE);
    }

    /// Returns the ideas merged into an idea.
    pub fn merged(self, head: Id<Idea>) -> Memo<Vec<Id<Idea>>> {
        Memo::new(move |_| {
            let of = |all: &Arc<Sorted>| all.merged.get(&head).cloned().unwrap_or_default();
            self.sorted.with(of)
        })
    }
}

impl Sorted {
    /// Those whose text has what is looked for; all where that is nothing.
    fn of(s: &Strategy, session: Option<Id<Session>>, by: Grouping, wanted: &str) -> Self {
        let mut all = session.map(|id| board(s, id, by)).unwrap_or_default();
        if !wanted.is_empty() {
            let is_wanted = |id: &Id<Idea>| {
                s.get(*id)
                    .is_some_and(|one| fold(&one.text).contains(wanted))
            };
            for (_, ideas) in &mut all {
                ideas.retain(is_wanted);
            }
        }
        Self {
            board: all,
            merged: merged_by_head(s),
        }
    }
}

/// Returns the number of cards to draw in each column.
fn wanted(sorted: &Sorted, beyond: &BTreeMap<usize, usize>) -> Vec<usize> {
    let columns = sorted.board.iter().filter(|(_, ideas)| !ideas.is_empty());
    let at_first = (AT_FIRST / columns.count().max(1)).clamp(LEAST, MOST);
    let columns = sorted.board.iter().enumerate();
    let wanted = |(at, (_, ideas)): (usize, &(BoardSubject, Vec<_>))| {
        let more = beyond.get(&at).copied().unwrap_or_default();
        ideas.len().min(at_first + more)
    };
    columns.map(wanted).collect()
}

/// Returns the numbers of cards to draw: as many as wanted, a few more in each frame; it starts again when the
/// grouping changes.
fn little_by_little(by: RwSignal<Grouping>, wanted: Memo<Vec<usize>>) -> Memo<Vec<usize>> {
    let turns = RwSignal::new(AT_ONCE);
    let sum = Memo::new(move |_| wanted.with(|all| all.iter().sum::<usize>()));
    let under_way = StoredValue::new(false);
    Effect::new(move |before: Option<Grouping>| {
        let now = by.get();
        if before.is_some_and(|before| before != now) {
            turns.set(AT_ONCE);
        }
        if sum.get() <= turns.get_untracked() || under_way.get_value() {
            return now;
        }
        under_way.set_value(true);
        spawn_local(async move {
            while turns.try_get_untracked() < sum.try_get_untracked() {
                frame().await;
                turns.try_update(|n| *n += A_PICTURE);
            }
            under_way.try_set_value(false);
        });
        now
    });
    Memo::new(move |_| {
        let mut left = turns.get();
        wanted.with(|all| {
            let turn = |wanted: &usize| {
                let now = left.min(*wanted);
                left -= now;
                now
            };
            all.iter().map(turn).collect()
        })
    })
}
