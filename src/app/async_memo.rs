//! Long computations in slices, so that the browser can paint and take input between them.

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;

use crate::job::start;

/// A value computed anew whenever a signal changes that `work` reads before it gives its future; the value before
/// stays until then. What is done within the first stretch is there at once. A newer run, or leaving the page, drops the
/// run before.
pub fn async_memo<T, F>(work: impl Fn() -> F + 'static) -> ReadSignal<Option<T>>
where
    T: Send + Sync + 'static,
    F: Future<Output = T> + 'static,
{
    let (value, set_value) = signal(None);
    let running = StoredValue::new(None::<AbortHandle>);
    let stop = move || {
        let running = running.try_update_value(Option::take).flatten();
        running.inspect(AbortHandle::abort);
    };
    on_cleanup(stop);
    let effect = RenderEffect::new(move |_| {
        stop();
        let (work, handle) = abortable(work());
        running.set_value(Some(handle));
        start(async move {
            if let Ok(done) = work.await {
                set_value.try_set(Some(done));
            }
        });
    });
    StoredValue::new_local(effect);
    value
}
