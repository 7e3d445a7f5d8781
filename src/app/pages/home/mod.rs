//! はじめに: the strategies on this device, and the ways to begin one.

mod card;
mod start;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::chunk::{Chunk, Chunks};
use crate::app::desk::{Desk, Errand};
use crate::app::notice::Notice;
use crate::app::route::Route;
use crate::app::shell::{Brand, Toast, Troubles};
use crate::locale::{home as words, shell};

use card::{Cards, Trash};
use start::{NewStrategy, Samples};

/// The first screen.
#[component]
pub fn HomePage() -> impl IntoView {
    let desk = Desk::here();
    let dragging = RwSignal::new(false);
    let making = RwSignal::new(false);
    Effect::new(move |_| document().set_title(shell::NAME));
    view! {
        <main
            class="home"
            id="main"
            class:dragging=move || dragging.get()
            on:dragover=move |event| {
                event.prevent_default();
                dragging.set(true);
            }
            on:dragleave=move |_| dragging.set(false)
            on:drop=move |event| {
                event.prevent_default();
                dragging.set(false);
                if let Some(file) = event.data_transfer().and_then(|data| data.files()?.get(0)) {
                    desk.send(Errand::File(file));
                }
            }
        >
            <p class="brand"><Brand /></p>
            <h1>{words::LEAD}</h1>
            <p class="promise">{words::PROMISE}</p>
            <div class="row begin">
                <button type="button" class="btn main large" on:click=move |_| making.set(true)>
                    {words::NEW}
                </button>
                <label class="btn large file-button">
                    {words::OPEN_FILE}
                    <input
                        type="file"
                        class="visually-hidden"
                        accept=".json,application/json"
                        on:change=move |event| {
                            let input = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
                            if let Some(input) = input {
                                if let Some(file) = input.files().and_then(|files| files.get(0)) {
                                    desk.send(Errand::File(file));
                                }
                                input.set_value("");
                            }
                        }
                    />
                </label>
                <span class="sub drop-hint">{words::DROP}</span>
            </div>
            <Troubles />
            <Trouble />
            <section aria-labelledby="on-device">
                <h2 id="on-device">{words::ON_THIS_DEVICE}</h2>
                <Cards />
            </section>
            <section aria-labelledby="samples">
                <h2 id="samples">{words::FROM_SAMPLE}</h2>
                <Samples />
            </section>
            <Trash />
            {move || {
                let any = desk.asides().with(|all| !all.is_empty());
                any.then(|| Chunks::here().show(Chunk::Rescue, Route::Home))
            }}
            <section class="card where" aria-labelledby="where">
                <h2 id="where">{words::WHERE}</h2>
                <p>{words::WHERE_TEXT}<b>{words::WHERE_ADVICE}</b></p>
                <p class="hint">{move || desk.room().get().map(|(used, of)| words::room(used, of))}</p>
                <p class="hint">{move || desk.persisted().get().then_some(words::PERSISTED)}</p>
            </section>
        </main>
        <NewStrategy open=making />
        <Toast
            said=Signal::derive(move || desk.told().get().map(Notice::from))
            on_close=move |()| desk.told().set(None)
        />
    }
    .into_any()
}

/// What is wrong with the storage or a file, in words.
#[component]
fn Trouble() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <div role="alert">
            <Show when=move || desk.trouble().with(Option::is_some)>
                <div class="empty bad">
                    <span class="grow pre">{move || desk.trouble().get().unwrap_or_default()}</span>
                    <button type="button" class="btn small quiet" on:click=move |_| desk.trouble().set(None)>
                        {shell::CLOSE}
                    </button>
                </div>
            </Show>
        </div>
    }
}
