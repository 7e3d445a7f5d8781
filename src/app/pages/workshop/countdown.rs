//! The time that is left of an activity.

use std::time::Duration;

use leptos::prelude::*;

use device::clock;

/// The time that is left, and whether it runs. Copy it freely.
#[derive(Clone, Copy)]
pub struct Countdown {
    /// When it ends, in milliseconds; `None`: it stands still.
    ends: RwSignal<Option<u64>>,
    /// Seconds that are left.
    left: RwSignal<u64>,
}

impl Countdown {
    /// One that stands still, for as long as the owner lives.
    pub fn of(minutes: u32) -> Self {
        let countdown = Self {
            ends: RwSignal::new(None),
            left: RwSignal::new(u64::from(minutes) * 60),
        };
        let tick = move || {
            if let Some(ends) = countdown.ends.get_untracked() {
                let left = ends.saturating_sub(clock::now().ms).div_ceil(1_000);
                if left != countdown.left.get_untracked() {
                    countdown.left.set(left);
                }
                if left == 0 {
                    countdown.ends.set(None);
                }
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, Duration::from_millis(250)) {
            on_cleanup(move || handle.clear());
        }
        countdown
    }

    /// Seconds that are left.
    pub fn left(self) -> u64 {
        self.left.get()
    }

    /// True if it runs.
    pub fn is_running(self) -> bool {
        self.ends.with(Option::is_some)
    }

    /// Stops and sets the countdown to a number of minutes.
    pub fn reset(self, minutes: u32) {
        self.ends.set(None);
        self.left.set(u64::from(minutes) * 60);
    }

    /// Starts it, or stops it.
    pub fn turn(self) {
        let ends = match self.ends.get_untracked() {
            Some(_) => None,
            None => Some(clock::now().ms + self.left.get_untracked() * 1_000),
        };
        self.ends.set(ends);
    }

    /// A minute more.
    pub fn extend(self) {
        self.left.update(|left| *left += 60);
        self.ends.update(|ends| {
            if let Some(ends) = ends {
                *ends += 60_000;
            }
        });
    }
}
