//! The one button of a step of the office's year.

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::pages::sheets::FiscalCycle;
use crate::panels::Panels;
use crate::route::{Page, Route};
use ::words::office_year as words;
use insight::office_year::{OfficeStep, OfficeYear, StepFacts, StepProgress};
use strategy::{Side, YearStep};

/// The button.
#[component]
pub fn ActButton(
    /// The office's year.
    of: OfficeYear,
    /// The step.
    step: OfficeStep,
    /// True if it is the main button of its place.
    main: bool,
) -> impl IntoView {
    let label = words::act(&of, &step);
    view! {
        <button
            type="button"
            class="btn screen-only"
            class:main=main
            on:click=move |_| Route::of_page(prepared(&of, &step)).go()
        >
            {label}
        </button>
    }
    .into_any()
}

/// Makes the page of a step ready, and returns it.
fn prepared(of: &OfficeYear, step: &OfficeStep) -> Page {
    let (panels, cycle) = (Panels::here(), FiscalCycle::here());
    let is_open = step.progress() == StepProgress::Open;
    match step.step {
        YearStep::Actuals => {
            if step.progress() != StepProgress::Nothing {
                YearJudged::choose(Some(of.judged()));
                panels.enter_actuals.set(true);
            }
            Page::Indicators(None)
        }
        YearStep::Reviews => {
            cycle.choose(Side::Done, of.judged());
            match step.facts {
                StepFacts::Reviews { first, .. } => Page::Review(first),
                _ => Page::Review(None),
            }
        }
        YearStep::Sections => Page::Hands,
        YearStep::Closing => {
            cycle.choose(Side::Done, of.judged());
            panels.close_year.set(true);
            Page::Review(None)
        }
        YearStep::NextPlan => {
            let shown = if is_open { of.year } else { of.year.next() };
            if step.progress() != StepProgress::Nothing {
                cycle.choose(Side::Planned, shown);
            }
            panels.next_plan.set(is_open);
            Page::Plan(None)
        }
        YearStep::Council => Page::Briefing,
        YearStep::Publication => Page::Publication,
    }
}
