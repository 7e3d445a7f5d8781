//! The figures of one indicator: years as columns, its series and their kinds of figure as rows.

use leptos::ev::ClipboardEvent;
use leptos::prelude::*;

use super::change::{ChangeTarget, Changing};
use crate::notice::{Notice, NoticeWay};
use crate::parts::{
    Closable, Each, Field, Icon, IconName, ParsePreviewArea, TextOf, parse_preview, pasted, text_of,
};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{YearForms, indicators as words, review};
use edit::{FigureCell, Pasted, TableCell};
use format::tsv;
use strategy::*;

/// Name of a row of figures, and its cell of a year.
type FigureRow = (fn() -> &'static str, fn(FiscalYear) -> FigureCell);

/// The rows of figures a series has.
const ROWS: [FigureRow; 3] = [
    (words::target, FigureCell::Target),
    (words::actual, FigureCell::Actual),
    (words::without_policy, FigureCell::WithoutPolicy),
];

/// Every figure of the indicator, each a field.
#[component]
pub fn Figures(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let years = Memo::new(move |_| {
        store.about();
        for series in store.list::<Series>(id) {
            store.get(series);
        }
        store.with(|s| insight::years_of(s, id))
    });
    // A single series without a name needs no column for it.
    let several = Memo::new(move |_| {
        let all = store.list::<Series>(id);
        let named = |id: &Id<Series>| store.get(*id).is_some_and(|s| !s.name.is_empty());
        all.len() > 1 || all.iter().any(named)
    });
    let changing = RwSignal::new(None::<Changing>);
    let add = move |_| {
        let series = Id::new(fresh_id());
        store.edit(|s| edit::add_series(s, id, series, ""));
    };
    view! {
        <ParsePreviewArea>
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::figures_label()>
            <table class="table figures">
                <caption>{words::figures_label()}</caption>
                <thead>
                    <tr>
                        <Show when=move || several.get()>
                            <th scope="col">{words::series()}</th>
                        </Show>
                        <th scope="col">{words::baseline()}</th>
                        <th scope="col" class="row-kind">
                            <span class="visually-hidden">{words::row_kind()}</span>
                        </th>
                        <Each of=move || years.get() let:year>
                            <th scope="col" class="number">
                                <span class="closed-year">
                                    <Show when=move || store.is_closed(year)>
                                        <Icon name=IconName::Lock />
                                        <span class="visually-hidden">{review::lock()}</span>
                                    </Show>
                                    {year.short()}
                                </span>
                            </th>
                        </Each>
                    </tr>
                </thead>
                <Each of={move || store.list::<Series>(id)} let:series>
                    <SeriesRows id=series years several changing />
                </Each>
            </table>
        </div>
        </ParsePreviewArea>
        <button type="button" class="btn small plain" on:click=add>
            <Icon name=IconName::Plus />
            {words::add_series()}
        </button>
        <ChangeTarget changing />
    }
}

#[component]
fn SeriesRows(
    id: Id<Series>,
    years: Memo<Vec<FiscalYear>>,
    several: Memo<bool>,
    changing: RwSignal<Option<Changing>>,
) -> impl IntoView {
    let store = Store::here();
    let name = text_of(store, id, Series::name);
    let at = Signal::derive(move || {
        store
            .get(id)
            .and_then(|s| s.baseline.as_ref()?.at.clone())
            .map(|at| at.0)
            .unwrap_or_default()
    });
    let set_at = Callback::new(move |text: String| {
        store.edit(|s| edit::set_table_cell(s, TableCell::BaselineAt(id), &text));
    });
    let head = move |span: &'static str| {
        view! {
            <Show when=move || several.get()>
                <th scope="rowgroup" rowspan=span class="series-name">
                    <TextOf of=id field=Series::name label=words::series_name().to_owned() placeholder=words::series_only() />
                    <button
                        type="button"
                        class="btn plain small"
                        aria-label=move || words::remove_series(&name.get())
                        on:click=move |_| { store.edit(|s| edit::remove_series(s, id)); }
                    >
                        <Icon name=IconName::Trash />
                    </button>
                </th>
            </Show>
            <td rowspan=span class="baseline">
                <FigureField id cell=FigureCell::Baseline years changing />
                <Field
                    class=parse_preview::YEAR
                    label=words::baseline_at().to_owned()
                    placeholder=words::baseline_at()
                    value=at
                    on_input=set_at
                />
            </td>
        }
    };
    view! {
        <tbody>
            {ROWS
                .into_iter()
                .enumerate()
                .map(|(row, (label, cell))| {
                    view! {
                        <tr>
                            {(row == 0).then(|| head("3"))}
                            <th scope="row" class="row-kind" title=words::row_note(cell(FiscalYear(0)))>{label()}</th>
                            <Each of=move || years.get() let:year>
                                <td class="number"><FigureField id cell=cell(year) years changing /></td>
                            </Each>
                        </tr>
                    }
                })
                .collect_view()}
        </tbody>
    }
}

