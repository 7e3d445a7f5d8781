//! 振興局などの地域: groups of municipalities, chosen or typed, and the sums of each.

use leptos::prelude::*;

use super::area_measures::{AreaMeasureTable, AreaMeasures};
use super::downloads::Downloads;
use super::state::Region;
use crate::parts::{Each, ScrollTable};
use ::words::{marks, submissions as words};
use insight::region::{
    AreaHistory, FoundTown, TableCell, TownGroup, TypedTowns, ambiguous, compared_budget,
    group_sums, read_towns,
};
use output::export::areas::{area_sums, with_directions};

/// The section.
#[component]
pub fn Groups(region: Region) -> impl IntoView {
    let open = move |_| region.load_table();
    let is_there = move || region.table.with(Option::is_some);
    let add = move |_| region.change_groups(|all| all.push(TownGroup::default()));
    let count = Memo::new(move |_| region.groups.with(Vec::len));
    view! {
        <section class="collecting" aria-labelledby="region-groups">
            <details on:toggle=open>
                <summary><h2 id="region-groups">{words::groups()}</h2></summary>
                <p class="sub">{words::groups_note()}</p>
                <Show when=is_there>
                    <Asked region />
                    <ul class="plain-list">
                        <Each of=move || 0..count.get() let:at>
                            <GroupRow region at />
                        </Each>
                    </ul>
                    <p class="row">
                        <button type="button" class="btn small" on:click=add>{words::add_group()}</button>
                        <Steps region />
                    </p>
                    <Show when=move || { count.get() > 0 }>
                        <Sums region />
                        <AreaMeasureTable region />
                    </Show>
                </Show>
            </details>
        </section>
    }
}

/// Buttons that undo and redo the changes of areas. They stay where they are, so that the keyboard does.
#[component]
fn Steps(region: Region) -> impl IntoView {
    let history = region.area_history;
    let button = move |label: &'static str, is_there: fn(&AreaHistory) -> bool, step| {
        let is_off = move || !history.with(is_there);
        let take = move |_| {
            if !is_off() {
                region.step_groups(step);
            }
        };
        view! {
            <button type="button" class="btn small quiet" aria-disabled=move || is_off().to_string() on:click=take>
                {label}
            </button>
        }
    };
    let changed = move || history.with(|all| all.can_undo() || all.can_redo());
    view! {
        <Show when=changed>
            {button(words::undo_areas(), AreaHistory::can_undo, AreaHistory::undo)}
            {button(words::redo_areas(), AreaHistory::can_redo, AreaHistory::redo)}
        </Show>
    }
}

/// Questions about plans whose name several municipalities have.
#[component]
fn Asked(region: Region) -> impl IntoView {
    let open = Memo::new(move |_| {
        region.with_index(|index| {
            let heads = region.heads.get();
            region.named.with(|named| ambiguous(&heads, index, named))
        })
    });
    let question = move |name: String| {
        let several = region.with_index(|index| match index.find("", &name) {
            FoundTown::Several(all) => all
                .into_iter()
                .map(|(prefecture, town)| (town.code.clone(), [prefecture, &*town.name].concat()))
                .collect(),
            _ => Vec::new(),
        });
        let buttons = several.into_iter().map(|(code, told)| {
            let name = name.clone();
            let choose = move |_| region.name_town(&name, code.clone());
            view! { <button type="button" class="btn small" on:click=choose>{told}</button> }
        });
        view! { <li class="row"><b>{words::which_town(&name)}</b> {buttons.collect_view()}</li> }
    };
    view! { <ul class="plain-list">{move || open.get().into_iter().map(question).collect_view()}</ul> }.into_any()
}

