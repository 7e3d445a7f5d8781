//! The measures of the file, the series that each belongs to, and their figures: old beside new.

use leptos::prelude::*;

use super::state::OpenDataState;
use crate::parts::{Choice, Each, ScrollTable, column_heads, read_only};
use ::words::{YearForms, grid, open_data as words};
use insight::open_data::PublishedFigure;
use insight::unit;
use recognise::open_data::BoundMeasure;
use strategy::{About, Id, Indicator, Series, half_width};

/// The measures, and the button that writes.
#[component]
pub fn Bindings() -> impl IntoView {
    let state = OpenDataState::here();
    let is_read = Memo::new(move |_| state.read.with(|read| matches!(read, Some(Ok(_)))));
    let bound = move || {
        state
            .bound
            .with(|all| all.iter().map(|one| one.series).collect::<Vec<_>>())
    };
    let count = Memo::new(move |_| state.taken().len());
    let locked = read_only();
    let shut = move || {
        let is_blank = state.title.with(|title| title.trim().is_empty());
        let nothing = state.bound.with(Vec::is_empty) && state.known.with(Option::is_none);
        locked.get() || is_blank || nothing
    };
    let label = move || match count.get() {
        0 => words::write_bindings().to_owned(),
        count => words::write(count),
    };
    view! {
        <Show when=move || is_read.get()>
            <h3>{words::bind()}</h3>
            <Binder />
            <Each of=bound children=move |id| one_bound(state, id) />
            <label class="row">
                <input
                    type="checkbox"
                    prop:checked=move || state.earlier.get()
                    on:change=move |event| state.earlier.set(event_target_checked(&event))
                />
                {words::earlier()}
            </label>
            <div class="row">
                <button type="button" class="btn main" disabled=shut on:click=move |_| state.write()>{label}</button>
                <button type="button" class="btn" on:click=move |_| state.open.set(false)>{words::cancel()}</button>
            </div>
        </Show>
    }
}

/// Two choices that put a measure and an indicator together.
#[component]
fn Binder() -> impl IntoView {
    let state = OpenDataState::here();
    let (measure, series) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // A measure may have no name, so that its place is the key.
    let measures = Signal::derive(move || {
        let blank = (String::new(), words::choose_measure().to_owned());
        let all = state.read.with(|read| match read {
            Some(Ok(data)) => {
                let all = data.measures.iter().enumerate();
                all.map(|(at, one)| (at.to_string(), words::measure_choice(one)))
                    .collect()
            }
            _ => Vec::new(),
        });
        std::iter::once(blank).chain(all).collect::<Vec<_>>()
    });
    let free = Signal::derive(move || {
        let blank = (String::new(), words::choose_indicator().to_owned());
        let bound: Vec<_> = state
            .bound
            .with(|all| all.iter().map(|one| one.series).collect());
        let indicators = state.store.list::<Indicator>(About::ID).into_iter();
        let series = indicators.flat_map(|id| state.store.list::<Series>(id));
        let free = series.filter(|id| !bound.contains(id));
        let named = free.map(|id| {
            (
                id.to_string(),
                state.store.with(|s| grid::series_name(s, id)),
            )
        });
        std::iter::once(blank).chain(named).collect::<Vec<_>>()
    });
    let chosen = move || {
        let id = series.get().parse::<Id<Series>>().ok()?;
        let at = measure.get().parse::<usize>().ok()?;
        state.read.with(|read| match read {
            Some(Ok(data)) => Some((id, data.measures.get(at)?.clone())),
            _ => None,
        })
    };
    let bind = move |_| {
        let Some((id, one)) = untrack(chosen) else {
            return;
        };
        state.bound.update(|all| {
            all.push(BoundMeasure {
                series: id,
                measure: one.name,
                unit: one.unit,
            });
        });
        measure.set(String::new());
        series.set(String::new());
    };
    view! {
        <div class="row open-data-binder">
            <Choice label=words::measure().to_owned() value=measure options=measures on_change=Callback::new(move |key| measure.set(key)) />
            <Choice label=words::indicator().to_owned() value=series options=free on_change=Callback::new(move |key| series.set(key)) />
            <button type="button" class="btn" disabled=move || chosen().is_none() on:click=bind>{words::bind_act()}</button>
        </div>
    }
}

