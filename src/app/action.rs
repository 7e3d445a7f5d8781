//! Every operation of the app, once: its words, its key, when it is allowed, and what it does.
//! Menu, shortcut, help, palette and test read this table.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::desk::Desk;
use super::parts::is_composing;
use super::route::{Page, Route};
use super::shell::Panels;
use super::store::Store;
use crate::locale::action as words;

/// An operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// 元に戻す.
    Undo,
    /// やり直す.
    Redo,
    /// ファイルに保存.
    Export,
    /// 版を保存.
    SaveVersion,
    /// 指標の表を貼り付ける.
    PasteTable,
    /// 検索・操作.
    Palette,
    /// 変更の履歴.
    History,
    /// キー操作の一覧.
    Help,
    /// はじめに.
    Home,
    /// 概況.
    Overview,
    /// 首長説明.
    Briefing,
    /// 体系.
    Outline,
    /// 本文.
    Chapters,
    /// 指標.
    Indicators,
    /// 実施計画.
    Plan,
    /// 評価.
    Review,
    /// 日程.
    Timetable,
    /// 整合.
    Alignment,
    /// 点検.
    Checks,
    /// 印刷.
    Paper,
    /// 版と比較.
    Versions,
    /// 設定.
    Settings,
}

/// A key with its modifiers. `primary` is Ctrl, on a Mac Command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// Ctrl or Command.
    pub primary: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// The key, as the browser names it, lower case.
    pub key: &'static str,
}

const fn primary(key: &'static str) -> Option<Shortcut> {
    Some(Shortcut {
        primary: true,
        shift: false,
        alt: false,
        key,
    })
}

const fn alt(key: &'static str) -> Option<Shortcut> {
    Some(Shortcut {
        primary: false,
        shift: false,
        alt: true,
        key,
    })
}

impl Action {
    /// Every operation, in the order of the help.
    pub const ALL: [Action; 22] = [
        Action::Undo,
        Action::Redo,
        Action::Export,
        Action::SaveVersion,
        Action::PasteTable,
        Action::Palette,
        Action::History,
        Action::Help,
        Action::Home,
        Action::Overview,
        Action::Briefing,
        Action::Outline,
        Action::Chapters,
        Action::Indicators,
        Action::Plan,
        Action::Review,
        Action::Timetable,
        Action::Alignment,
        Action::Checks,
        Action::Paper,
        Action::Versions,
        Action::Settings,
    ];

    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Action::Undo => words::UNDO,
            Action::Redo => words::REDO,
            Action::Export => words::EXPORT,
            Action::SaveVersion => words::SAVE_VERSION,
            Action::PasteTable => words::PASTE_TABLE,
            Action::Palette => words::PALETTE,
            Action::History => words::HISTORY,
            Action::Help => words::HELP,
            Action::Home => words::HOME,
            Action::Overview => words::OVERVIEW,
            Action::Briefing => words::BRIEFING,
            Action::Outline => words::OUTLINE,
            Action::Chapters => words::CHAPTERS,
            Action::Indicators => words::INDICATORS,
            Action::Plan => words::PLAN,
            Action::Review => words::REVIEW,
            Action::Timetable => words::TIMETABLE,
            Action::Alignment => words::ALIGNMENT,
            Action::Checks => words::CHECKS,
            Action::Paper => words::PAPER,
            Action::Versions => words::VERSIONS,
            Action::Settings => words::SETTINGS,
        }
    }

    /// Its key.
    pub fn shortcut(self) -> Option<Shortcut> {
        match self {
            Action::Undo => primary("z"),
            Action::Redo => primary("y"),
            Action::Export => primary("s"),
            Action::Palette => primary("k"),
            Action::Help => Some(Shortcut {
                primary: false,
                shift: false,
                alt: false,
                key: "f1",
            }),
            Action::Home => alt("0"),
            Action::Overview => alt("1"),
            Action::Outline => alt("2"),
            Action::Indicators => alt("3"),
            Action::Plan => alt("4"),
            Action::Review => alt("5"),
            Action::Timetable => alt("6"),
            Action::Checks => alt("7"),
            _ => None,
        }
    }

    /// The page it leads to.
    pub fn page(self) -> Option<Page> {
        Some(match self {
            Action::Overview => Page::Overview,
            Action::Briefing => Page::Briefing,
            Action::Outline => Page::Outline(None),
            Action::Chapters => Page::Chapters,
            Action::Indicators => Page::Indicators(None),
            Action::Plan => Page::Plan(None),
            Action::Review => Page::Review(None),
            Action::Timetable => Page::Timetable,
            Action::Alignment => Page::Alignment,
            Action::Checks => Page::Checks,
            Action::Paper => Page::Paper(None),
            Action::Versions => Page::Versions,
            Action::Settings => Page::Settings,
            _ => return None,
        })
    }

    /// Whether it can be done now.
    pub fn allowed(self, store: Option<Store>) -> bool {
        match (self, store) {
            (Action::Home | Action::Help | Action::Palette, _) => true,
            (_, None) => false,
            (Action::Undo, Some(store)) => {
                store.history(|h| !h.done().is_empty()) && !store.read_only().get()
            }
            (Action::Redo, Some(store)) => {
                store.history(|h| !h.undone().is_empty()) && !store.read_only().get()
            }
            (Action::PasteTable, Some(store)) => !store.read_only().get(),
            (_, Some(_)) => true,
        }
    }

    /// Does it.
    pub fn run(self) {
        match self {
            Action::Palette => Panels::here().palette.set(true),
            Action::Help => Panels::here().help.set(true),
            Action::Home => Route::Home.go(),
            _ => Desk::here().act(self),
        }
    }

    /// Does what can be done only to an open strategy.
    pub(super) fn run_on(self, store: Store) {
        if !untrack(|| self.allowed(Some(store))) {
            return;
        }
        let panels = Panels::here();
        match self {
            Action::Undo => {
                store.undo();
            }
            Action::Redo => {
                store.redo();
            }
            Action::Export => Desk::here().export(),
            Action::SaveVersion => panels.version.set(true),
            Action::PasteTable => {
                panels.paste_table.set(true);
                Route::of_page(Page::Indicators(None)).go();
            }
            Action::History => panels.history.set(true),
            _ => {
                if let Some(page) = self.page() {
                    Route::of_page(page).go();
                }
            }
        }
    }
}

