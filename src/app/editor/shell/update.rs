//! 新しい版のお知らせ: a newer app is on this device; it takes over when the user agrees.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use ::words::shell as words;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = michishirube)]
    fn update();
}

/// True if an update waits. `boot.js` reports it on the root element and by an event.
fn is_waiting() -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.get_attribute("data-update").as_deref() == Some("waiting"))
}

/// Offers the update. Edits are stored at every keystroke, so the update loses nothing.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let waiting = RwSignal::new(is_waiting());
    let later = RwSignal::new(false);
    let listener = Closure::<dyn Fn()>::new(move || waiting.set(is_waiting()));
    // Ignore errors: a page without the event never shows the notice.
    let _ = document()
        .add_event_listener_with_callback("michishirube:update", listener.as_ref().unchecked_ref());
    listener.forget();
    view! {
        <div role="status" aria-live="polite">
            <Show when=move || waiting.get() && !later.get()>
                <div class="toast">
                    <span>{words::update()}</span>
                    <button type="button" class="btn small main" on:click=move |_| update()>
                        {words::update_now()}
                    </button>
                    <button type="button" class="btn small" on:click=move |_| later.set(true)>
                        {words::update_later()}
                    </button>
                </div>
            </Show>
        </div>
    }
}
