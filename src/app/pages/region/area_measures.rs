//! 広域の施策: measures of an area, tied to measures of its municipalities.

use leptos::prelude::*;

use super::downloads::Downloads;
use super::state::Region;
use crate::parts::{Each, ScrollTable, column_heads};
use ::words::{model, region as region_words, submissions as words};
use browser::focus;
use insight::region::{AreaMeasure, MeasureTie, TownGroup};
use output::export::areas::area_measures;

/// Reads a measure of an area; a blank one where there is none any more.
fn measure_of(region: Region, area: usize, at: usize) -> AreaMeasure {
    let measure = |all: &Vec<TownGroup>| all.get(area)?.measures.get(at).cloned();
    region.groups.with(measure).unwrap_or_default()
}

/// Changes the measures of an area.
fn change(region: Region, area: usize, change: impl FnOnce(&mut Vec<AreaMeasure>)) {
    region.change_groups(|all| {
        if let Some(group) = all.get_mut(area) {
            change(&mut group.measures);
        }
    });
}

/// Id of the summary, which takes the keyboard when a measure is removed.
fn summary_id(area: usize) -> String {
    format!("area-measures-{area}")
}

/// Id of the field of the title of a measure.
fn title_id(area: usize, at: usize) -> String {
    format!("area-measure-{area}-{at}")
}

/// Says which measure of which municipality a tie names, and if that is not in the plans at hand.
fn tied_said(region: Region, tie: &MeasureTie) -> String {
    let standing = region.with_area_plans(|plans| plans.standing(tie));
    words::tied_said(&region.town_name(&tie.code), &tie.title, standing)
}

/// The measures of an area, to write and to tie.
#[component]
pub fn AreaMeasures(region: Region, at: usize) -> impl IntoView {
    let count = Memo::new(move |_| {
        let count = |all: &Vec<TownGroup>| all.get(at).map_or(0, |group| group.measures.len());
        region.groups.with(count)
    });
    let add = move |_| {
        let added = count.get_untracked();
        change(region, at, |all| all.push(AreaMeasure::default()));
        focus::focus_added(title_id(at, added));
    };
    view! {
        <details class="area-measures">
            <summary id=summary_id(at)>{move || words::area_measures_of(count.get())}</summary>
            <p class="sub">{words::area_measures_note()}</p>
            <ul class="plain-list">
                <Each of=move || 0..count.get() let:measure>
                    <MeasureRow region area=at at=measure />
                </Each>
            </ul>
            <button type="button" class="btn small" on:click=add>{words::add_area_measure()}</button>
        </details>
    }
}

/// A measure: its title, its ties, and the measures that it can be tied to.
#[component]
fn MeasureRow(region: Region, area: usize, at: usize) -> impl IntoView {
    let measure = move || measure_of(region, area, at);
    let rename = move |event: leptos::ev::Event| {
        let title = event_target_value(&event);
        change(region, area, |all| {
            if let Some(measure) = all.get_mut(at) {
                title.trim().clone_into(&mut measure.title);
            }
        });
    };
    let remove = move |_| {
        change(region, area, |all| {
            if at < all.len() {
                all.remove(at);
            }
        });
        focus::focus(&summary_id(area));
    };
    let title = move || model::named(&measure().title).to_owned();
    view! {
        <li class="area-measure">
            <div class="row">
                <label class="stack grow">
                    <span class="sub">{words::area_measure_title()}</span>
                    <input
                        type="text"
                        class="input"
                        id=title_id(area, at)
                        placeholder=words::area_measure_hint()
                        prop:value=move || measure().title
                        on:change=rename
                    />
                </label>
                <button type="button" class="btn plain small" aria-label=move || words::remove_area_measure(title()) on:click=remove>
                    {words::remove_short()}
                </button>
            </div>
            <Ties region area at />
            <TieChoice region area at />
        </li>
    }
}

/// The ties of a measure, each with a button that unties it.
#[component]
fn Ties(region: Region, area: usize, at: usize) -> impl IntoView {
    let ties = Memo::new(move |_| measure_of(region, area, at).ties);
    let line = move |tie: MeasureTie| {
        let said = tied_said(region, &tie);
        let label = words::untie(&said);
        let untie = move |_| {
            change(region, area, |all| {
                if let Some(measure) = all.get_mut(at) {
                    measure.ties.retain(|one| !one.is(&tie));
                }
            });
            focus::focus(&title_id(area, at));
        };
        view! {
            <li class="row">
                <span>{said}</span>
                <button type="button" class="btn plain small" aria-label=label on:click=untie>{words::remove_short()}</button>
            </li>
        }
    };
    view! { <ul class="plain-list">{move || ties.get().into_iter().map(line).collect_view()}</ul> }
}

