//! The figures of one indicator: years as columns, its series and their kinds of figure as rows.

use leptos::prelude::*;

use super::change::{ChangeTarget, Changing};
use crate::app::desk::fresh_id;
use crate::app::parts::{Field, Icon, Mark, ReadBack, read_back};
use crate::app::store::Store;
use crate::edit::{self, Cell};
use crate::insight;
use crate::locale::indicators as words;
use crate::strategy::*;

/// What a row of figures is called, and its cell of a year.
type Row = (&'static str, fn(FiscalYear) -> Cell);

/// The rows of figures a series has.
const ROWS: [Row; 3] = [
    (words::TARGET, Cell::Target),
    (words::ACTUAL, Cell::Actual),
    (words::WITHOUT_POLICY, Cell::WithoutPolicy),
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
    let changing = RwSignal::new(None::<Changing>);
    let add = move |_| {
        let series = Id::new(fresh_id());
        store.edit(|s| edit::add_series(s, id, series, words::NEW_SERIES));
    };
    view! {
        <ReadBack>
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::FIGURES>
            <table class="table figures">
                <caption>{words::FIGURES}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::SERIES}</th>
                        <th scope="col">{words::BASELINE}</th>
                        <th scope="col">
                            <span class="visually-hidden">{words::ROW_KIND}</span>
                        </th>
                        <For each=move || years.get() key=|year| *year let:year>
                            <th scope="col" class="number">{year.short()}</th>
                        </For>
                    </tr>
                </thead>
                <For each={move || store.list::<Series>(id)} key=|id| *id let:series>
                    <SeriesRows id=series years changing />
                </For>
            </table>
        </div>
        </ReadBack>
        <button type="button" class="btn small plain" on:click=add>
            <Mark icon=Icon::Plus />
            {words::ADD_SERIES}
        </button>
        <ChangeTarget changing />
    }
    .into_any()
}

#[component]
fn SeriesRows(
    id: Id<Series>,
    years: Memo<Vec<FiscalYear>>,
    changing: RwSignal<Option<Changing>>,
) -> impl IntoView {
    let store = Store::here();
    let name = Signal::derive(move || store.get(id).map(|s| s.name.clone()).unwrap_or_default());
    let at = Signal::derive(move || {
        store
            .get(id)
            .and_then(|s| s.baseline.as_ref()?.at.clone())
            .map(|at| at.0)
            .unwrap_or_default()
    });
    let set_at = Callback::new(move |text: String| {
        store.edit(|s| {
            edit::set(s, id, edit::Field::BaselineAt, |series| {
                let at = (!text.trim().is_empty()).then_some(At(text));
                match (&mut series.baseline, at) {
                    (Some(baseline), at) => baseline.at = at,
                    (none, Some(at)) => {
                        *none = Some(Baseline {
                            figure: Figure::read(""),
                            at: Some(at),
                        })
                    }
                    (None, None) => {}
                }
            })
        });
    });
    let head = move |span: &'static str| {
        view! {
            <th scope="rowgroup" rowspan=span class="series-name">
                <Field
                    label=words::SERIES_NAME.to_owned()
                    placeholder=words::SERIES_ONLY
                    value=name
                    on_input=Callback::new(move |text: String| {
                        store.edit(|s| edit::set(s, id, edit::Field::Title, |series| series.name = text));
                    })
                />
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove_series(&name.get())
                    on:click=move |_| { store.edit(|s| edit::remove_series(s, id)); }
                >
                    <Mark icon=Icon::Trash />
                </button>
            </th>
            <td rowspan=span class="baseline">
                <FigureField id cell=Cell::Baseline changing />
                <Field
                    class=read_back::YEAR
                    label=words::BASELINE_AT.to_owned()
                    placeholder=words::BASELINE_AT
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
                            <th scope="row" class="row-kind">{label}</th>
                            <For each=move || years.get() key=|year| *year let:year>
                                <td class="number"><FigureField id cell=cell(year) changing /></td>
                            </For>
                        </tr>
                    }
                })
                .collect_view()}
        </tbody>
    }
    .into_any()
}

/// One figure: typed as it is printed; how it was read is said beside it.
#[component]
fn FigureField(id: Id<Series>, cell: Cell, changing: RwSignal<Option<Changing>>) -> impl IntoView {
    let store = Store::here();
    let figure = Memo::new(move |_| store.get(id).and_then(|s| cell.of(&s).cloned()));
    let text = Signal::derive(move || {
        figure.with(|f| f.as_ref().map(|f| f.text().to_owned()).unwrap_or_default())
    });
    let check = move || figure.with(|f| f.as_ref().is_some_and(Figure::needs_check));
    // What asks for a reason is decided once, when the cell comes on screen or its stage changes.
    let locked = Memo::new(move |_| {
        store.about();
        matches!(cell, Cell::Target(_)) && store.with(|s| edit::wants_reason(s, id, cell))
    });
    let label = Signal::derive(move || {
        let name = store.get(id).map(|s| s.name.clone()).unwrap_or_default();
        words::cell(&name, cell)
    });
    view! {
        <span class="figure-field" class:check=check>
            {move || match (locked.get(), cell) {
                (true, Cell::Target(year)) => view! {
                    <button
                        type="button"
                        class="btn plain small locked"
                        title=words::LOCKED
                        aria-label=move || format!("{}：{} {}", label.get(), text.get(), words::LOCKED)
                        on:click=move |_| changing.set(Some((id, year, text.get_untracked())))
                    >
                        {text}
                    </button>
                }
                .into_any(),
                _ => view! {
                    <Field
                        class=read_back::FIGURE
                        label
                        value=text
                        on_input=Callback::new(move |text: String| {
                            store.edit(|s| edit::set_cell(s, id, cell, &text));
                        })
                    />
                }
                .into_any(),
            }}
            <Show when=check>
                <span class="chip warn" title=words::CHECK_NOTE>{words::CHECK}</span>
            </Show>
        </span>
    }
    .into_any()
}
