//! Background work keeps out of the way of keys.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

use super::clock;
use super::time::sleep;

/// A user who types pauses no longer than this between two keys, in ms.
const PAUSE: f64 = 400.0;
/// Longest wait of one slice of work for a pause, in ms.
const PATIENCE: f64 = 2_000.0;

thread_local! {
    /// Time of the last key, in [`clock::ticks`]; none before the first background work.
    static LAST_KEY: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Waits until the user pauses in typing, two seconds at most. Keys are noted from the first call on.
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
    // A page without it does its background work between keys.
    let _ = window.add_event_listener_with_callback_and_bool("keydown", note.unchecked_ref(), true);
}