impl Shortcut {
    /// Whether this key press is it.
    pub fn fits(self, event: &KeyboardEvent) -> bool {
        (event.ctrl_key() || event.meta_key()) == self.primary
            && event.shift_key() == self.shift
            && event.alt_key() == self.alt
            && event.key().eq_ignore_ascii_case(self.key)
    }

    /// 「Ctrl + Z」.
    pub fn words(self) -> String {
        let mut parts = Vec::new();
        if self.primary {
            parts.push("Ctrl".to_owned());
        }
        if self.alt {
            parts.push("Alt".to_owned());
        }
        if self.shift {
            parts.push("Shift".to_owned());
        }
        parts.push(self.key.to_ascii_uppercase());
        parts.join(" + ")
    }
}

/// Listens for the shortcuts, everywhere in the app, never inside a conversion.
pub fn listen() {
    let owner = Owner::current();
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if is_composing(&event) || event.default_prevented() {
            return;
        }
        let redo_with_shift = Shortcut {
            primary: true,
            shift: true,
            alt: false,
            key: "z",
        };
        let found = Action::ALL
            .into_iter()
            .find(|action| action.shortcut().is_some_and(|key| key.fits(&event)))
            .or_else(|| redo_with_shift.fits(&event).then_some(Action::Redo))
            .filter(|action| {
                !matches!(action, Action::Undo | Action::Redo) || !writes_beside(&event)
            });
        if let (Some(action), Some(owner)) = (found, owner.clone()) {
            event.prevent_default();
            owner.with(|| action.run());
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether a key press is in what is written beside the plan, in a form: there it takes back letters, not steps. A
/// field with nothing in it, outside a dialog, has nothing of its own to take back.
fn writes_beside(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let Some(field) = target.and_then(|t| t.dyn_into::<web_sys::Element>().ok()) else {
        return false;
    };
    let within = |what| field.closest(what).is_ok_and(|found| found.is_some());
    let written = field.dyn_ref::<web_sys::HtmlInputElement>();
    within("form") && (within("dialog") || written.is_some_and(|field| !field.value().is_empty()))
}
