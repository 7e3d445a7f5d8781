//! State that the grids of fields in one place share: the bar that finds, the menu, and the result of the last act.

use leptos::prelude::*;

use super::FieldGrid;
use crate::parts::{FindQuery, LongBlock, WindowPoint};
use crate::settled::settled;
use crate::store::Store;
use ::words::grid as words;

/// The grids of one place: at most one of them is worked in. Copy it freely.
#[derive(Clone, Copy)]
pub struct GridHost {
    /// Result of the last act on several cells, in words.
    pub announcement: RwSignal<String>,
    /// Text that is looked for.
    pub find: FindQuery,
    /// Place of the menu of the selection; `None`: it is closed.
    pub menu: RwSignal<Option<WindowPoint>>,
    /// Block that is longer than the grid, until it is pasted.
    pub long: RwSignal<Option<LongBlock>>,
    /// The grid that has the keyboard, or had it last.
    current: RwSignal<Option<FieldGrid>>,
    /// True while one of its cells has the keyboard.
    pub(super) has_keyboard: RwSignal<bool>,
    /// True while the handle draws an area.
    pub(super) draws: RwSignal<bool>,
    is_worked_in: Memo<bool>,
}

impl GridHost {
    /// A place without a grid that is worked in. No other bar of the page that finds texts has this id.
    pub fn new(find_id: &'static str) -> Self {
        let (has_keyboard, draws) = (RwSignal::new(false), RwSignal::new(false));
        Self {
            announcement: RwSignal::new(String::new()),
            find: FindQuery::closed(find_id),
            menu: RwSignal::new(None),
            long: RwSignal::new(None),
            current: RwSignal::new(None),
            has_keyboard,
            draws,
            is_worked_in: Memo::new(move |_| has_keyboard.get() || draws.get()),
        }
    }

    /// Tracked: the grid that has the keyboard, or had it last.
    pub fn current(self) -> Option<FieldGrid> {
        self.current.get()
    }

    /// Tracked: true if a grid has the keyboard, or its handle draws.
    pub(super) fn is_worked_in(self, grid: FieldGrid) -> bool {
        self.is_worked_in.get() && self.current.with(|current| is_grid(current, grid))
    }

    /// Makes a grid the one that is worked in.
    pub(super) fn turn_to(self, grid: FieldGrid) {
        let is_it = |current: &Option<FieldGrid>| is_grid(current, grid);
        if !self.current.with_untracked(is_it) {
            self.current.set(Some(grid));
        }
    }
}

fn is_grid(current: &Option<FieldGrid>, grid: FieldGrid) -> bool {
    current.is_some_and(|current| current.selection == grid.selection)
}

/// Count, sum and mean of what is selected.
#[component]
pub fn FieldGridFoot(host: GridHost) -> impl IntoView {
    let store = Store::here();
    let beat = settled(move || store.revision());
    let area = settled(move || host.current()?.block());
    let totals = move || {
        beat.track();
        let (area, grid) = (area.get()?, host.current.get_untracked()?);
        Some(words::totals(grid.totals(area)))
    };
    view! { <p class="grid-totals field-totals" aria-live="polite">{totals}</p> }.into_any()
}