/// Choice of a measure of a municipality, which is tied when it is chosen.
#[component]
fn TieChoice(region: Region, area: usize, at: usize) -> impl IntoView {
    let open = Memo::new(move |_| {
        let measure = measure_of(region, area, at);
        let group = region.groups.with(|all| all.get(area).cloned());
        let group = group.unwrap_or_default();
        region.with_area_plans(|plans| plans.open(&group, &measure))
    });
    let town = move |plan: usize| {
        let name = region
            .heads
            .with(|all| all.get(plan).map(|head| head.town.clone()));
        model::named(&name.unwrap_or_default()).to_owned()
    };
    let options = move || {
        let all = open.get().into_iter().enumerate();
        let group = |(at, (plan, ties)): (usize, (usize, Vec<MeasureTie>))| {
            let ties = ties.into_iter().enumerate();
            let options = ties.map(
                |(tie, one)| view! { <option value=format!("{at} {tie}")>{one.title}</option> },
            );
            view! { <optgroup label=town(plan)>{options.collect_view()}</optgroup> }
        };
        all.map(group).collect_view()
    };
    let choose = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event);
        // The next one is chosen in its place.
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
        let Some((group, tie)) = chosen.split_once(' ') else {
            return;
        };
        let (Ok(group), Ok(tie)) = (group.parse::<usize>(), tie.parse::<usize>()) else {
            return;
        };
        let tie = open.with_untracked(|all| all.get(group)?.1.get(tie).cloned());
        change(region, area, |all| {
            if let Some(measure) = all.get_mut(at) {
                measure.ties.extend(tie);
            }
        });
    };
    view! {
        <Show
            when=move || open.with(|all| !all.is_empty())
            fallback=|| view! { <p class="sub">{words::no_open_measures()}</p> }
        >
            <select class="input" aria-label=words::tie_to() on:change=choose>
                <option value="">{words::tie_to()}</option>
                {options}
            </select>
        </Show>
    }
}

/// Heads and rows of a table of measures, each with the measures that it is tied to.
#[component]
fn MeasureTable(
    region: Region,
    /// Name of the table.
    label: Signal<String>,
    /// The measures, each under the name of its area; without one, the area is not named.
    #[prop(into)]
    measures: Signal<Vec<(Option<String>, AreaMeasure)>>,
) -> impl IntoView {
    let with_area = move || measures.with(|all| all.iter().any(|(area, _)| area.is_some()));
    let line = move |(area, measure): (Option<String>, AreaMeasure)| {
        let ties = measure.ties.iter();
        let ties = ties.map(|tie| view! { <li>{tied_said(region, tie)}</li> });
        let ties = match measure.ties.is_empty() {
            true => view! { <span class="sub">{words::no_ties()}</span> }.into_any(),
            false => view! { <ul class="plain-list">{ties.collect_view()}</ul> }.into_any(),
        };
        let towns = region.with_area_plans(|plans| plans.tied_towns(&measure));
        view! {
            <tr>
                {area.map(|area| view! { <td>{area}</td> })}
                <th scope="row">{model::named(&measure.title).to_owned()}</th>
                <td class="number">{region_words::town_count(towns)}</td>
                <td>{ties}</td>
            </tr>
        }
    };
    let heads = move || {
        let own = [
            words::area_measures(),
            words::tied_towns(),
            words::town_measure(),
        ];
        match with_area() {
            true => column_heads(&[&[words::group()], &own[..]].concat(), &[2]),
            false => column_heads(&own, &[1]),
        }
    };
    view! {
        <ScrollTable label heads=heads.into_any()>
            {move || measures.get().into_iter().map(line).collect_view()}
        </ScrollTable>
    }
}

/// The table of the measures of all areas, and its files.
#[component]
pub fn AreaMeasureTable(region: Region) -> impl IntoView {
    let measures = Memo::new(move |_| {
        let of = |group: &TownGroup| {
            let name = model::named(&group.name).to_owned();
            let all = group.measures.clone().into_iter();
            all.map(move |one| (Some(name.clone()), one))
                .collect::<Vec<_>>()
        };
        region
            .groups
            .with(|all| all.iter().flat_map(of).collect::<Vec<_>>())
    });
    let table = Callback::new(move |()| {
        untrack(|| {
            let groups = region.groups.get();
            region.with_area_plans(|plans| {
                area_measures(&groups, plans, &|code| region.town_name(code))
            })
        })
    });
    let label = Signal::derive(|| words::area_measures().to_owned());
    view! {
        <Show when=move || measures.with(|all| !all.is_empty())>
            <h3>{words::area_measures()}</h3>
            <MeasureTable region label measures />
            <Downloads region title=words::area_measures() table />
        </Show>
    }
}

/// The area that the filter shows: its direction and its measures.
#[component]
pub fn AreaInSight(region: Region) -> impl IntoView {
    let area = Memo::new(move |_| region.filter.with(|filter| filter.group.clone()));
    let group = move || area.get().unwrap_or_default();
    let measures = Memo::new(move |_| {
        let all = group().measures.into_iter();
        all.map(|one| (None, one)).collect::<Vec<_>>()
    });
    let lines = move || {
        let direction = group().direction;
        let lines = direction.lines().filter(|line| !line.trim().is_empty());
        lines
            .map(|line| view! { <p>{line.to_owned()}</p> })
            .collect_view()
    };
    let said = move || !group().direction.is_empty() || !group().measures.is_empty();
    let name = Signal::derive(move || model::named(&group().name).to_owned());
    let label = Signal::derive(move || words::named_area_measures(name.get()));
    view! {
        <Show when=said>
            <section aria-labelledby="region-area">
                <h2 id="region-area">{name}</h2>
                {lines}
                <Show when=move || measures.with(|all| !all.is_empty())>
                    <MeasureTable region label measures />
                </Show>
            </section>
        </Show>
    }
}
