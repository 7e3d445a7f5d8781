//! Keeps background work away from typing.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

use super::clock;
use super::time::sleep;

/// Longest pause between two keys of a user who types, in ms.
const PAUSE: f64 = 400.0;
/// Longest time that one slice of work waits for a pause, in ms.
const PATIENCE: f64 = 2_000.0;

thread_local! {
    /// Time of the last key, in [`clock::ticks`]; `None` before the first background work.
    static LAST_KEY: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Waits until the user pauses typing, two seconds at most. Keys are recorded from the first call on.
pub async fn keys_still() {
    if LAST_KEY.get().is_none() {
        LAST_KEY.set(Some(f64::MIN));
        note_keys();
    }
    let begun = clock::ticks();
    while let Some(last) = LAST_KEY.get()
        && clock::ticks() - last < PAUSE
        && clock::ticks() - begun < PATIENCE
    {
        sleep(PAUSE as i32 / 4).await;
    }
}

fn note_keys() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let note = Closure::<dyn FnMut()>::new(|| LAST_KEY.set(Some(clock::ticks())));
    let note = note.into_js_value();
    // Ignore errors: without the listener, background work runs between keys.
    let _ = window.add_event_listener_with_callback_and_bool("keydown", note.unchecked_ref(), true);
}
