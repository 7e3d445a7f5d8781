//! Long computations in slices, so that the browser can paint and handle input between them.

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;

use crate::job::start;

/// Returns a value that is computed again whenever a signal changes that `work` reads before it returns its future;
/// the old value stays until then. The result of the first slice is available at once. A newer run, or leaving the
/// page, cancels the older one.
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
