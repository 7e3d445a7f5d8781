//! A plan that is opened from a file and is on this device already: the person chooses which of them to open. Nothing is
//! written over, and no two plans of the list are alike in every word.

use std::cell::RefCell;

use leptos::prelude::*;

use super::Workspace;
use crate::page::Page;
use crate::route::Route;
use ::words::plans as words;
use browser::TimeSlice;
use format::json;
use keep::{Keeper, Listing};
use strategy::{About, Strategy};

/// A plan of this device with the name of one in a file.
#[derive(Clone)]
pub struct Twin {
    /// The plan of this device.
    pub here: Listing,
    /// Relation of the plan in the file to it.
    pub likeness: Likeness,
    page: Page,
}

thread_local! {
    /// The plan of this device that the dialog shows.
    static HERE: RefCell<Option<Twin>> = const { RefCell::new(None) };
    /// The plan of the file, and what is to be said once it is open. The window does without it, and without its code.
    static FILE: RefCell<Option<(Strategy, Option<String>)>> = const { RefCell::new(None) };
}

/// Relation of two plans with one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// They hold the same.
    Same,
    /// They do not.
    Differ,
    /// They could not be compared.
    Unknown,
}

/// True if a line of the list says of a plan all that it would say of another.
fn is_namesake(line: &Listing, strategy: &Strategy) -> bool {
    let about = strategy.about();
    line.trashed.is_none()
        && line.title == about.title
        && line.town == about.town
        && line.period == about.period
}

/// Returns the role of a file: the plan itself, a part of it for a section, or the file of a table.
fn role(strategy: &Strategy) -> (Option<String>, Option<String>) {
    let part = strategy.about().handed.as_ref().map(|part| part.id.clone());
    let mut tables = strategy.sessions.iter().map(|one| &one.at_table);
    (part, tables.find(|name| !name.is_empty()).cloned())
}

/// True if two plans are the same file. Where records lie in their lists counts, not by which keys they are kept so.
async fn is_same_file(one: &Strategy, other: &Strategy) -> bool {
    let mut slice = TimeSlice::new();
    let mut others = json::Writer::new(other);
    for piece in json::Writer::new(one) {
        if others.next().as_ref() != Some(&piece) {
            return false;
        }
        slice.yield_if_due().await;
    }
    others.next().is_none()
}

/// Finds the plan of this device that has the name of another: the one that holds the same, else the one changed last.
async fn namesake(keeper: &Keeper, strategy: &Strategy) -> Option<(Listing, Likeness)> {
    let mut found = None;
    for line in keeper.catalogue() {
        if !is_namesake(&line, strategy) {
            continue;
        }
        let likeness = match keeper.look_at(line.doc).await {
            Ok(here) if role(&here) != role(strategy) => continue,
            Ok(here) if is_same_file(&here, strategy).await => return Some((line, Likeness::Same)),
            Ok(_) => Likeness::Differ,
            Err(_) => Likeness::Unknown,
        };
        found.get_or_insert((line, likeness));
    }
    found
}

impl Workspace {
    /// True while the user is asked which of two plans to open.
    pub fn asks_which(self) -> RwSignal<bool> {
        self.asks_which
    }

    /// The plan of this device that the dialog shows.
    pub fn twin(self) -> Option<Twin> {
        HERE.with_borrow(Option::clone)
    }

    /// Opens the plan of a file as a new one, unless this device has it: then the person is asked. `foreign`: it is made of
    /// a file that is not ours, whose records have other numbers each time.
    pub(super) async fn open_or_ask(
        self,
        strategy: Strategy,
        page: Page,
        said: Option<String>,
        foreign: bool,
    ) {
        self.trouble.set(None);
        let Some(keeper) = self.keeper() else { return };
        match namesake(&keeper, &strategy).await {
            None => self.open_new(strategy, page, said).await,
            Some((here, likeness)) => {
                FILE.set(Some((strategy, said)));
                HERE.set(Some(Twin {
                    here,
                    likeness: if foreign { Likeness::Unknown } else { likeness },
                    page,
                }));
                self.asks_which.set(true);
            }
        }
    }

    /// Opens the plan of this device instead of that of the file.
    pub fn open_here(self) {
        if let Some(twin) = self.take_twin() {
            Route::Open {
                doc: twin.here.doc,
                page: twin.page,
            }
            .go();
        }
    }

    /// Opens the plan of the file as another one, with a name of its own.
    pub(super) async fn open_apart(self) {
        if let (Some(twin), Some((file, said))) = (self.take_twin(), FILE.take()) {
            let file = self.named_apart(file);
            self.open_new(file, twin.page, said).await;
        }
    }

    fn take_twin(self) -> Option<Twin> {
        self.asks_which.set(false);
        HERE.take()
    }

    /// Gives a plan a title that no other plan of its town has on this device.
    pub(super) fn named_apart(self, mut strategy: Strategy) -> Strategy {
        let mut about = About::clone(&strategy.about());
        about.title = self.own_title(about.title, &about.town.name);
        strategy.about.insert(about);
        strategy
    }

    /// Returns a title that no other plan of a town has on this device.
    pub(super) fn own_title(self, title: String, town: &str) -> String {
        let all = self.keeper().map(|keeper| keeper.catalogue());
        let all = all.unwrap_or_default();
        words::own_title(title, |title| {
            let is_it = |line: &Listing| line.title == title && line.town.name == town;
            all.iter().any(is_it)
        })
    }
}
