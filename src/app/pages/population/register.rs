//! 住民基本台帳人口 by 地区 and age, read from open data, and its total as an actual figure of 総人口.

use leptos::prelude::*;
use web_sys::File;

use super::state::PopulationState;
use crate::pages::foreign_text::{FileContent, held};
use crate::parts::{Attempt, Choice, Failure, FileButton, read_only};
use ::words::YearForms;
use ::words::number::{grouped, percent};
use ::words::{model, population as words, time};
use edit::FigureCell;
use insight::population::{
    AREA_GROUPS, AreaPopulation, areas, share_of, total_indicators, whole_by_age,
};
use recognise::population::{Municipality, ReadRegister, register};
use strategy::{Date, FiscalYear, Indicator, Register};

/// The file, and the table of the newest or the chosen day.
#[component]
pub fn RegisterOfTown() -> impl IntoView {
    let state: PopulationState = expect_context();
    let all = Memo::new(move |_| {
        let population = state.store.about().population.clone();
        population.unwrap_or_default().registers
    });
    let chosen = RwSignal::new(None::<String>);
    let attempt = Attempt::default();
    let shown = Memo::new(move |_| {
        all.with(|all| {
            let chosen = chosen.get();
            let found = all.iter().find(|one| Some(&one.date.0) == chosen.as_ref());
            found.or(all.last()).cloned()
        })
    });
    let open = move |file: File| {
        attempt.start(async move {
            let taken = take(state, &file).await;
            // The page may have been left.
            chosen.try_set(None);
            taken
        });
    };
    let choose = move |chosen: Vec<File>| chosen.into_iter().take(1).for_each(open);
    view! {
        <section class="card population-register" aria-labelledby="population-register">
            <h2 id="population-register">{words::register()}</h2>
            <p class="sub">{words::register_note()}</p>
            <div class="row">
                <FileButton class="small" label=words::register_choose() accept=".csv,.txt" disabled=read_only() take=choose />
                <Days all shown chosen />
            </div>
            <Failure of=attempt />
            {move || shown.get().map(|one| view! { <RegisterDay register=one /> })}
        </section>
    }
}

/// Reads a file and keeps its newest day; the error is a sentence.
async fn take(state: PopulationState, file: &File) -> Result<(), String> {
    let name = file.name();
    let FileContent::Text(text) = held(file).await? else {
        return Err(words::in_file(&name, words::register_other_form()));
    };
    let town = state.store.with(|s| Municipality::of(&s.about().town));
    let read = register(&text, &town);
    let read = read.map_err(|why| words::in_file(&name, words::not_register(&why)))?;
    let ReadRegister {
        mut registers,
        hidden,
        ..
    } = read;
    let Some(mut newest) = registers.pop() else {
        return Ok(());
    };
    newest.file = name;
    let (day, count) = (time::day(&newest.date), newest.areas.len());
    if state.store.edit(|s| edit::take_registers(s, vec![newest])) {
        state.store.tell_done(words::register_taken(day, count));
    }
    match hidden {
        0 => Ok(()),
        count => Err(words::register_hidden(count)),
    }
}

/// The choice of a day, where there are several.
#[component]
fn Days(
    all: Memo<Vec<Register>>,
    shown: Memo<Option<Register>>,
    chosen: RwSignal<Option<String>>,
) -> impl IntoView {
    let options = Signal::derive(move || {
        all.with(|all| {
            let option = |one: &Register| (one.date.0.clone(), time::day(&one.date));
            all.iter().map(option).collect::<Vec<_>>()
        })
    });
    let value = Signal::derive(move || shown.get().map(|one| one.date.0).unwrap_or_default());
    view! {
        <Show when=move || all.with(|all| all.len() > 1)>
            <Choice
                shows=true
                label=words::register_day().to_owned()
                value
                options
                on_change=Callback::new(move |key| chosen.set(Some(key)))
            />
        </Show>
    }
}

