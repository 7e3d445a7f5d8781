//! Debounce: charts and ratings follow a figure when it is typed, not letter by letter.

use std::time::Duration;

use leptos::prelude::*;

/// Longer than the pause between two keys, shorter than a person waits.
const PAUSE: Duration = Duration::from_millis(160);

/// The value that `value` has had for a moment; the first at once.
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
