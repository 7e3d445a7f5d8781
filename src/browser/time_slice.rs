//! Long work in slices.

use super::clock;
use super::still::keys_still;
use super::time::{idle, yield_now};

/// Longest duration of a slice of work, in ms: well under a frame, far under the 50 ms of a long task.
const SLICE: f64 = 8.0;

/// True if the page is visible.
fn is_seen() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| !document.hidden())
}

/// Long work, done a slice at a time so that the browser can paint and take input between.
#[derive(Clone, Copy)]
pub struct TimeSlice {
    since: f64,
    background: bool,
}

impl TimeSlice {
    /// Work begins.
    pub fn new() -> Self {
        Self {
            since: clock::ticks(),
            background: false,
        }
    }

    /// Starts work that nobody waits for: it continues only while the browser is idle.
    pub fn background() -> Self {
        Self {
            background: true,
            ..Self::new()
        }
    }

    /// All items of an iterator that takes long to make them.
    pub async fn collect<T>(&mut self, items: impl Iterator<Item = T>) -> Vec<T> {
        let mut all = Vec::new();
        for item in items {
            all.push(item);
            self.yield_if_due().await;
        }
        all
    }

    /// Call between pieces of work: yields when the slice was long enough. Returns true if it yielded.
    pub async fn yield_if_due(&mut self) -> bool {
        if clock::ticks() - self.since < SLICE {
            return false;
        }
        // Browsers rarely report idle time to a hidden page.
        if self.background && is_seen() {
            keys_still().await;
            idle().await;
        } else {
            yield_now().await;
        }
        self.since = clock::ticks();
        true
    }
}

impl Default for TimeSlice {
    fn default() -> Self {
        Self::new()
    }
}
