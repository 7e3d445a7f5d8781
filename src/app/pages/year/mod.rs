//! 一年の流れ: the steps of the office's year, each with its month, its state and the one button that leads to its place.

mod act;
mod next;

use leptos::prelude::*;

use crate::parts::Choice;
use crate::print::print_page;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{Word, action, office_year as words};
use browser::focus::focus_added;
use insight::office_year::{OfficeStep, OfficeYear, StepProgress};
use strategy::*;

use act::ActButton;
pub use next::NextInYear;

/// The page.
#[component]
pub fn YearPage() -> impl IntoView {
    let of = office_year();
    let subtitle = move || of.with(|of| of.as_ref().map(words::of_year));
    let steps = move || {
        of.with(|of| {
            let of = of.as_ref()?;
            let due = of.next().map(|step| step.step);
            let row = |step: &OfficeStep| row(of, step, due == Some(step.step));
            Some(of.steps.iter().map(row).collect_view())
        })
    };
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{action::year()}</h1>
                <p class="sub">{subtitle}</p>
            </div>
            <button type="button" class="btn screen-only" on:click=move |_| print_page()>
                {words::print()}
            </button>
        </div>
        <ol class="year-steps">{steps}</ol>
    }
}

/// The office's year of today, in the open strategy.
fn office_year() -> Memo<Option<OfficeYear>> {
    let store = Store::here();
    Memo::new(move |_| {
        let today = Date(Workspace::here().today());
        store.follow(|s| OfficeYear::of(s, &today, words::is_named))
    })
}

/// A step; the step that is due has the main button.
fn row(of: &OfficeYear, step: &OfficeStep, is_due: bool) -> impl IntoView + use<> {
    let is_done = step.progress() == StepProgress::Done;
    view! {
        <li class="card" class:due=is_due class:done=is_done aria-current=is_due.then_some("step")>
            <MonthChoice step=step.step month=step.month />
            <div class="grow">
                <h2>{step.step.word()} {chip(step)}</h2>
                <p class="sub">{words::about(step.step)}</p>
                <p>{words::state(of, step)}</p>
                {step.item.as_ref().map(|item| view! { <p class="sub">{words::item(item)}</p> })}
            </div>
            <ActButton of=of.clone() step=step.clone() main=is_due />
        </li>
    }
}

/// Time or completion of a step.
fn chip(step: &OfficeStep) -> Option<impl IntoView + use<>> {
    let colour = match step.progress() {
        StepProgress::Done => "chip good",
        _ if step.is_late() => "chip warn",
        _ => "chip",
    };
    words::timing(step).map(|said| view! { <span class=colour>{said}</span> })
}

/// The month of a step, which the town chooses.
#[component]
fn MonthChoice(step: YearStep, month: Month) -> impl IntoView {
    let store = Store::here();
    let options: Vec<_> = (1..=12)
        .map(|month| (month.to_string(), words::month(Month(month))))
        .collect();
    let id = format!("month-{}", step.key());
    let here = id.clone();
    let change = move |chosen: String| {
        if let Ok(month) = chosen.parse() {
            let field = edit::Field::of(About::step_months.field.name, None);
            store.edit(|s| {
                edit::set(s, About::ID, field, |about| {
                    about.set_step_month(step, Month(month));
                })
            });
            // The steps stand in the order of their months, and are drawn anew.
            focus_added(here.clone());
        }
    };
    view! {
        <Choice
            id=id
            label=words::month_of(step)
            value=month.0.to_string()
            options
            on_change=Callback::new(change)
        />
    }
}
