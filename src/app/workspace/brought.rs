//! A file that was opened on はじめに and is no plan of ours: it waits until it is read, or for the plan it is taken into.

use std::any::Any;
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::Workspace;
use crate::page::Page;
use crate::panels::Panels;
use browser::files;
use format::request::looks_like_request;
use format::stratml::looks_like_xml;
use format::workbook::may_be_workbook;

/// A file that waits to be imported into a plan.
#[derive(Debug, Clone)]
pub struct Brought {
    /// It.
    pub file: File,
    /// The way it is read.
    pub kind: BroughtKind,
    /// Its content, as the page that read it has it; `None`: not read yet.
    pub held: Option<Rc<dyn Any>>,
    /// True once the user chose the plan that it is imported into.
    wanted: bool,
}

/// The way a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BroughtKind {
    /// A table of indicators, imported into a plan.
    Table,
    /// The text of a plan, imported into a plan.
    Text,
    /// 提出依頼, which a plan answers.
    Request,
    /// A plan of another program, which becomes a new plan.
    ForeignPlan,
}

/// Extensions of tables and texts.
const TABLES: [&str; 2] = ["csv", "tsv"];
const TEXTS: [&str; 2] = ["txt", "md"];

/// True if a file begins as a workbook does.
pub async fn is_workbook(file: &File) -> bool {
    may_be_workbook(&beginning(file, 8).await)
}

/// True if a file begins as 提出依頼 does.
pub async fn is_request(file: &File) -> bool {
    looks_like_request(&beginning(file, 64).await)
}

/// The first bytes of a file; empty: it cannot be read.
async fn beginning(file: &File, count: i32) -> Vec<u8> {
    match file.slice_with_i32_and_i32(0, count) {
        Ok(begins) => files::bytes(&begins).await.unwrap_or_default(),
        Err(_) => Vec::new(),
    }
}

impl Brought {
    /// Returns a file with its kind, by its name and its first bytes; `None`: it is none of them.
    pub(super) async fn of(file: &File) -> Option<Self> {
        let name = file.name().to_ascii_lowercase();
        let ends = |all: &[&str]| {
            let end = name.rsplit_once('.').map(|(_, end)| end);
            end.is_some_and(|end| all.contains(&end))
        };
        let begins = beginning(file, 64).await;
        let kind = if ends(&TABLES) || may_be_workbook(&begins) {
            BroughtKind::Table
        } else if looks_like_request(&begins) {
            BroughtKind::Request
        } else if ends(&TEXTS) {
            BroughtKind::Text
        } else if looks_like_xml(&begins) {
            BroughtKind::ForeignPlan
        } else {
            return None;
        };
        Some(Self {
            file: file.clone(),
            kind,
            held: None,
            wanted: false,
        })
    }
}

impl Workspace {
    /// The file that waits.
    pub fn brought(self) -> RwSignal<Option<Brought>, LocalStorage> {
        self.brought
    }

    /// Says how it is to be read.
    pub fn read_brought_as(self, kind: BroughtKind) {
        self.brought.update(|brought| {
            if let Some(brought) = brought {
                brought.kind = kind;
            }
        });
    }

    /// The plan it is taken into is chosen: its window opens on the page that is told.
    pub fn want_brought(self) -> Page {
        let kind = self.brought.try_update(|brought| {
            let brought = brought.as_mut()?;
            brought.wanted = true;
            Some(brought.kind)
        });
        let panels = Panels::here();
        match kind.flatten() {
            Some(BroughtKind::Table) => {
                panels.paste_table.set(true);
                Page::Indicators(None)
            }
            Some(BroughtKind::Text) => {
                panels.paste_outline.set(true);
                Page::Overview
            }
            _ => Page::Overview,
        }
    }

    /// Stores its content, so that it need not be read again.
    pub fn keep_brought(self, file: &File, held: Rc<dyn Any>) {
        self.brought.update_untracked(|brought| {
            if let Some(brought) = brought.as_mut().filter(|one| one.file == *file) {
                brought.held = Some(held);
            }
        });
    }

    /// Gives it to the window that takes it in.
    pub fn take_brought(self, kind: BroughtKind) -> Option<Brought> {
        let ready = |one: &Brought| one.wanted && one.kind == kind;
        let is = |brought: &Option<Brought>| brought.as_ref().is_some_and(ready);
        if !self.brought.with_untracked(is) {
            return None;
        }
        self.brought.try_update(Option::take).flatten()
    }

    /// The file is not imported; `why` is the reason, if it cannot be.
    pub fn drop_brought(self, why: Option<String>) {
        self.brought.set(None);
        if why.is_some() {
            self.trouble.set(why);
        }
    }

    /// Drops the file when the user goes elsewhere without having chosen a plan for it.
    pub fn forget_brought(self) {
        let unwanted = |brought: &Option<Brought>| brought.as_ref().is_some_and(|one| !one.wanted);
        if self.brought.with_untracked(unwanted) {
            self.brought.set(None);
        }
    }
}
