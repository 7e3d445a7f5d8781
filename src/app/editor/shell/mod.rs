//! The frame around every page: navigation, the status bar, and the panels that open over a page.

mod display;
mod handbook;
mod help;
mod history;
mod languages;
mod palette;
mod rail;
mod reading;
mod reopen;
mod status_bar;
mod toast;
mod troubles;
mod twin;
mod update;
mod version;

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub use display::DisplayChoices;
pub use history::{HistoryPanel, RecentSteps};
pub use rail::{Brand, MenuButton, Rail};
pub use status_bar::{Acts, StatusBar};
pub use toast::{Toast, WorkspaceToast};
pub use troubles::{Trouble, Troubles};

use crate::lazy::{Chunk, Chunks};
use crate::notice::Notice;
use crate::panels::Panels;
use crate::route::Route;
use crate::session::Session;
use crate::table_face::TableFace;
use crate::workspace::{DocumentCommand, Workspace};
use ::words::{plans, shell as words};
use browser::focus::{focus, focus_added};

/// Place of the panels, which are fetched on first use.
#[component]
pub fn PanelHost() -> impl IntoView {
    let panels = Panels::here();
    let chunks = Chunks::here();
    let asks_which = Workspace::here().asks_which();
    let asked = Memo::new(move |before| before == Some(&true) || panels.any() || asks_which.get());
    let waits = Memo::new(move |_| panels.palette.get() && !chunks.is_here(Chunk::Panels));
    let asked_for_formats = Memo::new(move |before| {
        before == Some(&true) || panels.other_formats.get() || panels.save_as.get().is_some()
    });
    let asked_to_keep = Memo::new(move |before| before == Some(&true) || panels.of_keeping());
    view! {
        {move || asked.get().then(|| chunks.show(Chunk::Panels, Route::Home))}
        {move || waits.get().then(palette_field)}
        {move || asked_to_keep.get().then(|| chunks.show(Chunk::KeepingPanels, Route::Home))}
        {move || asked_for_formats.get().then(|| chunks.show(Chunk::OtherFormats, Route::Home))}
        <update::UpdateNotice />
    }
}

/// Id of the field that takes text typed into 検索・操作 until the dialog is fetched.
const EARLY_FIELD: &str = "palette-early";

thread_local! {
    /// The element that had the focus before that field.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Returns that field; its text becomes the text of the dialog.
fn palette_field() -> AnyView {
    BEFORE.set(document().active_element());
    focus_added(EARLY_FIELD.to_owned());
    let text = Panels::here().palette_text;
    view! {
        <input
            id=EARLY_FIELD
            class="input palette-field"
            type="search"
            aria-label=words::palette()
            on:input=move |event| text.set(event_target_value(&event))
        />
    }
    .into_any()
}

/// Moves the focus from that field back, so that the dialog returns it there when it closes.
fn leave_palette_field() {
    let before = BEFORE.take().and_then(|one| one.dyn_into().ok());
    if let Some::<HtmlElement>(before) = before {
        // An element that cannot take focus leaves it where it was.
        let _ = before.focus();
    }
}

/// All panels.
#[component]
pub fn AllPanels() -> impl IntoView {
    leave_palette_field();
    view! {
        <help::Help />
        <display::DisplayPanel />
        <palette::Palette />
        <reopen::Reopen />
        <version::SaveVersion />
        <twin::TwinDialog />
    }
}

/// Link that skips the navigation.
#[component]
pub fn SkipLink() -> impl IntoView {
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus("main");
    };
    view! { <a class="skip" href="#main" on:click=skip>{words::skip()}</a> }.into_any()
}

/// Returns the classes of the page container: its name is the root of the styles of the page.
pub fn page_class() -> impl Fn() -> String + Copy {
    let route = Route::here();
    move || format!("page page-{}", route.get().page().name())
}

/// Says why an open strategy is read-only, and offers a way out.
#[component]
fn WhyReadOnly(session: Session) -> impl IntoView {
    let workspace = Workspace::here();
    let store = session.store;
    let says = move || match store.trashed().get() {
        true => (plans::trashed(), plans::untrash()),
        false => (words::read_only(), words::take_over()),
    };
    let act = move |_| match session.saving {
        Some(saving) if store.trashed().get_untracked() => {
            workspace.send(DocumentCommand::Restore(saving.doc));
        }
        _ => workspace.take_over(),
    };
    view! {
        <Show when=move || store.read_only().get()>
            <div class="notice" role="status">
                <span class="grow">{move || says().0}</span>
                <button type="button" class="btn small" on:click=act>{move || says().1}</button>
            </div>
        </Show>
    }
}

/// The frame of an open strategy.
#[component]
pub fn Frame(
    /// The open session.
    session: Session,
    /// The page shown.
    children: Children,
) -> impl IntoView {
    let store = session.store;
    let panels = Panels::here();
    let workspace = Workspace::here();
    let page_class = page_class();
    let face = TableFace::set_up(store);
    Effect::new(move |_| reading::set(store.read_only().get()));
    let notice = Signal::derive(move || {
        let notice = store.notice().get()?;
        Some(match notice.done {
            true => Notice {
                text: store.account(notice.text),
                ..notice
            },
            false => notice,
        })
    });
    view! {
        <SkipLink />
        <div class="frame" class:at-table=move || face.is_on()>
            <Show when=move || !face.is_on()>
                <Rail open=panels.menu>
                    <Acts store=Some(store) />
                </Rail>
            </Show>
            <StatusBar session />
            <main
                class=page_class
                id="main"
                tabindex="-1"
                on:focusin=move |event| if store.read_only().get_untracked() { reading::hold_target(&event) }
            >
                <Troubles doc=workspace.open_number() />
                <Trouble />
                <WhyReadOnly session />
                {children()}
            </main>
        </div>
        <Toast notice=notice on_close=move |()| store.notice().set(None) />
    }
}
