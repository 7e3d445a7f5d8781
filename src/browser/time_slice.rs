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

/// Long work in slices, so that the browser can paint and handle input between them.
#[derive(Clone, Copy)]
pub struct TimeSlice {
    since: f64,
    background: bool,
}

impl TimeSlice {
    /// Starts the first slice.
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

    /// Collects all items of an iterator whose items are slow to make.
    pub async fn collect<T>(&mut self, items: impl Iterator<Item = T>) -> Vec<T> {
        let mut all = Vec::new();
        for item in items {
            all.push(item);
            self.yield_if_due().await;
        }
        all
    }

    /// Yields if the slice was long enough; returns true if it yielded. Call it between pieces of work.
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
