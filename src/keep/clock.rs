//! The time at which something is kept.

use strategy::Moment;

pub use browser::clock::ticks;

/// Returns the moment it is now.
pub fn now() -> Moment {
    let (ms, ahead) = browser::clock::now();
    Moment::at(ms, ahead)
}
