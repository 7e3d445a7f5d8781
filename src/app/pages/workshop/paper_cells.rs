//! The counts from paper as a grid: ideas down, and across the stickers, or each of three opinions.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::WorkshopState;
use crate::parts::{Act, FieldCells};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::grid::{Area, Position, Size};
use ::words::workshop as words;
use insight::Totals;
use strategy::*;

/// Number of opinions.
const OPINIONS: usize = 3;

/// The greatest count.
const MOST: u32 = 9_999;

/// The DOM id of the field of a count.
pub fn cell_id(idea: Id<Idea>, column: usize) -> String {
    format!("paper-{idea}-{column}")
}

/// The counts of the ideas that are shown. Copy it freely.
#[derive(Clone, Copy)]
pub struct PaperCells {
    /// The open strategy.
    pub store: Store,
    /// The session.
    pub state: WorkshopState,
    /// The ideas, from top to bottom.
    pub rows: Memo<Vec<Id<Idea>>>,
}

impl PaperCells {
    /// Tracked: the number of columns. One is that of stickers.
    pub fn columns(self) -> usize {
        let session = self.state.record(self.store);
        match session.is_some_and(|one| one.voting == Voting::Opinions) {
            true => OPINIONS,
            false => 1,
        }
    }

    /// Tracked: what was counted by the present voting method. A count by another stays as it is.
    pub fn ballot(self) -> Option<Arc<Ballot>> {
        let session = self.state.record(self.store)?;
        let ballots = self.store.list::<Ballot>(session.id).into_iter();
        let mut ballots = ballots.filter_map(|id| self.store.get(id));
        ballots
            .find(|one| one.source == IdeaSource::Paper && one.method(&session) == session.voting)
    }

    /// Tracked: a count.
    pub fn count(self, idea: Id<Idea>, column: usize) -> u32 {
        if self.columns() == 1 {
            return self.store.get(idea).map_or(0, |one| one.votes);
        }
        let count = || {
            let ballot = self.ballot()?;
            let choice = ballot.choices.iter().find(|one| one.idea == idea)?;
            [choice.dots, choice.unsure, choice.disagree]
                .get(column)
                .copied()
        };
        count().unwrap_or_default()
    }

    /// Tracked: name of a count, for screen readers.
    pub fn label_of(self, idea: Id<Idea>, column: usize) -> String {
        let text = self.store.get(idea).map(|one| one.text.clone());
        let text = text.unwrap_or_default();
        match self.columns() {
            1 => words::paper_stickers(text),
            _ => words::paper_opinion(&text, column),
        }
    }

    /// Changes what was counted of people.
    pub fn change(self, change: impl FnOnce(&mut Ballot)) -> bool {
        let Some(session) = self.state.session.get_untracked() else {
            return false;
        };
        let new = || Ballot {
            id: Id::new(fresh_id()),
            session,
            source: IdeaSource::Paper,
            ..Ballot::default()
        };
        let ballot = untrack(|| self.ballot());
        let mut next = ballot.map_or_else(new, |one| Ballot::clone(&one));
        change(&mut next);
        self.store.edit(|s| edit::count_on_paper(s, next))
    }

    /// Writes one count. A text that is no number changes nothing.
    pub fn write_one(self, at: Position, text: String) {
        self.write(vec![(at, text)], &[], Act::Paste);
        self.store.seal();
    }

    fn idea(self, at: Position) -> Option<Id<Idea>> {
        self.rows.with_untracked(|rows| rows.get(at.row).copied())
    }

    fn put(self, counts: &[(Id<Idea>, usize, u32)], act: Act) -> bool {
        if untrack(|| self.columns()) == 1 {
            let counts: Vec<_> = counts
                .iter()
                .map(|(idea, _, count)| (*idea, *count))
                .collect();
            let edit = self
                .store
                .with(|s| edit::count_stickers(s, &counts, act.operation()));
            return self.store.carry_out(edit, String::new()).is_some();
        }
        self.change(|ballot| {
            for (idea, column, count) in counts {
                put(ballot, *idea, *column, *count);
            }
        })
    }
}

impl FieldCells for PaperCells {
    fn size(&self) -> Size {
        Size {
            rows: self.rows.with_untracked(Vec::len),
            columns: untrack(|| self.columns()),
        }
    }

    fn text(&self, at: Position) -> String {
        let count = self
            .idea(at)
            .map(|idea| untrack(|| self.count(idea, at.column)));
        count.map(|count| count.to_string()).unwrap_or_default()
    }

    fn label(&self, at: Position) -> String {
        let label = |idea| untrack(|| self.label_of(idea, at.column));
        self.idea(at).map(label).unwrap_or_default()
    }

    fn totals(&self, area: Area) -> Totals {
        let count = |at: Position| {
            let idea = self.idea(at)?;
            Some(Some(i64::from(untrack(|| self.count(idea, at.column)))))
        };
        Totals::of_numbers(area.positions().filter_map(count))
    }

    fn id(&self, at: Position) -> Option<String> {
        self.idea(at).map(|idea| cell_id(idea, at.column))
    }

    fn write(&self, cells: Vec<(Position, String)>, outside: &[String], act: Act) -> String {
        let all = cells.len();
        let cells = cells.into_iter();
        let counts: Vec<_> = cells
            .filter_map(|(at, text)| Some((self.idea(at)?, at.column, read(&text)?)))
            .collect();
        let left = all - counts.len() + outside.len();
        if counts.is_empty() || self.put(&counts, act) {
            words::counts_put(counts.len(), left)
        } else {
            String::new()
        }
    }
}

/// Reads a count; an empty text is none.
fn read(text: &str) -> Option<u32> {
    match half_width(text.trim()).as_str() {
        "" => Some(0),
        text => text
            .replace(',', "")
            .parse()
            .ok()
            .map(|count: u32| count.min(MOST)),
    }
}

fn put(ballot: &mut Ballot, idea: Id<Idea>, column: usize, count: u32) {
    if !ballot.choices.iter().any(|one| one.idea == idea) {
        ballot.choices.push(BallotChoice {
            idea,
            ..BallotChoice::default()
        });
    }
    for one in ballot.choices.iter_mut().filter(|one| one.idea == idea) {
        match column {
            0 => one.dots = count,
            1 => one.unsure = count,
            _ => one.disagree = count,
        }
    }
}