/// A measure that belongs to a series, with its figures.
fn one_bound(state: OpenDataState, id: Id<Series>) -> AnyView {
    let one = Memo::new(move |_| {
        state
            .bound
            .with(|all| all.iter().find(|one| one.series == id).cloned())
    });
    let name = move || {
        one.get()
            .map(|one| words::measure_name(&one.measure).to_owned())
            .unwrap_or_default()
    };
    let title = move || words::binding(name(), state.store.with(|s| grid::series_name(s, id)));
    let set_unit = move |event| {
        let unit = half_width(event_target_value(&event).trim());
        state.bound.update(|all| {
            if let Some(one) = all.iter_mut().find(|one| one.series == id) {
                one.unit = unit;
            }
        });
    };
    let remove = move |_| state.bound.update(|all| all.retain(|one| one.series != id));
    let measure = Memo::new(move |_| one.get().and_then(|one| state.measure(&one.measure)));
    let figures = Memo::new(move |_| one.get().map(|one| state.figures(&one)).unwrap_or_default());
    let several = move || {
        let years = measure
            .get()
            .map(|measure| measure.several)
            .unwrap_or_default();
        (!years.is_empty()).then(|| words::several_years(&years))
    };
    let beside = move || {
        let towns = one
            .get()
            .map(|one| state.compared(&one))
            .unwrap_or_default();
        (!towns.is_empty()).then(|| words::beside_values(&towns))
    };
    let converted = move || {
        let indicator = state.store.get(state.store.get(id)?.indicator)?;
        let own = one.get()?.unit;
        let is_said = !own.is_empty() && !indicator.unit.is_empty();
        let is_shifted = unit::plain(&own) != unit::plain(&indicator.unit);
        let is_other = is_said && is_shifted && unit::counts_same(&own, &indicator.unit);
        is_other.then(|| words::converted(&indicator.unit))
    };
    view! {
        <section class="open-data-bound">
            <div class="row">
                <b>{title}</b>
                <label class="row">
                    <span class="sub">{words::unit()}</span>
                    <input
                        class="input open-data-unit"
                        aria-label=move || words::unit_of(name())
                        prop:value=move || one.get().map(|one| one.unit)
                        on:change=set_unit
                    />
                </label>
                <button type="button" class="btn small quiet" aria-label=move || words::unbind(name()) on:click=remove>"✕"</button>
            </div>
            <Show when=move || measure.get().is_none()>
                <p class="hint">{words::not_in_file()}</p>
            </Show>
            <p class="hint">{several}</p>
            <p class="sub">{beside}</p>
            <p class="sub">{converted}</p>
            <Show when=move || figures.with(|all| !all.is_empty())>
                <ScrollTable
                    label=Signal::derive(move || words::figures(name()))
                    heads=(view! { <td></td> }, column_heads(&[words::year(), words::old(), words::new(), words::state()], &[1, 2])).into_any()
                >
                    {move || figures.get().into_iter().map(|figure| figure_row(state, id, figure)).collect_view()}
                </ScrollTable>
            </Show>
        </section>
    }
    .into_any()
}

fn figure_row(state: OpenDataState, id: Id<Series>, figure: PublishedFigure) -> AnyView {
    let place = (id, figure.year);
    let standing = figure.standing;
    let toggle = move |_| {
        state
            .changed
            .update(|all| match all.iter().position(|one| *one == place) {
                Some(at) => _ = all.remove(at),
                None => all.push(place),
            });
    };
    let label = words::take(figure.year.short(), figure.new.text());
    let old = figure.old.as_ref().map(|old| old.text().to_owned());
    let (year, new) = (figure.year.short(), figure.new.text().to_owned());
    let box_of = standing.is_offered().then(|| {
        view! {
            <input type="checkbox" aria-label=label prop:checked=move || state.is_taken(id, &figure) on:change=toggle />
        }
    });
    view! {
        <tr>
            <td>{box_of}</td>
            <th scope="row">{year}</th>
            <td class="number">{old}</td>
            <td class="number">{new}</td>
            <td>{words::standing(standing)}</td>
        </tr>
    }
    .into_any()
}
