//! Long computations in slices, so that the browser can paint and take input between them.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

/// A value computed anew whenever a signal changes that `work` reads before it gives its future; the value before
/// stays until then. What is done within the first stretch is there at once.
pub fn async_memo<T, F>(work: impl Fn() -> F + 'static) -> ReadSignal<Option<T>>
where
    T: Send + Sync + 'static,
    F: Future<Output = T> + 'static,
{
    let (value, set_value) = signal(None);
    let generation = StoredValue::new(0_u64);
    let effect = RenderEffect::new(move |_| {
        generation.update_value(|n| *n += 1);
        let mine = generation.get_value();
        let mut work: Pin<Box<F>> = Box::pin(work());
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return set_value.set(Some(done));
        }
        // A result is dropped once a newer run began or the page was left.
        let wanted = move || generation.try_get_value() == Some(mine);
        spawn_local(async move {
            let done = std::future::poll_fn(|context| match wanted() {
                true => work.as_mut().poll(context).map(Some),
                false => Poll::Ready(None),
            });
            if let Some(done) = done.await
                && wanted()
            {
                set_value.set(Some(done));
            }
        });
    });
    StoredValue::new_local(effect);
    value
}
