//! The rows of 全事業の表. Each cell is a field, the same as on the sheet of its measure.

use std::collections::BTreeSet;

use leptos::html::Div;
use leptos::prelude::*;

use super::works_cells::{WorkCells, work_id};
use super::works_columns::{ColumnKind, WorkColumn, WorkColumns, next_order};
use crate::pages::sheets::{CourseField, FiscalCycle, MoneyField, title_of};
use crate::parts::{
    CardRows, CellPlace, Closable, ClosedNotice, ColumnEdge, DataList, FieldGrid, FieldGridFoot,
    FieldGridTools, GridHost, OneOrNone, RowMenu, Scroll, VirtualRows,
};
use crate::route::{Page, Route};
use crate::sizes::{row_height, sizes};
use crate::store::Store;
use ::grid::Position;
use ::words::{paper, plan as words};
use edit::LineCell;
use insight::money::{ListedBy, ListedWork, WorkKey};
use strategy::*;

/// Height of a row in the usual size, in CSS px.
const ROW: f64 = 46.0;

/// Height of the head in the usual size, in CSS px; the style sheet holds the same.
const HEAD: f64 = 34.0;

/// Heights in a card; the style sheet holds the same.
const CARD: CardRows = CardRows {
    frame: 78.0,
    line: 52.0,
};

/// The id of the list of usual words for 方向性.
const COURSES: &str = "works-courses";

/// State of the table. Copy it freely.
#[derive(Clone, Copy)]
struct WorksState {
    cells: WorkCells,
    grid: FieldGrid,
    closed: Memo<BTreeSet<FiscalYear>>,
}

impl WorksState {
    fn here() -> Self {
        expect_context()
    }

    /// True if the cells that are closed with a year can only be read.
    fn locked(self, year: FiscalYear) -> Signal<bool> {
        let read_only = self.cells.store.read_only();
        Signal::derive(move || read_only.get() || self.closed.with(|all| all.contains(&year)))
    }

    /// The closed year of the cell that has the keyboard.
    fn closed_here(self) -> Option<FiscalYear> {
        let (work, column) = self.cells.at(self.grid.active()?)?;
        let year = column.closes_with(&work);
        self.closed.with(|all| all.contains(&year)).then_some(year)
    }
}

/// The table of the works found.
#[component]
pub fn WorksGrid(
    rows: Memo<Vec<ListedWork>>,
    /// Their order; the heads of the columns choose it.
    by: RwSignal<ListedBy>,
) -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let first = cycle.edition();
    let (scroller, now) = (NodeRef::<Div>::new(), sizes());
    let host = GridHost::new("works-find");
    let choices = WorkColumns::remembered();
    let columns = move |_: Option<&Vec<WorkColumn>>| {
        let all = WorkColumn::all(first.get()).into_iter();
        all.filter(|column| choices.shows(column.kind())).collect()
    };
    let scroll = RwSignal::new(Scroll {
        height: 900.0,
        ..Scroll::default()
    });
    let columns = Memo::new(columns);
    let (text, row) = (Memo::new(move |_| now.get().text), row_height(ROW));
    let cards = Memo::new(move |_| CardRows::fit(scroll.get(), text.get()));
    let card = move || CARD.height(columns.with(Vec::len), text.get());
    let cells = WorkCells {
        store,
        cycle,
        rows,
        columns,
        choices,
        scroller,
        height: Memo::new(move |_| if cards.get() { card() } else { row.get() }),
        head: Memo::new(move |_| if cards.get() { 0.0 } else { HEAD * text.get() }),
    };
    let items = Callback::new(move |()| {
        let handle = |kind| cells.column_handle(kind);
        choices.items(!cards.get_untracked(), handle)
    });
    let state = WorksState {
        cells,
        grid: FieldGrid::new(cells, host),
        closed: Memo::new(move |_| store.closed_years()),
    };
    provide_context(state);
    let closed = move |side| cycle.closed_year(side);
    view! {
        <div class="row works-tools">
            <p class="hint works-hint">{words::works_hint()}</p>
            <button type="button" class="btn small quiet" on:click=move |_| state.grid.open_find(true)>
                {::words::grid::find()}
            </button>
            <RowMenu label=::words::grid::columns() items />
        </div>
        <ClosedNotice year=closed(Side::Done) />
        <ClosedNotice year=closed(Side::Planned) />
        <p class="sub line-said" role="status">{move || store.account(host.announcement.get())}</p>
        <Wrongs cells />
        <FieldGridTools host />
        <DataList id=COURSES words=Signal::stored(Course::USUAL.map(str::to_owned).to_vec()) />
        <Closable year=Signal::derive(move || state.closed_here())>
            <div class="works-frame" class:as-cards=move || cards.get() style=move || format!("--count:{};{}", rows.with(Vec::len), columns.with(|all| choices.style(all)))>
                <VirtualRows
                    class="works-grid"
                    role="grid"
                    label=words::all_works().to_owned()
                    rows
                    height=cells.height
                    scroller
                    scroll
                    kept=Signal::derive(move || state.grid.row_with_keyboard())
                    header=move || view! { <Heads cells first by /> }
                    row=move |work: ListedWork| view! { <WorkRow work /> }.into_any()
                />
            </div>
        </Closable>
        <FieldGridFoot host />
    }
}

