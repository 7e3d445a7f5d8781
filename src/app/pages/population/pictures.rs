//! 総人口の推移 and 人口ピラミッド, each with its figures.

use leptos::prelude::*;

use super::state::PopulationState;
use crate::parts::Choice;
use ::words::YearForms;
use ::words::number::grouped;
use ::words::population as words;
use insight::population::{KnownTotals, YearPopulation};
use output::chart::{PopulationLine, PyramidWords, outlook_lines, population_curve, pyramid};
use strategy::FiscalYear;

/// 総人口 over the years: 成り行き, the 試算, and target and actual figures of the indicator.
#[component]
pub fn Curve() -> impl IntoView {
    let state: PopulationState = expect_context();
    let known = Memo::new(move |_| state.store.follow(KnownTotals::of));
    let lines = move || {
        let scenario = state.shown.get().is_some().then(|| state.years());
        outlook_lines(&state.base.get(), scenario.as_deref(), &known.get())
    };
    let picture = move || population_curve(&lines()).map(|svg| svg.to_string());
    let legend = move || {
        let word = |class: &str| match class {
            "without" => words::without().to_owned(),
            "scenario" => state.scenario().map(|one| one.name).unwrap_or_default(),
            "actual" => words::actual().to_owned(),
            _ => words::target().to_owned(),
        };
        let entry = |line: &PopulationLine<'_>| {
            let class = ["population-key ", line.class].concat();
            view! { <span class=class>{word(line.class)}</span> }
        };
        lines().iter().map(entry).collect_view()
    };
    view! {
        <section class="card" aria-labelledby="population-curve">
            <h2 id="population-curve">{words::curve()}</h2>
            <div inner_html=picture></div>
            <p class="row sub">{legend}</p>
        </section>
    }
}

/// Two years over each other, and the table of both.
#[component]
pub fn Pyramid() -> impl IntoView {
    let state: PopulationState = expect_context();
    let chosen = RwSignal::new((None::<FiscalYear>, None::<FiscalYear>));
    let years = move || state.years();
    let pair = move || {
        let (years, (earlier, later)) = (years(), chosen.get());
        let of =
            |year: Option<FiscalYear>| years.iter().find(|one| Some(one.year) == year).cloned();
        let looked = years.iter().find(|one| one.year >= state.year()).cloned();
        Some((
            of(earlier).or_else(|| years.first().cloned())?,
            of(later).or(looked).or_else(|| years.last().cloned())?,
        ))
    };
    let picture = move || {
        let (earlier, later) = pair()?;
        let words = PyramidWords {
            men: words::men(),
            women: words::women(),
        };
        Some(pyramid(&earlier, &later, &words).to_string())
    };
    let title = move || {
        pair()
            .map(|(earlier, later)| words::pyramid_years(earlier.year.short(), later.year.short()))
    };
    let options = Signal::derive(move || {
        let option = |year: &YearPopulation| (year.year.0.to_string(), year.year.short());
        years().iter().map(option).collect::<Vec<_>>()
    });
    let value = move |is_later: bool| {
        Signal::derive(move || {
            let (earlier, later) = pair()?;
            let year = if is_later { later.year } else { earlier.year };
            Some(year.0.to_string())
        })
    };
    let choice = move |is_later: bool, label: &'static str| {
        let value = value(is_later);
        let choose = move |key: String| {
            let year = key.parse().ok().map(FiscalYear);
            chosen.update(|(earlier, later)| *(if is_later { later } else { earlier }) = year);
        };
        view! {
            <Choice
                shows=true
                label=label.to_owned()
                value=Signal::derive(move || value.get().unwrap_or_default())
                options
                on_change=Callback::new(choose)
            />
        }
    };
    view! {
        <section class="card" aria-labelledby="population-pyramid">
            <h2 id="population-pyramid">{words::pyramid()}</h2>
            <div class="row">
                {choice(false, words::compare_with())}
                <span aria-hidden="true">"→"</span>
                {choice(true, words::year())}
                <span class="sub">{title}</span>
            </div>
            <div inner_html=picture></div>
            <details>
                <summary>{words::pyramid_table()}</summary>
                {move || pair().map(|(earlier, later)| band_table(&earlier, &later))}
            </details>
        </section>
    }
}

fn band_table(earlier: &YearPopulation, later: &YearPopulation) -> AnyView {
    let bands = earlier.men.len().max(earlier.women.len());
    let of = |people: &[i64], at: usize| grouped(people.get(at).copied().unwrap_or_default());
    let row = |at: usize| {
        let first = at as u32 * 5;
        let last = (at + 1 < bands).then_some(first + 4);
        let cells = [&earlier.men, &later.men, &earlier.women, &later.women];
        let cells = cells.map(|people| view! { <td class="number">{of(people, at)}</td> });
        view! { <tr><th scope="row">{words::ages_of(first, last)}</th>{cells}</tr> }
    };
    let years = [earlier, later, earlier, later];
    let heads = years.map(|year| view! { <th scope="col" class="number">{year.year.short()}</th> });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::pyramid_table()>
            <table class="table">
                <thead>
                    <tr><th scope="col" rowspan="2">{words::age()}</th><th scope="colgroup" colspan="2">{words::men()}</th><th scope="colgroup" colspan="2">{words::women()}</th></tr>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{(0..bands).map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
