//! The lines of a plan, each with what a person says it is. A line that is read again as it was stays as it was chosen.

use std::sync::Arc;

use leptos::prelude::*;

use edit::Outline;
use recognise::{LineRole, PastedIndicator, PastedLine, PastedOutline};

/// A line, and what was chosen of it.
#[derive(Clone)]
pub struct OutlineRow {
    /// Its place.
    pub at: usize,
    /// The reading that first gave it.
    pub reading: usize,
    /// The line.
    pub line: Arc<PastedLine>,
    /// Its role.
    pub role: ArcRwSignal<LineRole>,
    /// True if the row is selected for import.
    pub chosen: ArcRwSignal<bool>,
}

/// The lines of a reading.
#[derive(Clone, Default)]
pub struct Rows {
    /// Number of the reading.
    pub reading: usize,
    /// All of them, in the order of the plan.
    pub all: Vec<OutlineRow>,
    outline: Arc<PastedOutline>,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.reading == other.reading
    }
}

impl Rows {
    /// The rows of what was read now; those of `before` that are the same stay.
    pub fn after(before: Option<&Self>, outline: &PastedOutline) -> Self {
        let reading = before.map_or(0, |before| before.reading + 1);
        let there = |at: usize| before.and_then(|before| before.all.get(at));
        let row = |(at, line): (usize, &PastedLine)| match there(at) {
            Some(row) if *row.line == *line => row.clone(),
            _ => OutlineRow {
                at,
                reading,
                line: Arc::new(line.clone()),
                role: ArcRwSignal::new(line.role),
                chosen: ArcRwSignal::new(line.chosen()),
            },
        };
        Self {
            reading,
            all: outline.lines.iter().enumerate().map(row).collect(),
            outline: Arc::new(outline.clone()),
        }
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the number of rows that could be selected and are not.
    pub fn asked(&self) -> usize {
        let asked = |row: &&OutlineRow| row.role.get() != LineRole::Skip && !row.chosen.get();
        self.all.iter().filter(asked).count()
    }

    /// Returns the number of skipped rows.
    pub fn skipped(&self) -> usize {
        let skipped = |row: &&OutlineRow| row.role.get() == LineRole::Skip;
        self.all.iter().filter(skipped).count()
    }

    /// Returns the outline to add with the present choices.
    pub fn outline(&self) -> Outline {
        let role = |row: &OutlineRow| match row.chosen.get() {
            true => row.role.get(),
            false => LineRole::Skip,
        };
        let roles: Vec<LineRole> = self.all.iter().map(role).collect();
        self.outline.outline(&roles)
    }

    /// The indicator of a line.
    pub fn indicator(&self, line: &PastedLine) -> Option<&PastedIndicator> {
        self.outline.indicators.get(line.indicator?)
    }

    fn roles(&self) -> Vec<LineRole> {
        self.all
            .iter()
            .map(|row| row.role.get_untracked())
            .collect()
    }

    /// Takes a line or leaves it out, with the lines that go with it.
    pub fn choose(&self, at: usize, chosen: bool) {
        for line in self.outline.selected_with(at, chosen, &self.roles()) {
            set(&self.all[line].chosen, chosen);
        }
    }

    /// Takes all that is not skipped.
    pub fn choose_all(&self) {
        for row in &self.all {
            set(&row.chosen, row.role.get_untracked() != LineRole::Skip);
        }
    }

    /// Sets the role of a line and chooses the line.
    pub fn say(&self, at: usize, role: LineRole) {
        let Some(row) = self.all.get(at) else { return };
        set(&row.role, role);
        match role {
            LineRole::Skip => set(&row.chosen, false),
            _ => self.choose(at, true),
        }
    }

    /// Says that a line is one level higher (`-1`) or deeper (`1`).
    pub fn shift(&self, at: usize, by: isize) {
        let row = self.all.get(at);
        if let Some(role) = row.and_then(|row| row.role.get_untracked().shifted(by)) {
            self.say(at, role);
        }
    }
}

fn set<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
    }
}
