//! One line: an initiative's money on one sheet.

use leptos::ev::{DragEvent, KeyboardEvent};
use leptos::prelude::*;

use super::FiscalCycle;
use super::course::{CourseField, course_id};
use super::funds::Funds;
use super::grid::SheetGrid;
use super::money::{LineWrongs, MoneyField};
use super::reprise::{RepriseDialog, RepriseNote, is_reprise};
use crate::parts::{Each, Icon, IconName, MenuItem, OneOrNone, RowMenu, TextOf, text_of};
use crate::store::Store;
use ::words::YearForms;
use ::words::model::named;
use ::words::plan as words;
use browser::focus::focus;
use edit::MoneyCell;
use insight::money::Amount;
use strategy::{Mark as Printed, *};

/// A line, edited where it stands.
#[component]
pub fn LineRow(id: Id<Line>) -> impl IntoView {
    let store = Store::here();
    let grid = SheetGrid::here();
    let locked = grid.locked;
    let title = title_of(store, id);
    view! {
        <li
            class="line"
            class:over=move || grid.over.get() == Some(id)
            aria-label=title
            on:keydown=move |event| keys(grid, id, &event)
            on:dragover=move |event| drag_over(grid, id, &event)
            on:drop=move |event| drop_on(grid, id, &event)
        >
            <div class="line-name">
                <Grip id />
                <div class="grow">
                    <TextOf
                        of=id
                        field=Line::title
                        id=format!("line-{id}-title")
                        class="strong"
                        label=words::work().to_owned()
                        placeholder=words::work()
                        locked
                    />
                    <Marks id />
                    <RepriseNote id />
                </div>
            </div>
            <Cells id />
            <Acts id title />
            <LineWrongs id />
            <div class="line-text">
                <TextOf
                    of=id
                    field=Line::text
                    lines=true
                    id=format!("line-{id}-text")
                    label=Signal::derive(move || words::of_line(&title.get(), words::text()))
                    placeholder=words::text()
                    locked
                />
                <Funds id title />
            </div>
        </li>
    }
}

/// Handle for dragging a line.
#[component]
fn Grip(id: Id<Line>) -> impl IntoView {
    let grid = SheetGrid::here();
    view! {
        <Show when=move || !grid.locked.get()>
            <span
                class="grip"
                draggable="true"
                aria-hidden="true"
                title=words::grip()
                on:dragstart=move |_| grid.dragged.set(Some(id))
                on:dragend=move |_| {
                    grid.dragged.set(None);
                    grid.over.set(None);
                }
            >
                <Icon name=IconName::Grip />
            </span>
        </Show>
    }
}

/// A line that is dragged may be put where another stands.
fn drag_over(grid: SheetGrid, id: Id<Line>, event: &DragEvent) {
    let dragged = grid.dragged.get_untracked();
    if dragged.is_some_and(|dragged| dragged != id) {
        event.prevent_default();
        if grid.over.get_untracked() != Some(id) {
            grid.over.set(Some(id));
        }
    }
}

/// Puts the line that is dragged where this one stands.
fn drop_on(grid: SheetGrid, id: Id<Line>, event: &DragEvent) {
    if let Some(dragged) = grid.dragged.get_untracked() {
        event.prevent_default();
        let all = grid.lines.get_untracked();
        let to = all.iter().position(|l| *l == id);
        grid.shift(dragged, to.unwrap_or(usize::MAX));
    }
    grid.dragged.set(None);
    grid.over.set(None);
}

/// The name of a line.
pub fn title_of(store: Store, id: Id<Line>) -> Signal<String> {
    text_of(store, id, Line::title)
}

/// Alt with the arrows moves the line.
fn keys(grid: SheetGrid, id: Id<Line>, event: &KeyboardEvent) {
    let up = match event.key().as_str() {
        "ArrowUp" => true,
        "ArrowDown" => false,
        _ => return,
    };
    if event.alt_key() && !grid.locked.get_untracked() {
        event.prevent_default();
        grid.step(id, up);
    }
}

/// The marks the line has, and 単独・補助.
#[component]
fn Marks(id: Id<Line>) -> impl IntoView {
    let store = Store::here();
    let locked = SheetGrid::here().locked;
    let marks = move || {
        let marks = store.get(id).map(|l| l.marks.clone()).unwrap_or_default();
        let is_new = marks.iter().any(Printed::is_new);
        let others = marks.into_iter();
        let others = others.filter(|mark| !mark.is_new() && !mark.is_reprise());
        let new = is_new.then(|| words::new().to_owned());
        let reprise = is_reprise(store, id).then(|| words::reprise().to_owned());
        let all = new.into_iter().chain(reprise);
        let all = all.chain(others.map(|mark| mark.0));
        all.map(|mark| view! { <span class="chip">{mark}</span> })
            .collect_view()
    };
    view! {
        <div class="row line-marks">
            {marks}
            <OneOrNone
                of=id
                field=Line::funding
                none=words::funding_none()
                id=format!("line-{id}-funding")
                label=words::funding().to_owned()
                locked
            />
        </div>
    }
}

