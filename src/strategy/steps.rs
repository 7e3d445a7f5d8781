//! Long work in steps: between two of them the caller may do other work, show the progress, or cancel.
//!
//! The work is an async function that awaits [`Pace::step`] between its pieces and nothing else, so it needs no
//! executor: [`Steps`] runs it one step at a time, and [`at_once`] runs all of it at once.
//!
//! ```
//! use std::rc::Rc;
//! use strategy::{Pace, Steps, at_once};
//!
//! async fn sum(numbers: &[u32], pace: Rc<Pace>) -> u32 {
//!     pace.expect(numbers.len());
//!     let mut sum = 0;
//!     for number in numbers {
//!         sum += number;
//!         pace.step().await;
//!     }
//!     sum
//! }
//!
//! let numbers = [1, 2, 3];
//! assert_eq!(at_once(|pace| sum(&numbers, pace)), 6);
//! let steps: Vec<_> = Steps::of(|pace| sum(&numbers, pace)).collect();
//! assert_eq!(steps, [None, None, None, Some(6)]);
//! ```

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Progress of a long work, in pieces.
#[derive(Debug, Default)]
pub struct Pace {
    done: Cell<usize>,
    all: Cell<usize>,
}

impl Pace {
    /// Adds pieces to those that the work will do.
    pub fn expect(&self, pieces: usize) {
        self.all.set(self.all.get() + pieces);
    }

    /// Counts at least this many pieces as done, where fewer were needed than expected.
    pub fn reach(&self, pieces: usize) {
        self.done.set(self.done.get().max(pieces));
    }

    /// Counts all pieces as done, where fewer were needed than expected.
    pub fn finish(&self) {
        self.reach(self.all.get());
    }

    /// Ends a piece: the caller may do other work before the next.
    pub async fn step(&self) {
        self.done.set(self.done.get() + 1);
        Pause(false).await;
    }
}

/// A future that is ready when it is polled for the second time.
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        match std::mem::replace(&mut self.0, true) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    }
}

/// Runs a whole work at once.
pub fn at_once<T, W: Future<Output = T>>(work: impl FnOnce(Rc<Pace>) -> W) -> T {
    let mut work = std::pin::pin!(work(Rc::default()));
    loop {
        if let Poll::Ready(outcome) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return outcome;
        }
    }
}

/// A long work, step by step: `None` after each piece of it, then its outcome. Dropping it cancels the work.
pub struct Steps<'a, T> {
    pace: Rc<Pace>,
    work: Option<Pin<Box<dyn Future<Output = T> + 'a>>>,
}

impl<'a, T> Steps<'a, T> {
    /// Returns the steps of a work.
    pub fn of<W: Future<Output = T> + 'a>(work: impl FnOnce(Rc<Pace>) -> W) -> Self {
        let pace = Rc::new(Pace::default());
        Self {
            work: Some(Box::pin(work(Rc::clone(&pace)))),
            pace,
        }
    }

    /// Returns the number of pieces that are done, and the number expected in all.
    pub fn progress(&self) -> (usize, usize) {
        let (done, all) = (self.pace.done.get(), self.pace.all.get());
        (done.min(all), all)
    }
}

impl<T> Iterator for Steps<'_, T> {
    type Item = Option<T>;

    fn next(&mut self) -> Option<Option<T>> {
        let work = self.work.as_mut()?;
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => Some(None),
            Poll::Ready(outcome) => {
                self.work = None;
                Some(Some(outcome))
            }
        }
    }
}
