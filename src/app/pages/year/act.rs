//! The one button of a step of the office's year.

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::pages::sheets::FiscalCycle;
use crate::panels::Panels;
use crate::route::{Page, Route};
use ::words::office_year as words;
use insight::office_year::{OfficeStep, OfficeYear, StepStart};
use strategy::Side;

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
}

/// Makes the page of a step ready, and returns it.
fn prepared(of: &OfficeYear, step: &OfficeStep) -> Page {
    let (panels, cycle) = (Panels::here(), FiscalCycle::here());
    match of.start_of(step) {
        StepStart::Actuals(year) => {
            if year.is_some() {
                YearJudged::choose(year);
                panels.enter_actuals.set(true);
            }
            Page::Indicators(None)
        }
        StepStart::Reviews(year, first) => {
            cycle.choose(Side::Done, year);
            Page::Review(first)
        }
        StepStart::Sections => Page::Hands,
        StepStart::Closing(year) => {
            cycle.choose(Side::Done, year);
            panels.close_year.set(true);
            Page::Review(None)
        }
        StepStart::NextPlan { year, makes_next } => {
            if let Some(year) = year {
                cycle.choose(Side::Planned, year);
            }
            panels.next_plan.set(makes_next);
            Page::Plan(None)
        }
        StepStart::Council => Page::Briefing,
        StepStart::Publication => Page::Publication,
    }
}
