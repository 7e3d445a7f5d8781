//! The KPI of a measure, as judged in the year of the sheet.

use leptos::prelude::*;

use crate::pages::sheets::FiscalCycle;
use crate::parts::{Each, Status};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::why::reasons;
use ::words::{indicators, review as words};
use insight::overview::{Glance, glance};
use strategy::*;

/// Each KPI with its figures, its rating of the year, and why.
#[component]
pub fn Kpis(id: Id<Measure>) -> impl IntoView {
    let store = Store::here();
    let kpis = move || store.get(id).map(|m| m.kpis.clone()).unwrap_or_default();
    view! {
        <section>
            <h3>{words::kpis()}</h3>
            <Show
                when=move || !kpis().is_empty()
                fallback=|| view! { <p class="sub">{words::no_kpis()}</p> }
            >
                <ul class="kpis">
                    <Each of=kpis let:id>
                        <Kpi id />
                    </Each>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Kpi(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let seen = Memo::new(move |_| {
        store.about();
        store.get(id)?;
        for series in store.list::<Series>(id) {
            store.get(series);
        }
        let year = cycle.year(Side::Done);
        store.with(|s| glance(s, id, year))
    });
    let name = move || store.get(id).map(|k| words::kpi(&k.name, &k.unit));
    let status = move || {
        seen.with(|glance| match glance.as_ref().and_then(|g| g.verdict.band().cloned()) {
            Some(band) => view! { <Status mark=band.mark word=band.word tone=band.tone /> },
            None => view! {
                <Status mark=indicators::no_mark() word=indicators::no_rating() tone=Tone::None />
            },
        })
    };
    let reasons = move |glance: &Glance| {
        let lines = store.with(|s| {
            let series = glance.rows.iter().map(|row| {
                let name = s.get(row.series).map_or("", |one| one.name.as_str());
                (name, &row.rated)
            });
            reasons(&glance.verdict, series)
        });
        let lines = lines.into_iter();
        lines
            .map(|line| view! { <p class="sub">{line}</p> })
            .collect_view()
    };
    view! {
        <li class="kpi">
            <a href=move || Route::of_page(Page::Indicators(Some(id))).to_string()>{name}</a>
            <span class="kpi-figures">{move || seen.with(|g| g.as_ref().map(|g| indicators::figures(&g.rows)))}</span>
            {status}
            <div class="kpi-why">{move || seen.with(|g| g.as_ref().map(reasons))}</div>
        </li>
    }
}
