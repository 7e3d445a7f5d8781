//! The codes on the screen of a table.

use std::time::Duration;

use leptos::prelude::*;

use crate::pages::workshop::state::WorkshopState;
use crate::qr::Qr;
use crate::store::Store;
use ::words::workshop as words;
use format::json;
use format::moving_qr::{Sender, TooLong};
use format::qr::Sturdiness;

/// A code stays so long, in ms: long enough for a camera that takes ten pictures a second.
const STAYS: u64 = 125;

/// The codes of this table's file, one after the other as long as they are wanted.
#[component]
pub fn ShowCodes() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let session = state.session.get_untracked();
    let session = session.map_or(0, |id| id.number());
    match store.with(|s| Sender::new(json::write(s).as_bytes(), session)) {
        Ok(sender) => view! { <Shown sender /> }.into_any(),
        Err(TooLong(codes)) => {
            view! { <p class="warn-text">{words::codes_too_many(codes)}</p> }.into_any()
        }
    }
}

#[component]
fn Shown(sender: Sender) -> impl IntoView {
    let needed = sender.blocks();
    let seconds = (needed as u64 * STAYS).div_ceil(1_000).max(1);
    let sender = StoredValue::new(sender);
    let number = RwSignal::new(0_u32);
    let running = RwSignal::new(false);
    let next = move || number.update(|n| *n = n.wrapping_add(1));
    Effect::new(move |_| {
        if !running.get() {
            return;
        }
        if let Ok(handle) = set_interval_with_handle(next, Duration::from_millis(STAYS)) {
            on_cleanup(move || handle.clear());
        }
    });
    let content = Signal::derive(move || sender.with_value(|one| one.frame(number.get())));
    view! {
        <div class="codes">
        <div class="codes-side">
            <p>{words::codes_how()}</p>
            <button type="button" class="btn main large" autofocus aria-pressed=move || running.get().to_string() on:click=move |_| running.update(|on| *on = !*on)>
                {move || if running.get() { words::codes_stop() } else { words::codes_start() }}
            </button>
            <p>{words::codes_needed(needed, seconds)}</p>
            <p class="hint">{words::codes_flicker()}</p>
        </div>
        <div class="codes-shown">
            <Qr content sturdiness=Sturdiness::Screen label=words::codes_label() />
        </div>
        </div>
    }
}
