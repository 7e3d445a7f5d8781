//! Columns of a table, as chosen on this device: which are shown, and how wide they are.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::parts::MenuItem;
use crate::workspace::Workspace;
use ::words::grid as words;

/// The value of a column that is shown.
const YES: &str = "yes";

/// Least and greatest width of a column, in CSS px in text of the usual size.
const BOUNDS: (f64, f64) = (32.0, 640.0);

/// Width that 広く and 狭く add and take away, in the same px.
const STEP: f64 = 16.0;

type Settings = BTreeMap<String, String>;

/// Choices for the columns of a table. A column is known by a name. Copy it freely.
#[derive(Clone, Copy)]
pub struct ColumnChoices {
    /// `show.owner`, `width.name` …, each with its value, behind the name of the table.
    settings: RwSignal<Settings>,
    /// Name of the table, with a dot; that of 指標の表 is empty.
    table: &'static str,
    workspace: Workspace,
}

impl ColumnChoices {
    /// As remembered on this device.
    pub fn remembered(table: &'static str) -> Self {
        let workspace = Workspace::here();
        Self {
            settings: RwSignal::new(workspace.table()),
            table,
            workspace,
        }
    }

    fn key(self, what: &str, column: &str) -> String {
        [self.table, what, column].concat()
    }

    /// Tracked: true if a column is shown; without a choice, as at first.
    pub fn shows(self, column: &str, at_first: bool) -> bool {
        let key = self.key("show.", column);
        let chosen = self
            .settings
            .with(|settings| settings.get(&key).map(|chosen| chosen == YES));
        chosen.unwrap_or(at_first)
    }

    /// Shows or hides a column.
    pub fn show(self, column: &str, shown: bool) {
        let chosen = if shown { YES } else { "no" };
        let key = self.key("show.", column);
        self.settings.update(|settings| {
            settings.insert(key, chosen.to_owned());
        });
        self.remember();
    }

    /// Tracked: the width chosen for a column, in CSS px in text of the usual size.
    pub fn width(self, column: &str) -> Option<u16> {
        let key = self.key("width.", column);
        self.settings
            .with(|settings| settings.get(&key)?.parse().ok())
    }

    /// Sets the width of a column until it is remembered.
    pub fn resize(self, column: &str, width: f64) {
        // Whole px, kept as such: what reads and writes fractions is long.
        let width = width.clamp(BOUNDS.0, BOUNDS.1) as u16;
        let key = self.key("width.", column);
        self.settings.update(|settings| {
            settings.insert(key, width.to_string());
        });
    }

    /// Tracked: true if a column has a width of its own.
    pub fn is_resized(self) -> bool {
        let widths = self.key("width.", "");
        self.settings
            .with(|settings| settings.keys().any(|key| key.starts_with(&widths)))
    }

    /// Gives all columns the widths they had at first.
    fn reset_widths(self) {
        let widths = self.key("width.", "");
        self.settings
            .update(|settings| settings.retain(|key, _| !key.starts_with(&widths)));
        self.remember();
    }

    /// Remembers them on this device.
    pub fn remember(self) {
        self.workspace.remember_table(self.settings.get_untracked());
    }

    /// The command that gives all columns the widths they had at first, if they have others.
    pub fn reset_item(self) -> Option<MenuItem> {
        let resized = untrack(|| self.is_resized());
        resized.then(|| MenuItem::act(words::reset_widths(), move || self.reset_widths()))
    }
}

/// A column of a table, as its border and its commands see it.
#[derive(Clone)]
pub struct ColumnHandle {
    /// The choices.
    pub choices: ColumnChoices,
    /// Its name there.
    pub column: &'static str,
    /// Returns its width now, in CSS px in text of the usual size.
    pub width: Callback<(), f64>,
    /// Returns the width of its longest text, in the same px.
    pub fitting: Callback<(), f64>,
}

impl ColumnHandle {
    /// Sets its width until it is remembered.
    pub fn resize(&self, width: f64) {
        self.choices.resize(self.column, width);
    }

    fn set(&self, width: f64) {
        self.resize(width);
        self.choices.remember();
    }

    /// Gives it the width of its longest text.
    pub fn fit(&self) {
        self.set(self.fitting.run(()));
    }

    /// Commands on its width.
    pub fn width_items(&self) -> Vec<MenuItem> {
        let act = |word, act: fn(&Self)| {
            let column = self.clone();
            MenuItem::act(word, move || act(&column))
        };
        vec![
            act(words::wider(), |column| {
                column.set(column.width.run(()) + STEP);
            }),
            act(words::narrower(), |column| {
                column.set(column.width.run(()) - STEP);
            }),
            act(words::fit_width(), Self::fit),
        ]
    }

    /// The command that hides it.
    pub fn hide_item(&self) -> MenuItem {
        let Self {
            choices, column, ..
        } = *self;
        MenuItem::act(words::hide_column(), move || choices.show(column, false))
    }
}

/// Returns the width of a text, in full-width letters.
pub fn full_widths(text: &str) -> f64 {
    let each = text
        .chars()
        .map(|letter| if letter.is_ascii() { 0.6 } else { 1.0 });
    each.sum()
}

/// Returns the width of a column for its longest text, in letters of so many px.
pub fn width_of_texts<'a>(texts: impl Iterator<Item = &'a str>, letter: f64) -> f64 {
    texts.map(full_widths).fold(0.0, f64::max) * letter + 14.0
}
