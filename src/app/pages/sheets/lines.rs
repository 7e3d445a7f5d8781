//! The lines of one side of a sheet: each a small card in a grid, so that it reads like the printed table and
//! still fits a phone.

use leptos::prelude::*;

use super::Round;
use super::block::Picked;
use super::line::LineRow;
use super::totals::TotalLine;
use super::work::AddWork;
use crate::app::parts::Words;
use crate::app::store::Store;
use crate::edit;
use crate::insight::money::Scope;
use crate::insight::sheets;
use crate::locale::plan as words;
use crate::strategy::*;

/// The lines of one side, and what goes with each of them.
#[derive(Clone, Copy)]
pub struct Grid {
    /// The sheet.
    pub sheet: Id<Sheet>,
    /// The side.
    pub side: Side,
    /// The lines, in order.
    pub lines: Signal<Vec<Id<Line>>>,
    /// The years with a column.
    pub years: Memo<Vec<FiscalYear>>,
    /// Whether nothing can be changed now.
    pub locked: Signal<bool>,
    /// The line being dragged.
    pub held: RwSignal<Option<Id<Line>>>,
    /// The line it is over.
    pub over: RwSignal<Option<Id<Line>>>,
    /// The cells of money that are picked.
    pub picked: RwSignal<Picked>,
    /// What the last act on them did, in words.
    pub said: RwSignal<String>,
}

impl Grid {
    fn set_up(sheet: Id<Sheet>, side: Side) -> Self {
        let store = Store::here();
        let lines = Memo::new(move |_| {
            let all = store.list::<Line>(sheet).into_iter();
            all.filter(|id| store.get(*id).is_some_and(|line| line.side == side))
                .collect::<Vec<_>>()
        });
        let years = Memo::new(move |_| match side {
            Side::Done => vec![Round::here().year(side)],
            Side::Planned => store.follow(|s| sheets::columns(s, sheet)),
        });
        let grid = Self {
            sheet,
            side,
            lines: lines.into(),
            years,
            locked: Round::here().locked(side),
            held: RwSignal::new(None),
            over: RwSignal::new(None),
            picked: RwSignal::new(None),
            said: RwSignal::new(String::new()),
        };
        provide_context(grid);
        grid
    }

    /// The grid this component stands in.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Moves a line to a place among the others, and the keyboard with it.
    pub fn shift(self, line: Id<Line>, to: usize) {
        let focused = document().active_element().map(|element| element.id());
        if Store::here().edit(|s| edit::shift_line(s, line, to))
            && let Some(id) = focused.filter(|id| !id.is_empty())
        {
            request_animation_frame(move || crate::app::focus(&id));
        }
    }

    /// Moves a line one place up or down.
    pub fn step(self, line: Id<Line>, up: bool) {
        super::super::row::shift(Store::here(), line, if up { -1 } else { 1 });
    }
}

/// Lines, a way to add one, and their 計 and 純計.
#[component]
pub fn Lines(
    /// The sheet.
    sheet: Id<Sheet>,
    /// The side.
    side: Side,
) -> impl IntoView {
    let (store, grid) = (Store::here(), Grid::set_up(sheet, side));
    let (lines, years) = (grid.lines, grid.years);
    let label = match side {
        Side::Planned => words::LINES_PLANNED,
        Side::Done => words::LINES_DONE,
    };
    let style = move || format!("--years:{}", years.with(Vec::len));
    let head = move || {
        years
            .get()
            .into_iter()
            .map(|year| view! { <span>{year.wareki()}{words::FISCAL_YEAR}</span> })
            .collect_view()
    };
    view! {
        <p class="hint line-hint">{words::GRID_HINT}</p>
        <Words id=words::COURSE_LIST words=Signal::stored(Course::USUAL.map(str::to_owned).to_vec()) />
        <div class="line-grid" class:done=side == Side::Done style=style>
            <div class="line-head" aria-hidden="true">
                <span class="line-head-name">{words::WORK}</span>
                <span></span>
                {head}
            </div>
            <ol aria-label=label>
                <For each=move || lines.get() key=|id| *id let:id>
                    <LineRow id />
                </For>
            </ol>
            <Show when=move || lines.with(Vec::is_empty)>
                <p class="sub line-none">{words::NO_LINES}</p>
            </Show>
            <Show when=move || !grid.locked.get()>
                <AddWork grid />
            </Show>
            <p class="sub line-said" role="status">{move || store.account(grid.said.get())}</p>
            <TotalLine side scope=Scope::Sheet(sheet) printed=true />
        </div>
    }
    .into_any()
}
