//! Votes counted from paper: the number of people, and the stickers or opinions on each idea.

use leptos::prelude::*;

use super::more::{DrawnLimit, More};
use super::paper_cells::{PaperCells, cell_id};
use super::state::WorkshopState;
use crate::parts::{
    CellField, CellPlace, Each, FieldGrid, FieldGridFoot, FieldGridTools, GridHost, ScrollTable,
    column_heads, read_only,
};
use crate::store::Store;
use ::grid::Position;
use ::words::workshop as words;
use strategy::*;

/// The form, a table of as many ideas as are shown at a time.
#[component]
pub fn PaperCount(ideas: Memo<Vec<Id<Idea>>>, step: usize) -> impl IntoView {
    let (store, limit) = (Store::here(), DrawnLimit::of(step));
    // Drawn when it is opened: most sessions count on one way alone.
    let is_open = RwSignal::new(false);
    let rows = Memo::new(move |_| match is_open.get() {
        true => limit.first(ideas.get()),
        false => Vec::new(),
    });
    let cells = PaperCells {
        store,
        state: WorkshopState::here(),
        rows,
    };
    let host = GridHost::new("paper-find");
    let grid = FieldGrid::new(cells, host);
    let columns = Memo::new(move |_| cells.columns());
    let people = move || cells.ballot().map_or(0, |one| one.people).to_string();
    let write_people = move |event: leptos::ev::Event| {
        if let Ok(people) = event_target_value(&event).parse::<u32>() {
            cells.change(|ballot| ballot.people = people.min(9_999));
        }
    };
    let row = move |id: Id<Idea>| {
        let text = move || store.get(id).map(|one| one.text.clone());
        let row = Memo::new(move |_| rows.with(|rows| rows.iter().position(|one| *one == id)));
        let cell = move |column: usize| count_cell(cells, grid, id, row, column);
        view! {
            <tr>
                <th scope="row">{text}</th>
                {move || (0..columns.get()).map(cell).collect_view()}
            </tr>
        }
    };
    let heads = move || {
        let head = |word: &'static str| view! { <th scope="col" class="number">{word}</th> };
        match columns.get() {
            1 => head(words::stickers_head()).into_any(),
            all => (0..all)
                .map(|at| head(words::opinion(at)))
                .collect_view()
                .into_any(),
        }
    };
    view! {
        <details class="card paper-in" on:toggle=move |_| is_open.set(true)>
            <summary><h2>{words::paper_count()}</h2></summary>
            <p class="sub">{words::paper_count_note()}</p>
            <label class="row nowrap">
                {words::paper_people()}
                <input
                    type="number"
                    min="0"
                    max="9999"
                    class="input short"
                    disabled=read_only()
                    prop:value=people
                    on:change=write_people
                />
            </label>
            <p class="hint">{words::paper_keys()}</p>
            <p class="sub" role="status">{move || store.account(host.announcement.get())}</p>
            <FieldGridTools host />
            <ScrollTable label=words::paper_count() heads=(column_heads(&[words::idea_head()], &[]), heads).into_any()>
                <Each of=move || rows.get() let:id>{row(id)}</Each>
            </ScrollTable>
            <FieldGridFoot host />
            <More limit count=Signal::derive(move || ideas.with(Vec::len)) />
        </details>
    }
}

/// A cell in which a number is typed.
fn count_cell(
    cells: PaperCells,
    grid: FieldGrid,
    idea: Id<Idea>,
    row: Memo<Option<usize>>,
    column: usize,
) -> AnyView {
    let at = Signal::derive(move || row.get().map(|row| Position { row, column }));
    let send = move |text: String| {
        if let Some(at) = at.get_untracked() {
            cells.write_one(at, text);
        }
    };
    view! {
        <td class="number">
            <CellField
                id=cell_id(idea, column)
                class="short"
                label=Signal::derive(move || cells.label_of(idea, column))
                shown=Signal::derive(move || cells.count(idea, column).to_string())
                send=Callback::new(send)
                place=Some(CellPlace { grid, at })
                locked=read_only()
            />
        </td>
    }
    .into_any()
}
