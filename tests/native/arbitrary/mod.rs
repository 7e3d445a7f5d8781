//! Arbitrary strategies: every kind of record, odd text, figures of every sort, mentions wherever there can be any.
//!
//! A strategy is grown from a seed, so that a failing case is told by two numbers.

mod figure;
pub mod plan;
mod text;

use proptest::prelude::any;
use proptest::strategy::Strategy as Generator;
use strategy::*;

pub use figure::{by_year, figure, year};
pub use text::{text, title};

/// A small deterministic source of chance (splitmix64).
pub struct Dice(u64);

impl Dice {
    /// Chance from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`; 0 when there is none.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// Once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// One of these, or nothing.
    pub fn maybe<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty() && self.once_in(2)).then(|| self.pick(all))
    }

    /// Some of these, each at most once, in any order.
    pub fn some<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        let mut rest = all.to_vec();
        let count = self.below(4).min(rest.len());
        (0..count)
            .map(|_| rest.swap_remove(self.below(rest.len())))
            .collect()
    }

    /// Up to `most` of something.
    pub fn up_to<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| one(self)).collect()
    }

    /// An id that is not in use.
    pub fn id<T: Record>(&mut self, strategy: &Strategy) -> Id<T> {
        loop {
            let id = Id::new(match self.below(4) {
                0 => self.next() % 100,
                _ => self.next() >> 11,
            });
            if !T::table(strategy).contains(id) {
                return id;
            }
        }
    }
}

/// An arbitrary strategy that holds together, its records numbered as if just read from a file.
pub fn strategy(seed: u64, size: usize) -> Strategy {
    let mut dice = Dice::new(seed);
    let mut strategy = Strategy::default();
    plan::fill(&mut strategy, &mut dice, size);
    strategy
}

/// A seed and a size, to call [`strategy`] with: what a failing case is told by.
pub fn seeds(size: usize) -> impl Generator<Value = (u64, usize)> {
    (any::<u64>(), 0..=size)
}
