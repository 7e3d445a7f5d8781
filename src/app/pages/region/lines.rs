//! A table of which each row opens what it is made of, town by town, and leads there.

use leptos::prelude::*;

use super::behind::lead;
use super::downloads::Downloads;
use super::state::Region;
use super::town::AskedCount;
use crate::parts::ReadTable;
use crate::route::Page;
use ::words::{model, region as words};
use insight::region::{Count, RegionTable, Sorting, TableCell, is_all_zero, order};

/// Rows shown before one asks for all.
const FIRST: usize = 40;

/// Part of a row: a town, its text, and the page it links to.
#[derive(Clone, PartialEq)]
pub struct LinePart {
    /// The town, by its place.
    pub town: usize,
    /// Its text.
    pub text: String,
    /// Its page.
    pub page: Page,
    /// Its count; `None`: it is no count, or one of zero.
    pub count: Option<Count>,
}

/// A row of the table.
#[derive(Clone, PartialEq)]
pub struct RegionLine {
    /// Its heading.
    pub head: TableCell,
    /// The cells after it, as many as the heads of the table less one.
    pub cells: Vec<TableCell>,
}

/// The table; its first `columns` is the head of the rows.
#[component]
pub fn Lines(
    region: Region,
    /// Label for screen readers.
    #[prop(into)]
    label: String,
    /// The heads of its columns.
    columns: Vec<&'static str>,
    /// Its rows, now and whenever they change.
    #[prop(into)]
    lines: Signal<Vec<RegionLine>>,
    /// Makes the parts of a row, by its place among the lines: only of a row that is open or saved.
    parts: Callback<usize, Vec<LinePart>>,
) -> impl IntoView {
    let open = RwSignal::new(None::<usize>);
    let all = RwSignal::new(false);
    let width = columns.len();
    let sorting = RwSignal::new(None::<Sorting>);
    let heads = columns
        .iter()
        .enumerate()
        .map(|(at, head)| sort_head(sorting, at, head, at != 0))
        .collect_view();
    let places = Memo::new(move |_| {
        let cells = |line: &RegionLine| {
            let own = std::iter::once(&line.head).chain(&line.cells);
            own.cloned().collect::<Vec<_>>()
        };
        let rows = lines.with(|lines| lines.iter().map(cells).collect::<Vec<_>>());
        order(&rows, sorting.get())
    });
    let title = label.clone();
    let table = Callback::new(move |()| {
        lines.with_untracked(|lines| {
            let sorted = places.get_untracked().into_iter();
            let sorted = sorted.filter_map(|at| Some((lines.get(at)?, parts.run(at))));
            whole(region, &title, &columns, sorted)
        })
    });
    let title = label.clone();
    let shown = move || {
        let mut places = places.get();
        if !all.get() {
            places.truncate(FIRST);
        }
        let line = |at: usize| lines.with(|lines| Some((at, lines.get(at)?.clone())));
        let rows = places.into_iter().filter_map(line);
        rows.map(|(at, line)| row(region, open, (at, line, parts), width))
            .collect_view()
    };
    let more = move || lines.with(|lines| lines.len().saturating_sub(FIRST));
    // A table of zeros says nothing that its number of rows does not say.
    let is_zero = Memo::new(move |_| {
        lines.with(|lines| is_all_zero(lines.iter().filter_map(|line| line.cells.first())))
    });
    let count = Memo::new(move |_| lines.with(Vec::len));
    view! {
        <details class="zeros" open=move || !is_zero.get()>
            <summary hidden=move || !is_zero.get()>{move || words::all_zero(count.get())}</summary>
        <ReadTable label=label>
            <table class="table">
                <thead><tr>{heads}</tr></thead>
                <tbody>{shown}</tbody>
            </table>
        </ReadTable>
        <Show when=move || { more() > 0 && !all.get() }>
            <button type="button" class="btn small quiet" on:click=move |_| all.set(true)>
                {move || words::show_all(more())}
            </button>
            <p class="print-only">{move || words::not_printed(more())}</p>
        </Show>
        <Downloads region title table />
        </details>
    }
}

