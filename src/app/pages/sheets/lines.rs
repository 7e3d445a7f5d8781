//! The lines of one side of a sheet: each a small card in a grid, so that it reads like the printed table and
//! still fits a phone.

use leptos::prelude::*;

use super::FiscalCycle;
use super::grid::SheetGrid;
use super::line::LineRow;
use super::totals::TotalLine;
use super::work::AddWork;
use crate::parts::{DataList, Each, FieldGridFoot, FieldGridTools};
use crate::store::Store;
use ::words::Say;
use ::words::plan as words;
use insight::money::Scope;
use strategy::*;

/// Lines, a way to add one, and their 計 and 純計.
#[component]
pub fn Lines(
    /// The sheet.
    sheet: Id<Sheet>,
    /// The side.
    side: Side,
) -> impl IntoView {
    let (store, grid) = (Store::here(), SheetGrid::set_up(sheet, side));
    let (lines, years) = (grid.lines, grid.years);
    let brief = FiscalCycle::here().brief();
    let label = match side {
        Side::Planned => words::lines_planned(),
        Side::Done => words::lines_done(),
    };
    let style = move || format!("--years:{}", years.with(Vec::len));
    let head = move || {
        years
            .get()
            .into_iter()
            .map(|year| view! { <span>{year.say()}</span> })
            .collect_view()
    };
    view! {
        <details class="line-hint">
            <summary>{words::grid_keys()}</summary>
            <p class="hint">{words::grid_hint()}</p>
        </details>
        <button
            type="button"
            class="btn small line-brief"
            aria-pressed=move || brief.get().to_string()
            on:click=move |_| brief.update(|brief| *brief = !*brief)
        >
            {words::brief()}
        </button>
        <DataList id=words::COURSE_LIST words=Signal::stored(Course::USUAL.map(str::to_owned).to_vec()) />
        <FieldGridTools host=grid.host />
        <div class="line-grid" class:done=side == Side::Done class:brief=move || brief.get() style=style>
            <div class="line-head" aria-hidden="true">
                <span class="line-head-name">{words::work()}</span>
                <span></span>
                {head}
            </div>
            <ol aria-label=label>
                <Each of=move || lines.get() let:id>
                    <LineRow id />
                </Each>
            </ol>
            <Show when=move || lines.with(Vec::is_empty)>
                <p class="sub line-none">{words::no_lines()}</p>
            </Show>
            <Show when=move || !grid.locked.get()>
                <AddWork grid />
            </Show>
            <p class="sub line-said" role="status">{move || store.account(grid.host.announcement.get())}</p>
            <FieldGridFoot host=grid.host />
            <TotalLine side scope=Scope::Sheet(sheet) printed=true />
        </div>
    }
}