/// Why what was typed into cells cannot be kept.
#[component]
fn Wrongs(cells: WorkCells) -> impl IntoView {
    let wrongs = Memo::new(move |_| cells.wrongs());
    let one = move |(work, column, why): (ListedWork, usize, String)| {
        let id = format!("{}-why", work_id(&work, column));
        let title = title_of(cells.store, work.planned).get();
        let name = cells
            .columns
            .with(|columns| columns.get(column).map(|one| one.label(title)));
        let why = words::of_line(&name.unwrap_or_default(), &why);
        view! { <p class="money-why" id=id role="alert">{why}</p> }
    };
    (move || wrongs.get().into_iter().map(one).collect_view()).into_any()
}

/// The head of the table. A column is sorted by at its head; the keyboard has 並び順.
#[component]
fn Heads(cells: WorkCells, first: Memo<FiscalYear>, by: RwSignal<ListedBy>) -> impl IntoView {
    let edge = move |kind| view! { <ColumnEdge column=cells.column_handle(kind) /> };
    let beside = move |kind: ColumnKind, word: &'static str| {
        let class = format!("column-{}", kind.name());
        let head = move || view! { <span class=class.clone() role="columnheader">{word} {edge(kind)}</span> };
        move || cells.choices.shows(kind).then(&head)
    };
    let head = move |column: WorkColumn| {
        let kind = column.kind();
        let class = format!("column-{}", kind.name());
        let is_number = kind != ColumnKind::Course;
        let name = column.head(first.get());
        view! {
            <span class=class class:number=is_number role="columnheader" aria-sort=move || sorted(by.get(), column.key())>
                {sort_button(by, column.key(), name)}
                {edge(kind)}
            </span>
        }
    };
    view! {
        <div class="work-row work-head" role="row">
            <span
                class="work-name column-name"
                role="columnheader"
                aria-sort=move || sorted(by.get(), WorkKey::Title)
            >
                {sort_button(by, WorkKey::Title, words::work().to_owned())}
                {edge(ColumnKind::Name)}
            </span>
            {beside(ColumnKind::Measure, words::measures())}
            {beside(ColumnKind::Funding, words::funding())}
            {move || cells.columns.get().into_iter().map(head).collect_view()}
        </div>
    }
}

fn sort_button(by: RwSignal<ListedBy>, key: WorkKey, name: String) -> impl IntoView {
    view! {
        <button
            type="button"
            class="head-sort"
            tabindex="-1"
            on:click=move |_| by.update(|by| *by = next_order(*by, key))
        >
            {name}
        </button>
    }
}

/// The direction in which works are sorted by a column.
fn sorted(by: ListedBy, key: WorkKey) -> Option<&'static str> {
    match by {
        ListedBy::Rising(by) if by == key => Some("ascending"),
        ListedBy::Falling(by) if by == key => Some("descending"),
        _ => None,
    }
}

/// One work.
#[component]
fn WorkRow(work: ListedWork) -> impl IntoView {
    let (state, cycle) = (WorksState::here(), FiscalCycle::here());
    let WorkCells {
        store,
        rows,
        columns,
        choices,
        ..
    } = state.cells;
    let line = work.planned;
    let title = title_of(store, line);
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().position(|one| *one == work)));
    let name = move || {
        let line = store.get(line)?;
        let marks: Vec<_> = line.marks.iter().collect();
        Some(paper::marked(&marks, &line.title))
    };
    let measure = move || {
        let title = store.get(work.measure).map(|m| m.title.clone());
        words::coded(&cycle.code(work.measure), &title.unwrap_or_default())
    };
    let measure_cell = move || {
        let to = Route::of_page(Page::Plan(Some(work.measure))).to_string();
        view! { <span class="work-measure" role="gridcell"><a href=to>{measure}</a></span> }
    };
    let funding_cell = move || {
        let label = Signal::derive(move || words::of_line(&title.get(), words::funding()));
        view! {
            <span class="work-funding" role="gridcell">
                <OneOrNone
                    of=line
                    field=Line::funding
                    none=words::funding_none()
                    label
                    locked=state.locked(work.edition)
                />
            </span>
        }
    };
    let cell = move |(at, column): (usize, WorkColumn)| {
        let head = move || column.head(cycle.edition().get());
        view! { <span class="work-cell" role="gridcell" data-head=head><WorkField work title row column at /></span> }
    };
    view! {
        <div class="work-row" role="row" aria-rowindex=move || row.get().map(|row| (row + 1).to_string())>
            <span class="work-name" role="rowheader">
                <span>{name}</span>
            </span>
            {move || choices.shows(ColumnKind::Measure).then(measure_cell)}
            {move || choices.shows(ColumnKind::Funding).then(funding_cell)}
            {move || columns.get().into_iter().enumerate().map(cell).collect_view()}
        </div>
    }
}

/// The field of a cell.
#[component]
fn WorkField(
    work: ListedWork,
    title: Signal<String>,
    row: Memo<Option<usize>>,
    column: WorkColumn,
    /// Place of the column.
    at: usize,
) -> impl IntoView {
    let state = WorksState::here();
    let place = CellPlace {
        grid: state.grid,
        at: Signal::derive(move || row.get().map(|row| Position { row, column: at })),
    };
    let (id, locked) = (work_id(&work, at), state.locked(column.closes_with(&work)));
    match column.cell(&work) {
        None => view! { <span class="sub work-none">{words::no_settled()}</span> }.into_any(),
        Some(LineCell::Money(cell)) => {
            let label = Signal::derive(move || column.label(title.get()));
            view! { <MoneyField cell id label place=Some(place) locked /> }.into_any()
        }
        Some(LineCell::Course(line, year)) => {
            view! { <CourseField id line year title list=COURSES place locked /> }.into_any()
        }
    }
}