/// The table of a day, and its total as an actual figure.
#[component]
fn RegisterDay(register: Register) -> impl IntoView {
    let state: PopulationState = expect_context();
    let all = areas(&register);
    let caption = words::register_table(time::day(&register.date));
    let heads = [words::register_total()]
        .into_iter()
        .chain(AREA_GROUPS.map(words::group))
        .chain([words::register_share(), words::register_households()]);
    let heads = heads.map(|head| view! { <th scope="col" class="number">{head}</th> });
    let total = all.first().map_or(0, |whole| whole.total);
    let rows = all.iter().map(area_row).collect_view();
    let ages = whole_by_age(&register.areas).map(|(men, women)| by_age(&men, &women));
    let day = register.date.clone();
    let remove = move |_| {
        if state.store.edit(|s| edit::remove_register(s, &day)) {
            state
                .store
                .tell_done(words::register_removed(time::day(&day)));
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=caption.clone()>
            <table class="table">
                <caption class="sub">{caption.clone()}</caption>
                <thead><tr><th scope="col">{words::register_area()}</th>{heads.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {ages}
        <Actual day=register.date.clone() total />
        <button type="button" class="btn quiet small" disabled=read_only() on:click=remove>{words::register_remove()}</button>
    }
}

fn area_row(one: &AreaPopulation) -> AnyView {
    let name = match one.name.as_str() {
        "" => words::register_whole().to_owned(),
        name => name.to_owned(),
    };
    let hidden = || words::register_unknown().to_owned();
    let groups = AREA_GROUPS
        .iter()
        .enumerate()
        .map(|(at, _)| one.groups.map_or_else(hidden, |groups| grouped(groups[at])));
    let share = one.groups.and_then(|groups| share_of(groups[2], one.total));
    let households = one.households.map_or_else(hidden, grouped);
    let cells = [grouped(one.total)]
        .into_iter()
        .chain(groups)
        .chain([share.map_or_else(hidden, percent), households]);
    let cells = cells.map(|text| view! { <td class="number">{text}</td> });
    view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }.into_any()
}

fn by_age(men: &[i64], women: &[i64]) -> AnyView {
    let count = men.len();
    let row = |at: usize| {
        let first = at as u32 * 5;
        let last = (at + 1 < count).then_some(first + 4);
        let cells = [men[at], women[at], men[at] + women[at]];
        let cells = cells.map(|persons| view! { <td class="number">{grouped(persons)}</td> });
        view! { <tr><th scope="row">{words::ages_of(first, last)}</th>{cells}</tr> }
    };
    let heads = [words::men(), words::women(), words::both()];
    let heads = heads.map(|head| view! { <th scope="col" class="number">{head}</th> });
    view! {
        <details>
            <summary>{words::register_ages()}</summary>
            <table class="table">
                <thead><tr><th scope="col">{words::age()}</th>{heads}</tr></thead>
                <tbody>{(0..count).map(row).collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

/// The total of the town as an actual figure of the indicator of 総人口.
#[component]
fn Actual(day: Date, total: i64) -> impl IntoView {
    let state: PopulationState = expect_context();
    let own = day
        .fiscal_year()
        .unwrap_or(state.store.about().period.first);
    // As of 1 April is the end of the year before.
    let usual = match day.0.ends_with("-04-01") {
        true => own.previous(),
        false => own,
    };
    let year = RwSignal::new(usual);
    let indicator = move || {
        state.store.follow(|s| {
            let id = *total_indicators(s).first()?;
            let name = s
                .get(id)
                .map(|one: &std::sync::Arc<Indicator>| one.name.clone());
            let series = s.series.under(id).first().map(|one| one.id)?;
            Some((series, model::named(&name?).to_owned()))
        })
    };
    let write = move |_| {
        let Some((series, name)) = untrack(indicator) else {
            return;
        };
        let (year, persons) = (year.get_untracked(), grouped(total));
        let cell = FigureCell::Actual(year);
        if state
            .store
            .edit(|s| edit::set_cell(s, series, cell, &persons))
        {
            state
                .store
                .tell_done(words::register_written(name, year.short(), persons));
        }
    };
    let options = [own.previous(), own].map(|year| (year.0.to_string(), year.short()));
    let choose = move |key: String| {
        if let Ok(number) = key.parse() {
            year.set(FiscalYear(number));
        }
    };
    view! {
        <Show when=move || indicator().is_some() fallback=|| view! { <p class="sub">{words::register_no_indicator()}</p> }>
            <div class="row">
                <span class="label" aria-hidden="true">{words::register_year()}</span>
                <Choice
                    shows=true
                    label=words::register_year().to_owned()
                    value=Signal::derive(move || year.get().0.to_string())
                    options=Signal::stored(options.to_vec())
                    on_change=Callback::new(choose)
                />
                <button type="button" class="btn" disabled=read_only() on:click=write>
                    {words::register_write(grouped(total))}
                </button>
            </div>
        </Show>
    }
}
