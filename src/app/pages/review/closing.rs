//! 年度締め: what is still blank and whose it is, closing the year, opening it again.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::blanks::Blanks;
use crate::pages::sheets::FiscalCycle;
use crate::panels::Panels;
use crate::parts::{ScrollTable, column_heads, read_only};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::office_year::make_plan;
use ::words::{Say, marks, plan, review as words, time};
use insight::sheets::{Blank, editions};
use insight::{Awaited, completeness};
use strategy::*;

/// The section at the end of the page.
#[component]
pub fn YearEnd() -> impl IntoView {
    let cycle = FiscalCycle::here();
    let closed = move || cycle.closed(Side::Done);
    view! {
        <section class="card year-end" aria-labelledby="year-end">
            <h2 id="year-end">{words::closing()}</h2>
            <Show when=closed fallback=|| view! { <Open /> }>
                <Closed />
            </Show>
            <Trace />
        </section>
    }
}

/// Blank fields, and the button that closes the year all the same.
#[component]
fn Open() -> impl IntoView {
    let (store, cycle, workspace) = (Store::here(), FiscalCycle::here(), Workspace::here());
    let year = move || cycle.year(Side::Done);
    let by = RwSignal::new(String::new());
    let close = move || {
        let (year, today) = (untrack(year), Date(workspace.today()));
        if store.edit(|s| edit::close_year(s, year, today, &by.get_untracked())) {
            workspace.save_version(words::version(year));
        }
    };
    view! {
        <p>{move || words::open(year())}</p>
        <BlankList />
        <form
            class="row"
            on:submit=move |event| {
                event.prevent_default();
                close();
            }
        >
            <div class="labelled">
                <label for="closing-by">{words::closing_by()}</label>
                <input
                    id="closing-by"
                    class="input"
                    maxlength="40"
                    bind:value=by
                />
            </div>
            <button type="submit" class="btn main">{move || words::close(year())}</button>
        </form>
    }
}

/// Shows the person who closed the year, and the button that opens it again.
#[component]
fn Closed() -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let reopen = Panels::here().reopen;
    let year = move || cycle.year(Side::Done);
    let description = move || {
        let about = store.about();
        let year = year();
        let last = about.closings.iter().rev().find(|c| c.year == year)?;
        Some(words::closed(year, last))
    };
    view! {
        <p>{description}</p>
        <NextPlan />
        <button
            type="button"
            class="btn"
            aria-haspopup="dialog"
            disabled=read_only()
            on:click=move |_| reopen.set(Some(untrack(year)))
        >
            {move || words::reopen(year())}
        </button>
    }
}

/// The way to next year's plan, as long as it is not there: the office's next act after closing.
#[component]
fn NextPlan() -> impl IntoView {
    let (store, cycle, panels) = (Store::here(), FiscalCycle::here(), Panels::here());
    let from = move || cycle.year(Side::Done).next();
    let is_next = Memo::new(move |_| {
        let made = store.follow(editions);
        made.contains_key(&from()) && !made.contains_key(&from().next())
    });
    let go = move |_| {
        cycle.choose(Side::Planned, untrack(from));
        panels.next_plan.set(true);
        Route::of_page(Page::Plan(None)).go();
    };
    view! {
        <Show when=move || is_next.get()>
            <button type="button" class="btn main" on:click=go>{move || make_plan(from().next())}</button>
        </Show>
    }
}

/// Blank things of one 担当課.
#[derive(Debug, Clone, Default, PartialEq)]
struct Owed {
    sheets: Vec<Blank>,
    figures: Vec<Awaited>,
}

/// Blank fields, by 担当課, each a link to its sheet.
#[component]
fn BlankList() -> impl IntoView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let figures = Memo::new(move |_| {
        let year = cycle.year(Side::Done);
        Arc::new(store.follow(|s| completeness(s, year)))
    });
    let owed = move || {
        let mut owners: BTreeMap<String, Owed> = BTreeMap::new();
        for blank in Blanks::here().get().iter() {
            let owner = owners.entry(blank.owner.clone()).or_default();
            owner.sheets.push(blank.clone());
        }
        for owner in &figures.get().owners {
            let owed = owners.entry(owner.name.clone()).or_default();
            owed.figures = owner.awaited.clone();
        }
        owners
    };
    let sheet = move |blank: Blank| {
        let title = store.with(|s| s.get(blank.measure).map(|m| m.title.clone()));
        let name = plan::coded(&cycle.code(blank.measure), &title.unwrap_or_default());
        let lacks: Vec<_> = blank.lacks.iter().map(|lack| words::lack(*lack)).collect();
        view! {
            <li>
                <a href=Route::of_page(Page::Review(Some(blank.measure))).to_string()>{name}</a>
                <span class="sub">{lacks.join(marks::list())}</span>
            </li>
        }
    };
    let figure = move |awaited: Awaited| {
        let name = store.with(|s| {
            let name = s.get(awaited.indicator).map(|k| k.name.clone());
            let series = s.get(awaited.series).map(|r| r.name.clone());
            words::awaited(&name.unwrap_or_default(), &series.unwrap_or_default())
        });
        view! {
            <li><a href=Route::of_page(Page::Indicators(Some(awaited.indicator))).to_string()>{name}</a></li>
        }
    };
    let owner = move |(name, owed): (String, Owed)| {
        let sheets = (!owed.sheets.is_empty()).then(|| {
            view! {
                <h4>{words::blank_sheets()}</h4>
                <ul>{owed.sheets.into_iter().map(sheet).collect_view()}</ul>
            }
        });
        let figures = (!owed.figures.is_empty()).then(|| {
            view! {
                <h4>{words::blank_actuals()}</h4>
                <ul>{owed.figures.into_iter().map(figure).collect_view()}</ul>
            }
        });
        view! {
            <li class="owed">
                <h3>{words::owner(&name)}</h3>
                {sheets}
                {figures}
            </li>
        }
    };
    view! {
        {move || {
            let owners = owed();
            if owners.is_empty() {
                return view! { <p class="sub">{words::nothing_blank()}</p> }.into_any();
            }
            let sheets: usize = owners.values().map(|owed| owed.sheets.len()).sum();
            let figures: usize = owners.values().map(|owed| owed.figures.len()).sum();
            view! {
                <p>{words::blank_count(sheets, figures)}</p>
                <ul class="owners">{owners.into_iter().map(owner).collect_view()}</ul>
            }
            .into_any()
        }}
    }
}

/// Every closing and reopening.
#[component]
fn Trace() -> impl IntoView {
    let store = Store::here();
    let row = |closing: &Closing| {
        let act = match closing.act {
            ClosingAct::Closed => words::closed_label(),
            ClosingAct::Reopened => words::reopened_label(),
        };
        view! {
            <tr>
                <th scope="row">{closing.year.say()}</th>
                <td>{act}</td>
                <td>{time::day(&closing.date)}</td>
                <td>{closing.by.clone()}</td>
                <td>{closing.reason.clone()}</td>
            </tr>
        }
    };
    let rows = move || store.about().closings.iter().rev().map(row).collect_view();
    view! {
        <h3>{words::trace()}</h3>
        <Show
            when=move || !store.about().closings.is_empty()
            fallback=|| view! { <p class="sub">{words::no_trace()}</p> }
        >
            <ScrollTable label=words::trace() class="trace" heads=column_heads(&words::trace_columns(), &[])>
                {rows}
            </ScrollTable>
        </Show>
    }
}
