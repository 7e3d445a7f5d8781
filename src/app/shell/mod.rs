//! The frame around every page: navigation, the truth bar, and the panels that open over a page.

mod help;
mod history;
mod palette;
mod rail;
mod reading;
mod reopen;
mod troubles;
mod truth;
mod update;
mod version;

use leptos::prelude::*;

pub use history::{HistoryPanel, RecentSteps};
pub use rail::{Brand, Rail};
pub use troubles::Troubles;
pub use truth::TruthBar;

use super::chunk::{Chunk, Chunks};
use super::notice::{Notice, Way};
use super::route::Route;
use super::store::Store;
use crate::locale::{review, shell as words};
use crate::strategy::FiscalYear;

/// Which panels are open.
#[derive(Clone, Copy)]
pub struct Panels {
    /// キー操作の一覧.
    pub help: RwSignal<bool>,
    /// 変更の履歴.
    pub history: RwSignal<bool>,
    /// 検索・操作.
    pub palette: RwSignal<bool>,
    /// 版を保存.
    pub version: RwSignal<bool>,
    /// 指標の表を貼り付ける.
    pub paste_table: RwSignal<bool>,
    /// 前の計画を貼り付ける.
    pub paste_outline: RwSignal<bool>,
    /// 実績入力 is wanted of 指標, the keyboard in its first field.
    pub enter_actuals: RwSignal<bool>,
    /// 年度の確定を解除する, of this year.
    pub reopen: RwSignal<Option<FiscalYear>>,
    /// 保存のようす.
    pub keeping: RwSignal<bool>,
    /// The navigation, on a phone.
    pub menu: RwSignal<bool>,
}

impl Panels {
    /// All closed.
    pub fn new() -> Self {
        Self {
            help: RwSignal::new(false),
            history: RwSignal::new(false),
            palette: RwSignal::new(false),
            version: RwSignal::new(false),
            paste_table: RwSignal::new(false),
            paste_outline: RwSignal::new(false),
            enter_actuals: RwSignal::new(false),
            reopen: RwSignal::new(None),
            keeping: RwSignal::new(false),
            menu: RwSignal::new(false),
        }
    }

    /// Whether one of those over the page is open.
    fn any(self) -> bool {
        let open = [self.help, self.palette, self.version];
        open.iter().any(RwSignal::get) || self.reopen.get().is_some()
    }

    /// Whether one of those that look at what is kept is open.
    fn of_keeping(self) -> bool {
        self.history.get() || self.keeping.get()
    }

    /// The panels of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }
}

impl Default for Panels {
    fn default() -> Self {
        Self::new()
    }
}

/// The place of the panels: they are fetched when one is first asked for.
#[component]
pub fn PanelHost() -> impl IntoView {
    let panels = Panels::here();
    let chunks = Chunks::here();
    let asked = Memo::new(move |before| before == Some(&true) || panels.any());
    let asked_to_keep = Memo::new(move |before| before == Some(&true) || panels.of_keeping());
    view! {
        {move || asked.get().then(|| chunks.show(Chunk::Panels, Route::Home))}
        {move || asked_to_keep.get().then(|| chunks.show(Chunk::KeepingPanels, Route::Home))}
        <update::UpdateNotice />
    }
    .into_any()
}

/// The panels themselves.
#[component]
pub fn AllPanels() -> impl IntoView {
    view! {
        <help::Help />
        <palette::Palette />
        <reopen::Reopen />
        <version::SaveVersion />
    }
    .into_any()
}

/// Says what a refused act would have needed.
#[component]
pub fn Toast(
    /// What is said, until it is closed.
    #[prop(into)]
    said: Signal<Option<Notice>>,
    /// Closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let panels = Panels::here();
    let way = move || {
        let Way::Reopen(year) = said.get()?.way?;
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
    view! {
        <div role="status" aria-live="polite">
            <Show when=move || said.with(Option::is_some)>
                <div class="toast">
                    <span>{move || said.get().map(|notice| notice.text)}</span>
                    {way}
                    <button type="button" class="btn small" on:click=move |_| on_close.run(())>
                        {words::CLOSE}
                    </button>
                </div>
            </Show>
        </div>
    }
    .into_any()
}

/// The frame of an open strategy.
#[component]
pub fn Frame(
    /// The open strategy.
    store: Store,
    /// The page shown.
    children: Children,
) -> impl IntoView {
    let panels = Panels::here();
    let desk = super::desk::Desk::here();
    Effect::new(move |_| reading::set(store.read_only().get()));
    let told = Signal::derive(move || {
        let notice = store.told().get()?;
        Some(match notice.done {
            true => Notice {
                text: store.account(notice.text),
                ..notice
            },
            false => notice,
        })
    });
    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            super::focus("main");
        }>{words::SKIP}</a>
        <div class="frame">
            <Rail open=panels.menu store />
            <TruthBar store />
            <main
                class="page"
                id="main"
                tabindex="-1"
                on:focusin=move |event| if store.read_only().get_untracked() { reading::hold_target(&event) }
            >
                <Troubles doc=desk.open_number() />
                <Show when=move || store.read_only().get()>
                    <div class="notice" role="status">
                        <span class="grow">{words::READ_ONLY}</span>
                        <button type="button" class="btn small" on:click=move |_| desk.take_over()>
                            {words::TAKE_OVER}
                        </button>
                    </div>
                </Show>
                {children()}
            </main>
        </div>
        <Toast said=told on_close=move |()| store.told().set(None) />
    }
    .into_any()
}
