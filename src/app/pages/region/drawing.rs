//! Drawing the page piece by piece, a picture between each: what is drawn at once is also laid out at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::comparing::Comparing;
use super::town::Town;
use browser::time;

/// Rows of the towns drawn at once: of those out of sight only their places are laid out.
const ROWS: usize = 60;
/// Rows laid out at once, whether in sight or not.
const LAID_OUT: usize = 24;
/// Sections under the table of the towns.
const SECTIONS: usize = 6;

/// Parts of the page that are drawn by now. Copy it freely.
#[derive(Clone, Copy)]
pub struct DrawnParts {
    /// Pieces: first the rows of the towns, then what is in those out of sight, then the sections.
    rows: RwSignal<usize>,
    laid_out: RwSignal<usize>,
    sections: RwSignal<usize>,
    going_on: StoredValue<bool>,
}

impl DrawnParts {
    /// Nothing is drawn; it goes on by itself whenever there are towns that are not.
    pub fn of(towns: RwSignal<Vec<Town>, LocalStorage>, tables: Comparing) -> Self {
        let drawing = Self {
            rows: RwSignal::new(0),
            laid_out: RwSignal::new(0),
            sections: RwSignal::new(0),
            going_on: StoredValue::new(false),
        };
        Effect::new(move |_| {
            let count = towns.with(Vec::len);
            // When the tables are made, the sections are drawn.
            tables.is_any();
            drawing.go_on(count, towns, tables);
        });
        drawing
    }

    /// Returns the number of towns that have their row.
    pub fn rows(self) -> usize {
        self.rows.get()
    }

    /// True if the row of the town with this number is laid out, in sight or not. Search in the page and screen
    /// readers find its cells only then.
    pub fn is_laid_out(self, number: usize) -> bool {
        number < self.laid_out.get()
    }

    /// Returns the number of sections under the table.
    pub fn sections(self) -> usize {
        self.sections.get()
    }

    fn go_on(self, count: usize, towns: RwSignal<Vec<Town>, LocalStorage>, tables: Comparing) {
        self.rows.update(|rows| *rows = (*rows).min(count));
        if self.going_on.get_value() {
            return;
        }
        self.going_on.set_value(true);
        spawn_local(async move {
            // The page may be left meanwhile.
            let counted =
                |all: &Vec<Town>| (all.len(), all.last().map_or(0, |last| last.number + 1));
            while let Some((count, numbers)) = towns.try_with_untracked(counted) {
                let (rows, laid_out, sections) = (self.rows, self.laid_out, self.sections);
                let Some(drawn) = rows.try_get_untracked() else {
                    return;
                };
                if drawn < count {
                    rows.try_set((drawn + ROWS).min(count));
                } else if !tables.are_made() {
                    break;
                } else if laid_out.try_get_untracked() < Some(numbers) {
                    laid_out.try_update(|laid_out| *laid_out = (*laid_out + LAID_OUT).min(numbers));
                } else if count > 0 && sections.try_get_untracked() < Some(SECTIONS) {
                    sections.try_update(|sections| *sections += 1);
                } else {
                    break;
                }
                time::frame().await;
            }
            self.going_on.try_set_value(false);
        });
    }
}
