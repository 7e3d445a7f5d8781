//! 次にすること: the step of the office's year that is due, on 概況.

use leptos::prelude::*;

use super::act::ActButton;
use super::{chip, office_year};
use crate::pages::start::Beginning;
use crate::route::{Page, Route};
use ::words::{Word, action, office_year as words};
use insight::office_year::{OfficeYear, Timing};

/// The strip.
#[component]
pub fn NextInYear() -> impl IntoView {
    let of = office_year();
    let beginning = Beginning::here();
    let said = move || of.with(|of| of.as_ref().map(|of| said(of, !beginning.stands())));
    view! {
        {said}
        <a class="btn small quiet screen-only" href=Route::of_page(Page::Year).to_string()>
            {action::year()}
        </a>
    }
}

/// Shows the step; `main`: its button is the main one of the page.
fn said(of: &OfficeYear, main: bool) -> AnyView {
    let Some(step) = of.next() else {
        return view! { <p class="grow ahead">{words::strip_done()}</p> }.into_any();
    };
    view! {
        <p class="grow" class:ahead=step.timing == Timing::Ahead>
            <b>{words::month(step.month)} " " {step.step.word()}</b>
            " "
            {words::state(of, step)}
            " "
            {chip(step)}
        </p>
        <ActButton of=of.clone() step=step.clone() main />
    }
    .into_any()
}
