//! Shared parts of 実施計画 and 評価: the edition chosen, its sheets and their lines of money.

mod block;
mod course;
mod first;
mod funds;
mod grid;
mod head;
mod line;
mod lines;
mod list;
mod money;
mod page;
mod reprise;
mod roll;
mod totals;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::document_scope::DocumentScope;
use crate::store::Store;
use crate::workspace::Workspace;
use edit::MoneyCell;
use insight::money::{Edition, Ledger, Scope, WorkChange, compare};
use insight::{Numbers, sheets};
use strategy::*;
use words::Say;

pub use block::{totals_of, write_cells};
pub use course::{CourseField, course_of};
pub use first::FirstSheets;
pub use head::{NoSheet, SheetFoot, SheetHead, SheetText, YearChoice};
pub use line::title_of;
pub use lines::Lines;
pub use money::MoneyField;
pub use page::{SheetPage, SheetTabs, Sheets};
pub use roll::RollButton;
pub use totals::TotalLine;

/// 年度の一巡: the edition (計画初年度) both pages show, the money of it, and what was typed into cells of
/// money and could not be read yet. Of this tab; never saved.
#[derive(Clone, Copy)]
pub struct FiscalCycle {
    chosen: RwSignal<Option<FiscalYear>>,
    edition: Memo<FiscalYear>,
    planned: Memo<Arc<Ledger>>,
    done: Memo<Arc<Ledger>>,
    moved: Memo<Arc<Vec<WorkChange>>>,
    used: Memo<Arc<Vec<WorkChange>>>,
    numbers: Memo<Arc<Numbers>>,
    invalid: RwSignal<BTreeMap<MoneyCell, InvalidInput>>,
    why: RwSignal<Option<(Side, Scope)>>,
    brief: RwSignal<bool>,
}

/// A text that stands in a cell without being kept.
#[derive(Debug, Clone, PartialEq)]
pub struct InvalidInput {
    /// As it was typed.
    pub text: String,
    /// Why it cannot be kept, in words.
    pub why: String,
}

impl FiscalCycle {
    /// Cells with a text that cannot be written, and the text.
    pub fn invalid(self) -> RwSignal<BTreeMap<MoneyCell, InvalidInput>> {
        self.invalid
    }

    /// Keeps a text on the screen that cannot be written, with the reason.
    pub fn keep_invalid(self, cell: MoneyCell, input: InvalidInput) {
        self.invalid.update(|all| {
            all.insert(cell, input);
        });
    }

    /// Returns the text of a cell: the typed text if it could not be read, otherwise the stored value.
    pub fn text_of(self, store: Store, cell: MoneyCell) -> String {
        let invalid = self
            .invalid
            .with_untracked(|all| all.get(&cell).map(|input| input.text.clone()));
        let kept = || store.with(|s| cell.of(s)).map(|money| money.say());
        invalid.or_else(kept).unwrap_or_default()
    }

    fn new() -> Self {
        let (store, today) = (Store::here(), Workspace::here().this_year());
        let chosen = RwSignal::new(None);
        let edition = Memo::new(move |_| {
            chosen
                .get()
                .unwrap_or_else(|| store.follow(|s| sheets::present_edition(s, today)))
        });
        let ledger = move |side: Side| {
            Memo::new(move |_| {
                let year = year_of(side, edition.get());
                Arc::new(store.follow(|s| Ledger::new(s, side, year)))
            })
        };
        let (planned, done) = (ledger(Side::Planned), ledger(Side::Done));
        let against = move |after: Memo<Arc<Ledger>>| {
            Memo::new(move |_| {
                let year = edition.get().previous();
                let of = Edition::Of(year);
                let before = store.follow(|s| Ledger::of(s, Side::Planned, year, of));
                Arc::new(after.with(|after| compare(&before, after)))
            })
        };
        Self {
            chosen,
            edition,
            planned,
            done,
            moved: against(planned),
            used: against(done),
            numbers: Memo::new(move |_| Arc::new(store.follow(Numbers::of))),
            invalid: RwSignal::new(BTreeMap::new()),
            why: RwSignal::new(None),
            brief: RwSignal::new(false),
        }
    }

    /// The cycle of the open strategy.
    pub fn here() -> Self {
        DocumentScope::get_or_make(Self::new)
    }

    /// 計画初年度 of the sheets shown.
    pub fn edition(self) -> Memo<FiscalYear> {
        self.edition
    }

    /// The year of one side of them: the one planned, or the one judged.
    pub fn year(self, side: Side) -> FiscalYear {
        year_of(side, self.edition.get())
    }

    /// Shows the sheets whose side is of this year.
    pub fn choose(self, side: Side, year: FiscalYear) {
        self.chosen.set(Some(match side {
            Side::Planned => year,
            Side::Done => year.next(),
        }));
    }

    /// Every line of one side of them.
    pub fn ledger(self, side: Side) -> Memo<Arc<Ledger>> {
        match side {
            Side::Planned => self.planned,
            Side::Done => self.done,
        }
    }

    /// The plan of the year judged, set against this year's plan, or against what was settled.
    pub fn against(self, side: Side) -> Memo<Arc<Vec<WorkChange>>> {
        match side {
            Side::Planned => self.moved,
            Side::Done => self.used,
        }
    }

    /// 施策コード.
    pub fn code(self, measure: Id<Measure>) -> String {
        self.numbers.with(|numbers| numbers.code_of(measure))
    }

    /// The printed numbers of everything.
    pub fn numbers(self) -> Memo<Arc<Numbers>> {
        self.numbers
    }

    /// True if one side cannot be changed now: its year is closed, or another tab holds the writer lock.
    pub fn locked(self, side: Side) -> Signal<bool> {
        let store = Store::here();
        Signal::derive(move || store.read_only().get() || self.closed(side))
    }

    /// True if the year of one side is closed.
    pub fn closed(self, side: Side) -> bool {
        Store::here().is_closed(self.year(side))
    }

    /// The year of one side, while it is closed.
    pub fn closed_year(self, side: Side) -> Signal<Option<FiscalYear>> {
        let store = Store::here();
        Signal::derive(move || Some(self.year(side)).filter(|year| store.is_closed(*year)))
    }

    /// True while lines show neither their text nor the sources of their money.
    pub fn brief(self) -> RwSignal<bool> {
        self.brief
    }

    /// Asks why 計 and 純計 of a part differ.
    pub fn ask_why(self, side: Side, scope: Scope) {
        self.why.set(Some((side, scope)));
    }
}

fn year_of(side: Side, edition: FiscalYear) -> FiscalYear {
    match side {
        Side::Planned => edition,
        Side::Done => edition.previous(),
    }
}

/// A measure's sheet of the edition shown, now and whenever there is another.
pub fn sheet_of(store: Store, measure: Id<Measure>) -> Memo<Option<Id<Sheet>>> {
    let edition = FiscalCycle::here().edition();
    Memo::new(move |_| {
        let year = edition.get();
        let of_year = |id: &Id<Sheet>| store.get(*id).is_some_and(|sheet| sheet.year == year);
        store.list::<Sheet>(measure).into_iter().find(of_year)
    })
}