/// One figure: typed as it is printed; how it was read is said beside it.
#[component]
fn FigureField(
    id: Id<Series>,
    cell: FigureCell,
    years: Memo<Vec<FiscalYear>>,
    changing: RwSignal<Option<Changing>>,
) -> impl IntoView {
    let store = Store::here();
    let figure = Memo::new(move |_| store.get(id).and_then(|s| cell.of(&s).cloned()));
    let text = Signal::derive(move || {
        figure.with(|f| f.as_ref().map(|f| f.text().to_owned()).unwrap_or_default())
    });
    let check = move || figure.with(|f| f.as_ref().is_some_and(Figure::needs_check));
    // The need for a reason is computed once, when it comes on screen or the stage changes.
    let locked = Memo::new(move |_| {
        store.about();
        matches!(cell, FigureCell::Target(_)) && store.with(|s| edit::wants_reason(s, id, cell))
    });
    let closed = Memo::new(move |_| cell.closes_with().filter(|year| store.is_closed(*year)));
    let label = Signal::derive(move || {
        let name = store.get(id).map(|s| s.name.clone()).unwrap_or_default();
        words::cell(&name, cell)
    });
    view! {
        <span
            class="figure-field"
            class:check=check
            on:paste=move |event| years.with_untracked(|years| paste_block(store, &event, id, cell, years))
        >
            {move || match (locked.get(), cell) {
                (true, FigureCell::Target(year)) => view! {
                    <button
                        type="button"
                        class="btn plain small locked"
                        title=words::locked()
                        aria-label=move || words::locked_figure(label.get(), text.get(), words::locked())
                        on:click=move |_| changing.set(Some((id, year, text.get_untracked())))
                    >
                        {text}
                    </button>
                }
                .into_any(),
                _ => view! {
                    <Closable year=closed>
                        <Field
                            class=parse_preview::FIGURE
                            label
                            value=text
                            on_input=Callback::new(move |text: String| {
                                store.edit(|s| edit::set_cell(s, id, cell, &text));
                            })
                            locked=Signal::derive(move || closed.get().is_some())
                        />
                    </Closable>
                }
                .into_any(),
            }}
            <Show when=check>
                <span class="chip warn" title=words::check_note()>{words::check()}</span>
            </Show>
        </span>
    }
}

/// A block copied from a spreadsheet goes along the years and down the rows from the field it is pasted into,
/// in one edit.
fn paste_block(
    store: Store,
    event: &ClipboardEvent,
    id: Id<Series>,
    cell: FigureCell,
    years: &[FiscalYear],
) {
    let lines = tsv::parse(&pasted(event));
    if lines
        .iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .count()
        < 2
    {
        return;
    }
    event.prevent_default();
    let table = store.with(|s| cells_of(s, id, years));
    let here = Some((id, cell));
    let start = table.iter().enumerate().find_map(|(down, row)| {
        let along = row.iter().position(|there| *there == here);
        Some((down, along?))
    });
    let Some((top, left)) = start else {
        return;
    };
    let (mut cells, mut outside) = (Vec::new(), 0);
    for (down, line) in lines.iter().enumerate() {
        for (along, text) in line.iter().enumerate() {
            let text = text.trim().to_owned();
            let there = table.get(top + down).and_then(|row| row.get(left + along));
            match there.copied().flatten() {
                Some((series, cell)) => cells.push((TableCell::Figure(series, cell), text)),
                None => outside += usize::from(!text.is_empty()),
            }
        }
    }
    let done = store.with(|s| edit::paste(s, &cells, outside));
    tell_pasted(store, done);
}

/// Commits what was pasted and says what it did, once it is done.
pub fn tell_pasted(store: Store, made: Pasted) {
    let account = ::words::grid::pasted(&made);
    let closed = made.closed.keys().next().copied();
    if let Some(account) = store.carry_out(made.edit, account) {
        store.tell_done(match closed {
            Some(year) => Notice::with(account, NoticeWay::Reopen(year)),
            None => account.into(),
        });
    }
}

/// A row of the table of figures; `None`: nothing is entered there.
type Places = Vec<Option<(Id<Series>, FigureCell)>>;

/// The rows of the table of figures a series stands in: the baseline, where there is one, and the years.
fn cells_of(strategy: &Strategy, id: Id<Series>, years: &[FiscalYear]) -> Vec<Places> {
    let indicator = strategy.get(id).map(|series| series.indicator);
    let all = indicator
        .map(|k| strategy.series.under(k))
        .unwrap_or_default();
    let mut rows = Vec::new();
    for series in all {
        for (at, (_, cell)) in ROWS.iter().enumerate() {
            let baseline = (at == 0).then_some((series.id, FigureCell::Baseline));
            let years = years.iter().map(|year| Some((series.id, cell(*year))));
            rows.push(std::iter::once(baseline).chain(years).collect());
        }
    }
    rows
}
