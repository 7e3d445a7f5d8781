//! 実績入力: one year's actuals from top to bottom, and who has not entered yet.

use leptos::html::Div;
use leptos::prelude::*;

use super::entry_cells::{ActualCells, actual_id};
use crate::as_of::YearJudged;
use crate::panels::Panels;
use crate::parts::{
    CellField, CellPlace, Choice, Closable, ClosedNotice, FieldGrid, FieldGridFoot, FieldGridTools,
    GridHost, ParsePreviewArea, VirtualRows, parse_preview,
};
use crate::settled::settled;
use crate::sizes::row_height;
use crate::store::Store;
use ::grid::Position;
use ::words::Say;
use ::words::entry as words;
use browser::focus::focus_added;
use edit::FigureCell;
use strategy::*;

/// Height of a row in the usual size, in CSS px.
const ROW: f64 = 56.0;

/// The page of one year.
#[component]
pub fn YearEntry(
    /// The indicators, in order.
    found: Memo<Vec<Id<Indicator>>>,
    /// Opens the window for published data.
    open_data: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let year = RwSignal::new(YearJudged::here().get_untracked());
    let closed = Memo::new(move |_| Some(year.get()).filter(|year| store.is_closed(*year)));
    let owner = RwSignal::new(None::<String>);
    // It looks at the whole plan: not with every key.
    let beat = settled(move || store.revision());
    let entry = Memo::new(move |_| {
        beat.track();
        let year = year.get();
        store.with(|s| insight::completeness(s, year))
    });
    // Opened to enter figures, the list shows only those still awaited.
    let entering = Panels::here().enter_actuals.get_untracked();
    let any_awaited = || entry.with_untracked(|e| e.entered < e.expected);
    let only_awaited = RwSignal::new(entering && any_awaited());
    let all = YearJudged::years();
    let years = Signal::derive(move || {
        all.get()
            .into_iter()
            .map(|y| (y.0.to_string(), y.say()))
            .collect::<Vec<_>>()
    });
    // The rows shown are chosen when the filter changes, not while figures are typed.
    let rows = Memo::new(move |_| {
        let (owner, year) = (owner.get(), year.get());
        rows_shown(
            store,
            &found.get(),
            owner.as_deref(),
            only_awaited.get().then_some(year),
        )
    });
    take_keyboard(rows);
    let (scroller, height) = (NodeRef::<Div>::new(), row_height(ROW));
    let host = GridHost::new("entry-find");
    let cells = ActualCells {
        store,
        rows,
        year,
        scroller,
        height: height.into(),
    };
    let grid = FieldGrid::new(cells, host);
    view! {
        <div class="row">
            <Choice
                shows=true
                label=words::year().to_owned()
                value=Signal::derive(move || year.get().0.to_string())
                options=years
                on_change=Callback::new(move |key: String| {
                    if let Ok(n) = key.parse() {
                        year.set(FiscalYear(n));
                    }
                })
            />
            <b role="status">{move || entry.with(entered)}</b>
            <button
                type="button"
                class="btn small quiet"
                aria-pressed=move || only_awaited.get().to_string()
                on:click=move |_| only_awaited.update(|on| *on = !*on)
            >
                {words::only_awaited()}
            </button>
            <button type="button" class="btn small quiet" on:click=move |_| open_data.set(true)>
                {words::from_open_data()}
            </button>
            <button type="button" class="btn small quiet" on:click=move |_| grid.open_find(true)>
                {::words::grid::find()}
            </button>
        </div>
        <OwnerChips entry owner />
        <p class="hint entry-hint">{words::hint()}</p>
        <p class="sub" role="status">{move || store.account(host.announcement.get())}</p>
        <ClosedNotice year=closed />
        <FieldGridTools host />
        <Closable year=closed>
            <ParsePreviewArea>
                <VirtualRows
                    class="entry-list"
                    label=words::label().to_owned()
                    rows
                    height
                    scroller
                    kept=Signal::derive(move || grid.row_with_keyboard())
                    row=move |id| view! { <EntryRow id year closed rows grid /> }.into_any()
                />
            </ParsePreviewArea>
        </Closable>
        <FieldGridFoot host />
    }
}

/// Says how many figures of a year are entered.
fn entered(entry: &insight::Completeness) -> String {
    match entry.unread {
        0 => words::entered(entry.entered, entry.expected),
        unread => words::entered_unread(entry.entered, entry.expected, unread),
    }
}

