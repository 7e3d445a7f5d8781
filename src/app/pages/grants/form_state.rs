//! State of the form that is filled in: the workbook, the cell that is chosen, and which cell takes what.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::read;
use crate::store::Store;
use ::words::grants as words;
use format::workbook::{Address, CellFilling, FilledCell, FormBook, FormSheet};
use insight::grants::{FormFacts, FormValue, Taken};
use strategy::{FormCell, GrantForm, GrantProject, Id};

/// State of the form. Copy it freely.
#[derive(Clone, Copy)]
pub struct FormState {
    /// The open strategy.
    pub store: Store,
    /// The project.
    pub project: Id<GrantProject>,
    /// The workbook, and the name of its file.
    pub book: RwSignal<Option<(Arc<FormBook>, String)>>,
    /// The sheet that is shown, by its place.
    pub sheet: RwSignal<usize>,
    /// The cell that is chosen.
    pub at: RwSignal<Option<Address>>,
}

/// A cell that takes a value.
#[derive(Clone, PartialEq)]
pub struct TakingCell {
    /// Name of its sheet.
    pub sheet: String,
    /// Its address.
    pub at: Address,
    /// Its value.
    pub value: FormValue,
}

impl FormState {
    /// That of a project, without a form.
    pub fn of(project: Id<GrantProject>) -> Self {
        Self {
            store: Store::here(),
            project,
            book: RwSignal::new(None),
            sheet: RwSignal::new(0),
            at: RwSignal::new(None),
        }
    }

    /// Shows a form: the first sheet that is not hidden.
    pub fn show(self, book: FormBook, file: String) {
        let first = book.sheets.iter().position(|sheet| !sheet.hidden);
        // The page may have been left.
        self.sheet.try_set(first.unwrap_or_default());
        self.at.try_set(None);
        self.book.try_set(Some((Arc::new(book), file)));
    }

    /// Tracked: reads the sheet that is shown.
    pub fn read_sheet<T: Default>(self, read: impl FnOnce(&FormSheet) -> T) -> T {
        self.book.with(|book| {
            let sheet = book
                .as_ref()
                .and_then(|(book, _)| book.sheets.get(self.sheet.get()));
            sheet.map(read).unwrap_or_default()
        })
    }

    /// Tracked: what the plan knows of this form.
    pub fn known(self) -> Option<GrantForm> {
        let form = self
            .book
            .with(|book| book.as_ref().map(|(book, _)| book.form.clone()))?;
        let about = self.store.about();
        about
            .grant_forms
            .iter()
            .find(|one| one.form == form)
            .cloned()
    }

    /// Tracked: the cells that take a value, in order. A value of a newer app is left alone.
    pub fn cells(self) -> Vec<TakingCell> {
        let known = self.known().map(|form| form.cells).unwrap_or_default();
        let cell = |one: &FormCell| {
            Some(TakingCell {
                at: one.cell.parse().ok()?,
                value: one.takes.parse().ok()?,
                sheet: one.sheet.clone(),
            })
        };
        known.iter().filter_map(cell).collect()
    }

    /// Tracked: the value that a cell of the sheet that is shown takes.
    pub fn value_at(self, at: Address) -> Option<FormValue> {
        let sheet = self.read_sheet(|sheet| sheet.name.clone());
        let mut cells = self.cells().into_iter();
        cells
            .find(|one| one.sheet == sheet && one.at == at)
            .map(|one| one.value)
    }

    /// Has the chosen cell take a value, or none; the plan remembers it.
    pub fn take(self, value: Option<FormValue>) {
        let Some(at) = self.at.get_untracked() else {
            return;
        };
        let sheet = untrack(|| self.read_sheet(|sheet| sheet.name.clone()));
        let takes = value.map(|value| value.to_string());
        self.change(|form| form.assign(&sheet, &at.to_string(), takes));
    }

    /// Forgets the cells of this form.
    pub fn forget(self) -> bool {
        self.change(|form| form.cells.clear())
    }

    fn change(self, change: impl FnOnce(&mut GrantForm)) -> bool {
        let known = untrack(|| self.known());
        let Some((book, file)) = self.book.get_untracked() else {
            return false;
        };
        let mut form = known.unwrap_or_default();
        (form.form, form.file) = (book.form.clone(), file);
        change(&mut form);
        self.store.edit(|s| edit::remember_form(s, form))
    }

    /// Tracked: reads the facts of the project.
    pub fn facts<T: Default>(self, with: impl FnOnce(&FormFacts) -> T) -> T {
        read(self.store, self.project, |s, project| {
            with(&FormFacts::of(s, project, None))
        })
    }

    /// Tracked: the content of every cell that takes a value.
    pub fn taken(self) -> Vec<(TakingCell, Taken)> {
        let cells = self.cells();
        self.facts(|facts| {
            let cells = cells.into_iter();
            cells
                .map(|cell| (cell.clone(), facts.taken(cell.value)))
                .collect()
        })
    }

    /// The workbook filled in; the error is a sentence.
    pub fn filled(self) -> Result<(Vec<u8>, String), String> {
        let Some((book, file)) = self.book.get_untracked() else {
            return Err(words::form_pick().to_owned());
        };
        let cell = |(cell, taken): (TakingCell, Taken)| FilledCell {
            sheet: cell.sheet,
            at: cell.at,
            content: words::filling(&taken).unwrap_or(CellFilling::Nothing),
        };
        let cells: Vec<_> = untrack(|| self.taken()).into_iter().map(cell).collect();
        let bytes = book.filled(&cells);
        bytes
            .map(|bytes| (bytes, file.clone()))
            .map_err(|why| words::not_filled(&file, &why))
    }
}
