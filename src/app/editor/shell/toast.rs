//! The notice over the page. It disappears after enough time to read it, unless the pointer or the focus is on it.

use std::time::Duration;

use leptos::prelude::*;

use crate::notice::{Notice, NoticeWay};
use crate::panels::Panels;
use crate::workspace::Workspace;
use ::words::{review, shell as words};

/// Time for every notice, and for each of its letters: a slow reader reads five letters a second.
const EACH: Duration = Duration::from_secs(6);
const LETTER: Duration = Duration::from_millis(200);

/// Shows the notice, with the action it offers.
#[component]
pub fn Toast(
    /// The notice, until it is closed.
    #[prop(into)]
    notice: Signal<Option<Notice>>,
    /// Closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let panels = Panels::here();
    let way = move || {
        let NoticeWay::Reopen(year) = notice.get()?.way?;
        let go = move |_| {
            on_close.run(());
            panels.reopen.set(Some(year));
        };
        Some(view! {
            <button type="button" class="btn small" aria-haspopup="dialog" on:click=go>
                {review::reopen(year)}
            </button>
        })
    };
    let held = RwSignal::new(false);
    leave_in_time(notice, held.into(), on_close);
    view! {
        <div role="status" aria-live="polite">
            <Show when=move || notice.with(Option::is_some)>
                <div
                    class="toast"
                    on:pointerenter=move |_| held.set(true)
                    on:pointerleave=move |_| held.set(false)
                    on:focusin=move |_| held.set(true)
                    on:focusout=move |_| held.set(false)
                >
                    <span>{move || notice.get().map(|notice| notice.text)}</span>
                    {way}
                    <button type="button" class="btn small" on:click=move |_| on_close.run(())>
                        {words::close()}
                    </button>
                </div>
            </Show>
        </div>
    }
}

/// Closes a notice after enough time to read it; the time starts again when the user leaves it.
fn leave_in_time(notice: Signal<Option<Notice>>, held: Signal<bool>, on_close: Callback<()>) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(before) = waiting.try_update_value(Option::take).flatten() {
            before.clear();
        }
    };
    Effect::new(move |_| {
        stop();
        let letters = notice.with(|notice| notice.as_ref().map(|one| one.text.chars().count()));
        if let (Some(letters), false) = (letters, held.get()) {
            let time = EACH + LETTER * u32::try_from(letters).unwrap_or(u32::MAX / 2).min(120);
            // The notice may be gone with its page before its time is over.
            let leave = move || {
                on_close.try_run(());
            };
            waiting.set_value(set_timeout_with_handle(leave, time).ok());
        }
    });
    on_cleanup(stop);
}

/// Notice shown while no strategy is open.
#[component]
pub fn WorkspaceToast() -> impl IntoView {
    let notice = Workspace::here().notice();
    view! {
        <Toast
            notice=Signal::derive(move || notice.get().map(Notice::from))
            on_close=move |()| notice.set(None)
        />
    }
}