/// Name and municipalities of a group.
#[component]
fn GroupRow(region: Region, at: usize) -> impl IntoView {
    let group = move || {
        region
            .groups
            .with(|all| all.get(at).cloned())
            .unwrap_or_default()
    };
    let doubts = RwSignal::new(TypedTowns::default());
    let towns = move || {
        region.with_index(|index| {
            let codes = group().codes;
            let names = codes.iter().filter_map(|code| index.named(code));
            let names: Vec<&str> = names.map(|(_, town)| &*town.name).collect();
            names.join(marks::list())
        })
    };
    let rename = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        region.change_groups(|all| {
            if let Some(group) = all.get_mut(at) {
                name.trim().clone_into(&mut group.name);
            }
        });
    };
    let write = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        let prefecture = region.prefecture.get_untracked();
        let typed = region.with_index(|index| read_towns(&text, index, &prefecture));
        let codes = typed.codes.clone();
        doubts.set(typed);
        region.change_groups(|all| {
            if let Some(group) = all.get_mut(at) {
                group.codes = codes;
            }
        });
    };
    let direct = move |event: leptos::ev::Event| {
        let direction = event_target_value(&event);
        region.change_groups(|all| {
            if let Some(group) = all.get_mut(at) {
                direction.trim().clone_into(&mut group.direction);
            }
        });
    };
    let remove = move |_| {
        region.change_groups(|all| {
            if at < all.len() {
                all.remove(at);
            }
        });
    };
    let told = move || {
        let typed = doubts.get();
        let unknown = (!typed.unknown.is_empty())
            .then(|| words::unknown_towns(typed.unknown.join(marks::list())));
        let ambiguous = (!typed.ambiguous.is_empty())
            .then(|| words::ambiguous_towns(typed.ambiguous.join(marks::list())));
        [unknown, ambiguous]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("　")
    };
    view! {
        <li class="row top group-row">
            <label class="stack">
                <span class="sub">{words::group_name()}</span>
                <input type="text" class="input" placeholder=words::group_name_hint() prop:value=move || group().name on:change=rename />
            </label>
            <label class="stack grow">
                <span class="sub">{move || words::group_towns(group().codes.len())}</span>
                <textarea class="input" rows="2" placeholder=words::group_towns_hint() prop:value=towns on:change=write></textarea>
            </label>
            <label class="stack grow">
                <span class="sub">{words::group_direction()}</span>
                <textarea class="input" rows="2" placeholder=words::group_direction_hint() prop:value=move || group().direction on:change=direct></textarea>
            </label>
            <button type="button" class="btn plain small" aria-label=move || words::remove_group(group().name) on:click=remove>{words::remove_short()}</button>
            <p class="warn-text" role="status">{told}</p>
            <AreaMeasures region at />
        </li>
    }
}

/// The sums of each group.
#[component]
fn Sums(region: Region) -> impl IntoView {
    let year = Memo::new(move |_| {
        let compared = region.tables;
        compared.with(|tables| compared_budget(&tables.budgets).map(|row| row.year))
    });
    let sums = Memo::new(move |_| {
        let groups = region.groups.get();
        let sums = region.codes.with(|codes| {
            let (heads, read) = (region.heads.get(), region.read.get());
            region
                .uses
                .with(|uses| group_sums(&groups, codes, (&heads, &read), uses, year.get()))
        });
        area_sums(&groups, &sums, year.get())
    });
    let heads = move || {
        let heads = sums.with(|sums| sums.heads.clone());
        let heads = heads.into_iter().enumerate();
        heads
            .map(|(at, head)| view! { <th scope="col" class:number=at != 0>{head}</th> })
            .collect_view()
    };
    let shown = move || {
        let row = |row: &Vec<TableCell>| {
            let cells = row.iter().skip(1);
            let cells = cells.map(|cell| view! { <td class="number">{cell.shown.clone()}</td> });
            let name = row.first().map(|cell| cell.shown.clone());
            view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
        };
        sums.with(|sums| sums.rows.iter().map(row).collect_view())
    };
    let table = Callback::new(move |()| {
        let groups = region.groups;
        groups.with_untracked(|groups| with_directions(sums.get_untracked(), groups))
    });
    view! {
        <ScrollTable
            label=words::group_sums()
            heads=heads.into_any()
        >
            {shown}
        </ScrollTable>
        <Downloads region title=words::group_sums() table />
    }
}
