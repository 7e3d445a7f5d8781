//! The workspace: which strategies are on this device, which one is open, and how it is kept.

mod brought;
mod commands;
mod cover;
mod documents;
mod files;
mod open;
mod troubles;
mod twin;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::command::Command;
use super::lazy::Fetch;
use super::page::Page;
use super::session::Session;
use super::store::Store;
use crate::trouble::trouble_text;
use ::words::{Language, NumberStyle, shell as words};
use browser::quota;
use device::clock;
use keep::{Aside, DocId, Keeper, Listing, NamedTexts, News, SettingTable, Settings, Trouble};
use strategy::{FiscalYear, Period};

pub use brought::{Brought, BroughtKind, is_request, is_workbook};
pub(crate) use files::read_file;
pub use troubles::Notification;
pub use twin::{Likeness, Twin};

/// A number for a new record, from the browser's own source of chance.
pub fn fresh_id() -> u64 {
    browser::random_id()
}

/// Something to be done with a whole strategy.
pub enum DocumentCommand {
    /// Opens the one wanted, and closes the one open before.
    Open,
    /// 新しくつくる.
    Begin {
        /// 市町村.
        town: String,
        /// 計画の名称.
        title: String,
        /// 計画期間.
        period: Period,
        /// True if it begins with 見本の骨組み.
        skeleton: bool,
        /// The page it opens at.
        page: Page,
    },
    /// 見本から始める.
    Sample(&'static str),
    /// ファイルを開く, at a page of it.
    File(web_sys::File, Page),
    /// 別の計画として開く: the plan of the file that waits.
    OpenApart,
    /// ファイルに保存.
    Export(DocId),
    /// 複製.
    Duplicate(DocId),
    /// 次の期をつくる.
    NextPeriod(DocId),
    /// 削除.
    Trash(DocId),
    /// ごみ箱から戻す.
    Restore(DocId),
    /// 完全に削除.
    Purge(DocId),
    /// Gives data that was set aside as a file.
    DownloadAside(Aside),
}

/// The code that opens strategies, and does commands on them.
#[derive(Clone, Copy)]
pub struct DocumentModule {
    run: fn(Workspace, DocumentCommand),
    perform: fn(Store, Command),
    on_event: fn(Workspace, &News),
}

impl DocumentModule {
    /// Those of this app: naming them asks for all their code. `perform` does a command to the open strategy.
    pub fn new(perform: fn(Store, Command)) -> Self {
        Self {
            run: Workspace::run,
            perform,
            on_event: Workspace::on_document_event,
        }
    }
}

/// Shows what is known of a strategy before it is open.
pub type ShowCover = Arc<dyn Fn() -> AnyView + Send + Sync>;

/// Has the cover of a strategy that is being opened shown; of one that is open has another kept.
pub type Covers = fn(Workspace, DocId, bool);

/// Sources of the workspace's code.
#[derive(Clone, Copy)]
pub struct WorkspaceCode {
    /// The code that works on whole strategies.
    pub module: Fetch<DocumentModule>,
    /// Performs the commands that are seldom used.
    pub seldom: Fetch<fn(Workspace, DocumentCommand)>,
    /// Shows and keeps covers.
    pub covers: Fetch<Covers>,
}

/// State of opening.
#[derive(Clone)]
pub enum Opening {
    /// Still reading: the share read so far, from 0 to 1, and the cover shown meanwhile.
    Wait(RwSignal<f64>, Option<ShowCover>),
    /// Here it is.
    Ready(Session),
    /// It cannot be opened, for this reason.
    Failed(Trouble),
}

/// Says a sentence no more, if it is still said.
pub(super) fn unsay(place: RwSignal<Option<String>>, sentence: &str) {
    if place.with_untracked(|said| said.as_deref() == Some(sentence)) {
        place.set(None);
    }
}

/// The version of the app.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Everything about what is kept, for the whole app. Copy it freely.
#[derive(Clone, Copy)]
pub struct Workspace {
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    code: WorkspaceCode,
    /// The code that works on whole strategies, once it is fetched.
    module: StoredValue<Option<DocumentModule>>,
    /// Commands that wait for the keeper to open what the browser holds.
    queued: StoredValue<Vec<DocumentCommand>, LocalStorage>,
    ready: RwSignal<bool>,
    cards: RwSignal<Vec<Listing>>,
    wanted: RwSignal<Option<DocId>>,
    opened: RwSignal<Option<(DocId, Opening)>, LocalStorage>,
    trouble: RwSignal<Option<String>>,
    troubles: RwSignal<Vec<Notification>>,
    notice: RwSignal<Option<String>>,
    asides: RwSignal<Vec<Aside>, LocalStorage>,
    brought: RwSignal<Option<Brought>, LocalStorage>,
    /// True while the user is asked which of two plans of one name to open.
    asks_which: RwSignal<bool>,
    room: RwSignal<Option<(f64, f64)>>,
    persisted: RwSignal<bool>,
    /// Number of saves, to know whether one came after another.
    saves: StoredValue<u32>,
    theme: RwSignal<String>,
    /// Owns the signals of the open strategy, to free them when it is closed.
    owner: StoredValue<Owner, LocalStorage>,
}

impl Workspace {
    /// Sets the workspace up: opens the stores, and follows what they tell.
    pub fn set_up(code: WorkspaceCode) -> Self {
        let workspace = Self {
            code,
            keeper: StoredValue::new_local(None),
            module: StoredValue::new(None),
            queued: StoredValue::new_local(Vec::new()),
            ready: RwSignal::new(false),
            cards: RwSignal::new(Vec::new()),
            wanted: RwSignal::new(None),
            opened: RwSignal::new_local(None),
            trouble: RwSignal::new(None),
            troubles: RwSignal::new(Vec::new()),
            notice: RwSignal::new(None),
            asides: RwSignal::new_local(Vec::new()),
            brought: RwSignal::new_local(None),
            asks_which: RwSignal::new(false),
            room: RwSignal::new(None),
            persisted: RwSignal::new(false),
            saves: StoredValue::new(0),
            theme: RwSignal::new(String::new()),
            owner: StoredValue::new_local(Owner::new()),
        };
        let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
            let doc = workspace
                .opened
                .with_untracked(|opened| opened.as_ref().map(|(doc, _)| *doc));
            if doc.is_some_and(|doc| workspace.is_at_risk(doc)) {
                event.prevent_default();
            }
        });
        on_cleanup(move || leaving.remove());
        let listed = window_event_listener(leptos::ev::storage, move |event| {
            let of_list =
                |keeper: keep::Keeper| event.key().is_some_and(|key| keeper.is_of_list(&key));
            if workspace.keeper().is_some_and(of_list) {
                workspace.on_event(&News::Catalogue);
            }
        });
        on_cleanup(move || listed.remove());
        spawn_local(async move {
            let keeper = Keeper::open().await;
            keeper.watch(move |news| workspace.on_event(news));
            if let Some(trouble) = keeper.trouble() {
                workspace.tell_trouble(None, trouble);
            }
            workspace.cards.set(keeper.catalogue());
            if let Some(settings) = keeper.settings::<Settings>() {
                workspace.show_theme(&settings.text("theme"));
            }
            workspace.keeper.set_value(Some(keeper));
            workspace.note_first_version();
            workspace.ready.set(true);
            unsay(workspace.notice, words::waiting_store());
            workspace.send_queued();
            workspace.refresh_storage().await;
        });
        workspace
    }

    /// The workspace of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Returns the keeper of the strategies, once the browser's stores are open.
    pub(crate) fn keeper(self) -> Option<Keeper> {
        self.keeper.get_value()
    }

    /// Looks at what is slower to know: room, promise, data set aside.
    pub(crate) async fn refresh_storage(self) {
        let Some(keeper) = self.keeper() else { return };
        let room = quota::estimate().await;
        self.room
            .set(room.map(|room| (room.used as f64, room.quota as f64)));
        self.persisted.set(quota::is_persisted().await);
        if let Ok(asides) = keeper.asides().await {
            self.asides.set(asides);
        }
    }

    /// True if a strategy is open already, and need not be read.
    pub fn has_open(self, doc: DocId) -> bool {
        self.keeper()
            .is_some_and(|keeper| keeper.role(doc).is_some())
    }

    /// True if this copy of the app is not the one that owns the data of an earlier app.
    pub fn is_apart(self) -> bool {
        self.keeper().is_some_and(|keeper| keeper.is_apart())
    }

    /// True if some of an open strategy is in no store yet.
    fn is_at_risk(self, doc: DocId) -> bool {
        self.keeper().is_some_and(|keeper| keeper.is_at_risk(doc))
    }

    /// Handles news of the keeper.
    fn on_event(self, news: &News) {
        match news {
            News::Catalogue => {
                if let Some(keeper) = self.keeper() {
                    self.cards.set(keeper.catalogue());
                }
            }
            News::Trouble(doc, trouble) => {
                self.tell_trouble(*doc, trouble.clone());
                spawn_local(self.refresh_storage());
            }
            _ => self.tell_document(news),
        }
    }

    /// The strategies on this device.
    pub fn cards(self) -> RwSignal<Vec<Listing>> {
        self.cards
    }

    /// Message about a fault, shown until it is closed.
    pub fn trouble(self) -> RwSignal<Option<String>> {
        self.trouble
    }

    /// Notice for はじめに.
    pub fn notice(self) -> RwSignal<Option<String>> {
        self.notice
    }

    /// Data that could not be read, kept as it is.
    pub fn asides(self) -> RwSignal<Vec<Aside>, LocalStorage> {
        self.asides
    }

    /// Bytes used and bytes there are.
    pub fn room(self) -> RwSignal<Option<(f64, f64)>> {
        self.room
    }

    /// True if the browser has promised not to clear the store.
    pub fn persisted(self) -> RwSignal<bool> {
        self.persisted
    }

    /// 明るさ: empty (as the device), light or dark.
    pub fn theme(self) -> RwSignal<String> {
        self.theme
    }

    /// Changes the theme, and remembers it on this device.
    pub fn set_theme(self, theme: &str) {
        self.show_theme(theme);
        self.settle(|settings| settings.set("theme", theme));
    }

    /// Remembers on this device the language, and how years and numbers are written.
    pub fn remember_language(self, language: Language, style: NumberStyle) {
        self.settle(|settings| {
            settings.set("language", language.tag());
            settings.set("years", style.years.tag());
            settings.set("minus", style.minus.tag());
        });
    }

    /// Remembers on this device how large text is and how close rows stand.
    pub fn remember_sizes(self, text: &str, density: &str) {
        self.settle(|settings| {
            settings.set("text", text);
            settings.set("density", density);
        });
    }

    /// Returns the user's choices for columns of pasted tables, by their heads.
    pub fn columns(self) -> NamedTexts {
        self.settings_table(SettingTable::Columns)
    }

    /// Remembers on this device what columns of pasted tables hold.
    pub fn remember_columns(self, columns: NamedTexts) {
        self.settle(|settings| *settings.table(SettingTable::Columns) = columns);
    }

    /// Returns the choices for 指標の表, by name.
    pub fn table(self) -> NamedTexts {
        self.settings_table(SettingTable::Table)
    }

    /// Remembers them on this device.
    pub fn remember_table(self, table: NamedTexts) {
        self.settle(|settings| *settings.table(SettingTable::Table) = table);
    }

    /// Returns the name of 広域 on this device, and the indicators that the user joined.
    pub fn region(self) -> (String, NamedTexts) {
        let mut settings = self.settings();
        let joined = std::mem::take(settings.table(SettingTable::Joined));
        (settings.text("region"), joined)
    }

    /// Remembers them on this device.
    pub fn remember_region(self, name: &str, joined: NamedTexts) {
        self.settle(|settings| {
            settings.set("region", name);
            *settings.table(SettingTable::Joined) = joined;
        });
    }

    /// Returns the choices for collecting plans on this device, by name.
    pub fn collecting(self) -> NamedTexts {
        self.settings_table(SettingTable::Collecting)
    }

    /// Remembers one of them on this device.
    pub fn remember_collecting(self, name: &str, value: String) {
        self.settle(|settings| {
            let choices = settings.table(SettingTable::Collecting);
            choices.insert(name.to_owned(), value);
        });
    }

    /// Tracked: true if the app was updated since the user last took note of its version.
    pub fn is_updated(self) -> bool {
        self.is_ready() && self.noted_version() != VERSION
    }

    /// Takes note of the version for a user who has no plans, and so saw no earlier one.
    fn note_first_version(self) {
        if self.cards.with_untracked(Vec::is_empty) && self.noted_version() != VERSION {
            self.remember_version();
        }
    }

    fn noted_version(self) -> String {
        self.settings().text("version")
    }

    /// Remembers that the user took note of this version.
    pub fn remember_version(self) {
        self.settle(|settings| settings.set("version", VERSION));
    }

    /// True if the browser's stores are open.
    pub fn is_ready(self) -> bool {
        self.ready.get()
    }

    /// Returns the settings of this device as they are kept.
    fn settings(self) -> Settings {
        let kept = self.keeper().and_then(|keeper| keeper.settings());
        kept.unwrap_or_default()
    }

    fn settings_table(self, table: SettingTable) -> NamedTexts {
        std::mem::take(self.settings().table(table))
    }

    /// Changes one of the settings and leaves the others as they are kept.
    fn settle(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings();
        change(&mut settings);
        if let Some(Err(trouble)) = self.keeper().map(|keeper| keeper.save_settings(&settings)) {
            self.say(trouble_text(&trouble));
        }
    }

    fn show_theme(self, theme: &str) {
        self.theme.set(theme.to_owned());
        if let Some(root) = document().document_element() {
            // Name and value are fixed and valid.
            let _ = root.set_attribute("data-theme", theme);
        }
    }

    /// Today, as an ISO date.
    pub fn today(self) -> String {
        clock::today().0
    }

    /// The fiscal year of today.
    pub fn this_year(self) -> FiscalYear {
        clock::this_fiscal_year()
    }

    /// The session that is open.
    pub fn session(self) -> Option<Session> {
        self.opened.with(|opened| match opened {
            Some((_, Opening::Ready(session))) => Some(*session),
            _ => None,
        })
    }

    /// The open strategy.
    pub fn open_store(self) -> Option<Store> {
        self.session().map(|session| session.store)
    }
}
