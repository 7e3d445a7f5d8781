//! 大きく映す: over the page, or in a window of its own that is moved to the projector; the presenter keeps the page.

use leptos::html;
use leptos::prelude::*;

use super::audience::{Audience, Now};
use super::state::WorkshopState;
use crate::store::Store;
use ::words::Word;
use ::words::workshop as words;
use browser::second_window::SecondWindow;
use insight::workshop::SessionPart;

/// The buttons that open it.
#[component]
pub fn Projector() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let open = RwSignal::new(false);
    let window = ProjectorScreen::set_up();
    let apart = move |_| {
        if !window.open(state) {
            store.tell(words::no_window().to_owned());
        }
    };
    view! {
        <button type="button" class="btn" aria-haspopup="dialog" on:click=move |_| open.set(true)>{words::project()}</button>
        <button type="button" class="btn" disabled=move || window.is_open.get() on:click=apart>{words::project_apart()}</button>
        <Show when=move || open.get()>
            <Screen open />
        </Show>
        <Show when=move || window.is_open.get()>
            <Presenter window />
        </Show>
    }
}

/// The controls of the time.
#[component]
fn Clock() -> impl IntoView {
    let countdown = WorkshopState::here().countdown;
    view! {
        <button type="button" class="btn" on:click=move |_| countdown.turn()>
            {move || if countdown.is_running() { words::stop() } else { words::start() }}
        </button>
        <button type="button" class="btn" on:click=move |_| countdown.extend()>{words::one_minute_more()}</button>
    }
}

/// Light or dark, as the room is.
#[component]
fn Dark() -> impl IntoView {
    let dark = WorkshopState::here().dark;
    view! {
        <button type="button" class="btn" aria-pressed=move || dark.get().to_string() on:click=move |_| dark.update(|on| *on = !*on)>
            {words::dark()}
        </button>
    }
}

#[component]
fn Screen(open: RwSignal<bool>) -> impl IntoView {
    let state = WorkshopState::here();
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = element.get()
            && !dialog.open()
        {
            // Refused only when it is shown already.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog node_ref=element class="projector" class:dark=move || state.dark.get() aria-label=words::project() on:close=move |_| open.set(false)>
            <div class="projector-bar">
                <Now />
                <Clock />
                <Dark />
                <button type="button" class="btn" on:click=move |_| open.set(false)>{words::close()}</button>
            </div>
            <Audience />
        </dialog>
    }
}

/// The second window, while it is there. Copy it freely.
#[derive(Clone, Copy)]
struct ProjectorScreen {
    is_open: RwSignal<bool>,
    window: StoredValue<Option<SecondWindow>, LocalStorage>,
}

impl ProjectorScreen {
    /// None yet. With the page goes the window.
    fn set_up() -> Self {
        let projection = Self {
            is_open: RwSignal::new(false),
            window: StoredValue::new_local(None),
        };
        let look = move || {
            let is_gone = projection
                .window
                .with_value(|one| one.as_ref().is_some_and(SecondWindow::is_closed));
            if is_gone {
                projection.close();
            }
        };
        if let Ok(handle) = set_interval_with_handle(look, std::time::Duration::from_millis(500)) {
            on_cleanup(move || handle.clear());
        }
        on_cleanup(move || projection.window.set_value(None));
        projection
    }

    /// Opens the window; true if the browser allowed it.
    fn open(self, state: WorkshopState) -> bool {
        let shown = move || {
            view! {
                <main class="page-workshop">
                    <div class="projector apart" class:dark=move || state.dark.get()>
                        <div class="projector-bar"><Now /></div>
                        <Audience />
                    </div>
                </main>
            }
        };
        let window = SecondWindow::open(words::project(), |body| {
            Box::new(leptos::mount::mount_to(body, shown))
        });
        let is_open = window.is_some();
        self.window.set_value(window);
        self.is_open.set(is_open);
        is_open
    }

    fn close(self) {
        self.window.set_value(None);
        self.is_open.set(false);
    }
}

/// Screen for the presenter alone: the present text, the next step, and the time.
#[component]
fn Presenter(window: ProjectorScreen) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let said = move || {
        state
            .activity(store)
            .map(|one| one.prompt)
            .unwrap_or_default()
    };
    let next = Memo::new(move |_| {
        let kind = state.part.get().activity();
        let record = state.record(store)?;
        let mut all = record.activities.iter().skip_while(|one| one.kind != kind);
        all.next();
        all.next().cloned()
    });
    let go_on = move |_| {
        if let Some(activity) = next.get_untracked() {
            state.go(store, SessionPart::of(activity.kind));
        }
    };
    let after = move || match next.get() {
        Some(one) => words::next_step(one.kind.word(), one.minutes, &one.prompt),
        None => words::last_step().to_owned(),
    };
    view! {
        <section class="presenter card" aria-label=words::presenter()>
            <p class="sub">{words::presenter_note()}</p>
            <div class="row presenter-bar">
                <Now />
                <Clock />
                <Dark />
                <button type="button" class="btn" on:click=move |_| window.close()>{words::close_window()}</button>
            </div>
            <p>{move || words::say_now(said())}</p>
            <div class="row">
                <p class="grow">{after}</p>
                <button type="button" class="btn main" disabled=move || next.with(Option::is_none) on:click=go_on>{words::go_next()}</button>
            </div>
        </section>
    }
}
