//! 人口の見通し: the published projection, 試算 on top of it, and the target of 総人口 that comes from one of them.

mod aim;
mod figures;
mod pictures;
mod projection_file;
mod register;
mod scenario;
mod scenarios;
mod state;

use leptos::prelude::*;

use ::words::YearForms;
use ::words::population as words;
use aim::Aim;
use figures::{AgeTable, Sentences};
use pictures::{Curve, Pyramid};
use projection_file::ProjectionFile;
use register::RegisterOfTown;
use scenarios::Scenarios;
use state::PopulationState;

/// The page.
#[component]
pub fn PopulationPage() -> impl IntoView {
    let state = PopulationState::new();
    provide_context(state);
    let headline = move || match state.base.get() {
        years if years.is_empty() => words::title().to_owned(),
        years => words::headline(&years),
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{headline}</h1>
        </div>
        <ProjectionFile />
        <Show when=move || state.has_projection()>
            <Source />
            <Scenarios />
            <Sentences />
            <div class="population-pair">
                <Curve />
                <Pyramid />
            </div>
            <AgeTable />
            <Aim />
            <details class="card">
                <summary>{words::method()}</summary>
                <p>{words::method_cohorts()}</p>
                <p>{words::method_families()}</p>
                <p>{words::method_pupils()}</p>
            </details>
        </Show>
        <RegisterOfTown />
    }
}

/// Source of the projection.
#[component]
fn Source() -> impl IntoView {
    let state: PopulationState = expect_context();
    let source = move || {
        let projection = state.projection.get()?;
        let first = projection.years.first()?.year.short();
        let source = words::source(&projection.title, &projection.name);
        Some(view! { <p class="sub">{source} " " {words::as_of(first)}</p> })
    };
    view! { {source} }
}