/// A head that sorts its column.
pub fn sort_head(
    sorting: RwSignal<Option<Sorting>>,
    column: usize,
    head: &'static str,
    is_number: bool,
) -> AnyView {
    let own = move || sorting.get().filter(|one| one.column == column);
    let direction = move || match own() {
        None => "none",
        Some(one) if one.descending => "descending",
        Some(_) => "ascending",
    };
    let press = move |_| sorting.update(|now| *now = Sorting::pressed(*now, column));
    view! {
        <th scope="col" class:number=is_number aria-sort=direction>
            <button type="button" class="sort" title=words::sort_by(head) on:click=press>{head}</button>
        </th>
    }
    .into_any()
}

/// The table as it is saved, with every row and what each is made of.
fn whole<'a>(
    region: Region,
    title: &str,
    columns: &[&str],
    lines: impl Iterator<Item = (&'a RegionLine, Vec<LinePart>)>,
) -> RegionTable {
    let mut table = RegionTable {
        title: title.to_owned(),
        scope: region.scope(),
        heads: columns.iter().map(|&head| head.to_owned()).collect(),
        ..RegionTable::default()
    };
    for (line, parts) in lines {
        let cells = std::iter::once(&line.head).chain(&line.cells);
        table.rows.push(cells.cloned().collect());
        for part in parts {
            let town = region.town_of(part.town);
            let town = town.map(|town| model::named(&town.head.town).to_owned());
            let row = [line.head.shown.clone(), town.unwrap_or_default(), part.text];
            table.parts.push(row);
        }
    }
    table
}

fn row(
    region: Region,
    open: RwSignal<Option<usize>>,
    (at, line, parts): (usize, RegionLine, Callback<usize, Vec<LinePart>>),
    width: usize,
) -> AnyView {
    let RegionLine { head, cells } = line;
    let is_open = Memo::new(move |_| open.get() == Some(at));
    let toggle = move |_| open.update(|open| *open = (*open != Some(at)).then_some(at));
    let cells = cells
        .into_iter()
        .map(|cell| view! { <td class="number">{cell.shown}</td> })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="btn plain small disclose" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                    {head.shown}
                </button>
            </th>
            {cells}
        </tr>
        {move || is_open.get().then(|| view! {
            <tr class="made-of">
                <td colspan=width.to_string()>
                    <ul class="plain-list">
                        {parts.run(at).into_iter().map(|part| made_of(region, part)).collect_view()}
                    </ul>
                </td>
            </tr>
        })}
    }
    .into_any()
}

fn made_of(region: Region, part: LinePart) -> AnyView {
    view! {
        <li class="row">
            <span class="town">{source(region, part.town, part.page)}</span>
            {figure(region, &part)}
        </li>
    }
    .into_any()
}

/// The town's name, leading to its strategy.
fn source(region: Region, town: usize, page: Page) -> Option<AnyView> {
    let town = region.town_of(town)?;
    let name = model::named(&town.head.town).to_owned();
    Some(lead(region, town.origin, name, page))
}

/// Cell of a town; a count opens the records behind it.
fn figure(region: Region, part: &LinePart) -> Option<AnyView> {
    let LinePart {
        town, text, count, ..
    } = part;
    let Some(count) = count.clone() else {
        return Some(view! { <span>{text.clone()}</span> }.into_any());
    };
    let town = region.town_of(*town)?;
    let asked = AskedCount {
        town: town.number,
        count,
        title: words::counted(&town.head.town, text),
    };
    let (label, text) = (asked.title.clone(), text.clone());
    let ask = move |_| region.asked.set(Some(asked.clone()));
    let button = view! { <button type="button" class="btn plain small" aria-label=label on:click=ask>{text}</button> };
    Some(button.into_any())
}
