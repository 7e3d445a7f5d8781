//! A long list drawn a few at a time, so that the browser can paint and take input between.

use leptos::prelude::*;
use leptos::task::spawn_local;

use browser::time;

/// Drawn with the page: what fits on a screen.
const FIRST: usize = 2;

/// Returns the part of a list that is drawn by now; a moment later all of it.
pub fn progressive<T: 'static>(all: impl Fn() -> Vec<T> + Clone + 'static) -> impl Fn() -> Vec<T> {
    let drawn = RwSignal::new(FIRST);
    let count = Signal::derive_local({
        let all = all.clone();
        move || all().len()
    });
    spawn_local(async move {
        while drawn.try_get_untracked() < count.try_get_untracked() {
            time::frame().await;
            drawn.try_update(|n| *n += 1);
        }
        drawn.try_set(usize::MAX);
    });
    move || {
        let mut all = all();
        all.truncate(drawn.get());
        all
    }
}
