//! 次にすること: the step of the office's year that is due, on 概況.

use leptos::prelude::*;

use super::act::ActButton;
use super::{chip, office_year};
use crate::route::{Page, Route};
use ::words::{Word, action, office_year as words};
use insight::office_year::{OfficeYear, Timing};

/// The strip.
#[component]
pub fn NextInYear() -> impl IntoView {
    let of = office_year();
    let said = move || of.with(|of| of.as_ref().map(said));
    view! {
        {said}
        <a class="btn small quiet screen-only" href=Route::of_page(Page::Year).to_string()>
            {action::year()}
        </a>
    }
    .into_any()
}

fn said(of: &OfficeYear) -> AnyView {
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
        <ActButton of=of.clone() step=step.clone() main=false />
    }
    .into_any()
}
