//! 提出依頼と提出状況: the municipalities of a prefecture, and what each has handed in.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::downloads::Downloads;
use super::lines::sort_head;
use super::request_form::RequestForm;
use super::state::{Region, TABLE};
use super::town::Origin;
use crate::pages::request_answer::plan_told;
use crate::parts::ReadTable;
use ::words::{marks, model, submissions as words, time};
use device::{asset, clock};
use insight::region::{
    NationalTable, RegionTable, Sorting, Submission, SubmissionState, TableCell, TownIndex, codes,
    order, submissions,
};
use strategy::Date;

/// The section; the table of codes is fetched when it is first opened.
#[component]
pub fn Collecting(region: Region) -> impl IntoView {
    let opened = RwSignal::new(false);
    let table = RwSignal::new(None::<Option<NationalTable>>);
    let open = move |_| {
        if opened.get_untracked() {
            return;
        }
        opened.set(true);
        spawn_local(async move {
            let bytes = asset::load(TABLE).await.ok();
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            table.try_set(Some(text.map(|text| NationalTable::read(&text))));
        });
    };
    let content = move || {
        table.with(|table| match table {
            None => ().into_any(),
            Some(None) => view! { <p role="alert">{words::not_loaded()}</p> }.into_any(),
            Some(Some(table)) => {
                let table = StoredValue::new(table.clone());
                view! { <Submissions region table /> }.into_any()
            }
        })
    };
    view! {
        <section class="collecting" aria-labelledby="region-collecting">
            <details on:toggle=open>
                <summary><h2 id="region-collecting">{words::heading()}</h2></summary>
                <p class="sub">{words::note()}</p>
                {content}
            </details>
        </section>
    }
}

/// The choice of the prefecture, the request and the list.
#[component]
fn Submissions(region: Region, table: StoredValue<NationalTable>) -> impl IntoView {
    let prefecture = Memo::new(move |_| match region.prefecture.get() {
        chosen if !chosen.is_empty() => chosen,
        _ => deduced(region, table),
    });
    let options = table.with_value(|table| {
        let options = table.0.iter().map(|one| {
            let (code, own) = (one.code.clone(), one.code.clone());
            view! { <option value=code selected=move || prefecture.get() == own>{one.name.clone()}</option> }
        });
        options.collect_view()
    });
    let all = Memo::new(move |_| collected(region, table, &prefecture.get()));
    view! {
        <label class="labelled">
            <span class="label">{words::prefecture()}</span>
            <select class="input" on:change=move |event| region.choose_prefecture(event_target_value(&event))>
                <option value="" selected=move || prefecture.with(String::is_empty)>{words::choose()}</option>
                {options}
            </select>
        </label>
        <details class="framework">
            <summary>{words::request()}</summary>
            <RequestForm region />
        </details>
        <Show when=move || all.with(|(all, _)| !all.is_empty())>
            <SubmissionList region all />
        </Show>
    }
}

/// The prefecture of most plans; empty: none is known.
fn deduced(region: Region, table: StoredValue<NationalTable>) -> String {
    region.heads.with(|heads| {
        let towns = heads.iter().map(|head| (&*head.code, &*head.town));
        table.with_value(|table| {
            let most = table.prefecture_of_most(towns);
            most.map(|one| one.code.clone()).unwrap_or_default()
        })
    })
}

/// Submissions of a prefecture, and places of the plans of other municipalities.
type Collected = (Vec<Submission>, Vec<usize>);

fn collected(region: Region, table: StoredValue<NationalTable>, prefecture: &str) -> Collected {
    let expected = table.with_value(|table| Some(table.get(prefecture)?.towns.clone()));
    let expected = expected.unwrap_or_default();
    let codes = region.heads.with(|heads| {
        region.named.with(|named| {
            table.with_value(|table| codes(heads, &TownIndex::of(table), named, prefecture))
        })
    });
    region.read.with(|digests| {
        region.uses.with(|uses| {
            let request = region.request.get();
            submissions(&expected, &codes, digests, uses, &request)
        })
    })
}