/// The series whose rows are shown: of the indicators found, of an office where one is chosen, and only those still
/// awaited for a year where that is asked.
fn rows_shown(
    store: Store,
    found: &[Id<Indicator>],
    owner: Option<&str>,
    awaited_for: Option<FiscalYear>,
) -> Vec<Id<Series>> {
    let awaited = awaited_for.map(|year| {
        let entry = store.with(|s| insight::completeness(s, year));
        let each = entry.owners.iter().flat_map(|o| &o.awaited);
        sort::set(each.map(|a| a.series))
    });
    store.follow_shape(|s| {
        let mine = |id: &&Id<Indicator>| {
            owner.is_none_or(|name| s.get(**id).is_some_and(|k| k.owner.trim() == name))
        };
        let all = s.series.by_parent();
        let mine = found.iter().filter(mine);
        let series = mine.flat_map(|id| all.under(*id)).map(|series| series.id);
        series
            .filter(|id| awaited.as_ref().is_none_or(|set| set.contains(id)))
            .collect()
    })
}

/// Puts the keyboard into the first field if the page was opened to enter figures.
fn take_keyboard(rows: Memo<Vec<Id<Series>>>) {
    let entering = Panels::here().enter_actuals;
    if entering.get_untracked() {
        entering.set(false);
        if let Some(first) = rows.with_untracked(|rows| rows.first().copied()) {
            focus_added(actual_id(first));
        }
    }
}

/// The offices, each with how many of its figures are awaited; one can be chosen.
#[component]
fn OwnerChips(
    entry: Memo<insight::Completeness>,
    /// The one chosen.
    owner: RwSignal<Option<String>>,
) -> impl IntoView {
    view! {
        <div class="row owner-chips" role="group" aria-label=words::owners()>
            <span class="sub">{words::owners()}</span>
            {move || {
                entry.with(|e| {
                    e.owners
                        .iter()
                        .map(|o| {
                            let (name, count) = (o.name.clone(), o.awaited.len());
                            let chosen = name.clone();
                            let on = move || owner.get().as_deref() == Some(chosen.as_str());
                            let label = words::owner(&name, count);
                            view! {
                                <button
                                    type="button"
                                    class="btn small quiet"
                                    aria-pressed=move || on().to_string()
                                    on:click=move |_| {
                                        owner.update(|o| *o = if o.as_ref() == Some(&name) { None } else { Some(name.clone()) })
                                    }
                                >
                                    {label}
                                </button>
                            }
                        })
                        .collect_view()
                })
            }}
        </div>
    }
}

#[component]
fn EntryRow(
    id: Id<Series>,
    year: RwSignal<FiscalYear>,
    closed: Memo<Option<FiscalYear>>,
    rows: Memo<Vec<Id<Series>>>,
    grid: FieldGrid,
) -> impl IntoView {
    let store = Store::here();
    let at = Memo::new(move |_| {
        let row = rows.with(|rows| rows.iter().position(|row| *row == id))?;
        Some(Position { row, column: 0 })
    });
    let series = move || store.get(id);
    let indicator = move || series().and_then(|s| store.get(s.indicator));
    let name = Signal::derive(move || {
        let own = series().map(|s| s.name.clone()).unwrap_or_default();
        ::words::grid::row_name(
            &indicator().map(|k| k.name.clone()).unwrap_or_default(),
            &own,
        )
    });
    let figure = move |cell: FigureCell| {
        series()
            .and_then(|s| cell.of(&s).map(|f| f.text().to_owned()))
            .unwrap_or_default()
    };
    // The year's own target or, where it has none, the one the years lead to.
    let aim = move |year: FiscalYear| {
        let own = figure(FigureCell::Target(year));
        let last = || {
            let series = series()?;
            let (of, target) = series.targets.last_key_value()?;
            Some(words::target_of(*of, target.text()))
        };
        match own.is_empty() {
            true => last().unwrap_or_default(),
            false => words::target(&own),
        }
    };
    let text = Signal::derive(move || figure(FigureCell::Actual(year.get())));
    view! {
        <div class="entry-row" role="listitem">
            <span class="entry-name">
                <b>{name}</b>
                <span class="sub">{move || indicator().map(|k| words::under_name(&k.owner, &k.unit))}</span>
            </span>
            <span class="sub number">
                {move || words::before(year.get().previous(), &figure(FigureCell::Actual(year.get().previous())))}
            </span>
            <CellField
                id=actual_id(id)
                class=format!("boxed {}", parse_preview::FIGURE)
                label=Signal::derive(move || words::field(name.get(), year.get()))
                placeholder=words::placeholder()
                shown=text
                send=Callback::new(move |text: String| {
                    let year = year.get_untracked();
                    store.edit(|s| edit::set_cell(s, id, FigureCell::Actual(year), &text));
                })
                live=true
                place=Some(CellPlace { grid, at: at.into() })
                locked=Signal::derive(move || closed.get().is_some() || store.read_only().get())
            />
            <span class="sub number">{move || aim(year.get())}</span>
        </div>
    }
}
