//! Debounce: charts and ratings follow a figure when the user pauses, not letter by letter.

use std::time::Duration;

use leptos::prelude::*;

/// Longer than the pause between two keys, shorter than a user would notice as waiting.
const PAUSE: Duration = Duration::from_millis(160);

/// Returns the debounced `value`; the first one at once.
pub fn settled<T>(value: impl Fn() -> T + 'static) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (still, set_still) = signal(untrack(&value));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(before) = waiting.try_update_value(Option::take).flatten() {
            before.clear();
        }
    };
    Effect::new(move |_| {
        let now = value();
        stop();
        if still.with_untracked(|still| *still != now) {
            let settle = move || {
                // The page may be gone by then.
                let _ = set_still.try_set(now);
            };
            waiting.set_value(set_timeout_with_handle(settle, PAUSE).ok());
        }
    });
    on_cleanup(stop);
    still
}