/// The list, the numbers in it, and its files.
#[component]
fn SubmissionList(region: Region, all: Memo<Collected>) -> impl IntoView {
    let sorting = RwSignal::new(None::<Sorting>);
    let heads = heads().into_iter().enumerate();
    let heads = heads.map(|(at, head)| sort_head(sorting, at, head, false));
    let heads = heads.collect_view();
    let rows = Memo::new(move |_| {
        let rows = all.with(|(all, _)| {
            let rows = all.iter().map(|one| cells(region, one));
            rows.collect::<Vec<_>>()
        });
        let places = order(&rows, sorting.get());
        let row = |at: usize| rows[at].clone();
        places.into_iter().map(row).collect::<Vec<_>>()
    });
    let shown = move || rows.with(|rows| rows.iter().map(|row| shown_row(row)).collect_view());
    let table = Callback::new(move |()| RegionTable {
        title: words::table().to_owned(),
        scope: all.with_untracked(|(all, _)| words::counts(all)),
        heads: self::heads().into_iter().map(str::to_owned).collect(),
        rows: rows.get_untracked(),
        ..RegionTable::default()
    });
    let others = move || {
        let places = all.with(|(_, others)| others.clone());
        let names = region.heads.with(|heads| {
            let names = places.iter().filter_map(|at| heads.get(*at));
            names
                .map(|head| model::named(&head.town).to_owned())
                .collect::<Vec<_>>()
        });
        (!names.is_empty()).then(|| words::others(names.len(), names.join(marks::list())))
    };
    view! {
        <p role="status"><b>{move || all.with(|(all, _)| words::counts(all))}</b></p>
        <ReadTable label=words::table()>
            <table class="table submissions">
                <thead><tr>{heads}</tr></thead>
                <tbody>{shown}</tbody>
            </table>
        </ReadTable>
        <p class="sub">{others}</p>
        <Downloads region title=words::table() table />
    }
}

fn heads() -> [&'static str; 6] {
    [
        words::code(),
        words::town(),
        words::state(),
        words::day(),
        words::plan(),
        words::missing(),
    ]
}

fn shown_row(row: &[TableCell]) -> AnyView {
    let cell = |(at, cell): (usize, &TableCell)| {
        let text = cell.shown.clone();
        match at {
            1 => view! { <th scope="row">{text}</th> }.into_any(),
            _ => view! { <td>{text}</td> }.into_any(),
        }
    };
    let cells = row.iter().enumerate().map(cell);
    view! { <tr>{cells.collect_view()}</tr> }.into_any()
}

/// The cells of a municipality.
fn cells(region: Region, one: &Submission) -> Vec<TableCell> {
    let state = one.state();
    let rank = match state {
        SubmissionState::None => 0,
        SubmissionState::Partial => 1,
        SubmissionState::Complete => 2,
    };
    let plan = one
        .plan
        .and_then(|at| region.heads.with(|heads| heads.get(at).map(Arc::clone)));
    let plan = plan.map(|head| {
        let told = plan_told(&head.title, head.period, head.stage);
        match one.plans {
            0 | 1 => told,
            several => words::more_plans(told, several - 1),
        }
    });
    let missing = one
        .missing
        .as_ref()
        .map(words::missing_said)
        .unwrap_or_default();
    vec![
        TableCell::text(one.town.code.clone()),
        TableCell::text(one.town.name.clone()),
        TableCell::number(words::state_of(state), rank),
        one.plan
            .map_or_else(TableCell::default, |at| day(region, at)),
        TableCell::text(plan.unwrap_or_default()),
        TableCell::text(missing.join("　")),
    ]
}

/// The day of the file of a plan; of a plan on this device, the day it was last changed.
fn day(region: Region, at: usize) -> TableCell {
    let origin = region
        .towns
        .with(|towns| towns.get(at).map(|town| town.origin.clone()));
    match origin {
        None => TableCell::default(),
        Some(Origin::File(file)) => {
            let day = clock::day_of(file.last_modified());
            let number = day.day_number().unwrap_or_default();
            TableCell::number(time::day(&day), number)
        }
        Some(Origin::Device(doc)) => {
            let cards = region.workspace.cards().get();
            let card = cards.iter().find(|card| card.doc == doc);
            let day = card.map(|card| Date(card.changed.day().to_owned()));
            let day = day.unwrap_or_default();
            let number = day.day_number().unwrap_or_default();
            TableCell::number([&*time::day(&day), words::on_device()].join("　"), number)
        }
    }
}
