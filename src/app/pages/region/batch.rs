//! Strategies that are read together: which is next, and what came of each.

use std::cell::{Cell, RefCell};

use super::town::{Origin, Told};
use insight::region::Head;

/// Head and digest of a strategy.
pub type Taken = (Head, Told);
/// Outcome for a strategy; the error is a sentence.
pub type Outcome = Result<Taken, String>;

/// Strategies in the order they were given.
pub struct Batch {
    origins: Vec<Origin>,
    next: Cell<usize>,
    outcomes: RefCell<Vec<Option<Outcome>>>,
    /// Number of strategies with an outcome.
    done: Cell<usize>,
    /// Number of outcomes taken.
    taken: Cell<usize>,
    /// Number of readers at this moment.
    readers: Cell<usize>,
}

impl Batch {
    /// None of them is read.
    pub fn new(origins: Vec<Origin>) -> Self {
        Self {
            outcomes: RefCell::new(origins.iter().map(|_| None).collect()),
            origins,
            next: Cell::new(0),
            done: Cell::new(0),
            taken: Cell::new(0),
            readers: Cell::new(0),
        }
    }

    /// Returns the number done, and the number of all.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.get(), self.origins.len())
    }

    /// The next that nobody reads, so many at most; none: all are read, or being read.
    pub fn next(&self, most: usize) -> Vec<(usize, Origin)> {
        let at = self.next.get();
        let next = self.origins.iter().cloned().enumerate();
        let next: Vec<_> = next.skip(at).take(most).collect();
        self.next.set(at + next.len());
        next
    }

    /// Stores the outcome at this place.
    pub fn put(&self, at: usize, outcome: Outcome) {
        if let Some(place) = self.outcomes.borrow_mut().get_mut(at) {
            *place = Some(outcome);
            self.done.set(self.done.get() + 1);
        }
    }

    /// Takes the next outcomes, each once, in their order; once nobody reads any more, all of them.
    pub fn take(&self) -> Vec<(Origin, Outcome)> {
        let mut taken = Vec::new();
        let mut outcomes = self.outcomes.borrow_mut();
        for (origin, outcome) in self
            .origins
            .iter()
            .zip(outcomes.iter_mut())
            .skip(self.taken.get())
        {
            match outcome.take() {
                Some(outcome) => taken.push((origin.clone(), outcome)),
                None if self.readers.get() == 0 => {}
                None => break,
            }
            self.taken.set(self.taken.get() + 1);
        }
        taken
    }

    /// True if the outcome of at least one strategy was taken.
    pub fn is_shown(&self) -> bool {
        self.taken.get() > 0
    }

    /// One more reads.
    pub fn begin(&self) {
        self.readers.set(self.readers.get() + 1);
    }

    /// One reads no more; whether it was the last.
    pub fn end(&self) -> bool {
        self.readers.set(self.readers.get() - 1);
        self.readers.get() == 0
    }
}