/// The money, and under it the 方向性, year by year; on the side of 実績 the 決算額 beside the budget.
#[component]
fn Cells(id: Id<Line>) -> impl IntoView {
    let store = Store::here();
    let grid = SheetGrid::here();
    let locked = grid.locked;
    let title = title_of(store, id);
    match grid.side {
        Side::Done => {
            let label = Signal::derive(move || words::of_line(&title.get(), words::settled()));
            view! {
                <span class="line-kind">{words::settled()}</span>
                <div class="line-settled">
                    <MoneyField cell=MoneyCell::Settled(id) label place=grid.settled_at(id) locked />
                    <AgainstPlan id />
                </div>
            }
            .into_any()
        }
        Side::Planned => {
            let budget = move |year: FiscalYear| {
                let label = Signal::derive(move || words::budget_of(title.get(), year));
                view! {
                    <div class="line-year">
                        <span class="line-year-name" aria-hidden="true">{year.short()}</span>
                        <MoneyField cell=MoneyCell::Budget(id, year) label place=grid.budget_at(id, year) locked />
                    </div>
                }
            };
            view! {
                <span class="line-kind">{words::budget()}</span>
                <Each of=move || grid.years.get() let:year>
                    {budget(year)}
                </Each>
                <span class="line-kind second">{words::course()}</span>
                <Each of=move || grid.years.get() let:year>
                    <CourseCell id year />
                </Each>
            }
            .into_any()
        }
    }
}

/// 方向性 of one year.
#[component]
fn CourseCell(id: Id<Line>, year: FiscalYear) -> impl IntoView {
    let grid = SheetGrid::here();
    view! {
        <CourseField
            id=course_id(id, year)
            line=id
            year
            title=title_of(Store::here(), id)
            list=words::COURSE_LIST
            place=grid.course_at(id, year)
            locked=grid.locked
        />
    }
}

/// Amount planned for the year, and the share of it that was used.
#[component]
fn AgainstPlan(id: Id<Line>) -> impl IntoView {
    let cycle = FiscalCycle::here();
    let comparison = Memo::new(move |_| {
        let root = cycle
            .ledger(Side::Done)
            .with(|ledger| ledger.entry(id).and_then(|entry| entry.root))?;
        let used = cycle.against(Side::Done).get();
        let change = used.iter().find(|c| c.initiative == Some(root))?;
        let budget = change.before.and_then(Amount::value)?;
        Some(words::against_plan(budget, change.rate()))
    });
    move || {
        comparison
            .get()
            .map(|comparison| view! { <span class="sub">{comparison}</span> })
    }
}

/// The ⋯ of a line.
#[component]
fn Acts(id: Id<Line>, title: Signal<String>) -> impl IntoView {
    let grid = SheetGrid::here();
    let asking = RwSignal::new(false);
    view! {
        <div class="line-acts">
            <Show when=move || !grid.locked.get()>
                <RowMenu
                    label=Signal::derive(move || words::acts_on(named(&title.get())))
                    items=Callback::new(move |()| acts(grid, id, asking))
                    id=format!("line-{id}-acts")
                />
            </Show>
            <RepriseDialog id open=asking />
        </div>
    }
}

/// Returns the entries of the menu of a line.
fn acts(grid: SheetGrid, id: Id<Line>, asking: RwSignal<bool>) -> Vec<MenuItem> {
    let store = Store::here();
    let is_new = |line: &Line| line.marks.iter().any(Printed::is_new);
    let new = store.with(|s| s.get(id).is_some_and(|line| is_new(line)));
    let toggle = move || {
        store.edit(|s| {
            edit::set(s, id, edit::Field::Mark, |line| match is_new(line) {
                true => line.marks.retain(|mark| !mark.is_new()),
                false => line.marks.push(Printed(words::mark_new().to_owned())),
            })
        });
    };
    vec![
        MenuItem::switch(words::switch_new(), new, toggle),
        MenuItem::act(words::ask_reprise(), move || asking.set(true)),
        MenuItem::act(words::up(), move || grid.step(id, true)),
        MenuItem::act(words::down(), move || grid.step(id, false)),
        MenuItem::act(words::remove(), move || remove(store, grid, id)),
    ]
}

/// Removes a line; the keyboard goes to its neighbour, or to the field that adds one.
fn remove(store: Store, grid: SheetGrid, id: Id<Line>) {
    let all = grid.lines.get_untracked();
    let at = all.iter().position(|l| *l == id);
    if store.edit(|s| edit::remove(s, id)) {
        let near = at.and_then(|at| all.get(at + 1).or_else(|| all.get(at.checked_sub(1)?)));
        let to = near.map_or(words::ADD_FIELD.to_owned(), |l| format!("line-{l}-title"));
        request_animation_frame(move || focus(&to));
    }
}
