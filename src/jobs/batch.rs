//! Items that several readers process together: the next item, and the outcomes in the order of the items.

use std::cell::{Cell, RefCell};

/// Items in their given order. Several readers take from it at the same time.
pub struct Batch<T, R> {
    items: Vec<T>,
    next: Cell<usize>,
    outcomes: RefCell<Vec<Option<R>>>,
    /// Number of items with an outcome.
    done: Cell<usize>,
    /// Number of outcomes taken.
    taken: Cell<usize>,
    /// Number of readers at this moment.
    readers: Cell<usize>,
}

impl<T: Clone, R> Batch<T, R> {
    /// Starts with no item read.
    pub fn new(items: Vec<T>) -> Self {
        Self {
            outcomes: RefCell::new(items.iter().map(|_| None).collect()),
            items,
            next: Cell::new(0),
            done: Cell::new(0),
            taken: Cell::new(0),
            readers: Cell::new(0),
        }
    }

    /// Returns the number done, and the number of all.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.get(), self.items.len())
    }

    /// Returns the next items that no reader has taken, at most `most`; none if all are taken.
    pub fn next(&self, most: usize) -> Vec<(usize, T)> {
        let at = self.next.get();
        let next = self.items.iter().cloned().enumerate();
        let next: Vec<_> = next.skip(at).take(most).collect();
        self.next.set(at + next.len());
        next
    }

    /// Stores the outcome of the item at this place.
    pub fn put(&self, at: usize, outcome: R) {
        if let Some(place) = self.outcomes.borrow_mut().get_mut(at) {
            *place = Some(outcome);
            self.done.set(self.done.get() + 1);
        }
    }

    /// Takes the next outcomes, each once, in their order; all of the rest once no reader is left.
    pub fn take(&self) -> Vec<(T, R)> {
        let mut taken = Vec::new();
        let mut outcomes = self.outcomes.borrow_mut();
        let pairs = self.items.iter().zip(outcomes.iter_mut());
        for (item, outcome) in pairs.skip(self.taken.get()) {
            match outcome.take() {
                Some(outcome) => taken.push((item.clone(), outcome)),
                None if self.readers.get() == 0 => {}
                None => break,
            }
            self.taken.set(self.taken.get() + 1);
        }
        taken
    }

    /// True if at least one outcome was taken.
    pub fn is_shown(&self) -> bool {
        self.taken.get() > 0
    }

    /// Counts one more reader.
    pub fn begin(&self) {
        self.readers.set(self.readers.get() + 1);
    }

    /// Counts one reader less. Returns true if it was the last.
    pub fn end(&self) -> bool {
        self.readers.set(self.readers.get() - 1);
        self.readers.get() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(batch: &Batch<char, Result<u8, ()>>) -> Vec<(char, Result<u8, ()>)> {
        batch.take()
    }

    #[test]
    fn each_item_is_read_by_one_reader() {
        let batch: Batch<char, ()> = Batch::new(vec!['a', 'b', 'c']);
        assert_eq!(batch.next(2), [(0, 'a'), (1, 'b')]);
        assert_eq!(batch.next(2), [(2, 'c')]);
        assert_eq!(batch.next(2), []);
    }

    #[test]
    fn outcomes_are_taken_once_and_in_the_order_of_the_items() {
        let batch = Batch::new(vec!['a', 'b', 'c']);
        batch.begin();
        batch.put(1, Ok(2));
        assert_eq!((taken(&batch), batch.progress()), (vec![], (1, 3)));
        assert!(!batch.is_shown());
        batch.put(0, Err(()));
        assert_eq!(taken(&batch), [('a', Err(())), ('b', Ok(2))]);
        assert!(batch.is_shown());
        assert_eq!(taken(&batch), []);
        batch.put(2, Ok(3));
        batch.put(9, Ok(9));
        assert_eq!(
            (taken(&batch), batch.progress()),
            (vec![('c', Ok(3))], (3, 3))
        );
    }

    #[test]
    fn once_nobody_reads_any_more_an_item_without_outcome_holds_nothing_up() {
        let batch = Batch::new(vec!['a', 'b']);
        batch.begin();
        batch.begin();
        batch.put(1, Ok(2));
        assert!(!batch.end());
        assert_eq!(taken(&batch), []);
        assert!(batch.end());
        assert_eq!(taken(&batch), [('b', Ok(2))]);
    }
}
